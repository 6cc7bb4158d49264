"""The table widget used by every list: rows of 30 px, selection by id, remembered columns, copying into Excel.

Not the screen around it (search, filters, buttons), and it knows no service.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QGuiApplication, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop_app.ui import words
from desktop_app.ui.settings import remember, remembered_bytes, remembered_text
from desktop_app.ui.style import ROW, scaled
from desktop_app.ui.table_model import Column, Listing, Sorting, TableModel

Flags = QItemSelectionModel.SelectionFlag
CELL_PADDING, SIGN = 20, 22
MEASURED_ROWS, LONGEST, WIDE = 256, 8, 140


class RecordTable(QTableView):
    """`name` is under which widths, order and sorting are remembered. `opened` carries the record's id."""

    opened = Signal(object)
    chosen = Signal()
    sorted = Signal()

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._fits, self._fitting = True, False
        self._needs: dict[str, int] = {}
        self.rows = TableModel(columns, self)
        self.setModel(self.rows)
        self._dress()
        self._dress_header(columns)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.id_at(index.row())))
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.add_gesture(words.COPY, self.copy_rows, QKeySequence.StandardKey.Copy)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        down = self.verticalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)

    def _dress_header(self, columns: Sequence[Column]) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setStretchLastSection(not any(column.least for column in columns))
        header.setMinimumSectionSize(48)
        # with the table's own selection, painting the headings asks every selected row: 15 s for a million
        header.setSelectionModel(QItemSelectionModel(self.rows, header))
        for place, column in enumerate(columns):
            self.setColumnWidth(place, scaled(column.width))
        self._restore(header)
        header.setSectionsClickable(True)
        header.sortIndicatorChanged.connect(self._resorted)
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(lambda *_: self._moved())

    def _restore(self, header: QHeaderView) -> None:
        """Widths and order as the clerk left them; the sorting, which she may change without touching those."""
        state = remembered_bytes(f"columns/{self._name}")
        self._fits = state is None or not header.restoreState(state) or header.count() != len(self.rows.columns)
        way, _, key = remembered_text(f"sorting/{self._name}").partition(" ")
        places = [place for place, column in enumerate(self.rows.columns) if column.key == key and column.sortable]
        down = Qt.SortOrder.DescendingOrder if way == "down" else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(places[0] if places else -1, down)
        header.setSortIndicatorShown(True)

    def _keep(self) -> None:
        remember(f"columns/{self._name}", self.horizontalHeader().saveState())

    def _resized(self, section: int, _before: int, _after: int) -> None:
        """A column got another width; the last one, when it fills what is left over, does so by itself."""
        header = self.horizontalHeader()
        if not (header.stretchLastSection() and section == header.logicalIndex(header.count() - 1)):
            self._moved()

    def _moved(self) -> None:
        """The clerk moved or resized a column: from now on the widths are hers, and remembered."""
        if not self._fitting:
            self._fits = False
            self._keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give every column the width its texts need, as long as the clerk has not said otherwise."""
        if not self._fits:
            return
        self._fitting = True
        for place, width in enumerate(
            fitted(self.rows.columns, self.viewport().width(), self._needs, self._headings())
        ):
            self.setColumnWidth(place, width)
        self._fitting = False

    def _headings(self) -> dict[str, int]:
        """How wide the headings are, by column."""
        font = self.horizontalHeader().font()
        font.setBold(True)
        sign = QFontMetrics(font).horizontalAdvance
        return {column.key: sign(column.title) + CELL_PADDING for column in self.rows.columns}

    def _measured(self) -> dict[str, int]:
        """How wide the longest texts among the first rows are, by column."""
        rows, signs = range(min(self.rows.rowCount(), MEASURED_ROWS)), self.fontMetrics().horizontalAdvance
        found = {}
        for place, column in enumerate(self.rows.columns):
            if column.least:
                longest = sorted((self.rows.text(row, place) for row in rows), key=len)[-LONGEST:]
                sign = SIGN if column.tone else 0
                found[column.key] = sign + CELL_PADDING + max(map(signs, [*longest, f"{column.title} ▾"]))
        return found

    def _resorted(self, section: int, _order: Qt.SortOrder) -> None:
        if section >= 0 and not self.rows.columns[section].sortable:
            self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            return
        chosen = self.sorting()
        way = "down" if chosen.descending else "up"
        remember(f"sorting/{self._name}", f"{way} {chosen.column.key}" if chosen.column else "")
        self.sorted.emit()

    def sorting(self) -> Sorting:
        """What the clerk chose by clicking a heading; no column means the list's own order."""
        header = self.horizontalHeader()
        section = header.sortIndicatorSection()
        if not 0 <= section < len(self.rows.columns) or not self.rows.columns[section].sortable:
            return Sorting()
        descending = header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        return Sorting(column=self.rows.columns[section], descending=descending)

    def show_listing(self, listing: Listing) -> None:
        """Show rows; what was selected stays selected, by id, and the eye stays where it was."""
        selected, current = self.selected_ids(), self.current_id()
        top = self.verticalScrollBar().value()
        self.rows.show(listing)
        if self._fits and not self._needs and listing.ids:
            self._needs = self._measured()
            self._fit()
        self.verticalScrollBar().setValue(top)
        if selected or current is not None:
            self.select_ids(selected, current)
        self.chosen.emit()

    def current_id(self) -> int | None:
        row = self.currentIndex().row()
        return self.rows.id_at(row) if 0 <= row < self.rows.rowCount() else None

    def selected_ids(self) -> list[int]:
        """Ids of the selected rows, in the order shown."""
        found: dict[int, None] = {}
        for top, bottom in self._selected_spans():
            found.update(dict.fromkeys(self.rows.ids[top : bottom + 1]))
        return list(found)

    def selected_count(self) -> int:
        return sum(bottom - top + 1 for top, bottom in self._selected_spans())

    def _selected_spans(self) -> list[tuple[int, int]]:
        selection = self.selectionModel().selection()
        spans = (selection.at(place) for place in range(selection.count()))
        return sorted({(span.top(), span.bottom()) for span in spans})

    def select_ids(self, ids: Sequence[int], current: int | None = None) -> None:
        """Select these rows and no others; the first of them, or `current`, takes the keyboard."""
        model, last = self.selectionModel(), len(self.rows.columns) - 1
        selection = QItemSelection()
        for top, bottom in spans_of(self.rows.rows_of(ids)):
            selection.select(self.rows.index(top, 0), self.rows.index(bottom, last))
        keyboard = self.rows.rows_of([current] if current is not None else ids[:1])
        if keyboard:
            model.setCurrentIndex(self.rows.index(keyboard[0], 0), Flags.NoUpdate)
        model.select(selection, Flags.ClearAndSelect)

    def stay(self, at: int, column: int) -> None:
        """The keyboard into a column, on its row; where that has gone, on the one that came into its place `at`."""
        if at < 0 or not self.rows.rowCount():
            return
        if not self.selected_count():
            self.selectRow(min(at, self.rows.rowCount() - 1))
        self.selectionModel().setCurrentIndex(self.rows.index(self.currentIndex().row(), column), Flags.NoUpdate)

    def records(self) -> list[Any]:
        """The selected records."""
        return [self.rows.record(row) for row in self.rows.rows_of(self.selected_ids())]

    def add_gesture(
        self, caption: str, run: Callable[[], object], keys: QKeySequence | QKeySequence.StandardKey
    ) -> QAction:
        """A line of the right-click menu that also answers to its keys while the table has the focus."""
        action = QAction(caption, self)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: run())
        self.addAction(action)
        return action

    def copy_rows(self) -> None:
        """Selected rows, as cells with their headings, for pasting into Excel."""
        header = self.horizontalHeader()
        places = [header.logicalIndex(at) for at in range(header.count())]
        shown = [place for place in places if not header.isSectionHidden(place)]
        lines = [[self.rows.columns[place].title for place in shown]]
        for row in self.rows.rows_of(self.selected_ids()):
            lines.append([self.rows.text(row, place) for place in shown])
        cells = ("\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in lines)
        QGuiApplication.clipboard().setText("\n".join(cells))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0:
            self.opened.emit(self.rows.id_at(row))
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """A tooltip with the whole text where the cell has no room for it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = str(index.data() or "") if index.isValid() else ""
            too_long = self.fontMetrics().horizontalAdvance(text) > self.columnWidth(index.column()) - CELL_PADDING
            QToolTip.showText(event.globalPos(), text if too_long else "", self)
            return True
        return super().viewportEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters search in the search box, not here: a list of a million is not walked row by row."""


def fitted(
    columns: Sequence[Column],
    room: int,
    needs: Mapping[str, int] | None = None,
    headings: Mapping[str, int] | None = None,
) -> list[int]:
    """Widths that fill the room. `needs` says how wide the texts of the columns with a least width are.

    Those get what they need and share what is left over. Where room is short the widest give first, down to their
    floors: the least width, or half of a wide column; dates and figures keep theirs, which grow with the letters.
    `headings` are whole unless that alone would push columns out of the room.
    """
    usual = {each.key: scaled(each.width) for each in columns}
    needed = usual | dict(needs or {})
    wide = {each.key: max(each.least, needed[each.key]) for each in columns if each.least}
    ideal = [wide.get(each.key, usual[each.key]) for each in columns]
    whole = [(headings or {}).get(each.key, 0) for each in columns]
    ideal = [max(pair) for pair in zip(ideal, whole, strict=True)]
    over = room - sum(ideal)
    if over >= 0:
        more = {key: over * width // sum(wide.values()) for key, width in wide.items()}
        return [width + more.get(each.key, 0) for each, width in zip(columns, ideal, strict=True)]
    floors = [min(floor_of(each), width) for each, width in zip(columns, ideal, strict=True)]
    uncut = [max(pair) for pair in zip(floors, whole, strict=True)]
    if sum(uncut) <= room or sum(floors) > room:
        floors = uncut

    def capped(cap: int) -> list[int]:
        return [max(floor, min(width, cap)) for floor, width in zip(floors, ideal, strict=True)]

    cap = bisect_right(range(max(ideal)), room, key=lambda each: sum(capped(each)))
    return capped(cap - 1)


def floor_of(column: Column) -> int:
    """How narrow a column may become, with letters of the size chosen."""
    halved = column.width >= WIDE and not column.figures
    return column.least or scaled(column.width // 2 if halved else column.width)


def spans_of(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows in order as runs (first, last)."""
    spans: list[tuple[int, int]] = []
    for row in rows:
        if spans and spans[-1][1] == row - 1:
            spans[-1] = (spans[-1][0], row)
        else:
            spans.append((row, row))
    return spans
