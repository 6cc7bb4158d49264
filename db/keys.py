"""Texts turned into the keys rows are found and ordered by. Not for anything a person reads.

The order of letters and tones is that of the Vietnamese dictionary: letters of a syllable first, tone only breaks ties
(không dấu, huyền, hỏi, ngã, sắc, nặng); people are ordered by given name, family name, middle names.
"""

import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}
MODIFIERS = {"\u0302", "\u0306", "\u031b"}
D_WITH_STROKE = str.maketrans({"Đ": "D", "đ": "d", "Ð": "D", "ð": "d", "Ɖ": "D", "ɖ": "d"})
LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
RANK = {letter: chr(ord("A") + place) for place, letter in enumerate(LETTERS)}


def tidy(text: str) -> str:
    """NFC, no invisible characters, look-alikes of đ mended, runs of any white space made one blank."""
    if not text.isascii():
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
    """Order of names of organizations and titles: syllable by syllable, numbers by value."""
    return " ".join(
        syllable.zfill(8) if syllable.isdigit() else syllable_key(syllable) for syllable in tidy(text).split()
    )


def person_key(full_name: str) -> str:
    """Order of people: given name (last syllable), family name (first), middle names. Empty for an empty name."""
    parts = [syllable_key(part) for part in tidy(full_name).split()]
    if not parts:
        return ""
    return " ".join([parts[-1], parts[0], *parts[1:-1]])
