"""The manual: what its chapters ask for is there, and it prints."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from build_scripts import manual
from desktop_app.ui.screens import SCREENS


def test_every_place_of_the_window_is_told_of_in_the_manual() -> None:
    told = "\n".join(manual.chapters())
    assert [place.key for place in SCREENS if f"{{{{help:{place.key}}}}}" not in told] == []


def test_every_picture_asked_for_is_of_a_place() -> None:
    places = {name.partition("/")[0] for name in manual.wanted(manual.chapters())}
    assert places <= {place.key for place in SCREENS}


def test_what_f1_says_stands_in_the_chapter() -> None:
    assert "{{" not in manual.filled("# Sao lưu\n\n{{help:backups}}")


def test_the_contents_name_chapters_and_pages() -> None:
    assert "| Cài đặt | 2 |" in manual.contents(["Cài đặt"], [2])


def test_the_manual_is_printed_whole(tmp_path: Path, qapp: QApplication) -> None:
    blank = QImage(1280, 720, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    pages = manual.write(tmp_path / "h.pdf", dict.fromkeys(manual.wanted(manual.chapters()), blank))
    assert pages > len(manual.chapters())
    assert (tmp_path / "h.pdf").read_bytes().startswith(b"%PDF")
