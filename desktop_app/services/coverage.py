"""How far study, essays and plans have come at every level, each figure with the very people it counts.

A person counts once on each line: levels are counted anew over the people under them, never summed from below.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.records import Essay, StudyRound
from db.store import Store
from db.values import Audience, DeadlineKind, EssayResult
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import percent
from desktop_app.domain.words import word
from desktop_app.services import essays, organizations, submissions
from desktop_app.services.conferences import conferences, first_day
from desktop_app.services.organizations import TreeRow
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing, standings

Written = dict[int, tuple[bool, bool]]
NOTHING = (False, False)
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
    under: dict[int, list[Standing]] = defaultdict(list)
    inside: list[Standing] = []
    for standing in standings(store, round_id, on=on):
        line = above.get(standing.row.cell_id, (tree[0].organization.id,))
        if standing.must_attend and under_id in (None, *line):
            inside.append(standing)
            for organization_id in line:
                under[organization_id].append(standing)
    written, plans = essays_by(store, round_id, on), plans_by(store, round_id, on, above)
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


def essays_by(store: Store, round_id: int, on: str | None) -> Written:
    """Member → whether an essay was in, and had passed, at the end of a day (now); of those who must write."""
    found: Written = {}
    for each in essays.standings(store, round_id, on=on):
        if not each.exempt:
            last = next((essay for essay in reversed(each.essays) if stood(essay, on)), None)
            marked = last is not None and (on is None or (last.marked_on or last.received_on) <= on)
            found[each.standing.row.member_id] = (
                last is not None,
                last is not None and marked and last.result is EssayResult.PASSED,
            )
    return found


def stood(essay: Essay, on: str | None) -> bool:
    """Whether an attempt was in and not withdrawn at the end of a day (now)."""
    if on is None:
        return essay.withdrawn_on is None
    return essay.received_on <= on and (essay.withdrawn_on is None or essay.withdrawn_on > on)


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


def by_audience(people: Sequence[Standing], written: Written) -> tuple[CoverageRow, ...]:
    """The same figures by audience, in their fixed order."""
    split = [(each, [s for s in people if s.row.audience is each]) for each in Audience]
    return tuple(row_of(f"audience-{each}", None, word(each), 0, those, written) for each, those in split if those)


def row_of(
    key: str, organization_id: int | None, name: str, depth: int, people: Sequence[Standing], written: Written
) -> CoverageRow:
    """The figures of these people."""
    attended = [s.outcome is Attended.ATTENDED for s in people]
    ids = [s.row.member_id for s in people]
    return CoverageRow(
        key=key,
        organization_id=organization_id,
        name=name,
        depth=depth,
        must=tuple(ids),
        attended=tuple(member for member, came in zip(ids, attended, strict=True) if came),
        made_up=tuple(s.row.member_id for s, came in zip(people, attended, strict=True) if s.studied and not came),
        left=tuple(s.row.member_id for s in people if not s.studied),
        must_write=tuple(member for member in ids if member in written),
        handed_in=tuple(member for member in ids if written.get(member, NOTHING)[0]),
        passed=tuple(member for member in ids if written.get(member, NOTHING)[1]),
    )
