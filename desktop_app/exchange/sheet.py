"""A foreign sheet as plain rows: what was read, before anybody asks what it means. Reading one is in sheets."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.domain.legacy import Encoding

Value = str | float | bool | date

TCVN3_FONT, TCVN3_CAPITAL_FONT, VNI_FONT, OTHER_FONT = "T", "H", "V", " "
NOT_COUNTED = "#CHƯA_TÍNH"
"""Stands for a formula whose result the file does not hold."""
ERRORS = frozenset(
    [NOT_COUNTED, *"#N/A #REF! #VALUE! #NAME? #DIV/0! #NULL! #NUM! #SPILL! #CALC! #FIELD! #GETTING_DATA".split()]
)
"""What a cell in error says; such a text is never taken for a fact."""


class By(StrEnum):
    """What told that a column is in an old encoding."""

    FONT = "font"
    LOOK = "look"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """One column (from 0) that was in an old encoding. `samples`: a few of its texts before and after."""

    column: int
    encoding: Encoding
    by: By
    samples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row that has something in it; `number` counts from 1 as the spreadsheet does, hidden rows counted.

    `values` begin at column A, None where blank; numbers stay numbers, dates are dates, texts are as written.
    `fonts` has a letter a column where the font of a cell tells an old encoding, and is empty where none does.
    """

    number: int
    values: tuple[Value | None, ...]
    fonts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet; rows without anything are left out, hidden ones are not.

    `merged`: first row, first column, last row, last column; rows count from 1, columns from 0. `formulas`: (row,
    column) of values computed when the file was last saved. `original`: the rows before `conversions`, if any.
    `unseen`: what is hidden or computed could not be told.
    """

    name: str
    rows: tuple[Row, ...]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formulas: frozenset[tuple[int, int]] = frozenset()
    conversions: tuple[Conversion, ...] = ()
    original: tuple[Row, ...] = ()
    unseen: bool = False
