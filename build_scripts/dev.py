"""Sets the program up, runs it on a practice office, checks it, builds it, packs it, measures it, breaks it.

Usage: python3 build_scripts/dev.py {setup,run,check,build,installer,bench,faults,lock}

Standard library only: it must work on a bare Python 3.11, on Windows and Linux, before anything is installed. Which
libraries are installed stands in requirements.lock; where they come from is the business of pip's own configuration.
"""

import argparse
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from build_scripts.debian import require_judges, require_module, require_qt_libraries
from build_scripts.processes import ROOT, Command, call, exit_code, has_display, output

FOLDERS = ("build_scripts", "db", "desktop_app", "tests")
LOCK = ROOT / "build_scripts" / "requirements.lock"
SPEC = ROOT / "build_scripts" / "so_hoc_tap.spec"
OUT = ROOT / "out"
DIST = ROOT / "dist"
VENV = ROOT / ".venv"
STAMP = VENV / "lock.sha256"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def setup() -> None:
    """prepare .venv with exactly the libraries of the lock, and Qt's system libraries on Linux"""
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == lock_digest()):
        make_venv()
        print("Installing the libraries of the lock into .venv; the first time takes some minutes.", flush=True)
        call([PYTHON, "-m", "pip", "install", "-qq", "--require-hashes", "-r", LOCK])
        STAMP.write_text(lock_digest())
    require_qt_libraries(VENV)


def run() -> None:
    """open the program on a practice office; without a display, print everything of it into out/"""
    setup()
    store = practice_store(os.environ)
    if not store.exists():
        store.parent.mkdir(parents=True, exist_ok=True)
        program("demo", "--store", store)
    if has_display(os.environ):
        program("--store", store)
    else:
        print_everything(store)


def check() -> None:
    """format, lint, types and tests: the same command a fresh clone is judged by"""
    setup()
    require_judges()
    failed = [name for name, command in check_steps() if not passes(name, command)]
    if failed:
        sys.exit(f"Failed: {', '.join(failed)}.")
    print("Everything passed.")


def build() -> None:
    """make the one-folder program in dist/ and let it test itself"""
    setup()
    call([PYTHON, "-m", "build_scripts.packing", "program"])


def installer() -> None:
    """pack the built program into a set-up program with its hash (needs NSIS)"""
    call([PYTHON, "-m", "build_scripts.packing", "installer"])


def bench(*options: str) -> None:
    """time what the clerk waits for and print one table (--members N)"""
    setup()
    call([PYTHON, "-m", "build_scripts.benchmarks", *options])


def faults(*options: str) -> None:
    """break the program and count what is lost (Linux with gcc): [NAME [FAULT]] [--points N] [--full] [--list]"""
    setup()
    call([PYTHON, "-m", "build_scripts.faults", *options])


def lock() -> None:
    """work out requirements.lock again from pyproject.toml, for Windows and Linux at once (needs uv)"""
    uv = shutil.which("uv", path=os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", "")]))
    if uv is None:
        sys.exit("The lock is made by uv: install it (for example with pipx install uv) and run this again.")
    extras = ["--extra", "dev", "--extra", "build"]
    reach = ["--universal", "--python-version", "3.11", "--generate-hashes"]
    silence = ["--quiet", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    call([uv, "pip", "compile", "pyproject.toml", *extras, *reach, *silence, "--upgrade", "-o", LOCK])


def lock_digest() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def make_venv() -> None:
    if PYTHON.exists() and output([PYTHON, "-m", "pip", "--version"]):
        return
    require_module("ensurepip", package="python3-venv")
    call([sys.executable, "-m", "venv", "--clear", VENV])


def program(*arguments: str | Path) -> None:
    call([PYTHON, "-m", "desktop_app", *arguments])


def practice_store(environment: Mapping[str, str]) -> Path:
    """Beside the user's own stores, so that cleaning the project does not lose what was tried in it."""
    if os.name == "nt":
        return Path(environment["LOCALAPPDATA"]) / "SoHocTap" / "thuc-hanh.sht"
    local = environment.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(local) / "so-hoc-tap" / "thuc-hanh.sht"


def print_everything(store: Path) -> None:
    OUT.mkdir(exist_ok=True)
    told: Command = [PYTHON, "-m", "desktop_app", "--store", store]
    listed = output([*told, "forms", "--json"], quiet=False)
    if not listed:
        sys.exit("The program did not say which forms it has.")
    forms = [form["id"] for form in json.loads(listed)["forms"]]
    codes = {form: exit_code([*told, "print", form, "--out", OUT / f"{form}.pdf"]) for form in forms}
    asking, failed = ([form for form, code in codes.items() if code in some] for some in ((1,), range(2, 256)))
    printed = list(codes.values()).count(0)
    print(f"There is no display here: {printed} forms of the practice office are printed into {OUT}.")
    if asking:
        print(f"Not printed, since they are about somebody or something not chosen: {', '.join(asking)}.")
    if failed:
        sys.exit(f"Not printed: {', '.join(failed)}.")


def check_steps() -> list[tuple[str, Command]]:
    """Each check with its command; only folders that hold Python are asked about."""
    folders = [folder for folder in FOLDERS if any((ROOT / folder).rglob("*.py"))]
    return [
        ("ruff format", [PYTHON, "-m", "ruff", "format", "--check", *folders]),
        ("ruff check", [PYTHON, "-m", "ruff", "check", *folders]),
        ("mypy", [PYTHON, "-m", "mypy", *folders]),
        ("pytest", [PYTHON, "-m", "pytest", "-q", "-n", str(min(os.cpu_count() or 1, 4))]),
    ]


def passes(name: str, command: Command) -> bool:
    print(f"--- {name}", flush=True)
    return exit_code(command) == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(required=True, metavar="command")
    for verb in (setup, run, check, build, installer, bench, faults, lock):
        commands.add_parser(verb.__name__, help=verb.__doc__, description=verb.__doc__).set_defaults(verb=verb)
    said, options = parser.parse_known_args()
    if options and said.verb not in (bench, faults):
        parser.error(f"unrecognized arguments: {' '.join(options)}")
    said.verb(*options)


if __name__ == "__main__":
    main()
