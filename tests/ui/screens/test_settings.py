"""The office's settings, typed, seen as they will be printed, and kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import essay_settings, journal
from desktop_app.services.office import office
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.settings import SettingsScreen, told_font
from tests.ui.hands import dialog, named, pressed, shown, typed


@pytest.fixture
def screen(kept_store: Store, qtbot: QtBot) -> Iterator[SettingsScreen]:
    desk = Desk(kept_store, Background())
    made = SettingsScreen(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not desk.background.busy, timeout=20_000)
    QApplication.processEvents()
    yield made
    desk.background.wait()


def replaced(screen: SettingsScreen, label: str, text: str) -> None:
    line = named(screen, QLineEdit, label)
    line.selectAll()
    typed(line, text)


def test_the_head_is_shown_as_it_will_be_printed_while_typing(screen: SettingsScreen) -> None:
    replaced(screen, "Tên đảng ủy", "Đảng ủy xã Hoằng Hóa")
    assert "ĐẢNG ỦY XÃ HOẰNG HÓA" in shown(screen)
    assert "Hoằng Hóa, ngày" in shown(screen)
    assert office(screen.store).name == "Đảng ủy phường Đông Thọ"


def test_the_signer_is_shown_in_the_weights_of_the_print(screen: SettingsScreen) -> None:
    weights = {each.text(): each.font().bold() for each in screen.findChildren(QLabel)}
    assert (weights["T/M ĐẢNG ỦY"], weights["BÍ THƯ"]) == (True, False)


def test_a_head_line_of_ones_own_takes_the_place_of_the_derived_one(screen: SettingsScreen) -> None:
    replaced(screen, "Dòng cơ quan", "ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ")
    pressed(screen, "Ghi thiết lập")
    assert office(screen.store).issuer_line == "ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ"
    assert named(screen, QLineEdit, "Dòng cơ quan").text() == "ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ"


def test_what_follows_from_the_name_stays_blank_and_follows_it(screen: SettingsScreen) -> None:
    assert named(screen, QLineEdit, "Dòng cơ quan").text() == ""
    replaced(screen, "Tên đảng ủy", "Đảng ủy xã Hoằng Hóa")
    pressed(screen, "Ghi thiết lập")
    kept = office(screen.store)
    assert (kept.issuer_line, kept.place) == ("ĐẢNG ỦY XÃ HOẰNG HÓA", "Hoằng Hóa")


def test_recipients_are_kept_one_a_line(screen: SettingsScreen) -> None:
    named(screen, QPlainTextEdit, "Nơi nhận").setPlainText("Ban Tuyên giáo và Dân vận\n\nCác chi bộ")
    pressed(screen, "Ghi thiết lập")
    assert office(screen.store).recipients == ("Ban Tuyên giáo và Dân vận", "Các chi bộ")
    assert "- Ban Tuyên giáo và Dân vận" in shown(screen)


def test_the_spelling_chosen_is_seen_everywhere_on_the_paper(screen: SettingsScreen) -> None:
    box = named(screen, QComboBox, "Kiểu bỏ dấu")
    box.setCurrentIndex(box.findText("uỷ"))
    box.activated.emit(box.currentIndex())
    assert "ĐẢNG UỶ PHƯỜNG ĐÔNG THỌ" in shown(screen)
    assert "T/M ĐẢNG UỶ" in shown(screen)


def test_an_office_without_a_name_is_not_kept(screen: SettingsScreen) -> None:
    replaced(screen, "Tên đảng ủy", " ")
    pressed(screen, "Ghi thiết lập")
    assert "hãy điền vào" in shown(screen)
    assert office(screen.store).name == "Đảng ủy phường Đông Thọ"


def test_settings_taken_back_are_shown_so(screen: SettingsScreen) -> None:
    replaced(screen, "Người ký", "Lê Thị Đào")
    pressed(screen, "Ghi thiết lập")
    screen.perform(journal.undo)
    assert named(screen, QLineEdit, "Người ký").text() == ""


def test_what_is_being_typed_is_not_lost_when_something_else_is_written(screen: SettingsScreen) -> None:
    replaced(screen, "Người ký", "Lê Thị Đào")
    screen.desk.changes.happened.emit()
    assert named(screen, QLineEdit, "Người ký").text() == "Lê Thị Đào"


def test_the_printed_font_and_the_store_are_named(screen: SettingsScreen) -> None:
    assert "văn bản được in bằng phông" in shown(screen).lower()
    assert f"Tệp sổ: {screen.store.path}" in shown(screen)


def test_a_font_that_is_not_times_is_told_with_what_to_do() -> None:
    assert "hãy cài phông ấy" in told_font("Liberation Serif")
    assert told_font("Times New Roman") == "Văn bản được in bằng phông Times New Roman."


def test_the_bound_of_files_is_set_in_a_dialog(screen: SettingsScreen) -> None:
    pressed(screen, "Thu hoạch, tệp đính kèm…")
    assert "Tệp đính kèm trong sổ: 0 tệp, 0 KB." in shown(dialog(screen))
    line = named(dialog(screen), QLineEdit, "Mỗi tệp nặng nhất (MB)")
    line.setText("5")
    pressed(dialog(screen), "Ghi")
    assert essay_settings.essay_settings(screen.store).megabytes == 5
