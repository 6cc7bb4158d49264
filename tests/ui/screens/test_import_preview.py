"""The preview of an import, read and answered as a clerk does."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QRadioButton
from pytestqt.qtbot import QtBot

from desktop_app.services import members, organizations
from desktop_app.services.members import MemberFilter
from desktop_app.ui.screens.importing import ImportingScreen
from tests.cast import a_cell, a_member
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed
from tests.ui.screens.import_hands import HEADER, PEOPLE, lines, listed, previewed, rested, written


def test_people_and_cells_are_counted_before_anything_is_written(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE))
    assert "3 người trong danh sách: 3 người mới" in shown(importing)
    assert "Sẽ lập 2 chi bộ mới: Chi bộ Đội Cung 1, Chi bộ Phan Bội Châu." in shown(importing)
    assert members.count(importing.store, MemberFilter()) == 0


def test_the_same_file_again_changes_nothing(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    path = listed(tmp_path, *PEOPLE)
    written(importing, qtbot, path, "Nhập 3 người")
    previewed(importing, qtbot, path)
    assert "Cả 3 người trong danh sách đã có trong sổ, không có gì thay đổi." in shown(importing)
    importing.advance()
    assert not importing.desk.background.busy


def test_differences_are_shown_field_by_field(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    a_member(
        importing.store, "Nguyễn Văn An", "Chi bộ Đội Cung 1", birth_date="1960-02-05", party_position="Phó bí thư"
    )
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE))
    assert lines(importing, "Khác với sổ (1)") == [
        ["Dòng 3 · Danh sách", "Nguyễn Văn An", "Chức vụ", "Phó bí thư", "Bí thư", "Sửa"]
    ]


def test_a_row_with_a_problem_is_listed_with_its_place_and_what_becomes_of_it(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    nameless = (4, None, "01/01/1970", "Chi bộ Đội Cung 1", None)
    misdated = (5, "Phạm Thị Đào", "31/02/1960", "Chi bộ Đội Cung 1", None)
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE, nameless, misdated))
    first, second = lines(importing, "Cần xem lại (2)")
    assert first[:4] == ["Dòng 6 · Danh sách", "", "Họ và tên", "Không nhập"]
    assert second[:4] == ["Dòng 7 · Danh sách", "Phạm Thị Đào", "Ngày sinh", "Vẫn thêm mới"]
    assert "không có ngày 31/02/1960" in second[4]


def test_a_cell_named_nearly_like_another_is_asked_about(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    slip = (4, "Phạm Thị Đào", "01/01/1970", "Chi bộ Đội Cungg 1", None)
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE, slip))
    assert "“Chi bộ Đội Cungg 1” (1 người) gần giống “Chi bộ Đội Cung 1”:" in shown(importing)
    pressed(importing, "Là một")
    rested(importing, qtbot)
    pressed(importing, "Nhập 4 người")
    rested(importing, qtbot)
    assert [cell.name for cell in organizations.cells(importing.store)] == ["Chi bộ Đội Cung 1", "Chi bộ Phan Bội Châu"]


def test_the_answer_about_a_cell_can_be_changed(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    slip = (4, "Phạm Thị Đào", "01/01/1970", "Chi bộ Đội Cungg 1", None)
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE, slip))
    for answer in ("Là một", "Là chi bộ mới"):
        pressed(importing, answer)
        rested(importing, qtbot)
    assert "Sẽ lập 3 chi bộ mới" in shown(importing)


def test_a_list_without_cells_is_given_one(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    a_cell(importing.store, "Chi bộ Đội Cung 1")
    previewed(importing, qtbot, listed(tmp_path, (1, "Lê Thị Đào", "1960"), header=HEADER[:3]))
    assert "Danh sách không ghi chi bộ." in shown(importing)
    line = named(importing, QComboBox, "Chi bộ cho cả danh sách").lineEdit()
    assert line is not None
    typed(line, "Chi bộ Đội Cung 1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    rested(importing, qtbot)
    assert lines(importing, "Người mới")[0][4] == "Chi bộ Đội Cung 1"


def test_a_preview_follows_what_is_written_meanwhile(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE))
    importing.desk.write(a_member, PEOPLE[0][1], PEOPLE[0][3], birth_date="1960-02-05", party_position="Bí thư")
    rested(importing, qtbot)
    assert "3 người trong danh sách: 2 người mới · 1 người không đổi" in shown(importing)


def moded(importing: ImportingScreen, qtbot: QtBot, caption: str) -> None:
    """Choose what becomes of existing people."""
    next(each for each in importing.findChildren(QRadioButton) if each.text() == caption).click()
    rested(importing, qtbot)


def test_existing_people_are_overwritten_filled_or_left_alone(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    a_member(importing.store, *PEOPLE[0][1:4:2], birth_date="1960-02-05", party_position="Phó bí thư")
    header, row = (*HEADER, "Điện thoại"), (*PEOPLE[0], "0912345678")
    previewed(importing, qtbot, listed(tmp_path, row, header=header))
    fates = {}
    for caption in ("Cập nhật theo tệp", "Chỉ điền chỗ trống", "Bỏ qua"):
        moded(importing, qtbot, caption)
        fates[caption] = [line[5] for line in lines(importing, "Khác với sổ (1)")]
    assert fates == {
        "Cập nhật theo tệp": ["Sửa", "Điền thêm"],
        "Chỉ điền chỗ trống": ["Điền thêm", "Giữ như trong sổ"],
        "Bỏ qua": ["Giữ như trong sổ", "Giữ như trong sổ"],
    }


def test_what_must_be_mended_goes_back_as_a_workbook(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    previewed(importing, qtbot, listed(tmp_path, *PEOPLE, (4, None, "01/01/1970", "Chi bộ Đội Cung 1", None)))
    answers.coming.append(tmp_path / "gửi lại.xlsx")
    pressed(importing, "Lưu tệp kèm lý do…")
    rested(importing, qtbot)
    assert (tmp_path / "gửi lại.xlsx").is_file()
    assert "Đã lưu gửi lại.xlsx: 1 dòng có ghi lý do, sửa rồi nhập lại." in shown(importing)


def test_a_workbook_over_the_list_itself_is_refused_in_place(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path, answers: Answers
) -> None:
    path = listed(tmp_path, *PEOPLE, (4, None, "01/01/1970", "Chi bộ Đội Cung 1", None))
    previewed(importing, qtbot, path)
    answers.coming.append(path)
    pressed(importing, "Lưu tệp kèm lý do…")
    rested(importing, qtbot)
    assert "Không ghi đè lên chính tệp" in shown(importing)
