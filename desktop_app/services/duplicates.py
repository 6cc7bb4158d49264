"""Entries that may be one person: found, compared side by side, merged into one, or told apart for good.

A merger is one gesture: every mark, make-up and essay of both stays; where the two contradict each other it stops and
says where, until the clerk has decided.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from db import duplicates
from db.records import Member
from db.store import Store
from db.values import DayPart, MakeUpForm, MarkStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.duplicates import DATED, FIELDS, Likeness, gaps, likeness, within
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.domain.words import word
from desktop_app.services import backup_rota
from desktop_app.services.makeup_conferences import follow_everywhere
from desktop_app.services.members import draft_of, member, page, person_row
from desktop_app.services.office import today

MARKED, MADE_UP = "mark", "makeup"
DECIDING = {MARKED: ("status",), MADE_UP: ("made_up_on", "form", "makeup_half_day_id")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries that are likely one person, and what speaks for and against it."""

    one: Member
    other: Member
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A half-day for which both were marked, or made up, differently. `said` names it; values are in Vietnamese."""

    half_day_id: int
    said: str
    kept: str
    other: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two entries side by side: (field, value of the one, value of the other), and where their marks contradict."""

    one: Member
    other: Member
    likeness: Likeness
    fields: tuple[tuple[str, Any, Any], ...]
    conflicts: tuple[Conflict, ...]


def pairs(store: Store, limit: int = 200) -> list[Pair]:
    """Entries that are likely one person, the likeliest first. Nobody is compared with everybody."""
    found = duplicates.candidates(store, today(store).isoformat())
    people = {person.id: person for person in page(store, sorted({each for pair in found for each in pair}))}
    likely = [Pair(one=people[a], other=people[b], likeness=likeness(people[a], people[b])) for a, b in sorted(found)]
    return sorted((pair for pair in likely if pair.likeness.likely), key=lambda pair: -pair.likeness.points)[:limit]


def compare(store: Store, one_id: int, other_id: int) -> Comparison:
    """Two entries side by side."""
    one, other = both(store, one_id, other_id)
    return Comparison(
        one=one,
        other=other,
        likeness=likeness(one, other),
        fields=tuple((name, getattr(one, name), getattr(other, name)) for name in (*FIELDS, *DATED)),
        conflicts=tuple(conflicts(store, one_id, other_id)),
    )


def not_same(store: Store, one_id: int, other_id: int) -> None:
    """Remember that two entries are two people, so that the pair is shown no more."""
    one, other = both(store, one_id, other_id)
    with store.gesture("duplicates.not_same", f"Không phải một người: {one.full_name} ({one.code}, {other.code})"):
        duplicates.tell_apart(store, one_id, other_id)


def merge(
    store: Store, kept_id: int, other_id: int, take: Collection[str] = (), marks: Mapping[int, int] | None = None
) -> Member:
    """Make two entries one person; the other goes to the bin and points to the one kept.

    `take` names the facts (of FIELDS and DATED) that are the other's; what the kept one lacks is taken in any case.
    `marks`: half-day → the id of whose mark and make-up holds, for every half-day on which the two differ.
    """
    kept, other = both(store, kept_id, other_id)
    if unknown := set(take) - {*FIELDS, *DATED}:
        raise Refusal(f"Không có mục “{min(unknown)}” để chọn; hãy chọn lại.")
    chosen = dict(marks or {})
    for each in conflicts(store, kept_id, other_id):
        if chosen.get(each.half_day_id) not in (kept_id, other_id):
            raise Refusal(
                f"Hai người khác nhau ở {each.said}: {each.kept} và {each.other}; hãy chọn giữ của ai rồi gộp lại."
            )
    backup_rota.before(store, Reason.MERGE)
    with store.gesture("duplicates.merge", f"Gộp {other.full_name} ({other.code}) vào {kept.full_name} ({kept.code})"):
        for table in (MARKED, MADE_UP):
            join_half_days(store, table, kept_id, other_id, chosen)
        duplicates.join_rolls(store, kept_id, other_id)
        duplicates.join_essays(store, kept_id, other_id)
        for table in (MARKED, MADE_UP, "roll_row", *duplicates.GIVEN):
            duplicates.give(store, table, kept_id, other_id)
        join_courses(store, kept_id, other_id, take)
        join_facts(store, kept, other, take)
        duplicates.retire(store, other_id, kept_id)
        follow_everywhere(store, [kept_id])
    return member(store, kept_id)


