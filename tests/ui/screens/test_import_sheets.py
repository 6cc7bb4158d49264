"""The step that shows a file's sheets and columns, corrected as a clerk does."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QTableView
from pytestqt.qtbot import QtBot

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.encodings import overruled
from desktop_app.exchange.headers import guess_mapping
from desktop_app.exchange.sheets import Row, Sheet, Value
from desktop_app.ui.screens.import_facts import cells_in_error
from desktop_app.ui.screens.import_jobs import ReadFile
from desktop_app.ui.screens.import_sheets import SheetsPanel
from tests.ui.hands import named, pressed, shown

HEADER = ("Họ và tên", "Ngày sinh", "Chi bộ")
TITLE = ("DANH SÁCH ĐẢNG VIÊN",)
PERSON = ("Lê Thị Đào", "05/02/1960", "Chi bộ Đội Cung 1")


def sheet(name: str, *rows: Sequence[Value | None]) -> Sheet:
    return Sheet(name=name, rows=tuple(Row(at, tuple(values)) for at, values in enumerate(rows, 1)))


@pytest.fixture
def panel(qtbot: QtBot) -> SheetsPanel:
    made = SheetsPanel()
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    return made


def filled(panel: SheetsPanel, *sheets: Sheet) -> None:
    guesses = {each.name: guess_mapping(each) for each in sheets}
    errors = {each.name: cells_in_error(each) for each in sheets}
    panel.show_file(ReadFile(path=Path("ds.xlsx"), sheets=sheets, guesses=guesses, errors=errors))


def chosen(panel: SheetsPanel, column: str, field: str) -> None:
    """Choose what a column holds."""
    box = named(panel, QComboBox, f"Cột {column}")
    box.setFocus()
    while box.currentText() != field:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down if box.findText(field) > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before


def columns(panel: SheetsPanel, name: str) -> dict[str, tuple[int, ...]]:
    mapping = panel.chosen()[name]
    assert mapping is not None
    return mapping.columns


def view(panel: SheetsPanel) -> QTableView:
    return named(panel, QTableView, "Trang tính trong tệp")


def test_the_sheet_is_shown_as_it_stands_with_its_own_row_numbers(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, PERSON))
    model = view(panel).model()
    assert model.index(2, 0).data() == "Lê Thị Đào"
    assert model.headerData(2, Qt.Orientation.Vertical) == "3"


def test_a_column_is_corrected_by_keyboard(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, PERSON))
    chosen(panel, "C", "Chức vụ")
    assert columns(panel, "DS") == {"full_name": (0,), "birth_date": (1,), "position": (2,)}


def test_a_sheet_without_a_name_column_says_what_to_do(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, PERSON))
    chosen(panel, "A", "Bỏ qua")
    assert "Chưa chỉ ra cột họ và tên; hãy chọn “Họ và tên” ở trên cột ấy." in shown(panel)


def test_the_header_is_chosen_by_clicking_its_number(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, PERSON))
    down = view(panel).verticalHeader()
    place = QPoint(8, down.sectionViewportPosition(2) + 8)
    QTest.mouseClick(down.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert "tiêu đề ở dòng 3, danh sách từ dòng 4" in shown(panel)


def test_header_and_first_person_are_chosen_by_the_row_the_keyboard_is_on(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, ("(1)", "(2)", "(3)"), PERSON))
    view(panel).setCurrentIndex(view(panel).model().index(3, 0))
    pressed(panel, "Danh sách bắt đầu từ dòng này")
    assert "tiêu đề ở dòng 2, danh sách từ dòng 4" in shown(panel)
    view(panel).setCurrentIndex(view(panel).model().index(0, 0))
    pressed(panel, "Lấy dòng này làm tiêu đề")
    assert "tiêu đề ở dòng 1, danh sách từ dòng 2" in shown(panel)


def test_a_sheet_without_a_header_is_off_until_it_is_given_one(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", HEADER, PERSON), sheet("Ghi chép", ("Việc cần làm",), ("Lê Thị Đào",)))
    assert panel.chosen()["Ghi chép"] is None
    named(panel, QListWidget, "Các trang tính").setCurrentRow(1)
    chosen(panel, "A", "Họ và tên")
    assert columns(panel, "Ghi chép") == {"full_name": (0,)}


def test_sheets_are_switched_off_one_by_one(panel: SheetsPanel) -> None:
    filled(panel, sheet("Một", HEADER, PERSON), sheet("Hai", HEADER, PERSON))
    sheets = named(panel, QListWidget, "Các trang tính")
    sheets.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert panel.chosen()["Hai"] is None and panel.problem() == ""
    sheets.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert panel.problem() == "Chưa chọn trang tính nào; hãy đánh dấu trang có danh sách."


def test_a_correction_reaches_the_sheets_under_the_same_header(panel: SheetsPanel) -> None:
    filled(panel, sheet("Một", HEADER, PERSON), sheet("Hai", TITLE, HEADER, PERSON), sheet("Ba", HEADER[:2], PERSON))
    chosen(panel, "B", "Ghi chú")
    assert [columns(panel, name).get("note") for name in ("Một", "Hai", "Ba")] == [(1,), (1,), None]


def test_a_row_that_is_passed_over_says_why(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", TITLE, HEADER, PERSON, ("Cộng: 1 đồng chí",)))
    model = view(panel).model()
    assert "Dòng 4: dòng cộng" in model.index(3, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert model.index(3, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.index(2, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    view(panel).setCurrentIndex(model.index(0, 0))
    assert "Dòng 1: nằm trên dòng tiêu đề, không phải người." in shown(panel)


def test_hidden_rows_and_columns_are_marked_where_they_stand(panel: SheetsPanel) -> None:
    hidden = replace(sheet("DS", HEADER, PERSON), hidden_rows=frozenset({2}), hidden_columns=frozenset({1}))
    filled(panel, hidden)
    model = view(panel).model()
    assert model.headerData(1, Qt.Orientation.Vertical) == "2 (ẩn)"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "B (ẩn)"


def test_what_must_be_known_leads_to_its_cell(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", HEADER, PERSON, ("Trần Văn Hải", "#N/A", "Đội Cung 1")))
    named(panel, QListWidget, "Điều cần biết về trang tính này").setCurrentRow(0)
    assert (view(panel).currentIndex().row(), view(panel).currentIndex().column()) == (2, 1)


def test_old_encodings_are_shown_where_there_are_any(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", HEADER, PERSON))
    assert not named(panel, QComboBox, "Bảng mã cột A").isVisible()
    old = sheet("DS", HEADER, ("NguyÔn V¨n An", "1960", None))
    filled(panel, overruled(old, {0: Encoding.TCVN3}))
    assert named(panel, QComboBox, "Bảng mã cột A").currentText() == "TCVN3 (ABC)"
    assert named(panel, QComboBox, "Bảng mã cột B").currentText() == "Giữ nguyên"
    assert "Trong tệp: NguyÔn V¨n An" in view(panel).model().index(1, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_the_list_of_a_column_is_reached_from_the_sheet_by_a_key(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", HEADER, PERSON))
    panel.activateWindow()
    view(panel).setFocus()
    view(panel).setCurrentIndex(view(panel).model().index(1, 2))
    QTest.keyClick(view(panel), Qt.Key.Key_F2)
    box = named(panel, QComboBox, "Cột C")
    assert box.view().isVisible()
    box.hidePopup()


def test_a_column_of_two_facts_names_both(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", ("Họ và tên", "Số thẻ đảng, ngày cấp thẻ"), ("Lê Thị Đào", "123456, 01/02/1990")))
    assert named(panel, QComboBox, "Cột B").currentText() == "Số thẻ đảng viên và Ngày cấp thẻ"


def test_a_clean_sheet_has_the_whole_room(panel: SheetsPanel) -> None:
    filled(panel, sheet("DS", HEADER, PERSON))
    assert not named(panel, QListWidget, "Điều cần biết về trang tính này").isVisible()
