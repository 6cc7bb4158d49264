"""The clerk at the import page: a list in a file, opened, previewed, written. Not tests themselves."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.screens.importing import ImportingScreen
from desktop_app.ui.table import RecordTable
from tests.exchange.files import workbook
from tests.ui.hands import named, pressed

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Chức vụ")
PEOPLE = (
    (1, "Nguyễn Văn An", "05/02/1960", "Chi bộ Đội Cung 1", "Bí thư"),
    (2, "Trần Thị Bình", "12/11/1972", "Chi bộ Đội Cung 1", None),
    (3, "Lê Đức Cường", "01/09/1985", "Chi bộ Phan Bội Châu", None),
)
TITLE = ("DANH SÁCH ĐẢNG VIÊN",)


def listed(folder: Path, *rows: Sequence[object], header: Sequence[object] = HEADER) -> Path:
    return workbook(folder / "ds.xlsx", ("Danh sách", (TITLE, header, *rows)))


def rested(importing: ImportingScreen, qtbot: QtBot) -> None:
    """Wait until the background has nothing more to do, and nothing was put off."""

    def idle() -> bool:
        put_off = any(
            each.text() == "Đang đối chiếu…" and each.isVisible() for each in importing.findChildren(QPushButton)
        )
        return not importing.desk.background.busy and not put_off

    qtbot.waitUntil(idle, timeout=20_000)
    QApplication.processEvents()


def opened(importing: ImportingScreen, qtbot: QtBot, path: Path) -> None:
    importing.open_file(path)
    rested(importing, qtbot)


def previewed(importing: ImportingScreen, qtbot: QtBot, path: Path) -> None:
    opened(importing, qtbot, path)
    pressed(importing, "Xem trước")
    rested(importing, qtbot)


def written(importing: ImportingScreen, qtbot: QtBot, path: Path, caption: str) -> None:
    previewed(importing, qtbot, path)
    pressed(importing, caption)
    rested(importing, qtbot)


def lines(importing: ImportingScreen, tab: str) -> list[list[str]]:
    """The table of the tab whose caption begins so."""
    captions = {
        tabs.tabText(at): tabs.widget(at) for tabs in importing.findChildren(QTabWidget) for at in range(tabs.count())
    }
    table = next(page for caption, page in captions.items() if caption.startswith(tab))
    assert isinstance(table, RecordTable)
    model = table.model()
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def texts(importing: ImportingScreen) -> str:
    """Everything that can be read in the sheet shown."""
    model = named(importing, QTableView, "Trang tính trong tệp").model()
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    return "\n".join(str(model.index(row, column).data()) for row, column in places)


def chosen(importing: ImportingScreen, column: str, field: str) -> None:
    """Choose the field of a column by keyboard: typed letters pick it, as in any list."""
    box = named(importing, QComboBox, f"Cột {column}")
    box.setCurrentIndex(box.findText(field))
    box.activated.emit(box.currentIndex())
