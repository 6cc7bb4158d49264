"""Which columns the statistics table has and how they add up."""

from dataclasses import replace
from typing import Any

import pytest

from db.records import StudyRound
from desktop_app.forms.blocks import Note, Row, Table, TotalRow
from desktop_app.forms.statistics import FIGURES, cells, shown, statistics
from desktop_app.services.reports import Summary, SummaryRow

COUNTS = [name for name in SummaryRow.__dataclass_fields__ if name not in ("cell_id", "name")]
ZERO = SummaryRow(cell_id=None, name="TỔNG CỘNG", **dict.fromkeys(COUNTS, 0))
ROW = replace(ZERO, cell_id=1, name="Đội Cung 1", total=1976, must_attend=1976, attended=1975, studied=1975)


def of(*rows: SummaryRow) -> Summary:
    return Summary(round=StudyRound(id=1, name="Học tập"), rows=rows, total=replace(ROW, name="TỔNG CỘNG"))


def table_of(summary: Summary) -> Table:
    table = statistics(summary)[0]
    assert isinstance(table, Table)
    return table


def test_columns_that_are_zero_everywhere_are_left_out() -> None:
    fields = {figure.field for figure in shown(of(ROW))}
    assert {"total", "must_attend", "studied", "partial"} <= fields
    assert not {"other", "hosted", "absent", "handed_in_late"} & fields


@pytest.mark.parametrize("field", [figure.field for figure in FIGURES if figure.optional and figure.field[0] != "u"])
def test_an_optional_column_comes_back_with_its_first_figure(field: str) -> None:
    one: Any = {field: 1}
    assert field in {figure.field for figure in shown(of(replace(ROW, **one)))}


def test_figures_are_grouped_and_never_rounded_up_to_the_whole() -> None:
    figures = [figure for figure in FIGURES if figure.field in ("total", "attended_percent")]
    assert cells(ROW, figures) == ("1.976", "99,95")


def test_the_table_has_a_row_a_cell_and_a_total() -> None:
    rows = table_of(of(ROW)).rows
    assert table_of(of(ROW)).numbers[:3] == ("", "", "(1)")
    assert [row.cells[:2] for row in rows if isinstance(row, Row)] == [("1", "Đội Cung 1")]
    assert isinstance(rows[-1], TotalRow) and rows[-1].label == "TỔNG CỘNG"


def test_the_columns_leave_room_for_the_name_on_landscape_paper() -> None:
    counts: Any = dict.fromkeys(COUNTS, 1976)
    full = of(replace(ROW, **counts))
    assert len(shown(full)) == len(FIGURES)
    assert 252 - sum(column.mm or 0 for column in table_of(full).columns) >= 24


def test_the_note_names_the_columns_each_sum_is_made_of() -> None:
    note = statistics(of(ROW))[1]
    assert isinstance(note, Note)
    assert "số phải dự (6) = (3) – (4) – (5) = (7) + (9) + (10) + (11)" in note.text
    assert "tỷ lệ % (8) = (7) : (6)" in note.text


def test_people_here_for_a_time_are_added_and_left_out_of_the_second_rate() -> None:
    summary = of(replace(ROW, hosted=2))
    note = statistics(replace(summary, total=replace(summary.total, hosted=2)))[1]
    assert isinstance(note, Note)
    assert "số phải dự (7) = (3) + (6) – (4) – (5)" in note.text
    assert "không kể đảng viên nơi khác đến" in note.text


def note_of(**figures: Any) -> str:
    summary = of(ROW)
    note = statistics(replace(summary, total=replace(summary.total, **figures)))[1]
    assert isinstance(note, Note) and isinstance(note.text, str)
    return note.text


def test_absences_of_those_who_came_to_some_half_days_are_told_under_the_table() -> None:
    text = note_of(partial=6, partial_excused=12, partial_unexcused=1)
    assert "ở cột (9), trong đó có 12 lượt vắng có lý do, 1 lượt vắng không lý do;" in text


def test_nothing_is_said_of_partial_attendance_where_there_is_none() -> None:
    assert "một số buổi" not in note_of(partial=0)
