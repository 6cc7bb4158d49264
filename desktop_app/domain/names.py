"""Names of people and organizations: how they are compared, titled and coded. Keys for the store are in `db.keys`."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

from db.keys import fold, same_words, tidy

CELL_WORDS = ("chi bộ", "cb")
COMMITTEES = (
    ("tỉnh ủy ", "ĐẢNG BỘ TỈNH "),
    ("thành ủy ", "ĐẢNG BỘ THÀNH PHỐ "),
    ("huyện ủy ", "ĐẢNG BỘ HUYỆN "),
    ("quận ủy ", "ĐẢNG BỘ QUẬN "),
    ("thị ủy ", "ĐẢNG BỘ THỊ XÃ "),
    ("đảng ủy ", "ĐẢNG BỘ "),
)
PLACE_WORDS = ("phường", "xã", "đặc khu", "thị trấn")
NEAR, NEAR_WORD = 0.84, 0.7
COUNTING = re.compile(r"\d+(?:[a-z]\b)?|\b(?:[ivx]+|[a-z])\b")


def in_capitals(name: str) -> str:
    """A person's name with the first letter of every word a capital; words that mix both kinds already stay."""
    words = tidy(name).split()
    return " ".join(word.capitalize() if word.islower() or word.isupper() else word for word in words)


def bare_cell_name(name: str) -> str:
    """The name without a leading "Chi bộ", which lists write or leave out at will."""
    words = tidy(name)
    for prefix in CELL_WORDS:
        if words.casefold().startswith(prefix + " "):
            return words[len(prefix) + 1 :]
    return words


@lru_cache(maxsize=4096)
def cell_key(name: str) -> str:
    """Equal for two spellings of one cell: case, blanks, place of the tone and a leading "Chi bộ" do not matter."""
    return same_words(bare_cell_name(name))


def cell_title(name: str) -> str:
    """The name as a document gives it: with "Chi bộ" before it unless it says what it is itself."""
    first = fold(name)
    return tidy(name) if first.startswith(("chi bo", "dang bo", "dang uy")) else f"Chi bộ {tidy(name)}"


def same_name(one: str, other: str) -> bool:
    """Whether two texts name a person alike, whatever the case, the place of the tone and the blanks."""
    return same_words(one) == same_words(other)


def said_of(what: str, name: str) -> str:
    """“chi bộ Phố 2”, “đợt Nghị quyết 57”: a thing and its name, in one word where the name begins with it itself."""
    words = tidy(name)
    itself = words[: len(what) + 1].casefold() == f"{what} "
    return f"{what}{words[len(what) :]}" if itself else f"{what} {words}"


def nearly_same(one: str, other: str) -> bool:
    """Two different cell names so alike that one may be a slip for the other; names differing in a number are not."""
    a, b = fold(bare_cell_name(one)), fold(bare_cell_name(other))
    if cell_key(one) == cell_key(other) or numbers(a) != numbers(b):
        return False
    return a.replace(" ", "") == b.replace(" ", "") or (alike(a, b, NEAR) and words_alike(a.split(), b.split()))


def words_alike(one: list[str], other: list[str]) -> bool:
    """Whether words that stand in the same place are alike too: "công an" is no slip for "cơ quan"."""
    if len(one) != len(other):
        return True
    return all(a.lstrip("0") == b.lstrip("0") or alike(a, b, NEAR_WORD) for a, b in zip(one, other, strict=True))


def alike(one: str, other: str, ratio: float) -> bool:
    """Whether two texts share so much; the cheap bounds are asked first."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= ratio and matcher.quick_ratio() >= ratio and matcher.ratio() >= ratio


def numbers(text: str) -> list[str]:
    """What counts the cells of one name: numbers ("1", "01", "2a"), Roman numbers, single letters; zeros left off."""
    return [found.lstrip("0") for found in COUNTING.findall(text)]


def superior_line(parent: str) -> str:
    """First line of a document's head: the superior's organization in capitals.

    "Thành ủy Thanh Hóa" gives "ĐẢNG BỘ THÀNH PHỐ THANH HÓA" (Hướng dẫn 36-HD/VPTW, mục thể thức).
    """
    words = tidy(parent)
    start = same_spelling(words)
    for committee, organization in COMMITTEES:
        if start.startswith(committee):
            return organization + words[len(committee) :].upper()
    return words.upper()


def same_spelling(text: str) -> str:
    """Lower case with the one spelling "ủy"."""
    return text.casefold().replace("uỷ", "ủy")


def spelled(text: str, spelling: str) -> str:
    """The text with every "ủy" written the office's way, "ủy" or "uỷ", in capitals too; "quỷ" has only one."""
    for new, old in (("ủy", "uỷ"), ("ỦY", "UỶ"), ("Ủy", "Uỷ")):
        text = text.replace(new, old) if spelling == "uỷ" else re.sub(f"(?<![qQ]){old}", new, text)
    return text


def place_of(office_name: str) -> str:
    """Place name (địa danh) of an office's documents: the ward's or commune's name.

    "phường"/"xã" stays before a name that is a number or a single syllable.
    """
    words = tidy(office_name).split()
    for place_word in PLACE_WORDS:
        kind = place_word.split()
        for start in range(len(words) - len(kind)):
            if [w.casefold() for w in words[start : start + len(kind)]] == kind:
                rest = words[start + len(kind) :]
                return " ".join(rest if len(rest) > 1 and not rest[0].isdigit() else [place_word, *rest])
    return " ".join(words[2:]) or tidy(office_name)


def with_check_digit(number: int) -> str:
    """A member's own code: six digits or more and one check digit (ISO 7064 MOD 11,10)."""
    digits = f"{number:06d}"
    return digits + check_digit(digits)


def check_digit(digits: str) -> str:
    """The ISO 7064 MOD 11,10 check digit of a string of digits."""
    product = 10
    for digit in digits:
        product = ((int(digit) + product) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def is_code(text: str) -> bool:
    """Whether a text is a well-formed member code."""
    return text.isascii() and text.isdigit() and len(text) >= 7 and check_digit(text[:-1]) == text[-1]


def page_code(number: int) -> str:
    """The code of a printed sign-in page: 9, eight digits and one check digit; no member's code is so long."""
    digits = f"9{number:08d}"
    return digits + check_digit(digits)


def is_page_code(text: str) -> bool:
    """Whether a text is the well-formed code of a sign-in page."""
    return len(text) == 10 and text.startswith("9") and is_code(text)
