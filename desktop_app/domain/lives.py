"""What may be recorded about a person after what already is: every rule refuses with the fact it would contradict.

Pure: the life and today are given. What a gesture then writes is the services' business.
"""

from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TypeVar

from db.dated import CellStay, EssayFree, KindPeriod, Life, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.values import ALWAYS, Direction, MemberKind, MemberStatus
from desktop_app.domain.dates import first_day, show_date, year_after
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word

Some = TypeVar("Some", bound=Period)

KINDS = {
    MemberKind.OFFICIAL: "là đảng viên chính thức",
    MemberKind.PROBATIONARY: "là đảng viên dự bị",
    MemberKind.GUEST: "là quần chúng dự học",
}
STATUSES = {
    MemberStatus.ACTIVE: "sinh hoạt đảng",
    MemberStatus.DECEASED: "từ trần",
    MemberStatus.LEFT: "ra khỏi Đảng",
    MemberStatus.EXEMPT: "được miễn sinh hoạt đảng",
    MemberStatus.SUSPENDED: "bị đình chỉ sinh hoạt đảng",
    MemberStatus.INTERRUPTED: "gián đoạn sinh hoạt đảng",
}
GONE = (MemberStatus.DECEASED, MemberStatus.LEFT)


def said(fact: Period) -> str:
    """A fact in words that follow "đồng chí"."""
    match fact:
        case CellStay(cell=cell):
            return f"thuộc {cell_title(cell)}"
        case KindPeriod(kind=kind):
            return KINDS[kind]
        case StatusPeriod(status=status):
            return STATUSES[status]
        case TemporaryStay(direction=direction, cell=cell, place=place):
            where = cell_title(cell) if cell else place or "nơi khác"
            home = f", từ {place}" if direction is Direction.HERE and place else ""
            return f"sinh hoạt tạm thời tại {where}{home}"
        case OfficeHeld(title=title):
            return f"giữ chức vụ {title}"
        case EssayFree(round_name=name):
            return "được miễn viết thu hoạch" + (f" trong đợt “{name}”" if name else "")
    raise TypeError(fact)


def since(fact: Period) -> str:
    """ "từ ngày 05/02/2021", or "từ trước" where the day is not known."""
    return "từ trước" if fact.valid_from == ALWAYS else f"từ ngày {show_date(fact.valid_from)}"


def at(facts: Sequence[Some], on: str) -> Some | None:
    """The fact that holds on a day, or None."""
    return next((fact for fact in facts if fact.holds(on)), None)


def check_day(on: str, birth_date: str | None, today: str) -> None:
    """Refuses a day that has not come, and one before the person's birth."""
    if on > today:
        raise Refusal(f"Ngày {show_date(on)} chưa đến; hãy ghi khi việc đã diễn ra.")
    if birth_date and on < first_day(birth_date):
        raise Refusal(f"Ngày {show_date(on)} sớm hơn ngày sinh {show_date(birth_date)}; hãy kiểm tra lại ngày.")


def check_until(on: str, until: str | None) -> None:
    """Refuses an end that is not after its beginning."""
    if until is not None and until <= on:
        raise Refusal(f"Ngày kết thúc {show_date(until)} phải sau ngày bắt đầu {show_date(on)}; hãy sửa lại ngày.")


def check_alive(life: Life, on: str) -> None:
    """Refuses whoever has died by a day."""
    status = at(life.statuses, on)
    if status is not None and status.status is MemberStatus.DECEASED:
        when = "" if status.valid_from == ALWAYS else f" ngày {show_date(status.valid_from)}"
        raise Refusal(f"Đồng chí này đã từ trần{when}; hãy kiểm tra lại ngày hoặc sửa việc ghi từ trần.")


def check_present(life: Life, on: str) -> None:
    """Refuses whoever has died or left the Party by a day."""
    check_alive(life, on)
    status = at(life.statuses, on)
    if status is not None and status.status is MemberStatus.LEFT:
        when = "" if status.valid_from == ALWAYS else f" ngày {show_date(status.valid_from)}"
        raise Refusal(f"Đồng chí này đã ra khỏi Đảng{when}; hãy ghi kết nạp lại trước nếu có.")


def check_last(facts: Sequence[Period], on: str, today: str) -> None:
    """Refuses to write before what is already known to have begun; what is only planned gives way."""
    later = next((fact for fact in facts if on <= fact.valid_from <= today), None)
    if later is not None:
        day = show_date(later.valid_from)
        raise Refusal(
            f"Sổ đã ghi đồng chí này {said(later)} từ ngày {day}; hãy kiểm tra lại ngày hoặc sửa việc ấy trước."
        )


def check_ending(life: Life, on: str, today: str, seen: str | None) -> None:
    """Refuses the end of everything while something is known of later days; `seen` is the last day someone came."""
    for facts in (life.statuses, life.cells, life.kinds, life.temporary, life.offices):
        check_last(facts, on, today)
    if seen is not None and seen > on:
        raise Refusal(f"Đồng chí này còn được ghi có mặt hoặc nộp bài ngày {show_date(seen)}; hãy kiểm tra lại ngày.")


