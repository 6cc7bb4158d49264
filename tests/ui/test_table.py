"""The table remembers its columns, sorts by a click, keeps what is selected and copies cells."""

from array import array

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.table import RecordTable, fitted, spans_of
from desktop_app.ui.table_model import Column, Listing

COLUMNS = (
    Column(key="name", title="Tên", value=lambda i: f"Người {i}", width=200, least=100, order="list"),
    Column(key="n", title="Số", value=str, width=80, figures=True),
)


def table_of(qtbot: QtBot, count: int = 5) -> RecordTable:
    table = RecordTable("thử", COLUMNS)
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.show_listing(Listing(ids=array("q", range(1, count + 1)), fetch=lambda ids: list(ids)))
    return table


def click_heading(table: RecordTable, column: int) -> None:
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(column) + 20, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_heading_sorts_by_it_and_again_turns_it_round(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    with qtbot.waitSignal(table.sorted):
        click_heading(table, 0)
    first = table.sorting()
    with qtbot.waitSignal(table.sorted):
        click_heading(table, 0)
    assert first.column is COLUMNS[0] and table.sorting().column is COLUMNS[0]
    assert table.sorting().descending is not first.descending


def test_a_column_without_an_order_does_not_sort(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    click_heading(table, 1)
    assert table.sorting().column is None


def test_widths_order_and_sorting_come_back_the_next_time(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.setColumnWidth(0, 123)
    table.horizontalHeader().moveSection(0, 1)
    click_heading(table, 0)
    again = table_of(qtbot)
    assert again.columnWidth(0) == 123
    assert again.horizontalHeader().visualIndex(0) == 1
    assert again.sorting().column is COLUMNS[0]


def test_what_is_selected_stays_selected_by_id_when_rows_move(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.select_ids([2, 4])
    table.show_listing(Listing(ids=array("q", [5, 4, 3, 1]), fetch=lambda ids: list(ids)))
    assert table.selected_ids() == [4]


def test_a_double_click_and_enter_open_the_row(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.select_ids([3])
    with qtbot.waitSignal(table.opened) as by_key:
        QTest.keyClick(table, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.opened) as by_mouse:
        table.doubleClicked.emit(table.model().index(2, 0))
    assert by_key.args == by_mouse.args == [3]


def test_copied_rows_paste_into_a_spreadsheet_as_cells(qtbot: QtBot) -> None:
    table = table_of(qtbot)
    table.select_ids([1, 3])
    table.copy_rows()
    assert QGuiApplication.clipboard().text() == "Tên\tSố\nNgười 1\t1\nNgười 3\t3"


@pytest.mark.parametrize(("room", "widths"), [(280, [200, 80]), (230, [150, 80]), (100, [100, 80]), (380, [300, 80])])
def test_elastic_columns_share_what_is_short_or_left_over(room: int, widths: list[int]) -> None:
    assert fitted(COLUMNS, room) == widths


def test_the_column_whose_texts_are_long_gets_the_room_of_one_that_is_empty() -> None:
    columns = [Column(key=key, title=key, value=str, width=150, least=60) for key in ("cell", "place")]
    assert fitted(columns, 300, {"cell": 230, "place": 0}) == [237, 62]


def test_the_widest_text_gives_first_where_room_is_short() -> None:
    columns = [Column(key=key, title=key, value=str, width=150, least=60) for key in ("cell", "place")]
    assert fitted(columns, 300, {"cell": 130, "place": 400}) == [130, 170]


def test_a_list_without_least_widths_needs_no_scrollbar_where_its_texts_can_give() -> None:
    columns = [
        Column(key="name", title="Tên", value=str, width=400),
        Column(key="on", title="Ngày", value=str, width=100),
    ]
    assert fitted(columns, 350) == [250, 100]


def test_widths_follow_the_texts_that_are_shown(qtbot: QtBot) -> None:
    columns = [
        Column(key="cell", title="Chi bộ", value=lambda i: f"Chi bộ Trường Tiểu học số {i} phường", width=80, least=60),
        Column(key="place", title="Nơi nhận", value=lambda i: "", width=300, least=60),
    ]
    table = RecordTable("widths", columns)
    qtbot.addWidget(table)
    table.resize(420, 200)
    table.show_listing(Listing(ids=[1, 2], fetch=lambda ids: list(ids)))
    table.show()
    assert table.columnWidth(0) > 220 > table.columnWidth(1)


def test_a_list_whose_last_column_fills_the_room_widens_with_the_window(qtbot: QtBot) -> None:
    columns = (Column(key="name", title="Tên", value=str, width=300), Column(key="note", title="Ghi chú", value=str))
    table = RecordTable("giãn", columns)
    qtbot.addWidget(table)
    table.show()
    for width in (250, 400, 900):
        table.resize(width, 300)
    assert table.columnWidth(0) == 300


def test_rows_are_gathered_into_runs() -> None:
    assert spans_of([1, 2, 3, 7, 9, 10]) == [(1, 3), (7, 7), (9, 10)]


def test_a_heading_is_not_cut_while_there_is_room_for_it() -> None:
    columns = [
        Column(key="cell", title="Chi bộ", value=str, width=300, least=100),
        Column(key="owed", title="Còn nợ học", value=str, width=60, figures=True),
    ]
    assert fitted(columns, 250, {"cell": 300}, {"owed": 90})[1] == 90
    assert fitted(columns, 170, {"cell": 300}, {"owed": 90}) == [100, 70]
