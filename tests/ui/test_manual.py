"""The manual in the window: reached from F1, leafed through by chapter, searched, saved; and what is new, told once."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QListWidget, QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.ui import manual
from desktop_app.ui.manual_pages import contents
from desktop_app.ui.pages_pane import PagesPane
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.manual_page import ManualPage, drawn
from desktop_app.ui.screens.news_page import READ, NewsPage, unread
from desktop_app.ui.settings import remember
from desktop_app.ui.window import Window
from tests.ui.conftest import Answers
from tests.ui.hands import named, pressed, shown


@pytest.fixture
def page(window: Window) -> ManualPage:
    """As the clerk gets there: F1, then the button."""
    window.show_help()
    help_page = window.current()
    assert help_page is not None
    pressed(help_page, "Sách hướng dẫn")
    found = window.current()
    assert isinstance(found, ManualPage)
    return found


def pages(page: ManualPage) -> PagesPane:
    found = page.findChild(PagesPane)
    assert isinstance(found, PagesPane)
    return found


def test_every_place_of_the_window_is_told_of_in_the_manual() -> None:
    told = "\n".join(manual.chapters())
    assert [place.key for place in SCREENS if f"{{{{help:{place.key}}}}}" not in told] == []


def test_nothing_is_left_to_be_put_into_a_chapter() -> None:
    assert [text for text in map(manual.filled, manual.chapters()) if "{{" in text] == []


def test_the_keys_of_every_screen_stand_in_the_manual() -> None:
    told = "\n".join(map(manual.filled, manual.chapters()))
    assert "**Ctrl+Shift+B** bảng điểm cầu" in told


@pytest.mark.parametrize(
    "subject",
    ["gỡ chương trình", "Cập nhật", "mã khôi phục", "vai trò", "bàn giao", "sổ hỏng", "phục hồi", "mở lần đầu"],
)
def test_the_manual_tells_of(subject: str) -> None:
    told = "\n".join(map(manual.filled, manual.chapters()))
    assert re.search(subject, told, re.IGNORECASE)


def test_the_contents_name_chapters_and_pages() -> None:
    assert "| Cài đặt | 2 |" in contents(["Cài đặt"], [2])


def test_the_manual_drawn_without_pictures_has_every_chapter_in_order(window: Window) -> None:
    titles, starts = zip(*drawn().chapters, strict=True)
    assert titles[1:] == tuple(manual.headings(manual.chapters()))
    assert starts[0] == 1 and list(starts) == sorted(set(starts))


def test_a_chapter_chosen_is_turned_to(page: ManualPage) -> None:
    named(page, QListWidget, "Các phần của sách").setCurrentRow(3)
    assert pages(page).view.page() == drawn().chapters[3][1] - 1


def test_words_are_found_in_the_manual(page: ManualPage, qtbot: QtBot) -> None:
    page.search_box.setText("điểm cầu")
    qtbot.waitUntil(lambda: pages(page).view.hit_count() > 3)
    page.entered("điểm cầu")
    assert "chỗ 1/" in shown(page)


def test_the_manual_is_saved_as_a_file(page: ManualPage, answers: Answers, tmp_path: Path) -> None:
    answers.coming.append(tmp_path / "sach.pdf")
    pressed(page, "Lưu PDF…")
    assert (tmp_path / "sach.pdf").read_bytes().startswith(b"%PDF")


def test_what_is_new_is_a_page_of_the_help(window: Window) -> None:
    window.show_help()
    help_page = window.current()
    assert help_page is not None
    pressed(help_page, "Có gì mới")
    page = window.current()
    assert isinstance(page, NewsPage)
    text = page.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser) and __version__ in text.toPlainText()


def test_a_first_start_has_no_news() -> None:
    assert not unread()


def test_news_are_told_once_after_an_update() -> None:
    remember(READ, "0.0.9")
    assert [unread(), unread()] == [True, False]


def test_words_are_found_in_the_help(window: Window) -> None:
    window.show_help()
    page = window.current()
    assert page is not None
    text = page.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    page.search_box.setText("khóa cửa sổ")
    assert text.textCursor().selectedText().lower() == "khóa cửa sổ"
