"""Typing outlives a crash: saved within seconds, offered when the form opens again, gone when kept or left."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import drafts
from desktop_app.services.drafts import Where
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import CheckField, LongTextField, SecretField, TextField
from desktop_app.ui.kept_typing import KeptTyping
from desktop_app.ui.record_dialog import RecordDialog
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, killed_while_typing, named, pressed, shown, typed

FIELDS = (
    TextField(key="name", label="Tên"),
    LongTextField(key="note", label="Ghi chú"),
    CheckField(key="sure", label="Chắc"),
)
WITH_PASSWORD = (*FIELDS, SecretField(key="secret", label="Mật khẩu"))
CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from desktop_app.services.store import open_office
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Screen

app = QApplication([])
screen = Screen(Desk(open_office(Path(sys.argv[1])), Background()))
screen.show()
fields = (TextField(key="name", label="Tên"), TextField(key="note", label="Ghi chú"))
box = fill_in(screen, "Thêm", "Ghi", fields, {}, print)
QTest.keyClicks(box.findChildren(QLineEdit)[0], "Nguyen Van An")
QTimer.singleShot(4000, lambda: print("typed", flush=True))
app.exec()
"""


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> Screen:
    made = Screen(desk)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def opened(screen: Screen) -> Iterator[Any]:
    """Open the form as often as a test wants; all are closed behind it."""
    made: list[RecordDialog] = []

    def form(kept: list[Any] | None = None, values: dict[str, Any] | None = None) -> RecordDialog:
        keep = (kept if kept is not None else []).append
        made.append(RecordDialog(screen, "Thêm", "Ghi", FIELDS, values or {}, keep))
        made[-1].open()
        return made[-1]

    yield form
    for each in made:
        each.hide()
        each.deleteLater()


def saved(store: Store) -> list[str]:
    return [str(text) for text in store.column("select texts from typing")]


def left_by_a_crash(box: RecordDialog, store: Store, qtbot: QtBot) -> None:
    """Type, wait for the typing to be saved, and go without a word."""
    typed(named(box, QLineEdit, "Tên"), "Nguyễn Văn Ân")
    named(box, QPlainTextEdit, "Ghi chú").setPlainText("dòng một\ndòng hai")
    qtbot.waitUntil(lambda: bool(saved(store)), timeout=5_000)
    box.hide()


def test_what_was_typed_is_offered_and_used_again(opened: Any, store: Store, qtbot: QtBot) -> None:
    left_by_a_crash(opened(), store, qtbot)
    again = opened()
    assert "Có nội dung chưa ghi từ lúc" in shown(again)
    pressed(again, "Dùng lại")
    assert named(again, QLineEdit, "Tên").text() == "Nguyễn Văn Ân"
    assert named(again, QPlainTextEdit, "Ghi chú").toPlainText() == "dòng một\ndòng hai"


def test_a_form_with_a_password_is_never_saved(screen: Screen, store: Store, qtbot: QtBot) -> None:
    box = RecordDialog(screen, "Thêm", "Ghi", WITH_PASSWORD, {}, print)
    box.open()
    typed(named(box, QLineEdit, "Tên"), "Nguyễn Văn Ân")
    typed(named(box, QLineEdit, "Mật khẩu"), "hoa ban")
    qtbot.wait(2_600)
    assert saved(store) == []
    box.hide()


def test_what_is_not_wanted_is_forgotten(opened: Any, store: Store, qtbot: QtBot) -> None:
    left_by_a_crash(opened(), store, qtbot)
    again = opened()
    pressed(again, "Bỏ")
    assert saved(store) == [] and named(again, QLineEdit, "Tên").text() == ""


def test_a_form_of_another_record_is_offered_nothing(opened: Any, store: Store, qtbot: QtBot) -> None:
    left_by_a_crash(opened(), store, qtbot)
    assert "Có nội dung chưa ghi" not in shown(opened(values={"name": "Lê Thị Bình"}))


def test_a_form_that_was_kept_leaves_nothing(opened: Any, store: Store, qtbot: QtBot) -> None:
    kept: list[Any] = []
    box = opened(kept)
    typed(named(box, QLineEdit, "Tên"), "Nguyễn Văn Ân")
    qtbot.waitUntil(lambda: bool(saved(store)), timeout=5_000)
    pressed(box, "Ghi")
    assert len(kept) == 1 and saved(store) == []


def test_a_form_left_on_purpose_leaves_nothing(opened: Any, store: Store, qtbot: QtBot, answers: Answers) -> None:
    box = opened()
    typed(named(box, QLineEdit, "Tên"), "Nguyễn Văn Ân")
    qtbot.waitUntil(lambda: bool(saved(store)), timeout=5_000)
    answers.coming.append(True)
    box.reject()
    assert saved(store) == []


def test_typing_of_a_program_that_was_killed_is_in_the_store(store_path: Path, own_folders: Path) -> None:
    killed_while_typing(CHILD, store_path)
    from desktop_app.services.store import open_office

    store = open_office(store_path)
    assert "Nguyen Van An" in saved(store)[0]
    store.close()


def test_the_first_page_tells_of_kept_typing_and_leads_to_its_form(window: Window, qtbot: QtBot) -> None:
    window.go_to("members")
    pressed(window, "Thêm đảng viên")
    box = dialog(window)
    typed(named(box, QLineEdit, "Họ và tên"), "Nguyễn Văn Sơn")
    for kept in box.findChildren(KeptTyping):
        kept.save_noted()
    box.done(0)  # as if the program had ended here
    window.go_to("today")
    assert "Còn nội dung gõ dở chưa ghi: Thêm đảng viên (" in shown(window)
    pressed(window, "Mở")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(RecordDialog)))
    pressed(dialog(window), "Dùng lại")
    assert named(dialog(window), QLineEdit, "Họ và tên").text() == "Nguyễn Văn Sơn"
    dialog(window).done(0)


def test_kept_typing_about_a_person_leads_to_their_page(window: Window) -> None:
    assert window.desk is not None
    person = a_member(window.desk.store)
    drafts.save(window.desk.store, "x", {"a": "b"}, Where(title="Việc", place="members", member_id=person.id))
    window.go_to("members")
    window.go_to("today")
    pressed(window, "Mở")
    page = window.current()
    assert isinstance(page, PersonPage) and page.member_id == person.id


def test_the_first_page_says_nothing_where_nothing_is_typed(window: Window) -> None:
    assert "gõ dở" not in shown(window)
