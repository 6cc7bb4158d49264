"""Backups and passwords on the screen: which have none, how they go, what a restore leaves locked, the way back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_trial
from desktop_app.services.backup_rota import keep_safe
from desktop_app.services.passwords import is_locked, new_code, set_password
from desktop_app.services.store import open_office
from desktop_app.ui.bottom import MessageLine
from desktop_app.ui.opening import Opening
from desktop_app.ui.screens.backups import REPLACE_OPEN
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.unlock import Unlock
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.services.test_passwords import CHEAP, PASSWORD
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows, shown, table_in, typed


@pytest.fixture
def office(store_path: Path) -> Path:
    """An office with two backups of its own."""
    store = open_office(store_path)
    for _ in range(2):
        a_member(store)
        keep_safe(store, Reason.TIMED)
    store.close()
    return store_path


@pytest.fixture
def window(office: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    opening = Opening(made)
    opening.begin(office)
    made.go_to("backups")
    yield made
    made.leave_store()
    opening.unlock()


@pytest.fixture
def locked(office: Path, qtbot: QtBot) -> Iterator[Window]:
    """The window on the same office, which has a password by now."""
    set_password(office, PASSWORD, new_code(), cost=CHEAP)
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    opening = Opening(made)
    opening.begin(office)
    unlocked(made, qtbot)
    made.go_to("backups")
    yield made
    made.leave_store()
    opening.unlock()


def unlocked(window: Window, qtbot: QtBot) -> None:
    (page,) = [each for each in window.findChildren(Unlock) if each.isVisible()]
    line = page.findChild(QLineEdit)
    assert line is not None
    typed(line, PASSWORD)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)


def rested(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    QApplication.processEvents()


def test_the_list_says_which_backups_have_no_password(locked: Window) -> None:
    assert [row[5] for row in rows(locked)] == ["Không có", "Không có"]
    assert "Có 2 bản sao lưu làm trước khi đặt mật khẩu: ai cầm được tệp đều đọc được cả sổ." in shown(locked)


def test_they_are_replaced_by_a_locked_one_in_one_go(locked: Window, qtbot: QtBot, answers: Answers) -> None:
    answers.coming.append(True)
    pressed(locked, REPLACE_OPEN)
    rested(locked, qtbot)
    assert "Không lấy lại được" in answers.asked[0] and "[Sao lưu rồi xóa]" in answers.asked[0]
    assert [row[5] for row in rows(locked)] == ["Có"]
    assert "Đã xóa 2 bản sao lưu." in shown(locked) and "Có 2 bản" not in shown(locked)


def test_a_restore_from_before_the_password_says_that_the_store_stays_locked(
    locked: Window, qtbot: QtBot, answers: Answers, office: Path
) -> None:
    table_in(locked).selectRow(1)
    pressed(locked, "Phục hồi bản đang chọn…")
    rested(locked, qtbot)
    assert "Bản này làm trước khi đặt mật khẩu. Phục hồi xong, sổ vẫn có mật khẩu" in shown(locked)
    answers.coming.append(True)
    pressed(locked, "Phục hồi bản này")
    rested(locked, qtbot)
    assert "sổ vẫn có mật khẩu" in answers.asked[0]
    assert is_locked(office) and not [each for each in locked.findChildren(Unlock) if each.isVisible()]
    assert "Đã phục hồi bản sao lưu lúc" in shown(locked) and ": 1 người" in shown(locked)


def test_chosen_backups_are_deleted_by_key_but_never_the_newest(window: Window, answers: Answers) -> None:
    table = table_in(window)
    table.setFocus()
    table.selectAll()
    answers.coming.append(True)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert "[Xóa 1 bản sao lưu]" in answers.asked[0] and "Bản mới nhất" in answers.asked[0]
    assert len(rows(window)) == 1 and rows(window)[0][2] == "2"
    table.selectAll()
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert "luôn được giữ lại" in shown(window) and len(rows(window)) == 1


def test_a_deletion_that_is_not_confirmed_deletes_nothing(window: Window, answers: Answers) -> None:
    table_in(window).selectRow(1)
    answers.coming.append(False)
    pressed(window, "Xóa bản sao lưu…")
    assert len(rows(window)) == 2


def test_alt_left_leads_from_a_report_back_to_the_list(window: Window, qtbot: QtBot) -> None:
    table_in(window).selectRow(0)
    pressed(window, "Kiểm tra bản đang chọn")
    rested(window, qtbot)
    assert "Bản sao lưu nguyên vẹn" in shown(window)
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert "Bản sao lưu nguyên vẹn" not in shown(window) and table_in(window).isVisible()


def test_another_place_and_back_shows_the_list_again(window: Window, qtbot: QtBot) -> None:
    table_in(window).selectRow(0)
    pressed(window, "Kiểm tra bản đang chọn")
    rested(window, qtbot)
    window.go_to("members")
    window.go_to("backups")
    assert "Bản sao lưu nguyên vẹn" not in shown(window) and table_in(window).isVisible()


def test_a_backup_by_hand_on_the_same_disk_is_listed_and_does_not_count_as_away(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    answers.coming.append(tmp_path / "tay.sht-backup")
    pressed(window, "Sao lưu ngay…")
    rested(window, qtbot)
    pressed(window, "‹ Quay lại")
    assert rows(window)[0][1] == "Tự tay sao lưu" and rows(window)[0][7] == str(tmp_path / "tay.sht-backup")
    assert "Sổ chưa được sao lưu lần nào ra ngoài máy này" in shown(window)
    assert f"Lần sao lưu bằng tay gần nhất vào: {tmp_path / 'tay.sht-backup'}." in shown(window)


def test_a_restore_test_names_the_copy_it_tried(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    newest = backup_trial.newest(window.desk.store)
    assert newest is not None
    pressed(window, "Phục hồi thử")
    rested(window, qtbot)
    assert f"bản sao lưu lúc {newest.at:%d/%m/%Y %H:%M} phục hồi được." in shown(window)


def test_a_refusal_goes_when_the_next_thing_is_begun(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "ảnh.sht-backup").write_bytes(b"\x89PNG" * 99)
    answers.coming.append(tmp_path / "ảnh.sht-backup")
    pressed(window, "Kiểm tra bản sao lưu…")
    rested(window, qtbot)
    (line,) = window.findChildren(MessageLine)
    assert line.isVisible() and "không phải bản sao lưu của Sổ Học Tập" in line.sentence.text()
    table_in(window).selectRow(0)
    pressed(window, "Kiểm tra bản đang chọn")
    rested(window, qtbot)
    assert not line.isVisible()


def test_whoever_sets_a_password_is_led_to_the_backups_without_one(window: Window, qtbot: QtBot, office: Path) -> None:
    assert window.desk is not None
    page = PasswordPage(window.desk)
    window.go_to("settings")
    window.open_page(page)
    page.lock({"password": PASSWORD, "name": "Chị Lan"}, new_code())
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Unlock)), timeout=20_000)
    unlocked(window, qtbot)
    assert "Đã đặt mật khẩu; từ nay mở sổ phải gõ mật khẩu." in shown(window)
    assert "Có 2 bản sao lưu làm trước khi đặt mật khẩu" in shown(window) and is_locked(office)
