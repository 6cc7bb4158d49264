"""The manual's pictures: what its chapters ask for is there. Its text and pages are tested with the window."""

import json
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from build_scripts import manual
from desktop_app.ui.manual import chapters, wanted
from desktop_app.ui.screens import SCREENS


def test_every_picture_asked_for_is_of_a_place() -> None:
    places = {name.partition("/")[0] for name in wanted(chapters())}
    assert places <= {place.key for place in SCREENS}


def test_the_manual_is_kept_with_the_beginnings_of_its_chapters(tmp_path: Path, qapp: QApplication) -> None:
    blank = QImage(1280, 720, QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFF)
    printed = manual.keep(tmp_path / "h.pdf", dict.fromkeys(wanted(chapters()), blank))
    assert printed.pages > len(chapters())
    assert (tmp_path / "h.pdf").read_bytes().startswith(b"%PDF")
    assert json.loads((tmp_path / "h.json").read_text(encoding="utf-8"))[1] == list(printed.chapters[1])
