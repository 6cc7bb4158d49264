"""The files that come with the program: fonts that hold every Vietnamese letter, icons that draw."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QImageReader
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfbase.ttfonts import TTFont

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FACES = sorted((RESOURCES / "fonts").glob("*.ttf"))
ICONS = sorted((RESOURCES / "icons").glob("*.svg"))
VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LOWER = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} - set("aeiouy") | {"đ"}


def test_vietnamese_has_134_marked_letters() -> None:
    assert len(LOWER | {letter.upper() for letter in LOWER}) == 134


def test_the_four_faces_and_their_licence_are_here() -> None:
    faces = ["Bold", "BoldItalic", "Italic", "Regular"]
    assert [path.stem for path in FACES] == [f"LiberationSerif-{face}" for face in faces]
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_a_face_draws_every_vietnamese_letter(path: Path) -> None:
    glyphs = TTFont(path.stem, str(path)).face.charToGlyph
    wanted = LOWER | {letter.upper() for letter in LOWER} | set("“”‘’–—…•№°×½ ABCXYZabcxyz0123456789.,;:()/%+-")
    assert [letter for letter in sorted(wanted) if not glyphs.get(ord(letter))] == []


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_draws_without_asking_for_a_colour(path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()
    assert "currentColor" not in path.read_text(encoding="utf-8")


def test_the_program_icon_has_the_small_and_the_large_size() -> None:
    reader = QImageReader(str(RESOURCES / "icons" / "app.ico"))
    sizes = {(reader.jumpToImage(number), reader.read().width())[1] for number in range(reader.imageCount())}
    assert {16, 24, 32, 48, 256} <= sizes