def check_apart(facts: Sequence[Period], on: str, until: str) -> None:
    """Refuses a stretch of days in which something of the kind already holds."""
    other = next((fact for fact in facts if fact.valid_from < until and fact.valid_to > on), None)
    if other is not None:
        raise Refusal(f"Đồng chí này đã {said(other)} {since(other)}; hãy ghi kết thúc việc ấy trước.")


def check_member(life: Life, on: str) -> KindPeriod:
    """The kind of a day; refuses whoever is no member of the Party then."""
    kind = at(life.kinds, on)
    if kind is None or kind.kind is MemberKind.GUEST:
        raise Refusal(f"Ngày {show_date(on)} người này chưa là đảng viên; hãy ghi kết nạp trước.")
    return kind


def check_admission(life: Life, on: str, birth_date: str | None) -> None:
    """Refuses who is a member already and who is under eighteen (Điều lệ Đảng, Điều 1)."""
    kind, status = at(life.kinds, on), at(life.statuses, on)
    has_left = status is not None and status.status is MemberStatus.LEFT
    if kind is not None and kind.kind is not MemberKind.GUEST and not has_left:
        raise Refusal(f"Đồng chí này đã {said(kind)} {since(kind)}; không kết nạp lần nữa được.")
    if birth_date and on[: len(birth_date)] < f"{int(birth_date[:4]) + 18:04}{birth_date[4:]}":
        raise Refusal(f"Ngày {show_date(on)} người này chưa đủ 18 tuổi; hãy kiểm tra lại ngày sinh và ngày kết nạp.")


def check_official(life: Life, on: str) -> None:
    """Refuses whoever is not on probation, or not yet for twelve months (Điều lệ Đảng, Điều 5)."""
    kind = check_member(life, on)
    if kind.kind is MemberKind.OFFICIAL:
        raise Refusal(f"Đồng chí này đã {said(kind)} {since(kind)}; không công nhận lần nữa được.")
    if kind.valid_from > ALWAYS and on < (full := year_after(kind.valid_from)):
        raise Refusal(f"Thời gian dự bị đủ mười hai tháng vào ngày {show_date(full)}; hãy kiểm tra lại ngày.")


def home(life: Life, on: str) -> CellStay:
    """The cell of a day; refuses whoever has none then."""
    found = at(life.cells, on)
    if found is None:
        raise Refusal(f"Ngày {show_date(on)} đồng chí này không thuộc chi bộ nào; hãy ghi chuyển đến trước.")
    return found


def check_homeless(life: Life, on: str) -> None:
    """Refuses whoever belongs to a cell of the office on a day."""
    found = at(life.cells, on)
    if found is not None:
        raise Refusal(f"Đồng chí này đã {said(found)} {since(found)}; hãy dùng việc chuyển giữa các chi bộ.")


def check_active(life: Life, on: str) -> None:
    """Refuses whoever takes no part in activity on a day."""
    check_present(life, on)
    status = at(life.statuses, on)
    if status is not None and status.status is not MemberStatus.ACTIVE:
        raise Refusal(f"Đồng chí này đã {said(status)} {since(status)}; hãy ghi trở lại sinh hoạt trước.")


def paused(life: Life, on: str) -> StatusPeriod:
    """The exemption, suspension or interruption of a day; refuses where there is none."""
    check_present(life, on)
    status = at(life.statuses, on)
    if status is None or status.status is MemberStatus.ACTIVE:
        raise Refusal(f"Ngày {show_date(on)} đồng chí này đang sinh hoạt đảng bình thường; không có gì để ghi trở lại.")
    return status


def going_on(facts: Sequence[Some], on: str, name: str) -> Some:
    """What began before a day and still holds on it; refuses where nothing does, by its name."""
    found = next((fact for fact in facts if fact.valid_from < on < fact.valid_to), None)
    if found is None:
        raise Refusal(f"Trước ngày {show_date(on)} không ghi đồng chí này {name}; hãy kiểm tra lại ngày.")
    return found


def contradiction(life: Life) -> str | None:
    """What two facts of a life cannot both be true, as a sentence, or None."""
    for facts in (life.cells, life.kinds, life.statuses, life.temporary):
        for one, other in pairwise(facts):
            if one.valid_to > other.valid_from:
                return f"{clause(one)} trùng thời gian với {clause(other)}"
    last = next((status for status in life.statuses if status.status is MemberStatus.DECEASED), None)
    if last is None:
        return None
    others: chain[Period] = chain(life.cells, life.kinds, life.statuses, life.temporary, life.offices)
    after = next((fact for fact in others if fact.valid_from > last.valid_from), None)
    return None if after is None else f"{clause(after)} sau khi {clause(last)}"


def clause(fact: Period) -> str:
    """A fact with its first day."""
    return f"“{said(fact)}” {since(fact)}"


def reasoned(status: StatusPeriod) -> str:
    """A status with how it came about: "ra khỏi Đảng (Xóa tên)"."""
    why = word(status.form) if status.form else status.reason
    return STATUSES[status.status] + (f" ({why})" if why else "")
