"""The column of reasons in a list that goes back to be mended: its title, and how reading passes over it."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop_app.exchange.sheet import Row, Sheet

TITLE = "Lý do cần sửa (Sổ Học Tập ghi, bỏ qua khi nhập lại)"
LOOK_AT = 40
RED = "C00000"
WIDTH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What is written into one sheet: a title and sentences by row, all in `column`, the first column being 0.

    Rows count from 1. `uncounted`: (row, column) of formulas without a result, which are told again when read again.
    """

    sheet: str
    column: int
    title_row: int
    last_row: int
    texts: dict[int, str]
    uncounted: tuple[tuple[int, int], ...] = field(default=())


def without_reasons(sheet: Sheet) -> Sheet:
    """The sheet with the columns of reasons blank, for whoever sent the list has mended it."""
    wanted = reason_columns(row.values for row in sheet.rows[:LOOK_AT])
    return replace(sheet, rows=tuple(_without(row, wanted) for row in sheet.rows)) if wanted else sheet


def reason_columns(rows: Iterable[Iterable[object]]) -> set[int]:
    """The columns, from 0, in which the title stands."""
    return {place for row in rows for place, value in enumerate(row) if isinstance(value, str) and TITLE in value}


def _without(row: Row, columns: set[int]) -> Row:
    values = [None if column in columns else value for column, value in enumerate(row.values)]
    while values and values[-1] is None:
        values.pop()
    return replace(row, values=tuple(values))
