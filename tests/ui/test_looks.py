"""The looks the clerk chose: kept on the machine, worn at once, and legible in both palettes."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.ui import style, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.looks import SIZES, Looks, Theme, choose, looks
from desktop_app.ui.screens.settings import SettingsScreen
from tests.ui.hands import dialog, named, pressed

LEGIBLE = 4.5
WRITTEN = {
    "text": ("surface", "ground", "selection", "marked", "hover"),
    "muted": ("surface", "ground", "selection", "hover"),
    "accent_text": ("surface", "ground", "selection"),
    "on_accent": ("accent", "accent_hover", "accent_pressed"),
    "good": ("surface", "ground", "selection"),
    "bad": ("surface", "ground", "selection"),
    "warn": ("surface", "ground", "selection"),
}


@pytest.fixture(autouse=True)
def dressed_again(qapp: QApplication) -> Iterator[None]:
    """The usual looks after a test that changed them."""
    yield
    choose(Looks())
    style.dress(qapp)


def luminance(name: str) -> float:
    """Of a colour, as WCAG 2 reckons it."""
    shares = (QColor(name).redF(), QColor(name).greenF(), QColor(name).blueF())
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ink", WRITTEN)
def test_words_are_legible_on_every_ground_they_stand_on(palette: dict[str, str], ink: str) -> None:
    poor = {on: contrast(palette[ink], palette[on]) for on in WRITTEN[ink]}
    assert {on: ratio for on, ratio in poor.items() if ratio < LEGIBLE} == {}


def test_what_was_never_chosen_is_as_usual() -> None:
    assert looks() == Looks(theme=Theme.SYSTEM, size=100)


@pytest.mark.parametrize("size", SIZES)
def test_the_looks_chosen_are_there_at_the_next_start(size: int) -> None:
    choose(Looks(theme=Theme.DARK, size=size))
    assert looks() == Looks(theme=Theme.DARK, size=size)


def test_headings_grow_with_the_words() -> None:
    assert "font-size: 21pt" in style.sheet(style.LIGHT, 150)


def test_the_clerk_turns_the_window_dark_and_the_words_large(desk: Desk, qtbot: QtBot, qapp: QApplication) -> None:
    screen = SettingsScreen(desk)
    qtbot.addWidget(screen)
    screen.show()
    pressed(screen, "Hiển thị…")
    box = dialog(screen)
    named(box, QComboBox, "Nền").setCurrentIndex(2)
    named(box, QComboBox, "Cỡ chữ").setCurrentIndex(4)
    pressed(box, words.SAVE)
    assert qapp.font().pointSizeF() == 15
    assert qapp.palette().window().color().name() == style.DARK["ground"]
