"""Fields read what people type, in whatever way, and say in a sentence what they cannot read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import Gender
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import ChoiceField, DateField, Field, LongTextField, NumberField, TextField
from tests.ui.hands import named, shown, typed

CELLS = [(number, f"Chi bộ Đội Cung {number}") for number in range(1, 12)] + [(20, "Chi bộ Trần Phú")]


def form_of(qtbot: QtBot, *fields: Field) -> FieldForm:
    form = FieldForm(fields)
    qtbot.addWidget(form)
    form.show()
    return form


@pytest.mark.parametrize("text", ["5/2/60", "05021960", "5.2.1960", "05-02-1960"])
def test_a_date_is_read_however_it_is_typed_and_shown_one_way(qtbot: QtBot, text: str) -> None:
    form = form_of(qtbot, DateField(key="born", label="Ngày sinh"), TextField(key="name", label="Tên"))
    line = named(form, QLineEdit, "Ngày sinh")
    typed(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == "05/02/1960"
    assert form.values() == {"born": "1960-02-05", "name": None}


def test_a_year_alone_is_a_birth_date(qtbot: QtBot) -> None:
    form = form_of(qtbot, DateField(key="born", label="Ngày sinh"))
    typed(named(form, QLineEdit, "Ngày sinh"), "1960")
    assert form.values() == {"born": "1960"}


def test_a_day_the_calendar_lacks_is_told_under_the_field(qtbot: QtBot) -> None:
    form = form_of(qtbot, DateField(key="born", label="Ngày sinh"))
    typed(named(form, QLineEdit, "Ngày sinh"), "31/2/1960")
    assert form.values() is None
    assert "Trong lịch không có ngày 31/2/1960" in shown(form)


def test_a_whole_date_is_asked_for_where_a_year_will_not_do(qtbot: QtBot) -> None:
    form = form_of(qtbot, DateField(key="on", label="Ngày nộp", whole=True))
    typed(named(form, QLineEdit, "Ngày nộp"), "2021")
    assert form.values() is None
    assert "Cần đủ ngày, tháng, năm" in shown(form)


def test_a_missing_required_field_is_told_and_takes_the_keyboard(qtbot: QtBot) -> None:
    form = form_of(qtbot, TextField(key="note", label="Ghi chú"), TextField(key="name", label="Tên", required=True))
    assert form.values() is None
    assert "hãy điền vào" in shown(form)
    assert form.focusWidget() is named(form, QLineEdit, "Tên")


def test_enter_goes_to_the_next_field_and_finishes_after_the_last(qtbot: QtBot) -> None:
    form = form_of(qtbot, TextField(key="a", label="Một"), TextField(key="b", label="Hai"))
    form.focus_first()
    QTest.keyClick(named(form, QLineEdit, "Một"), Qt.Key.Key_Return)
    assert form.focusWidget() is named(form, QLineEdit, "Hai")
    with qtbot.waitSignal(form.done):
        QTest.keyClick(named(form, QLineEdit, "Hai"), Qt.Key.Key_Return)


@pytest.mark.parametrize("text", ["Nguyễn Thị Ngọc Ánh", "Đặng Thuý Quỳnh", "Trần Ướt"])
def test_a_name_typed_with_unikey_arrives_whole(qtbot: QtBot, text: str) -> None:
    form = form_of(qtbot, TextField(key="name", label="Tên"))
    typed(named(form, QLineEdit, "Tên"), text)
    assert form.values() == {"name": text}


def test_a_long_list_typed_into_with_unikey_is_not_completed_inline(qtbot: QtBot) -> None:
    form = form_of(qtbot, ChoiceField(key="cell", label="Chi bộ", options=CELLS))
    box = named(form, QComboBox, "Chi bộ")
    line = box.lineEdit()
    assert line is not None
    typed(line, "Chi bộ Trần Phú")
    assert line.text() == "Chi bộ Trần Phú"
    assert form.values() == {"cell": 20}


def test_a_choice_is_found_without_accents(qtbot: QtBot) -> None:
    form = form_of(qtbot, ChoiceField(key="cell", label="Chi bộ", options=CELLS))
    line = named(form, QComboBox, "Chi bộ").lineEdit()
    assert line is not None
    typed(line, "chi bo tran phu")
    assert form.values() == {"cell": 20}


def test_a_choice_nobody_offered_is_told(qtbot: QtBot) -> None:
    form = form_of(qtbot, ChoiceField(key="cell", label="Chi bộ", options=CELLS))
    line = named(form, QComboBox, "Chi bộ").lineEdit()
    assert line is not None
    typed(line, "Chi bộ Lạ")
    assert form.values() is None
    assert "Không có “Chi bộ Lạ” trong danh sách" in shown(form)


def test_a_closed_set_comes_back_as_its_own_value(qtbot: QtBot) -> None:
    options = [(Gender.MALE, "Nam"), (Gender.FEMALE, "Nữ")]
    form = form_of(qtbot, ChoiceField(key="gender", label="Giới tính", options=options))
    form.set_values({"gender": Gender.FEMALE})
    read = form.values()
    assert read is not None and read["gender"] is Gender.FEMALE


def test_a_number_with_dots_is_read_and_words_are_refused(qtbot: QtBot) -> None:
    form = form_of(qtbot, NumberField(key="n", label="Sức chứa"))
    typed(named(form, QLineEdit, "Sức chứa"), "1.976")
    assert form.values() == {"n": 1976}
    typed(named(form, QLineEdit, "Sức chứa"), "người")
    assert form.values() is None


def test_values_shown_are_read_back_unchanged(qtbot: QtBot) -> None:
    form = form_of(qtbot, DateField(key="d", label="Ngày"), LongTextField(key="t", label="Ghi chú"))
    values = {"d": "1960-02", "t": "Dòng một\nDòng hai"}
    form.set_values(values)
    assert form.values() == values


def test_enter_takes_the_only_line_that_fits(qtbot: QtBot) -> None:
    form = form_of(qtbot, ChoiceField(key="cell", label="Chi bộ", options=CELLS), TextField(key="name", label="Tên"))
    box = named(form, QComboBox, "Chi bộ")
    line = box.lineEdit()
    assert line is not None
    typed(line, "tran")
    line.editingFinished.emit()
    assert box.currentText() == "Chi bộ Trần Phú" and form.readable()["cell"] == 20


def test_of_several_lines_that_fit_none_is_taken(qtbot: QtBot) -> None:
    form = form_of(qtbot, ChoiceField(key="cell", label="Chi bộ", options=CELLS))
    line = named(form, QComboBox, "Chi bộ").lineEdit()
    assert line is not None
    typed(line, "doi cung")
    line.editingFinished.emit()
    assert form.values() is None and line.text() == "doi cung"
