"""A row that goes on in a next line: nothing is cut off, and what belongs together stays together."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.wrap import wrapped


def lines(qtbot: QtBot, wide: int) -> list[list[str]]:
    """The captions of a filter and three buttons behind a stretch, line by line, in a window so wide."""
    buttons = [QPushButton(caption) for caption in ("Lọc", "Mở", "Sửa", "Xóa")]
    for each in buttons:
        each.setFixedWidth(100)
    window = QWidget()
    qtbot.addWidget(window)
    window.setLayout(wrapped(buttons[0], None, *buttons[1:]))
    window.resize(wide, 200)
    window.show()
    tops = sorted({each.y() for each in buttons})
    return [[each.text() for each in buttons if each.y() == top] for top in tops]


def test_a_row_with_room_is_one_line(qtbot: QtBot) -> None:
    assert lines(qtbot, 500) == [["Lọc", "Mở", "Sửa", "Xóa"]]


def test_what_stands_behind_a_stretch_goes_on_together(qtbot: QtBot) -> None:
    assert lines(qtbot, 400) == [["Lọc"], ["Mở", "Sửa", "Xóa"]]


def test_what_has_no_room_even_so_is_parted(qtbot: QtBot) -> None:
    assert lines(qtbot, 250) == [["Lọc"], ["Mở", "Sửa"], ["Xóa"]]
