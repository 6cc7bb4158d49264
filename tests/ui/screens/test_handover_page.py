"""The page of a handover: the steps in order, and the folder it writes."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.window import Window
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown, typed


def test_the_steps_stand_on_the_page(window: Window) -> None:
    window.go_to("backups")
    pressed(window, "Bàn giao…")
    assert "1. Đóng chương trình trên máy cũ" in shown(window)


def test_the_folder_is_written_and_told(window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    window.go_to("backups")
    pressed(window, "Bàn giao…")
    answers.coming.append(tmp_path / "ra")
    pressed(window, "Ghi bộ bàn giao…")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    (folder,) = (tmp_path / "ra").iterdir()
    assert f"Đã ghi bộ bàn giao vào {folder}." in shown(window)


def test_a_clerk_who_leaves_writes_nothing(window: Window, answers: Answers) -> None:
    window.go_to("backups")
    pressed(window, "Bàn giao…")
    answers.coming.append(None)
    pressed(window, "Ghi bộ bàn giao…")
    assert not window.background.busy


def test_the_names_typed_stand_in_the_minutes(window: Window, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    window.go_to("backups")
    pressed(window, "Bàn giao…")
    typed(named(window, QLineEdit, "Bên giao"), "Nguyễn Thị Hồng")
    typed(named(window, QLineEdit, "Chức vụ bên giao"), "Chánh Văn phòng")
    answers.coming.append(tmp_path / "ra")
    pressed(window, "Ghi bộ bàn giao…")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)
    (minutes,) = (tmp_path / "ra").glob("*/*.pdf")
    (page,) = PdfReader(minutes).pages
    text = page.extract_text()
    assert "Bên giao: Nguyễn Thị Hồng, Chánh Văn phòng" in text and "Bên nhận: ..." in text and "BÊN NHẬN" in text
