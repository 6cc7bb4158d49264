"""Turns of phrase that several documents share: days, half-days, conferences, rounds, citations, shares.

Figures alone are worded in `domain/wording.py`; where a phrase stands on the page is not said here.
"""

import re
from datetime import date

from db.keys import fold
from db.records import HalfDay, StudyDocument, StudyRound, Venue
from db.values import DayPart, DocumentRole
from desktop_app.domain.dates import is_full, show_date
from desktop_app.domain.wording import grouped, percent
from desktop_app.domain.words import word

BODIES = ("dong chi", "cac dong chi", "ban ", "thuong truc", "dang uy", "chi bo", "chi uy", "bo chinh tri")
NO_BREAK = "\u00a0"

_STUDY_WORDS = re.compile(
    r"^(?:(?:đợt|nghiên cứu|học tập|quán triệt|tuyên truyền|phổ biến|triển khai|thực hiện|và)\b[\s,]*)+", re.IGNORECASE
)
_PARTS = {DayPart.MORNING: "buổi sáng", DayPart.AFTERNOON: "buổi chiều", DayPart.EVENING: "buổi tối"}


def day(iso: str) -> str:
    """“05/9/2026”: days under 10 and months under 3 take a zero; a date not wholly known is shown as it is."""
    if not is_full(iso):
        return show_date(iso)
    on = date.fromisoformat(iso)
    return f"{on.day:02}/{on.month if on.month > 2 else f'{on.month:02}'}/{on.year}"


def half_day(held: HalfDay) -> str:
    """“Sáng 27/3”."""
    return f"{word(held.part)} {day(held.held_on).rpartition('/')[0]}"


def part_of_day(part: DayPart) -> str:
    """“buổi sáng”."""
    return _PARTS[part]


def time_left(due_on: str, on: date) -> str:
    """“còn 86 ngày”, “hết hạn hôm nay”, “quá hạn 3 ngày”."""
    days = (date.fromisoformat(due_on) - on).days
    if days == 0:
        return "hết hạn hôm nay"
    return f"còn {grouped(days)} ngày" if days > 0 else f"quá hạn {grouped(-days)} ngày"


def lowered(text: str) -> str:
    """The text as it stands inside a sentence."""
    return text[:1].lower() + text[1:]


def raised(text: str) -> str:
    """The text as it opens a sentence."""
    return text[:1].upper() + text[1:]


def conference_words(name: str) -> str:
    """“hội nghị …”, whether or not the name says so itself."""
    return lowered(name) if fold(name).startswith(("hoi nghi", "lop ")) else f"hội nghị {name}"


def venue_words(venue: Venue) -> str:
    """“Điểm cầu …”, whether or not the name says so itself."""
    return venue.name if fold(venue.name).startswith("diem cau") else f"Điểm cầu {venue.name}"


def comrade(name: str) -> str:
    """“đồng chí …” before a person's name; a body or an unnamed báo cáo viên goes without."""
    if fold(name).startswith("bao cao vien"):
        return lowered(name)
    return name if fold(name).startswith(BODIES) else f"đồng chí {name}"


def study_of(found: StudyRound) -> str:
    """“nghiên cứu, học tập, quán triệt Nghị quyết …” from a round's name, which may have said part of it."""
    thing = _STUDY_WORDS.sub("", found.name)
    return f"nghiên cứu, học tập, quán triệt {thing or lowered(found.name)}"


def citation(document: StudyDocument) -> str:
    """“Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của …”, then what it is about, if its title says more than its number."""
    role = "" if document.role is DocumentRole.OTHER else word(document.role)
    title = document.title.rstrip(" .;")
    if fold(title).startswith(fold(role)) and role:
        title = title[len(role) :].strip() if document.number else title
    elif role and not document.number:
        title = f"{role} {title}"
    cited = f"{role or 'Văn bản'} số {document.number}" if document.number else title
    cited += f", ngày {day(document.issued_on)}" if document.issued_on else ""
    cited += f" của {document.issuer}" if document.issuer and fold(document.issuer) not in fold(cited) else ""
    if not document.number or not title or title == document.number:
        return cited
    return f"{cited} {lowered(title) if fold(title).startswith('ve ') else f'“{title}”'}"


def rate(numerator: int, denominator: int) -> str:
    """“99,16 %”, never broken over two lines."""
    return f"{percent(numerator, denominator)}{NO_BREAK}%"


def share(numerator: int, denominator: int, of: str) -> str:
    """“35.599/35.900 đảng viên phải dự, đạt 99,16 %”."""
    return f"{grouped(numerator)}/{grouped(denominator)} {of}, đạt {rate(numerator, denominator)}"


def listed(parts: list[str]) -> str:
    """Clauses joined into one sentence by semicolons."""
    return "; ".join(part for part in parts if part)
