"""The vocabulary of a ruled table: its columns, its rows and what their texts say. Part of that of `blocks`."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Kind(StrEnum):
    """What the texts of a column say: a spreadsheet gets figures and dates as such. Codes and years are text."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """`mm` fixes the width, otherwise `weight` shares out what is left. Neighbours with one `group` stand under it."""

    title: str
    _: KW_ONLY
    weight: float = 1.0
    mm: float | None = None
    align: Align = Align.LEFT
    group: str = ""
    turned: bool = False
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Row:
    """`about` is whom the row is about, for whoever asks later which page it came to stand on; it is not printed."""

    cells: tuple[str, ...]
    _: KW_ONLY
    bold: bool = False
    about: int = 0


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading across the table, such as a chi bộ; it is also an entry of the outline unless told otherwise."""

    text: str
    _: KW_ONLY
    bookmark: bool = True


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A bold row whose label stands across the first `span` columns; `cells` fill the columns after them."""

    label: str
    cells: tuple[str, ...]
    _: KW_ONLY
    span: int = 2


TableRow = Row | GroupRow | TotalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table; its header comes again on each page, and with it `numbers`, the row “(1)”, “(2)” under it, one for
    each column or none at all. Raises ValueError for a row of another width."""

    columns: tuple[Column, ...]
    rows: Sequence[TableRow]
    min_row_mm: float = 0.0
    size: float = 12.0
    numbers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.numbers and len(self.numbers) != len(self.columns):
            raise ValueError(f"{len(self.numbers)} numbers for {len(self.columns)} columns")
        for row in self.rows:
            if not isinstance(row, GroupRow) and _cells(row) != len(self.columns):
                raise ValueError(f"{_cells(row)} cells for {len(self.columns)} columns")


def _cells(row: Row | TotalRow) -> int:
    return len(row.cells) + (row.span if isinstance(row, TotalRow) else 0)
