"""The rows of a foreign sheet for a table: what is header, who is a person, what is passed over and why. No widget."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from desktop_app.exchange.correct import fields_by_column, width_of
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.row_kinds import RowKinds, Taken
from desktop_app.exchange.sheet import ERRORS, Sheet
from desktop_app.exchange.values import text_of
from desktop_app.ui.style import colours

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
HIDDEN = " (ẩn)"
READ = (Taken.PERSON, Taken.CELL, Taken.UNKNOWN, Taken.HEADER)
REASONS = {
    Taken.TITLE: "nằm trên dòng tiêu đề, không phải người",
    Taken.HEADER: "dòng tiêu đề",
    Taken.PERSON: "một người trong danh sách",
    Taken.CELL: "tên chi bộ của những người bên dưới",
    Taken.NAMELESS: "có dữ liệu nhưng không có họ tên, không nhập được; hãy ghi họ tên trong tệp",
    Taken.LINE: "một dòng chữ, không phải người, nên bỏ qua",
    Taken.SIGNATURE: "phần ký tên cuối danh sách, nên bỏ qua",
    Taken.ERRORS: "chỉ có ô lỗi hoặc công thức chưa có kết quả, không nhập được; hãy sửa trong tệp",
    Taken.PASSED_OVER: "dòng cộng, dòng đánh số hoặc tiêu đề lặp lại, nên bỏ qua",
    Taken.UNKNOWN: "chưa biết; hãy chỉ ra cột họ và tên",
}


class SheetModel(QAbstractTableModel):
    """All rows of a sheet that have something in them; the number on the left is that of the spreadsheet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = Sheet(name="", rows=())
        self._width, self._header_row = 0, 0
        self._fields: dict[int, str] = {}
        self._kinds = RowKinds(self.sheet, None)
        self._converted: set[int] = set()
        self._bold = QFont()
        self._bold.setBold(True)

    def show_sheet(self, sheet: Sheet, mapping: Mapping | None) -> None:
        """Show another sheet, or the same one read anew."""
        self.beginResetModel()
        self.sheet, self._width = sheet, width_of(sheet)
        self._converted = {told.column for told in sheet.conversions}
        self._understand(mapping)
        self.endResetModel()

    def show_mapping(self, mapping: Mapping | None) -> None:
        """Mark header, people and passed-over columns by another mapping."""
        self._understand(mapping)
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def _understand(self, mapping: Mapping | None) -> None:
        self._fields = fields_by_column(mapping) if mapping else {}
        self._kinds = RowKinds(self.sheet, mapping)
        self._header_row = mapping.header_row if mapping else 0

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else self._width

    def listed_rows(self) -> list[int]:
        """Rows from the header on; all of them where there is none."""
        return [place for place, row in enumerate(self.sheet.rows) if row.number >= self._header_row]

    def number(self, row: int) -> int:
        """The row's number in the spreadsheet."""
        return self.sheet.rows[row].number

    def place(self, number: int) -> int:
        """Where the row of this number stands; the next one where that one is blank."""
        return next((place for place, row in enumerate(self.sheet.rows) if row.number >= number), 0)

    def told(self, row: int) -> str:
        """What the row is taken for, in a sentence."""
        number = self.number(row)
        hidden = " Dòng này đang bị ẩn trong tệp." if number in self.sheet.hidden_rows else ""
        return f"Dòng {number}: {REASONS[self._kinds.taken(row)]}.{hidden}"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(row, column)
            case Qt.ItemDataRole.BackgroundRole if self._kinds.taken(row) is Taken.HEADER:
                return QColor(colours()["selection"])
            case Qt.ItemDataRole.FontRole if self._kinds.taken(row) in (Taken.HEADER, Taken.CELL):
                return self._bold
            case Qt.ItemDataRole.ForegroundRole:
                return self._ink(row, column)
        return None

    def _text(self, row: int, column: int) -> str:
        values = self.sheet.rows[row].values
        return text_of(values[column]) if column < len(values) else ""

    def _ink(self, row: int, column: int) -> QColor | None:
        taken = self._kinds.taken(row)
        if taken in (Taken.NAMELESS, Taken.ERRORS) or self._text(row, column) in ERRORS:
            return QColor(colours()["bad"])
        if taken not in READ or (taken is not Taken.HEADER and taken is not Taken.CELL and column not in self._fields):
            return QColor(colours()["muted"])
        return None

    def _tip(self, row: int, column: int) -> str:
        lines = [self._text(row, column)]
        if column in self._converted and (before := self._before(row, column)) != lines[0]:
            lines.append(f"Trong tệp: {before}")
        if (self.number(row), column) in self.sheet.formulas:
            lines.append("Công thức; lấy kết quả lưu sẵn trong tệp.")
        if self._kinds.taken(row) is not Taken.PERSON:
            lines.append(self.told(row))
        elif column not in self._fields:
            lines.append("Cột này được bỏ qua.")
        return "\n".join(filter(None, lines))

    def _before(self, row: int, column: int) -> str:
        values = self.sheet.original[row].values
        return text_of(values[column]) if column < len(values) else ""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            return self._column_head(section, role)
        hidden = self.number(section) in self.sheet.hidden_rows
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{self.number(section)}{HIDDEN if hidden else ''}"
            case Qt.ItemDataRole.ToolTipRole:
                return f"{self.told(section)}\nBấm để lấy dòng này làm dòng tiêu đề."
        return None

    def _column_head(self, column: int, role: int) -> Any:
        hidden = column in self.sheet.hidden_columns
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return f"{column_letters(column)}{HIDDEN if hidden else ''}"
            case Qt.ItemDataRole.ToolTipRole if hidden:
                return "Cột này đang bị ẩn trong tệp nhưng vẫn được đọc."
        return None
