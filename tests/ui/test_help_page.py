"""F1: what the manual says about the place one is at, and the keys."""

import pytest
from PySide6.QtWidgets import QTextBrowser

from desktop_app.paths import resource
from desktop_app.ui.screens import SCREENS, Place
from desktop_app.ui.window import Window


def read(window: Window) -> str:
    page = window.current()
    assert page is not None
    text = page.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    return text.toPlainText()


def test_help_begins_with_the_place_one_is_at(window: Window) -> None:
    window.go_to("attendance")
    window.show_help()
    assert read(window).startswith("Điểm danh\n")
    assert "Hoàn tác" in read(window)


@pytest.mark.parametrize("place", SCREENS, ids=lambda place: place.key)
def test_every_place_is_in_the_manual(place: Place) -> None:
    assert len(resource("help", f"{place.key}.md").read_text(encoding="utf-8")) > 100
