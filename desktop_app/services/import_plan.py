"""What an import will do, row by row, as plain data: outcomes, what a person decided, how existing people are treated.

Making a plan is in imports, writing one in import_writing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.domain.listed import ListedMember, Problem
from desktop_app.domain.matching import Change
from desktop_app.services.import_cells import CellNames, CellQuestion

CREATED, UPDATED, UNCHANGED, HELD, LEFT_OUT = "created", "updated", "unchanged", "held", "left_out"
WRITTEN = (CREATED, UPDATED)
Place = tuple[str, int]
"""(sheet, row): where a row of a list stands."""


class ImportMode(StrEnum):
    """What becomes of people the register has: left as they are, overwritten, or given only the facts they lack."""

    SKIP = "skip"
    UPDATE = "update"
    FILL = "fill"


class Verdict(StrEnum):
    NEW = "new"
    MEMBER = "member"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided about one row: someone new, this member of the register, or nobody to be written."""

    verdict: Verdict
    member_id: int | None = None


NEW_PERSON = Decision(verdict=Verdict.NEW)
LEAVE_OUT = Decision(verdict=Verdict.LEAVE_OUT)
Decisions = Mapping[Place, Decision]


def same_as(member_id: int) -> Decision:
    """The row is this member of the register."""
    return Decision(verdict=Verdict.MEMBER, member_id=member_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What becomes of one row: created, updated, unchanged, held or left out.

    `changes`, written, and `kept`, which the mode leaves as they are, are (field, kept, listed). `candidates`: ids of
    the members a held row may mean.
    """

    listed: ListedMember
    kind: str
    member_id: int | None = None
    changes: tuple[Change, ...] = ()
    kept: tuple[Change, ...] = ()
    candidates: tuple[int, ...] = ()

    @property
    def place(self) -> Place:
        return self.listed.sheet, self.listed.row


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What writing a list would do. `cells` knows what each cell name means."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    cells: CellNames
    mode: ImportMode = ImportMode.UPDATE

    @property
    def new_cells(self) -> tuple[str, ...]:
        """Cells that will be created: those that rows to be written name."""
        named = {self.cells.meant(o.listed.cell) for o in self.outcomes if o.kind in WRITTEN and o.listed.cell}
        return tuple(name for key, name in self.cells.new.items() if key in named)

    @property
    def questions(self) -> tuple[CellQuestion, ...]:
        """Cell names that wait for an answer."""
        return tuple(self.cells.questions.values())

    def count(self, kind: str) -> int:
        """How many rows have this outcome."""
        return sum(outcome.kind == kind for outcome in self.outcomes)

    @property
    def created(self) -> int:
        return self.count(CREATED)

    @property
    def updated(self) -> int:
        return self.count(UPDATED)

    @property
    def unchanged(self) -> int:
        return self.count(UNCHANGED)

    @property
    def held(self) -> int:
        return self.count(HELD)

    @property
    def left_out(self) -> int:
        return self.count(LEFT_OUT)

    def reasons(self) -> dict[Place, tuple[str, ...]]:
        """Every sentence about a row, by the place of the row: what goes back to whoever sent the list."""
        said: dict[Place, list[str]] = {}
        for problem in self.problems:
            if problem.sheet is not None and problem.row is not None:
                said.setdefault((problem.sheet, problem.row), []).append(problem.text)
        return {place: tuple(dict.fromkeys(texts)) for place, texts in said.items()}
