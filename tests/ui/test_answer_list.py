"""The answers that drop from the search box, wherever the clerk is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.ui.answer_list import EVERYONE, AnswerList
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens.members import MembersScreen
from desktop_app.ui.screens.organization_page import OrganizationPage
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.window import Window
from tests.cast import a_cell, a_member
from tests.ui.hands import rows, typed


def at(window: Window, place: str) -> Screen:
    """A place with the keyboard in its search box."""
    window.go_to(place)
    window.activateWindow()
    screen = window.current()
    assert screen is not None
    screen.search_box.setFocus()
    return screen


def asked(window: Window, text: str, qtbot: QtBot, place: str = "today") -> AnswerList:
    screen = at(window, place)
    typed(screen.search_box, text)
    qtbot.wait(300)
    return screen.answers


def lines(found: AnswerList) -> list[str]:
    return [found.item(row).text() for row in range(found.count())] if found.isVisible() else []


def test_people_are_answered_as_their_name_is_typed(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store, "Nguyễn Văn An")
    a_member(window.desk.store, "Trần Thị Bình")
    found = asked(window, "văn an", qtbot)
    assert lines(found) == ["Nguyễn Văn An · 05/02/1960 · Chi bộ Đội Cung 1", f"{EVERYONE}: “văn an”"]


def test_wider_matches_stand_under_a_heading(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store, "Lê Thị Hoa")
    a_member(window.desk.store, "Lê Thị Hòa")
    found = asked(window, "hòa", qtbot)
    assert [line.split(" · ")[0] for line in lines(found)[:3]] == ["Lê Thị Hòa", "Gần đúng", "Lê Thị Hoa"]


def test_enter_opens_the_page_of_the_first_person(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    person = a_member(window.desk.store)
    found = asked(window, "nva", qtbot)
    assert found.isVisible()
    QTest.keyClick(window.current().search_box, Qt.Key.Key_Return)  # type: ignore[union-attr]
    page = window.current()
    assert isinstance(page, PersonPage)
    assert page.member_id == person.id


def test_a_cell_is_found_by_its_name_and_opened(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_cell(window.desk.store, "Chi bộ Bến Thủy")
    asked(window, "bến thủy", qtbot)
    QTest.keyClick(window.current().search_box, Qt.Key.Key_Return)  # type: ignore[union-attr]
    assert isinstance(window.current(), OrganizationPage)


def test_the_last_line_shows_the_list_of_members(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store)
    a_member(window.desk.store, "Trần Thị Bình")
    found = asked(window, "an", qtbot)
    found.open(found.item(found.count() - 1))
    screen = window.current()
    assert isinstance(screen, MembersScreen)
    assert [row[0] for row in rows(screen)] == ["Nguyễn Văn An"]


def test_escape_puts_the_answers_away(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store)
    found = asked(window, "an", qtbot)
    QTest.keyClick(window.current().search_box, Qt.Key.Key_Escape)  # type: ignore[union-attr]
    assert not found.isVisible()


def test_a_list_that_answers_itself_is_not_covered(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store)
    found = asked(window, "an", qtbot, place="members")
    assert not found.isVisible()


def test_a_list_that_has_no_such_row_answers_with_people(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    a_member(window.desk.store)
    found = asked(window, "nguyễn văn", qtbot, place="rounds")
    assert lines(found)[0].startswith("Nguyễn Văn An")


def test_nobody_found_is_said(window: Window, qtbot: QtBot) -> None:
    found = asked(window, "xyz", qtbot)
    assert lines(found) == ["Không tìm thấy ai khớp với “xyz”."]
