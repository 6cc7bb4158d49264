"""The import page, used as a clerk does: a file, its columns, the preview, the result."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import journal, members, organizations
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.importing import ImportingScreen
from desktop_app.ui.table import RecordTable
from tests.cast import a_cell, a_member
from tests.exchange.files import workbook
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ", "Chức vụ")
PEOPLE = (
    (1, "Nguyễn Văn An", "05/02/1960", "Chi bộ Đội Cung 1", "Bí thư"),
    (2, "Trần Thị Bình", "12/11/1972", "Chi bộ Đội Cung 1", None),
    (3, "Lê Đức Cường", "01/09/1985", "Chi bộ Phan Bội Châu", None),
)
TITLE = ("DANH SÁCH ĐẢNG VIÊN",)


@pytest.fixture
def screen(kept_store: Store, qtbot: QtBot) -> Iterator[ImportingScreen]:
    desk = Desk(kept_store, Background())
    made = ImportingScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    yield made
    desk.background.wait()


def listed(folder: Path, *rows: Sequence[object], header: Sequence[object] = HEADER) -> Path:
    return workbook(folder / "ds.xlsx", ("Danh sách", (TITLE, header, *rows)))


def rested(screen: ImportingScreen, qtbot: QtBot) -> None:
    """Wait until the background has nothing more to do, and nothing was put off."""

    def idle() -> bool:
        put_off = any(
            each.text() == "Đang đối chiếu…" and each.isVisible() for each in screen.findChildren(QPushButton)
        )
        return not screen.desk.background.busy and not put_off

    qtbot.waitUntil(idle, timeout=20_000)
    QApplication.processEvents()


def opened(screen: ImportingScreen, qtbot: QtBot, path: Path) -> None:
    screen.open_file(path)
    rested(screen, qtbot)


def previewed(screen: ImportingScreen, qtbot: QtBot, path: Path) -> None:
    opened(screen, qtbot, path)
    pressed(screen, "Xem trước")
    rested(screen, qtbot)


def written(screen: ImportingScreen, qtbot: QtBot, path: Path, caption: str) -> None:
    previewed(screen, qtbot, path)
    pressed(screen, caption)
    rested(screen, qtbot)


def lines(screen: ImportingScreen, tab: str) -> list[list[str]]:
    """The table of the tab whose caption begins so."""
    captions = {
        tabs.tabText(at): tabs.widget(at) for tabs in screen.findChildren(QTabWidget) for at in range(tabs.count())
    }
    table = next(page for caption, page in captions.items() if caption.startswith(tab))
    assert isinstance(table, RecordTable)
    model = table.model()
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def chosen(screen: ImportingScreen, column: str, field: str) -> None:
    """Choose the field of a column by keyboard: typed letters pick it, as in any list."""
    box = named(screen, QComboBox, f"Cột {column}")
    box.setCurrentIndex(box.findText(field))
    box.activated.emit(box.currentIndex())


def test_the_first_step_says_what_to_do(screen: ImportingScreen) -> None:
    assert "Kéo tệp danh sách vào đây, hoặc chọn tệp" in shown(screen)


def test_a_file_is_chosen_and_its_header_and_columns_are_shown(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(listed(tmp_path, *PEOPLE))
    pressed(screen, "Chọn tệp…")
    rested(screen, qtbot)
    assert "tiêu đề ở dòng 2, danh sách từ dòng 3" in shown(screen)
    assert [named(screen, QComboBox, f"Cột {letter}").currentText() for letter in "ABCDE"] == [
        "Số thứ tự",
        "Họ và tên",
        "Ngày sinh",
        "Chi bộ",
        "Chức vụ",
    ]


def test_a_file_dropped_on_the_page_is_read(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(listed(tmp_path, *PEOPLE)))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPoint(9, 9), copy, carried, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(screen, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(screen, QDropEvent(QPointF(9, 9), copy, carried, left, Qt.KeyboardModifier.NoModifier))
    rested(screen, qtbot)
    assert "ds.xlsx" in shown(screen)


def test_a_file_that_is_no_sheet_is_told_in_place_with_a_way_on(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    path = tmp_path / "bad.xlsx"
    path.write_bytes(b"%PDF-1.4")
    opened(screen, qtbot, path)
    assert "Tệp này không phải bảng tính." in shown(screen)
    answers.coming.append(listed(tmp_path, *PEOPLE))
    pressed(screen, "Chọn tệp khác…")
    rested(screen, qtbot)
    assert "tiêu đề ở dòng 2" in shown(screen)


def test_people_and_cells_are_counted_before_anything_is_written(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE))
    assert "3 người trong danh sách: 3 người mới" in shown(screen)
    assert "Sẽ lập 2 chi bộ mới: Chi bộ Đội Cung 1, Chi bộ Phan Bội Châu." in shown(screen)
    assert members.count(screen.store, MemberFilter()) == 0


def test_the_list_is_written_and_the_result_can_be_taken_back(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(screen.desk.said) as told:
        written(screen, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    assert told.args == ["Đã nhập ds.xlsx: thêm 3 người, lập 2 chi bộ.", True]
    assert members.count(screen.store, MemberFilter()) == 3
    pressed(screen, "Hoàn tác lần nhập này")
    rested(screen, qtbot)
    assert members.count(screen.store, MemberFilter()) == 0
    assert "Lần nhập này đã được hoàn tác" in shown(screen)


def test_an_import_taken_back_elsewhere_is_shown_so(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    written(screen, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    screen.perform(journal.undo)
    assert "Lần nhập này đã được hoàn tác" in shown(screen)


def test_the_same_file_again_changes_nothing(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = listed(tmp_path, *PEOPLE)
    written(screen, qtbot, path, "Nhập 3 người")
    previewed(screen, qtbot, path)
    assert "Cả 3 người trong danh sách đã có trong sổ, không có gì thay đổi." in shown(screen)
    screen.advance()
    assert not screen.desk.background.busy


def test_differences_are_shown_field_by_field(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    a_member(screen.store, "Nguyễn Văn An", "Chi bộ Đội Cung 1", birth_date="1960-02-05", party_position="Phó bí thư")
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE))
    assert lines(screen, "Khác với sổ (1)") == [
        ["Dòng 3 · Danh sách", "Nguyễn Văn An", "Chức vụ", "Phó bí thư", "Bí thư", "Sửa"]
    ]


def test_a_row_with_a_problem_is_listed_with_its_place_and_what_becomes_of_it(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    nameless = (4, None, "01/01/1970", "Chi bộ Đội Cung 1", None)
    misdated = (5, "Phạm Thị Đào", "31/02/1960", "Chi bộ Đội Cung 1", None)
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE, nameless, misdated))
    first, second = lines(screen, "Cần xem lại (2)")
    assert first[:4] == ["Dòng 6 · Danh sách", "", "Họ và tên", "Không nhập"]
    assert second[:4] == ["Dòng 7 · Danh sách", "Phạm Thị Đào", "Ngày sinh", "Vẫn thêm mới"]
    assert "không có ngày 31/02/1960" in second[4]


def test_a_cell_named_nearly_like_another_is_asked_about(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    slip = (4, "Phạm Thị Đào", "01/01/1970", "Chi bộ Đội Cungg 1", None)
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE, slip))
    assert "«Chi bộ Đội Cungg 1» (1 người) gần giống «Chi bộ Đội Cung 1»:" in shown(screen)
    pressed(screen, "Là một")
    rested(screen, qtbot)
    pressed(screen, "Nhập 4 người")
    rested(screen, qtbot)
    assert [cell.name for cell in organizations.cells(screen.store)] == ["Chi bộ Đội Cung 1", "Chi bộ Phan Bội Châu"]


def test_the_answer_about_a_cell_can_be_changed(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    slip = (4, "Phạm Thị Đào", "01/01/1970", "Chi bộ Đội Cungg 1", None)
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE, slip))
    for answer in ("Là một", "Là chi bộ mới"):
        pressed(screen, answer)
        rested(screen, qtbot)
    assert "Sẽ lập 3 chi bộ mới" in shown(screen)


def test_a_list_without_cells_is_given_one(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    a_cell(screen.store, "Chi bộ Đội Cung 1")
    previewed(screen, qtbot, listed(tmp_path, (1, "Lê Thị Đào", "1960"), header=HEADER[:3]))
    assert "Danh sách không ghi chi bộ." in shown(screen)
    line = named(screen, QComboBox, "Chi bộ cho cả danh sách").lineEdit()
    assert line is not None
    typed(line, "Chi bộ Đội Cung 1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    rested(screen, qtbot)
    assert lines(screen, "Người mới")[0][4] == "Chi bộ Đội Cung 1"


def test_without_a_name_column_there_is_no_way_on(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    opened(screen, qtbot, listed(tmp_path, *PEOPLE))
    chosen(screen, "B", "Bỏ qua")
    assert "Chưa chỉ ra cột họ và tên" in shown(screen)
    screen.advance()
    assert not screen.desk.background.busy


def test_a_preview_follows_what_is_written_meanwhile(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    previewed(screen, qtbot, listed(tmp_path, *PEOPLE))
    screen.desk.write(a_member, PEOPLE[0][1], PEOPLE[0][3], birth_date="1960-02-05", party_position="Bí thư")
    rested(screen, qtbot)
    assert "3 người trong danh sách: 2 người mới · 1 người không đổi" in shown(screen)


def test_a_stopped_reading_leaves_the_page_as_it_was(screen: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    opened(screen, qtbot, listed(tmp_path, *PEOPLE))
    pressed(screen, "Xem trước")
    screen.desk.background.stop()
    rested(screen, qtbot)
    assert "tiêu đề ở dòng 2" in shown(screen)
    pressed(screen, "Xem trước")
    rested(screen, qtbot)
    assert "3 người mới" in shown(screen)


def test_the_whole_import_is_done_by_keyboard(
    screen: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    answers.coming.append(listed(tmp_path, *PEOPLE))
    for key in (Qt.Key.Key_O, Qt.Key.Key_S, Qt.Key.Key_S):
        screen.activateWindow()
        QApplication.processEvents()
        QTest.keyClick(screen.focusWidget() or screen, key, Qt.KeyboardModifier.ControlModifier)
        rested(screen, qtbot)
    assert members.count(screen.store, MemberFilter()) == 3
