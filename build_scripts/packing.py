"""Makes the one-folder program, lets it try itself out, and packs it into a set-up program with its hash.

Usage: python -m build_scripts.packing {program,installer}, on Windows or Linux. Needs the libraries of the lock.
"""

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from build_scripts.bundle import libraries
from build_scripts.dev import DIST, PYTHON, SPEC
from build_scripts.icon import side
from build_scripts.processes import ROOT, call, child_environment
from desktop_app import __version__

WORK = ROOT / "build"
NAME = "so-hoc-tap"
PROGRAM = DIST / NAME
SCRIPT = ROOT / "build_scripts" / "installer.nsi"
NOTES = ROOT / "build_scripts" / "install_notes.txt"
TITLES = {NAME: "Sổ Học Tập", f"{NAME}-lenh": "Sổ Học Tập (dòng lệnh)"}
PUBLISHER = "Sổ Học Tập"
MAKENSIS = ("makensis", r"C:\Program Files (x86)\NSIS\makensis.exe")
VERSION_INFO = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("042A04B0", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x042A, 1200])]),
  ],
)
"""


def program() -> None:
    """make dist/so-hoc-tap and let it try itself against the names of all parts of the source"""
    WORK.mkdir(exist_ok=True)
    told = tried([PYTHON, "-m", "desktop_app"])
    built = [f"manual/huong-dan.{ending}" for ending in ("json", "pdf")]
    parts = {**told["parts"], "libraries": libraries(), "resources": [*told["parts"]["resources"], *built]}
    (WORK / "parts.json").write_text(json.dumps(parts, ensure_ascii=False, indent=1), encoding="utf-8")
    call([PYTHON, "-m", "build_scripts.manual", WORK / "huong-dan.pdf"])
    for name, title in TITLES.items():
        (WORK / f"{name}.version").write_text(version_info(name, title), encoding="utf-8")
    folders: Sequence[str | Path] = ["--distpath", DIST, "--workpath", WORK]
    call([PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, SPEC])
    frozen = tried([PROGRAM / (f"{NAME}-lenh.exe" if os.name == "nt" else NAME)])
    (DIST / "contents.txt").write_text(contents(PROGRAM), encoding="utf-8")
    counts = ", ".join(f"{len(names)} {kind}" for kind, names in frozen["parts"].items())
    print(f"Built and tried: {PROGRAM}, {size(PROGRAM) / 1e6:.0f} MB; {counts}.")


def installer() -> None:
    """pack dist/so-hoc-tap into one set-up program; beside it SHA256SUMS and what an administrator should know"""
    if not PROGRAM.is_dir():
        sys.exit("There is no program in dist/ yet: run dev.py build first.")
    made = compiled(PROGRAM, DIST / f"{NAME}-{__version__}-cai-dat.exe")
    notes = DIST / "doc-truoc-khi-cai.txt"
    notes.write_text(install_notes(made), encoding="utf-8-sig", newline="\r\n")
    listed = [made, notes, *(path for path in [DIST / "contents.txt"] if path.is_file())]
    sums = "".join(f"{digest(path)} *{path.name}\n" for path in listed)
    (DIST / "SHA256SUMS").write_text(sums, encoding="ascii", newline="\n")
    print(f"Packed: {made}, {made.stat().st_size / 1e6:.0f} MB.")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def install_notes(made: Path) -> str:
    """What who looks after an office's computers asks before a set-up program is run there, in Vietnamese."""
    told = {"name": made.name, "size": f"{made.stat().st_size:,}".replace(",", "."), "digest": digest(made)}
    return NOTES.read_text(encoding="utf-8").format(version=__version__, **told)


def tried(door: Sequence[str | Path]) -> dict[str, Any]:
    """What a program says of itself; stops where it lacks anything."""
    command = [str(part) for part in (*door, "self-test", "--json")]
    told = subprocess.run(command, cwd=ROOT, env=child_environment(os.environ), stdout=subprocess.PIPE)
    if told.returncode:
        sys.exit(f"The self-test failed: {' '.join(command)}")
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def version_info(name: str, title: str) -> str:
    """The version as Windows shows it in the properties of a file, in the notation of PyInstaller."""
    told = {
        "CompanyName": PUBLISHER,
        "FileDescription": title,
        "FileVersion": __version__,
        "InternalName": name,
        "LegalCopyright": "MIT",
        "OriginalFilename": f"{name}.exe",
        "ProductName": "Sổ Học Tập",
        "ProductVersion": __version__,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    return VERSION_INFO.format(numbers=numbers(__version__), strings=strings)


def numbers(version: str) -> tuple[int, ...]:
    """Four numbers out of a version: (0, 1, 0, 0) for “0.1.0”."""
    found = [int(part) for part in re.findall(r"\d+", version)[:4]]
    return tuple(found + [0] * (4 - len(found)))


def compiled(payload: Path, out: Path, **defines: str) -> Path:
    """The set-up program around a folder, made by makensis."""
    makensis = next(filter(None, map(shutil.which, MAKENSIS)), None)
    if makensis is None:
        sys.exit(
            "There is no makensis: install NSIS (sudo apt install nsis, or nsis.sourceforge.io) and run this again."
        )
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "side.bmp"
        picture.write_bytes(side())
        told: Mapping[str, str] = {
            "VERSION": __version__,
            "NUMBERS": ".".join(map(str, numbers(__version__))),
            "SOURCE": str(payload.resolve()),
            "OUT": str(out.resolve()),
            "KILOBYTES": str(size(payload) // 1024),
            "ICON": str(ROOT / "resources" / "icons" / "app.ico"),
            "SIDE": str(picture),
            **defines,
        }
        given = [f"-D{key}={value}" for key, value in told.items()]
        call([makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *given, SCRIPT])
    return out


def files_of(folder: Path) -> list[Path]:
    """All files below; what is only linked there a second time is no file of its own."""
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def size(folder: Path) -> int:
    """Bytes of all files below."""
    return sum(path.stat().st_size for path in files_of(folder))


def contents(folder: Path) -> str:
    """What is in the program: every file with its size in kilobytes, the largest first."""
    sizes = sorted(((path.stat().st_size, path) for path in files_of(folder)), reverse=True)
    return "".join(f"{bytes_ // 1024:>9} {path.relative_to(folder).as_posix()}\n" for bytes_, path in sizes)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="command")
    for verb in (program, installer):
        commands.add_parser(verb.__name__, help=verb.__doc__, description=verb.__doc__).set_defaults(verb=verb)
    parser.parse_args().verb()


if __name__ == "__main__":
    main()