def both(store: Store, one_id: int, other_id: int) -> tuple[Member, Member]:
    """The two people. Refuses one and the same, and who is in the bin."""
    if one_id == other_id:
        raise Refusal("Hai mã là của cùng một người; hãy chọn hai người khác nhau.")
    found = page(store, [one_id, other_id])
    if len(found) < 2 or duplicates.binned(store, [one_id, other_id]):
        raise Refusal("Một trong hai người không còn trong sổ; hãy tải lại danh sách.")
    return found[0], found[1]


def conflicts(store: Store, kept_id: int, other_id: int) -> list[Conflict]:
    """Where the two were marked, or made up, differently for one half-day."""
    return [
        Conflict(
            half_day_id=row["half_day_id"],
            said=f"{'điểm danh' if table == MARKED else 'học bù'} buổi {word(DayPart(row['part'])).lower()} "
            f"{show_date(row['held_on'])}",
            kept=in_words(table, row["kept"]),
            other=in_words(table, row["other"]),
        )
        for table in (MARKED, MADE_UP)
        for row in duplicates.shared_half_days(store, table, kept_id, other_id)
        if any(row["kept"][name] != row["other"][name] for name in DECIDING[table])
    ]


def in_words(table: str, row: dict[str, Any]) -> str:
    """A mark or make-up in a few words."""
    if table == MARKED:
        return word(MarkStatus(row["status"])).lower()
    return f"{word(MakeUpForm(row['form'])).lower()} ngày {show_date(row['made_up_on'])}"


def join_half_days(store: Store, table: str, kept_id: int, other_id: int, chosen: Mapping[int, int]) -> None:
    """One row for each half-day of which both have one: the one chosen, else all that the two alike say."""
    for row in duplicates.shared_half_days(store, table, kept_id, other_id):
        mine, theirs = row["kept"], row["other"]
        differ = any(mine[name] != theirs[name] for name in DECIDING[table])
        if not differ:
            held = {name: theirs[name] if value is None else value for name, value in mine.items()}
        else:
            held = theirs if chosen[row["half_day_id"]] == other_id else mine
        values = {name: value for name, value in held.items() if name not in ("half_day_id", "member_id")}
        duplicates.settle_half_day(store, table, row["half_day_id"], kept_id, other_id, **values)


def join_courses(store: Store, kept_id: int, other_id: int, take: Collection[str]) -> None:
    """Dated facts: the course of one of them, and the other's on days about which that one says nothing."""
    for choice, tables in duplicates.COURSES.items():
        for table in tables:
            mine, theirs = duplicates.course(store, table, kept_id), duplicates.course(store, table, other_id)
            if choice in take and theirs:
                duplicates.strike(store, table, [row["id"] for row in mine])
                for row in theirs:
                    duplicates.copy_row(store, table, row, kept_id, row["valid_from"], row["valid_to"])
                mine, theirs = theirs, mine
            free = gaps((row["valid_from"], row["valid_to"]) for row in mine)
            for row in theirs:
                for start, end in within(row["valid_from"], row["valid_to"], free):
                    duplicates.copy_row(store, table, row, kept_id, start, end)


def join_facts(store: Store, kept: Member, other: Member, take: Collection[str]) -> None:
    """The facts of the kept person: their own, the other's where chosen or where there is none."""
    values = {name: getattr(other, name) for name in FIELDS if name in take or getattr(kept, name) is None}
    duplicates.write_facts(store, kept.id, person_row(replace(draft_of(kept), **values)))
