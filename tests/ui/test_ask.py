"""The boxes themselves: which button Enter presses, and that every button is reached by the keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import ask
from desktop_app.ui.ask import Boxes, Leaving
from tests.ui.hands import pressed


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def answered(question: Callable[[], Any], *keys: Qt.Key) -> Any:
    """Ask, and press these keys where the keyboard is."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QDialog)
        for key in keys:
            QTest.keyClick(box.focusWidget() or box, key)

    QTimer.singleShot(50, press)
    return question()


def test_enter_does_what_can_be_undone(ground: QWidget) -> None:
    assert answered(lambda: Boxes().confirm(ground, "Chốt?", "Chốt danh sách"), Qt.Key.Key_Return) is True


@pytest.mark.parametrize(("keys", "agreed"), [((), False), ((Qt.Key.Key_Backtab,), True), ((Qt.Key.Key_Left,), True)])
def test_enter_destroys_only_after_going_to_the_button(ground: QWidget, keys: tuple[Qt.Key, ...], agreed: bool) -> None:
    asked = answered(lambda: Boxes().confirm(ground, "Xóa?", "Xóa hẳn", lasting=True), *keys, Qt.Key.Key_Return)
    assert asked is agreed


def test_the_verb_of_a_dangerous_question_is_pressed_by_the_mouse(ground: QWidget) -> None:
    def press() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        pressed(box, "Xóa hẳn")

    QTimer.singleShot(50, press)
    assert Boxes().confirm(ground, "Xóa?", "Xóa hẳn", lasting=True)


def test_a_list_that_is_dangerous_to_agree_to_is_left_by_enter(ground: QWidget) -> None:
    assert not answered(
        lambda: Boxes().confirm_list(ground, "Xóa?", ["An"], "Xóa hẳn", lasting=True), Qt.Key.Key_Return
    )


def test_typing_can_be_written_dropped_or_gone_on_with(ground: QWidget) -> None:
    captions: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert box is not None
        captions.extend(each.text() for each in box.findChildren(QPushButton))
        pressed(box, "Ghi rồi đóng")

    QTimer.singleShot(50, look)
    assert Boxes().leave(ground, "Chưa ghi.", "Ghi rồi đóng") is Leaving.SAVE
    assert set(captions) == {"Ghi rồi đóng", "Đóng, không ghi", "Thôi"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_esc_go_on_with_what_is_typed(ground: QWidget, key: Qt.Key, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "answers", Boxes())
    assert answered(lambda: ask.leave(ground, "Chưa ghi."), key) is Leaving.STAY
