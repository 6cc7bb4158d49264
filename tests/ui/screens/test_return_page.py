"""Attendance that comes back in files: sent, read beside the window, looked at, chosen, written as one gesture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import attendance, journal
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.return_page import ReturnPage
from desktop_app.ui.screens.sheet_pages_list import SheetPagesScreen
from tests.exchange.files import workbook
from tests.exchange.returned import fill, sent
from tests.round_office import SmallRound, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in
from tests.ui.screens.study import opened

FIRST = "Sáng 27/03/2021"


@pytest.fixture
def small(kept_store: Store) -> SmallRound:
    return small_round(kept_store)


@pytest.fixture
def desk(kept_store: Store) -> Iterator[Desk]:
    made = Desk(kept_store, Background())
    yield made
    made.background.wait()


@pytest.fixture
def screen(desk: Desk, small: SmallRound, qtbot: QtBot) -> SheetPagesScreen:
    made = SheetPagesScreen(desk, small.conference_id)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def received(screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, *paths: Path) -> ReturnPage:
    answers.coming = [list(paths)]
    page = opened(desk, qtbot, lambda: pressed(screen, "Nhận phiếu điểm danh…"))
    assert isinstance(page, ReturnPage)
    page.resize(1100, 640)
    return page


@pytest.fixture
def filled(kept_store: Store, small: SmallRound, tmp_path: Path) -> Path:
    """The first cell's workbook: one mark changed there, one changed on both sides."""
    path = sent(kept_store, small, tmp_path)
    fill(path, {("Nguyễn Văn An", FIRST): "Vắng có lý do", ("Lê Thị Thủy", FIRST): "Vắng không lý do"})
    both = [(small.half_day_ids[0], small.people["Lê Thị Thủy"])]
    attendance.mark(kept_store, small.conference_id, both, MarkStatus.ABSENT)
    return path


def narrowed(page: QWidget, kind: str) -> None:
    """Show only the lines of a kind."""
    box = named(page, QComboBox, "Kết quả so")
    box.setCurrentIndex(box.findText(kind))
    box.activated.emit(box.currentIndex())


def status(store: Store, small: SmallRound, name: str) -> MarkStatus:
    return attendance.sheet(store, small.conference_id).marks[small.half_day_ids[0], small.people[name]].status


def test_a_workbook_is_written_for_every_cell(
    screen: SheetPagesScreen, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.coming = [tmp_path]
    pressed(screen, "Gửi phiếu điểm danh…")
    pressed(dialog(screen), "Chọn thư mục và ghi")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("phieu-diem-danh-*.xlsx"))) == 3)


def test_a_workbook_is_written_for_one_cell_alone(
    screen: SheetPagesScreen, answers: Answers, qtbot: QtBot, tmp_path: Path
) -> None:
    answers.coming = [tmp_path]
    pressed(screen, "Gửi phiếu điểm danh…")
    only = named(dialog(screen), QComboBox, "Chỉ gửi một nơi (để trống: gửi mọi nơi)")
    only.setCurrentIndex(only.findText("Chi bộ Đội Cung 2"))
    with qtbot.waitSignal(screen.desk.said) as told:
        pressed(dialog(screen), "Chọn thư mục và ghi")
    assert told.args is not None and "Đã ghi 1 phiếu" in told.args[0]
    assert len(list(tmp_path.glob("phieu-diem-danh-*.xlsx"))) == 1


def test_only_what_a_person_must_decide_is_shown_at_first(
    screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, filled: Path
) -> None:
    page = received(screen, desk, qtbot, answers, filled)
    assert [(line[1], line[5]) for line in rows(page)] == [("Lê Thị Thủy", "Khác với sổ")]
    narrowed(page, "Tất cả")
    assert sorted((line[1], line[0], line[5]) for line in rows(page) if line[5] != "Giữ nguyên") == [
        ("Lê Thị Thủy", "Không ghi", "Khác với sổ"),
        ("Nguyễn Văn An", "Ghi", "Sửa dấu cũ"),
    ]
    assert "sẽ ghi 1 lượt" in shown(page)


def test_what_is_chosen_is_written_as_one_gesture(
    screen: SheetPagesScreen,
    desk: Desk,
    qtbot: QtBot,
    answers: Answers,
    filled: Path,
    kept_store: Store,
    small: SmallRound,
) -> None:
    page = received(screen, desk, qtbot, answers, filled)
    pressed(page, "Theo tệp mọi chỗ khác")
    assert "sẽ ghi 2 lượt" in shown(page)
    with qtbot.waitSignal(desk.said) as told:
        pressed(page, "Ghi vào sổ")
    assert told.args == ["Đã ghi 2 lượt điểm danh.", True]
    assert status(kept_store, small, "Nguyễn Văn An") is MarkStatus.ABSENT_EXCUSED
    assert status(kept_store, small, "Lê Thị Thủy") is MarkStatus.ABSENT_UNEXCUSED
    journal.undo(kept_store)
    assert status(kept_store, small, "Nguyễn Văn An") is MarkStatus.PRESENT
    assert status(kept_store, small, "Lê Thị Thủy") is MarkStatus.ABSENT


def test_the_space_bar_leaves_a_line_out_and_takes_it_in(
    screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, filled: Path
) -> None:
    page = received(screen, desk, qtbot, answers, filled)
    table = table_in(page)
    narrowed(page, "Sửa dấu cũ")
    table.selectRow([line[1] for line in rows(page)].index("Nguyễn Văn An"))
    screen.hide()
    page.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert [line[0] for line in rows(page)] == ["Không ghi"]


def test_a_file_that_is_not_ours_is_named_beside_those_that_are(
    screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, filled: Path, tmp_path: Path
) -> None:
    other = workbook(tmp_path / "khac.xlsx", ("DS", [["Họ và tên"], ["Nguyễn Văn An"]]))
    page = received(screen, desk, qtbot, answers, filled, other)
    assert "“khac.xlsx” không phải phiếu điểm danh" in shown(page)
    assert len(rows(page)) == 1


def test_a_copy_with_reasons_is_given_back(
    screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, filled: Path, tmp_path: Path
) -> None:
    page = received(screen, desk, qtbot, answers, filled)
    answers.coming = [tmp_path]
    pressed(page, "Lưu bản gửi lại…")
    qtbot.waitUntil((tmp_path / f"{filled.stem}-gui-lai.xlsx").exists)


def test_a_list_of_others_asks_what_cannot_be_told(
    screen: SheetPagesScreen, desk: Desk, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    people = [["Họ và tên", "Điểm danh"], ["Ngô Văn Hòa", "P"], ["Nguyễn Văn An", "x"]]
    answers.coming = [workbook(tmp_path / "tu-lap.xlsx", ("DS", people))]
    with qtbot.waitSignal(desk.background.ended):
        pressed(screen, "Nhận danh sách khác…")
    qtbot.waitUntil(lambda: "tu-lap.xlsx: 2 người" in shown(screen))
    letter = named(dialog(screen), QComboBox, "Chữ “p” nghĩa là")
    letter.setCurrentIndex(letter.findText("Vắng có lý do"))
    page = opened(desk, qtbot, lambda: pressed(dialog(screen), "So với sổ"))
    assert [line[4] for line in rows(page)] == ["Vắng có lý do"] * 4
    narrowed(page, "Tất cả")
    assert {line[4] for line in rows(page) if line[1] == "Nguyễn Văn An"} == {"Có mặt (ghi “x”)"}
