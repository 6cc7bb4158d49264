"""What dev.py works out before it acts: missing libraries, the display, the lock."""

import os
import re
import sys

import pytest

from build_scripts import debian, dev, processes

LINKS = """
    libQt6Core.so.6 => /venv/PySide6/Qt/lib/libQt6Core.so.6 (0x00007f)
    libEGL.so.1 => not found
    libxcb-cursor.so.0 => not found
    libEGL.so.1 => not found
"""


def test_missing_libraries_are_named_once() -> None:
    assert debian.missing_libraries(LINKS) == ["libEGL.so.1", "libxcb-cursor.so.0"]


def test_nothing_is_missing_when_the_linker_finds_all() -> None:
    assert debian.missing_libraries("libGL.so.1 => /lib/x86_64-linux-gnu/libGL.so.1 (0x00007f)") == []


def test_two_libraries_of_one_package_ask_for_it_once() -> None:
    assert debian.packages_of(["libglib-2.0.so.0", "libgthread-2.0.so.0"]) == ["libglib2.0-0"]


def test_an_unknown_library_stands_for_itself() -> None:
    assert debian.packages_of(["libstrange.so.1"]) == ["libstrange.so.1"]


def test_a_missing_module_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SystemExit, match="sudo apt install python3-nowhere"):
        debian.require_module("no_such_module", package="python3-nowhere")


def test_without_a_path_to_apt_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert debian.root_prefix() is None


@pytest.mark.skipif(sys.platform != "linux", reason="only Debian has these packages")
def test_programs_that_cannot_be_installed_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    debian.require_judges()
    assert "sudo apt install libreoffice-calc-nogui" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize(("environment", "answer"), [({}, False), ({"DISPLAY": ":0"}, True), ({"DISPLAY": ""}, False)])
def test_a_display_is_what_the_environment_names(environment: dict[str, str], answer: bool) -> None:
    assert processes.has_display(environment) is answer


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_qt_draws_off_screen() -> None:
    assert processes.child_environment({})["QT_QPA_PLATFORM"] == "offscreen"
    assert "QT_QPA_PLATFORM" not in processes.child_environment({"WAYLAND_DISPLAY": "wayland-0"})


def test_the_practice_office_lies_outside_the_project() -> None:
    assert not dev.practice_store(os.environ).is_relative_to(processes.ROOT)


def test_the_lock_names_no_address() -> None:
    text = dev.LOCK.read_text(encoding="utf-8")
    assert not re.search(r"://|@|--(extra-)?index|--find-links|\b\w+\.(org|com|net|io|local)\b", text)


def test_every_line_of_the_lock_has_an_exact_version_and_hashes() -> None:
    entries = re.findall(r"^\S.*(?:\n +--hash=.*| +\\)*", dev.LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    assert entries and all(re.match(r"[a-z0-9.-]+==\S+", entry) and "--hash=sha256:" in entry for entry in entries)


def test_the_lock_keeps_the_version_of_qt_that_python_3_11_survives() -> None:
    assert "\npyside6-essentials==6.11.3 " in dev.LOCK.read_text(encoding="utf-8")
