"""Backups from the window: made, checked, put back, and what happens when a file is no backup."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services import members
from desktop_app.services.backups import back_up
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import create_office, open_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.screens.backup_facts import size_of
from desktop_app.ui.screens.backups import reminder
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, shown


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
