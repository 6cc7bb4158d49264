"""Marking sheets out and back through a real workbook: changes, conflicts, errors, foreign and damaged files."""

import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from db.values import EssayResult, EssayScale
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.marking_sheet import file_name, read_sheet, write_problems, write_sheet
from desktop_app.services import essay_forwarding, essay_marking, essays, journal, marking_sheets, rounds
from desktop_app.services.marking_sheets import Difference
from desktop_app.services.store import Store
from tests.round_office import SmallRound, office, small_round

AN, NGA, ANH = "Nguyễn Văn An", "Hồ Thị Nga", "Trần Thị Ánh"
Change = Callable[[Any, dict[str, int], dict[str, int]], None]


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def in_points(store: Store, known: SmallRound) -> None:
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    rounds.amend(store, known.round_id, replace(draft, essay_scale=EssayScale.TEN_POINTS))


def sent(store: Store, known: SmallRound, folder: Path) -> Path:
    sheet = marking_sheets.outgoing(store, known.round_id)
    write_sheet(sheet, folder / file_name(sheet))
    return folder / file_name(sheet)


def filled(path: Path, change: Change) -> Path:
    """The workbook as a checker saves it; `change(sheet, row by name, column by title)`."""
    book = load_workbook(path)
    sheet = book["Phiếu chấm"]
    head = next(row for row in sheet.iter_rows() if "Kết quả" in [cell.value for cell in row])
    columns = {str(cell.value): cell.column for cell in head if cell.value}
    names = {
        str(sheet.cell(row, columns["Họ và tên"]).value): row
        for row in range(int(head[0].row or 0) + 1, sheet.max_row + 1)
    }
    change(sheet, names, columns)
    book.save(path)
    return path


def said(name: str, title: str, value: object) -> Change:
    def write(sheet: Any, rows: dict[str, int], columns: dict[str, int]) -> None:
        sheet.cell(rows[name], columns[title]).value = value

    return write


def compared(store: Store, path: Path) -> Difference:
    return marking_sheets.difference(store, read_sheet(path))


def state(store: Store, known: SmallRound, name: str) -> EssayState:
    return essays.standings(store, known.round_id, member_ids=[known.people[name]])[0].state


def test_a_sheet_that_comes_back_untouched_changes_nothing(store: Store, known: SmallRound, tmp_path: Path) -> None:
    found = compared(store, sent(store, known, tmp_path))
    assert (found.changes, found.unchanged, found.problems) == ((), 3, {})


def test_a_result_picked_elsewhere_is_written_and_undone_as_one(
    store: Store, known: SmallRound, tmp_path: Path
) -> None:
    path = filled(sent(store, known, tmp_path), said(NGA, "Kết quả", "Phải viết lại"))
    found = compared(store, path)
    assert [(each.name, each.before.words, each.after.words) for each in found.changes] == [
        (NGA, "chưa chấm", "Phải viết lại")
    ]
    assert marking_sheets.write(store, found, [found.changes[0].number]) == 1
    assert state(store, known, NGA) is EssayState.REWRITE
    journal.undo(store)
    assert state(store, known, NGA) is EssayState.RECEIVED


@pytest.mark.parametrize(("typed", "score"), [(8.5, "8,5"), ("8,5", "8,5"), (9, "9")])
def test_points_come_back_with_their_result(
    store: Store, known: SmallRound, tmp_path: Path, typed: object, score: str
) -> None:
    in_points(store, known)
    found = compared(store, filled(sent(store, known, tmp_path), said(NGA, "Điểm", typed)))
    assert [(each.after.score, each.after.result) for each in found.changes] == [(score, EssayResult.PASSED)]


def test_a_blank_takes_no_result_away(store: Store, known: SmallRound, tmp_path: Path) -> None:
    assert compared(store, filled(sent(store, known, tmp_path), said(AN, "Kết quả", None))).changes == ()


def test_rows_may_be_sorted(store: Store, known: SmallRound, tmp_path: Path) -> None:
    def turned(sheet: Any, rows: dict[str, int], columns: dict[str, int]) -> None:
        lines = [[sheet.cell(row, column).value for column in columns.values()] for row in rows.values()]
        for row, line in zip(rows.values(), reversed(lines), strict=True):
            for column, value in zip(columns.values(), line, strict=True):
                sheet.cell(row, column).value = value

    assert compared(store, filled(sent(store, known, tmp_path), turned)).unchanged == 3


def test_a_result_changed_meanwhile_is_a_conflict(store: Store, known: SmallRound, tmp_path: Path) -> None:
    path = filled(sent(store, known, tmp_path), said(NGA, "Kết quả", "Phải viết lại"))
    essays.assess(store, known.round_id, [known.people[NGA]], EssayResult.PASSED)
    [found] = compared(store, path).changes
    assert found.conflict and found.before.result is EssayResult.PASSED


