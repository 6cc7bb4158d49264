"""Attendance lists of others: names, columns of marks in whatever words, and whom they mean on the roll."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from db.values import MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.attendance_list import AttendanceList, guessed_half_days, read_list, said_rows
from desktop_app.services import attendance, returns
from desktop_app.services.conferences import conference
from desktop_app.services.returns import Line, LineKind
from desktop_app.services.store import Store
from tests.exchange.files import workbook
from tests.round_office import SmallRound, small_round

HEAD = ["STT", "Họ và tên", "Năm sinh"]


@pytest.fixture
def small(store: Store) -> SmallRound:
    made = small_round(store)
    people = list(made.people.values())
    due = attendance.sheet(store, made.conference_id)
    places = [(day.id, row.member_id) for day in due.half_days for row in due.rows if row.member_id in people]
    attendance.mark(store, made.conference_id, places, None)
    return made


def listed(folder: Path, *rows: Sequence[object], head: list[str] | None = None) -> AttendanceList:
    numbered = [[at, *row] for at, row in enumerate(rows, 1)]
    table: list[Sequence[object]] = [["DANH SÁCH ĐIỂM DANH"], [], head or [*HEAD, "Điểm danh"], *numbered]
    return read_list(workbook(folder / "ds.xlsx", ("DS", table)))


def lines(store: Store, small: SmallRound, found: AttendanceList, **answers: MarkStatus) -> tuple[Line, ...]:
    days = conference(store, small.conference_id).half_days
    rows = said_rows(found, guessed_half_days(found, days))
    return returns.compare(store, small.conference_id, rows, answers)


def test_one_column_of_marks_is_of_every_half_day(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = lines(store, small, listed(tmp_path, ["Nguyễn Văn An", 1950, "x"], ["Trần Thị Ánh", "", "KP"]))
    statuses = [(line.row.name, line.given.status) for line in found]
    assert statuses.count(("Nguyễn Văn An", MarkStatus.PRESENT)) == 4
    assert statuses.count(("Trần Thị Ánh", MarkStatus.ABSENT_UNEXCUSED)) == 4
    assert {line.kind for line in found} == {LineKind.NEW}


def test_a_column_for_each_half_day_is_taken_in_order(store: Store, small: SmallRound, tmp_path: Path) -> None:
    head = [*HEAD, "B1", "B2", "B3", "B4"]
    found = lines(store, small, listed(tmp_path, ["Nguyễn Văn An", 1950, "x", "vắng", "+", "0"], head=head))
    assert [line.given.status for line in found] == [
        MarkStatus.PRESENT,
        MarkStatus.ABSENT,
        MarkStatus.PRESENT,
        MarkStatus.ABSENT,
    ]


def test_a_title_that_names_its_half_day_decides(store: Store, small: SmallRound, tmp_path: Path) -> None:
    head = [*HEAD, "Chiều 28/3", "Sáng 27/3"]
    found = lines(store, small, listed(tmp_path, ["Nguyễn Văn An", 1950, "vắng", "x"], head=head))
    by_day = {line.half_day.id: line.given.status for line in found if line.half_day}
    assert by_day == {
        small.half_day_ids[3]: MarkStatus.ABSENT,
        small.half_day_ids[0]: MarkStatus.PRESENT,
    }


def test_a_tick_under_a_title_that_is_a_mark_means_that_mark(store: Store, small: SmallRound, tmp_path: Path) -> None:
    head = [*HEAD, "Có mặt", "Vắng có lý do", "Vắng không lý do"]
    rows = (["Nguyễn Văn An", "", "x", "", ""], ["Trần Thị Ánh", "", "", "x", ""], ["Phạm Văn Ân", "", "", "", "x"])
    found = lines(store, small, listed(tmp_path, *rows, head=head))
    assert [line.given.status for line in found[::4]] == [
        MarkStatus.PRESENT,
        MarkStatus.ABSENT_EXCUSED,
        MarkStatus.ABSENT_UNEXCUSED,
    ]


def test_a_letter_of_two_meanings_waits_for_an_answer(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = listed(tmp_path, ["Nguyễn Văn An", "", "P"], ["Trần Thị Ánh", "", "x"])
    assert returns.doubts(said_rows(found, {column.place: small.half_day_ids for column in found.columns})) == ("p",)
    assert lines(store, small, found)[0].kind is LineKind.PROBLEM
    assert lines(store, small, found, p=MarkStatus.ABSENT_EXCUSED)[0].given.status is MarkStatus.ABSENT_EXCUSED


def test_a_reason_in_the_cell_goes_with_the_absence(store: Store, small: SmallRound, tmp_path: Path) -> None:
    line = lines(store, small, listed(tmp_path, ["Nguyễn Văn An", "", "vắng (ốm)"], ["Trần Thị Ánh", "", "x"]))[0]
    assert (line.given.status, line.given.reason) == (MarkStatus.ABSENT_EXCUSED, "ốm")


def test_a_mark_that_stands_otherwise_is_a_conflict(store: Store, small: SmallRound, tmp_path: Path) -> None:
    place = (small.half_day_ids[0], small.people["Nguyễn Văn An"])
    attendance.mark(store, small.conference_id, [place], MarkStatus.ABSENT)
    found = lines(store, small, listed(tmp_path, ["Nguyễn Văn An", "", "x"], ["Trần Thị Ánh", "", "x"]))
    assert [line.kind for line in found][:2] == [LineKind.CONFLICT, LineKind.NEW]


def test_who_is_not_on_the_roll_is_a_stranger(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = lines(store, small, listed(tmp_path, ["Lò Văn Lạ", "", "x"], ["Trần Thị Ánh", "", "x"]))
    assert {line.kind for line in found if line.row.name == "Lò Văn Lạ"} == {LineKind.STRANGER}


def test_a_person_listed_twice_is_a_problem(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = lines(store, small, listed(tmp_path, ["Trần Thị Ánh", "", "x"], ["Trần Thị Ánh", "", "0"]))
    assert [line.problem for line in found if line.kind is LineKind.PROBLEM] == [returns.TWICE.format(4)]


def test_a_list_without_marks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không thấy cột điểm danh"):
        listed(tmp_path, ["Nguyễn Văn An", 1950, "tổ trưởng"])


def test_columns_that_fit_no_half_day_are_refused(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = listed(tmp_path, ["Nguyễn Văn An", "", "x", "x"], head=[*HEAD, "A", "B"])
    with pytest.raises(Refusal, match=r"có 2 cột điểm danh .* hội nghị có 4 buổi"):
        lines(store, small, found)


def test_marks_right_beside_the_names_are_not_taken_for_names(tmp_path: Path) -> None:
    rows = [["Họ và tên", "Điểm danh"], ["Ngô Văn Hòa", "vắng"], ["Nguyễn Văn An", "x"]]
    found = read_list(workbook(tmp_path / "ds.xlsx", ("DS", rows)))
    assert [person.name for person in found.people] == ["Ngô Văn Hòa", "Nguyễn Văn An"]
    assert [column.title for column in found.columns] == ["Điểm danh"]


def test_a_file_with_a_list_on_each_sheet_is_refused_by_their_names(tmp_path: Path) -> None:
    rows: list[list[object]] = [[*HEAD, "Điểm danh"], [1, "Nguyễn Văn An", 1950, "x"]]
    path = workbook(tmp_path / "ds.xlsx", ("Phố 1", rows), ("Ghi chú", [["không có ai"]]), ("Phố 2", rows))
    with pytest.raises(Refusal, match="2 trang tính đều là danh sách điểm danh \\(“Phố 1”, “Phố 2”\\)"):
        read_list(path)
