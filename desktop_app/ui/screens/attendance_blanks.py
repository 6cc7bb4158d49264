"""“Có mặt cho chỗ trống”: which blanks may be filled, when the clerk is asked first, what is said. Writes nothing."""

from collections.abc import Sequence
from datetime import date

from db.attendance import Place
from db.records import HalfDay
from desktop_app.domain.wording import grouped
from desktop_app.ui.attendance_model import half_day_words

MANY = 30


def not_begun(half_days: Sequence[HalfDay], on: date) -> list[HalfDay]:
    """The half-days of a day still to come; nobody can have been present there."""
    return [day for day in half_days if day.held_on > on.isoformat()]


def named(half_days: Sequence[HalfDay]) -> str:
    """“sáng 17/11, chiều 17/11”."""
    return ", ".join(half_day_words(day).lower() for day in half_days)


def not_begun_words(half_days: Sequence[HalfDay]) -> str:
    return f"Chưa đến buổi {named(half_days)} nên chưa ghi có mặt được; vắng đã báo trước thì ghi được bằng phím 2."


def needs_asking(blanks: Sequence[Place]) -> bool:
    """Whether so many are filled that the clerk should know the number first."""
    return len(blanks) > MANY or len({half_day for half_day, _ in blanks}) > 1


def question(blanks: Sequence[Place], half_days: Sequence[HalfDay]) -> str:
    """How many blanks of how many people at which half-days."""
    filled = {half_day for half_day, _ in blanks}
    days = [day for day in half_days if day.id in filled]
    people = grouped(len({member for _, member in blanks}))
    return (
        f"Ghi có mặt vào {grouped(len(blanks))} chỗ trống của {people} người, buổi {named(days)}? "
        "Dấu đã ghi được giữ nguyên; ghi xong vẫn hoàn tác được."
    )
