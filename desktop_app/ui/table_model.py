"""Rows of a table by id: an array of ids in order, records fetched in blocks when they are looked at. No widget.

Smooth with a million ids: nothing is fetched but the blocks on the screen, and the least used blocks are forgotten.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.keys import fold, text_key
from desktop_app.ui.style import Tone, sign

BLOCK = 256
BLOCKS_KEPT = 24
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `order` is what the service calls this order; `sort_key` orders a list held in memory instead.

    `figures` are aligned to the right; `tone` puts a coloured sign before the word. `width` in pixels; a column
    with a `least` width shrinks down to it, and grows, so that all columns fit until the clerk moves one.
    """

    key: str
    title: str
    value: Callable[[Any], str]
    width: int = 120
    least: int = 0
    figures: bool = False
    order: str | None = None
    sort_key: Callable[[Any], Any] | None = None
    tone: Callable[[Any], Tone | None] | None = None
    tip: str = ""

    @property
    def sortable(self) -> bool:
        return self.order is not None or self.sort_key is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a table shows: ids in order, and how to get the records of some of them, in the same order."""

    ids: Sequence[int]
    fetch: Callable[[Sequence[int]], Sequence[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorting:
    """By which column, and which way."""

    column: Column | None = None
    descending: bool = False


def listing_of(
    rows: Iterable[Any],
    columns: Sequence[Column],
    text: str = "",
    sorting: Sorting | None = None,
    key: Callable[[Any], int] = lambda row: int(row.id),
) -> Listing:
    """A listing of records held in memory: narrowed to those that show the text, ordered by the sorted column."""
    wanted = fold(text)
    kept = [row for row in rows if not wanted or any(wanted in fold(column.value(row)) for column in columns)]
    by = sorting.column if sorting else None
    if sorting and by:
        kept.sort(key=by.sort_key or (lambda row: text_key(by.value(row))), reverse=sorting.descending)
    known = {key(row): row for row in kept}
    return Listing(ids=array("q", known), fetch=lambda ids: [known[i] for i in ids])


class TableModel(QAbstractTableModel):
    """Columns over a listing."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._listing = Listing(ids=(), fetch=lambda ids: ())
        self._blocks: OrderedDict[int, Sequence[Any]] = OrderedDict()

    def show(self, listing: Listing) -> None:
        """Show other rows, or the same ones afresh."""
        self.beginResetModel()
        self._listing = listing
        self._blocks.clear()
        self.endResetModel()

    @property
    def ids(self) -> Sequence[int]:
        return self._listing.ids

    def id_at(self, row: int) -> int:
        return self._listing.ids[row]

    def record(self, row: int) -> Any:
        """The record shown in a row; None when it is gone from the store since."""
        number, place = divmod(row, BLOCK)
        block = self._blocks.get(number)
        if block is None:
            block = self._fetched(number)
        else:
            self._blocks.move_to_end(number)
        return block[place] if place < len(block) else None

    def _fetched(self, number: int) -> Sequence[Any]:
        block = self._listing.fetch(self._listing.ids[number * BLOCK : (number + 1) * BLOCK])
        self._blocks[number] = block
        if len(self._blocks) > BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        return block

    def rows_of(self, wanted: Iterable[int]) -> list[int]:
        """The rows of these ids, in order; ids no longer listed are left out."""
        sought = set(wanted)
        return [row for row, row_id in enumerate(self._listing.ids) if row_id in sought] if sought else []

    def text(self, row: int, column: int) -> str:
        record = self.record(row)
        return "" if record is None else self.columns[column].value(record)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._listing.ids)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[index.column()].figures else LEFT
        if role == Qt.ItemDataRole.DecorationRole:
            return self._sign(index.row(), self.columns[index.column()])
        return None

    def _sign(self, row: int, column: Column) -> Any:
        record = self.record(row) if column.tone else None
        tone = column.tone(record) if column.tone and record is not None else None
        return sign(tone) if tone else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or (f"{column.title}: bấm để xếp theo cột này" if column.sortable else column.title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.figures else LEFT
        return None
