"""Marking half-days, making up what was missed, and how each person stands in a round."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from db import attendance as kept
from db import conferences as kept_conferences
from db.attendance import Place
from db.keys import tidy
from db.records import Conference, HalfDay, MakeUp, Mark, RollRow, StudyRound
from db.rolls import frozen, on_roll, people_of_cell
from db.store import Store, now
from db.values import ConferenceKind, Deduction, MakeUpForm, MarkStatus, MemberKind
from desktop_app.domain.obligations import Attended, attended, required_half_days, studied
from desktop_app.domain.refusal import Refusal
from desktop_app.services.conferences import conference, first_day
from desktop_app.services.rolls import require_frozen, roll
from desktop_app.services.rounds import study_round


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is marked in one place: half-days across, people down. A place without a mark is not in `marks`;
    `makeups` are of the half-days missed."""

    half_days: tuple[HalfDay, ...]
    rows: tuple[RollRow, ...]
    marks: dict[Place, Mark]
    makeups: dict[Place, MakeUp] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person in a round. `missed` are the half-days without presence, `made_up` their make-ups; `made_up_on` the
    day of the last one."""

    row: RollRow
    must_attend: bool
    outcome: Attended
    required: int
    missed: tuple[int, ...]
    made_up: tuple[MakeUp, ...]
    made_up_on: str | None
    studied: bool


def sheet(store: Store, conference_id: int, venue_id: int | None = None, cell_id: int | None = None) -> Sheet:
    """The marking sheet of a conference, or of one venue or cell: everyone not taken off the must-attend list."""
    require_frozen(store, conference_id)
    found = conference(store, conference_id)
    rows = tuple(row for row in roll(store, conference_id, venue_id, cell_id) if row.deduction is None)
    some = None if venue_id is None and cell_id is None else [row.member_id for row in rows]
    return Sheet(
        half_days=found.half_days,
        rows=rows,
        marks=kept.marks(store, found.round_id, conference_id, some),
        makeups=kept.makeups(store, found.round_id, conference_id, some),
    )


def mark(
    store: Store,
    conference_id: int,
    places: Iterable[Place],
    status: MarkStatus | None,
    reason: str | None = None,
    venue_id: int | None = None,
) -> int:
    """Mark these (half-day, member) places, None = not marked again; how many. `venue_id` = where they were seen."""
    places = allowed(store, conference_id, places)
    with store.gesture("attendance.mark", f"Điểm danh {len(places)} lượt"):
        if status is None:
            kept.clear_marks(store, places)
        else:
            one = Mark(half_day_id=0, member_id=0, status=status, venue_id=venue_id, reason=tidy(reason or "") or None)
            kept.write_marks(store, (replace(one, half_day_id=h, member_id=m) for h, m in places), now())
    return len(places)


def fill_blanks(
    store: Store, conference_id: int, places: Iterable[Place], status: MarkStatus = MarkStatus.PRESENT
) -> int:
    """Mark those of these places that are not marked; marks that stand are never changed. How many were filled."""
    places = list(places)
    people = {member for _, member in places}
    standing = kept.marks(store, conference(store, conference_id).round_id, conference_id, people)
    return mark(store, conference_id, [place for place in places if place not in standing], status)


def give_reason(store: Store, conference_id: int, places: Iterable[Place], reason: str | None) -> int:
    """Write why people were absent; each keeps the absence it has, presence and blanks are left alone. How many."""
    places = allowed(store, conference_id, places)
    round_id = conference(store, conference_id).round_id
    standing = kept.marks(store, round_id, conference_id, {member for _, member in places})
    absent = [standing[p] for p in places if p in standing and standing[p].status is not MarkStatus.PRESENT]
    with store.gesture("attendance.reason", f"Ghi lý do của {len(absent)} lượt vắng"):
        kept.write_marks(store, (replace(each, reason=tidy(reason or "") or None) for each in absent), now())
    return len(absent)


def allowed(store: Store, conference_id: int, places: Iterable[Place]) -> list[Place]:
    """The places, once each. Refuses half-days of another conference and people who are not on the roll."""
    require_frozen(store, conference_id)
    places = list(dict.fromkeys(places))
    days = {day.id for day in conference(store, conference_id).half_days}
    people = {member for _, member in places}
    if any(half_day not in days for half_day, _ in places):
        raise Refusal("Buổi này không thuộc hội nghị đang mở; hãy tải lại trang điểm danh.")
    if people - on_roll(store, conference_id, people):
        raise Refusal("Có người không có trong danh sách triệu tập; hãy kiểm tra lại danh sách.")
    return places


def record_makeup(
    store: Store,
    conference_id: int,
    member_ids: Sequence[int],
    made_up_on: str,
    form: MakeUpForm = MakeUpForm.SELF_STUDY,
    confirmed_by: str | None = None,
    half_day_ids: Sequence[int] | None = None,
) -> int:
    """Record that people made up their missed half-days (all, or those named) on a day; how many half-days.

    The absence stays as it was marked. Refuses a make-up before the missed half-day, and whoever missed nothing.
    """
    found = conference(store, conference_id)
    require_frozen(store, conference_id)
    missed = missed_places(store, found, member_ids, half_day_ids)
    if not missed:
        raise Refusal("Những người được chọn không vắng buổi nào cần học bù.")
    held_on = {day.id: day.held_on for day in found.half_days}
    if any(made_up_on < held_on[half_day] for half_day, _ in missed):
        raise Refusal("Ngày học bù sớm hơn buổi đã vắng; hãy sửa ngày học bù.")
    person = tidy(confirmed_by or "") or None
    with store.gesture("makeup.record", f"Ghi học bù cho {len({m for _, m in missed})} người"):
        kept.write_makeups(
            store,
            (
                MakeUp(half_day_id=h, member_id=m, made_up_on=made_up_on, form=form, confirmed_by=person)
                for h, m in missed
            ),
        )
    return len(missed)


def make_up(
    store: Store,
    round_id: int,
    member_ids: Sequence[int],
    made_up_on: str,
    form: MakeUpForm = MakeUpForm.SELF_STUDY,
    confirmed_by: str | None = None,
) -> int:
    """As `record_makeup`, for people of a round whichever of its conferences counts for them; how many half-days."""
    with store.gesture("makeup.record", f"Ghi học bù cho {len(set(member_ids))} người"):
        return sum(
            record_makeup(store, conference_id, people, made_up_on, form, confirmed_by)
            for conference_id, people in by_conference(store, round_id, member_ids).items()
        )


def take_back_makeup(store: Store, round_id: int, member_ids: Sequence[int]) -> int:
    """As `undo_makeup`, for people of a round whichever of its conferences counts for them; how many half-days."""
    with store.gesture("makeup.remove", f"Bỏ học bù của {len(set(member_ids))} người"):
        return sum(
            undo_makeup(store, conference_id, people)
            for conference_id, people in by_conference(store, round_id, member_ids).items()
        )


def by_conference(store: Store, round_id: int, member_ids: Sequence[int]) -> dict[int, list[int]]:
    """These people by the conference that counts for each. Refuses whoever is on no roll of the round."""
    standing_now = standings(store, round_id, member_ids=member_ids)
    of = {standing.row.member_id: standing.row.conference_id for standing in standing_now}
    if set(member_ids) - of.keys():
        raise Refusal("Có người không có trong danh sách triệu tập; hãy kiểm tra lại danh sách.")
    found: dict[int, list[int]] = {}
    for member_id in dict.fromkeys(member_ids):
        found.setdefault(of[member_id], []).append(member_id)
    return found


def missed_places(
    store: Store, found: Conference, member_ids: Sequence[int], half_day_ids: Sequence[int] | None
) -> list[Place]:
    """The half-days these people were marked absent from, or not marked at all."""
    marks = kept.marks(store, found.round_id, found.id, member_ids)
    days = [day.id for day in found.half_days if half_day_ids is None or day.id in half_day_ids]
    if set(member_ids) - on_roll(store, found.id, member_ids):
        raise Refusal("Có người không có trong danh sách triệu tập; hãy kiểm tra lại danh sách.")
    places = [(day, member) for member in dict.fromkeys(member_ids) for day in days]
    return [p for p in places if p not in marks or marks[p].status is not MarkStatus.PRESENT]


def undo_makeup(store: Store, conference_id: int, member_ids: Sequence[int]) -> int:
    """Take the make-ups of these people at a conference off again; how many half-days."""
    found = conference(store, conference_id)
    places = list(kept.makeups(store, found.round_id, conference_id, member_ids))
    with store.gesture("makeup.remove", f"Bỏ học bù của {len(member_ids)} người"):
        kept.clear_makeups(store, places)
    return len(places)


def standings(
    store: Store, round_id: int, cell_id: int | None = None, member_ids: Sequence[int] | None = None
) -> list[Standing]:
    """How everyone on the round's rolls (or in a cell, or some people) stands, each person once, in cell order then
    list order; guests too."""
    found = study_round(store, round_id)
    some = people_of_cell(store, round_id, cell_id) if cell_id is not None and member_ids is None else member_ids
    marks, makeups = kept.marks(store, round_id, None, some), kept.makeups(store, round_id, None, some)
    best: dict[int, Standing] = {}
    for held in kept_conferences.conferences(store, round_id):
        if held.kind is not ConferenceKind.MAIN or held.frozen_at is None:
            continue
        days = [day.id for day in held.half_days]
        for row in frozen(store, held.id, first_day(held), member_ids=some):
            standing = stand(found, row, days, marks.get, makeups.get)
            if row.member_id not in best or rank(standing) < rank(best[row.member_id]):
                best[row.member_id] = standing
    return [standing for standing in best.values() if cell_id is None or standing.row.cell_id == cell_id]


def rank(standing: Standing) -> tuple[bool, bool, bool]:
    """Which of a person's conferences counts: where they must attend, attended, studied; the oldest of equals."""
    off = standing.row.deduction is not None and not standing.must_attend
    return (off, standing.outcome is not Attended.ATTENDED, not standing.studied)


