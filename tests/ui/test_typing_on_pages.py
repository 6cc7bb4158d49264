"""Typing on pages outlives a crash as it does in dialogs: a second page over the same store is what comes after one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.forms import documents
from desktop_app.services.office import office
from desktop_app.services.store import Store, open_office
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.first_run_page import FirstRunPage
from desktop_app.ui.screens.merge_page import MergePage
from desktop_app.ui.screens.settings import SettingsScreen
from desktop_app.ui.screens.split_page import SplitPage
from desktop_app.ui.screens.wording_page import WordingPage
from tests.cast import a_cell, some_members
from tests.ui.hands import killed_while_typing, named, pressed, shown, typed

OFFERED = "Có nội dung chưa ghi từ lúc"
Opened = Callable[[Screen], Screen]
CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop_app.services.store import open_office
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.settings import SettingsScreen

app = QApplication([])
screen = SettingsScreen(Desk(open_office(Path(sys.argv[1])), Background()))
screen.show()
line = next(each for each in screen.findChildren(QLineEdit) if each.accessibleName() == "Người ký")
QTest.keyClicks(line, "Nguyen Van An")
QTimer.singleShot(4000, lambda: print("typed", flush=True))
app.exec()
"""


@pytest.fixture
def opened(qtbot: QtBot) -> Opened:
    def open_page(made: Screen) -> Screen:
        qtbot.addWidget(made)
        made.resize(1100, 640)
        made.show()
        made.focus_start()
        return made

    return open_page


def kept(store: Store) -> list[str]:
    return [str(text) for text in store.column("select texts from typing")]


def saved(qtbot: QtBot, store: Store) -> None:
    qtbot.waitUntil(lambda: bool(kept(store)), timeout=5_000)


def nothing_kept(qtbot: QtBot, store: Store) -> None:
    qtbot.waitUntil(lambda: not kept(store), timeout=5_000)


def test_the_settings_are_offered_again_and_forgotten_once_written(
    desk: Desk, store: Store, opened: Opened, qtbot: QtBot
) -> None:
    typed(named(opened(SettingsScreen(desk)), QLineEdit, "Người ký"), "Lê Thị Bình")
    saved(qtbot, store)
    again = opened(SettingsScreen(desk))
    assert OFFERED in shown(again)
    pressed(again, "Dùng lại")
    assert named(again, QLineEdit, "Người ký").text() == "Lê Thị Bình"
    pressed(again, "Ghi thiết lập")
    assert office(store).signer_name == "Lê Thị Bình"
    nothing_kept(qtbot, store)


def test_what_the_clerk_refuses_is_not_offered_again(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    typed(named(opened(SettingsScreen(desk)), QLineEdit, "Người ký"), "Lê Thị Bình")
    saved(qtbot, store)
    again = opened(SettingsScreen(desk))
    pressed(again, "Bỏ")
    assert kept(store) == [] and OFFERED not in shown(again)


def test_typing_taken_back_by_hand_leaves_nothing(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    line = named(opened(SettingsScreen(desk)), QLineEdit, "Người ký")
    typed(line, "Lê")
    saved(qtbot, store)
    line.clear()
    nothing_kept(qtbot, store)


def test_an_offer_stays_while_other_things_are_written(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    first = opened(SettingsScreen(desk))
    typed(named(first, QLineEdit, "Người ký"), "Lê Thị Bình")
    saved(qtbot, store)
    again = opened(SettingsScreen(desk))
    first.hide()
    a_cell(store, "Đội Cung 2")
    desk.changes.happened.emit()
    qtbot.wait(50)
    assert OFFERED in shown(again)


def test_the_steps_of_a_new_office_are_offered_again(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    typed(named(opened(FirstRunPage(desk)), QLineEdit, "Địa danh"), "Đông Thọ")
    saved(qtbot, store)
    again = opened(FirstRunPage(desk))
    pressed(again, "Dùng lại")
    assert named(again, QLineEdit, "Địa danh").text() == "Đông Thọ"


def test_a_step_left_with_something_typed_shows_it_again(desk: Desk, opened: Opened) -> None:
    made = opened(FirstRunPage(desk))
    typed(named(made, QLineEdit, "Địa danh"), "Đông Thọ")
    pressed(made, "2. Đầu văn bản, người ký")
    pressed(made, "1. Văn phòng")
    assert named(made, QLineEdit, "Địa danh").text() == "Đông Thọ"


def test_a_split_is_offered_with_its_names_and_places(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    some_members(store, 3)
    first = opened(SplitPage(desk, a_cell(store).id))
    assert isinstance(first, SplitPage)
    typed(named(first, QLineEdit, "Tên tổ chức mới 1"), "Đội Cung Đông")
    first.goers.table.selectRow(0)
    first.send(1)
    saved(qtbot, store)
    again = opened(SplitPage(desk, a_cell(store).id))
    assert isinstance(again, SplitPage)
    pressed(again, "Dùng lại")
    assert named(again, QLineEdit, "Tên tổ chức mới 1").text() == "Đội Cung Đông"
    assert again.places == first.places != {}


def test_a_merger_of_others_is_offered_nothing(desk: Desk, store: Store, opened: Opened, qtbot: QtBot) -> None:
    cells = [a_cell(store, name).id for name in ("Một", "Hai", "Ba")]
    typed(named(opened(MergePage(desk, cells[:2])), QLineEdit, "Tên mới"), "Một Hai")
    saved(qtbot, store)
    assert OFFERED in shown(opened(MergePage(desk, cells[:2])))
    assert OFFERED not in shown(opened(MergePage(desk, cells[1:])))


def test_words_of_a_form_are_offered_for_the_text_they_were_typed_for(
    desk: Desk, store: Store, opened: Opened, qtbot: QtBot
) -> None:
    form = documents.form("summons")
    first = opened(WordingPage(desk, form))
    assert isinstance(first, WordingPage)
    first.table.selectRow(2)
    name = first.row()
    box = named(first, QPlainTextEdit, "Sửa thành")
    box.setPlainText("Câu đang gõ dở")
    saved(qtbot, store)
    again = opened(WordingPage(desk, form))
    assert isinstance(again, WordingPage)
    pressed(again, "Dùng lại")
    assert named(again, QPlainTextEdit, "Sửa thành").toPlainText() == "Câu đang gõ dở"
    assert again.row() == name
    assert again.save()
    box.setPlainText(again.mine.toPlainText())
    nothing_kept(qtbot, store)


def test_typing_on_a_page_of_a_program_that_was_killed_is_in_the_store(store_path: Path, own_folders: Path) -> None:
    killed_while_typing(CHILD, store_path)
    store = open_office(store_path)
    assert "Nguyen Van An" in kept(store)[0]
    store.close()
