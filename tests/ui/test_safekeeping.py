"""Backups nobody asks for: when the window closes, every half hour of work, not right out of sleep, never silent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services import backups
from desktop_app.services.backup_rota import kept
from desktop_app.ui.opening import Opening
from desktop_app.ui.safekeeping import Rhythm, Safekeeping
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.ui.conftest import Answers

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
