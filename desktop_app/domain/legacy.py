"""Text of the two old Vietnamese encodings, TCVN3 (ABC) and VNI, as Unicode. Not which text is in one: see encodings.

Both come as the Latin-1 characters of their bytes. TCVN 5712:1993 has no code for a capital with a tone: its capitals
are small letters in a font whose name ends in H, or are told by the plain letters beside them.
"""

import re
from enum import StrEnum

from desktop_app.domain.syllables import is_syllable


class Encoding(StrEnum):
    TCVN3 = "tcvn3"
    VNI = "vni"


ENCODING_NAMES = {Encoding.TCVN3: "TCVN3 (ABC)", Encoding.VNI: "VNI"}

_TCVN3_CODES = (
    "à=B5 ả=B6 ã=B7 á=B8 ạ=B9 ă=A8 ằ=BB ẳ=BC ẵ=BD ắ=BE ặ=C6 â=A9 ầ=C7 ẩ=C8 ẫ=C9 ấ=CA ậ=CB đ=AE "
    "è=CC ẻ=CE ẽ=CF é=D0 ẹ=D1 ê=AA ề=D2 ể=D3 ễ=D4 ế=D5 ệ=D6 ì=D7 ỉ=D8 ĩ=DC í=DD ị=DE "
    "ò=DF ỏ=E1 õ=E2 ó=E3 ọ=E4 ô=AB ồ=E5 ổ=E6 ỗ=E7 ố=E8 ộ=E9 ơ=AC ờ=EA ở=EB ỡ=EC ớ=ED ợ=EE "
    "ù=EF ủ=F1 ũ=F2 ú=F3 ụ=F4 ư=AD ừ=F5 ử=F6 ữ=F7 ứ=F8 ự=F9 ỳ=FA ỷ=FB ỹ=FC ý=FD ỵ=FE "
    "Ă=A1 Â=A2 Ê=A3 Ô=A4 Ơ=A5 Ư=A6 Đ=A7"
)
TCVN3 = {chr(int(code, 16)): letter for letter, code in (pair.split("=") for pair in _TCVN3_CODES.split())}
"""Character of the byte → letter."""
_WITHOUT_CAPITAL = frozenset(letter for letter in TCVN3.values() if letter.upper() not in TCVN3.values())
SOFT_HYPHEN = "\u00ad"
_TCVN3_ALL = str.maketrans({**TCVN3, "\u03bc": "à"})

_VNI_PAIRS = (
    ("aeo", "âàáåãä", "âầấẩẫậ" "êềếểễệ" "ôồốổỗộ"),
    ("a", "êèéúüë", "ăằắẳẵặ"),
    ("aeouyôö", "øùûõï", "àáảãạ" "èéẻẽẹ" "òóỏõọ" "ùúủũụ" "ỳýỷỹỵ" "ờớởỡợ" "ừứửữự"),
)  # fmt: skip
_VNI_SINGLES = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    """One or two characters → letter; a capital is told by the first, whatever the case of the second."""
    small = dict(_VNI_SINGLES)
    for bases, seconds, letters in _VNI_PAIRS:
        pairs = [base + second for base in bases for second in seconds]
        small |= dict(zip(pairs, letters, strict=True))
    table: dict[str, str] = {}
    for key, letter in small.items():
        for last in {key[1:], key[1:].upper()}:
            table[key[0] + last] = letter
            table[key[0].upper() + last] = letter.upper()
    return table


VNI = _vni_table()
_VNI_LONGEST_FIRST = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
_CAPITAL_RUN = re.compile(r"[A-Z]{2}")
_SMALL = re.compile(r"[a-z]")


def from_vni(text: str) -> str:
    """VNI text as Unicode, the longest code first."""
    return _VNI_LONGEST_FIRST.sub(lambda found: VNI[found[0]], text)


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 text as Unicode; `capitals` for a font whose small letters are capitals (.VnTimeH).

    Without such a font a text whose plain letters are capitals, two of them side by side, is a text in capitals.
    """
    if capitals or (_CAPITAL_RUN.search(text) and not _SMALL.search(text)):
        return text.translate(_TCVN3_ALL).upper()
    return " ".join(map(_tcvn3_word, text.split(" ")))


def _tcvn3_word(word: str) -> str:
    letters = word.translate(_TCVN3_ALL)
    return letters.upper() if _CAPITAL_RUN.search(word) and not _SMALL.search(word) else letters


def with_capitals(name: str) -> str:
    """A person's name from TCVN3 with a capital wherever a word begins with a letter that has none there ("Lê ánh")."""
    words = name.split(" ")
    if not words[0][:1].isupper():
        return name
    return " ".join(word[:1].upper() + word[1:] if word[:1] in _WITHOUT_CAPITAL else word for word in words)


def lost_horn(text: str) -> str | None:
    """The first word of a converted TCVN3 text that has no spelling unless an ư, there a soft hyphen, was lost.

    The ư is the one code that copying through a word processor drops ("phêng") or turns into a blank ("ph êng").
    """
    for word in re.findall(r"[^\W\d_]+", text):
        if (
            len(word) > 1
            and not is_syllable(word)
            and any(is_syllable(word[:cut] + "ư" + word[cut:]) for cut in range(len(word) + 1))
        ):
            return str(word)
    return None
