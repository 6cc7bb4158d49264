"""A conference lived through at random: whatever clerks do at five venues in any order, undone and done again.

What the program refuses is passed over; everything else may be asked of it at any moment. Not tests themselves.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random

from db.day_records import HeadCount
from db.records import Conference, Mark, Venue
from db.values import ConferenceKind, Deduction, LeavingForm, MarkStatus
from desktop_app.domain.mark_words import WRITTEN
from desktop_app.domain.names import with_check_digit
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    attendance,
    closing,
    conferences,
    contradictions,
    journal,
    makeup_conferences,
    members,
    moves,
    organizations,
    returns,
    roll_changes,
    rolls,
    rounds,
    scanning,
    seating,
    sheets,
    standing,
    unknown_people,
    venue_diary,
    venue_reports,
)
from desktop_app.services.contradictions import settle_venue
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.members import MemberDraft
from desktop_app.services.returns import Difference, SaidRow
from desktop_app.services.sheets import Printed
from desktop_app.services.store import Store
from tests.acceptance.thousands import full_name
from tests.round_office import two_days

PEOPLE, CELLS, VENUES = 40, 6, 5
LATER = ("2021-04-10", "2021-04-11")


@dataclass
class Desk:
    """The office, and chance; `done` are the gestures that were not refused, by name."""

    store: Store
    random: Random
    round_id: int = 0
    held: int = 0
    makeup: int | None = None
    seconds: int = 0
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        cells = [organizations.create_cell(self.store, f"Phố {number}").id for number in range(CELLS)]
        with self.store.gesture("test.people", "Người dự"):
            drafts = [
                MemberDraft(full_name=full_name(number), admitted_on="1990-01-01", cell_id=cells[number % CELLS])
                for number in range(PEOPLE)
            ]
            members.enrol_many(self.store, [members.checked(draft) for draft in drafts])
        draft = rounds.RoundDraft(name="Đợt", essay_required=False)
        self.round_id = rounds.create(self.store, draft).id
        self.held = conferences.create(self.store, self.round_id, two_days()).id
        for number in range(VENUES):
            venue = Venue(name=f"Điểm {number}", cell_ids=tuple(cells[number::VENUES]), capacity=12)
            conferences.save_venue(self.store, self.held, venue)
        rolls.freeze(self.store, self.held)
        self.frozen = journal.history(self.store, 1)[0].id

    # --- chance

    def conference(self) -> Conference:
        """Mostly the main one."""
        there = self.makeup is not None and any(c.id == self.makeup for c in conferences.conferences(self.store))
        chosen = self.makeup if there and self.random.random() < 0.3 else self.held
        return conferences.conference(self.store, chosen or self.held)

    def half_day(self, held: Conference) -> int:
        return self.random.choice(held.half_days).id

    def venue(self, conference_id: int) -> int | None:
        known = [venue.id for venue in conferences.venues(self.store, conference_id)]
        return self.random.choice([*known, None])

    def some(self, conference_id: int, most: int = 8) -> list[int]:
        people = [row.member_id for row in rolls.roll(self.store, conference_id)]
        return self.random.sample(people, min(len(people), self.random.randint(1, most)))

    def moment(self) -> str:
        self.seconds += self.random.choice((2, 20, 600))
        minutes, seconds = divmod(self.seconds, 60)
        return f"2021-03-27 {5 + minutes // 60 % 12:02}:{minutes % 60:02}:{seconds:02}.000"

    # --- gestures

    def mark(self) -> None:
        held = self.conference()
        places = [(self.half_day(held), person) for person in self.some(held.id)]
        status, late = self.random.choice([MarkStatus.PRESENT, *MarkStatus, None]), self.random.random() < 0.1
        venue = self.venue(held.id) if status is MarkStatus.PRESENT else None
        moved = self.random.random() < 0.5
        attendance.mark(self.store, held.id, places, status, venue_id=venue, late=late or None, moved=moved)

    def fill(self) -> None:
        held = self.conference()
        places = [(self.half_day(held), person) for person in self.some(held.id, 30)]
        attendance.fill_blanks(self.store, held.id, places, venue_id=self.venue(held.id))

    def scan(self) -> None:
        held, codes = self.conference(), self.store.column("select code from member order by id")
        code = self.random.choice([*codes, with_check_digit(700_000)])
        scanning.read(self.store, held.id, self.half_day(held), self.venue(held.id), code, self.moment())

    def write_in(self) -> None:
        held = self.conference()
        door = scanning.door(self.store, held.id, self.half_day(held), self.venue(held.id))
        scanning.write_in(self.store, door, f"Lò Văn Lạ {len(self.done)}")

    def join(self) -> None:
        unknown = self.random.choice(unknown_people.unknown(self.store)).id
        known = self.random.choice(self.store.column("select id from member where deleted = 0 order by id"))
        differ = unknown_people.differences(self.store, unknown, known)
        chosen = {each.half_day_id: self.random.choice((unknown, known)) for each in differ}
        unknown_people.join(self.store, unknown, known, chosen)

    def accept(self) -> None:
        unknown_people.accept(self.store, [self.random.choice(unknown_people.unknown(self.store)).id])

    def enrol(self) -> None:
        cell = self.random.choice(organizations.cells(self.store)).id
        members.enrol(self.store, MemberDraft(full_name="Hà Văn Muộn", admitted_on="1990-01-01", cell_id=cell))

    def add(self) -> None:
        held, people = self.conference(), self.store.column("select id from member where deleted = 0 order by id")
        roll_changes.add(self.store, held.id, self.random.choice(people), "Bổ sung", self.venue(held.id))

    def deduct(self) -> None:
        held = self.conference()
        why = self.random.choice([*Deduction, None])
        rolls.deduct(self.store, held.id, self.some(held.id)[0], why, "Sửa")

    def seat(self) -> None:
        held = self.conference()
        seating.seat_people(self.store, held.id, self.some(held.id), self.venue(held.id))

    def seat_cells(self) -> None:
        cell = self.random.choice(organizations.cells(self.store)).id
        conferences.seat_cells(self.store, self.held, {cell: self.venue(self.held)})

    def seat_afresh(self) -> None:
        seating.keep(self.store, self.held, seating.propose(self.store, self.held, self.random.random() < 0.5))

    def report(self) -> None:
        venue, half_day = self.venue(self.held), self.half_day(conferences.conference(self.store, self.held))
        place = (self.store, self.held, venue or 0, half_day)
        heads = HeadCount(venue_id=venue or 0, half_day_id=half_day, people="Nhân dân", count=45)
        self.random.choice(
            (
                lambda: venue_reports.sign(*place, self.random.randint(0, 12)),
                lambda: venue_reports.complete(*place),
                lambda: venue_reports.take_back(*place),
                lambda: venue_diary.count(self.store, self.held, heads),
            )
        )()

    def page(self) -> None:
        """A page of the first day's list printed and entered with its totals."""
        days = conferences.conference(self.store, self.held).half_days[:2]
        people = tuple(row.member_id for row in rolls.roll(self.store, self.held)[: self.random.randint(1, 9)])
        place = {"venue_id": self.venue(self.held), "cell_id": None}
        printed = Printed(held_on=days[0].held_on, page=1, pages=1, member_ids=people, **place)
        (page,) = sheets.register(self.store, self.held, [printed])
        places = [(day.id, person) for day in days for person in people]
        given = {place: Mark(half_day_id=place[0], member_id=place[1], status=MarkStatus.PRESENT) for place in places}
        sheets.close_page(self.store, page.id, given, {day.id: len(people) for day in days})

    def list_in(self) -> None:
        """A list made by others: people of the roll and a stranger, all of it taken over."""
        held = self.conference()
        names = {row.member_id: row.full_name for row in rolls.roll(self.store, held.id)}
        said = [(names[person], person) for person in self.some(held.id)] + [(f"Mạc Văn Lạ {len(self.done)}", None)]
        words = [self.random.choice(list(WRITTEN.values())) for _ in said]
        rows = [
            SaidRow(sheet="DS", number=at, name=name, member_id=person, marks={self.half_day(held): word})
            for at, ((name, person), word) in enumerate(zip(said, words, strict=True), 1)
        ]
        lines = returns.compare(self.store, held.id, rows)
        found = Difference(
            file="ds.xlsx", conference_id=held.id, venue_id=self.venue(held.id), returned=None, lines=lines
        )
        returns.take(self.store, [found], {found.key(line) for line in lines})

    def close(self) -> None:
        held = self.conference()
        if held.closed_at is None:
            closing.close(self.store, held.id, absent=True)
        else:
            closing.reopen(self.store, held.id, "Phiếu gửi chậm")

    def make_up(self) -> None:
        attendance.make_up(self.store, self.round_id, self.some(self.held), "2021-04-20")

    def take_back_make_up(self) -> None:
        attendance.take_back_makeup(self.store, self.round_id, self.some(self.held))

    def make_up_conference(self) -> None:
        """One for some who owe; another only where there is none."""
        kinds = {each.kind for each in conferences.conferences(self.store, self.round_id)}
        owing = [each.row.member_id for each in attendance.outstanding(self.store, self.round_id)]
        if ConferenceKind.MAKEUP in kinds or not owing:
            raise Refusal("")
        given = tuple(replace(day, held_on=LATER[at // 2], topics=()) for at, day in enumerate(two_days().half_days))
        draft = MakeUpDraft(name="Học bù", member_ids=tuple(owing[:15]), half_days=given)
        self.makeup = makeup_conferences.create(self.store, self.round_id, draft).id

    def settle(self) -> None:
        told = [each for each in contradictions.contradictions(self.store, self.round_id) if each.venues]
        if told:
            settle_venue(self.store, told[0], self.random.choice(told[0].venues))

    def leave(self) -> None:
        """Somebody dies, leaves or moves after the conference: the roll stays as it was."""
        person, cell = self.some(self.held)[0], self.random.choice(organizations.cells(self.store)).id
        self.random.choice(
            (
                lambda: standing.died(self.store, person, "2021-04-02"),
                lambda: standing.left(self.store, person, "2021-04-02", LeavingForm.ASKED, "1-QĐ"),
                lambda: moves.move(self.store, person, "2021-04-02", cell),
            )
        )()

    def undo(self) -> None:
        self.take_back(1)

    def undo_older(self) -> None:
        self.take_back(6)

    def take_back(self, among: int) -> None:
        """One of the last gestures since the roll was frozen."""
        chosen = self.random.choice(journal.undoable(self.store, among))
        if chosen.id > self.frozen:
            journal.undo(self.store, chosen.id)

    def redo(self) -> None:
        journal.redo(self.store)


GESTURES: tuple[tuple[Callable[[Desk], None], int], ...] = (
    (Desk.mark, 20),
    (Desk.fill, 5),
    (Desk.scan, 20),
    (Desk.write_in, 3),
    (Desk.join, 3),
    (Desk.accept, 1),
    (Desk.enrol, 2),
    (Desk.add, 3),
    (Desk.deduct, 3),
    (Desk.seat, 3),
    (Desk.seat_cells, 2),
    (Desk.seat_afresh, 1),
    (Desk.report, 6),
    (Desk.page, 2),
    (Desk.list_in, 5),
    (Desk.close, 2),
    (Desk.make_up, 4),
    (Desk.take_back_make_up, 2),
    (Desk.make_up_conference, 3),
    (Desk.settle, 2),
    (Desk.leave, 2),
    (Desk.undo, 6),
    (Desk.undo_older, 3),
    (Desk.redo, 4),
)


def work(desk: Desk, count: int) -> None:
    """So many gestures, refused or not."""
    gestures, weights = zip(*GESTURES, strict=True)
    for gesture in desk.random.choices(gestures, weights, k=count):
        try:
            gesture(desk)
        except (Refusal, IndexError):
            continue
        desk.done.append(gesture.__name__)
