"""Sets the program up, runs it on a practice office, checks it, builds it, packs it, measures it, breaks it.

Usage: python3 build_scripts/dev.py {setup,run,check,build,installer,bench,faults,lock}

Standard library only: it must work on a bare Python 3.11, on Windows and Linux, before anything is installed. Which
libraries are installed stands in requirements.lock; where they come from is the business of pip's own configuration.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

Command = Iterable[str | Path]

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("build_scripts", "db", "desktop_app", "tests")
LOCK = ROOT / "build_scripts" / "requirements.lock"
SPEC = ROOT / "build_scripts" / "so_hoc_tap.spec"
OUT = ROOT / "out"
DIST = ROOT / "dist"
VENV = ROOT / ".venv"
STAMP = VENV / "lock.sha256"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What the window, the preview and both platforms of Qt load from the system, inside the PySide6 folder.
QT_PARTS = (
    "QtWidgets.abi3.so",
    "QtPdf.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqoffscreen.so",
)
QT_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libz.so.1": "zlib1g",
}


def setup() -> None:
    """prepare .venv with exactly the libraries of the lock, and Qt's system libraries on Linux"""
    if not (PYTHON.exists() and STAMP.exists() and STAMP.read_text() == lock_digest()):
        make_venv()
        print("Installing the libraries of the lock into .venv; the first time takes some minutes.", flush=True)
        call([PYTHON, "-m", "pip", "install", "-qq", "--require-hashes", "-r", LOCK])
        STAMP.write_text(lock_digest())
    require_qt_libraries()


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
    """break the program at its writes and count what is lost (Linux with gcc; --full: every write)"""
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


def call(command: Command) -> None:
    """Run a command in the project's folder; stop with its exit code when it fails."""
    code = exit_code(command)
    if code:
        sys.exit(code)


def exit_code(command: Command) -> int:
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=child_environment(os.environ)).returncode


def output(command: Command, quiet: bool = True) -> str:
    """What a command says on its standard output; a failure is an empty answer, explained by itself unless quiet."""
    errors = subprocess.DEVNULL if quiet else None
    words, environment = [str(part) for part in command], child_environment(os.environ)
    told = subprocess.run(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=errors)
    return told.stdout.decode("utf-8") if told.returncode == 0 else ""


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """UTF-8 everywhere, and Qt without a screen where there is none."""
    qt = {} if has_display(environment) else {"QT_QPA_PLATFORM": "offscreen"}
    return {**environment, "PYTHONUTF8": "1", **qt}


def has_display(environment: Mapping[str, str]) -> bool:
    return sys.platform != "linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def lock_digest() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


def make_venv() -> None:
    if PYTHON.exists() and output([PYTHON, "-m", "pip", "--version"]):
        return
    require_module("ensurepip", package="python3-venv")
    call([sys.executable, "-m", "venv", "--clear", VENV])


def require_module(module: str, package: str) -> None:
    """Debian ships Python without the parts that make a venv: install them where that is allowed, else name them."""
    if importlib.util.find_spec(module):
        return
    apt_install([package])
    if not output([sys.executable, "-c", f"import {module}; print('here')"]):
        sys.exit(f"Python has no {module} here. Install it and run this again: sudo apt install {package}")


def require_qt_libraries() -> None:
    """Bare Linux lacks libraries Qt loads: install them where that is allowed, else name them and go on."""
    missing = missing_libraries(qt_links())
    if not missing:
        return
    packages = packages_of(missing)
    apt_install(packages)
    if missing_libraries(qt_links()):
        print(f"Qt misses {', '.join(missing)}. Install: sudo apt install {' '.join(packages)}", file=sys.stderr)


def qt_links() -> str:
    """What the dynamic linker says of Qt's parts; nothing on Windows, whose wheels hold all they need."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return ""
    folders = VENV.glob("lib/python3*/site-packages/PySide6")
    return output(["ldd", *(folder / part for folder in folders for part in QT_PARTS)])


def missing_libraries(links: str) -> list[str]:
    return sorted(set(re.findall(r"^\s*(\S+) => not found", links, re.MULTILINE)))


def packages_of(libraries: Iterable[str]) -> list[str]:
    """Debian packages that hold the libraries; a library not in the table stands for itself."""
    return sorted({QT_PACKAGES.get(library, library) for library in libraries})


def apt_install(packages: list[str]) -> None:
    """Ask apt for the packages when it may be asked without a password; the caller looks whether that helped."""
    become_root = root_prefix()
    if become_root is None:
        return
    print(f"Installing system packages: {' '.join(packages)}", flush=True)
    apt = [*become_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if exit_code(install) != 0 and exit_code([*apt, "update"]) == 0:
        exit_code(install)


def root_prefix() -> list[str] | None:
    """What to write before a command so that it runs as root: nothing, sudo, or None where that is not allowed."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and exit_code([*sudo, "true"]) == 0 else None


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
