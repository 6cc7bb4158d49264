"""What a user may not do stands grey and says why: nobody fills in a form only to be refused at its end."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.values import Role
from desktop_app.services import access, users
from desktop_app.services.access import Right
from desktop_app.services.passwords import new_code, set_password
from desktop_app.services.practice import create_practice
from desktop_app.ui import ask
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.window import Window
from tests.db.locked import CHEAP
from tests.limited import opened
from tests.ui.test_keyboard_everywhere import Shut
from tests.ui.tour import Bystander, Tour

REFUSALS = {
    access.ONLY_LOOKS,
    access.NOT_ADMINISTRATOR,
    access.OF_THE_OFFICE,
    access.TAKES_ALL_AWAY,
    access.NUMBERS_MASKED,
    access.WHOLE_STORE,
}
ADMINISTRATOR, ENTRY, VIEWER = "Đoàn kết 1948", "hoa phượng đỏ", "mùa thu tháng 8"
# What asks without writing into the register, or only about oneself.
HARMLESS = {
    "In thẻ, nhãn…",
    "Hiển thị…",
    "Từng chi bộ…",
    "Dự thảo, khẩn, hai mặt…",
    "Đổi mật khẩu của tôi…",
    "PasswordPage ↵",
    "Tìm người nơi khác…",
}


class Yes(Bystander):
    """Agrees to everything, so that whatever would write reaches the gate."""

    def confirm(self, parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
        return True

    def confirm_list(self, parent: QWidget | None, sentence: str, lines: Any, verb: str, lasting: bool = False) -> bool:
        return True


class Noting(Tour):
    """Remembers what was pressed last."""

    where = ""

    def _do(self, screen: Screen, where: str, gesture: Callable[[], object]) -> None:
        self.where = where
        super()._do(screen, where, gesture)


class Met:
    """What a user met on the walk: questions, refusals by what was pressed, what is grey for want of a right."""

    def __init__(self, window: Window) -> None:
        self.asked: set[str] = set()
        self.refused: set[str] = set()
        self.grey: set[str] = set()
        self.alive: set[str] = set()
        tour = Noting(window, self.visit)
        assert window.desk is not None
        window.desk.refused.connect(lambda said: self.refused.add(tour.where) if said in REFUSALS else None)
        self.seen = tour.walk()

    def visit(self, where: str, widget: QWidget) -> None:
        if isinstance(widget, QDialog):
            self.asked.add(where.split(" → ")[0].split(" · ")[-1])
        found = forbidden(widget)
        self.grey |= {caption for caption, _ in found}
        self.alive |= {f"{where}: {caption}" for caption, enabled in found if enabled}


def forbidden(inside: QWidget) -> list[tuple[str, bool]]:
    """What bears the reason of a missing right: its caption, and whether it could be used all the same."""
    parts = (inside, *inside.findChildren(QWidget))
    found = [(caption(part), part.isEnabled()) for part in parts if part.toolTip() in REFUSALS]
    lines = {line for part in parts for line in part.actions() if line.toolTip() in REFUSALS}
    return found + [(line.text().split("\t")[0], line.isEnabled()) for line in lines]


def caption(part: QWidget) -> str:
    return part.text() if isinstance(part, QPushButton) else type(part).__name__


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rights") / "so.sht"
    create_practice(path, 60).close()
    set_password(path, ADMINISTRATOR, new_code(), "Chị Lan", cost=CHEAP)
    held = opened(path, ADMINISTRATOR)
    users.add_user(held, "Anh Hùng", Role.ENTRY, ENTRY, CHEAP, ())
    users.add_user(held, "Bác Tư", Role.VIEWER, VIEWER, CHEAP, ())
    held.close()
    return path


@pytest.fixture
def window_of(office: Path, qtbot: QtBot) -> Iterator[Callable[[str], Window]]:
    """Opens the office with a password."""
    made: list[Window] = []

    def window(password: str) -> Window:
        made.append(Window())
        qtbot.addWidget(made[-1])
        made[-1].resize(1366, 728)
        made[-1].show()
        made[-1].take(opened(office, password))
        return made[-1]

    yield window
    for each in made:
        each.leave_store()


def test_who_only_looks_presses_nothing_that_is_refused_and_fills_in_no_form_in_vain(
    window_of: Callable[[str], Window], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = window_of(VIEWER)
    monkeypatch.setattr(ask, "answers", Yes(lambda where, widget: asked.add(where)))
    asked: set[str] = set()
    shut = Shut()
    QDesktopServices.setUrlHandler("file", shut, "open")  # type: ignore[arg-type]  # the stub wants bytes, Qt a name
    met = Met(window)
    QDesktopServices.unsetUrlHandler("file")
    pressed = {where for where in met.refused if not where.endswith("↵")}
    assert pressed == set()
    assert met.asked - HARMLESS == set()
    assert not [question for question in asked if question.startswith("?")]
    assert met.alive == set()
    some = {"Thêm đảng viên", "Sửa", "Xóa", "Ghi thiết lập", "Chốt danh sách triệu tập", "Sao lưu ngay…", "Bàn giao…"}
    assert some <= met.grey


@pytest.mark.parametrize(("password", "grey"), [(ADMINISTRATOR, False), (ENTRY, True)])
def test_the_administrator_finds_nothing_grey_by_right_and_data_entry_only_what_is_the_administrators(
    window_of: Callable[[str], Window], qtbot: QtBot, password: str, grey: bool
) -> None:
    window, found = window_of(password), set[str]()
    assert window.desk is not None
    for place in SCREENS:
        window.go_to(place.key)
        qtbot.wait(20)
        found |= {caption for caption, _ in forbidden(window)}
    own = {"Ghi thiết lập", "Phục hồi…", "Phục hồi bản đang chọn…", "Xóa bản sao lưu…"}
    assert (own <= found) is grey
    assert not found & {"Thêm đảng viên", "Sửa", "Xóa", "Sao lưu ngay…", "Bàn giao…", "Có mặt cho chỗ trống"}
    assert grey or not found
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def test_the_keys_of_a_grey_gesture_say_why(window_of: Callable[[str], Window], qtbot: QtBot) -> None:
    window = window_of(VIEWER)
    assert window.desk is not None
    for key, keys, why in (
        ("members", Qt.Key.Key_N, access.ONLY_LOOKS),
        ("backups", Qt.Key.Key_S, access.TAKES_ALL_AWAY),
        ("settings", Qt.Key.Key_S, access.NOT_ADMINISTRATOR),
    ):
        window.go_to(key)
        qtbot.wait(20)
        place = window.current()
        assert place is not None
        place.search_box.setFocus()
        with qtbot.waitSignal(window.desk.refused, timeout=2000) as told:
            QTest.keyClick(place.search_box, keys, Qt.KeyboardModifier.ControlModifier)
        assert told.args == [why]
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def test_the_keys_in_a_list_of_a_page_say_why_too(window_of: Callable[[str], Window], qtbot: QtBot) -> None:
    window = window_of(VIEWER)
    assert window.desk is not None
    window.desk.page_opened.emit(PersonPage(window.desk, 1))
    qtbot.wait(20)
    page = window.current()
    assert isinstance(page, PersonPage)
    page.tabs.setCurrentWidget(page.records)
    with qtbot.waitSignal(window.desk.refused, timeout=2000) as told:
        assert page.records.press("Delete")
    assert told.args == [access.ONLY_LOOKS]


def test_the_grid_of_who_only_looks_takes_no_mark_and_says_why(
    window_of: Callable[[str], Window], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "answers", None)  # no question is asked first
    window = window_of(VIEWER)
    assert window.desk is not None
    window.go_to("attendance")
    screen: Any = window.current()
    qtbot.waitUntil(lambda: screen.grid.marks.rowCount() > 0, timeout=10_000)
    before = window.desk.store.value("select count(*) from gesture")
    screen.grid.setCurrentIndex(screen.grid.marks.index(0, screen.grid.marks.columnCount() - 1))
    with qtbot.waitSignal(window.desk.refused, timeout=2000) as told:
        QTest.keyClick(screen.grid, Qt.Key.Key_2)
    assert told.args == [access.ONLY_LOOKS]
    assert window.desk.store.value("select count(*) from gesture") == before


@pytest.mark.parametrize("right", Right)
def test_the_administrator_may_all(office: Path, right: Right) -> None:
    store = opened(office, ADMINISTRATOR)
    assert access.why_not(store, right) == ""
    store.close()
