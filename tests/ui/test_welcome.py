"""The page of stores: which store opens by itself, which button is the red one, and that Enter presses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.services.store import create_office
from desktop_app.ui.ground import Ground
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window
from tests.conftest import OFFICE
from tests.ui.hands import named, pressed


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


def test_the_office_opens_again_after_practice(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path
) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(store_path)
    opening.open(tmp_path / "t.sht")
    window.leave_store()
    opening.begin()
    assert window.desk is not None and window.desk.store.path == store_path.resolve()


def test_practice_opens_again_where_there_is_nothing_else(window: Window, opening: Opening, tmp_path: Path) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(tmp_path / "t.sht")
    window.leave_store()
    opening.begin()
    assert window.windowTitle().startswith("THỰC HÀNH")


def test_the_page_of_stores_wears_no_frame_of_practice(window: Window, opening: Opening, tmp_path: Path) -> None:
    create_office(tmp_path / "t.sht", OFFICE, practice_today="2021-04-05").close()
    opening.begin(tmp_path / "t.sht")
    assert framed(window)
    opening.choose()
    assert not framed(window) and not window.windowTitle().startswith("THỰC HÀNH")
    pressed(window, "Ở lại sổ đang mở")
    assert framed(window) and window.windowTitle().startswith("THỰC HÀNH")


def framed(window: Window) -> bool:
    return any(each.objectName() == "practice" and each.isVisible() for each in window.findChildren(Ground))


def red(window: Window) -> str:
    """The caption of the one red button, which has the keyboard."""
    (found,) = [each for each in window.findChildren(QPushButton) if each.objectName() == "main" and each.isVisible()]
    window.activateWindow()
    QApplication.processEvents()
    assert found.hasFocus()
    return found.text()


def test_enter_on_the_first_page_founds_an_office(window: Window, opening: Opening) -> None:
    opening.begin()
    assert red(window) == "Lập văn phòng mới"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert named(window, QLineEdit, "Tên đảng ủy").isVisible()


def test_the_red_button_stays_with_the_open_store(window: Window, opening: Opening, store_path: Path) -> None:
    opening.begin(store_path)
    opening.choose()
    assert red(window) == "Ở lại sổ đang mở"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert window.current() is not None


def test_the_red_button_leads_home_where_no_store_is_open(
    window: Window, opening: Opening, store_path: Path, tmp_path: Path
) -> None:
    opening.begin(store_path)
    window.leave_store()
    opening.welcome("Chưa mở được.")
    assert red(window) == "Về sổ của văn phòng"