def test_a_book_changed_after_comparing_is_not_overwritten(store: Store, known: SmallRound, tmp_path: Path) -> None:
    found = compared(store, filled(sent(store, known, tmp_path), said(NGA, "Kết quả", "Đạt")))
    essays.assess(store, known.round_id, [known.people[NGA]], EssayResult.REWRITE)
    with pytest.raises(Refusal, match="Sổ vừa thay đổi"):
        marking_sheets.write(store, found, [each.number for each in found.changes])


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (said(NGA, "Kết quả", "hay"), "không phải kết quả"),
        (said(NGA, "Mã bài (không sửa)", None), "không có mã của bài"),
    ],
)
def test_rows_that_cannot_be_taken_come_back_with_the_reason(
    store: Store, known: SmallRound, tmp_path: Path, change: Change, why: str
) -> None:
    path = filled(sent(store, known, tmp_path), change)
    found = compared(store, path)
    assert [why in reason for reason in found.problems.values()] == [True]
    assert write_problems(path, found, tmp_path / "lỗi.xlsx") == 1
    cells = [str(cell.value) for row in load_workbook(tmp_path / "lỗi.xlsx")["Phiếu chấm"].iter_rows() for cell in row]
    assert any(why in text for text in cells)
    again = filled(tmp_path / "lỗi.xlsx", said(NGA, "Kết quả", "Đạt"))
    assert len(compared(store, again).changes) == (1 if "kết quả" in why else 0)


def test_a_score_out_of_range_is_told(store: Store, known: SmallRound, tmp_path: Path) -> None:
    in_points(store, known)
    found = compared(store, filled(sent(store, known, tmp_path), said(NGA, "Điểm", 85)))
    assert ["từ 0 đến 10" in reason for reason in found.problems.values()] == [True]


def test_an_essay_withdrawn_or_confirmed_meanwhile_is_told(store: Store, known: SmallRound, tmp_path: Path) -> None:
    path = filled(sent(store, known, tmp_path), said(NGA, "Kết quả", "Đạt"))
    path = filled(path, said(AN, "Kết quả", "Phải viết lại"))
    essays.withdraw(store, known.round_id, [known.people[NGA]])
    essay_forwarding.confirm(store, known.round_id, [known.people[AN]], "Đảng ủy")
    told = " ".join(compared(store, path).problems.values())
    assert "đã rút" in told and "đã xác nhận" in told


def test_a_sheet_of_another_store_is_refused(store: Store, known: SmallRound, tmp_path: Path) -> None:
    path = sent(store, known, tmp_path)
    other = office()
    small_round(other)
    with pytest.raises(Refusal, match="không có trong sổ này"):
        compared(other, path)
    other.close()


def test_a_hidden_part_that_was_touched_is_refused(store: Store, known: SmallRound, tmp_path: Path) -> None:
    path = sent(store, known, tmp_path)
    book = load_workbook(path)
    book["so-hoc-tap"].cell(3, 2).value = "rewrite"
    book.save(path)
    with pytest.raises(Refusal, match="bị sửa ở phần ẩn"):
        compared(store, path)


def test_a_workbook_of_somebody_else_is_refused(store: Store, known: SmallRound, tmp_path: Path) -> None:
    path = sent(store, known, tmp_path)
    book = load_workbook(path)
    del book["so-hoc-tap"]
    book.save(path)
    with pytest.raises(Refusal, match="không phải phiếu chấm"):
        read_sheet(path)


def test_each_checker_gets_a_sheet_and_other_cells_one_each(store: Store, known: SmallRound) -> None:
    cells = dict(zip(known.cell_ids, ("Đội Cung 1", "Đội Cung 2", "Trường Mầm non"), strict=True))
    essay_marking.assign(store, known.round_id, known.cell_ids[:2], "Trần Văn Chủ")
    sheets = marking_sheets.by_checker(store, known.round_id, cells)
    assert [(each.scope, file_name(each)) for each in sheets] == [
        ("Trần Văn Chủ", "phieu-cham-tran-van-chu.xlsx"),
        ("Trường Mầm non", "phieu-cham-truong-mam-non.xlsx"),
    ]


def test_without_essays_there_is_nothing_to_send(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="Không có bài nào để chấm"):
        marking_sheets.by_checker(store, known.round_id, {999: "Chi bộ lạ"})


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_sheet_saved_by_libreoffice_reads_back(store: Store, known: SmallRound, tmp_path: Path, kind: str) -> None:
    path = filled(sent(store, known, tmp_path), said(NGA, "Kết quả", "Đạt"))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(tmp_path / "out"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    found = compared(store, tmp_path / "out" / f"{path.stem}.{kind}")
    assert [(each.name, each.after.words) for each in found.changes] == [(NGA, "Đạt")]
