"""A locked store in the window: the page that asks, the cover that comes back, and what is typed meanwhile."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import Role
from desktop_app.services import access, passwords, users
from desktop_app.services.passwords import new_code, set_password
from desktop_app.services.store import open_office
from desktop_app.ui.fields import TextField
from desktop_app.ui.lock import Cover, Lock, Locked
from desktop_app.ui.opening import Opening
from desktop_app.ui.record_dialog import RecordDialog, fill_in
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.unlock import Unlock
from desktop_app.ui.window import Window
from tests.services.test_passwords import CHEAP, PASSWORD
from tests.ui.conftest import Answers
from tests.ui.hands import shown, typed
from tests.ui.inspection import cut_off


@pytest.fixture
def code() -> str:
    return new_code()


@pytest.fixture
def locked(store_path: Path, code: str) -> Path:
    set_password(store_path, PASSWORD, code, "Chị Lan", cost=CHEAP)
    return store_path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave_store()


@pytest.fixture
def opening(window: Window, locked: Path) -> Iterator[Opening]:
    made = Opening(window)
    made.begin(locked)
    yield made
    made.unlock()


def answered(qtbot: QtBot, window: Window, inside: Unlock, text: str) -> None:
    """Type a password and wait for what becomes of it."""
    typed(inside.line, text)
    with qtbot.waitSignal(window.background.ended, timeout=20_000):
        QTest.keyClick(inside.line, Qt.Key.Key_Return)


def page(window: Window) -> Unlock:
    return window.findChildren(Unlock)[-1]


def test_a_locked_store_asks_and_opens(qtbot: QtBot, window: Window, opening: Opening) -> None:
    assert "có mật khẩu" in shown(window) and window.desk is None
    answered(qtbot, window, page(window), PASSWORD)
    assert window.desk is not None and window.desk.store.user == "Chị Lan"
    assert "Người dùng: Chị Lan" in shown(window)


def test_a_wrong_password_stays_before_the_door(qtbot: QtBot, window: Window, opening: Opening) -> None:
    answered(qtbot, window, page(window), "sai rồi nhé")
    assert passwords.WRONG in shown(window) and window.desk is None
    answered(qtbot, window, page(window), PASSWORD)
    assert window.desk is not None


def test_the_recovery_code_leads_to_a_new_password(qtbot: QtBot, window: Window, opening: Opening, code: str) -> None:
    answered(qtbot, window, page(window), code)
    qtbot.waitUntil(lambda: not window.background.busy)
    assert isinstance(window.current(), PasswordPage)
    assert "mã khôi phục" in window.message.sentence.text()


@pytest.fixture
def lock(qtbot: QtBot, window: Window, opening: Opening) -> Lock:
    """The window open, with a lock that looks only when it is told to."""
    answered(qtbot, window, page(window), PASSWORD)
    return Lock(window, look_every_ms=10_000_000)


def dialog(window: Window) -> Locked:
    return window.findChildren(Locked)[-1]


def test_a_locked_window_has_forgotten_the_key_and_shows_nothing(window: Window, lock: Lock) -> None:
    assert window.desk is not None
    window.lock_wanted.emit()
    assert window.desk.store.key is None and window.desk.store.asleep
    cover = window.findChildren(Cover)[-1]
    assert cover.isVisible() and cover.size() == window.size()
    assert window.windowTitle() == "Sổ Học Tập"


def test_what_was_being_typed_is_there_after_the_lock(
    qtbot: QtBot, window: Window, lock: Lock, answers: Answers
) -> None:
    window.go_to("settings")
    qtbot.waitUntil(lambda: not window.background.busy)
    screen = window.current()
    assert screen is not None
    line = next(each for each in screen.findChildren(QLineEdit) if each.accessibleName().startswith("Tên đảng ủy"))
    typed(line, "mới")
    window.lock_wanted.emit()
    answered(qtbot, window, dialog(window).unlock, PASSWORD)
    assert "mới" in line.text() and screen.unsaved()
    assert window.desk is not None and window.desk.store.value("select count(*) from organization") == 1
    QApplication.processEvents()
    assert not [cover for cover in window.findChildren(Cover) if cover.isVisible()]
    answers.coming.append(True)  # the window is closed over it


def test_the_keys_of_the_lock_work_in_a_dialog_too(qtbot: QtBot, window: Window, lock: Lock) -> None:
    assert window.desk is not None
    box = fill_in(window, "Thử", "Ghi", (TextField(key="a", label="Chữ"),), {"a": "đang gõ"}, lambda values: None)
    box.activateWindow()
    QTest.qWaitForWindowActive(box)
    handle = box.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.store.asleep)
    assert [cover for cover in box.findChildren(Cover) if cover.size() == box.size()]
    answered(qtbot, window, dialog(window).unlock, PASSWORD)
    assert box.isVisible() and box.form.readable() == {"a": "đang gõ"}
    box.accept()


def test_what_was_typed_just_before_the_lock_outlives_the_program(
    window: Window, opening: Opening, lock: Lock, locked: Path
) -> None:
    screen = window.current()
    assert window.desk is not None and screen is not None
    fields = (TextField(key="name", label="Tên"), TextField(key="place", label="Nơi"))
    made = fill_in(screen, "Thêm thử", "Thêm", fields, {}, lambda values: None)
    typed(made.findChildren(QLineEdit)[0], "Phố Nguyễn Trãi")
    window.lock_wanted.emit()
    assert window.desk.store.asleep
    assert window.may_leave()
    entrance = passwords.enter(locked, PASSWORD)
    store = open_office(locked, entrance=entrance)
    assert [json.loads(text)["texts"] for text in store.column("select texts from typing")] == [
        {"name": "Phố Nguyễn Trãi", "place": ""}
    ]
    store.close()


def test_the_lock_has_room_for_all_it_says(qtbot: QtBot, window: Window, lock: Lock) -> None:
    window.lock_wanted.emit()
    before = dialog(window).height()
    answered(qtbot, window, dialog(window).unlock, "sai rồi nhé")
    QApplication.processEvents()
    assert dialog(window).height() > before
    assert not list(cut_off(dialog(window)))


def test_who_forgot_the_password_at_the_lock_sets_another_by_the_code(
    qtbot: QtBot, window: Window, lock: Lock, locked: Path, code: str
) -> None:
    window.lock_wanted.emit()
    answered(qtbot, window, dialog(window).unlock, code)
    assert window.desk is not None and "Đổi mật khẩu của tôi…" in window.message.sentence.text()
    users_page = PasswordPage(window.desk)
    window.open_page(users_page)
    users_page.change()
    box = users_page.findChildren(RecordDialog)[-1]
    assert [field.key for field in box.form.fields] == ["password", "again"]
    for key in ("password", "again"):
        typed(box.form.entry_widget(key), "gió mùa đông bắc")
    box.submit()
    assert passwords.enter(locked, "gió mùa đông bắc").holder.name == "Chị Lan"


def test_escape_does_not_open_the_lock(window: Window, lock: Lock) -> None:
    window.lock_wanted.emit()
    QTest.keyClick(dialog(window), Qt.Key.Key_Escape)
    dialog(window).close()
    assert dialog(window).isVisible()


def test_somebody_else_does_not_go_on_under_the_name_of_the_first(qtbot: QtBot, window: Window, lock: Lock) -> None:
    assert window.desk is not None
    users.add_user(window.desk.store, "Bác Tư", Role.VIEWER, "mùa thu tháng 8", CHEAP)
    window.lock_wanted.emit()
    answered(qtbot, window, dialog(window).unlock, "mùa thu tháng 8")
    assert "Sổ đang do Chị Lan mở" in shown(dialog(window)) and window.desk.store.asleep


def test_the_window_locks_itself_when_nobody_touches_it(
    window: Window, lock: Lock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.desk is not None
    access.save_idle_minutes(window.desk.store, 5)
    now = lock.touched
    monkeypatch.setattr("desktop_app.ui.lock.time.time", lambda: now + 5 * 60 - 1)
    lock.look()
    assert not window.desk.store.asleep
    monkeypatch.setattr("desktop_app.ui.lock.time.time", lambda: now + 5 * 60)
    lock.look()
    assert window.desk.store.asleep


def test_a_store_without_a_password_is_not_locked(qtbot: QtBot, store_path: Path) -> None:
    window = Window()
    qtbot.addWidget(window)
    opening, _ = Opening(window), Lock(window)
    opening.begin(store_path)
    window.lock_wanted.emit()
    assert window.desk is not None and not window.desk.store.asleep
    assert "chưa có mật khẩu" in window.message.sentence.text()
    window.leave_store()
    opening.unlock()
