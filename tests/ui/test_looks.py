"""The looks the clerk chose: kept on the machine, worn at once, and legible in both palettes."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from desktop_app.ui import style, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.looks import SIZES, Looks, Theme, choose, looks
from desktop_app.ui.parts import button
from desktop_app.ui.password_field import password_line
from desktop_app.ui.screens.settings import SettingsScreen
from desktop_app.ui.table import fitted
from desktop_app.ui.table_model import Column
from tests.ui.hands import dialog, named, pressed

LEGIBLE, SEEN = 4.5, 3.0
"""Of words; of the edges of fields and of pictures (WCAG 2.1, 1.4.3 and 1.4.11)."""
WRITTEN = {
    "text": ("surface", "ground", "selection", "marked", "hover", "raised"),
    "muted": ("surface", "ground", "selection", "hover", "raised"),
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


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
@pytest.mark.parametrize("drawn", ["edge", "picture"])
def test_edges_of_fields_and_pictures_are_seen(palette: dict[str, str], drawn: str) -> None:
    assert [on for on in ("surface", "ground") if contrast(palette[drawn], palette[on]) < SEEN] == []


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_words_of_what_cannot_be_pressed_now_are_legible_too(palette: dict[str, str]) -> None:
    dressed, off = style.palette(palette), QPalette.ColorGroup.Disabled
    for ink, ground in (("WindowText", "Window"), ("Text", "Base"), ("ButtonText", "Button")):
        pair = [dressed.color(off, QPalette.ColorRole[role]).name() for role in (ink, ground)]
        assert contrast(*pair) >= LEGIBLE


@pytest.mark.parametrize("palette", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_every_rule_of_the_sheet_writes_legibly_on_its_ground(palette: dict[str, str]) -> None:
    sheet = style.sheet(palette, 100)
    pairs = re.findall(r"background: (#\w+);[^}]*?[; ]color: (#\w+);", sheet)
    assert len(pairs) >= 5
    assert [pair for pair in pairs if contrast(*pair) < LEGIBLE] == []


def test_dates_stay_whole_with_large_words(qtbot: QtBot) -> None:
    columns = [
        Column(key="on", title="Ngày", value=str, width=96),
        Column(key="name", title="Tên", value=str, least=96),
    ]
    choose(Looks(size=150))
    assert fitted(columns, 250) == [144, 106]


def test_the_eye_shows_the_password_and_not_the_sign_of_searching(qapp: QApplication, qtbot: QtBot) -> None:
    line = password_line()
    qtbot.addWidget(line)
    (look,) = line.actions()
    drawn = look.icon().pixmap(32, 32).toImage()
    assert drawn == style.icon("eye").pixmap(32, 32).toImage() != style.icon("search").pixmap(32, 32).toImage()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_pictures_have_a_dot_for_each_of_the_screen(qapp: QApplication, ratio: float) -> None:
    assert style.icon("members").pixmap(QSize(20, 20), ratio).width() == 20 * ratio


def test_a_link_begins_where_the_text_above_it_begins(qtbot: QtBot, qapp: QApplication) -> None:
    style.dress(qapp)
    link = button("Tân Thọ 2", lambda: None, "link")
    qtbot.addWidget(link)
    link.ensurePolished()
    assert link.sizeHint().width() - link.fontMetrics().horizontalAdvance(link.text()) <= 4


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
