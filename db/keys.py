"""Texts turned into the keys rows are found and ordered by. Not for anything a person reads.

The order of letters and tones is that of the Vietnamese dictionary: letters of a syllable first, tone only breaks ties
(không dấu, huyền, hỏi, ngã, sắc, nặng); people are ordered by given name, family name, middle names.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import chain

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
MODIFIERS = {"\u0302", "\u0306", "\u031b"}
D_WITH_STROKE = str.maketrans({"Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d"})
LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
# Controls, zero-width and text-direction marks, and halves of surrogate pairs, which no file or database can hold.
SPANS = (
    *((0, 8), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0xFEFF, 0xFEFF)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xD800, 0xDFFF)),
)
INVISIBLE = dict.fromkeys(chain.from_iterable(range(first, last + 1) for first, last in SPANS))
ODD = re.compile("[ÐðƉɖ" + "".join(f"{chr(first)}-{chr(last)}" for first, last in SPANS) + "]")
WORD = re.compile(r"[^\W_]+")
RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(LETTERS)}


def tidy(text: str) -> str:
    """NFC, no invisible characters, look-alikes of đ mended, runs of any white space made one blank."""
    if not (text.isascii() and text.isprintable()) and (ODD.search(text) or not unicodedata.is_normalized("NFC", text)):
        text = unicodedata.normalize("NFC", text.translate(INVISIBLE)).translate(LOOK_ALIKES)
    return " ".join(text.split())


@lru_cache(maxsize=50_000)
def fold_syllable(syllable: str) -> str:
    """One syllable folded."""
    bare = unicodedata.normalize("NFD", syllable.translate(D_WITH_STROKE))
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold()


def fold(text: str) -> str:
    """Lower case without marks, đ as d: two spellings of one name that differ in tone place fold alike."""
    return " ".join(map(fold_syllable, tidy(text).split()))


@lru_cache(maxsize=50_000)
def same_words(text: str) -> str:
    """A key equal for texts that differ only in case, blanks, Unicode form and the place of the tone."""
    return " ".join(syllable_key(syllable) for syllable in tidy(text).split())


@lru_cache(maxsize=50_000)
def syllable_key(syllable: str) -> str:
    """Letters by dictionary rank, then `!` and the tone: comparing as bytes gives the dictionary's order."""
    letters: list[str] = []
    tone = "0"
    for char in unicodedata.normalize("NFD", syllable.lower()):
        if char in TONES:
            tone = TONES[char]
        elif char in MODIFIERS and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + char)
        else:
            letters.append(char)
    return "".join(RANK.get(letter, "~" + letter) for letter in letters) + "!" + tone


def text_key(text: str) -> str:
    """Order of names of organizations and titles: syllable by syllable, numbers by value ("2", "10", "10A")."""
    return " ".join(map(word_key, tidy(text).split()))


def word_key(word: str) -> str:
    """One word of a title: a number it begins with by its value, the rest as a syllable."""
    rest = word.lstrip("0123456789")
    number = word[: len(word) - len(rest)]
    return (number.zfill(8) if number else "") + (syllable_key(rest) if rest else "")


def person_key(full_name: str) -> str:
    """Order of people: given name (last syllable), family name (first), middle names. Empty for an empty name."""
    parts = [syllable_key(part) for part in tidy(full_name).split()]
    if not parts:
        return ""
    return " ".join([parts[-1], parts[0], *parts[1:-1]])


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, as the index of words takes them."""
    return WORD.findall(tidy(text))


@lru_cache(maxsize=50_000)
def spoken(word: str) -> tuple[str, str]:
    """Letters in lower case with their own marks (ă, â, đ …), and the tone as a digit (0 = none) wherever it stood."""
    letters: list[str] = []
    tone = "0"
    for char in unicodedata.normalize("NFD", word.casefold()):
        if char in TONES:
            tone = TONES[char]
        elif not unicodedata.combining(char):
            letters.append(char)
        elif letters and (marked := unicodedata.normalize("NFC", letters[-1] + char)) in LETTERS:
            letters[-1] = marked
    return "".join(letters), tone


def search_key(text: str) -> str:
    """The words of a text as patterns find them: " 3nguyên 0văn 0an ", the tone before the letters."""
    return " " + "".join(tone + letters + " " for letters, tone in map(spoken, words(text)))
