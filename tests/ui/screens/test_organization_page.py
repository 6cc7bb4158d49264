"""The page of an organization, and the pages on which splits and mergers are prepared, used as a clerk does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import journal, members, organizations, reorganization
from desktop_app.services.members import MemberFilter
from desktop_app.services.reorganization import Decision
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.merge_page import MergePage
from desktop_app.ui.screens.organization_page import OrganizationPage
from desktop_app.ui.screens.split_page import SplitPage
from desktop_app.ui.window import Window
from tests.cast import a_cell, a_member, some_members
from tests.ui.hands import dialog, named, pressed, rows, shown, table_in, typed

JULY = Decision(number="12-QĐ/ĐU", on="2025-07-01")


def showing(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.show()


def turned(page: OrganizationPage, caption: str) -> None:
    tabs = page.findChild(QTabWidget)
    assert tabs is not None
    tabs.setCurrentIndex([tabs.tabText(at) for at in range(tabs.count())].index(caption))


def decided(page: QWidget, verb: str) -> None:
    for field, text in (("Số quyết định", JULY.number), ("Có hiệu lực", "1/7/2025")):
        line = named(page, QLineEdit, field)
        line.selectAll()
        typed(line, text)
    pressed(page, verb)


def people(store: Store, name: str) -> int:
    cell = organizations.find_cell(store, name)
    return members.count(store, MemberFilter(cell_id=cell.id))


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What was said in the quiet line."""
    found: list[str] = []
    desk.said.connect(lambda sentence, _: found.append(sentence))
    return found


def test_the_page_of_a_cell_lists_its_people(desk: Desk, store: Store, qtbot: QtBot) -> None:
    some_members(store, 3)
    page = OrganizationPage(desk, a_cell(store).id)
    showing(page, qtbot)
    assert len(rows(page)) == 3
    assert "Chi bộ · 3 đảng viên" in shown(page)
    assert "Dòng đầu văn bản: " in shown(page)


def test_names_through_time_stand_on_the_page(desk: Desk, store: Store, qtbot: QtBot) -> None:
    cell = a_cell(store)
    reorganization.rename(store, cell.id, "Chi bộ Phan Bội Châu", JULY)
    page = OrganizationPage(desk, cell.id)
    showing(page, qtbot)
    turned(page, "Qua thời gian")
    assert [row[:2] for row in rows(page)] == [
        ["01/07/2025", "Chi bộ Phan Bội Châu"],
        ["từ trước", "Chi bộ Đội Cung 1"],
    ]


def test_a_mistyped_name_is_put_right_for_every_day(desk: Desk, store: Store, qtbot: QtBot) -> None:
    cell = a_cell(store, "Chi bộ Đội Cug 1")
    page = OrganizationPage(desk, cell.id)
    showing(page, qtbot)
    pressed(page, "Sửa tên ghi nhầm")
    line = named(dialog(page), QLineEdit, "Tên đúng")
    line.selectAll()
    typed(line, "Chi bộ Đội Cung 1")
    pressed(dialog(page), "Sửa tên")
    assert organizations.organization(store, cell.id, "2020-01-01").name == "Chi bộ Đội Cung 1"


