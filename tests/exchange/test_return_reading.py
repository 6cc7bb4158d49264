"""Workbooks of marks sent out, filled and read back: only what a person changed is a change."""

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.values import MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.return_reading import read_return
from desktop_app.exchange.return_workbook import HIDDEN_SHEET, SHEET
from desktop_app.services import attendance, journal, returns
from desktop_app.services.return_sheets import Target
from desktop_app.services.returned_files import recognised
from desktop_app.services.returns import Difference, LineKind
from desktop_app.services.store import Store
from tests.exchange.files import workbook
from tests.exchange.returned import add_row, fill, sent, sort_backwards, spoil
from tests.round_office import SmallRound, small_round

SATURDAY, SUNDAY_LATE = "Sáng 27/03/2021", "Chiều 28/03/2021"


@pytest.fixture
def small(store: Store) -> SmallRound:
    return small_round(store)


def compared(store: Store, path: Path) -> Difference:
    return recognised(store, read_return(path))


def kinds(found: Difference) -> set[LineKind]:
    return {line.kind for line in found.lines}


def unmarked(store: Store, small: SmallRound, name: str) -> None:
    """Take all marks of a person off, as if nobody had marked them yet."""
    attendance.mark(store, small.conference_id, [(day, small.people[name]) for day in small.half_day_ids], None)


def test_a_workbook_as_it_went_out_changes_nothing(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = compared(store, sent(store, small, tmp_path))
    assert kinds(found) == {LineKind.UNCHANGED}
    assert returns.take(store, [found]).marks == 0


def test_marks_picked_from_the_list_are_taken_over(store: Store, small: SmallRound, tmp_path: Path) -> None:
    unmarked(store, small, "Nguyễn Văn An")
    path = sent(store, small, tmp_path)
    fill(path, {("Nguyễn Văn An", SATURDAY): "Vắng có lý do", ("Nguyễn Văn An", "Lý do vắng"): "ốm"})
    assert returns.take(store, [compared(store, path)]).marks == 1
    mark = attendance.sheet(store, small.conference_id).marks[small.half_day_ids[0], small.people["Nguyễn Văn An"]]
    assert (mark.status, mark.reason) == (MarkStatus.ABSENT_EXCUSED, "ốm")


def test_rows_may_be_sorted(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = sort_backwards(sent(store, small, tmp_path))
    assert kinds(compared(store, path)) == {LineKind.UNCHANGED}


def test_a_blank_never_clears_a_mark(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): ""})
    before = attendance.sheet(store, small.conference_id).marks
    returns.take(store, [compared(store, path)])
    assert attendance.sheet(store, small.conference_id).marks == before


