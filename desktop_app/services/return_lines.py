"""Attendance that came back in files, as plain records: rows as they say it, lines as they compare. No rules here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from db.records import HalfDay, Mark
from db.return_sheets import ReturnSheet
from db.values import MarkStatus
from desktop_app.domain.mark_words import MarkWord

Key = tuple[str, str, int, int]


class LineKind(StrEnum):
    """What becomes of one mark a row says."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    STRANGER = "stranger"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseMarks:
    """What a row said when it went out, by half-day."""

    statuses: Mapping[int, MarkStatus] = field(default_factory=dict)
    reason: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """A row of a file. `marks` are texts by half-day id; `member_id` where a hidden id told it; `base` None for a list
    that did not go out from here; `sheet` is the name of the sheet the row stands on."""

    sheet: str
    number: int
    name: str
    birth_date: str | None = None
    cell: str | None = None
    code: str | None = None
    member_id: int | None = None
    marks: Mapping[int, str] = field(default_factory=dict)
    reason: str = ""
    remark: str = ""
    base: BaseMarks | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One mark a row says, beside the mark that stands. `half_day` None: the row as a whole."""

    row: SaidRow
    kind: LineKind
    member_id: int | None = None
    half_day: HalfDay | None = None
    present: Mark | None = None
    given: MarkWord = field(default_factory=MarkWord)
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A file compared with the book. `returned` is the workbook it is, None for a foreign list."""

    file: str
    conference_id: int
    venue_id: int | None
    returned: ReturnSheet | None
    lines: tuple[Line, ...]

    def key(self, line: Line) -> Key:
        """By what a line of this file is chosen."""
        return self.file, line.row.sheet, line.row.number, line.half_day.id if line.half_day else 0

    def count(self, kind: LineKind) -> int:
        return sum(line.kind is kind for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    marks: int
    written_in: int
