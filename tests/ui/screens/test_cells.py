"""The list of cells, used as a clerk does."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.cells import CellsScreen
from tests.cast import a_cell, a_member
from tests.ui.hands import dialog, named, pressed, rows, shown, typed


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> CellsScreen:
    made = CellsScreen(desk)
    qtbot.addWidget(made)
    return made


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
    assert rows(screen)[0][0] == "Chi bộ Đội Cung 1"
    assert screen.table.selected_count() == 1


def test_a_name_another_cell_has_is_refused_in_the_dialog(screen: CellsScreen, store: Store) -> None:
    a_cell(store, "Chi bộ Đội Cung 1")
    screen.show()
    pressed(screen, "Thêm chi bộ")
    typed(named(dialog(screen), QLineEdit, "Tên chi bộ"), "Chi bộ Đội Cung 1")
    pressed(dialog(screen), "Thêm chi bộ")
    assert "Đội Cung 1" in shown(dialog(screen))
    assert len(rows(screen)) == 1


def test_a_cell_is_renamed(screen: CellsScreen, store: Store) -> None:
    cell = a_cell(store, "Chi bộ Đội Cung 1")
    screen.show()
    screen.table.select_ids([cell.id])
    pressed(screen, "Đổi tên")
    line = named(dialog(screen), QLineEdit, "Tên chi bộ")
    line.selectAll()
    typed(line, "Chi bộ Phan Bội Châu")
    pressed(dialog(screen), "Đổi tên")
    assert rows(screen)[0][0] == "Chi bộ Phan Bội Châu"
