"""Backups from the window: made, checked, put back, and what happens when a file is no backup."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from db.values import Role
from desktop_app.domain.rotation import Reason
from desktop_app.services import members, places
from desktop_app.services.access import NOT_ADMINISTRATOR, Gate, Holder
from desktop_app.services.backup_rota import keep_safe
from desktop_app.services.backups import back_up, verify
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import OfficeDraft
from desktop_app.services.passwords import PasswordWanted, backup_lock, enter_backup
from desktop_app.services.store import create_office, open_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.screens.backup_facts import size_of
from desktop_app.ui.screens.backup_words import reminder
from desktop_app.ui.table import RecordTable
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows, shown


@pytest.fixture
def window(store_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    opening = Opening(made)
    opening.begin(store_path)
    made.go_to("backups")
    yield made
    made.leave_store()
    opening.unlock()


def rested(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    QApplication.processEvents()


def people(window: Window) -> int:
    assert window.desk is not None
    return members.count(window.desk.store, MemberFilter())


def a_backup(window: Window, qtbot: QtBot, answers: Answers, path: Path) -> Path:
    answers.coming.append(path)
    pressed(window, "Sao lưu ngay…")
    rested(window, qtbot)
    return path


def test_an_office_never_backed_up_is_told_so(window: Window) -> None:
    assert "Sổ chưa được sao lưu lần nào" in shown(window)


def test_a_backup_is_made_and_its_facts_shown(window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    assert window.desk is not None
    window.desk.write(a_member)
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    assert path.is_file()
    assert f"Đã sao lưu vào {path} ({size_of(path)})" in shown(window)
    assert "Sao lưu gần nhất: hôm nay" in shown(window)
    assert "Người trong sổ\n1\n" in shown(window)


def test_a_name_without_the_ending_of_backups_is_given_it(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    a_backup(window, qtbot, answers, tmp_path / "so-21.11.2026")
    assert (tmp_path / "so-21.11.2026.sht-backup").is_file()


def test_a_backup_is_checked(window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    answers.coming.append(path)
    pressed(window, "Kiểm tra bản sao lưu…")
    rested(window, qtbot)
    assert f"Bản sao lưu nguyên vẹn: {path}" in shown(window)


def test_a_damaged_backup_is_refused_and_the_store_stays(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))
    answers.coming.append(path)
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    assert "không phải bản sao lưu nguyên vẹn" in shown(window)
    assert people(window) == 0


def test_a_backup_is_restored_and_the_former_store_kept(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    assert window.desk is not None
    window.desk.write(a_member)
    answers.coming += [path, True]
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    pressed(window, "Phục hồi bản này")
    rested(window, qtbot)
    assert people(window) == 0
    aside = next(tmp_path.glob("so-hoc-tap-truoc-*.sht"))
    assert f"Sổ trước đó được giữ ở {aside}." in shown(window)
    kept = open_office(aside)
    assert members.count(kept, MemberFilter()) == 1
    kept.close()


def test_only_the_administrator_restores(window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    assert window.desk is not None
    window.desk.store.gate = Gate(Holder(name="Anh Hùng", role=Role.ENTRY))
    answers.coming.append(path)
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    pressed(window, "Phục hồi bản này")
    assert not list(tmp_path.glob("so-hoc-tap-truoc-*"))
    (restore,) = (each for each in window.findChildren(QPushButton) if each.text() == "Phục hồi bản này")
    assert restore.toolTip() == NOT_ADMINISTRATOR and not restore.isEnabled()


def test_a_restore_that_is_not_confirmed_changes_nothing(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    assert window.desk is not None
    window.desk.write(a_member)
    answers.coming += [path, False]
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    pressed(window, "Phục hồi bản này")
    rested(window, qtbot)
    assert people(window) == 1


def test_a_backup_damaged_meanwhile_leaves_the_store_open_and_unharmed(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    path = a_backup(window, qtbot, answers, tmp_path / "so.sht-backup")
    assert window.desk is not None
    window.desk.write(a_member)
    answers.coming += [path, True]
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    path.write_bytes(b"PK")
    pressed(window, "Phục hồi bản này")
    rested(window, qtbot)
    assert people(window) == 1
    assert "không phải bản sao lưu nguyên vẹn" in shown(window)


def test_a_practice_backup_is_not_offered_to_a_real_office(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    office = OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa")
    practice = create_office(tmp_path / "t.sht", office, practice_today="2021-04-05")
    back_up(practice, tmp_path / "t.sht-backup")
    practice.close()
    answers.coming.append(tmp_path / "t.sht-backup")
    pressed(window, "Phục hồi…")
    rested(window, qtbot)
    assert "Không phục hồi sổ thực hành vào sổ thật" in shown(window)


@pytest.mark.parametrize(
    ("last", "sentence"),
    [("2026-11-20T10:00:00", ""), ("2026-11-01T10:00:00", "Đã 20 ngày chưa sao lưu")],
)
def test_a_week_without_a_backup_is_told(last: str, sentence: str) -> None:
    assert reminder(last, date(2026, 11, 21)).startswith(sentence)
    assert bool(reminder(last, date(2026, 11, 21))) is bool(sentence)


def chosen(window: Window) -> None:
    """Select the first of the store's own backups."""
    table = next(each for each in window.findChildren(RecordTable) if each.isVisible())
    table.selectRow(0)
    QApplication.processEvents()


