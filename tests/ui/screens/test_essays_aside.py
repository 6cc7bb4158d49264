"""Essays of a large office are read beside the window; what is marked meanwhile is not lost from sight."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.services import essays
from desktop_app.services.store import Store
from desktop_app.ui import aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.essay_marking_page import EssayMarkingPage
from tests.round_office import SmallRound, small_round
from tests.ui.hands import rows

STATE = 5


@pytest.fixture
def store(kept_store: Store) -> Store:
    return kept_store


@pytest.fixture
def made(store: Store) -> SmallRound:
    found = small_round(store)
    essays.receive(store, found.round_id, [found.people[name] for name in ("Phạm Văn Ân", "Lý Văn Minh")], "2021-04-03")
    return found


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> EssayMarkingPage:
    monkeypatch.setattr(aside, "QUICK", -1)
    found = EssayMarkingPage(desk, made.round_id)
    qtbot.addWidget(found)
    found.resize(1180, 700)
    found.show()
    found.focus_start()
    return found


def settled(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.background.busy)
    qtbot.wait(1)
    qtbot.waitUntil(lambda: not desk.background.busy)


def test_the_first_essay_can_be_marked_as_soon_as_they_are_read(
    page: EssayMarkingPage, desk: Desk, qtbot: QtBot
) -> None:
    assert rows(page) == []
    settled(qtbot, desk)
    assert page.table.selected_count() == 1


def test_a_result_typed_while_the_essays_are_read_again_stays_in_sight(
    page: EssayMarkingPage, desk: Desk, qtbot: QtBot, store: Store, made: SmallRound
) -> None:
    settled(qtbot, desk)
    person = page.table.current_id()
    assert person is not None
    desk.changes.happened.emit()
    assert desk.background.busy
    QTest.keyClicks(page.entry, "1")
    settled(qtbot, desk)
    (kept,) = essays.standings(store, made.round_id, member_ids=[person])
    (seen,) = [each for each in page._standings if each.standing.row.member_id == person]
    assert kept.last is not None and seen == kept
