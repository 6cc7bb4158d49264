"""Where the keyboard is can be seen: a ring goes with it, and leaves nothing behind."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import focus_ring, style
from desktop_app.ui.focus_ring import FocusRing
from desktop_app.ui.looks import Looks, Theme, choose
from desktop_app.ui.parts import button


@pytest.fixture(autouse=True)
def following(qapp: QApplication) -> Iterator[None]:
    qapp.focusChanged.connect(focus_ring.moved)
    yield
    qapp.focusChanged.disconnect(focus_ring.moved)
    choose(Looks())


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    for each in (QComboBox(), QLineEdit(), button("Ghi", lambda: None, "main"), button("Thôi", lambda: None)):
        box.addWidget(each)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def rings(form: QWidget) -> list[FocusRing]:
    return [ring for ring in form.findChildren(FocusRing) if ring.isVisible()]


def ringed(form: QWidget) -> list[str]:
    return [type(ring.parentWidget()).__name__ for ring in rings(form)]


def test_the_ring_goes_with_the_keyboard(form: QWidget) -> None:
    box, line = form.findChildren(QComboBox)[0], form.findChildren(QLineEdit)[0]
    box.setFocus()
    assert ringed(form) == ["QComboBox"]
    line.setFocus()
    assert ringed(form) == ["QLineEdit"]


def test_the_red_button_has_its_own(form: QWidget) -> None:
    main, other = form.findChildren(QPushButton)
    main.setFocus()
    assert ringed(form) == []
    other.setFocus()
    assert ringed(form) == ["Button"]


def test_the_ring_grows_with_what_it_lies_on(form: QWidget) -> None:
    line = form.findChildren(QLineEdit)[0]
    line.setFocus()
    line.resize(300, 50)
    assert rings(form)[0].geometry() == line.rect()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_ring_has_the_colour_of_words(form: QWidget, theme: Theme) -> None:
    choose(Looks(theme=theme))
    box = form.findChildren(QComboBox)[0]
    box.setFocus()
    corner = box.grab().toImage().pixelColor(0, box.height() // 2)
    assert corner.name() == style.colours()["text"]
