"""The life of a person as the register tells it: one dated line a fact. What they attended is added elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from db.dated import CellStay, EssayFree, KindPeriod, Life, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.values import ALWAYS, FOREVER, MemberKind, MemberStatus
from desktop_app.domain.lives import reasoned, said
from desktop_app.domain.names import cell_title


class EventKind(StrEnum):
    """What a line of a life is about."""

    CELL = "cell"
    KIND = "kind"
    STATUS = "status"
    TEMPORARY = "temporary"
    OFFICE = "office"
    CONFERENCE = "conference"
    MAKE_UP = "makeup"
    ESSAY = "essay"


@dataclass(frozen=True, slots=True, kw_only=True)
class LifeEvent:
    """One line: `on` None = always was, or the day is not known; `paper` is the number of the decision."""

    on: str | None
    kind: EventKind
    text: str
    paper: str | None = None


BECAME = {
    MemberKind.GUEST: "Là quần chúng dự học",
    MemberKind.PROBATIONARY: "Kết nạp Đảng, là đảng viên dự bị",
    MemberKind.OFFICIAL: "Là đảng viên chính thức",
}


def events(life: Life) -> list[LifeEvent]:
    """The lines of all that is dated about a person, oldest first; what always was comes before everything."""
    found = [
        *(event for stay in life.cells for event in of_cell(stay, life)),
        *(of_kind(kind) for kind in life.kinds),
        *(of_status(status) for status in life.statuses if status.valid_from > ALWAYS or not active(status)),
        *(event for stay in life.temporary for event in of_stretch(stay, EventKind.TEMPORARY)),
        *(event for free in life.essay_free for event in of_stretch(free, EventKind.ESSAY)),
        *(event for office in life.offices for event in of_office(office)),
    ]
    return in_order(found)


def in_order(found: list[LifeEvent]) -> list[LifeEvent]:
    """Lines by day; those of one day as they were found."""
    return sorted(found, key=lambda event: event.on or "")


def active(status: StatusPeriod) -> bool:
    """Whether a status is the usual one."""
    return status.status is MemberStatus.ACTIVE


def day(iso: str) -> str | None:
    """A first day, or None for "always"."""
    return None if iso == ALWAYS else iso


def of_cell(stay: CellStay, life: Life) -> Iterator[LifeEvent]:
    """Coming into a cell, and going out of the office."""
    name = cell_title(stay.cell)
    if stay.came_from:
        text = f"Chuyển đến {name}, từ {stay.came_from}"
    elif any(other.valid_to == stay.valid_from for other in life.cells):
        text = f"Chuyển sang {name}"
    else:
        text = f"Thuộc {name}"
    yield LifeEvent(on=day(stay.valid_from), kind=EventKind.CELL, text=text, paper=stay.decision_no)
    if stay.went_to:
        text = f"Chuyển đi {stay.went_to}"
        yield LifeEvent(on=stay.valid_to, kind=EventKind.CELL, text=text, paper=stay.left_decision_no)


def of_kind(kind: KindPeriod) -> LifeEvent:
    return LifeEvent(on=day(kind.valid_from), kind=EventKind.KIND, text=BECAME[kind.kind], paper=kind.decision_no)


def of_status(status: StatusPeriod) -> LifeEvent:
    """A new status; active once more is "back again"."""
    text = "trở lại sinh hoạt đảng" if active(status) else reasoned(status)
    return LifeEvent(on=day(status.valid_from), kind=EventKind.STATUS, text=capital(text), paper=status.decision_no)


def of_stretch(fact: TemporaryStay | EssayFree, kind: EventKind) -> Iterator[LifeEvent]:
    """The beginning and the end of something for a time."""
    reason = f" ({fact.reason})" if isinstance(fact, EssayFree) and fact.reason else ""
    yield LifeEvent(on=day(fact.valid_from), kind=kind, text=capital(said(fact)) + reason, paper=fact.decision_no)
    if fact.valid_to != FOREVER:
        yield LifeEvent(on=fact.valid_to, kind=kind, text=f"Hết thời gian {bare(fact)}")


def bare(fact: Period) -> str:
    """A fact in words, as something that ends."""
    return said(fact).removeprefix("được ")


def of_office(office: OfficeHeld) -> Iterator[LifeEvent]:
    """Taking an office up, and laying it down."""
    term = f", nhiệm kỳ {office.term}" if office.term else ""
    text = f"Giữ chức vụ {office.title}{term}"
    yield LifeEvent(on=day(office.valid_from), kind=EventKind.OFFICE, text=text, paper=office.decision_no)
    if office.valid_to != FOREVER:
        text = f"Thôi chức vụ {office.title}"
        yield LifeEvent(on=office.valid_to, kind=EventKind.OFFICE, text=text, paper=office.ended_decision_no)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]
