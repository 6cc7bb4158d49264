"""What a cell of the attendance grid says: the mark, its reason, the day it was made up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.records import MakeUp, Mark
from db.values import MakeUpForm, MarkStatus
from desktop_app.ui.attendance_model import FIRST, AttendanceModel, mark_words
from tests.ui.grid_hands import a_sheet

MISSED = (1, 2)
MADE_UP = MakeUp(half_day_id=1, member_id=2, made_up_on="2021-04-05", form=MakeUpForm.SELF_STUDY)
ABSENCE = Mark(half_day_id=1, member_id=2, status=MarkStatus.ABSENT_EXCUSED, reason="ốm")


@pytest.mark.parametrize(
    ("mark", "narrow", "makeup", "words"),
    [
        (None, False, None, ""),
        (ABSENCE, False, None, "Vắng có lý do: ốm"),
        (ABSENCE, False, MADE_UP, "Học bù 5/4, vắng có lý do: ốm"),
        (ABSENCE, True, MADE_UP, "Bù 5/4, có lý do: ốm"),
        (None, False, MADE_UP, "Học bù 5/4"),
    ],
)
def test_a_make_up_stands_before_the_absence_it_settles(
    mark: Mark | None, narrow: bool, makeup: MakeUp | None, words: str
) -> None:
    assert mark_words(mark, narrow, makeup) == words


def test_a_make_up_comes_and_goes_while_the_same_people_are_shown() -> None:
    model, sheet = AttendanceModel(), a_sheet({MISSED: MarkStatus.ABSENT_EXCUSED})
    model.show(replace(sheet, makeups={MISSED: MADE_UP}))
    cell = model.index(1, FIRST)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "Vắng có lý do. Đã học bù 05/04/2021, tự nghiên cứu"
    model.show(sheet)
    assert cell.data() == "Vắng có lý do"
