"""A foreign sheet as it stands in its file, with the field of every column in a list above it. It reads no file.

The header is marked, what is no person is greyed; both follow every correction.
"""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop_app.exchange.columns import IGNORED
from desktop_app.exchange.correct import FIELDS, fields_by_column, width_of
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.rows import Kind, Layout, kind_of_row, layout_of
from desktop_app.exchange.sheets import Sheet
from desktop_app.exchange.values import text_of
from desktop_app.ui.style import GRID, colours

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
LINE, STRIP = 26, 28
NARROW, WIDE = 112, 260
MEASURED = 60


class SheetModel(QAbstractTableModel):
    """All rows of a sheet that have something in them; the number on the left is that of the spreadsheet."""

    def __init__(self, sheet: Sheet, mapping: Mapping | None, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._width = width_of(sheet)
        self._mapping: Mapping | None = None
        self._layout: Layout | None = None
        self._fields: dict[int, str] = {}
        self._kinds: dict[int, Kind | None] = {}
        self._bold = QFont()
        self._bold.setBold(True)
        self.show_mapping(mapping)

    def show_mapping(self, mapping: Mapping | None) -> None:
        """Mark header, people and passed-over columns by another mapping."""
        self._mapping = mapping
        self._fields = fields_by_column(mapping) if mapping else {}
        self._layout = layout_of(mapping) if mapping and mapping.columns.get("full_name") else None
        self._kinds.clear()
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._width

    def listed_rows(self) -> list[int]:
        """Rows from the header on; all of them where there is none."""
        start = self._mapping.header_row if self._mapping else 0
        return [place for place, row in enumerate(self.sheet.rows) if row.number >= start]

    def number(self, row: int) -> int:
        """The row's number in the spreadsheet."""
        return self.sheet.rows[row].number

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        values = self.sheet.rows[index.row()].values
        if role == Qt.ItemDataRole.DisplayRole or role == Qt.ItemDataRole.ToolTipRole:
            return text_of(values[index.column()]) if index.column() < len(values) else ""
        if role == Qt.ItemDataRole.BackgroundRole and self._is_header(index.row()):
            return QColor(colours()["selection"])
        if role == Qt.ItemDataRole.FontRole and self._is_header(index.row()):
            return self._bold
        if role == Qt.ItemDataRole.ForegroundRole and self._is_passed_over(index.row(), index.column()):
            return QColor(colours()["muted"])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return column_letters(section) if orientation == Qt.Orientation.Horizontal else str(self.number(section))
        if role == Qt.ItemDataRole.ToolTipRole and orientation == Qt.Orientation.Vertical:
            return "Bấm để lấy dòng này làm dòng tiêu đề"
        return None

    def _is_header(self, row: int) -> bool:
        return self._mapping is not None and (
            self._mapping.header_row <= self.number(row) < self._mapping.first_data_row
        )

    def _is_passed_over(self, row: int, column: int) -> bool:
        if self._mapping is None or self._is_header(row):
            return False
        if self.number(row) < self._mapping.header_row or column not in self._fields:
            return True
        return self._kind(row) not in (Kind.PERSON, Kind.CELL, None)

    def _kind(self, row: int) -> Kind | None:
        if row not in self._kinds and self._layout:
            self._kinds[row] = kind_of_row(self.sheet.rows[row], self._layout, signing=False)
        return self._kinds.get(row)


class FieldBox(QComboBox):
    """What one column holds. The wheel scrolls past it and changes nothing."""

    def __init__(self, column: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        for field, words in FIELDS.items():
            self.addItem(words, field)
        self.setMaxVisibleItems(len(FIELDS))
        self.setAccessibleName(f"Cột {column_letters(column)}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_field(self, field: str) -> None:
        self.setCurrentIndex(self.findData(field))
        ink = QPalette(self.palette())
        ink.setColor(QPalette.ColorRole.Text, QColor(colours()["muted" if field == IGNORED else "text"]))
        ink.setColor(QPalette.ColorRole.ButtonText, QColor(colours()["muted" if field == IGNORED else "text"]))
        self.setPalette(ink)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SheetTable(QWidget):
    """`field_chosen(column, field)`, `header_chosen(row number)`."""

    field_chosen = Signal(int, str)
    header_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = QWidget(self)
        self._strip.setFixedHeight(STRIP + GRID)
        self._clip = QWidget(self._strip)
        self._boxes: list[FieldBox] = []
        self.view = QTableView()
        self._dress()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._strip)
        box.addWidget(self.view)

    def _dress(self) -> None:
        view = self.view
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setShowGrid(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setAccessibleName("Trang tính trong tệp")
        down, across = view.verticalHeader(), view.horizontalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(LINE)
        down.setSectionsClickable(True)
        down.sectionClicked.connect(lambda row: self.header_chosen.emit(self._model().number(row)))
        across.setHighlightSections(False)
        across.setMinimumSectionSize(72)
        across.sectionResized.connect(lambda *_: self._place())
        view.horizontalScrollBar().valueChanged.connect(lambda _: self._place())
        down.geometriesChanged.connect(self._place)

    def show_sheet(self, sheet: Sheet, mapping: Mapping | None) -> None:
        """Show another sheet from its top."""
        old = self.view.model()
        self.view.setModel(SheetModel(sheet, mapping, self))
        if old is not None:
            old.deleteLater()
        for box in self._boxes:
            box.setParent(None)
            box.deleteLater()
        self._boxes = [self._box(column) for column in range(width_of(sheet))]
        self.show_mapping(mapping)
        self._fit()
        header = next((at for at, row in enumerate(sheet.rows) if mapping and row.number == mapping.header_row), 0)
        self.view.setCurrentIndex(self._model().index(header, 0))
        self.view.scrollTo(self._model().index(max(0, header - 3), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._place()

    def show_mapping(self, mapping: Mapping | None) -> None:
        """Follow a correction."""
        self._model().show_mapping(mapping)
        fields = fields_by_column(mapping) if mapping else {}
        for box in self._boxes:
            box.show_field(fields.get(box.column, IGNORED))

    def current_number(self) -> int:
        """The spreadsheet's number of the row the keyboard is on."""
        return self._model().number(max(0, self.view.currentIndex().row()))

    def _model(self) -> SheetModel:
        model = self.view.model()
        assert isinstance(model, SheetModel)
        return model

    def _box(self, column: int) -> FieldBox:
        box = FieldBox(column, self._clip)
        box.activated.connect(lambda _: self.field_chosen.emit(column, box.currentData()))
        box.installEventFilter(self)
        box.show()
        return box

    def _fit(self) -> None:
        """Columns as wide as the first rows and the field above them ask for, within bounds."""
        model, metrics = self._model(), self.view.fontMetrics()
        for box in self._boxes:
            texts = [str(model.index(row, box.column).data()) for row in model.listed_rows()[:MEASURED]]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            named = metrics.horizontalAdvance(box.currentText()) + 44
            self.view.setColumnWidth(box.column, max(NARROW, named, min(WIDE, widest + 20)))

    def _place(self) -> None:
        """Keep every list above its column."""
        view, header = self.view, self.view.horizontalHeader()
        left = view.verticalHeader().width()
        self._clip.setGeometry(QRect(left, 0, max(0, self.width() - left), STRIP))
        for box in self._boxes:
            width = header.sectionSize(box.column)
            box.setGeometry(header.sectionViewportPosition(box.column), 0, width - 2, STRIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that gets the keyboard brings its column into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, FieldBox):
            row = max(0, self.view.rowAt(0))
            self.view.scrollTo(self._model().index(row, watched.column))
        return super().eventFilter(watched, event)
