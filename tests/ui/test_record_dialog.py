"""The dialog that holds work: nothing typed is thrown away unasked, what is wrong comes into view, doubts are shown."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.office import today
from desktop_app.ui.ask import Leaving
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import DateField, TextField
from desktop_app.ui.parts import button, page
from desktop_app.ui.record_dialog import RecordDialog, fill_in
from desktop_app.ui.screen import Screen
from desktop_app.ui.words import REQUIRED
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed

LATE = DateField(key="on", label="Ngày", whole=True, year=2026)


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    """What dialogs are opened over."""
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def opened(ground: QWidget, *, kept: list[Any], careful: bool = False) -> RecordDialog:
    fields = (TextField(key="name", label="Tên"), TextField(key="note", label="Ghi chú"))

    def advise(values: dict[str, Any]) -> dict[str, str]:
        return {"name": "Đã có người tên này; hãy xem lại."} if values["name"] == "An" else {}

    made = RecordDialog(ground, "Thêm", "Ghi", fields, {}, kept.append, advise, careful=careful)
    made.open()
    return made


@pytest.mark.parametrize("stays", [True, False])
def test_esc_does_not_throw_away_what_was_typed_unasked(ground: QWidget, answers: Answers, stays: bool) -> None:
    box = opened(ground, kept=[])
    typed(named(box, QLineEdit, "Tên"), "Bình")
    answers.coming.append(not stays)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.isVisible() is stays
    assert answers.asked == ["Chưa ghi những gì vừa nhập. [Ghi rồi đóng | Đóng, không ghi]"]
    answers.coming.append(True)


def test_alt_f4_asks_as_esc_does(ground: QWidget, answers: Answers) -> None:
    box = opened(ground, kept=[])
    typed(named(box, QLineEdit, "Tên"), "Bình")
    answers.coming.append(False)
    box.close()
    assert box.isVisible()
    assert named(box, QLineEdit, "Tên").text() == "Bình"
    answers.coming.append(True)


def test_an_untouched_form_is_left_without_a_question(ground: QWidget, answers: Answers) -> None:
    box = opened(ground, kept=[])
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_doubt_that_comes_up_with_the_press_is_shown_before_it_is_kept(ground: QWidget) -> None:
    kept: list[Any] = []
    box = opened(ground, kept=kept, careful=True)
    typed(named(box, QLineEdit, "Tên"), "An")
    pressed(box, "Ghi")
    assert kept == [] and "bấm “Ghi” lần nữa" in shown(box)
    pressed(box, "Ghi")
    assert [values["name"] for values in kept] == ["An"]


def test_the_first_problem_of_a_long_form_comes_into_view(ground: QWidget) -> None:
    fields = (LATE, *(TextField(key=f"t{n}", label=f"Ô {n}") for n in range(40)))
    box = RecordDialog(ground, "Thêm", "Ghi", fields, {}, lambda values: None)
    box.show()
    last = named(box, QLineEdit, "Ô 39")
    last.setFocus()
    typed(named(box, QLineEdit, "Ngày"), "xx")
    pressed(box, "Ghi")
    line = named(box, QLineEdit, "Ngày")
    assert box.focusWidget() is line
    assert box.rect().contains(line.mapTo(box, QPoint(0, 0)))


def test_a_day_without_a_year_is_of_the_year_of_the_office(qtbot: QtBot) -> None:
    form = FieldForm((LATE,))
    qtbot.addWidget(form)
    typed(named(form, QLineEdit, "Ngày"), "17/11")
    assert form.values() == {"on": "2026-11-17"}


def test_a_sentence_under_a_field_moves_nothing(qtbot: QtBot) -> None:
    form = FieldForm((LATE, TextField(key="name", label="Tên")))
    qtbot.addWidget(form)
    form.resize(500, 200)
    form.show()
    before = named(form, QLineEdit, "Tên").y()
    form.note("on", "Ghi ngày khác.")
    QTest.qWait(20)
    assert named(form, QLineEdit, "Tên").y() == before


def test_a_sentence_goes_while_the_field_is_being_mended(qtbot: QtBot) -> None:
    form = FieldForm((TextField(key="name", label="Tên", required=True), LATE))
    qtbot.addWidget(form)
    form.show()
    assert form.values() is None and "hãy điền vào" in shown(form)
    typed(named(form, QLineEdit, "Tên"), "A")
    assert "hãy điền vào" not in shown(form)


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot) -> None:
    done: list[str] = []
    made: QWidget = page(button("Làm", lambda: done.append("x")))
    qtbot.addWidget(made)
    made.show()
    QTest.keyClick(made.findChildren(QPushButton)[0], Qt.Key.Key_Return)
    assert done == ["x"]


def test_a_form_over_a_screen_knows_the_year_of_its_store(desk: Desk, qtbot: QtBot) -> None:
    screen, kept = Screen(desk), list[Any]()
    qtbot.addWidget(screen)
    screen.show()
    box = fill_in(screen, "Thêm", "Ghi", (DateField(key="on", label="Ngày", whole=True),), {}, kept.append)
    typed(named(box, QLineEdit, "Ngày"), "17/11")
    pressed(box, "Ghi")
    assert kept == [{"on": f"{today(desk.store).year}-11-17"}]


def test_f1_in_a_form_says_how_it_is_filled_in(ground: QWidget) -> None:
    box = opened(ground, kept=[])
    QTest.keyClick(named(box, QLineEdit, "Tên"), Qt.Key.Key_F1)
    assert "như bấm “Ghi”; Ctrl+S" in shown(box)


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_with_enter_keeps_as_with_s(ground: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    kept: list[Any] = []
    made = opened(ground, kept=kept)
    line = named(made, QLineEdit, "Tên")
    typed(line, "Bình")
    made.activateWindow()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert [each["name"] for each in kept] == ["Bình"]


def test_what_was_typed_is_kept_on_the_way_out(ground: QWidget, answers: Answers) -> None:
    kept: list[Any] = []
    box = opened(ground, kept=kept)
    typed(named(box, QLineEdit, "Tên"), "Bình")
    answers.coming.append(Leaving.SAVE)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert kept == [{"name": "Bình", "note": None}] and not box.isVisible()


def test_what_cannot_be_kept_on_the_way_out_stays_with_its_sentence(ground: QWidget, answers: Answers) -> None:
    fields = (TextField(key="name", label="Tên", required=True), TextField(key="note", label="Ghi chú"))
    box = RecordDialog(ground, "Thêm", "Thêm người", fields, {}, print)
    box.open()
    typed(named(box, QLineEdit, "Ghi chú"), "x")
    answers.coming.append(Leaving.SAVE)
    box.close()
    assert box.isVisible() and REQUIRED in shown(box)
    assert answers.asked == ["Chưa ghi những gì vừa nhập. [Thêm người | Đóng, không ghi]"]
    answers.coming.append(True)


def test_the_keys_under_a_form_are_told_with_the_verb_of_its_button(ground: QWidget) -> None:
    box = RecordDialog(ground, "Sổ có mật khẩu", "Mở", (TextField(key="name", label="Tên"),), {}, print)
    box.open()
    assert "Ctrl+S: mở · Esc: thôi" in shown(box)