def test_head_lines_of_documents_are_written_down(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = OrganizationPage(desk, a_cell(store).id)
    showing(page, qtbot)
    pressed(page, "Sửa dòng đầu văn bản")
    typed(named(dialog(page), QLineEdit, "Dòng cơ quan"), "CHI BỘ SỐ 1")
    pressed(dialog(page), "Ghi")
    assert "CHI BỘ SỐ 1" in shown(page)


def test_what_was_merged_away_is_shown_as_it_last_was(desk: Desk, store: Store, qtbot: QtBot) -> None:
    gone, kept = a_cell(store, "Ái Sơn"), a_cell(store)
    a_member(store, cell="Ái Sơn")
    reorganization.merge(store, [gone.id, kept.id], JULY, into_id=kept.id)
    page = OrganizationPage(desk, gone.id)
    showing(page, qtbot)
    assert "kết thúc từ 01/07/2025" in shown(page)
    assert len(rows(page)) == 1


def test_a_merger_shows_who_goes_where_and_is_written(desk: Desk, store: Store, qtbot: QtBot, told: list[str]) -> None:
    some_members(store, 2)
    a_member(store, "Lê Thị Hoa", cell="Ái Sơn")
    page = MergePage(desk, [a_cell(store).id, a_cell(store, "Ái Sơn").id])
    showing(page, qtbot)
    line = named(page, QLineEdit, "Tên mới")
    typed(line, "Chi bộ Phan Bội Châu")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert [row[3] for row in rows(page)] == ["Chi bộ Phan Bội Châu"] * 3
    decided(page, "Sáp nhập")
    assert people(store, "Chi bộ Phan Bội Châu") == 3
    assert told[-1] == "Đã sáp nhập 2 tổ chức thành “Chi bộ Phan Bội Châu”."


def test_a_merger_without_a_name_is_refused_on_the_page(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = MergePage(desk, [a_cell(store).id, a_cell(store, "Ái Sơn").id])
    showing(page, qtbot)
    decided(page, "Sáp nhập")
    assert "Chưa ghi tên tổ chức mới" in shown(page)


def test_one_cell_may_take_the_other_in(desk: Desk, store: Store, qtbot: QtBot) -> None:
    some_members(store, 2)
    a_member(store, "Lê Thị Hoa", cell="Ái Sơn")
    page = MergePage(desk, [a_cell(store).id, a_cell(store, "Ái Sơn").id])
    showing(page, qtbot)
    named(page, QComboBox, "Cách làm").setCurrentText("Nhập vào Ái Sơn")
    decided(page, "Sáp nhập")
    assert people(store, "Ái Sơn") == 3


def test_a_split_gives_everyone_a_place_by_digits(desk: Desk, store: Store, qtbot: QtBot) -> None:
    some_members(store, 4)
    page = SplitPage(desk, a_cell(store).id)
    showing(page, qtbot)
    for number, name in ((1, "Chi bộ Một"), (2, "Chi bộ Hai")):
        typed(named(page, QLineEdit, f"Tên tổ chức mới {number}"), name)
    table = table_in(page)
    table.selectAll()
    pressed(page, "Về đây (0)")
    table.select_ids([0])
    page.send(2)
    assert sorted(row[3] for row in rows(page)) == ["Chi bộ Hai", "Chi bộ Một", "Chi bộ Một", "Chi bộ Một"]
    decided(page, "Chia tách")
    assert (people(store, "Chi bộ Một"), people(store, "Chi bộ Hai")) == (3, 1)


def test_a_split_that_leaves_somebody_out_is_refused(desk: Desk, store: Store, qtbot: QtBot) -> None:
    some_members(store, 2)
    page = SplitPage(desk, a_cell(store).id)
    showing(page, qtbot)
    for number in (1, 2):
        typed(named(page, QLineEdit, f"Tên tổ chức mới {number}"), f"Chi bộ {number}")
    decided(page, "Chia tách")
    assert "Còn 2 người" in shown(page)
    assert journal.history(store, 1)[0].summary.startswith("Thêm")


def test_a_part_leaves_and_the_rest_stay(desk: Desk, store: Store, qtbot: QtBot) -> None:
    some_members(store, 3)
    page = SplitPage(desk, a_cell(store).id)
    showing(page, qtbot)
    keep = page.findChildren(QCheckBox)[0]
    QTest.mouseClick(keep, Qt.MouseButton.LeftButton, pos=QPoint(8, keep.height() // 2))
    typed(named(page, QLineEdit, "Tên tổ chức mới 1"), "Chi bộ Mới")
    table_in(page).select_ids([0])
    page.send(1)
    decided(page, "Chia tách")
    assert (people(store, "Chi bộ Mới"), people(store, a_cell(store).name)) == (1, 2)


def test_after_a_merger_the_window_goes_back_and_offers_to_undo(window: Window) -> None:
    assert window.desk is not None
    store = window.desk.store
    window.go_to("cells")
    page = MergePage(window.desk, [a_cell(store).id, a_cell(store, "Ái Sơn").id])
    window.open_page(page)
    typed(named(page, QLineEdit, "Tên mới"), "Chi bộ Phan Bội Châu")
    decided(page, "Sáp nhập")
    assert "Đã sáp nhập 2 tổ chức thành “Chi bộ Phan Bội Châu”." in shown(window)
    pressed(window, "Hoàn tác")
    assert [cell.name for cell in organizations.cells(store)] == ["Ái Sơn", "Chi bộ Đội Cung 1"]
