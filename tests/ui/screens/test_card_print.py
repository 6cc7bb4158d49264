"""Cards and labels asked for from the lists: whom, which kind, from which place on; shown in the print centre."""

from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.card_print import CARDS
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.members import MembersScreen
from desktop_app.ui.screens.printing import PrintScreen
from tests.round_office import small_round
from tests.ui.hands import dialog, named, pressed, shown
from tests.ui.screens.study import opened


def page_opened(desk: Desk, qtbot: QtBot, asked: MembersScreen | ConferencePage) -> PrintScreen:
    page = opened(desk, qtbot, lambda: pressed(dialog(asked), "Xem trước"))
    assert isinstance(page, PrintScreen)
    qtbot.waitUntil(lambda: not desk.background.busy)
    return page


def test_cards_of_the_people_selected_are_shown(desk: Desk, store: Store, qtbot: QtBot) -> None:
    made = small_round(store)
    screen = MembersScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    chosen = [made.people["Ngô Văn Hòa"], made.people["Nguyễn Văn An"]]
    screen.table.select_ids(chosen)
    screen.print_cards()
    assert named(dialog(screen), QComboBox, "In cho").currentText() == "2 người đang chọn"
    subject = page_opened(desk, qtbot, screen).choice.subject()
    assert sorted(subject.member_ids) == sorted(chosen)


def test_a_place_the_sheet_has_not_is_refused_in_the_dialog(desk: Desk, store: Store, qtbot: QtBot) -> None:
    small_round(store)
    screen = MembersScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    screen.print_cards()
    named(dialog(screen), QLineEdit, "In từ chỗ thứ").setText("11")
    pressed(dialog(screen), "Xem trước")
    assert "từ chỗ 1 đến 10" in shown(dialog(screen))


def test_a_conference_asks_for_everyone_it_expects(desk: Desk, store: Store, qtbot: QtBot) -> None:
    made = small_round(store)
    page = ConferencePage(desk, made.conference_id)
    qtbot.addWidget(page)
    page.show()
    pressed(page, CARDS)
    named(dialog(page), QLineEdit, "In từ chỗ thứ").setText("3")
    shown_page = page_opened(desk, qtbot, page)
    assert shown_page.choice.form().id == "member-cards"
    subject = shown_page.choice.subject()
    assert (subject.conference_id, subject.venue_id, subject.first_place) == (made.conference_id, None, 3)
