"""What a cell of the attendance grid says: the mark, its reason, the day it was made up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from db.records import MakeUp, Mark
from db.values import Deduction, MakeUpForm, MarkStatus
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


@pytest.mark.parametrize(
    ("narrow", "venue", "words"),
    [
        (False, "", "Có mặt, đến muộn, về sớm: mưa to"),
        (True, "", "Có mặt (M, S): mưa to"),
        (False, "Nhà văn hóa", "Học tại Nhà văn hóa, đến muộn, về sớm: mưa to"),
    ],
)
def test_late_early_place_and_remark_stand_with_presence(narrow: bool, venue: str, words: str) -> None:
    mark = Mark(half_day_id=1, member_id=2, status=MarkStatus.PRESENT, late=True, left_early=True, remark="mưa to")
    assert mark_words(mark, narrow, None, venue) == words


def test_visitors_stand_below_and_the_exempt_are_not_counted_as_blank() -> None:
    model, sheet = AttendanceModel(), a_sheet()
    exempt = replace(sheet.rows[1], deduction=Deduction.EXEMPT)
    model.show(replace(sheet, rows=(sheet.rows[0], exempt), visitors=(sheet.rows[2],)))
    assert [model.index(row, 1).data() for row in range(3)] == [
        "Nguyễn Văn An",
        "Trần Thị Bình (miễn sinh hoạt)",
        "Lê Đức Cường",
    ]
    assert model.count(1, None) == 2
    assert model.blanks([(1, 1), (1, 2), (1, 3)]) == [(1, 1), (1, 3)]
    model.put({(1, 2): Mark(half_day_id=1, member_id=2, status=MarkStatus.PRESENT)})
    assert (model.count(1, None), model.count(1, MarkStatus.PRESENT)) == (2, 1)
