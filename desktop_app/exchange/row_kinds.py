"""What every row of a sheet is taken for under a mapping, asked row by row by whoever shows the sheet.

The same answers as reading the people gives (members), without reading anybody. Rows are asked by their place in
`Sheet.rows`; what was answered is kept.
"""

from enum import StrEnum

from desktop_app.exchange.headers import Mapping, is_header
from desktop_app.exchange.rows import Kind, Layout, kind_of_row, layout_of
from desktop_app.exchange.sheet import Sheet


class Taken(StrEnum):
    """What a row is taken for."""

    TITLE = "title"
    HEADER = "header"
    PERSON = "person"
    CELL = "cell"
    NAMELESS = "nameless"
    LINE = "line"
    SIGNATURE = "signature"
    ERRORS = "errors"
    PASSED_OVER = "passed_over"
    UNKNOWN = "unknown"


KINDS = {
    Kind.PERSON: Taken.PERSON,
    Kind.NAMELESS: Taken.NAMELESS,
    Kind.CELL: Taken.CELL,
    Kind.LINE: Taken.LINE,
    Kind.SIGNATURE: Taken.SIGNATURE,
    Kind.ERRORS: Taken.ERRORS,
    Kind.NOTHING: Taken.PASSED_OVER,
}
SIGNING = (Kind.SIGNATURE, Kind.NOTHING)


class RowKinds:
    """The rows of one sheet under one mapping; without a name column nothing below the header is known."""

    def __init__(self, sheet: Sheet, mapping: Mapping | None) -> None:
        self._sheet, self._mapping = sheet, mapping
        named = mapping is not None and bool(mapping.columns.get("full_name"))
        self._layout: Layout | None = layout_of(mapping) if mapping and named else None
        self._known: dict[int, tuple[Kind, bool]] = {}

    def taken(self, place: int) -> Taken:
        """What the row at this place is taken for."""
        if self._mapping is None:
            return Taken.UNKNOWN
        number = self._sheet.rows[place].number
        if number < self._mapping.header_row:
            return Taken.TITLE
        if number < self._mapping.first_data_row:
            return Taken.HEADER
        if self._layout is None:
            return Taken.UNKNOWN
        return Taken.PASSED_OVER if self._is_in_repeated_header(place) else KINDS[self._kind(place)]

    def _is_in_repeated_header(self, place: int) -> bool:
        """Whether the row is one of those that repeat the header of the list, as on every printed page."""
        assert self._mapping is not None
        height = self._mapping.first_data_row - self._mapping.header_row
        rows, number = self._sheet.rows, self._sheet.rows[place].number
        while place >= 0 and self._mapping.first_data_row <= rows[place].number > number - height:
            if is_header(rows[place], self._mapping):
                return True
            place -= 1
        return False

    def _kind(self, place: int) -> Kind:
        """The kind of a row: its own cells, and whether the signatures have begun above it."""
        start = place
        while start > 0 and start - 1 not in self._known and not self._is_settled(start - 1):
            start -= 1
        signing = start - 1 in self._known and self._known[start - 1][1]
        for at in range(start, place + 1):
            if at not in self._known:
                kind = self._read(at, signing=signing)
                self._known[at] = kind, kind is Kind.SIGNATURE or (signing and kind is Kind.NOTHING)
            signing = self._known[at][1]
        return self._known[place][0]

    def _is_settled(self, place: int) -> bool:
        """Whether the signatures have surely not begun with this row."""
        assert self._mapping is not None
        above = self._sheet.rows[place].number < self._mapping.first_data_row
        return above or self._read(place, signing=True) not in SIGNING

    def _read(self, place: int, *, signing: bool) -> Kind:
        assert self._layout is not None
        return kind_of_row(self._sheet.rows[place], self._layout, signing=signing)
