#!/usr/bin/env bash
# Installs, upgrades and removes the set-up program under wine, around a program of one file, and looks at what is left.
# Not part of the checks: needs makensis (with its 64-bit stubs) and wine64. Touches nothing outside a folder of its own.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'WINEPREFIX=$work/wine wineserver -k 2>/dev/null || true; rm -rf "$work"' EXIT
export WINEPREFIX=$work/wine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml=" HOME=$work XDG_DATA_HOME=$work/share
unset DISPLAY WAYLAND_DISPLAY
failed=0

compile() { # version
    mkdir -p "$work/$1/_internal/sâu"
    makensis -V1 -INPUTCHARSET UTF8 -DVERSION="$1" -DOUT="$work/$1/so-hoc-tap.exe" "$root/build_scripts/wine_stub.nsi"
    cp "$work/$1/so-hoc-tap.exe" "$work/$1/so-hoc-tap-lenh.exe"
    echo "$1" > "$work/$1/_internal/sâu/bản.txt"
    makensis -V2 -WX -INPUTCHARSET UTF8 -DQUICK=1 -DAMD64=1 -DVERSION="$1" -DNUMBERS="$1.0" -DKILOBYTES=64 \
        -DSOURCE="$work/$1" -DICON="$root/resources/icons/app.ico" -DOUT="$work/setup-$1.exe" "$root/build_scripts/installer.nsi"
}

holds() { # what, command …
    local what=$1; shift
    if "$@" >/dev/null 2>&1; then echo "ok   $what"; else echo "FAIL $what"; failed=1; fi
}
lacks() { local what=$1; shift; if "$@" >/dev/null 2>&1; then echo "FAIL $what"; failed=1; else echo "ok   $what"; fi; }
registry() { wine reg query "$@"; }
run() { wine "$@" && wineserver -w; }

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

wine winecfg -v win81 >/dev/null 2>&1
lacks "an older Windows is refused" run "$work/setup-1.0.0.exe" /S
exit $failed