def stand(
    found: StudyRound,
    row: RollRow,
    days: Sequence[int],
    mark_at: Callable[[Place], Mark | None],
    makeup_at: Callable[[Place], MakeUp | None],
) -> Standing:
    """One person at one conference."""
    given = [mark_at((day, row.member_id)) for day in days]
    statuses = [None if each is None else each.status for each in given]
    missed = [day for day, status in zip(days, statuses, strict=True) if status is not MarkStatus.PRESENT]
    makeups = [makeup_at((day, row.member_id)) if day in missed else None for day in days]
    made_up = tuple(each for each in makeups if each is not None)
    required = required_half_days(found, row.audience, len(days))
    came = row.deduction is Deduction.EXEMPT and found.exempt_counts_if_present and MarkStatus.PRESENT in statuses
    return Standing(
        row=row,
        must_attend=row.kind is not MemberKind.GUEST and (row.deduction is None or came),
        outcome=attended(statuses, required),
        required=required,
        missed=tuple(missed),
        made_up=made_up,
        made_up_on=max((each.made_up_on for each in made_up), default=None),
        studied=studied(statuses, makeups, required),
    )


def outstanding(store: Store, round_id: int, cell_id: int | None = None) -> list[Standing]:
    """Who must attend and has not studied yet."""
    return [s for s in standings(store, round_id, cell_id) if s.must_attend and not s.studied]
