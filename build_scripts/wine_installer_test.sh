#!/usr/bin/env bash
# Installs, upgrades and removes the set-up program under wine, around a program of one file, and looks at what is left.
# Not part of the checks: needs makensis (with its 64-bit stubs) and wine64. Touches nothing outside a folder of its own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'WINEPREFIX=$work/wine wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" HOME=$work XDG_DATA_HOME=$work/share
unset DISPLAY WAYLAND_DISPLAY
failed=0 checks=0

compile() { # version
    mkdir -p "$work/$1/_internal/sâu"
    makensis -V1 -INPUTCHARSET UTF8 -DVERSION="$1" -DOUT="$work/$1/so-hoc-tap.exe" "$root/build_scripts/wine_stub.nsi"
    cp "$work/$1/so-hoc-tap.exe" "$work/$1/so-hoc-tap-lenh.exe"
    echo "$1" > "$work/$1/_internal/sâu/bản.txt"
    makensis -V2 -WX -INPUTCHARSET UTF8 -DQUICK=1 -DAMD64=1 -DVERSION="$1" -DNUMBERS="$1.0" -DKILOBYTES=64 \
        -DSOURCE="$work/$1" -DICON="$root/resources/icons/app.ico" -DOUT="$work/setup-$1.exe" "$root/build_scripts/installer.nsi"
}

holds() { # what, command …
    local what=$1; shift; checks=$((checks + 1))
    if "$@" >/dev/null 2>&1; then echo "ok   $what"; else echo "FAIL $what"; failed=1; fi
}
lacks() { local what=$1; shift; checks=$((checks + 1)); if "$@" >/dev/null 2>&1; then echo "FAIL $what"; failed=1; else echo "ok   $what"; fi; }
registry() { wine reg query "$@"; }
run() { wine "$@" && wineserver -w; }
refused() { local code=0; wine "$@" || code=$?; wineserver -w; test "$code" = 2; }
is() { grep -q "$1" "$2/_internal/sâu/bản.txt"; }
called() { wc -c 2>/dev/null < "$data/da-goi.txt" || echo 0; }
busy() { # command …: goes on once the program has been called by it, which then takes its time
    local before; before=$(called); wine "$@" & for _ in $(seq 100); do test "$(called)" = "$before" || break; sleep 0.2; done
}
proved() { printf %s "$1" > "$data/phien-ban-da-mo.txt"; }

compile 1.0.0
compile 1.1.0
wineboot -i >/dev/null 2>&1
wine winecfg -v win10 >/dev/null 2>&1
user=$(find "$work/wine/drive_c/users" -maxdepth 1 -mindepth 1 ! -name Public | head -1)
local_data="$user/AppData/Local"
program="$local_data/Programs/SoHocTap" data="$local_data/SoHocTap"
apps='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SoHocTap'
mkdir -p "$data"

holds "installs without a word" run "$work/setup-1.0.0.exe" /S
holds "the program is there, folders with accents too" grep -q 1.0.0 "$program/_internal/sâu/bản.txt"
holds "the list of apps names the version" bash -c "wine reg query '$apps' /v DisplayVersion | grep -q 1.0.0"
holds "the list of apps knows the size" registry "$apps" /v EstimatedSize
holds ".sht opens with the program" bash -c "wine reg query 'HKCU\\Software\\Classes\\SoHocTap.So\\shell\\open\\command' /ve | grep -q 'store'"
holds ".sht-backup is known" registry 'HKCU\Software\Classes\.sht-backup'
shortcut() { find "$user" -name "Sổ Học Tập.lnk" -path "*Start Menu*" | grep -q .; }
holds "a shortcut stands in the start menu" shortcut

echo "dữ liệu" > "$data/so-hoc-tap.sht"
holds "upgrades in place" run "$work/setup-1.1.0.exe" /S
holds "the new program is there" grep -q 1.1.0 "$program/_internal/sâu/bản.txt"
holds "the old one stands beside it" grep -q 1.0.0 "$program-truoc/_internal/sâu/bản.txt"
holds "the old program made a backup first" bash -c "iconv -f UTF-16LE '$data/da-goi.txt' | grep -q '1.0.0 --store .* backup .*truoc-cap-nhat'"
holds "the store is untouched" grep -q "dữ liệu" "$data/so-hoc-tap.sht"
holds "the list of apps names the new version" bash -c "wine reg query '$apps' /v DisplayVersion | grep -q 1.1.0"

holds "goes back to the old program" run "$program/go-cai-dat.exe" /S /BACK
sleep 3; wineserver -w
holds "the old program is in its place" grep -q 1.0.0 "$program/_internal/sâu/bản.txt"
lacks "the new one is gone" test -e "$program-truoc" -o -e "$program-bo"
holds "the list of apps names the old version" bash -c "wine reg query '$apps' /v DisplayVersion | grep -q 1.0.0"

touch "$data/co-mat-khau"
holds "upgrades a store the old program may not open" run "$work/setup-1.1.0.exe" /S
holds "its file is copied instead" bash -c "grep -q 'dữ liệu' '$data'/sao-luu/*/so-hoc-tap.sht"

