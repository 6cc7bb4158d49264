"""The rule by which typed words find names, as patterns over the key `db.keys.search_key` writes. No store is asked.

A letter typed without its mark stands for the letter with any mark (d for đ too), a word without a tone for any tone;
what is typed with a mark or tone must agree. The words stand for whole syllables in a row. Looser patterns follow, each
below those before it: the last word still being typed, accents ignored altogether, initials, any order, parts of words.
"""

from dataclasses import dataclass
from functools import lru_cache

from db.keys import fold, search_key, spoken, words
from desktop_app.domain.names import bare_cell_name

ANY_MARK = {"a": "[aăâ]", "d": "[dđ]", "e": "[eê]", "o": "[oôơ]", "u": "[uư]"}
ANY_TONE = "?"
Tier = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a text asks for. `exact` and `wider` are tiers, best first; a name is in a tier when all its patterns fit.

    `net` are those of all the tiers that between them hold every name any of them holds.
    `whole` and `begun` are the folded words as the index of words is asked; `digits` the text when it is a number.
    """

    digits: str = ""
    exact: tuple[Tier, ...] = ()
    wider: tuple[Tier, ...] = ()
    net: tuple[Tier, ...] = ()
    whole: str = ""
    begun: str = ""


def sought(text: str) -> Sought:
    """What a typed text asks for; nothing when no letter or digit is in it."""
    digits, typed = "".join(text.split()), words(text)
    if digits.isascii() and digits.isdigit():
        return Sought(digits=digits)
    if not typed:
        return Sought()
    bare = words(fold(text))
    row, loose = " ".join(map(syllable, typed)), [letters(word) for word in bare]
    initials: list[Tier] = []
    if len(bare) == 1 and len(bare[0]) > 1:
        initials = [("* " + " ".join(f"?{letter}*" for letter in letters_of(bare[0])),)]
    parts: Tier = tuple(f"*{each}*" for each in loose)
    return Sought(
        exact=((f"* {row} *",), (f"* {row}*",)),
        wider=(
            ("* " + " ".join(ANY_TONE + each for each in loose) + "*",),
            *initials,
            tuple(f"* {ANY_TONE}{each}*" for each in loose),
            parts,
        ),
        net=(parts, *initials),
        whole=f'"{" ".join(bare)}"',
        begun=f'"{" ".join(bare)}" *',
    )


def syllable(word: str) -> str:
    """The pattern of a typed word: its tone if it has one, its letters."""
    typed, tone = spoken(word)
    return (ANY_TONE if tone == "0" else tone) + letters(typed)


def letters(typed: str) -> str:
    """The pattern of typed letters."""
    return "".join(letters_of(typed))


def letters_of(typed: str) -> list[str]:
    """The pattern of each typed letter."""
    return [ANY_MARK.get(letter, letter) for letter in typed]


def beginning(text: str) -> str:
    """The pattern of names of cells that begin with the whole words of a text by the same rule; "" when it has none."""
    row = " ".join(map(syllable, words(bare_cell_name(text))))
    return row and f" {row} *"


@lru_cache(maxsize=4096)
def cell_search_key(name: str) -> str:
    """The name of a cell as patterns find it, a leading "Chi bộ" left out."""
    return search_key(bare_cell_name(name))
