"""What is dated about a person, in the words of a list: what it is about, since and until when, what else is kept."""

from db.dated import CellStay, EssayFree, KindPeriod, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.values import ALWAYS, FOREVER
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word

KINDS: dict[type[Period], str] = {
    CellStay: "Chi bộ",
    KindPeriod: "Đảng viên",
    StatusPeriod: "Sinh hoạt",
    TemporaryStay: "Tạm thời",
    EssayFree: "Thu hoạch",
    OfficeHeld: "Chức vụ",
}


def began(fact: Period) -> str:
    return "từ trước" if fact.valid_from == ALWAYS else show_date(fact.valid_from)


def ended(fact: Period) -> str:
    return "" if fact.valid_to == FOREVER else show_date(fact.valid_to)


def reason(fact: Period) -> str:
    """Why, where to, where from: what else is kept about a fact."""
    match fact:
        case StatusPeriod(form=form) if form is not None:
            return word(form)
        case StatusPeriod() | EssayFree():
            return fact.reason or ""
        case CellStay():
            came = f"từ {fact.came_from}" if fact.came_from else ""
            went = f"đến {fact.went_to}" if fact.went_to else ""
            return "; ".join(filter(None, (came, went)))
        case OfficeHeld(term=term) if term:
            return f"nhiệm kỳ {term}"
    return ""
