"""What holds about a person on a day, as the menu of their page asks it. What may be written, the services say."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.dated import Life
from db.values import MemberKind, MemberStatus
from desktop_app.domain.lives import GONE, at


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What holds about a person on a day; the cells are those that can be chosen."""

    life: Life
    on: str
    cells: Sequence[tuple[int, str]]

    @property
    def status(self) -> MemberStatus | None:
        found = at(self.life.statuses, self.on)
        return found.status if found else None

    @property
    def kind(self) -> MemberKind | None:
        found = at(self.life.kinds, self.on)
        return found.kind if found else None

    @property
    def here(self) -> bool:
        """Neither dead nor gone from the Party."""
        return self.status not in GONE

    @property
    def member(self) -> bool:
        return self.here and self.kind not in (None, MemberKind.GUEST)

    @property
    def settled(self) -> bool:
        """Belongs to a cell of the office."""
        return self.here and at(self.life.cells, self.on) is not None

    @property
    def active(self) -> bool:
        return self.here and self.status in (None, MemberStatus.ACTIVE)

    @property
    def elsewhere(self) -> bool:
        """Active for a time in another place than where they belong."""
        return self.here and at(self.life.temporary, self.on) is not None

    @property
    def offices(self) -> list[tuple[object, str]]:
        return [(held.title, held.title) for held in self.life.offices if held.holds(self.on)]

    @property
    def writes_no_essay(self) -> bool:
        return any(free.round_id is None and free.holds(self.on) for free in self.life.essay_free)

    @property
    def cell_options(self) -> list[tuple[object, str]]:
        return list(self.cells)
