"""Drives the built program where offices put it, and looks whether it does its work there.

Usage: python -m build_scripts.trials [folder of the program]. Not the window: that is the self-test's and a person's.
In each place: the self-test, a practice office, a list out and read again (by the child process), a printed form, a
password, a backup verified and put back. As root on Linux all of it is done by a user without rights.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from build_scripts.packing import NAME, PROGRAM

DOOR = f"{NAME}-lenh.exe" if os.name == "nt" else NAME
NAMES = "Nguyễn Văn Ân/Tải về (1)"
LONG = 240  # signs in the path of the program and of the store
PASSWORD = "Mật khẩu thử 1"
NOBODY = 65534


class Program:
    """The built program in one place, with a profile of its own that was never used."""

    def __init__(self, folder: Path, office: Path, kept: Mapping[str, str | None]) -> None:
        self.door, self.office, self.home = folder / DOOR, office, office / "nhà"
        self.home.mkdir(parents=True)
        own = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), str(self.home))
        wanted = {**plain(os.environ), **own, "TEMP": str(self.home), "TMPDIR": str(self.home), **kept}
        self.environment = {name: value for name, value in wanted.items() if value is not None}

    def asked(self, *words: str | Path, **secrets: str) -> dict[str, Any]:
        """What a command answers; stops where it fails."""
        command = [str(self.door), "--json", "--store", str(self.office / "so-hoc-tap.sht"), *map(str, words)]
        told = subprocess.run(
            command, env={**self.environment, **secrets}, capture_output=True, cwd=self.office, **without_rights()
        )
        if told.returncode:
            sys.exit(f"{' '.join(map(str, words))}: exit {told.returncode}\n{told.stderr.decode('utf-8')}")
        answer: dict[str, Any] = json.loads(told.stdout)
        return answer

    def work(self) -> None:
        """An office's round through everything that leaves the program's own process or folder."""
        listed, printed = self.office / "danh sách.xlsx", self.office / "triệu tập.pdf"
        self.asked("self-test")
        self.asked("demo", "--members", "60")
        self.asked("export", "members", "--out", listed)
        read = self.asked("import", "members", "--dry-run", listed)
        self.asked("print", "summons", "--out", printed)
        if not printed.read_bytes().startswith(b"%PDF-") or not read:
            sys.exit("There is no form, or nothing was read.")
        self.keep_safe(self.office / "bản sao.sht-backup")

    def keep_safe(self, backup: Path) -> None:
        """A password, a backup under it, and the store put back from that."""
        code = self.asked("password", "code")["code"]
        self.asked("password", "set", "--code", code, SO_HOC_TAP_NEW_PASSWORD=PASSWORD)
        for words in (("backup", backup), ("verify", backup), ("restore", backup), ("summary",)):
            self.asked(*words, SO_HOC_TAP_PASSWORD=PASSWORD)


def plain(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of somebody who has just logged on: nothing of Python's and no display."""
    left_out = ("PYTHON", "VIRTUAL_ENV", "XDG_", "DISPLAY", "WAYLAND", "QT_", "SO_HOC_TAP")
    return {name: value for name, value in environment.items() if not name.startswith(left_out)}


def without_rights() -> dict[str, Any]:
    """How a process is started as nobody where we are root; nothing elsewhere."""
    is_root = os.name == "posix" and os.geteuid() == 0
    return {"user": NOBODY, "group": NOBODY, "extra_groups": ()} if is_root else {}


def places(folder: Path) -> Iterator[tuple[str, Path, Path, Mapping[str, str | None]]]:
    """What is tried: its name, where the program and the office lie, and what the environment says (None: nothing)."""
    named = folder / NAMES
    yield "names with accents and spaces", named / "Sổ Học Tập", named / "sổ", {}
    apart = folder / unicodedata.normalize("NFD", "Đảng ủy phường Tân Lập")
    yield "decomposed accents", apart / "chương trình", apart / "sổ", {}
    short = os.name == "nt"  # Windows loads no libraries from longer paths unless its administrator allows them
    yield (
        "a long path",
        folder / "ngắn" if short else long_path(folder, DOOR),
        long_path(folder / "so", "so-hoc-tap.sht"),
        {},
    )
    gone = str(folder / "không có")
    nothing = dict.fromkeys(("TEMP", "TMP", "TMPDIR"))
    yield "no folder for temporary files named", folder / "a", folder / "b", nothing
    yield "a folder for temporary files that is not there", folder / "c", folder / "d", dict.fromkeys(nothing, gone)


def long_path(folder: Path, name: str) -> Path:
    """A folder so deep that the file in it has a path of LONG signs."""
    while (room := LONG - len(str(folder / name)) - 1) > 1:
        folder /= "n" * min(room, 60)
    return folder


def read_only(folder: Path) -> None:
    """Nothing in the program's folder may be written, as in the folder of programs for all users."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & 0o555)


def give_away(folder: Path) -> None:
    """The office's folder belongs to whoever works in it, and all folders above may be passed."""
    for path in (folder, *folder.rglob("*")):
        if without_rights():
            os.chown(path, NOBODY, NOBODY)


def main() -> None:
    built = Path(sys.argv[1]) if sys.argv[1:] else PROGRAM
    with tempfile.TemporaryDirectory() as made:
        top = Path(made)
        top.chmod(0o755)
        for name, folder, office, kept in places(top):
            shutil.copytree(built, folder, symlinks=True)
            read_only(folder)
            program = Program(folder, office, kept)
            give_away(office)
            program.work()
            print(f"Works with {name}.", flush=True)
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
