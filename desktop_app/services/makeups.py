"""Make-ups of missed half-days as they are recorded by hand: a day, a form, who confirmed it. The absence stays.

Make-ups that follow from presence at a make-up conference are the business of `makeup_conferences`.
"""

from collections.abc import Iterable, Sequence

from db import attendance as kept
from db.attendance import Place
from db.keys import tidy
from db.records import Conference, MakeUp
from db.rolls import frozen, on_roll
from db.store import Store
from db.values import MakeUpForm, MarkStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.services.conferences import conference, first_day
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.rolls import require_frozen
from desktop_app.services.standings import standings

NAMED = 3


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

    The absence stays as it was marked. Refuses a make-up before the missed half-day, whoever missed nothing, and
    whoever has nothing left to make up: what was recorded once is taken off before it is recorded anew.
    """
    found = conference(store, conference_id)
    require_frozen(store, conference_id)
    missed = missed_places(store, found, member_ids, half_day_ids)
    if not missed:
        raise Refusal("Những người được chọn không vắng buổi nào cần học bù.")
    owed = not_made_up(store, found, missed)
    held_on = {day.id: day.held_on for day in found.half_days}
    if any(made_up_on < held_on[half_day] for half_day, _ in owed):
        raise Refusal("Ngày học bù sớm hơn buổi đã vắng; hãy sửa ngày học bù.")
    person = tidy(confirmed_by or "") or None
    with store.gesture("makeup.record", f"Ghi học bù cho {len({m for _, m in owed})} người"):
        kept.write_makeups(
            store,
            (
                MakeUp(half_day_id=h, member_id=m, made_up_on=made_up_on, form=form, confirmed_by=person)
                for h, m in owed
            ),
        )
    return len(owed)


def not_made_up(store: Store, found: Conference, missed: Sequence[Place]) -> list[Place]:
    """Those of these places still owed. Refuses where somebody made up all of theirs already."""
    people = list(dict.fromkeys(member for _, member in missed))
    standing = kept.makeups(store, found.round_id, found.id, people)
    owed = [place for place in missed if place not in standing]
    settled = set(people) - {member for _, member in owed}
    if settled:
        first = max(standing[place].made_up_on for place in missed if place[1] in settled)
        raise Refusal(
            f"{names(store, found, settled)} đã ghi học bù (ngày {show_date(first)}); "
            "muốn ghi lại, hãy bỏ học bù của người đó trước."
        )
    return owed


def names(store: Store, found: Conference, member_ids: Iterable[int]) -> str:
    """Up to three names, then how many more."""
    known = [row.full_name for row in frozen(store, found.id, first_day(found), member_ids=member_ids)]
    more = f" và {len(known) - NAMED} người khác" if len(known) > NAMED else ""
    return ", ".join(known[:NAMED]) + more


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
    """Take the make-ups recorded by hand off again; how many half-days. Presence at a make-up conference then counts.

    Refuses where all there is follows from presence at a make-up conference: that mark is taken off there.
    """
    found = conference(store, conference_id)
    standing = kept.makeups(store, found.round_id, conference_id, member_ids)
    places = [place for place, each in standing.items() if each.makeup_half_day_id is None]
    if standing and not places:
        raise Refusal("Học bù này là do có mặt ở hội nghị học bù; muốn bỏ, hãy sửa điểm danh của hội nghị học bù đó.")
    with store.gesture("makeup.remove", f"Bỏ học bù của {len(member_ids)} người"):
        kept.clear_makeups(store, places)
        follow_marks(store, found, places)
    return len(places)
