"""Erasing a person's data from the bin: asked once, told what is not reached, and gone from the list of names."""

from pytestqt.qtbot import QtBot

from desktop_app.services import members
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.bin_page import BinPage
from desktop_app.ui.screens.person_page import PersonPage
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows


def test_data_is_erased_after_one_question(kept_store: Store, qtbot: QtBot, answers: Answers) -> None:
    members.remove(kept_store, [a_member(kept_store).id])
    page = BinPage(Desk(kept_store, Background()))
    qtbot.addWidget(page)
    page.show()
    said: list[str] = []
    page.desk.said.connect(lambda sentence, undoable: said.append(sentence))
    page.table.selectRow(0)
    answers.coming.append(True)
    with qtbot.waitSignal(page.desk.background.ended, timeout=10_000):
        pressed(page, "Xóa hẳn dữ liệu cá nhân…")
    qtbot.waitUntil(lambda: bool(said))
    assert rows(page) == [] and "bản sao lưu" in said[0]
    assert "văn bản đã ban hành giữ nguyên" in answers.asked[0]


def test_what_is_not_reached_and_not_undone_any_more_is_told_before_the_question(
    store: Store, qtbot: QtBot, answers: Answers
) -> None:
    members.remove(store, [a_member(store).id])
    page = BinPage(Desk(store, Background()))
    qtbot.addWidget(page)
    page.show()
    page.table.selectRow(0)
    answers.coming.append(False)
    pressed(page, "Xóa hẳn dữ liệu cá nhân…")
    assert "Các bản sao lưu và tệp đã xuất trước đây vẫn còn dữ liệu" in answers.asked[0]
    assert "không hoàn tác được việc nào đã làm trước đó trong cả sổ" in answers.asked[0]
    assert len(rows(page)) == 1


def test_who_is_still_in_the_register_is_not_asked_about(kept_store: Store, qtbot: QtBot) -> None:
    page = PersonPage(Desk(kept_store, Background()), a_member(kept_store).id)
    qtbot.addWidget(page)
    page.show()
    told: list[str] = []
    page.desk.refused.connect(told.append)
    page.erase()
    assert len(told) == 1 and "còn trong sổ" in told[0]
