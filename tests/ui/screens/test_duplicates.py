"""Entries that may be one person: found, compared side by side, merged or told apart, used as a clerk does."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from db.values import MarkStatus
from desktop_app.services import duplicates, journal, members
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.compare_page import ComparePage
from desktop_app.ui.screens.duplicates import DuplicatesPage
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.round_office import office as round_office
from tests.round_office import small_round
from tests.ui.hands import named, pressed, rows, shown, table_in


def two(store: Store) -> tuple[int, int]:
    """One person written down twice: once without the day of birth."""
    one = a_member(store, birth_date="1960", party_card_no="99000001")
    other = a_member(store, birth_date="1960-02-05", phone="0912345678")
    return one.id, other.id


def showing(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()


def choose(page: QWidget, text: str) -> None:
    """Choose the side that says this."""
    next(each for each in page.findChildren(QRadioButton) if each.text() == text and each.isVisible()).setChecked(True)


@pytest.fixture
def told(desk: Desk) -> list[str]:
    """What was said in the quiet line."""
    found: list[str] = []
    desk.said.connect(lambda sentence, _: found.append(sentence))
    return found


def test_likely_pairs_are_listed_with_their_reasons(desk: Desk, store: Store, qtbot: QtBot) -> None:
    two(store)
    page = DuplicatesPage(desk)
    showing(page, qtbot)
    (row,) = rows(page)
    assert row[0] == "Nguyễn Văn An, 1960, Chi bộ Đội Cung 1"
    assert row[2] == "cùng họ tên, cùng chi bộ, ngày sinh khớp phần đã biết"
    assert row[3] == "có thể (65)"


def test_where_nobody_is_twice_that_is_said(desk: Desk, store: Store, qtbot: QtBot) -> None:
    a_member(store)
    page = DuplicatesPage(desk)
    showing(page, qtbot)
    assert "Không thấy hai bản ghi nào" in shown(page)


def test_two_people_told_apart_are_listed_no_more(desk: Desk, store: Store, qtbot: QtBot) -> None:
    two(store)
    page = DuplicatesPage(desk)
    showing(page, qtbot)
    table_in(page).selectRow(0)
    pressed(page, "Không phải một người")
    assert rows(page) == []
    journal.undo(store)
    assert len(duplicates.pairs(store)) == 1


def test_a_merger_keeps_what_was_chosen_and_is_taken_back(
    desk: Desk, store: Store, qtbot: QtBot, told: list[str]
) -> None:
    one, other = two(store)
    page = ComparePage(desk, one, other)
    showing(page, qtbot)
    choose(page, "05/02/1960")
    pressed(page, "Gộp thành một người")
    found = members.member(store, one)
    assert (found.birth_date, found.party_card_no, found.phone) == ("1960-02-05", "99000001", "0912345678")
    assert told[-1] == f"Đã gộp thành Nguyễn Văn An ({found.code})."
    journal.undo(store)
    assert members.count(store, MemberFilter()) == 2


def test_the_code_of_the_other_may_be_kept(desk: Desk, store: Store, qtbot: QtBot) -> None:
    one, other = two(store)
    page = ComparePage(desk, one, other)
    showing(page, qtbot)
    named(page, QComboBox, "Giữ mã của").setCurrentIndex(1)
    choose(page, "1960")
    pressed(page, "Gộp thành một người")
    assert members.member(store, other).birth_date == "1960"


def test_numbers_are_masked_until_asked_for(desk: Desk, store: Store, qtbot: QtBot) -> None:
    one, other = two(store)
    page = ComparePage(desk, one, other)
    showing(page, qtbot)
    assert "99000001" not in shown(page)
    pressed(page, "Số đầy đủ / che số")
    QApplication.processEvents()
    assert "99000001" in shown(page)


def test_marks_that_contradict_each_other_are_chosen_before_the_merger(qtbot: QtBot) -> None:
    store = round_office(practice=True)
    made = small_round(store)
    kept, other = made.people["Nguyễn Văn An"], made.people["Phan Thị Chi"]
    desk = Desk(store, Background())
    page = ComparePage(desk, kept, other)
    showing(page, qtbot)
    pressed(page, "Gộp thành một người")
    assert "hãy chọn giữ của ai" in shown(page)
    for each in page.findChildren(QRadioButton):
        if each.accessibleName().startswith("Điểm danh") and each.text() == "có mặt":
            each.setChecked(True)
    pressed(page, "Gộp thành một người")
    held = store.execute("select status from mark where member_id = ?", [kept]).fetchall()
    assert {status for (status,) in held} == {MarkStatus.PRESENT}
    desk.background.wait()
    store.close()


def test_after_a_merger_the_window_goes_back_and_offers_to_undo(window: Window) -> None:
    assert window.desk is not None
    one, other = two(window.desk.store)
    window.go_to("members")
    for page in (DuplicatesPage(window.desk), ComparePage(window.desk, one, other)):
        window.open_page(page)
    pressed(window, "Gộp thành một người")
    assert isinstance(window.current(), DuplicatesPage)
    assert "Đã gộp thành Nguyễn Văn An" in shown(window)
    pressed(window, "Hoàn tác")
    assert members.count(window.desk.store, MemberFilter()) == 2


def test_after_telling_two_people_apart_the_window_goes_back_and_says_so(window: Window) -> None:
    assert window.desk is not None
    window.go_to("members")
    window.open_page(ComparePage(window.desk, *two(window.desk.store)))
    pressed(window, "Không phải một người")
    assert "Đã ghi nhớ: không phải một người." in shown(window)
