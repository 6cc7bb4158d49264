"""The four faces a document is set in, how wide their letters are, and which letters they lack.

Times New Roman of the machine where it is there and complete; otherwise Liberation Serif, of the same widths, which
comes with the program. Not a list of sizes and styles: those are in `layout`.
"""

import os
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import resource

BOLD, ITALIC = 1, 2

TIMES = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
LIBERATION = tuple(f"LiberationSerif-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic"))
LETTERS = unicodedata.normalize(
    "NFC",
    "".join(letter + tone for letter in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in "\u0300\u0301\u0303\u0309\u0323")
    + "ăâêôơưđĂÂÊÔƠƯĐ",
)
"""The 134 marked letters of Vietnamese."""


class Widths(dict[str, float]):
    """Width of every character the face can draw, in thousandths of its size; asking for another refuses the print."""

    def __missing__(self, char: str) -> float:
        shown = f" “{char}”" if char.isprintable() and not unicodedata.combining(char) else ""
        raise Refusal(
            f"Phông chữ không in được ký tự{shown} (U+{ord(char):04X}); hãy xóa hoặc thay ký tự đó rồi in lại."
        )


@dataclass(frozen=True, slots=True)
class Face:
    name: str
    widths: Widths

    def width(self, text: str, size: float) -> float:
        """Points. Raises Refusal for a character the face lacks."""
        return sum(map(self.widths.__getitem__, text)) * size / 1000


@dataclass(frozen=True, slots=True)
class Faces:
    """`faces[BOLD | ITALIC]`, the family as a reader knows it."""

    family: str
    faces: tuple[Face, ...]

    def __getitem__(self, style: int) -> Face:
        return self.faces[style]


def composed(text: str) -> str:
    """One code point for each letter with its marks, or the marks would be drawn beside their letters.

    A tab becomes a space, and lines end in one way.
    """
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\t", " ")


def installed_faces() -> Faces:
    """The best family at hand."""
    return _load(os.environ.get("WINDIR", ""))


@lru_cache(maxsize=2)
def _load(windows: str) -> Faces:
    times = _family("Times New Roman", [Path(windows, "Fonts", name) for name in TIMES]) if windows else None
    shipped = times or _family("Liberation Serif", [resource("fonts", name) for name in LIBERATION])
    if shipped is None:
        raise FileNotFoundError(resource("fonts"))
    return shipped


def _family(family: str, files: list[Path]) -> Faces | None:
    if not all(file.is_file() for file in files):
        return None
    try:
        fonts = [
            TTFont(f"{family} {style}", str(file), asciiReadable=False, shapable=False)
            for style, file in enumerate(files)
        ]
    except TTFError:
        return None
    if not all(ord(letter) in font.face.charToGlyph for font in fonts for letter in LETTERS):
        return None
    for font in fonts:
        pdfmetrics.registerFont(font)
    return Faces(family, tuple(Face(font.fontName, _widths(font)) for font in fonts))


def _widths(font: TTFont) -> Widths:
    drawn = (code for code in font.face.charToGlyph if not unicodedata.combining(chr(code)) and code >= 32)
    return Widths((chr(code), font.stringWidth(chr(code), 1000)) for code in drawn)
