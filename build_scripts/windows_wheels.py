"""Fetches the Windows wheels of the lock and looks whether they make a whole program; for a change of the lock.

Usage: python -m build_scripts.windows_wheels [folder]. Needs the package index; says nothing of how Windows runs them.
What it looks at: every library has a wheel whose hash stands in the lock, what the bundle leaves out is asked for by
nothing it keeps, the plugins the self-test wants are there, and Microsoft's runtime lies beside the parts that need it.
"""

import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from packaging.markers import Marker

from build_scripts.bundle import is_kept
from build_scripts.dev import LOCK, PYTHON
from build_scripts.processes import call
from desktop_app.ui.self_test import PLUGINS

WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"}
VERSION = {"python_version": "3.11", "python_full_version": "3.11.9", "platform_python_implementation": "CPython"}
FROM_SOURCE = ("odfpy",)  # for the tests only, and pure Python
ENTRY = re.compile(r"^(?P<name>[\w.-]+)==[^\s;]+(?: ; (?P<marker>[^\\\n]+?))?(?P<rest> *\\\n(?: +--hash.*\n?)+)", re.M)
# What the spec makes PyInstaller collect of PySide6: the modules we import, what they are linked to, and the plugins.
MODULES = ("Core", "Gui", "Widgets", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg")
FOLDERS: tuple[str, ...] = (
    "generic",
    "iconengines",
    "imageformats",
    "networkinformation",
    "platforminputcontexts",
    "platforms",
)
FOLDERS += ("printsupport", "styles", "tls")
RUNTIME = ("msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll", "vcruntime140.dll", "vcruntime140_1.dll")
PYTHON_OWN = ("python3.dll", "python311.dll", "vcruntime140.dll", "vcruntime140_1.dll")


def windows_lock(lock: str) -> str:
    """The lock as Windows reads it: entries meant for it, their conditions taken off."""
    found = [match for match in ENTRY.finditer(lock) if match["name"] not in FROM_SOURCE and is_for_windows(match)]
    return "".join(f"{match[0].split(' ')[0]}{match['rest']}\n" for match in found)


def is_for_windows(match: re.Match[str]) -> bool:
    return match["marker"] is None or Marker(match["marker"]).evaluate({**WINDOWS, **VERSION, "extra": ""})


def fetch(folder: Path) -> None:
    """Every wheel Windows needs; pip stops where one is missing or has a hash that does not stand in the lock."""
    asked = folder / "windows.txt"
    asked.write_text(windows_lock(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
    kind = ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
    kind += [part for abi in ("cp311", "abi3", "none") for part in ("--abi", abi)]
    only: list[str | Path] = ["--only-binary=:all:", "--no-deps", "--require-hashes", "-r", asked]
    call([PYTHON, "-m", "pip", "download", "-q", *kind, *only, "-d", folder])


def libraries_of(folder: Path) -> dict[str, bytes]:
    """Libraries (.dll, .pyd) of the wheels by place; Qt's as far as the bundle takes them."""
    found = {}
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if name.endswith((".dll", ".pyd")) and (not name.startswith("PySide6/") or of_qt(name)):
                    found[name] = archive.read(name)
    return found


def of_qt(place: str) -> bool:
    """Whether PyInstaller may take a file of PySide6: libraries, plugins, and the modules that are imported."""
    if place.endswith(".pyd"):
        return place in {f"PySide6/Qt{name}.pyd" for name in MODULES}
    return place.count("/") == 1 or place.startswith(tuple(f"PySide6/plugins/{folder}/" for folder in FOLDERS))


def asked_by(data: bytes) -> list[str]:
    """Names of the libraries a Windows library is linked to, in small letters."""
    read = import_module("pefile").PE(data=data, fast_load=True)
    read.parse_data_directories(directories=[1])
    return [entry.dll.decode("ascii").lower() for entry in getattr(read, "DIRECTORY_ENTRY_IMPORT", [])]


def reached(files: dict[str, bytes]) -> dict[str, list[str]]:
    """What the program holds: from the modules and the kept plugins on, all they are linked to, each with that."""
    beside = {place.rpartition("/")[2].lower(): place for place in files if place.count("/") == 1}
    left = [place for place in files if place.endswith(".pyd") or ("/plugins/" in place and is_kept(place))]
    found: dict[str, list[str]] = {}
    while left:
        place = left.pop()
        if place not in found:
            found[place] = asked_by(files[place])
            left += [beside[name] for name in found[place] if name in beside]
    return found


def faults(folder: Path) -> Iterator[str]:
    """What is wrong with the wheels, one sentence each."""
    files = libraries_of(folder)
    links = reached(files)
    yield from (f"{place} is left out but something kept is linked to it." for place in links if not is_kept(place))
    names = {place.rpartition("/")[2].lower() for place in links}
    yield from (f"The plugin {name} is missing." for name in PLUGINS["win32"] if f"PySide6/plugins/{name}" not in links)
    for name in RUNTIME:
        askers = [place for place, asked in links.items() if name in asked]
        if askers and name not in names and name not in PYTHON_OWN:
            yield f"{name} is asked for by {askers[0]} and is in no wheel."
    kept = [len(files[place]) for place in links if place.startswith("PySide6/")]
    print(f"{len(list(folder.glob('*.whl')))} wheels; of PySide6 {len(kept)} libraries, {sum(kept) / 1e6:.0f} MB.")


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(sys.argv[1]) if sys.argv[1:] else Path(made)
        fetch(folder)
        sys.path.append(str(next(folder.glob("pefile-*.whl"))))
        told = list(faults(folder))
    print("\n".join(told) or "Windows finds every library of the lock, and nothing left out is missed.")
    sys.exit(bool(told))


if __name__ == "__main__":
    main()
