"""Held rows, settled one by one as a clerk does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from db.records import Member
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.ui.screens.importing import ImportingScreen
from desktop_app.ui.table import RecordTable
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown
from tests.ui.screens.import_hands import PEOPLE, listed, previewed, rested

NAME, CELL = "Nguyễn Văn An", "Chi bộ Đội Cung 1"
TWO = ((1, NAME, "1960", CELL, "Bí thư"), (2, "Lê Thị Đào", "1970", CELL, "Chi ủy viên"))


@pytest.fixture
def twins(importing: ImportingScreen) -> tuple[Member, Member]:
    """Two of one name and birth date in one cell."""
    return a_member(importing.store, NAME, CELL), a_member(importing.store, NAME, CELL, citizen_id="038160000001")


def waiting(importing: ImportingScreen) -> RecordTable:
    return named(importing, RecordTable, "Các dòng chờ quyết định")


def fates(importing: ImportingScreen) -> list[str]:
    model = waiting(importing).model()
    return [str(model.index(row, 2).data()) for row in range(model.rowCount())]


def compared(importing: ImportingScreen) -> list[list[str]]:
    """The comparison, line by line."""
    table = named(importing, QTableWidget, "So sánh với người trong sổ")
    items = [[table.item(row, column) for column in range(table.columnCount())] for row in range(table.rowCount())]
    return [[item.text() if item else "" for item in line] for line in items]


def test_those_a_row_may_be_stand_side_by_side(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    previewed(importing, qtbot, listed(tmp_path, TWO[0]))
    assert "Trong chi bộ có nhiều người cùng họ tên" in shown(importing)
    assert compared(importing)[:2] == [
        ["Họ và tên", NAME, NAME, NAME],
        ["Ngày sinh", "1960", "05/02/1960", "05/02/1960"],
    ]
    assert ["Số định danh cá nhân", "", "–", "•••001"] in compared(importing)


def test_a_row_is_the_member_that_was_chosen(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    previewed(importing, qtbot, listed(tmp_path, TWO[0]))
    pressed(importing, f"Là {NAME} ({twins[1].code})")
    rested(importing, qtbot)
    assert fates(importing) == [f"Là {NAME} ({twins[1].code})"]
    pressed(importing, "Nhập 1 người")
    rested(importing, qtbot)
    assert members.member(importing.store, twins[1].id).party_position == "Bí thư"


def test_a_row_is_somebody_new(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    previewed(importing, qtbot, listed(tmp_path, TWO[0]))
    pressed(importing, "Là người mới")
    rested(importing, qtbot)
    pressed(importing, "Nhập 1 người")
    rested(importing, qtbot)
    assert members.count(importing.store, MemberFilter()) == 3


def test_rows_are_settled_by_keyboard_one_after_the_other(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    a_member(importing.store, "Lê Thị Đào", CELL, birth_date="1970-01-02")
    previewed(importing, qtbot, listed(tmp_path, *TWO))
    importing.activateWindow()
    waiting(importing).setFocus()
    QTest.keyClick(waiting(importing), Qt.Key.Key_2)
    QTest.keyClick(waiting(importing), Qt.Key.Key_Delete)
    rested(importing, qtbot)
    assert fates(importing) == [f"Là {NAME} ({twins[1].code})", "Không nhập"]
    assert "2 người trong danh sách: 1 người có thay đổi · 1 người không nhập" in shown(importing)


def test_a_decision_is_taken_back(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    previewed(importing, qtbot, listed(tmp_path, TWO[0]))
    for caption in ("Không nhập dòng này", "Bỏ quyết định"):
        pressed(importing, caption)
        rested(importing, qtbot)
    assert fates(importing) == ["Chờ quyết định"]


def test_several_rows_are_left_out_at_once(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member]
) -> None:
    a_member(importing.store, "Lê Thị Đào", CELL, birth_date="1970-01-02")
    previewed(importing, qtbot, listed(tmp_path, *TWO))
    waiting(importing).selectAll()
    pressed(importing, "Không nhập 2 dòng")
    rested(importing, qtbot)
    assert "2 người trong danh sách: 2 người không nhập" in shown(importing)


def test_somebody_else_is_looked_for_in_the_register(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, twins: tuple[Member, Member], answers: Answers
) -> None:
    other = a_member(importing.store, "Phạm Văn Khác", CELL, birth_date="1961-01-02")
    previewed(importing, qtbot, listed(tmp_path, TWO[0]))
    answers.coming.append("Phạm Văn Khác")
    pressed(importing, "Tìm người khác…")
    pressed(importing, f"Là Phạm Văn Khác ({other.code})")
    rested(importing, qtbot)
    assert fates(importing) == [f"Là Phạm Văn Khác ({other.code})"]


def test_a_row_whose_cell_is_asked_about_waits_for_the_answer(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    slip = (4, "Phạm Thị Đào", "01/01/1970", "Chi bộ Đội Cungg 1", None)
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE, slip))
    assert fates(importing) == ["Chờ trả lời về chi bộ"]
    pressed(importing, "Là một")
    rested(importing, qtbot)
    assert fates(importing) == []
