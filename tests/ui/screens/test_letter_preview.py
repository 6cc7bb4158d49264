"""The head of a document in small: its lines stay lines, as on the paper, in any room the window has for it."""

from datetime import date

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop_app.services.office import OfficeDraft
from desktop_app.ui.screens.letter_preview import LetterPreview


@pytest.mark.parametrize("width", [420, 470, 640])
def test_the_lines_of_the_head_are_not_broken(qtbot: QtBot, width: int) -> None:
    preview = LetterPreview()
    qtbot.addWidget(preview)
    preview.show_draft(OfficeDraft(name="Đảng ủy phường Hạc Thành", parent="Tỉnh ủy Thanh Hóa"), date(2026, 12, 1))
    preview.resize(width, 300)
    preview.show()
    QApplication.processEvents()
    for line in preview.findChildren(QLabel):
        if "HẠC THÀNH" in line.text() or "THANH HÓA" in line.text():
            assert line.width() >= QFontMetrics(line.font()).horizontalAdvance(line.text()), line.text()
    assert preview.width() == width
