"""The program and its data in folders as Windows users have them: accents, brackets, decomposed letters, long paths."""

import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from build_scripts.faults import proof, screen
from build_scripts.faults.offices import BACKUP, PEOPLE, PRINT, STORE
from build_scripts.faults.screen import ROOT, Late, Screen, holds, waited
from build_scripts.faults.setting import Figure, Setting

LONG = 240
FOLDERS = {
    "accents and brackets": "Nguyễn Văn Ân/Tải về (1)",
    "decomposed letters": unicodedata.normalize("NFD", "Đảng ủy phường Đông Thọ/Sổ học tập"),
    f"a path of {LONG} letters": "Đường dẫn rất dài " * 20,
}
PARTS = ("desktop_app", "db", "resources")
BUILT = ROOT / "dist" / "so-hoc-tap"


def figures(setting: Setting) -> Iterator[Figure]:
    for name, words in FOLDERS.items():
        folder = long_enough(setting.base, words) if len(words) > LONG else setting.base / words
        folder.mkdir(parents=True)
        program = installed(folder)
        told = list(worked_in(program, folder))
        if screen.possible():
            with screen.screen() as shown:
                told += list(shown_in(shown, folder, program))
        length = len(str(folder / STORE))
        yield Figure(
            name=f"program and data under {name}",
            tried=f"start, save, backup, print, restore; {length} letters",
            found=f"{len(told)} bad",
            good=not told,
            told=told,
        )


def long_enough(base: Path, words: str) -> Path:
    """A folder whose store has a path of just so many letters, cut into folders a file system takes."""
    left = LONG - len(str(base)) - len(STORE) - 2
    parts = [words[at : at + 60].strip() for at in range(0, left, 61)]
    text = "/".join(parts)[:left].rstrip(" /")
    return base / (text + "x" * (left - len(text)))


def installed(folder: Path) -> list[str]:
    """The program put into the folder: the built one where there is one, else the source; how it is started."""
    if BUILT.is_dir():
        shutil.copytree(BUILT, folder / BUILT.name)
        return [str(next(each for each in (folder / BUILT.name).iterdir() if each.is_file() and not each.suffix))]
    for part in PARTS:
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return [sys.executable, "-m", "desktop_app"]


def worked_in(program: list[str], folder: Path) -> Iterator[str]:
    """A short day; what went wrong."""
    store, backup, paper = folder / STORE, folder / BACKUP, folder / PRINT
    for words in (
        ("demo", "--members", str(PEOPLE)),
        ("mark", "--all", "--fill"),
        ("backup", str(backup)),
        ("print", "member-register", "--out", str(paper)),
        ("restore", str(backup)),
        ("search", "nguyen"),
    ):
        told = subprocess.run([*program, "--store", str(store), *words], cwd=folder, capture_output=True, text=True)
        if told.returncode:
            yield f"{words[0]}: exit {told.returncode}, {told.stderr[-200:]}"
    yield from proof.harm(store) if store.exists() else ["no store"]
    if not (paper.exists() and paper.read_bytes().rstrip().endswith(b"%%EOF")):
        yield "no print"


def shown_in(shown: Screen, folder: Path, program: list[str]) -> Iterator[str]:
    """The window, started from there on the store there."""
    process = shown.start(folder, "--store", str(folder / STORE), where=folder, program=program)
    try:
        waited(lambda: holds(process, folder / STORE), "the window")
    except Late as late:
        yield f"{late} did not open the store"
    finally:
        shown.kill()
