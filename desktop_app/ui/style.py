"""How the window looks: one palette for light, one for dark, the sheet and the icons filled with them. No widgets."""

import re
import sys
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QImageReader,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resource
from desktop_app.ui.looks import USUAL, Theme, looks

GRID, GAP, MARGIN, ROW = 4, 8, 16, 30
ICON_INK = "#5f6368"
ICON_SIZES = (16, 20, 24, 32, 40, 64, 80)

SCHEMES = {
    Theme.SYSTEM: Qt.ColorScheme.Unknown,
    Theme.LIGHT: Qt.ColorScheme.Light,
    Theme.DARK: Qt.ColorScheme.Dark,
}
LIGHT = {
    "text": "#1f1f1f",
    "muted": "#5f6368",
    "surface": "#ffffff",
    "ground": "#f5f5f5",
    "line": "#d4d6da",
    "faint": "#ececee",
    "edge": "#868a90",
    "raised": "#f5f5f5",
    "picture": "#5f6368",
    "selection": "#e1e3e6",
    "marked": "#c3c8d0",
    "hover": "#f0f1f3",
    "accent": "#B3261E",
    "accent_text": "#8c1d18",
    "accent_hover": "#9c2019",
    "accent_pressed": "#851b15",
    "on_accent": "#ffffff",
    "good": "#1b6e3c",
    "bad": "#a14200",
    "warn": "#7a5600",
}
DARK = {
    "text": "#e8e6e9",
    "muted": "#b4b7bc",
    "surface": "#1f1f21",
    "ground": "#18181a",
    "line": "#47494d",
    "faint": "#2c2d30",
    "edge": "#7d8187",
    "raised": "#2f3135",
    "picture": "#e8e6e9",
    "selection": "#3a3d42",
    "marked": "#565b63",
    "hover": "#2a2b2e",
    "accent": "#F2B8B5",
    "accent_text": "#F2B8B5",
    "accent_hover": "#f6cbc9",
    "accent_pressed": "#f9dedc",
    "on_accent": "#601410",
    "good": "#81c995",
    "bad": "#ffb68a",
    "warn": "#f0c36d",
}


class Tone(StrEnum):
    """What a status means at a glance; always beside its word and an icon, never colour alone."""

    GOOD = "good"
    BAD = "bad"
    WARN = "warn"
    QUIET = "muted"


# Strokes inside a circle, in tenths of the icon: a tick, a cross, an exclamation bar, a dash.
STROKES: dict[Tone, tuple[tuple[int, int, int, int], ...]] = {
    Tone.GOOD: ((3, 5, 4, 7), (4, 7, 7, 3)),
    Tone.BAD: ((3, 3, 7, 7), (3, 7, 7, 3)),
    Tone.WARN: ((5, 2, 5, 6), (5, 8, 5, 8)),
    Tone.QUIET: ((3, 5, 7, 5),),
}


def colours() -> dict[str, str]:
    """The names of the sheet and their colours, for the theme chosen or the system's present scheme."""
    theme = looks().theme
    if theme is Theme.SYSTEM:
        return DARK if QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme is Theme.DARK else LIGHT


def apply(application: QApplication) -> None:
    """Dress the whole program, now and whenever the system turns light or dark."""
    if sys.platform != "win32":
        application.setStyle("Fusion")
    dress(application)
    application.styleHints().colorSchemeChanged.connect(lambda: dress(application))


def dress(application: QApplication) -> None:
    """Put on the looks chosen; the frames and boxes the system draws follow the same scheme."""
    named, chosen = colours(), looks()
    wanted = SCHEMES[chosen.theme]
    if application.styleHints().colorScheme() != wanted or chosen.theme is Theme.SYSTEM:
        application.styleHints().setColorScheme(wanted)
    application.setFont(text_font(chosen.size))
    application.setPalette(palette(named))
    application.setStyleSheet(sheet(named, chosen.size))


def sheet(named: Mapping[str, str], size: int) -> str:
    """The sheet with its colours and with letters of so many percent of the usual size."""
    text = resource("style.qss").read_text(encoding="utf-8")
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(f"@{name}", named[name])
    return re.sub(r"(\d+)pt", lambda found: f"{int(found[1]) * size / 100:g}pt", text)


def text_font(size: int = USUAL) -> QFont:
    """Segoe UI or Noto Sans, 10 pt or so many percent of it, with figures of equal width."""
    family = "Segoe UI" if sys.platform == "win32" else "Noto Sans"
    font = QFont(family if QFontDatabase.hasFamily(family) else QApplication.font().family())
    font.setPointSizeF(size / 10)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def palette(named: dict[str, str]) -> QPalette:
    roles = QPalette.ColorRole
    drawn = {
        roles.Window: "ground",
        roles.Base: "surface",
        roles.AlternateBase: "hover",
        roles.Button: "raised",
        roles.WindowText: "text",
        roles.Text: "text",
        roles.ButtonText: "text",
        roles.PlaceholderText: "muted",
        roles.Highlight: "selection",
        roles.HighlightedText: "text",
        roles.ToolTipBase: "surface",
        roles.ToolTipText: "text",
        roles.Link: "text",
        roles.Accent: "accent",
        roles.Mid: "line",
    }
    dressed = QPalette(QColor(named["ground"]))
    for role, name in drawn.items():
        dressed.setColor(role, QColor(named[name]))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        dressed.setColor(QPalette.ColorGroup.Disabled, role, QColor(named["muted"]))
    return dressed


def scaled(pixels: int) -> int:
    """A width for words, by the size of the letters chosen."""
    return pixels * looks().size // USUAL


def icon(name: str) -> QIcon:
    """A picture of resources/icons in the present ink; an empty icon where there is none."""
    return drawn_icon(name, colours()["picture"])


@lru_cache
def drawn_icon(name: str, ink: str) -> QIcon:
    path = resource("icons", f"{name}.svg")
    made = QIcon()
    if name and path.is_file():
        drawing = path.read_bytes().replace(ICON_INK.encode(), ink.encode())
        for size in ICON_SIZES:
            made.addPixmap(drawn_pixmap(drawing, size))
    return made


def drawn_pixmap(drawing: bytes, size: int) -> QPixmap:
    buffer = QBuffer()
    buffer.setData(QByteArray(drawing))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())


@lru_cache
def tone_icon(tone: Tone, ink: str, ground: str) -> QIcon:
    """A small round sign for a status: tick, cross, bang or dash in the tone's colour."""
    size = 32
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ink))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(2, 2, size - 4, size - 4)
    painter.setPen(QPen(QColor(ground), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x1, y1, x2, y2 in STROKES[tone]:
        painter.drawLine(x1 * size // 10, y1 * size // 10, x2 * size // 10, y2 * size // 10)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)
    return made


def sign(tone: Tone) -> QIcon:
    """The sign of a tone in the present colours."""
    named = colours()
    return tone_icon(tone, named[tone], named["surface"])
