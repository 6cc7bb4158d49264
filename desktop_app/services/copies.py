"""What is taken over from earlier work: a round as the template of a new one, the venues of a conference in another.

Only plans are taken over: never rolls, marks, essays or anything handed in.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from db import conferences as kept
from db.keys import same_words
from db.records import Conference, HalfDay, StudyRound, Venue
from db.store import Store
from db.values import ConferenceKind
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, organizations, rounds
from desktop_app.services.conferences import first_day
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.seating import in_tree_order


def copy_round(store: Store, round_id: int, name: str, starts_on: str) -> StudyRound:
    """A new round like an earlier one, that begins on `starts_on`: every date is as many days later.

    Questions, audiences, deadlines, main conferences with half-days and topics, venues with cells come along; the
    documents of the new round are left to be written.
    """
    pattern, held = rounds.study_round(store, round_id), template_conferences(store, round_id)
    later = date.fromisoformat(starts_on) - date.fromisoformat(begins_on(pattern, held, starts_on))
    draft = moved_round(pattern, name, later)
    with store.gesture("round.copy", f"Lập {said_of('đợt', name)} theo mẫu {said_of('đợt', pattern.name)}"):
        made = rounds.create(store, draft)
        for each in held:
            moved = tuple(moved_half_day(day, later) for day in each.half_days)
            new = conferences.create(store, made.id, replace(conferences.draft_of(each), half_days=moved))
            copy_venues(store, each.id, new.id)
    return rounds.study_round(store, made.id)


def template_conferences(store: Store, round_id: int) -> list[Conference]:
    """The conferences a copy of a round takes over: the main ones, not those that made up for absence."""
    return [each for each in conferences.conferences(store, round_id) if each.kind is ConferenceKind.MAIN]


def begins_on(pattern: StudyRound, held: Sequence[Conference], otherwise: str) -> str:
    """The first day of a round: of its conferences, else the first of its deadlines."""
    if held:
        return min(map(first_day, held))
    dates = (pattern.study_by, pattern.essay_by, *(each.due_on for each in pattern.deadlines))
    return min((day for day in dates if day), default=otherwise)


def moved_round(pattern: StudyRound, name: str, later: timedelta) -> RoundDraft:
    """The rules of a round with its dates moved; nothing of its own documents and note."""
    return replace(
        rounds.draft_of(pattern),
        name=name,
        study_by=moved(pattern.study_by, later),
        essay_by=moved(pattern.essay_by, later),
        deadlines=tuple(replace(each, id=0, due_on=shifted(each.due_on, later)) for each in pattern.deadlines),
        documents=(),
        note=None,
    )


def moved_half_day(day: HalfDay, later: timedelta) -> HalfDay:
    return replace(day, id=0, held_on=shifted(day.held_on, later))


def moved(day: str | None, later: timedelta) -> str | None:
    return shifted(day, later) if day else None


def shifted(day: str, later: timedelta) -> str:
    """A day so much later; refuses to leave the calendar."""
    try:
        return (date.fromisoformat(day) + later).isoformat()
    except OverflowError:
        raise Refusal("Ngày bắt đầu quá xa so với đợt cũ; hãy xem lại năm.") from None


def copy_venues(store: Store, from_id: int, to_id: int) -> int:
    """Add the venues of another conference, with their tree and all that is said of them; how many were new.

    A venue of the same name stays as it is. Cells come along that still exist and have no venue there yet.
    """
    if from_id == to_id:
        raise Refusal("Hai hội nghị là một; hãy chọn hội nghị khác để chép điểm cầu.")
    there, target = conferences.venues(store, to_id), conferences.conference(store, to_id)
    if target.closed_at is not None:
        raise Refusal("Hội nghị đã kết thúc điểm danh; muốn sửa điểm cầu, hãy mở lại hội nghị và ghi lý do.")
    ids = {same_words(venue.name): venue.id for venue in there}
    open_cells = {cell_id for cell_id, _ in organizations.cell_names(store, first_day(target))}
    open_cells -= {cell for venue in there for cell in venue.cell_ids}
    new_ids: dict[int, int] = {}
    with store.gesture("venue.copy", f"Chép điểm cầu sang {target.name}"), conferences.following(store, to_id):
        for venue, _ in in_tree_order(conferences.venues(store, from_id)):
            known = ids.get(same_words(venue.name))
            new_ids[venue.id] = known or kept.save_venue(store, as_copy(venue, to_id, new_ids, open_cells))
    return len(set(new_ids.values()) - {venue.id for venue in there})


def as_copy(venue: Venue, to_id: int, new_ids: dict[int, int], open_cells: set[int]) -> Venue:
    parent = new_ids[venue.parent_id] if venue.parent_id is not None else None
    cells = tuple(cell for cell in venue.cell_ids if cell in open_cells)
    return replace(venue, id=0, conference_id=to_id, parent_id=parent, cell_ids=cells)
