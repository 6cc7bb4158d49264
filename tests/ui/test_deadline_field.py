"""The field of a deadline, typed into as a clerk does."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.deadline_field import DeadlineField
from desktop_app.ui.field_form import FieldForm
from tests.ui.hands import named, shown, typed


@pytest.fixture
def form(qtbot: QtBot) -> FieldForm:
    made = FieldForm((DeadlineField(key="due_on", label="Hạn", year=2026),))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("trong tháng 4", "2026-04-30"),
        ("trước ngày 11/12", "2026-12-10"),
        ("quý II", "2026-06-30"),
        ("30/6/2025", "2025-06-30"),
        ("", None),
    ],
)
def test_the_last_day_in_time_is_kept(form: FieldForm, words: str, kept: str | None) -> None:
    typed(named(form, QLineEdit, "Hạn"), words)
    assert form.values() == {"due_on": kept}


def test_words_turn_into_the_day_when_the_field_is_left(form: FieldForm) -> None:
    line = named(form, QLineEdit, "Hạn")
    typed(line, "trong tháng 4")
    line.editingFinished.emit()
    assert line.text() == "30/04/2026"


def test_what_is_no_deadline_is_told_beside_the_field(form: FieldForm) -> None:
    typed(named(form, QLineEdit, "Hạn"), "sớm nhất")
    assert form.values() is None
    assert "gõ như 30/04/2026" in shown(form)
