"""The figures of a round counted person by person from rows of the journal, by the words and not by the program.

It shares no code with what it checks. Guests, people not known yet and people taken off the list are told apart first;
then each person's half-days are read one after another. Not tests themselves.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from tests.acceptance.replay import Row, Tables

ABSENCES = ("absent_unexcused", "absent", "absent_excused")
Board = dict[int | None, Counter[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One row of the roll with what was marked and made up, half-day by half-day."""

    row: Row
    statuses: tuple[str | None, ...]
    made_up: tuple[bool, ...]
    required: int
    unknown: bool

    @property
    def guest(self) -> bool:
        return bool(self.row["kind"] == "guest")

    @property
    def must(self) -> bool:
        return not self.guest and self.row["deduction"] is None

    @property
    def came(self) -> int:
        return self.statuses.count("present")

    @property
    def settled(self) -> int:
        """Half-days attended or made up."""
        return sum(said == "present" or made for said, made in zip(self.statuses, self.made_up, strict=True))

    @property
    def outcome(self) -> str:
        if self.came >= self.required:
            return "attended"
        if self.came:
            return "partial"
        return next((absence for absence in ABSENCES if absence in self.statuses), "not_marked")

    @property
    def figures(self) -> list[str]:
        """The figures that count somebody who must attend."""
        studied = self.settled >= self.required
        made_up = ["made_up"] if studied and self.came < self.required else []
        return ["must_attend", self.outcome, "studied" if studied else "not_studied", *made_up]


@dataclass(slots=True)
class Recount:
    """All that is counted of one conference."""

    tables: Tables
    conference_id: int
    half_days: list[int] = field(init=False)
    people: list[Person] = field(init=False)

    def __post_init__(self) -> None:
        parts = ("morning", "afternoon", "evening")
        days = [day for day in self.tables["half_day"].values() if day["conference_id"] == self.conference_id]
        days.sort(key=lambda day: (day["held_on"], parts.index(day["part"])))
        self.half_days = [day["id"] for day in days]
        self.people = [
            self.person(row) for row in self.tables["roll_row"].values() if row["conference_id"] == self.conference_id
        ]

    def person(self, row: Row) -> Person:
        member = row["member_id"]
        marks = [self.tables["mark"].get((day, member)) for day in self.half_days]
        settled = {(each["half_day_id"], each["member_id"]) for each in self.tables["makeup"].values()}
        return Person(
            row=row,
            statuses=tuple(mark["status"] if mark else None for mark in marks),
            made_up=tuple((day, member) in settled for day in self.half_days),
            required=self.required(row["audience"]),
            unknown=bool(self.tables["member"][(member,)]["provisional"]),
        )

    def required(self, audience: str) -> int:
        rules: dict[str, int] = {
            rule["audience"]: rule["required_half_days"] for rule in self.tables["round_audience"].values()
        }
        return min(len(self.half_days), rules.get(audience, len(self.half_days)))

    def behind(self, cell_id: int | None = None) -> defaultdict[str, set[int]]:
        """Figure → who is counted in it, of everyone or of one cell."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for person in self.people:
            if person.must and cell_id in (None, person.row["cell_id"]):
                for figure in person.figures:
                    found[figure].add(person.row["member_id"])
        return found

    def totals(self) -> dict[str, int]:
        """The roll: total − exempt − away − other = must attend; guests and people not known apart."""
        named = [person for person in self.people if not person.guest]
        off = Counter(person.row["deduction"] for person in named)
        strangers = sum(person.unknown for person in self.people)
        return {
            "total": len(named),
            "exempt": off["exempt"],
            "away": off["away"],
            "other": off["other"],
            "must_attend": off[None],
            "guests": len(self.people) - len(named) - strangers,
            "provisional": strangers,
        }

    def board(self, half_day_id: int) -> Board:
        """Venue → its figures at a half-day: who sits there, who was seen there."""
        counted: Board = defaultdict(Counter)
        for person in self.people:
            seat = person.row["venue_id"]
            summoned = person.row["deduction"] is None and not person.unknown
            free = person.guest or person.came >= person.required
            mark = self.tables["mark"].get((half_day_id, person.row["member_id"]))
            counted[seat]["roll"] += summoned
            if mark is None:
                counted[seat]["free" if free else "unmarked"] += summoned
            elif mark["status"] == "present":
                place = seat if mark["venue_id"] is None else mark["venue_id"]
                counted[place]["present"] += 1
                counted[place]["visitors"] += place != seat or not summoned
                counted[seat]["elsewhere"] += place != seat and summoned
            else:
                counted[seat][mark["status"]] += summoned
        return {venue: +figures for venue, figures in counted.items()}

    def report(self, venue_id: int, half_day_id: int) -> dict[str, Any]:
        """What a venue signed for and counted without names, and when it was called complete."""
        said = self.tables["venue_report"].get((venue_id, half_day_id), {})
        heads = [
            each["count"]
            for each in self.tables["head_count"].values()
            if (each["venue_id"], each["half_day_id"]) == (venue_id, half_day_id)
        ]
        return {
            "signed": said.get("signed_present"),
            "completed_at": said.get("completed_at"),
            "heads": sum(heads) if heads else None,
        }
