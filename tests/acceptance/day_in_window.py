"""The first morning at the window: three venues by keys, three by a scanner, with the faults such a morning has.

Not tests themselves. What was done is counted here by hand as it is done.
"""

from collections import Counter
from dataclasses import dataclass, field

from db.records import RollRow
from db.values import Deduction, ScanOutcome
from desktop_app.domain.names import with_check_digit
from desktop_app.services import conferences, members, roll_changes, rolls, unknown_people
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from tests.acceptance.thousands import Thousands
from tests.acceptance.window_hands import Hands

Out = ScanOutcome
BY_KEYS, BY_SCANS = (1, 2, 3), (4, 5, 6)
TYPED, READ, AFTERNOON = 100, 80, 9 * 3600
NEW, KNOWN, UNFOUND = "Tạ Văn Mới", "Kiều Thị Quen", "Lò Văn Lạ"


@dataclass
class Morning:
    """The first morning. `keyed` is what was typed for each person, `scanned` where each was first read."""

    hands: Hands
    store: Store
    made: Thousands
    outcomes: Counter[ScanOutcome] = field(default_factory=Counter)
    keyed: dict[int, str] = field(default_factory=dict)
    scanned: dict[int, int] = field(default_factory=dict)

    def name(self, venue: int) -> str:
        known = {each.id: each.name for each in conferences.venues(self.store, self.made.conference_id)}
        return known[self.made.venue_ids[venue]]

    def rows(self, venue: int) -> list[RollRow]:
        """Who must attend at a venue, in the order of the grid."""
        found = rolls.roll(self.store, self.made.conference_id, self.made.venue_ids[venue])
        return [row for row in found if row.deduction is None]

    # --- by keys

    def by_keys(self) -> None:
        """A hundred keys a venue; at the second one five are taken back and typed anew."""
        for venue in BY_KEYS:
            keys = "".join("1111211311411"[number % 13] for number in range(TYPED))
            self.hands.type_marks(self.name(venue), 0, keys)
            self.keyed |= {row.member_id: key for row, key in zip(self.rows(venue), keys, strict=False)}
        self.taken_back_and_typed_anew(BY_KEYS[1])

    def taken_back_and_typed_anew(self, venue: int) -> None:
        name, people = self.name(venue), [row.member_id for row in self.rows(venue)]
        self.hands.type_marks(name, 0, "22222")
        self.hands.take_back(3)
        self.keyed |= dict.fromkeys(people[:2], "2")
        self.hands.type_marks(name, 0, "10")
        self.keyed |= {people[0]: "1"}
        del self.keyed[people[1]]

    # --- by scans

    def scan(self, code: str, outcome: ScanOutcome, later: int = 20) -> None:
        self.hands.scan(code, later)
        self.outcomes[outcome] += 1

    def by_scans(self) -> None:
        """Eighty people a venue; every so often something goes wrong."""
        for venue in BY_SCANS:
            self.hands.begin_scanning(self.name(venue))
            for number, row in enumerate(self.rows(venue)[:READ]):
                self.read(row, venue, number)
        self.blocked_and_taken_back()
        self.on_no_list()
        self.written_in()
        self.at_two_places()
        self.in_the_wrong_half_day()
        self.hands.end_scanning()

    def read(self, row: RollRow, venue: int, number: int) -> None:
        self.scan(row.code, Out.MARKED)
        self.scanned[row.member_id] = self.made.venue_ids[venue]
        if number % 10 == 3:
            self.scan(row.code, Out.REPEATED, later=2)
        elif number % 10 == 5:
            self.scan(row.code, Out.ALREADY_MARKED)
        elif number % 20 == 7:
            self.scan(with_check_digit(700_000 + number), Out.UNKNOWN)
        elif number % 20 == 9:
            self.scan(f"{row.code[:-1]}{(int(row.code[-1]) + 1) % 10}", Out.UNKNOWN)

    def blocked_and_taken_back(self) -> None:
        """An exempt person is not marked; a code read by mistake is taken back with its mark."""
        everyone = rolls.roll(self.store, self.made.conference_id)
        exempt = next(row for row in everyone if row.deduction is Deduction.EXEMPT)
        self.scan(exempt.code, Out.BLOCKED)
        self.hands.scan(self.rows(BY_SCANS[2])[READ].code)
        self.hands.take_back(1)

    def on_no_list(self) -> None:
        """Enrolled after the roll was frozen: read in vain, put on the roll with a reason, read again."""
        draft = MemberDraft(full_name="Hà Văn Muộn", cell_id=self.made.cell_ids[6], admitted_on="1990-01-01")
        late = members.enrol(self.store, draft)
        self.scan(late.code, Out.NOT_ON_LIST)
        roll_changes.add(self.store, self.made.conference_id, late.id, "Chuyển đến, chưa kịp ghi")
        self.scan(late.code, Out.MARKED)
        self.scanned[late.id] = self.made.venue_ids[6]

    def written_in(self) -> None:
        """Three whom nobody knows: one is enrolled afterwards, one was on the roll all along, one stays unknown."""
        for name in (NEW, KNOWN, UNFOUND):
            self.hands.write_in(name)
        unknown = {each.full_name: each.id for each in unknown_people.unknown(self.store)}
        draft = MemberDraft(full_name=NEW, cell_id=self.made.cell_ids[0], admitted_on="1990-01-01")
        person = members.enrol(self.store, draft)
        unknown_people.join(self.store, unknown[NEW], person.id)
        known = self.rows(BY_SCANS[0])[READ]
        unknown_people.join(self.store, unknown[KNOWN], known.member_id)
        self.scanned |= dict.fromkeys((person.id, known.member_id, unknown[UNFOUND]), self.made.venue_ids[6])

    def at_two_places(self) -> None:
        """People of the second venue read at the third: those not marked yet count there, others are asked about."""
        seated = self.rows(BY_SCANS[1])
        for row in seated[READ : READ + 10]:
            self.scan(row.code, Out.ELSEWHERE)
            self.scanned[row.member_id] = self.made.venue_ids[BY_SCANS[2]]
        for row in seated[:6]:
            self.scan(row.code, Out.TWO_PLACES)

    def in_the_wrong_half_day(self) -> None:
        self.hands.seconds = AFTERNOON
        for row in self.rows(BY_SCANS[2])[-5:]:
            self.scan(row.code, Out.WRONG_HALF_DAY)
