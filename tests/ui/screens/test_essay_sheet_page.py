"""Marking sheets in the window: out into a folder, back from a file, compared before they are written."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from db.values import EssayResult
from desktop_app.services import essays
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.essay_checkers_page import EssayCheckersPage
from desktop_app.ui.screens.essay_sheet_page import EssaySheetPage
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows, shown

NGA, ANH = "Hồ Thị Nga", "Trần Thị Ánh"


@pytest.fixture
def desk(kept_store: Store, qtbot: QtBot) -> Iterator[Desk]:
    """Over a store in a file: sheets are written and read beside the window."""
    made = Desk(kept_store, Background())
    yield made
    made.background.wait()


@pytest.fixture
def made(desk: Desk) -> SmallRound:
    return small_round(desk.store)


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssayCheckersPage:
    found = EssayCheckersPage(desk, made.round_id)
    qtbot.addWidget(found)
    found.show()
    return found


def sent(page: EssayCheckersPage, desk: Desk, answers: Answers, qtbot: QtBot, folder: Path) -> Path:
    """The sheet of the cell of Ánh and Nga's neighbours."""
    answers.coming = [folder]
    page.table.selectAll()
    with qtbot.waitSignal(desk.said):
        pressed(page, "Gửi phiếu chấm…")
    return folder / "phieu-cham-truong-mam-non-dong-tho.xlsx"


def compared(
    page: EssayCheckersPage, desk: Desk, answers: Answers, qtbot: QtBot, path: Path, result: str
) -> EssaySheetPage:
    book = load_workbook(path)
    sheet = book["Phiếu chấm"]
    columns = {str(cell.value): cell.column for row in sheet.iter_rows() for cell in row if cell.value == "Kết quả"}
    [row] = [cell.row for row in sheet.iter_rows() for cell in row if cell.value == NGA]
    sheet.cell(int(row or 0), int(columns["Kết quả"] or 0)).value = result
    book.save(path)
    answers.coming = [path]
    with qtbot.waitSignal(desk.page_opened, timeout=20_000) as signal:
        pressed(page, "Nhận phiếu chấm…")
    found = signal.args[0]
    assert isinstance(found, EssaySheetPage)
    qtbot.addWidget(found)
    found.show()
    return found


def test_a_returned_sheet_is_shown_and_then_written(
    page: EssayCheckersPage, desk: Desk, made: SmallRound, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = sent(page, desk, answers, qtbot, tmp_path)
    found = compared(page, desk, answers, qtbot, path, "Đạt")
    assert [row[1:6:2] for row in rows(found)] == [["Sẽ ghi", "Trường Mầm non Đông Thọ", "Đạt"]]
    pressed(found, "Ghi các dòng đã chọn")
    [standing] = essays.standings(desk.store, made.round_id, member_ids=[made.people[NGA]])
    assert standing.last is not None and standing.last.result is EssayResult.PASSED


def test_a_conflict_is_shown_and_left_unchosen(
    page: EssayCheckersPage, desk: Desk, made: SmallRound, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = sent(page, desk, answers, qtbot, tmp_path)
    essays.assess(desk.store, made.round_id, [made.people[NGA]], EssayResult.REWRITE)
    found = compared(page, desk, answers, qtbot, path, "Đạt")
    assert [row[1] for row in rows(found)] == ["Sổ đã đổi"] and found.table.selected_ids() == []


def test_rows_that_cannot_be_taken_are_saved_with_the_reason(
    page: EssayCheckersPage, desk: Desk, made: SmallRound, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    path = sent(page, desk, answers, qtbot, tmp_path)
    found = compared(page, desk, answers, qtbot, path, "rất hay")
    assert "1 dòng không ghi được" in shown(found)
    answers.coming = [tmp_path / "cần sửa.xlsx"]
    with qtbot.waitSignal(desk.said, timeout=20_000):
        pressed(found, "Lưu phiếu kèm lý do…")
    assert (tmp_path / "cần sửa.xlsx").exists()
