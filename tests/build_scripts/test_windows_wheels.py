"""The lock as Windows reads it; fetching needs the network and is done by hand."""

import re
from pathlib import Path

from build_scripts.dev import LOCK
from build_scripts.windows_wheels import faults, of_qt, windows_lock

ENTRIES = """\
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:aa \\
    --hash=sha256:bb
    # via pytest
macholib==1.16 ; sys_platform == 'darwin' \\
    --hash=sha256:cc
odfpy==1.4.1 \\
    --hash=sha256:dd
click==8.5.1 \\
    --hash=sha256:ee
"""


def test_windows_asks_for_its_own_entries_without_their_condition() -> None:
    told = windows_lock(ENTRIES)
    assert re.findall(r"^\S+", told, re.M) == ["colorama==0.4.6", "click==8.5.1"]
    assert "win32" not in told and told.count("--hash") == 3


def test_every_entry_of_the_lock_is_read() -> None:
    lock = LOCK.read_text(encoding="utf-8")
    asked = re.findall(r"^([\w.-]+)==", windows_lock(lock), re.M)
    there = re.findall(r"^([\w.-]+)==", lock, re.M)
    assert {"pefile", "pyside6-essentials", "sqlcipher3", "pywin32-ctypes"} <= set(asked)
    assert set(there) - set(asked) <= {"odfpy", "macholib"}


def test_of_qt_only_what_the_program_imports_is_looked_at() -> None:
    assert of_qt("PySide6/Qt6Core.dll") and of_qt("PySide6/plugins/styles/qmodernwindowsstyle.dll")
    assert not of_qt("PySide6/QtQml.pyd") and not of_qt("PySide6/plugins/qmllint/quicklintplugin.dll")


def test_an_empty_folder_lacks_every_plugin(tmp_path: Path) -> None:
    assert "The plugin platforms/qwindows.dll is missing." in list(faults(tmp_path))
