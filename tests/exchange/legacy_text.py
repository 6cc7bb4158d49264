"""Unicode text put into the two old encodings, the way the tables of domain.legacy take it back."""

import re
from itertools import chain

from desktop_app.domain.legacy import TCVN3, VNI

TO_TCVN3 = {letter: code for code, letter in TCVN3.items()}
TO_VNI = {letter: code for code, letter in reversed(VNI.items()) if code[1:] == code[1:].lower() or code.isupper()}


def tcvn3(text: str) -> str:
    """As typed in .VnTime; a capital with a tone, which has no code, becomes a small letter."""
    return "".join(TO_TCVN3.get(char) or TO_TCVN3.get(char.lower(), char) for char in text)


def tcvn3_capitals(text: str) -> str:
    """As typed in .VnTimeH, whose small letters look like capitals."""
    return tcvn3(text.lower())


def vni(text: str) -> str:
    """As typed in VNI-Times."""
    return "".join(TO_VNI.get(char, char) for char in text)


def letters_of(table: dict[str, str]) -> str:
    return "".join(sorted(set(chain.from_iterable(table.values()))))


def plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
