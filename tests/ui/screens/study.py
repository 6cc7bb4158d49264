"""Rounds and conferences for the screens' tests, made through the services, and the page a screen opened."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.records import Conference, HalfDay, StudyRound, Venue
from db.values import DayPart
from desktop_app.services import conferences, rounds
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk

ROUND = "Học tập Nghị quyết Đại hội XIII"


def a_round(store: Store, **facts: Any) -> StudyRound:
    return rounds.create(store, RoundDraft(**{"name": ROUND, **facts}))


def a_conference(store: Store, study: StudyRound | None = None, **facts: Any) -> Conference:
    """A conference of one day, morning and afternoon."""
    days = tuple(HalfDay(held_on="2026-03-27", part=part) for part in (DayPart.MORNING, DayPart.AFTERNOON))
    draft = ConferenceDraft(**{"name": "Hội nghị toàn phường", "half_days": days, **facts})
    return conferences.create(store, (study or a_round(store)).id, draft)


def a_venue(store: Store, held: Conference, name: str, **facts: Any) -> Venue:
    return conferences.save_venue(store, held.id, Venue(name=name, **facts))


def opened(desk: Desk, qtbot: QtBot, open_it: Callable[[], object]) -> QWidget:
    """The page a gesture opens, on the screen."""
    with qtbot.waitSignal(desk.page_opened) as signal:
        open_it()
    page = signal.args[0]
    qtbot.addWidget(page)
    page.show()
    assert isinstance(page, QWidget)
    return page
