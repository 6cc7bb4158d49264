"""What is dated about a person, as plain records: each holds from `valid_from` up to but not including `valid_to`.

'0001-01-01' stands for "always was" and '9999-12-31' for "still is". How rows become these is another module's matter.
"""

from dataclasses import dataclass

from db.values import ALWAYS, FOREVER, Branch, Direction, LeavingForm, MemberKind, MemberStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days something holds. `id` is that of its row."""

    id: int
    valid_from: str = ALWAYS
    valid_to: str = FOREVER
    decision_no: str | None = None

    def holds(self, on: str) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= on < self.valid_to


@dataclass(frozen=True, slots=True, kw_only=True)
class CellStay(Period):
    """Belonging to a cell; `came_from` and `went_to` name organizations outside the office."""

    cell_id: int
    cell: str
    came_from: str | None = None
    went_to: str | None = None
    left_decision_no: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KindPeriod(Period):
    kind: MemberKind


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusPeriod(Period):
    status: MemberStatus
    stated_on: str | None = None
    reason: str | None = None
    form: LeavingForm | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporaryStay(Period):
    """Activity for a time: away in another cell of ours or elsewhere (`place`), or here from elsewhere (`place`)."""

    direction: Direction
    cell_id: int | None = None
    cell: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayFree(Period):
    """No essay to write: in every round, or in the one named."""

    round_id: int | None = None
    round_name: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHeld(Period):
    branch: Branch
    title: str
    term: str | None = None
    ended_decision_no: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """All that is dated about one person, each part in the order of its days."""

    member_id: int
    cells: tuple[CellStay, ...] = ()
    kinds: tuple[KindPeriod, ...] = ()
    statuses: tuple[StatusPeriod, ...] = ()
    temporary: tuple[TemporaryStay, ...] = ()
    essay_free: tuple[EssayFree, ...] = ()
    offices: tuple[OfficeHeld, ...] = ()
