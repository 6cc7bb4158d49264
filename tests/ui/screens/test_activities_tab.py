"""The propaganda activities of a round, in their tab."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import StudyRound
from desktop_app.services import activities
from desktop_app.services.activities import Activity
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.round_page import RoundPage
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import a_round


@pytest.fixture
def kept(store: Store) -> StudyRound:
    return a_round(store)


@pytest.fixture
def pane(desk: Desk, kept: StudyRound, qtbot: QtBot) -> ListPane:
    page = RoundPage(desk, kept.id)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    place = next(at for at in range(page.tabs.count()) if page.tabs.tabText(at) == "Tuyên truyền")
    page.tabs.setCurrentIndex(place)
    return page.panes()[0]


def test_an_activity_is_added_and_counted(pane: ListPane, store: Store, kept: StudyRound) -> None:
    pressed(pane, "Thêm buổi tuyên truyền")
    typed(named(dialog(pane), QPlainTextEdit, "Nội dung"), "Nghị quyết Đại hội")
    field = named(dialog(pane), QLineEdit, "Ngày")
    field.clear()
    typed(field, "10/4/2026")
    typed(named(dialog(pane), QLineEdit, "Số người nghe"), "1.250")
    pressed(dialog(pane), "Thêm")
    assert rows(pane)[0][:2] == ["10/04/2026", "Nghị quyết Đại hội"]
    assert "1 buổi, 1.250 lượt người" in shown(pane)


def test_an_activity_without_a_count_is_not_counted_as_nobody(pane: ListPane, store: Store, kept: StudyRound) -> None:
    activities.save(store, Activity(round_id=kept.id, held_on="2026-04-10", topic="Nghị quyết"))
    pane.load_rows()
    assert rows(pane)[0][4] == "–"
    assert "1 buổi chưa ghi số người" in shown(pane)


def test_an_activity_is_edited_and_removed(pane: ListPane, store: Store, kept: StudyRound) -> None:
    made = activities.save(store, Activity(round_id=kept.id, held_on="2026-04-10", topic="Nghị quyết"))
    pane.load_rows()
    pane.table.select_ids([made.id])
    assert pane.press("F2")
    typed(named(dialog(pane), QLineEdit, "Đối tượng"), "Nhân dân")
    pressed(dialog(pane), "Ghi")
    assert rows(pane)[0][3] == "Nhân dân"
    pressed(pane, "Xóa")
    assert rows(pane) == []
