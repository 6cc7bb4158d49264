"""A new office made ready step by step: kept, left for later, let go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.services import backup_rota, first_run
from desktop_app.services.first_run import Step
from desktop_app.services.office import office
from desktop_app.ui.opening import Opening
from desktop_app.ui.screens.first_run_page import READY, FirstRunPage
from desktop_app.ui.screens.importing import ImportingScreen
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.screens.today import TodayScreen
from desktop_app.ui.window import Window
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    """A window in which an office was founded a moment ago."""
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    opening = Opening(made)
    opening.begin()
    pressed(made, "Lập văn phòng mới")
    typed(named(made, QLineEdit, "Tên đảng ủy"), "Đảng ủy xã Hoa")
    typed(named(made, QLineEdit, "Cấp ủy cấp trên"), "Tỉnh ủy Thanh Hóa")
    pressed(made, "Lập văn phòng")
    yield made
    made.leave_store()
    opening.unlock()


def page(window: Window) -> FirstRunPage:
    found = window.current()
    assert isinstance(found, FirstRunPage)
    return found


def left(window: Window) -> tuple[Step, ...]:
    assert window.desk is not None
    return first_run.left(window.desk.store)


def test_a_new_office_is_led_to_its_first_step(window: Window) -> None:
    assert page(window).showing() is Step.PAPERS
    assert "Đầu văn bản, người ký" in shown(window)


def test_what_is_kept_settles_the_step_and_brings_the_next(window: Window) -> None:
    signer = named(page(window), QLineEdit, "Người ký")
    typed(signer, "Lê Văn Đức")
    pressed(window, "Ghi, sang bước sau")
    assert window.desk is not None and office(window.desk.store).signer_name == "Lê Văn Đức"
    assert page(window).showing() is Step.PASSWORD and Step.PAPERS not in left(window)


def test_a_step_left_for_later_stays_and_the_start_page_says_so(window: Window) -> None:
    pressed(window, "Để sau")
    pressed(window, "Hoàn tất sau")
    assert isinstance(window.current(), TodayScreen)
    told = "Còn các bước:\n1. Đầu văn bản và người ký\n2. Mật khẩu\n3. Nơi để bản sao lưu\n4. Danh sách đảng viên"
    assert told in shown(window) and "Sổ còn trống" not in shown(window)
    pressed(window, "Làm tiếp")
    assert page(window).showing() is Step.PAPERS


def test_the_password_is_set_on_its_own_page(window: Window) -> None:
    page(window).show_step(Step.PASSWORD)
    pressed(window, "Đặt mật khẩu…")
    assert isinstance(window.current(), PasswordPage)
    window.back()
    assert page(window).showing() is Step.PASSWORD and Step.PASSWORD in left(window)
    assert window.desk is not None and first_run.newly_founded(window.desk.store), "the steps return with the store"


def test_a_folder_for_backups_is_chosen(window: Window, answers: Answers, tmp_path: Path) -> None:
    page(window).show_step(Step.BACKUPS)
    answers.coming.append(tmp_path)
    pressed(window, "Chọn thư mục khác…")
    assert str(tmp_path) in shown(window)
    pressed(window, "Giữ ở thư mục này")
    assert window.desk is not None and backup_rota.folder(window.desk.store) == tmp_path
    assert Step.BACKUPS not in left(window)


def test_steps_nobody_wants_are_let_go_and_the_store_is_ready(window: Window) -> None:
    for _ in range(4):
        pressed(window, "Không cần bước này")
    assert left(window) == ()
    assert READY in shown(window) and "chưa chuẩn bị xong" not in shown(window)


def test_the_last_step_leads_to_the_import(window: Window) -> None:
    page(window).show_step(Step.PEOPLE)
    pressed(window, "Nhập từ Excel")
    assert isinstance(window.current(), ImportingScreen)


def test_the_office_can_be_named_anew_without_losing_the_rest(window: Window) -> None:
    page(window).show_step(Step.OFFICE)
    parent = named(page(window), QLineEdit, "Cấp ủy cấp trên")
    parent.clear()
    pressed(window, "Ghi, sang bước sau")
    assert "hãy điền" in shown(window)
    typed(parent, "Tỉnh ủy Nghệ An")
    pressed(window, "Ghi, sang bước sau")
    assert window.desk is not None and office(window.desk.store).parent == "Tỉnh ủy Nghệ An"
