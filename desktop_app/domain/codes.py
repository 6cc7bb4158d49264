"""What the digits of a scanner or a hand stand for: a person, a page of a sign-in list, or nothing. No store.

A person's code is seven digits or more, the last a check digit. Typed by hand it may be short: the number without its
leading zeros, check digit included ("12347" is 0012347). A page's code is ten digits that begin with 9.
"""

import re

from db.keys import tidy
from desktop_app.domain.names import is_code

PERSON_DIGITS, PAGE_DIGITS, PAGE_PREFIX = 7, 10, "9"
AROUND = re.compile(r"^\D*(\d+)\D*$", re.ASCII)


def digits_of(text: str) -> str:
    """The one run of digits in what was read, whatever a scanner puts around it; the text itself where there is none
    or several."""
    found = AROUND.match(tidy(text))
    return found.group(1) if found else tidy(text)


def whole_code(text: str) -> str:
    """A person's code with its leading zeros, from what was scanned or typed; not checked."""
    digits = digits_of(text)
    return digits.zfill(PERSON_DIGITS) if digits.isascii() and digits.isdigit() else digits


def is_read_well(code: str) -> bool:
    """Whether the check digit of a whole code agrees."""
    return is_code(code)


def is_page_code(text: str) -> bool:
    """Whether a text is the well-formed code of a sign-in page."""
    digits = digits_of(text)
    return len(digits) == PAGE_DIGITS and digits.startswith(PAGE_PREFIX) and is_code(digits)


def quick_code(code: str) -> str:
    """What has to be typed of a person's code: all but the leading zeros."""
    return code.lstrip("0")
