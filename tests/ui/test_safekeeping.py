"""Backups nobody asks for: when the window closes, every half hour of work, not right out of sleep, never silent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.services import backups
from desktop_app.services.backup_rota import kept
from desktop_app.services.store import create_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.safekeeping import Rhythm, Safekeeping
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.conftest import OFFICE
from tests.ui.conftest import Answers
from tests.ui.hands import pressed

MINUTE = 60.0


@pytest.fixture
def window(store_path: Path, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    Safekeeping(made)
    opening = Opening(made)
    made.show()
    opening.begin(store_path)
    yield made
    made.leave_store()
    opening.unlock()


@pytest.fixture
def where(store_path: Path) -> Path:
    return store_path.parent / "sao-luu"


def work(window: Window) -> None:
    assert window.desk is not None
    window.desk.write(a_member)


def test_a_window_that_closes_backs_up_first(window: Window, where: Path, qtbot: QtBot) -> None:
    work(window)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    (copy,) = kept(where, "so-hoc-tap")
    facts = backups.verify(copy.path)
    assert (facts.members, facts.reason) == (1, "exit")


def test_a_window_with_nothing_new_closes_at_once(window: Window, where: Path, qtbot: QtBot) -> None:
    work(window)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert window.close()
    assert len(kept(where, "so-hoc-tap")) == 1


def test_a_backup_that_fails_keeps_the_window_until_the_clerk_lets_go(
    window: Window, where: Path, qtbot: QtBot, answers: Answers
) -> None:
    where.write_text("không phải thư mục", encoding="utf-8")
    work(window)
    answers.coming.append(False)
    window.close()
    qtbot.waitUntil(lambda: bool(answers.asked), timeout=20_000)
    assert window.isVisible() and window.screens.isEnabled()
    assert "Không lập được thư mục sao lưu" in answers.asked[0] and "Đóng, không sao lưu" in answers.asked[0]
    answers.coming.append(True)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)


@pytest.mark.parametrize(("minutes", "due"), [(1, False), (29, False), (30, True), (31, True)])
def test_a_backup_comes_every_half_hour(minutes: int, due: bool) -> None:
    rhythm = Rhythm(0.0)
    assert [rhythm.due(minute * MINUTE) for minute in range(minutes + 1)][-1] is due


def test_right_out_of_sleep_there_is_no_backup(window: Window) -> None:
    rhythm = Rhythm(0.0)
    assert not rhythm.due(8 * 60 * MINUTE)
    assert [rhythm.due(8 * 60 * MINUTE + minute * MINUTE) for minute in (1, 4, 5)] == [False, False, True]


def test_a_clock_set_back_does_not_stop_the_backups() -> None:
    rhythm = Rhythm(1000 * MINUTE)
    assert not rhythm.due(10 * MINUTE)
    assert [rhythm.due((10 + minute) * MINUTE) for minute in (1, 2, 3, 4, 5)][-1]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another office on the same computer."""
    path = tmp_path / "khác" / "so-khac.sht"
    path.parent.mkdir()
    create_office(path, OFFICE).close()
    return path


def change_to(window: Window, answers: Answers, path: Path) -> None:
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    answers.coming.append(path)
    pressed(window, "Mở sổ đã có…")


def is_open(window: Window, path: Path) -> bool:
    return window.desk is not None and window.desk.store.path == path


def test_a_changed_store_is_backed_up_before_another_is_opened(
    window: Window, where: Path, other: Path, qtbot: QtBot, answers: Answers
) -> None:
    work(window)
    change_to(window, answers, other)
    qtbot.waitUntil(lambda: is_open(window, other), timeout=20_000)
    (copy,) = kept(where, "so-hoc-tap")
    assert backups.verify(copy.path).members == 1 and window.screens.isEnabled()


def test_a_backup_that_fails_keeps_the_store_until_the_clerk_lets_go(
    window: Window, where: Path, store_path: Path, other: Path, qtbot: QtBot, answers: Answers
) -> None:
    where.write_text("không phải thư mục", encoding="utf-8")
    work(window)
    change_to(window, answers, other)
    answers.coming.append(False)
    qtbot.waitUntil(lambda: len(answers.asked) == 2, timeout=20_000)
    assert "Đổi sổ, không sao lưu" in answers.asked[1] and is_open(window, store_path)
    change_to(window, answers, other)
    answers.coming.append(True)
    qtbot.waitUntil(lambda: is_open(window, other), timeout=20_000)
