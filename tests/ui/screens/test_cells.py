"""The organizations of the office, used as a clerk does."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Organization
from db.values import OrganizationKind
from desktop_app.services import organizations
from desktop_app.services.office import office
from desktop_app.services.organizations import OrganizationDraft, create
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.cells import CellsScreen
from tests.cast import a_cell, a_member
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in, typed


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> CellsScreen:
    made = CellsScreen(desk)
    qtbot.addWidget(made)
    return made


def names(screen: CellsScreen) -> list[str]:
    return [row[0].strip() for row in rows(screen)]


def school(store: Store) -> Organization:
    """A base committee between the office and a cell."""
    above = office(store).organization_id
    draft = OrganizationDraft(kind=OrganizationKind.BASE_COMMITTEE, name="Đảng bộ Quang Trung", parent_id=above)
    return create(store, draft)


def cleared(line: QLineEdit, text: str) -> None:
    line.selectAll()
    typed(line, text)


def decided(screen: CellsScreen, verb: str, number: str = "12-QĐ/ĐU", on: str = "1/7/2025") -> None:
    """Fill in the number and day of a decision and press its verb."""
    cleared(named(dialog(screen), QLineEdit, "Số quyết định"), number)
    cleared(named(dialog(screen), QLineEdit, "Có hiệu lực"), on)
    pressed(dialog(screen), verb)


def test_cells_are_listed_with_their_counts_of_members(screen: CellsScreen, store: Store) -> None:
    a_member(store, cell="Chi bộ Đội Cung 10")
    a_cell(store, "Chi bộ Đội Cung 2")
    screen.show()
    assert [row[:2] for row in rows(screen)] == [["Chi bộ Đội Cung 2", "0"], ["Chi bộ Đội Cung 10", "1"]]


def test_a_cell_is_added_and_selected(screen: CellsScreen, store: Store) -> None:
    screen.show()
    pressed(screen, "Thêm chi bộ")
    typed(named(dialog(screen), QLineEdit, "Tên chi bộ"), "Chi bộ Đội Cung 1")
    pressed(dialog(screen), "Thêm chi bộ")
    assert names(screen) == ["Chi bộ Đội Cung 1"]
    assert table_in(screen).selected_count() == 1


def test_a_name_another_cell_has_is_refused_in_the_dialog(screen: CellsScreen, store: Store) -> None:
    a_cell(store, "Chi bộ Đội Cung 1")
    screen.show()
    pressed(screen, "Thêm chi bộ")
    typed(named(dialog(screen), QLineEdit, "Tên chi bộ"), "Chi bộ Đội Cung 1")
    pressed(dialog(screen), "Thêm chi bộ")
    assert "Đội Cung 1" in shown(dialog(screen))
    assert len(rows(screen)) == 1


def test_an_office_with_more_than_cells_is_shown_as_a_tree(screen: CellsScreen, store: Store) -> None:
    above = school(store)
    create(store, OrganizationDraft(kind=OrganizationKind.CELL, name="Chi bộ Khối 6", parent_id=above.id))
    screen.show()
    assert [row[:2] for row in rows(screen)] == [
        [office(store).name, "Đảng bộ phường, xã"],
        ["\u2003\u2003Đảng bộ Quang Trung", "Đảng bộ cơ sở"],
        ["\u2003\u2003\u2003\u2003Chi bộ Khối 6", "Chi bộ"],
    ]


def test_an_organization_of_another_kind_is_added(screen: CellsScreen, store: Store) -> None:
    screen.show()
    pressed(screen, "Thêm tổ chức khác")
    named(dialog(screen), QComboBox, "Loại").setCurrentText("Đảng bộ cơ sở")
    typed(named(dialog(screen), QLineEdit, "Tên"), "Đảng bộ Quang Trung")
    pressed(dialog(screen), "Thêm tổ chức khác")
    assert names(screen) == [office(store).name, "Đảng bộ Quang Trung"]


def test_a_cell_renamed_by_decision_keeps_its_name_of_before(
    screen: CellsScreen, store: Store, answers: Answers
) -> None:
    cell = a_cell(store, "Chi bộ Đội Cung 1")
    screen.show()
    table_in(screen).select_ids([cell.id])
    pressed(screen, "Đổi tên")
    cleared(named(dialog(screen), QLineEdit, "Tên mới"), "Chi bộ Phan Bội Châu")
    decided(screen, "Đổi tên")
    assert names(screen) == ["Chi bộ Phan Bội Châu"]
    answers.coming.append("2025-06-30")
    box = named(screen, QComboBox, "Tính đến")
    box.activated.emit(1)
    assert names(screen) == ["Chi bộ Đội Cung 1"]


def test_a_refused_end_is_told_in_the_dialog(screen: CellsScreen, store: Store) -> None:
    a_member(store, cell="Chi bộ Đội Cung 1")
    screen.show()
    table_in(screen).selectRow(0)
    pressed(screen, "Giải thể")
    decided(screen, "Giải thể")
    assert "còn 1 người" in shown(dialog(screen))
    assert len(names(screen)) == 1


def test_a_cell_is_moved_under_another_superior(screen: CellsScreen, store: Store) -> None:
    cell, above = a_cell(store), school(store)
    screen.show()
    table_in(screen).select_ids([cell.id])
    pressed(screen, "Chuyển")
    named(dialog(screen), QComboBox, "Về").setCurrentIndex(1)
    decided(screen, "Chuyển")
    assert organizations.organization(store, cell.id).parent_id == above.id
