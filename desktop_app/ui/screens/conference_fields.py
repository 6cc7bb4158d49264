"""The entry forms of a conference, a half-day and a topic, and the quick programmes a new conference starts from."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from db.records import HalfDay, Speaker, Topic
from db.values import ConferenceKind, DayPart, HalfDayKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Entry, Field, LongTextField, TextField


def clock(text: str | None) -> str | None:
    """“7h30”, “7:30”, “07.30” or “730” as “07:30”; ValueError with a sentence where it is no time of day."""
    if not text:
        return None
    digits = [part for part in "".join(c if c.isdigit() else " " for c in text).split() if part]
    if len(digits) == 1 and len(digits[0]) in (3, 4):
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = (*digits, "0", "0")[:2] if digits else ("99", "0")
    if len(digits) > 2 or int(hour) > 23 or int(minute) > 59:
        raise ValueError("Giờ không hợp lệ; gõ như 7:30 hoặc 7h30.")
    return f"{int(hour):02}:{int(minute):02}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockField(TextField):
    """A time of day, as "07:30"."""

    def entry(self) -> Entry:
        plain = super(ClockField, self).entry()
        return replace(plain, read=lambda: clock(plain.read()))


AM, PM = DayPart.MORNING, DayPart.AFTERNOON
PROGRAMMES: tuple[tuple[str, str, tuple[tuple[int, DayPart], ...]], ...] = (
    ("2", "2 ngày, sáng và chiều", ((0, AM), (0, PM), (1, AM), (1, PM))),
    ("1.5", "1 ngày rưỡi: hai buổi ngày đầu, sáng hôm sau", ((0, AM), (0, PM), (1, AM))),
    ("1", "1 ngày, sáng và chiều", ((0, AM), (0, PM))),
    ("morning", "1 buổi sáng", ((0, AM),)),
    ("afternoon", "1 buổi chiều", ((0, PM),)),
    ("evening", "1 buổi tối", ((0, DayPart.EVENING),)),
)
PROGRAMME_CHOICES = [(key, caption) for key, caption, _ in PROGRAMMES]

ABOUT: tuple[Field, ...] = (
    TextField(key="name", label="Tên hội nghị", required=True, hint="Hội nghị học tập, quán triệt Nghị quyết …"),
    ChoiceField(key="kind", label="Loại", required=True, options=[(kind, word(kind)) for kind in ConferenceKind]),
    TextField(key="place", label="Địa điểm"),
    TextField(key="chair", label="Chủ trì"),
)
START: tuple[Field, ...] = (
    DateField(key="first_day", label="Ngày đầu", required=True, whole=True, half=True),
    ChoiceField(key="programme", label="Các buổi", required=True, half=True, options=PROGRAMME_CHOICES),
)
HALF_DAY: tuple[Field, ...] = (
    DateField(key="held_on", label="Ngày", required=True, whole=True, half=True),
    ChoiceField(key="part", label="Buổi", required=True, half=True, options=[(part, word(part)) for part in DayPart]),
    ClockField(key="starts_at", label="Từ", half=True, hint="ví dụ: 7:30"),
    ClockField(key="ends_at", label="Đến", half=True, hint="ví dụ: 11:30"),
    ChoiceField(key="kind", label="Nội dung", required=True, options=[(kind, word(kind)) for kind in HalfDayKind]),
)
TOPIC: tuple[Field, ...] = (
    LongTextField(key="title", label="Chuyên đề", required=True, lines=3),
    LongTextField(
        key="speakers", label="Báo cáo viên", lines=3, hint="mỗi người một dòng: Nguyễn Văn An, Trưởng Ban Tuyên giáo"
    ),
)


def half_days_of(programme: str, first_day: str) -> list[HalfDay]:
    """The half-days of a quick programme that begins on a day."""
    slots = next(slots for key, _, slots in PROGRAMMES if key == programme)
    day = date.fromisoformat(first_day)
    return [HalfDay(held_on=(day + timedelta(days=later)).isoformat(), part=part) for later, part in slots]


def next_half_day(half_days: Sequence[HalfDay]) -> HalfDay:
    """The slot after the last half-day: its afternoon, or the next morning; a morning of no day when there is none."""
    if not half_days:
        return HalfDay(held_on="", part=AM)
    last = max(half_days, key=lambda day: (day.held_on, list(DayPart).index(day.part)))
    if last.part is AM:
        return HalfDay(held_on=last.held_on, part=PM)
    return HalfDay(held_on=(date.fromisoformat(last.held_on) + timedelta(days=1)).isoformat(), part=AM)


def topic_from(values: Values) -> Topic:
    """A topic with a speaker a line, the title after the first comma."""
    return Topic(title=" ".join(values["title"].split()), speakers=speakers_from(values["speakers"] or ""))


def speakers_from(text: str) -> tuple[Speaker, ...]:
    parted = [line.partition(",") for line in text.splitlines() if line.strip(" ,")]
    return tuple(Speaker(name=name.strip(), title=title.strip() or None) for name, _, title in parted if name.strip())


def topic_values(topic: Topic) -> Values:
    """A topic for the form."""
    return {"title": topic.title, "speakers": "\n".join(map(speaker_line, topic.speakers))}


def speaker_line(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.title}" if speaker.title else speaker.name


def days_spoken(half_days: Sequence[HalfDay]) -> str:
    """“27/03/2021”, “27–28/03/2021” or “31/03/2021–01/04/2021”."""
    days = sorted({day.held_on for day in half_days})
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return show_date(first)
    return f"{show_date(first)[:2] if first[:7] == last[:7] else show_date(first)}–{show_date(last)}"


def half_day_name(day: HalfDay) -> str:
    """“Sáng 27/03/2021”."""
    return f"{word(day.part)} {show_date(day.held_on)}"


def hours(day: HalfDay) -> str:
    """“07:30–11:30”, “từ 07:30”, or nothing."""
    if day.starts_at and day.ends_at:
        return f"{day.starts_at}–{day.ends_at}"
    return f"từ {day.starts_at}" if day.starts_at else ""
