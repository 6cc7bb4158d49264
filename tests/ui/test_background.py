"""Long work beside the window: its own connection, a count, a way to stop, one sentence when it fails."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.refusal import Refusal
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import trouble
from desktop_app.ui.background import Background
from desktop_app.ui.bottom import time_left
from desktop_app.ui.desk import Desk
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import endless


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    made = Background()
    yield made
    made.wait()


def test_a_job_works_on_a_connection_of_its_own(kept_store: Store, background: Background, qtbot: QtBot) -> None:
    a_member(kept_store)
    seen: list[tuple[bool, int]] = []

    def counted(store: Store, progress: Progress) -> tuple[bool, int]:
        return store is kept_store, members.count(store, MemberFilter())

    with qtbot.waitSignal(background.ended):
        background.run("Đếm", counted, seen.append, kept_store)
    assert seen == [(False, 1)]


def test_what_a_job_wrote_is_told_to_the_screens(kept_store: Store, background: Background, qtbot: QtBot) -> None:
    desk = Desk(kept_store, background)
    with qtbot.waitSignal(desk.changes.happened):
        desk.run("Ghi", lambda store, progress: a_member(store), writes=True)
    assert members.count(kept_store, MemberFilter()) == 1


def test_progress_is_told_as_done_of_total(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.progressed) as told:
        background.run("In", lambda progress: progress(5, 5), lambda _: None, None)
    assert told.args is not None and told.args[:2] == [5, 5]


def test_a_stopped_job_says_that_nothing_is_half_done(background: Background, qtbot: QtBot) -> None:
    with qtbot.waitSignal(background.cancelled) as told:
        background.run("In", endless, lambda _: None, None)
        background.stop()
    assert told.args == ["Đã dừng: In. Không có gì bị ghi dở."]


def test_a_refusal_of_a_job_is_one_sentence(background: Background, qtbot: QtBot) -> None:
    def refusing(progress: Progress) -> None:
        raise Refusal("Tệp này không đọc được; hãy chọn tệp khác.")

    with qtbot.waitSignal(background.refused) as told:
        background.run("Nhập", refusing, lambda _: None, None)
    assert told.args == ["Tệp này không đọc được; hãy chọn tệp khác."]


def test_a_second_job_waits_for_the_first(background: Background, qtbot: QtBot) -> None:
    background.run("In", endless, lambda _: None, None)
    with qtbot.waitSignal(background.refused) as told:
        background.run("Nhập", lambda progress: None, lambda _: None, None)
    assert told.args == ["Đang làm việc khác (In); chờ xong hoặc bấm “Dừng”."]
    with qtbot.waitSignal(background.cancelled):
        background.stop()


def test_a_bug_in_a_job_is_logged_without_its_words_and_told_once(
    background: Background, qtbot: QtBot, answers: Answers, caplog: pytest.LogCaptureFixture, own_folders: Path
) -> None:
    name = "Nguyễn Văn An"

    def broken(progress: Progress) -> None:
        raise KeyError(name)

    with qtbot.waitSignal(background.ended):
        background.run("Nhập", broken, lambda _: None, None)
    assert answers.told == [trouble.sentence()]
    (record,) = [each for each in caplog.records if each.levelno == logging.ERROR]
    assert "KeyError" in record.getMessage() and "Nguyễn" not in record.getMessage()
    caplog.clear()


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [(0, 10, 5.0, ""), (5, 10, 5.0, ", còn khoảng 5 giây"), (1, 100, 6.0, ", còn khoảng 9 phút"), (10, 10, 5.0, "")],
)
def test_the_time_left_is_told_once_it_can_be_known(done: int, total: int, seconds: float, words: str) -> None:
    assert time_left(done, total, seconds) == words
