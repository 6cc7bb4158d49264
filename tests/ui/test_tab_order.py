"""Tab and the eye: the order of the layouts, whatever the order in which the parts were made."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.tab_order import follow_the_eye
from tests.ui.inspection import jumps


def shuffled() -> QWidget:
    """Two fields in a row and tabs under them, made the other way round."""
    made = QWidget()
    tabs, inner, right, left = QTabWidget(made), QWidget(), QLineEdit(made), QLineEdit(made)
    deep = QVBoxLayout(inner)
    deep.addWidget(QLineEdit())
    tabs.addTab(inner, "Thẻ")
    beside = QHBoxLayout()
    beside.addWidget(left)
    beside.addWidget(right)
    whole = QVBoxLayout(made)
    whole.addLayout(beside)
    whole.addWidget(tabs)
    return made


def test_tab_goes_through_the_parts_as_they_are_laid_out(qtbot: QtBot) -> None:
    made = shuffled()
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.findChildren(QLineEdit)[0].setFocus()
    assert list(jumps(made)) != []
    follow_the_eye(made)
    assert list(jumps(made)) == []
