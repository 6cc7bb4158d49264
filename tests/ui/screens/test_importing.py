"""The place of imports and exports, used as a clerk does: a file, its columns, the preview, the result."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.services import journal, members
from desktop_app.services.members import MemberFilter
from desktop_app.ui.screens.importing import ImportingScreen
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown
from tests.ui.screens.import_hands import PEOPLE, chosen, lines, listed, opened, rested, texts, written


def test_the_first_step_says_what_to_do(importing: ImportingScreen) -> None:
    assert "Kéo tệp danh sách vào đây, hoặc chọn tệp" in shown(importing)


def test_a_file_is_chosen_and_its_header_and_columns_are_shown(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(listed(tmp_path, *PEOPLE))
    pressed(importing, "Chọn tệp…")
    rested(importing, qtbot)
    assert "tiêu đề ở dòng 2, danh sách từ dòng 3" in shown(importing)
    assert [named(importing, QComboBox, f"Cột {letter}").currentText() for letter in "ABCDE"] == [
        "Số thứ tự",
        "Họ và tên",
        "Ngày sinh",
        "Chi bộ",
        "Chức vụ",
    ]


def test_a_file_dropped_on_the_page_is_read(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(listed(tmp_path, *PEOPLE)))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(9, 9), copy, carried, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(importing, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(importing, QDropEvent(QPointF(9, 9), copy, carried, left, Qt.KeyboardModifier.NoModifier))
    rested(importing, qtbot)
    assert "ds.xlsx" in shown(importing)


def test_a_file_that_is_no_sheet_is_told_in_place_with_a_way_on(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(b"%PDF-1.4")
    opened(importing, qtbot, path)
    assert "Tệp này không phải bảng tính." in shown(importing)
    answers.coming.append(listed(tmp_path, *PEOPLE))
    pressed(importing, "Chọn tệp khác…")
    rested(importing, qtbot)
    assert "tiêu đề ở dòng 2" in shown(importing)


def test_the_list_is_written_and_the_result_can_be_taken_back(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(importing.desk.said) as told:
        written(importing, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    assert told.args == ["Đã nhập ds.xlsx: thêm 3 người, lập 2 chi bộ.", True]
    assert members.count(importing.store, MemberFilter()) == 3
    pressed(importing, "Hoàn tác lần nhập này")
    rested(importing, qtbot)
    assert members.count(importing.store, MemberFilter()) == 0
    assert "Lần nhập này đã được hoàn tác" in shown(importing)


def test_an_import_taken_back_elsewhere_is_shown_so(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    written(importing, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    importing.perform(journal.undo)
    assert "Lần nhập này đã được hoàn tác" in shown(importing)


def test_without_a_name_column_there_is_no_way_on(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    opened(importing, qtbot, listed(tmp_path, *PEOPLE))
    chosen(importing, "B", "Bỏ qua")
    assert "Chưa chỉ ra cột họ và tên" in shown(importing)
    importing.advance()
    assert not importing.desk.background.busy


def test_a_stopped_reading_leaves_the_page_as_it_was(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    opened(importing, qtbot, listed(tmp_path, *PEOPLE))
    pressed(importing, "Xem trước")
    importing.desk.background.stop()
    rested(importing, qtbot)
    assert "tiêu đề ở dòng 2" in shown(importing)
    pressed(importing, "Xem trước")
    rested(importing, qtbot)
    assert "3 người mới" in shown(importing)


def test_the_whole_import_is_done_by_keyboard(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(listed(tmp_path, *PEOPLE))
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, held in ((Qt.Key.Key_O, control | shift), (Qt.Key.Key_S, control), (Qt.Key.Key_S, control)):
        importing.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(importing.focusWidget() or importing, key, held)
        rested(importing, qtbot)
    assert members.count(importing.store, MemberFilter()) == 3


def test_a_layout_once_corrected_is_known_again(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = listed(tmp_path, *PEOPLE)
    opened(importing, qtbot, path)
    chosen(importing, "E", "Ghi chú")
    pressed(importing, "Xem trước")
    rested(importing, qtbot)
    pressed(importing, "Nhập 3 người")
    rested(importing, qtbot)
    opened(importing, qtbot, path)
    assert "nhận ra bố cục đã dùng lần trước" in shown(importing)
    assert named(importing, QComboBox, "Cột E").currentText() == "Ghi chú"


def test_an_encoding_chosen_for_a_column_is_read_so(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    opened(importing, qtbot, listed(tmp_path, (1, "NguyÔn V¨n Hïng", "1960", "Đội Cung 1")))
    box = named(importing, QComboBox, "Bảng mã cột B")
    box.setCurrentIndex(box.findText("TCVN3 (ABC)"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: "Nguyễn Văn Hùng" in texts(importing), timeout=10_000)
    rested(importing, qtbot)
    pressed(importing, "Xem trước")
    rested(importing, qtbot)
    assert lines(importing, "Người mới")[0][1] == "Nguyễn Văn Hùng"
