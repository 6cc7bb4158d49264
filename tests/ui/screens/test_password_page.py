"""The page of passwords: set with a code typed back, users let in and out, and what a viewer may not do."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.values import Role
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.recovery_sheet import compose
from desktop_app.services import access, users
from desktop_app.services.passwords import enter, is_locked, new_code, set_password
from desktop_app.services.progress import quiet
from desktop_app.services.store import Store, open_office
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk, WhileClosed
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.record_dialog import kept_typing
from desktop_app.ui.recovery_dialog import RecoveryDialog
from desktop_app.ui.screens.password_page import NAME, NEW, OTHERS, PasswordPage
from tests.services.test_passwords import CHEAP, PASSWORD, opened
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed


def page_on(store: Store, qtbot: QtBot) -> PasswordPage:
    made = PasswordPage(Desk(store, Background()))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


@pytest.fixture
def plain(store_path: Path, qtbot: QtBot) -> Iterator[PasswordPage]:
    store = open_office(store_path)
    yield page_on(store, qtbot)
    store.close()


@pytest.fixture
def held(store_path: Path) -> Iterator[Store]:
    set_password(store_path, PASSWORD, new_code(), "Chị Lan", cost=CHEAP)
    store = opened(store_path, PASSWORD)
    yield store
    store.close()


@pytest.fixture
def page(held: Store, qtbot: QtBot) -> PasswordPage:
    return page_on(held, qtbot)


def captions(page: PasswordPage) -> set[str]:
    return {each.text() for each in page.findChildren(QPushButton) if each.isVisible()}


def filled(page: PasswordPage, **texts: str) -> None:
    """Type into the fields of the open dialog by their labels."""
    for name, text in texts.items():
        typed(named(dialog(page), QLineEdit, name.replace("_", " ")), text)


def asked_code(page: PasswordPage) -> RecoveryDialog:
    """Go through the first dialog, to the one of the recovery code."""
    pressed(page, "Đặt mật khẩu…")
    filled(page, **{"Mật khẩu mới": PASSWORD, "Gõ lại mật khẩu": PASSWORD})
    pressed(dialog(page), "Tiếp tục")
    found = dialog(page)
    assert isinstance(found, RecoveryDialog)
    return found


def read_off(box: RecoveryDialog) -> str:
    """The digits that stand on the dialog."""
    return "".join(sign for sign in shown(box) if sign.isdigit())


def test_a_store_without_a_password_says_why_it_should_have_one(plain: PasswordPage) -> None:
    assert "ai cầm được tệp sổ" in shown(plain)


def test_two_passwords_that_differ_are_not_taken(plain: PasswordPage) -> None:
    pressed(plain, "Đặt mật khẩu…")
    filled(plain, **{"Mật khẩu mới": PASSWORD, "Gõ lại mật khẩu": PASSWORD + "9"})
    pressed(dialog(plain), "Tiếp tục")
    assert "không giống nhau" in shown(dialog(plain))


def test_a_form_with_a_password_is_not_kept_while_it_is_typed(plain: PasswordPage, qtbot: QtBot) -> None:
    form = FieldForm((NAME, *NEW))
    qtbot.addWidget(form)
    assert kept_typing(form, plain, "Đặt mật khẩu") is None


def test_the_store_is_locked_once_the_code_came_back_from_paper(plain: PasswordPage, store_path: Path) -> None:
    wanted: list[WhileClosed] = []
    plain.desk.closing_wanted.connect(wanted.append)
    box = asked_code(plain)
    code = read_off(box)
    pressed(box, "Đã ghi ra giấy, gõ lại mã")
    typed(box.line, code[:-1])
    pressed(box, "Xong")
    assert "12 nhóm" in shown(box) and not wanted
    typed(box.line, code[-1])
    pressed(box, "Xong")
    plain.store.close()
    wanted[0].work(quiet)
    assert is_locked(store_path) and enter(store_path, code).holder.recovered
    assert enter(store_path, PASSWORD).holder.name == "Văn phòng"


def test_another_code_than_the_one_shown_is_not_taken(plain: PasswordPage) -> None:
    box = asked_code(plain)
    pressed(box, "Đã ghi ra giấy, gõ lại mã")
    typed(box.line, new_code())
    pressed(box, "Xong")
    assert "khác mã vừa lập" in shown(box) and box.isVisible()


def test_a_user_is_added_and_removed(page: PasswordPage, held: Store, answers: Answers) -> None:
    pressed(page, "Thêm người dùng…")
    filled(page, **{"Họ tên": "Anh Hùng", "Mật khẩu mới": "hoa phượng đỏ", "Gõ lại mật khẩu": "hoa phượng đỏ"})
    pressed(dialog(page), "Thêm")
    assert [row[:2] for row in rows(page)] == [["Chị Lan", "Quản trị"], ["Anh Hùng", "Nhập liệu"]]
    page.table.selectRow(1)
    answers.coming.append(True)
    pressed(page, "Bỏ người dùng")
    assert [user.name for user in users.users(held)] == ["Chị Lan"]


def test_ones_own_password_is_changed_on_showing_the_former_one(page: PasswordPage, store_path: Path) -> None:
    pressed(page, "Đổi mật khẩu của tôi…")
    fresh = "mưa xuân lất phất"
    filled(page, **{"Mật khẩu hiện nay": PASSWORD, "Mật khẩu mới": fresh, "Gõ lại mật khẩu": fresh})
    pressed(dialog(page), "Ghi")
    assert enter(store_path, fresh).holder.name == "Chị Lan"


def test_the_password_is_taken_off_after_it_was_typed(page: PasswordPage, store_path: Path, answers: Answers) -> None:
    wanted: list[WhileClosed] = []
    page.desk.closing_wanted.connect(wanted.append)
    answers.coming.append(PASSWORD)
    pressed(page, "Bỏ mật khẩu…")
    page.store.close()
    wanted[0].work(quiet)
    assert not is_locked(store_path)


def test_a_viewer_is_told_who_can_let_people_in(held: Store, store_path: Path, qtbot: QtBot) -> None:
    users.add_user(held, "Bác Tư", Role.VIEWER, "mùa thu tháng 8", CHEAP)
    store = opened(store_path, "mùa thu tháng 8")
    page = page_on(store, qtbot)
    assert {"Đổi mật khẩu của tôi…", "Khóa ngay"} <= captions(page)
    assert not {"Thêm người dùng…", "Bỏ mật khẩu…"} & captions(page)
    assert OTHERS in shown(page)
    store.close()


def test_the_administrator_opens_somebody_to_give_a_new_password(page: PasswordPage, held: Store) -> None:
    users.add_user(held, "Bác Tư", Role.VIEWER, "mùa thu tháng 8", CHEAP)
    page.reload()
    page.table.select_ids([2])
    page.open(2)
    assert "Mật khẩu mới cho Bác Tư" in shown(dialog(page))


def test_the_minutes_before_the_lock_are_set(page: PasswordPage, held: Store) -> None:
    pressed(page, "Tự khóa…")
    line = named(dialog(page), QLineEdit, "Số phút")
    line.clear()
    typed(line, "25")
    pressed(dialog(page), "Ghi")
    assert access.idle_minutes(held) == 25 and "sau 25 phút" in shown(page)


def test_a_code_printed_into_a_file_is_taken_off_the_disk_again(
    plain: PasswordPage, answers: Answers, tmp_path: Path
) -> None:
    path = tmp_path / "mã.pdf"

    def into_file(printer: QPrinter) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))

    box = asked_code(plain)
    answers.coming += [into_file, True]
    pressed(box, "In hai bản…")
    assert path.is_file() and str(path) in answers.told[0]
    pressed(box, "Thôi")
    assert not path.exists() and f"“{path}”" in answers.asked[1] and "[Xóa tệp]" in answers.asked[1]


def test_the_two_copies_of_a_code_are_sheets_by_themselves() -> None:
    made = BytesIO()
    print_pdf(compose("Đảng ủy phường Đông Thọ", "so-hoc-tap.sht", new_code(), date(2026, 12, 1)), made, None)
    first, second = (page.extract_text() for page in PdfReader(made).pages)
    assert "Bản số: 1/2" in first and second.startswith("MÃ KHÔI PHỤC") and ".keys" in second
