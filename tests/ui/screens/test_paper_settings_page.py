"""Terms and signers, as the settings keep them."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import signers, terms
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.paper_settings_page import PaperSettingsPage
from desktop_app.ui.screens.settings import SettingsScreen
from tests.ui.hands import dialog, named, pressed, rows, shown
from tests.ui.screens.printed_office import TERM, opened


def page_of(desk: Desk, qtbot: QtBot, tab: int = 0) -> PaperSettingsPage:
    made = PaperSettingsPage(desk)
    opened(made, qtbot)
    made.tabs.setCurrentIndex(tab)
    return made


def test_the_settings_lead_to_terms_and_signers(desk: Desk, qtbot: QtBot) -> None:
    screen = SettingsScreen(desk)
    opened(screen, qtbot)
    with qtbot.waitSignal(desk.page_opened) as page:
        pressed(screen, "Nhiệm kỳ, người ký")
    assert page.args is not None and isinstance(page.args[0], PaperSettingsPage)
    qtbot.addWidget(page.args[0])


def test_a_term_is_written_down_and_told_as_running(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    pressed(page, "Khai nhiệm kỳ…")
    named(dialog(page), QLineEdit, "Nhiệm kỳ").setText("2025 - 2030")
    named(dialog(page), QLineEdit, "Từ ngày").setText("16/6/2025")
    pressed(dialog(page), "Ghi")
    assert rows(page) == [["2025 - 2030", "16/06/2025", "đang chạy"]]


def test_terms_that_overlap_are_refused_in_the_dialog(desk: Desk, qtbot: QtBot) -> None:
    terms.save_term(desk.store, TERM)
    page = page_of(desk, qtbot)
    pressed(page, "Khai nhiệm kỳ…")
    named(dialog(page), QLineEdit, "Nhiệm kỳ").setText("2025 - 2030")
    named(dialog(page), QLineEdit, "Từ ngày").setText("16/6/2025")
    pressed(dialog(page), "Ghi")
    assert "trùng ngày với nhiệm kỳ “2020 - 2025”" in shown(dialog(page))


def test_a_deputy_is_added_and_removed_again(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, 1)
    pressed(page, "Thêm người ký…")
    named(dialog(page), QLineEdit, "Họ và tên").setText("Trần Thị Phó")
    pressed(dialog(page), "Ghi")
    assert [row[2] for row in rows(page)][-1] == "PHÓ BÍ THƯ"
    page.panes()[0].table.selectRow(1)
    pressed(page, "Xóa")
    assert len(signers.signers(desk.store)) == 1


def test_days_the_wrong_way_round_are_refused(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, 1)
    pressed(page, "Thêm người ký…")
    for name, text in (("Họ và tên", "Trần Thị Phó"), ("Ký từ ngày", "1/5/2026"), ("Đến trước ngày", "1/4/2026")):
        named(dialog(page), QLineEdit, name).setText(text)
    pressed(dialog(page), "Ghi")
    assert "Ngày thôi ký phải sau ngày bắt đầu ký" in shown(dialog(page))


def test_the_offices_own_signer_is_changed_in_the_settings(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot, 1)
    page.panes()[0].table.selectRow(0)
    with qtbot.waitSignal(desk.refused) as told:
        pressed(page, "Xóa")
    assert told.args == ["Người ký của văn phòng sửa ở trang Thiết lập."]