rm "$program/so-hoc-tap.exe" && touch "$program/dang-cai.txt"
holds "goes on where a set-up was killed half-way" run "$work/setup-1.1.0.exe" /S
holds "the program is whole" test -e "$program/so-hoc-tap.exe" -a ! -e "$program/dang-cai.txt"
holds "what stood beside it still does" test -e "$program-truoc/so-hoc-tap.exe"

holds "puts the same version over itself" run "$work/setup-1.1.0.exe" /S
holds "what never opened a store does not push the older one away" is 1.0.0 "$program-truoc"
proved 1.1.0
holds "once more, after it opened a store" run "$work/setup-1.1.0.exe" /S
holds "what has opened a store is what stands beside" is 1.1.0 "$program-truoc"
lacks "nothing else is left behind" test -e "$program-bo"
holds "an older version is refused" refused "$work/setup-1.0.0.exe" /S
holds "and the newer one left alone" is 1.1.0 "$program"
holds "unless it is wanted" run "$work/setup-1.0.0.exe" /S /OLDER
holds "then the older one is there" is 1.0.0 "$program"

touch "$data/lam-lau"
busy "$program/so-hoc-tap.exe"
holds "a program that runs is noticed" bash -c "wine '$work/setup-1.1.0.exe' /S; test \$? = 2"
wineserver -w
holds "and goes on as it was" is 1.0.0 "$program"
busy "$work/setup-1.1.0.exe" /S
holds "a second set-up at once is refused" bash -c "wine '$work/setup-1.1.0.exe' /S; test \$? = 2"
wineserver -w
holds "the first one ends well" is 1.1.0 "$program"
rm "$data/lam-lau"

holds "removes without a word" run "$program/go-cai-dat.exe" /S
sleep 3; wineserver -w
lacks "the program is gone" test -e "$program/so-hoc-tap.exe"
lacks "the old one is gone" test -e "$program-truoc"
holds "the store is still there" grep -q "dữ liệu" "$data/so-hoc-tap.sht"
lacks "the shortcut is gone" shortcut
lacks "the list of apps forgot it" registry "$apps"
lacks ".sht is nobody's" registry 'HKCU\Software\Classes\.sht'

mkdir -p "$work/wine/drive_c/khac" && echo x > "$work/wine/drive_c/khac/x.txt"
lacks "a folder with other things is refused" run "$work/setup-1.0.0.exe" /S '/D=C:\khac'
holds "and left alone" test -e "$work/wine/drive_c/khac/x.txt" -a ! -e "$work/wine/drive_c/khac/so-hoc-tap.exe"

named="$work/wine/drive_c/Chương_trình_của_Ân/Sổ"
holds "installs where it is told, with accents" run "$work/setup-1.0.0.exe" /S '/D=C:\Chương_trình_của_Ân\Sổ'
holds "the program is there" is 1.0.0 "$named"
holds "the next version finds it there" run "$work/setup-1.1.0.exe" /S
holds "and takes its place" is 1.1.0 "$named"
wine reg add 'HKCU\Software\Classes\.sht' /ve /d Khac /f >/dev/null 2>&1
holds "removes it" run "$named/go-cai-dat.exe" /S
sleep 3; wineserver -w
lacks "it is gone" test -e "$named"
holds "what another program took over stays its own" bash -c "wine reg query 'HKCU\\Software\\Classes\\.sht' /ve | grep -q Khac"

everybody="$work/wine/drive_c/Program Files/SoHocTap"
holds "installs for all users" run "$work/setup-1.0.0.exe" /S /ALLUSERS
holds "among the programs of all" is 1.0.0 "$everybody"
holds "the list of apps of all names it" bash -c "wine reg query '${apps/HKCU/HKLM}' /v DisplayVersion /reg:64 | grep -q 1.0.0"
holds "the next version goes there without being told" run "$work/setup-1.1.0.exe" /S
holds "and is there" is 1.1.0 "$everybody"
lacks "no second one beside it" test -e "$program"
holds "removes it for all" run "$everybody/go-cai-dat.exe" /S
sleep 3; wineserver -w
lacks "it is gone for all" test -e "$everybody"
lacks "the list of apps of all forgot it" registry "${apps/HKCU/HKLM}" /reg:64

if mkdir "$work/small" && mount -t tmpfs -o size=1m tmpfs "$work/small" 2>/dev/null; then
    ln -s "$work/small" "$WINEPREFIX/dosdevices/s:"
    holds "installs on a small disk" run "$work/setup-1.0.0.exe" /S '/D=S:\So'
    head -c 2000000 /dev/urandom > "$work/1.1.0/_internal/to.bin"
    compile 1.1.0
    holds "a full disk is told" refused "$work/setup-1.1.0.exe" /S
    holds "and the program is as it was" is 1.0.0 "$work/small/So"
    lacks "with nothing half-way" test -e "$work/small/So/dang-cai.txt" -o -e "$work/small/So-truoc"
    umount -l "$work/small"
else
    echo "--   no small disk could be made (only root may): not tried what a full one does"
fi

wine winecfg -v win81 >/dev/null 2>&1
lacks "an older Windows is refused" run "$work/setup-1.0.0.exe" /S
echo "$checks checks"
exit $failed
