"""How far study, essays and plans have come at every level, each figure with the very people it counts.

A person counts once on each line: levels are counted anew over the people under them, never summed from below.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from db import essays as kept_essays
from db.records import StudyRound
from db.store import Store
from db.tallies import Tally
from db.values import FOREVER, Audience, DeadlineKind
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import percent
from desktop_app.domain.words import word
from desktop_app.services import organizations, submissions
from desktop_app.services.conferences import conferences, first_day
from desktop_app.services.organizations import TreeRow
from desktop_app.services.rounds import study_round
from desktop_app.services.tallies import everyone, exempt_by_day

Written = dict[int, tuple[bool, bool]]
CAME = Attended.ATTENDED.value
PLANS = (DeadlineKind.ACTION_PROGRAMME, DeadlineKind.PLAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One line; the ids of the people behind each figure, in list order. must = attended + made_up + left.

    `handed_in` and `passed` are of those who must write. `plans_in` of `plans_owed`: the programmes and plans its units
    have sent.
    """

    key: str
    organization_id: int | None
    name: str
    depth: int
    must: tuple[int, ...]
    attended: tuple[int, ...]
    made_up: tuple[int, ...]
    left: tuple[int, ...]
    must_write: tuple[int, ...]
    handed_in: tuple[int, ...]
    passed: tuple[int, ...]
    plans_owed: int = 0
    plans_in: int = 0

    @property
    def studied(self) -> int:
        """How many attended or made up."""
        return len(self.attended) + len(self.made_up)

    @property
    def studied_percent(self) -> str:
        """Of those who must study; two decimals, never rounded up to 100."""
        return percent(self.studied, len(self.must))

    @property
    def attended_percent(self) -> str:
        """At the conference itself, of those who must study."""
        return percent(len(self.attended), len(self.must))


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """`rows` follow the tree from the top, only where somebody must study; `audiences` split the same people."""

    round: StudyRound
    on: str | None
    rows: tuple[CoverageRow, ...]
    audiences: tuple[CoverageRow, ...]


def coverage(store: Store, round_id: int, under_id: int | None = None, on: str | None = None) -> Coverage:
    """The coverage of a round, of the whole office or of one organization and what is under it.

    The tree is that of the round's last conference; people of a cell that no longer stood then count at the top.
    `on`: as it stood at the end of that day.
    """
    found = study_round(store, round_id)
    days = [first_day(held) for held in conferences(store, round_id) if held.half_days]
    tree = organizations.tree(store, max(days, default=None), counted=False)
    above = chains(tree)
    now = everyone(store, round_id)
    under: dict[int, list[Tally]] = defaultdict(list)
    inside: list[Tally] = []
    for each in now if on is None else everyone(store, round_id, on):
        line = above.get(each.cell_id, (tree[0].organization.id,))
        if each.must and under_id in (None, *line):
            inside.append(each)
            for organization_id in line:
                under[organization_id].append(each)
    written, plans = essays_by(store, found, now, on), plans_by(store, round_id, on, above)
    rows = [
        replace(
            row_of(f"organization-{at.id}", at.id, at.name, each.depth, under[at.id], written),
            plans_owed=plans[at.id, False] + plans[at.id, True],
            plans_in=plans[at.id, True],
        )
        for each in tree
        if (at := each.organization).id in under and under_id in (None, *above[at.id])
    ]
    return Coverage(round=found, on=on, rows=tuple(rows), audiences=by_audience(inside, written))


def essays_by(store: Store, found: StudyRound, now: Iterable[Tally], on: str | None) -> Written:
    """Member → whether an essay was in, and had passed, at the end of a day (now); of those who must write."""
    if not found.essay_required:
        return {}
    exempt, stood = exempt_by_day(store, found.id), kept_essays.stood(store, found.id, on or FOREVER)
    must = (each for each in now if each.must and each.member_id not in exempt[each.conference_id])
    return {each.member_id: (each.member_id in stood, stood.get(each.member_id, False)) for each in must}


def plans_by(
    store: Store, round_id: int, on: str | None, above: dict[int, tuple[int, ...]]
) -> Counter[tuple[int, bool]]:
    """(organization, sent) → how many programmes and plans the units under it owe."""
    found: Counter[tuple[int, bool]] = Counter()
    for line in submissions.board(store, round_id, on):
        if line.deadline.kind in PLANS:
            sent = line.submission.sent_on if line.submission else None
            done = sent is not None and (on is None or sent <= on)
            found.update((organization_id, done) for organization_id in above.get(line.unit_id, ()))
    return found


def chains(tree: Sequence[TreeRow]) -> dict[int, tuple[int, ...]]:
    """Each organization → itself and all it stands under, upward; the tree runs from the top."""
    found: dict[int, tuple[int, ...]] = {}
    for each in tree:
        at = each.organization
        found[at.id] = (at.id, *found.get(at.parent_id or 0, ()))
    return found


def by_audience(people: Sequence[Tally], written: Written) -> tuple[CoverageRow, ...]:
    """The same figures by audience, in their fixed order."""
    split = [(each, [t for t in people if t.audience == each]) for each in Audience]
    return tuple(row_of(f"audience-{each}", None, word(each), 0, those, written) for each, those in split if those)


def row_of(
    key: str, organization_id: int | None, name: str, depth: int, people: Sequence[Tally], written: Written
) -> CoverageRow:
    """The figures of these people."""
    ids = [t.member_id for t in people]
    writing = [(member, written[member]) for member in ids if member in written]
    return CoverageRow(
        key=key,
        organization_id=organization_id,
        name=name,
        depth=depth,
        must=tuple(ids),
        attended=tuple(t.member_id for t in people if t.outcome == CAME),
        made_up=tuple(t.member_id for t in people if t.studied and t.outcome != CAME),
        left=tuple(t.member_id for t in people if not t.studied),
        must_write=tuple(member for member, _ in writing),
        handed_in=tuple(member for member, (handed_in, _) in writing if handed_in),
        passed=tuple(member for member, (_, passed) in writing if passed),
    )
