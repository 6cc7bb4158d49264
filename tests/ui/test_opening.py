"""The first minute: founding an office, a store that is there, one that is open elsewhere, one that is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.paths import default_store
from desktop_app.services.backups import back_up
from desktop_app.services.office import OfficeDraft, office
from desktop_app.services.passwords import backup_lock, is_locked
from desktop_app.services.store import create_office, open_office
from desktop_app.ui import former
from desktop_app.ui.ask import Leaving
from desktop_app.ui.opening import Opening
from desktop_app.ui.screens.backups import BackupsScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed

OFFICE = OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa")


def founded(window: Window, file: str = "") -> None:
    """Fill in the page of a new office and press its button."""
    typed(named(window, QLineEdit, "Tên đảng ủy"), "Đảng ủy xã Hoa")
    typed(named(window, QLineEdit, "Cấp ủy cấp trên"), "Tỉnh ủy Thanh Hóa")
    if file:
        named(window, QLineEdit, "Tên tệp sổ").clear()
        typed(named(window, QLineEdit, "Tên tệp sổ"), file)
    pressed(window, "Lập văn phòng")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave_store()


@pytest.fixture
def opening(window: Window) -> Iterator[Opening]:
    made = Opening(window)
    yield made
    made.unlock()


def test_the_first_run_offers_what_can_be_done(window: Window, opening: Opening) -> None:
    opening.begin()
    assert "Chưa mở sổ nào. Chọn một việc để bắt đầu." in shown(window)


def test_an_office_is_founded_with_its_head_lines_shown_before(window: Window, opening: Opening) -> None:
    opening.begin()
    pressed(window, "Lập văn phòng mới")
    typed(named(window, QLineEdit, "Tên đảng ủy"), "Đảng ủy phường Đông Thọ")
    superior = named(window, QLineEdit, "Cấp ủy cấp trên")
    typed(superior, "Thành ủy Thanh Hóa")
    assert "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ\n*" in shown(window)
    pressed(window, "Lập văn phòng")
    assert window.windowTitle().startswith("Đảng ủy phường Đông Thọ")
    assert default_store().is_file()


def test_an_office_is_founded_by_keys_as_its_button_says(window: Window, opening: Opening) -> None:
    opening.begin()
    pressed(window, "Lập văn phòng mới")
    typed(named(window, QLineEdit, "Tên đảng ủy"), "Đảng ủy xã Hoa")
    superior = named(window, QLineEdit, "Cấp ủy cấp trên")
    typed(superior, "Tỉnh ủy Thanh Hóa")
    QTest.keyClick(superior, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert default_store().is_file()


def test_an_office_without_a_name_is_not_founded(window: Window, opening: Opening) -> None:
    opening.begin()
    pressed(window, "Lập văn phòng mới")
    pressed(window, "Lập văn phòng")
    assert "hãy điền vào" in shown(window)
    assert not default_store().exists()


def test_the_store_opened_last_opens_again(window: Window, opening: Opening, store_path: Path) -> None:
    opening.begin(store_path)
    window.leave_store()
    opening.begin()
    assert window.desk is not None and window.desk.store.path == store_path.resolve()


def test_a_store_open_in_another_window_is_refused(window: Window, opening: Opening, store_path: Path) -> None:
    other = QLockFile(f"{store_path}.lock")
    other.setStaleLockTime(0)
    assert other.tryLock(100)
    opening.begin(store_path)
    assert "đang mở ở một cửa sổ khác" in shown(window)
    other.unlock()


def test_a_file_that_is_no_store_is_told_in_a_sentence(window: Window, opening: Opening, tmp_path: Path) -> None:
    path = tmp_path / "x.sht"
    path.write_bytes(b"PK" * 5000)
    opening.begin(path)
    assert "không phải là sổ" in shown(window)
    assert window.desk is None


def test_another_store_is_chosen_from_the_first_page(
    window: Window, opening: Opening, store_path: Path, answers: Answers
) -> None:
    opening.begin()
    answers.coming.append(store_path)
    pressed(window, "Mở sổ đã có…")
    assert window.windowTitle().startswith("Đảng ủy phường Đông Thọ")


def test_a_practice_office_says_so_everywhere(window: Window, opening: Opening, tmp_path: Path) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(tmp_path / "t.sht")
    assert window.windowTitle().startswith("THỰC HÀNH – ")
    assert "THỰC HÀNH" in shown(window).splitlines()
    assert "Hôm nay trong sổ: 05/04/2021" in shown(window)


def test_the_practice_office_is_left_for_the_office_itself(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path
) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(store_path)
    opening.open(tmp_path / "t.sht")
    pressed(window, "Đổi sổ")
    pressed(window, "Về sổ của văn phòng")
    assert opening.opened() == store_path.resolve()
    assert "THỰC HÀNH" not in window.windowTitle()


def test_ctrl_o_shows_where_stores_are_opened_and_esc_leads_back(
    window: Window, opening: Opening, store_path: Path, qtbot: QtBot
) -> None:
    opening.begin(store_path)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert f"Đang mở: {store_path}" in shown(window)
    pressed(window, "Ở lại sổ đang mở")
    assert window.current() is not None and window.desk is not None


def test_another_file_that_cannot_be_opened_leaves_the_open_store_open(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path, answers: Answers
) -> None:
    (tmp_path / "x.sht").write_text("Sổ tay", encoding="utf-8")
    opening.begin(store_path)
    pressed(window, "Đổi sổ")
    answers.coming.append(tmp_path / "x.sht")
    pressed(window, "Mở sổ đã có…")
    assert "không phải là sổ do Sổ Học Tập lập ra; hãy chọn tệp khác" in shown(window)
    assert opening.opened() == store_path.resolve()


def test_a_second_office_gets_a_name_of_its_own_and_the_folder_chosen(
    window: Window, opening: Opening, tmp_path: Path, answers: Answers
) -> None:
    create_office(default_store(), OFFICE).close()
    opening.begin()
    pressed(window, "Đổi sổ")
    pressed(window, "Lập văn phòng mới")
    assert named(window, QLineEdit, "Tên tệp sổ").text() == "so-hoc-tap-2.sht"
    answers.coming.append(tmp_path)
    pressed(window, "Chọn thư mục…")
    founded(window, "thu: 2")
    assert opening.opened() == (tmp_path / "thu- 2.sht").resolve()


def test_a_store_named_at_the_start_that_is_not_there_is_made_where_it_was_named(
    window: Window, opening: Opening, tmp_path: Path
) -> None:
    opening.begin(tmp_path / "thu.sht")
    assert "Không có tệp sổ “thu.sht”" in shown(window)
    pressed(window, "Lập văn phòng mới")
    founded(window)
    assert opening.opened() == (tmp_path / "thu.sht").resolve()
    assert not default_store().exists()


def test_the_head_lines_follow_every_letter_on_the_first_page(window: Window, opening: Opening) -> None:
    opening.begin()
    pressed(window, "Lập văn phòng mới")
    typed(named(window, QLineEdit, "Tên đảng ủy"), "Đảng ủy xã Hoa")
    assert "ĐẢNG ỦY XÃ HOA\n*" in shown(window)


def test_no_places_stand_beside_the_first_page(window: Window, opening: Opening) -> None:
    opening.begin()
    assert not window.navigation.isVisible()


def test_settings_typed_and_not_kept_are_asked_about_before_the_window_closes(
    window: Window, opening: Opening, store_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    opening.begin(store_path)
    window.go_to("settings")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    typed(named(window, QLineEdit, "Người ký"), "Lê Văn Bình")
    answers.coming.append(False)
    assert not window.close()
    assert "Chưa ghi những gì vừa sửa ở mục Thiết lập" in answers.asked[0]
    answers.coming.append(True)


def test_settings_typed_and_not_kept_can_be_kept_as_the_window_closes(
    window: Window, opening: Opening, store_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    opening.begin(store_path)
    window.go_to("settings")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    typed(named(window, QLineEdit, "Người ký"), "Lê Văn Bình")
    answers.coming.append(Leaving.SAVE)
    assert window.close() and "[Ghi rồi đóng | Đóng, không ghi]" in answers.asked[0]
    store = open_office(store_path)
    assert office(store).signer_name == "Lê Văn Bình"
    store.close()


def test_a_backup_opened_from_the_desktop_is_pointed_to_where_it_is_put_back(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path
) -> None:
    opening.begin(tmp_path / "a.sht-backup")
    assert "hãy bấm “Phục hồi từ bản sao lưu…”" in shown(window)
    opening.open(store_path)
    opening.begin(tmp_path / "a.sht-backup")
    assert isinstance(window.current(), BackupsScreen)
    assert "“a.sht-backup” là bản sao lưu" in shown(window)


def test_only_the_office_itself_proves_a_new_program(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path
) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(tmp_path / "t.sht")
    assert not former.has_opened()
    opening.open(store_path)
    assert former.has_opened()


def test_a_locked_backup_is_restored_on_an_empty_computer_by_its_password(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path, answers: Answers, qtbot: QtBot
) -> None:
    copy = tmp_path / "khóa.sht-backup"
    store = open_office(store_path)
    back_up(store, copy, lock=backup_lock("hoa ban trắng"))
    store.close()
    opening.begin()
    answers.coming += [copy, "sai mật khẩu", "hoa ban trắng"]
    pressed(window, "Phục hồi từ bản sao lưu…")
    qtbot.waitUntil(lambda: window.desk is not None and not window.background.busy, timeout=20_000)
    assert default_store().is_file() and "không đúng" in answers.asked[2]
    assert is_locked(default_store()) and len(answers.asked) == 3
    assert "Đã phục hồi bản sao lưu lúc" in shown(window) and ": 0 người, 0 đợt" in shown(window)
