"""Giving a person everything that is kept about them: from their page to the pages of the paper."""

from pytestqt.qtbot import QtBot

from desktop_app.services.journal import output_log
from desktop_app.ui.screens.members import MembersScreen
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.screens.printing import PrintScreen
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.ui.hands import pressed


def test_the_page_of_a_person_leads_to_their_data(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    store = window.desk.store
    person = a_member(store, "Lê Thị Đào", party_card_no="12345678")
    window.go_to("members")
    assert isinstance(window.current(), MembersScreen)
    window.open_page(PersonPage(window.desk, person.id))
    pressed(window, "In dữ liệu của người này")
    page = window.current()
    assert isinstance(page, PrintScreen)
    qtbot.waitUntil(lambda: page.shown() is not None, timeout=20_000)
    there = page.shown()
    assert there is not None and there.titles() == ("Phiếu cung cấp dữ liệu cá nhân", "Lê Thị Đào")
    assert output_log(store)[0].scope == f"Lê Thị Đào ({person.code})"
