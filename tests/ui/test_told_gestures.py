"""What is told of a gesture offers to take it back exactly when the journal can."""

import re
from pathlib import Path

import pytest

import desktop_app
from desktop_app.ui.desk import Desk
from tests.cast import a_member

SOURCES = sorted(Path(desktop_app.__file__).parent.rglob("*.py"))


@pytest.fixture
def told(desk: Desk) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []
    desk.said.connect(lambda sentence, undoable: heard.append((sentence, undoable)))
    return heard


def test_a_gesture_that_can_be_taken_back_is_told_so(desk: Desk, told: list[tuple[str, bool]]) -> None:
    desk.write(a_member, done="Đã thêm.")
    desk.undo()
    assert [undoable for _, undoable in told] == [True, False]


def test_what_changes_nothing_offers_nothing(desk: Desk, told: list[tuple[str, bool]]) -> None:
    desk.write(a_member)
    desk.write(lambda store: None, done="Đã xem.")
    assert told[-1] == ("Đã xem.", False)


def test_what_is_told_once_a_page_was_left_offers_it_too(desk: Desk, told: list[tuple[str, bool]]) -> None:
    desk.write(a_member)
    desk.tell_written("Đã thêm Nguyễn Văn An.")
    assert told[-1] == ("Đã thêm Nguyễn Văn An.", True)


def test_no_screen_says_of_itself_that_something_can_be_taken_back() -> None:
    bold = [path.name for path in SOURCES if re.search(r"said\.emit\((?:.|\n)*?, True\)", path.read_text("utf-8"))]
    assert bold == []
