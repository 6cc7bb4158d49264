"""What of the libraries goes into the built program."""

import pytest

from build_scripts.bundle import Entry, imported, is_here, is_kept, libraries, needed

LINKS = {
    "/q/libqxcb.so": ["/lib/libxcb.so.1"],
    "/lib/libxcb.so.1": ["/lib/libXau.so.6"],
    "/q/libqgtk3.so": ["libgtk.so"],
}


def entry(place: str, file: str, kind: str = "BINARY") -> Entry:
    return place, file, kind


def left(*entries: Entry) -> list[str]:
    return sorted(place for place, _, _ in needed(entries, lambda file: LINKS.get(file, [])))


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6\\plugins\\platforms\\qoffscreen.dll",
        "PySide6\\plugins\\styles\\qmodernwindowsstyle.dll",
        "PySide6\\plugins\\imageformats\\qsvg.dll",
        "PySide6\\Qt6Network.dll",
        "PySide6\\MSVCP140.dll",
    ],
)
def test_what_the_window_needs_is_kept(place: str) -> None:
    assert is_kept(place)


@pytest.mark.parametrize(
    "place",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6\\plugins\\platforms\\qdirect2d.dll",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "PySide6\\plugins\\tls\\qopensslbackend.dll",
        "PySide6\\translations\\qtbase_vi.qm",
        "PySide6\\opengl32sw.dll",
        "PySide6\\Qt6Qml.dll",
    ],
)
def test_what_nobody_sees_is_left_out(place: str) -> None:
    assert not is_kept(place)


def test_a_system_library_goes_with_the_plugin_that_asked_for_it() -> None:
    window = entry("PySide6/Qt/plugins/platforms/libqxcb.so", "/q/libqxcb.so")
    look = entry("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/q/libqgtk3.so")
    system = [entry(name, f"/lib/{name}") for name in ("libxcb.so.1", "libXau.so.6", "libgtk.so")]
    assert left(window, look, *system) == [window[0], "libXau.so.6", "libxcb.so.1"]


def test_python_and_second_names_of_a_library_stay() -> None:
    python, name = entry("libpython3.11.so.1.0", "/lib/libpython3.11.so.1.0"), entry("libz.so", "libz.so.1", "SYMLINK")
    assert left(python, name) == [python[0], name[0]]


def test_libraries_imported_late_are_found_too() -> None:
    assert list(imported("import a.b as c\ndef f():\n    from d.e import g\n    from . import h\n")) == ["a.b", "d.e"]
    assert {"PySide6.QtNetwork", "PySide6.QtPdf", "xlrd", "python_calamine"} <= set(libraries())


def test_a_module_of_another_system_is_not_asked_for() -> None:
    assert is_here("xml.etree.ElementTree") and not is_here("no_such.module") and not is_here("zlib.nothing")
