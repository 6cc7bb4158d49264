"""What Debian must have beside Python: installed through apt where that is allowed, named otherwise.

Standard library only, as `dev.py`. Elsewhere nothing here does anything.
"""

import importlib.util
import os
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from build_scripts.processes import exit_code, output

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
JUDGES = {
    # with letters of its own: older Liberation faces lack half of the Vietnamese ones
    "soffice": ("libreoffice-calc-nogui", "libreoffice-writer-nogui", "fonts-liberation2"),
    "pdftotext": ("poppler-utils",),
    "makensis": ("nsis",),
}
"""Programs the tests hold our files against; where one is not to be had, its tests are skipped."""


def missing_libraries(links: str) -> list[str]:
    return sorted(set(re.findall(r"^\s*(\S+) => not found", links, re.MULTILINE)))


def packages_of(libraries: Iterable[str]) -> list[str]:
    """Debian packages that hold the libraries; a library not in the table stands for itself."""
    return sorted({QT_PACKAGES.get(library, library) for library in libraries})


def root_prefix() -> list[str] | None:
    """What to write before a command so that it runs as root: nothing, sudo, or None where that is not allowed."""
    if sys.platform != "linux" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    return sudo if shutil.which("sudo") and exit_code([*sudo, "true"]) == 0 else None


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


def require_module(module: str, package: str) -> None:
    """Debian ships Python without the parts that make a venv: install them where that is allowed, else name them."""
    if importlib.util.find_spec(module):
        return
    apt_install([package])
    if not output([sys.executable, "-c", f"import {module}; print('here')"]):
        sys.exit(f"Python has no {module} here. Install it and run this again: sudo apt install {package}")


def require_qt_libraries(venv: Path) -> None:
    """Bare Linux lacks libraries Qt loads: install them where that is allowed, else name them and go on."""
    missing = missing_libraries(qt_links(venv))
    if not missing:
        return
    packages = packages_of(missing)
    apt_install(packages)
    if missing_libraries(qt_links(venv)):
        print(f"Qt misses {', '.join(missing)}. Install: sudo apt install {' '.join(packages)}", file=sys.stderr)


def qt_links(venv: Path) -> str:
    """What the dynamic linker says of Qt's parts; nothing on Windows, whose wheels hold all they need."""
    if sys.platform != "linux" or not shutil.which("ldd"):
        return ""
    folders = venv.glob("lib/python3*/site-packages/PySide6")
    return output(["ldd", *(folder / part for folder in folders for part in QT_PARTS)])


def require_judges() -> None:
    """The programs that open our workbooks, documents and set-up script as another office would."""
    missing = [name for name in JUDGES if not shutil.which(name)]
    if missing and sys.platform == "linux":
        packages = [package for name in missing for package in JUDGES[name]]
        apt_install(packages)
        if not all(map(shutil.which, missing)):
            print(f"Some tests are skipped. To run them: sudo apt install {' '.join(packages)}", file=sys.stderr)
