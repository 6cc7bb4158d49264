"""Dates as ISO text cut to what is known ("1955", "1955-03", "1955-03-12"), read from and shown in the Vietnamese way.

Not a calendar of working days, and not a clock: today is always given by the caller.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from db.keys import fold, tidy

PIVOT = 30
FIRST_YEAR, LAST_YEAR = 1900, 2100
QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}

_TIME = re.compile(r"[t ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?$")
_WORDS = re.compile(r"\b(ngay|mung|mong|sinh|thang|nam)\b|\bt(?=\d{1,2}\D)")
_GAPS = re.compile(r"[\s/\\.,;:?_…'’\-‐‑–—]+")
_BEFORE = re.compile(r"^truoc\b")
_HOUR = re.compile(r"\b\d{1,2} ?(gio|h)( ?\d{1,2}( ?phut)?)?\b")
_LEAD = re.compile(r"^(truoc|trong|den|het|cham nhat|muon nhat|la|vao|cuoi|xong|,|\s)+")
_QUARTER = re.compile(r"^quy (i{1,3}|iv|[1-4])(?:[\s/,-]*(?:nam)?\s*(\d{4}))?$")
_MONTH = re.compile(r"^thang (\d{1,2})$")
_DAY = re.compile(r"^(?:ngay )?(\d{1,2}) ?(?:[/.-]|thang) ?(\d{1,2})$")


def parse_date(text: str, pivot: int = PIVOT) -> str:
    """The date a person wrote, day always before month, as ISO text cut to its precision.

    Years of two digits above `pivot` belong to 19.., the others to 20..; callers who know more (nobody joins the Party
    before eighteen) give their own. A day or month written as zeros or dots is unknown ("00/00/1955" is "1955").
    Raises ValueError with a Vietnamese clause where the text is no date or the calendar has no such day.
    """
    parts = _digit_groups(text)
    if len(parts) == 1:
        parts = _split_run(parts[0])
    if len(parts[0]) == 4:
        parts = parts[::-1]
    if len(parts) == 2 and len(parts[1]) <= 2 and int(parts[1]) <= 12:
        raise ValueError(f"“{tidy(text)}” không nói rõ năm")
    day, month, year = ["", "", *parts][-3:]
    return _iso(_year(year, pivot, text), int(month or 0), int(day or 0), text)


def _digit_groups(text: str) -> list[str]:
    bare = _WORDS.sub("/", _TIME.sub("", fold(text)))
    parts = _GAPS.sub("/", bare).strip("/").split("/")
    if len(parts) > 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(f"“{tidy(text)}” không đọc được thành ngày")
    return parts


def _split_run(digits: str) -> list[str]:
    """Digits without separators: ddmmyyyy, ddmmyy, mmyyyy (no month is 19 or 20), yyyy or yy."""
    if len(digits) == 8:
        return [digits[:2], digits[2:4], digits[4:]]
    if len(digits) == 6 and digits[2:4] in ("19", "20"):
        return [digits[:2], digits[2:]]
    if len(digits) == 6:
        return [digits[:2], digits[2:4], digits[4:]]
    return [digits]


def _year(digits: str, pivot: int, text: str) -> int:
    if len(digits) == 2:
        return int(digits) + (1900 if int(digits) > pivot else 2000)
    if len(digits) != 4:
        raise ValueError(f"“{tidy(text)}” không đọc được thành ngày")
    if not FIRST_YEAR <= int(digits) <= LAST_YEAR:
        raise ValueError(f"năm {digits} nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}")
    return int(digits)


def _iso(year: int, month: int, day: int, text: str) -> str:
    if day and month:
        try:
            return date(year, month, day).isoformat()
        except (ValueError, OverflowError):  # the latter where a day or a month has ten digits and more
            raise ValueError(f"trong lịch không có ngày {tidy(text)}") from None
    if day or month > 12:
        raise ValueError(f"trong lịch không có tháng như “{tidy(text)}”")
    return f"{year}-{month:02d}" if month else str(year)


def dated(text: str, year: int) -> str:
    """A day and month without a year, of this year; any other text as it is."""
    return f"{text.strip()}/{year}" if _DAY.match(fold(text).strip()) else text


def show_date(iso: str) -> str:
    """dd/MM/yyyy, MM/yyyy or yyyy."""
    return "/".join(reversed(iso.split("-")))


def show_moment(iso: str) -> str:
    """A moment the way it is said: 10:42 ngày 27/03/2021."""
    return f"{iso[11:16]} ngày {show_date(iso[:10])}" if len(iso) > 10 else f"ngày {show_date(iso)}"


def is_full(iso: str) -> bool:
    """True when the day itself is known."""
    return len(iso) == 10


def last_day(iso: str) -> str:
    """The last day inside a date of any precision: "2021-04" is 2021-04-30."""
    year, month, day = (int(part) for part in [*iso.split("-"), "0", "0"][:3])
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1]).isoformat()


def first_day(iso: str) -> str:
    """The first day inside a date of any precision: "2021-04" is 2021-04-01."""
    return iso + "-01-01"[len(iso) - 4 :]


def add_days(iso: str, days: int) -> str:
    """A full date moved by whole days; ValueError for a date whose day is not known."""
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def year_after(iso: str) -> str:
    """The same day a year later; of 29 February the 28th."""
    later = f"{int(iso[:4]) + 1:04}{iso[4:]}"
    return later.replace("-02-29", "-02-28") if iso.endswith("-02-29") else later


def last_day_before(iso: str) -> str:
    """The last day in time for something due "before" a date of any precision."""
    return add_days(first_day(iso), -1)


def deadline_in_words(text: str, year: int) -> str:
    """The last day in time, as a full ISO date, for a deadline as directives word it.

    "trước ngày 11/12" is the 10th, "trong tháng 4" is 30/4, "quý II" is 30/6; an hour before which ("trước 17 giờ ngày
    11/12") leaves the day itself. `year` stands in where the words name none. Raises ValueError where they are no date.
    """
    words = fold(text).strip(" .;")
    whole_day_before = bool(_BEFORE.match(words)) and not _HOUR.search(words)
    try:
        first, last = _period(_LEAD.sub("", _HOUR.sub("", words)).strip(), year)
    except ValueError:
        raise ValueError(f"“{tidy(text)}” không đọc được thành hạn") from None
    return add_days(first, -1) if whole_day_before else last


def _period(words: str, year: int) -> tuple[str, str]:
    """First and last day of what the words name."""
    if found := _QUARTER.match(words):
        named, month = found[2] or str(year), 3 * QUARTERS[found[1]]
        return f"{named}-{month - 2:02d}-01", last_day(f"{named}-{month:02d}")
    if words in ("nam", "nam nay"):
        named = str(year)
    elif found := _MONTH.match(words):
        named = parse_date(f"{found[1]}/{year}")
    elif found := _DAY.match(words):
        named = parse_date(f"{found[1]}/{found[2]}/{year}")
    else:
        named = parse_date(words)
    return first_day(named), last_day(named)
