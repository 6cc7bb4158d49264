"""What the clerk is asked before marks are written: many blanks, a day still to come, a person at another venue."""

from collections.abc import Sequence

from db.attendance import Place
from db.records import HalfDay
from desktop_app.domain.dates import show_date
from desktop_app.domain.missed import named
from desktop_app.domain.wording import grouped
from desktop_app.services.attendance import Elsewhere
from desktop_app.services.office import is_practice, today
from desktop_app.services.store import Store

MANY = 30
TOLD_BEFORE = "Ai báo vắng trước thì bấm phím 2 và ghi lý do. Mỗi buổi chỉ hỏi một lần."


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


def early_question(store: Store, half_days: Sequence[HalfDay], status: str) -> str:
    """Before something is written of a half-day that is held on a day still to come."""
    on = show_date(today(store).isoformat())
    clock = (
        f"Văn phòng tập dượt luôn ở ngày {on}."
        if is_practice(store)
        else f"Máy tính đang ở ngày {on}; nếu sai, hãy sửa ngày trước."
    )
    return f"Chưa đến buổi {named(half_days)}. Vẫn ghi “{status}”? {clock}"


def moving_question(there: Sequence[Elsewhere]) -> str:
    """Before somebody present at one venue is marked present at another."""
    first = there[0]
    told = f"{first.full_name} đã được ghi có mặt tại “{first.venue}”, buổi {named([first.half_day])}."
    more = f" Cả thảy {grouped(len(there))} lượt như vậy." if len(there) > 1 else ""
    return f"{told}{more} Chuyển nơi học sang “{first.other}”? Mỗi người chỉ được tính một nơi trong một buổi."