def test_a_mark_changed_only_in_the_file_is_a_change(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Vắng không lý do"})
    (line,) = [line for line in compared(store, path).lines if line.kind is not LineKind.UNCHANGED]
    assert line.kind is LineKind.CHANGED
    assert line.present is not None and line.present.status is MarkStatus.PRESENT


def test_a_mark_changed_only_in_the_book_stays(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = sent(store, small, tmp_path)
    place = (small.half_day_ids[0], small.people["Nguyễn Văn An"])
    attendance.mark(store, small.conference_id, [place], MarkStatus.ABSENT)
    assert kinds(compared(store, path)) == {LineKind.UNCHANGED}


def test_a_mark_changed_on_both_sides_is_asked_about(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Vắng không lý do"})
    place = (small.half_day_ids[0], small.people["Nguyễn Văn An"])
    attendance.mark(store, small.conference_id, [place], MarkStatus.ABSENT)
    found = compared(store, path)
    (line,) = [line for line in found.lines if line.kind is LineKind.CONFLICT]
    assert returns.take(store, [found]).marks == 0
    assert returns.take(store, [found], {found.key(line)}).marks == 1
    assert attendance.sheet(store, small.conference_id).marks[place].status is MarkStatus.ABSENT_UNEXCUSED


def test_a_row_added_for_someone_on_the_roll_is_theirs(store: Store, small: SmallRound, tmp_path: Path) -> None:
    unmarked(store, small, "Trần Thị Ánh")
    path = sent(store, small, tmp_path)
    add_row(path, {"Họ và tên": "trần thị ánh", SATURDAY: "Có mặt"})
    (line,) = [line for line in compared(store, path).lines if line.kind is LineKind.NEW]
    assert line.member_id == small.people["Trần Thị Ánh"]


def test_a_stranger_is_written_in_only_when_chosen(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = add_row(sent(store, small, tmp_path), {"Họ và tên": "Lò Văn Lạ", SATURDAY: "Có mặt"})
    found = compared(store, path)
    (line,) = [line for line in found.lines if line.kind is LineKind.STRANGER]
    assert returns.take(store, [found]).written_in == 0
    assert returns.take(store, [found], {found.key(line)}).written_in == 1
    assert "Lò Văn Lạ" in {row.full_name for row in attendance.sheet(store, small.conference_id).rows}


def test_taking_files_over_is_taken_back_whole(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Vắng không lý do"})
    add_row(path, {"Họ và tên": "Lò Văn Lạ", SATURDAY: "Có mặt"})
    before = attendance.sheet(store, small.conference_id)
    found = compared(store, path)
    returns.take(store, [found], {found.key(line) for line in found.lines})
    journal.undo(store)
    assert attendance.sheet(store, small.conference_id) == before


def test_a_mark_nobody_understands_is_a_problem(store: Store, small: SmallRound, tmp_path: Path) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "chắc là có"})
    (line,) = [line for line in compared(store, path).lines if line.kind is LineKind.PROBLEM]
    assert "chắc là có" in line.problem


def test_a_row_whose_name_was_sorted_away_from_its_id_is_a_problem(
    store: Store, small: SmallRound, tmp_path: Path
) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", "Họ và tên"): "Phạm Văn Ân"})
    assert "Họ tên và mã ẩn" in next(line.problem for line in compared(store, path).lines if line.problem)


def test_an_overtaken_workbook_is_refused(store: Store, small: SmallRound, tmp_path: Path) -> None:
    old = sent(store, small, tmp_path)
    sent(store, small, tmp_path)
    with pytest.raises(Refusal, match="phiếu lần 1 của Chi bộ Đội Cung 1, nhưng đã gửi phiếu lần 2"):
        compared(store, old)


def test_a_spoiled_workbook_is_refused(store: Store, small: SmallRound, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="đã bị sửa hoặc hỏng"):
        compared(store, spoil(sent(store, small, tmp_path)))


def test_a_workbook_of_another_place_or_conference_is_refused(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = read_return(sent(store, small, tmp_path))
    with pytest.raises(Refusal, match="không phải của nơi đang chọn"):
        recognised(store, found, target=Target(cell_id=small.cell_ids[1]))
    with pytest.raises(Refusal, match="hội nghị khác"):
        recognised(store, found, conference_id=small.conference_id + 1)


def test_a_workbook_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    path = workbook(tmp_path / "khac.xlsx", ("DS", [["Họ và tên"], ["Nguyễn Văn An"]]))
    with pytest.raises(Refusal, match="không phải phiếu điểm danh do sổ này gửi đi"):
        read_return(path)


def test_choices_are_offered_in_every_half_day_of_every_row(store: Store, small: SmallRound, tmp_path: Path) -> None:
    book = load_workbook(sent(store, small, tmp_path))
    (choice,) = book[SHEET].data_validations.dataValidation
    assert "Vắng không lý do" in str(choice.formula1)
    assert book[HIDDEN_SHEET].sheet_state == "hidden"
    assert book[SHEET].column_dimensions["A"].hidden


def test_two_files_at_odds_about_one_person_are_refused_by_name(
    store: Store, small: SmallRound, tmp_path: Path
) -> None:
    unmarked(store, small, "Nguyễn Văn An")
    one = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Có mặt"})
    venue = sent(store, small, tmp_path, Target(venue_id=small.venue_ids[0]))
    other = fill(venue, {("Nguyễn Văn An", SATURDAY): "Vắng có lý do"})
    found = [compared(store, one), compared(store, other)]
    with pytest.raises(Refusal, match="ghi khác nhau về Nguyễn Văn An"):
        returns.take(store, found)


def test_two_files_of_one_name_are_refused(store: Store, small: SmallRound, tmp_path: Path) -> None:
    found = compared(store, sent(store, small, tmp_path))
    with pytest.raises(Refusal, match="hai tệp cùng tên “phieu-1"):
        returns.take(store, [found, found])


def test_two_files_that_agree_are_both_taken_over(store: Store, small: SmallRound, tmp_path: Path) -> None:
    unmarked(store, small, "Nguyễn Văn An")
    one = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Có mặt"})
    venue = sent(store, small, tmp_path, Target(venue_id=small.venue_ids[0]))
    other = fill(venue, {("Nguyễn Văn An", SATURDAY): "Có mặt"})
    assert returns.take(store, [compared(store, one), compared(store, other)]).marks == 2


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_saved_by_libreoffice_reads_back(store: Store, small: SmallRound, tmp_path: Path, kind: str) -> None:
    path = fill(sent(store, small, tmp_path), {("Nguyễn Văn An", SATURDAY): "Vắng không lý do"})
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = compared(store, tmp_path / "out" / f"{path.stem}.{kind}")
    assert [line.kind for line in found.lines if line.kind is not LineKind.UNCHANGED] == [LineKind.CHANGED]
