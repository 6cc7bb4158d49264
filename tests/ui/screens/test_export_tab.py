"""Lists given out as a clerk does."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QRadioButton, QTableView, QTabWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.screens.export_tab import ExportTab
from desktop_app.ui.screens.importing import ImportingScreen
from tests.cast import a_member
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown
from tests.ui.screens.import_hands import rested


@pytest.fixture
def tab(importing: ImportingScreen) -> ExportTab:
    """The tab of exports, brought to the front, over two people in two cells."""
    a_member(importing.store, "Nguyễn Văn An", "Chi bộ Đội Cung 1", citizen_id="038160000001")
    a_member(importing.store, "Trần Thị Bình", "Chi bộ Phan Bội Châu")
    tabs = importing.findChild(QTabWidget)
    assert tabs is not None
    found = next(page for at in range(tabs.count()) if isinstance(page := tabs.widget(at), ExportTab))
    tabs.setCurrentWidget(found)
    return found


def clicked(tab: ExportTab, caption: str) -> None:
    next(each for each in tab.findChildren(QRadioButton) if each.text() == caption).click()


def heads(tab: ExportTab) -> list[str]:
    model = named(tab, QTableView, "Những dòng đầu của danh sách").model()
    return [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]


def given(path: Path) -> list[list[object]]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def test_the_list_is_written_where_it_was_asked_for(
    importing: ImportingScreen, tab: ExportTab, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(tmp_path / "ds.xlsx")
    pressed(tab, "Xuất 2 người…")
    rested(importing, qtbot)
    assert [line[1] for line in given(tmp_path / "ds.xlsx")][-2:] == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert "Đã xuất 2 người ra tệp ds.xlsx." in shown(tab)


def test_only_the_people_of_a_cell_are_given_out(tab: ExportTab) -> None:
    box = named(tab, QComboBox, "Chi bộ")
    box.setCurrentIndex(box.findText("Phan Bội Châu", Qt.MatchFlag.MatchContains))
    box.activated.emit(box.currentIndex())
    assert "1 người" in shown(tab)
    assert named(tab, QTableView, "Những dòng đầu của danh sách").model().index(0, 0).data() == "Trần Thị Bình"


def test_columns_are_chosen_and_moved_by_keyboard(importing: ImportingScreen, tab: ExportTab) -> None:
    columns = named(tab, QListWidget, "Các cột")
    importing.activateWindow()
    columns.setFocus()
    columns.setCurrentRow(1)
    QTest.keyClick(columns, Qt.Key.Key_Space)
    assert heads(tab)[:2] == ["Họ và tên", "Giới tính"]
    columns.setCurrentRow(2)
    QTest.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert heads(tab)[:2] == ["Giới tính", "Họ và tên"]


def test_the_national_file_says_what_stays_blank(tab: ExportTab) -> None:
    clicked(tab, "File nhập liệu 4.0")
    assert "Mẫu này có các cột để trống vì sổ không lưu:" in shown(tab)
    assert "Dân tộc*" in heads(tab)


def test_numbers_of_people_are_masked_on_the_screen(tab: ExportTab) -> None:
    clicked(tab, "File nhập liệu 4.0")
    model = named(tab, QTableView, "Những dòng đầu của danh sách").model()
    place = heads(tab).index("Số định danh cá nhân*")
    assert model.index(0, place).data() == "•••001"


def test_without_columns_there_is_nothing_to_give_out(tab: ExportTab) -> None:
    columns = named(tab, QListWidget, "Các cột")
    for place in range(columns.count()):
        columns.item(place).setCheckState(Qt.CheckState.Unchecked)
    assert "Chưa chọn cột nào; hãy đánh dấu ít nhất một cột." in shown(tab)
    tab.advance()
    assert not tab.desk.background.busy


def test_a_place_that_cannot_be_written_is_told_on_the_page(
    importing: ImportingScreen, tab: ExportTab, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(tmp_path / "ds.pdf")
    pressed(tab, "Xuất 2 người…")
    rested(importing, qtbot)
    assert "Chỉ xuất ra tệp .xlsx hoặc .csv" in shown(tab)
