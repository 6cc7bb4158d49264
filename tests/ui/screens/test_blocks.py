"""Where people live: blocks listed, added, put right, filled, used as a clerk does."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import residence
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.block_page import BlockPage
from desktop_app.ui.screens.blocks_pane import ask_block
from desktop_app.ui.screens.cells import CellsScreen
from tests.cast import a_member
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in, typed


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> CellsScreen:
    made = CellsScreen(desk)
    qtbot.addWidget(made)
    made.show()
    made.turn(1)
    return made


def test_the_empty_tab_says_what_to_do_next(screen: CellsScreen) -> None:
    assert "Chưa có phố, tổ dân phố nào" in shown(screen)


def test_a_block_is_added(screen: CellsScreen, store: Store) -> None:
    pressed(screen, "Thêm phố, tổ dân phố")
    typed(named(dialog(screen), QLineEdit, "Tên"), "Tổ dân phố 3")
    pressed(dialog(screen), "Thêm phố, tổ dân phố")
    assert [row[:2] for row in rows(screen)] == [["Tổ dân phố 3", "0"]]


def test_people_are_put_into_a_block_and_out_of_it(screen: CellsScreen, store: Store, desk: Desk) -> None:
    residence.create_block(store, "Tổ dân phố 3")
    person = a_member(store)
    for choice, count in (("Tổ dân phố 3", 1), ("– không ở phố, tổ dân phố nào –", 0)):
        ask_block(screen, desk, [person.id])
        named(dialog(screen), QComboBox, "Nơi cư trú").setCurrentText(choice)
        pressed(dialog(screen), "Xếp vào tổ dân phố")
        assert residence.blocks(store)[0].people == count


def test_the_page_of_a_block_lists_who_lives_there(desk: Desk, store: Store, qtbot: QtBot) -> None:
    block = residence.create_block(store, "Tổ dân phố 3")
    residence.assign(store, block.id, [a_member(store).id])
    a_member(store, "Trần Thị Bình")
    page = BlockPage(desk, block.id)
    qtbot.addWidget(page)
    page.show()
    assert [row[0] for row in rows(page)] == ["Nguyễn Văn An"]


def test_a_block_someone_lives_in_does_not_end(screen: CellsScreen, store: Store, desk: Desk) -> None:
    block = residence.create_block(store, "Tổ dân phố 3")
    residence.assign(store, block.id, [a_member(store).id])
    screen.reload()
    table_in(screen).selectRow(0)
    pressed(screen, "Kết thúc")
    typed(named(dialog(screen), QLineEdit, "Không còn từ"), "1/1/2020")
    pressed(dialog(screen), "Kết thúc")
    assert "Còn người cư trú" in shown(dialog(screen))
