"""The first minute: founding an office, a store that is there, one that is open elsewhere, one that is broken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.paths import default_store
from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import create_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed


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
    superior.editingFinished.emit()
    assert "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ\n*" in shown(window)
    pressed(window, "Lập văn phòng")
    assert window.windowTitle().startswith("Đảng ủy phường Đông Thọ")
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
    office = OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa")
    create_office(tmp_path / "t.sht", office, practice_today="2021-04-05").close()
    opening.begin(tmp_path / "t.sht")
    assert window.windowTitle().startswith("THỰC HÀNH – ")
    assert "THỰC HÀNH" in shown(window).splitlines()
    assert "Hôm nay trong sổ: 05/04/2021" in shown(window)
