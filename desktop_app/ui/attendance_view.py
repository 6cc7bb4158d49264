"""The attendance grid as it is looked at: people × half-days, widths, the cursor, what is selected, copying.

It marks nothing; the keys are in `attendance_grid`. The cursor never stands on a name.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from db.attendance import Place
from db.records import Mark
from desktop_app.services.attendance import Sheet
from desktop_app.ui.attendance_model import FIRST, AttendanceModel
from desktop_app.ui.attendance_paint import HEADING, AttendancePainter
from desktop_app.ui.style import ROW

Index = QModelIndex | QPersistentModelIndex
NAME, WIDTHS, NARROW = 1, (48, 200, 88, 152), (48, 176, 0, 112)
LEAST, COMFORTABLE, WORDY, MOST = 92, 128, 144, 184


class AttendanceView(QTableView):
    """`chosen` tells that the selection or the cursor moved."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks = AttendanceModel(self)
        self.setModel(self.marks)
        self._headed = -1
        self._painter = AttendancePainter(self, self.marks)
        self.setItemDelegate(self._painter)
        self._dress()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())

    def _dress(self) -> None:
        self.setAccessibleName("Bảng điểm danh")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        # apart from the grid's selection, which would be asked for every heading on every key
        across.setSelectionModel(QItemSelectionModel(self.marks, across))
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)

    def show_sheet(self, sheet: Sheet) -> bool:
        """Show a sheet; the cursor stays on its person and half-day while they are there. Whether people changed."""
        before = self._place()
        if not self.marks.show(sheet):
            return False
        self._make_room()
        self._fit()
        self._go_to(before)
        return True

    def _make_room(self) -> None:
        """Room for the heading over the visitors, none where there are none any more."""
        for row in {self._headed, first := self._painter.first_visitor()} - {-1}:
            self.setRowHeight(row, ROW + HEADING if row == first else ROW)
        self._headed = first

    def put(self, changed: Mapping[Place, Mark | None]) -> None:
        """Show marks that were written from elsewhere."""
        self.marks.put(changed)

    def shows(self, member_id: int) -> bool:
        """Whether a person is on the sheet."""
        return any(row.member_id == member_id for row in self.marks.people)

    def go_to_person(self, member_id: int) -> None:
        """The cursor to a person, at the half-day where it stands."""
        self.setCurrentIndex(self.marks.index(self.marks.row_of(member_id), max(FIRST, self.currentIndex().column())))

    def _place(self) -> Place | None:
        index = self.currentIndex()
        return self.marks.place(index.row(), index.column()) if index.column() >= FIRST else None

    def _go_to(self, place: Place | None) -> None:
        days = [day.id for day in self.marks.sheet.half_days]
        people = [row.member_id for row in self.marks.people]
        there = place is not None and place[0] in days and place[1] in people
        row, column = (people.index(place[1]), days.index(place[0])) if there and place else (0, 0)
        self.setCurrentIndex(self.marks.index(row, FIRST + column))

    def _fit(self) -> None:
        """Half-days share the room the names leave; where it is short, birth dates go and names shrink."""
        days = max(1, len(self.marks.sheet.half_days))
        room = self.viewport().width()
        narrow = sum(WIDTHS) + days * COMFORTABLE > room
        names = NARROW if narrow else WIDTHS
        each = min(MOST, max(LEAST, (room - sum(names)) // days))
        self.marks.narrow = each < WORDY
        spare = max(0, room - sum(names) - each * days)
        for column, width in enumerate(names):
            self.setColumnHidden(column, not width)
            self.setColumnWidth(column, width + (spare // 2 if column in (NAME, FIRST - 1) else 0))
        for column in range(FIRST, self.marks.columnCount()):
            self.setColumnWidth(column, each)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def places(self) -> list[Place]:
        """The selected places row by row; the cursor's where nothing is selected."""
        spans = self.selectionModel().selection()
        cells = {
            (row, column)
            for span in (spans.at(at) for at in range(spans.count()))
            for row in range(span.top(), span.bottom() + 1)
            for column in range(max(FIRST, span.left()), span.right() + 1)
        }
        current = self._place()
        return [self.marks.place(*cell) for cell in sorted(cells)] or ([current] if current else [])

    def people(self) -> list[int]:
        """Members whose cells are selected, in the order shown."""
        return list(dict.fromkeys(member for _, member in self.places()))

    def half_day_places(self) -> list[Place]:
        """Everybody's place at the half-day of the cursor."""
        current = self._place()
        return [(current[0], row.member_id) for row in self.marks.people] if current else []

    def selectAll(self) -> None:
        """Everybody at the half-day of the cursor; asked again, at all half-days."""
        if not self.marks.rowCount():
            return
        column = max(FIRST, self.currentIndex().column())
        whole = set(self.places()) == set(self.half_day_places())
        self._select(FIRST, self.marks.columnCount() - 1) if whole else self._select(column, column)

    def _select(self, first: int, last: int) -> None:
        """Everybody from one column to another."""
        cells = QItemSelection(self.marks.index(0, first), self.marks.index(self.marks.rowCount() - 1, last))
        self.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = super().moveCursor(action, modifiers)
        return index if index.column() >= FIRST or not index.isValid() else self.marks.index(index.row(), FIRST)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Whatever key moves the cursor, what was selected is let go, unless Shift goes with it."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() < FIRST:
            index = self.marks.index(index.row(), max(FIRST, self.currentIndex().column()))
            self.setCurrentIndex(index)
            return
        super().mousePressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        for row in {current.row(), previous.row()} - {-1}:
            for column in range(FIRST):
                self.update(self.marks.index(row, column))
        self.chosen.emit()

    def copy_rows(self) -> None:
        """The people selected with all their marks, as cells for a spreadsheet."""
        model, wanted = self.marks, set(self.people())
        columns = range(model.columnCount())
        lines = [[str(model.headerData(c, Qt.Orientation.Horizontal)) for c in columns]]
        for at, row in enumerate(model.people):
            if row.member_id in wanted:
                lines.append([str(model.index(at, c).data()) for c in columns])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))
