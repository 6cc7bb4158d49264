"""A damaged store at the start: explained, the last good backup or a repair offered, the damaged file kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.rotation import Reason
from desktop_app.services import members
from desktop_app.services.backup_rota import keep_safe
from desktop_app.services.backups import back_up
from desktop_app.services.members import MemberFilter
from desktop_app.services.passwords import backup_lock, is_locked
from desktop_app.services.store import create_office, open_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window
from tests.cast import a_member, some_members
from tests.conftest import OFFICE
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, shown

PAGE = 4096


@pytest.fixture
def damaged(store_path: Path) -> Path:
    """An office of six people, of whom a backup has five; a page of its journal is torn."""
    store = open_office(store_path)
    some_members(store, 5)
    keep_safe(store, Reason.EXIT)
    a_member(store, "Người Thứ Sáu")
    store.close()
    content = bytearray(store_path.read_bytes())
    page = content.index(b'"full_name":"') // PAGE * PAGE
    content[page : page + PAGE] = b"\xa5" * PAGE
    store_path.write_bytes(content)
    return store_path


@pytest.fixture
def window(damaged: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    opening = Opening(made)
    opening.begin(damaged)
    yield made
    made.leave_store()
    opening.unlock()


def rested(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def offered(window: Window) -> str:
    """The caption of the button that puts the newest backup back."""
    captions = [each.text() for each in window.findChildren(QPushButton)]
    return next(text for text in captions if text.startswith("Phục hồi bản sao lưu lúc"))


def people(window: Window) -> int:
    assert window.desk is not None
    return members.count(window.desk.store, MemberFilter())


def test_a_damaged_store_is_explained_and_its_backup_offered(window: Window) -> None:
    assert window.desk is None
    assert "Sổ “so-hoc-tap.sht” bị hỏng" in shown(window)
    assert "(5 người, 0 lượt điểm danh)" in offered(window)


def test_the_backup_takes_its_place_and_the_damaged_file_is_kept(window: Window, qtbot: QtBot, damaged: Path) -> None:
    torn = damaged.read_bytes()
    pressed(window, offered(window))
    rested(window, qtbot)
    assert people(window) == 5
    assert [path.read_bytes()[100:] for path in damaged.parent.glob("so-hoc-tap-truoc-*.sht")] == [torn[100:]]


def test_what_can_be_read_is_offered_beside_it_and_taken(window: Window, qtbot: QtBot, damaged: Path) -> None:
    torn = damaged.read_bytes()
    pressed(window, "Sửa trên một bản sao")
    rested(window, qtbot)
    assert "Đọc lại được 6 người" in shown(window)
    assert damaged.read_bytes() == torn
    pressed(window, "Dùng bản đã sửa")
    rested(window, qtbot)
    assert people(window) == 6


def test_a_file_beyond_repair_is_told_and_its_backup_still_offered(window: Window, qtbot: QtBot, damaged: Path) -> None:
    damaged.write_bytes(b"\xa5" * 50_000)
    pressed(window, "Sửa trên một bản sao")
    rested(window, qtbot)
    assert "Không còn đọc được gì" in shown(window)
    assert not list(damaged.parent.glob("*da-sua*"))
    pressed(window, offered(window))
    rested(window, qtbot)
    assert people(window) == 5


def test_what_came_back_is_told_and_a_former_refusal_is_gone(
    window: Window, qtbot: QtBot, damaged: Path, answers: Answers
) -> None:
    (damaged.parent / "ảnh.sht-backup").write_bytes(b"\x89PNG" * 99)
    answers.coming.append(damaged.parent / "ảnh.sht-backup")
    pressed(window, "Chọn bản sao lưu ở nơi khác…")
    rested(window, qtbot)
    assert "không phải bản sao lưu của Sổ Học Tập" in shown(window)
    pressed(window, offered(window))
    assert "không phải bản sao lưu của Sổ Học Tập" not in shown(window)
    rested(window, qtbot)
    assert "Đã phục hồi bản sao lưu lúc" in shown(window) and ": 5 người, 0 đợt" in shown(window)


def test_a_locked_backup_opens_with_the_password_it_was_proven_with(
    window: Window, qtbot: QtBot, damaged: Path, answers: Answers, tmp_path: Path
) -> None:
    copy = tmp_path / "usb.sht-backup"
    store = create_office(tmp_path / "khác.sht", OFFICE)
    back_up(store, copy, lock=backup_lock("hoa ban trắng"))
    store.close()
    answers.coming += [copy, "hoa ban trắng"]
    pressed(window, "Chọn bản sao lưu ở nơi khác…")
    rested(window, qtbot)
    assert is_locked(damaged) and people(window) == 0 and len(answers.asked) == 2
