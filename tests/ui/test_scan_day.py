"""A whole half-day scanned by keys in the window, with faults: every figure agrees with scans, journal and marks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

import pytest
from pytestqt.qtbot import QtBot

from db.records import RollRow
from db.values import MarkStatus, ScanOutcome
from desktop_app.domain.names import with_check_digit
from desktop_app.services import attendance, conferences, journal, members, organizations, reports, rolls, scanning
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.scan_looks import Sound
from desktop_app.ui.scan_session import ScanSession, session_of
from desktop_app.ui.screens.scan_page import ScanPage
from tests.round_office import hall, make_round, two_days
from tests.ui.hands import scanned

PEOPLE, CELLS = 300, 6
Out = ScanOutcome


@dataclass
class Day:
    """What was done at the door, counted by hand: outcomes, and where each person was first read."""

    session: ScanSession
    page: ScanPage
    expected: Counter[ScanOutcome] = field(default_factory=Counter)
    seen: dict[str, int] = field(default_factory=dict)
    seconds: int = 0

    def scan(self, code: str, outcome: ScanOutcome, venue: int, later: int = 20) -> None:
        """One code by the keys of a scanner, so many seconds after the one before."""
        self.seconds += later
        if self.session.door is None or self.session.door.venue_id != venue:
            held = self.page.filter_bar.chosen()
            self.session.start(held["conference"], held["half_day"], venue)
        scanned(self.page, code)
        self.expected[outcome] += 1

    def clock(self, store: Store) -> str:
        minutes, seconds = divmod(self.seconds, 60)
        return f"2021-03-27 {5 + minutes // 60:02}:{minutes % 60:02}:{seconds:02}.000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    conference_id: int
    half_day_id: int
    venue_ids: tuple[int, ...]
    rows: tuple[RollRow, ...]
    stranger: str


@pytest.fixture
def office(store: Store) -> Office:
    cells = tuple(organizations.create_cell(store, f"Phố {number}").id for number in range(1, CELLS + 1))
    with store.gesture("test.people", "Người dự"):
        drafts = [
            MemberDraft(full_name=f"Lê Văn {number}", cell_id=cells[number % CELLS], admitted_on="1990-01-01")
            for number in range(PEOPLE)
        ]
        for draft in drafts:
            members.enrol(store, draft)
    held = conferences.create(store, make_round(store), two_days())
    venues = tuple(
        conferences.save_venue(store, held.id, hall(name, chosen)).id
        for name, chosen in (("Hội trường", cells[:3]), ("Nhà văn hóa", cells[3:]))
    )
    rolls.freeze(store, held.id)
    stranger = members.enrol(store, MemberDraft(full_name="Tạ Văn Mới", cell_id=cells[0])).code
    rows = tuple(rolls.roll(store, held.id))
    return Office(
        conference_id=held.id, half_day_id=held.half_days[0].id, venue_ids=venues, rows=rows, stranger=stranger
    )


@pytest.fixture
def day(desk: Desk, office: Office, qtbot: QtBot) -> Iterator[Day]:
    session = session_of(desk)
    sounds: list[Sound] = []
    session.sound = sounds.append
    session.clock = lambda store: "2021-03-27 07:00:00.000"
    page = ScanPage(desk, office.conference_id)
    qtbot.addWidget(page)
    page.show()
    made = Day(session, page)
    session.clock = made.clock
    yield made
    session.stop()
    assert len(sounds) == made.expected.total()


def work(day: Day, office: Office, random: Random) -> None:
    """Most people come; every so often something goes wrong."""
    for row in office.rows:
        seat = row.venue_id
        assert seat is not None
        other = next(venue for venue in office.venue_ids if venue != seat)
        fault = random.random()
        if fault < 0.1:
            continue
        here = other if fault < 0.2 else seat
        day.scan(row.code, Out.ELSEWHERE if here == other else Out.MARKED, here)
        day.seen[row.code] = here
        if fault > 0.9:
            day.scan(row.code, Out.REPEATED, here, later=2)
        elif fault > 0.85:
            day.scan(row.code, Out.ALREADY_MARKED, here)
        elif fault > 0.8:
            day.scan(row.code, Out.TWO_PLACES, seat if here == other else other)
        elif fault > 0.75:
            day.scan(with_check_digit(700_000 + len(day.seen)), Out.UNKNOWN, here)
        elif fault > 0.72:
            day.scan(office.stranger, Out.NOT_ON_LIST, here)


def test_every_figure_of_a_scanned_half_day_agrees(day: Day, office: Office, store: Store) -> None:
    work(day, office, Random(5))
    scans = scanning.listed(store, office.conference_id, office.half_day_id)
    assert Counter(each.scan.outcome for each in scans) == day.expected
    assert scanning.tally(store, office.conference_id) == dict(day.expected)
    assert min(day.expected[outcome] for outcome in day.expected) > 3

    marks = attendance.sheet(store, office.conference_id).marks
    code_of = {row.member_id: row.code for row in office.rows}
    where = {code_of[member]: mark.venue_id for (_, member), mark in marks.items()}
    assert where == day.seen and all(mark.status is MarkStatus.PRESENT for mark in marks.values())

    done = [each for each in journal.history(store, 2000) if each.verb == "scan.read"]
    assert len(done) == day.expected.total()
    total = reports.summary(store, conferences.conference(store, office.conference_id).round_id).total
    assert total.must_attend == len(office.rows) and total.partial == len(day.seen)
    assert total.not_marked == len(office.rows) - len(day.seen)


def test_a_code_scanned_in_the_wrong_half_day_marks_nobody(day: Day, office: Office, store: Store) -> None:
    day.seconds = 9 * 3600
    for row in office.rows[:5]:
        day.scan(row.code, Out.WRONG_HALF_DAY, office.venue_ids[0])
    assert scanning.tally(store, office.conference_id) == {Out.WRONG_HALF_DAY: 5}
    assert attendance.sheet(store, office.conference_id).marks == {}
