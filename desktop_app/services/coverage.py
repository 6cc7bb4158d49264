"""How far study has come at every level of the organization, each figure with the very people it counts.

A person counts once on each line: levels are counted anew over the people under them, never summed from below.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from db.records import StudyRound
from db.store import Store
from db.values import Audience
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import percent
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.services.conferences import conferences, first_day
from desktop_app.services.organizations import TreeRow
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing, standings


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One line; the ids of the people behind each figure, in list order. must = attended + made_up + left."""

    key: str
    organization_id: int | None
    name: str
    depth: int
    must: tuple[int, ...]
    attended: tuple[int, ...]
    made_up: tuple[int, ...]
    left: tuple[int, ...]

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
    rows = [
        row_of(f"organization-{at.id}", at.id, at.name, each.depth, under[at.id])
        for each in tree
        if (at := each.organization).id in under and under_id in (None, *above[at.id])
    ]
    return Coverage(round=found, on=on, rows=tuple(rows), audiences=by_audience(inside))


def chains(tree: Sequence[TreeRow]) -> dict[int, tuple[int, ...]]:
    """Each organization → itself and all it stands under, upward; the tree runs from the top."""
    found: dict[int, tuple[int, ...]] = {}
    for each in tree:
        at = each.organization
        found[at.id] = (at.id, *found.get(at.parent_id or 0, ()))
    return found


def by_audience(people: Sequence[Standing]) -> tuple[CoverageRow, ...]:
    """The same figures by audience, in their fixed order."""
    split = [(each, [s for s in people if s.row.audience is each]) for each in Audience]
    return tuple(row_of(f"audience-{each}", None, word(each), 0, those) for each, those in split if those)


def row_of(key: str, organization_id: int | None, name: str, depth: int, people: Sequence[Standing]) -> CoverageRow:
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
    )
