"""How likely it is that two entries of the register are one person, and why. Weighted; what decides is a person."""

from collections.abc import Iterable
from dataclasses import dataclass

from db.keys import fold, same_words
from db.records import Member
from db.values import ALWAYS, FOREVER
from desktop_app.domain.matching import agree

LIKELY = 55
"""From so many points on a pair is shown."""
FIELDS = (
    "full_name",
    "sort_name",
    "other_name",
    "birth_date",
    "gender",
    "party_card_no",
    "old_party_card_no",
    "card_issued_on",
    "citizen_id",
    "old_id_no",
    "admitted_on",
    "official_on",
    "party_position",
    "government_position",
    "union_position",
    "phone",
    "note",
)
"""Facts of which a merger keeps one person's or the other's."""
DATED = ("cell", "kind", "status")
"""Dated facts of which a merger keeps one person's whole course, the other's where that one has nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What speaks for and against two entries being one person; `reasons` in Vietnamese, strongest first."""

    points: int
    reasons: tuple[str, ...]

    @property
    def likely(self) -> bool:
        return self.points >= LIKELY


Clue = tuple[int, str]


def likeness(one: Member, other: Member) -> Likeness:
    """What speaks for and against two entries being one person."""
    clues = [name_clue(one, other), birth_clue(one, other), *number_clues(one, other)]
    if one.cell_id is not None and one.cell_id == other.cell_id:
        clues.append((15, "cùng chi bộ"))
    told = sorted((clue for clue in clues if clue[0]), key=lambda clue: -abs(clue[0]))
    return Likeness(points=sum(points for points, _ in told), reasons=tuple(reason for _, reason in told))


def name_clue(one: Member, other: Member) -> Clue:
    if same_words(one.full_name) == same_words(other.full_name):
        return 40, "cùng họ tên"
    if fold(one.full_name) == fold(other.full_name):
        return 25, "họ tên chỉ khác dấu"
    names = [{same_words(name) for name in (each.full_name, each.other_name) if name} for each in (one, other)]
    return (30, "họ tên là tên gọi khác") if names[0] & names[1] else (-40, "khác họ tên")


def birth_clue(one: Member, other: Member) -> Clue:
    if not one.birth_date or not other.birth_date:
        return 0, ""
    if one.birth_date == other.birth_date and len(one.birth_date) == 10:
        return 30, "cùng ngày sinh"
    if agree(one.birth_date, other.birth_date):
        return 10, "ngày sinh khớp phần đã biết"
    return -50, "khác ngày sinh"


def number_clues(one: Member, other: Member) -> list[Clue]:
    """Cards and ids: the same one says nearly all, another one of the same length speaks against."""
    cards = [{each.party_card_no, each.old_party_card_no} - {None} for each in (one, other)]
    found: list[Clue] = []
    if cards[0] & cards[1]:
        found.append((100, "cùng số thẻ đảng viên"))
    elif one.party_card_no and other.party_card_no and len(one.party_card_no) == len(other.party_card_no):
        found.append((-25, "khác số thẻ đảng viên"))
    if one.citizen_id and other.citizen_id:
        same = one.citizen_id == other.citizen_id
        found.append((100, "cùng số định danh cá nhân") if same else (-40, "khác số định danh cá nhân"))
    if one.phone and one.phone == other.phone:
        found.append((10, "cùng số điện thoại"))
    return found


def gaps(periods: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The days from always to forever that none of these periods covers, as periods."""
    free, day = [], ALWAYS
    for start, end in sorted(periods):
        if day < start:
            free.append((day, start))
        day = max(day, end)
    return [*free, (day, FOREVER)] if day < FOREVER else free


def within(start: str, end: str, free: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """The parts of a period that lie in free days."""
    cut = ((max(start, first), min(end, last)) for first, last in free)
    return [(first, last) for first, last in cut if first < last]
