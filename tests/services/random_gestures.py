"""Random gestures of an office at work, day after day: what a store goes through in a year, in any order that holds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from db.values import Branch, LeavingForm, MemberKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import bin as bins
from desktop_app.services import corrections, members, moves, organizations, positions, standing
from desktop_app.services.lives import life
from desktop_app.services.members import MemberDraft, draft_of
from desktop_app.services.store import Store
from tests.cast import NAMES, a_cell

FIRST_DAY = date(2020, 1, 1)
Gesture = Callable[[Store, Random, int, str], object]


def cell(store: Store, random: Random) -> int:
    return random.choice(organizations.cells(store)).id


def enrol(store: Store, random: Random, person: int, day: str) -> object:
    kind = random.choice((None, MemberKind.GUEST))
    draft = MemberDraft(
        full_name=random.choice(NAMES),
        birth_date="1970-01-01",
        kind=kind,
        cell_id=random.choice((None, cell(store, random))),
        admitted_on=None if kind else "1990-01-01",
        official_on=None if kind else "1991-01-01",
    )
    return members.enrol(store, draft)


def amend(store: Store, random: Random, person: int, day: str) -> object:
    kept = draft_of(members.member(store, person))
    return members.amend(store, person, replace(kept, note=f"ghi chú {random.random()}"))


def strike_last_move(store: Store, random: Random, person: int, day: str) -> object:
    return corrections.strike(store, person, life(store, person).cells[-1], "ghi nhầm")


GESTURES: tuple[Gesture, ...] = (
    enrol,
    enrol,
    amend,
    lambda s, r, p, d: organizations.create_cell(s, f"Phố {r.randint(3, 99)}"),
    lambda s, r, p, d: members.remove(s, [p]),
    lambda s, r, p, d: bins.restore(s, [each.person.id for each in bins.binned(s)][:1]),
    lambda s, r, p, d: moves.move(s, p, d, cell(s, r)),
    lambda s, r, p, d: moves.move(s, p, d, cell(s, r)),
    lambda s, r, p, d: moves.transfer_out(s, p, d, "Ba Đình"),
    lambda s, r, p, d: moves.transfer_in(s, p, d, cell(s, r), "Hà Nội"),
    lambda s, r, p, d: moves.send_away(s, p, d, cell_id=cell(s, r)),
    lambda s, r, p, d: moves.send_away(s, p, d, "Ba Đình"),
    lambda s, r, p, d: moves.host(s, p, d, cell(s, r), "Ba Đình"),
    lambda s, r, p, d: moves.return_home(s, p, d),
    lambda s, r, p, d: standing.admit(s, p, d, "1-QĐ"),
    lambda s, r, p, d: standing.make_official(s, p, d, "2-QĐ"),
    lambda s, r, p, d: standing.exempt(s, p, d, "ốm", "2199-01-01"),
    lambda s, r, p, d: standing.resume(s, p, d),
    lambda s, r, p, d: standing.exempt_essay(s, p, d, "ốm"),
    lambda s, r, p, d: standing.require_essay(s, p, d),
    lambda s, r, p, d: standing.left(s, p, d, LeavingForm.ASKED, "3-QĐ"),
    lambda s, r, p, d: positions.hold_office(s, p, r.choice(("Bí thư", "Chi ủy viên")), d, r.choice(list(Branch))),
    lambda s, r, p, d: positions.end_office(s, p, "Bí thư", d),
    strike_last_move,
)


def perform(store: Store, random: Random, count: int) -> Iterator[int]:
    """So many gestures that were not refused, on later and later days; the number of each, once it is done."""
    for name in ("Phố 1", "Phố 2"):
        a_cell(store, name)
    for _ in range(5):
        enrol(store, random, 0, "")
    done, day = 0, FIRST_DAY
    while done < count:
        day += timedelta(days=1)
        gesture = random.choice(GESTURES)
        person = random.choice(store.column("select id from member order by id"))
        try:
            gesture(store, random, person, day.isoformat())
        except (Refusal, IndexError):
            continue
        done += 1
        yield done
