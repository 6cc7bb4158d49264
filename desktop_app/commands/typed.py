"""What may be typed after an option: days, half-days, documents, topics, words for kept values.

Not what the store must be asked about: that is `chosen`. A text that cannot be read is wrong usage.
"""

from argparse import ArgumentTypeError
from enum import StrEnum
from typing import TypeVar

from db.keys import fold, tidy
from db.records import HalfDay, Speaker, StudyDocument, Topic
from db.values import (
    Audience,
    Branch,
    DayPart,
    DiaryKind,
    DocumentRole,
    EssayResult,
    LeavingForm,
    MakeUpForm,
    MarkStatus,
    VenueLevel,
)
from desktop_app.domain.dates import is_full, parse_date
from desktop_app.domain.words import word

Value = TypeVar("Value", bound=StrEnum)

KEYS = {
    "1": MarkStatus.PRESENT,
    "2": MarkStatus.ABSENT_EXCUSED,
    "3": MarkStatus.ABSENT_UNEXCUSED,
    "4": MarkStatus.ABSENT,
}
"""The digits of the marking sheet."""
CLEARED = ("0", "chua diem danh", "not marked", "xoa")
SHORT = {
    "vang": MarkStatus.ABSENT,
    "vang chua ro ly do": MarkStatus.ABSENT,
    "viet lai": EssayResult.REWRITE,
    "xin ra": LeavingForm.ASKED,
    "dang": Branch.PARTY,
    "chinh quyen": Branch.GOVERNMENT,
    "doan the": Branch.UNION,
}


def plain(text: str) -> str:
    """Folded, with the spellings people mix made one."""
    return " ".join(fold(text).replace("_", " ").replace(",", " ").replace("li do", "ly do").split())


def kept(values: type[Value], text: str) -> Value:
    """The kept value a Vietnamese word or the English value names."""
    short = SHORT.get(plain(text))
    if isinstance(short, values):
        return short
    for value in values:
        if plain(text) in (plain(value), plain(word(value))):
            return value
    known = ", ".join(f"“{word(value).lower()}”" for value in values)
    raise ArgumentTypeError(f"không hiểu “{tidy(text)}”; hãy ghi một trong: {known}.")


def mark_status(text: str) -> MarkStatus | None:
    """A mark by its digit or word; None takes the mark off."""
    if plain(text) in CLEARED:
        return None
    return KEYS.get(text.strip()) or kept(MarkStatus, text)


def essay_result(text: str) -> EssayResult:
    return kept(EssayResult, text)


def makeup_form(text: str) -> MakeUpForm:
    return kept(MakeUpForm, text)


def venue_level(text: str) -> VenueLevel:
    return kept(VenueLevel, text)


def diary_kind(text: str) -> DiaryKind:
    return kept(DiaryKind, text)


def leaving_form(text: str) -> LeavingForm:
    return kept(LeavingForm, text)


def branch(text: str) -> Branch:
    return kept(Branch, text)


def day(text: str) -> str:
    """A full date as ISO text."""
    try:
        iso = parse_date(text)
    except ValueError as error:
        raise ArgumentTypeError(f"{error}; hãy ghi ngày như 27/03/2021.") from None
    if not is_full(iso):
        raise ArgumentTypeError(f"“{tidy(text)}” chưa đủ ngày, tháng, năm; hãy ghi như 27/03/2021.")
    return iso


def number(text: str) -> int:
    """A count, from 1 up."""
    digits = text.replace(".", "")
    if not (digits.isascii() and digits.isdigit() and int(digits) > 0):
        raise ArgumentTypeError(f"“{tidy(text)}” không phải là số từ 1 trở lên.")
    return int(digits)


def count(text: str) -> int:
    """How many people, from 0 up."""
    digits = text.replace(".", "")
    if not (digits.isascii() and digits.isdigit()):
        raise ArgumentTypeError(f"“{tidy(text)}” không phải là số từ 0 trở lên.")
    return int(digits)


def moment(text: str) -> str:
    """ "27/03/2021 7:30", "2021-03-27 07:30" as "2021-03-27 07:30"."""
    said, _, clock = tidy(text).rpartition(" ")
    hour, _, minute = clock.replace("h", ":").partition(":")
    if not (hour.isdecimal() and minute.isdecimal() and int(hour) < 24 and int(minute) < 60):
        raise ArgumentTypeError(f"“{tidy(text)}” chưa rõ ngày, giờ; hãy ghi như “27/03/2021 07:30”.")
    return f"{day(said)} {int(hour):02}:{int(minute):02}"


def seed(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise ArgumentTypeError(f"“{tidy(text)}” không phải là số.")
    return int(text)


def half_day(text: str) -> HalfDay:
    """ "2021-03-27 sáng", "27/3/2021 chiều"."""
    words = tidy(text).split()
    parts = {plain(name): part for part in DayPart for name in (part, word(part))}
    said = [parts[plain(w)] for w in words if plain(w) in parts]
    rest = " ".join(w for w in words if plain(w) not in (*parts, "buoi", "ngay"))
    if len(said) != 1:
        raise ArgumentTypeError(f"“{tidy(text)}” chưa rõ buổi; hãy ghi như “27/03/2021 sáng”.")
    return HalfDay(held_on=day(rest), part=said[0])


def pieces(text: str) -> list[str]:
    """What stands between the bars."""
    return [tidy(piece) for piece in text.split("|")]


def topic(text: str) -> Topic:
    """ "Chuyên đề | Báo cáo viên, chức danh | …"."""
    title, *speakers = pieces(text)
    named = (speaker.partition(",") for speaker in speakers if speaker)
    return Topic(title=title, speakers=tuple(Speaker(name=tidy(n), title=tidy(t) or None) for n, _, t in named))


def speaker(text: str) -> Speaker:
    """ "Báo cáo viên, chức danh"."""
    name, _, title = text.partition(",")
    if not tidy(name):
        raise ArgumentTypeError("chưa có tên báo cáo viên; hãy ghi như “Lê Thị Hải, Phó Bí thư”.")
    return Speaker(name=tidy(name), title=tidy(title) or None)


def document(text: str) -> StudyDocument:
    """ "Nghị quyết … | số, ký hiệu | ngày | cơ quan ban hành"; its role is told by its first words."""
    title, number_, issued_on, issuer = [*pieces(text), "", "", ""][:4]
    role = next((r for r in DocumentRole if plain(title).startswith(plain(word(r)))), DocumentRole.OTHER)
    issued = day(issued_on) if issued_on else None
    return StudyDocument(role=role, title=title, number=number_ or None, issued_on=issued, issuer=issuer or None)


def required_half_days(text: str) -> tuple[Audience, int]:
    """ "lực lượng vũ trang=3": an audience and the half-days it must study."""
    who, sign, count = text.partition("=")
    if not sign:
        raise ArgumentTypeError(f"“{tidy(text)}” chưa đúng; hãy ghi “đối tượng=số buổi”.")
    return kept(Audience, who), number(count.strip())


def pair(text: str) -> tuple[str, str]:
    """ "Tên trong tệp=Tên chi bộ"."""
    listed, sign, cell = text.partition("=")
    if not (sign and tidy(listed) and tidy(cell)):
        raise ArgumentTypeError(f"“{tidy(text)}” chưa đúng; hãy ghi “Tên trong tệp=Tên chi bộ”.")
    return tidy(listed), tidy(cell)
