"""A foreign sheet as it stands in its file, with lists above every column: its field, its old encoding. Reads no file.

The header is marked, what is no person is greyed; both follow every correction. F2 goes to the list of the column.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.columns import IGNORED
from desktop_app.exchange.correct import all_fields, fields_by_column, width_of
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.sheet import Sheet
from desktop_app.ui.screens.import_facts import conversion_tip
from desktop_app.ui.screens.import_sheet_model import SheetModel
from desktop_app.ui.screens.import_strip import AS_IT_IS, ColumnBox, EncodingBox, FieldBox
from desktop_app.ui.shortcuts import listen
from desktop_app.ui.style import GRID

LINE, STRIP = 26, 28
NARROW, WIDE = 112, 260
MEASURED = 60


class SheetTable(QWidget):
    """`field_chosen(column, field)`, `encoding_chosen(column, encoding or None)`, `header_chosen(row number)`.

    `row_told(sentence)`: what the row the keyboard is on is taken for.
    """

    field_chosen = Signal(int, str)
    encoding_chosen = Signal(int, object)
    header_chosen = Signal(int)
    row_told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = QWidget(self)
        self._clip = QWidget(self._strip)
        self._fields: list[FieldBox] = []
        self._encodings: list[EncodingBox] = []
        self._with_encodings = False
        self.view, self._model = QTableView(), SheetModel(self)
        self._dress()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._strip)
        box.addWidget(self.view)
        self.show_encodings(False)

    def _dress(self) -> None:
        view = self.view
        view.setModel(self._model)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._tell_row())
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
        down.sectionClicked.connect(lambda row: self.header_chosen.emit(self._model.number(row)))
        across.setHighlightSections(False)
        across.setMinimumSectionSize(72)
        across.sectionResized.connect(lambda *_: self._place())
        view.horizontalScrollBar().valueChanged.connect(lambda _: self._place())
        down.geometriesChanged.connect(self._place)
        to_list = listen(view, "F2", "Chọn cột này là gì", self._to_list)
        to_list.setContext(Qt.ShortcutContext.WidgetShortcut)

    def show_sheet(self, sheet: Sheet, mapping: Mapping | None) -> None:
        """Show another sheet from its top."""
        self._model.show_sheet(sheet, mapping)
        self._remake_boxes()
        self.show_mapping(mapping)
        self._fit()
        model = self._model
        header = model.place(mapping.header_row) if mapping else 0
        self.view.setCurrentIndex(model.index(header, 0))
        self.view.scrollTo(model.index(max(0, header - 3), 0), QAbstractItemView.ScrollHint.PositionAtTop)
        self._place()

    def show_again(self, sheet: Sheet, mapping: Mapping | None) -> None:
        """Show the same sheet read anew, where the eye is."""
        across, down = self.view.horizontalScrollBar().value(), self.view.verticalScrollBar().value()
        current = self.view.currentIndex()
        self._model.show_sheet(sheet, mapping)
        self.show_mapping(mapping)
        self.view.setCurrentIndex(self._model.index(current.row(), current.column()))
        self.view.horizontalScrollBar().setValue(across)
        self.view.verticalScrollBar().setValue(down)

    def show_mapping(self, mapping: Mapping | None) -> None:
        """Follow a correction."""
        self._model.show_mapping(mapping)
        fields = fields_by_column(mapping) if mapping else {}
        words = all_fields(mapping) if mapping else {}
        for box in self._fields:
            box.show_field(fields.get(box.column, IGNORED), words.get(box.column, ""))
        told = {each.column: each for each in self._model.sheet.conversions}
        chosen = mapping.encodings if mapping else dict[int, Encoding | None]()
        for coded in self._encodings:
            found = told.get(coded.column)
            encoding = found.encoding if found else chosen.get(coded.column)
            coded.show_encoding(encoding, conversion_tip(found))
        self._tell_row()

    def show_encodings(self, on: bool) -> None:
        """Show or hide the lists of encodings."""
        self._with_encodings = on
        self._strip.setFixedHeight(STRIP * (2 if on else 1) + GRID)
        for box in self._encodings:
            box.setVisible(on)
        self._place()

    def go_to(self, number: int, column: int) -> None:
        """Bring a cell into view and put the keyboard on it."""
        index = self._model.index(self._model.place(number), column)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def current_number(self) -> int:
        """The spreadsheet's number of the row the keyboard is on."""
        return self._model.number(max(0, self.view.currentIndex().row()))

    def _tell_row(self) -> None:
        if self._model.rowCount():
            self.row_told.emit(self._model.told(max(0, self.view.currentIndex().row())))

    def _to_list(self) -> None:
        column = self.view.currentIndex().column()
        for box in self._fields:
            if box.column == column:
                box.setFocus(Qt.FocusReason.ShortcutFocusReason)
                box.showPopup()

    def _remake_boxes(self) -> None:
        for box in self._boxes():
            box.setParent(None)
            box.deleteLater()
        columns = range(width_of(self._model.sheet))
        self._fields = [self._field_box(column) for column in columns]
        self._encodings = [self._encoding_box(column) for column in columns]

    def _boxes(self) -> list[ColumnBox]:
        return [*self._fields, *self._encodings]

    def _field_box(self, column: int) -> FieldBox:
        box = FieldBox(column, self._clip)
        box.activated.connect(lambda _: self._field_picked(box))
        box.installEventFilter(self)
        box.show()
        return box

    def _field_picked(self, box: FieldBox) -> None:
        if box.currentData() != AS_IT_IS:
            self.field_chosen.emit(box.column, box.currentData())

    def _encoding_box(self, column: int) -> EncodingBox:
        box = EncodingBox(column, self._clip)
        box.activated.connect(lambda _: self.encoding_chosen.emit(column, box.currentData()))
        box.installEventFilter(self)
        box.setVisible(self._with_encodings)
        return box

    def _fit(self) -> None:
        """Columns as wide as the first rows and the field above them ask for, within bounds."""
        model, metrics = self._model, self.view.fontMetrics()
        for box in self._fields:
            texts = [str(model.index(row, box.column).data()) for row in model.listed_rows()[:MEASURED]]
            widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
            named = metrics.horizontalAdvance(box.currentText()) + 44
            self.view.setColumnWidth(box.column, max(NARROW, min(named, WIDE), min(WIDE, widest + 20)))

    def _place(self) -> None:
        """Keep every list above its column."""
        view, header = self.view, self.view.horizontalHeader()
        left = view.verticalHeader().width()
        self._clip.setGeometry(QRect(left, 0, view.viewport().width(), self._strip.height()))
        lines: tuple[Sequence[ColumnBox], ...] = (self._fields, self._encodings)
        for line, boxes in enumerate(lines):
            for box in boxes:
                width = header.sectionSize(box.column)
                box.setGeometry(header.sectionViewportPosition(box.column), line * STRIP, width - 2, STRIP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A list that gets the keyboard brings its column into view."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, ColumnBox):
            row = max(0, self.view.rowAt(0))
            self.view.scrollTo(self._model.index(row, watched.column))
        return super().eventFilter(watched, event)