def test_the_programs_own_backups_are_listed_with_why(window: Window) -> None:
    assert window.desk is not None
    assert "Chưa có bản sao lưu nào do chương trình tự làm" in shown(window)
    window.desk.write(a_member)
    keep_safe(window.desk.store, Reason.IMPORT)
    window.reload()
    assert rows(window)[0][1:3] == ["Trước khi nhập danh sách", "1"]


def test_a_backup_of_the_list_is_restored_and_what_came_after_it_named(
    window: Window, qtbot: QtBot, answers: Answers
) -> None:
    assert window.desk is not None
    window.desk.write(a_member, "Lê Văn Trước")
    keep_safe(window.desk.store, Reason.TIMED)
    time.sleep(1.1)  # the journal tells time by the second
    window.desk.write(a_member, "Lê Văn Sau")
    chosen(window)
    pressed(window, "Phục hồi bản đang chọn…")
    rested(window, qtbot)
    assert "đã ghi thêm" in shown(window) and "Lê Văn Sau" in shown(window)
    answers.coming.append(True)
    pressed(window, "Phục hồi bản này")
    rested(window, qtbot)
    assert people(window) == 1


def test_a_restore_test_is_told(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    window.desk.write(a_member)
    keep_safe(window.desk.store, Reason.TIMED)
    pressed(window, "Phục hồi thử")
    rested(window, qtbot)
    assert "Phục hồi thử gần nhất: hôm nay" in shown(window) and "phục hồi được" in shown(window)


def test_without_a_stick_the_clerk_is_told_what_to_do(window: Window, answers: Answers, no_sticks: Path) -> None:
    pressed(window, "Sao lưu ra USB…")
    assert "hãy cắm USB rồi làm lại" in answers.told[0]


@pytest.fixture
def no_sticks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer without a stick: the folder where one would show up."""
    table = tmp_path / "mounts"
    table.write_text("/dev/sda1 / ext4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(places, "MOUNTS", table)
    (tmp_path / "USB").mkdir()
    monkeypatch.setattr(places, "MEDIA", (tmp_path / "USB",))
    return tmp_path / "USB"


def test_a_backup_onto_a_stick_asks_for_a_password_and_says_when_to_take_the_stick_out(
    window: Window, qtbot: QtBot, answers: Answers, no_sticks: Path
) -> None:
    places.MOUNTS.write_text(f"/dev/sdz1 {no_sticks} vfat rw 0 0\n", encoding="utf-8")
    answers.coming += ["hoa ban trắng", "hoa ban tím", "hoa ban trắng", "hoa ban trắng"]
    pressed(window, "Sao lưu ra USB…")
    rested(window, qtbot)
    (copy,) = no_sticks.glob("*.sht-backup")
    assert "Đã kiểm tra bản sao; có thể rút USB." in shown(window)
    assert "không giống nhau" in answers.asked[2]
    with pytest.raises(PasswordWanted):
        verify(copy)
    assert verify(copy, key=enter_backup(copy, "hoa ban trắng")).members == 0


def test_a_locked_backup_is_opened_by_its_password(
    window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    assert window.desk is not None
    path = tmp_path / "khóa.sht-backup"
    back_up(window.desk.store, path, lock=backup_lock("hoa ban trắng"))
    answers.coming += [path, "sai mật khẩu", "hoa ban trắng"]
    pressed(window, "Kiểm tra bản sao lưu…")
    rested(window, qtbot)
    assert "không đúng" in answers.asked[2]
    assert f"Bản sao lưu nguyên vẹn: {path}" in shown(window)
