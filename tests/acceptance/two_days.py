"""Two days at twenty venues as an office lives through them, from freezing the roll to the make-up conference.

The first morning of six venues is done in the window, two venues come back on paper and in a workbook, the rest is
marked through the services; one venue stays incomplete and one silent. Not tests themselves.
"""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from db.day_records import DiaryEntry, HeadCount
from db.records import Conference, HalfDay
from db.values import DayPart, Deduction, DiaryKind, MarkStatus
from desktop_app.services import (
    attendance,
    closing,
    conferences,
    contradictions,
    journal,
    makeup_conferences,
    roll_changes,
    rolls,
    standings,
    venue_diary,
    venue_reports,
)
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.store import Store
from tests.acceptance.day_in_window import Morning
from tests.acceptance.day_on_paper import by_pages, by_workbook, must_attend
from tests.acceptance.refusals import refused
from tests.acceptance.thousands import Thousands, thousands
from tests.acceptance.window_hands import Hands

BY_PAGES, BY_WORKBOOK, INCOMPLETE, SILENT = 7, 8, 18, 19
PRESENT, ABSENT = MarkStatus.PRESENT, MarkStatus.ABSENT
REASONS = {MarkStatus.ABSENT_EXCUSED: "ốm"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoDays:
    store: Store
    made: Thousands
    morning: Morning
    makeup: Conference


def live(hands: Hands, store: Store, folder: Path) -> TwoDays:
    """The whole story."""
    made, random = thousands(store), Random(2021)
    rolls.freeze(store, made.conference_id)
    correct_roll(store, made)
    morning = Morning(hands, store, made)
    morning.by_keys()
    morning.by_scans()
    by_pages(store, made, made.venue_ids[BY_PAGES])
    by_workbook(store, made, made.venue_ids[BY_WORKBOOK], folder)
    mark_the_rest(store, made, random)
    settle_two_places(store, made)
    report(store, made)
    close_and_reopen(store, made)
    held = make_up(store, made)
    return TwoDays(store=store, made=made, morning=morning, makeup=held)


def correct_roll(store: Store, made: Thousands) -> None:
    """People taken off with a reason, one put back, one such correction undone."""
    people = [row.member_id for row in must_attend(store, made, made.venue_ids[10])]
    roll_changes.take_off(store, made.conference_id, people[:4], "Đi nước ngoài")
    roll_changes.restore(store, made.conference_id, people[:1], "Đã về")
    rolls.deduct(store, made.conference_id, people[9], Deduction.OTHER, "Nhầm người")
    journal.undo(store)


def mark_the_rest(store: Store, made: Thousands, random: Random) -> None:
    """What is still blank at every venue but the silent one; the incomplete one stops in the middle of the last."""
    for number, venue_id in enumerate(made.venue_ids):
        if number == SILENT:
            continue
        people = [row.member_id for row in must_attend(store, made, venue_id)]
        for half_day in made.half_day_ids:
            last = number == INCOMPLETE and half_day == made.half_day_ids[-1]
            mark_column(store, made, venue_id, half_day, people[: len(people) // 2] if last else people, random)
    mistake(store, made)


def mark_column(store: Store, made: Thousands, venue_id: int, half_day: int, people: list[int], random: Random) -> None:
    """Absences of a tenth of those not marked yet, then everybody else present."""
    standing = attendance.marks_at(store, [(half_day, person) for person in people])
    blank = [(half_day, person) for person in people if (half_day, person) not in standing]
    for status in list(MarkStatus)[1:]:
        places = [place for place in blank if random.random() < 0.04]
        attendance.mark(store, made.conference_id, places, status, REASONS.get(status))
    attendance.fill_blanks(store, made.conference_id, blank, venue_id=venue_id)


def mistake(store: Store, made: Thousands) -> None:
    """A whole venue marked absent by mistake, taken back, and done again, and taken back again."""
    places = [(made.half_day_ids[1], row.member_id) for row in must_attend(store, made, made.venue_ids[12])]
    attendance.mark(store, made.conference_id, places, ABSENT)
    journal.undo(store)
    journal.redo(store)
    journal.undo(store)


def settle_two_places(store: Store, made: Thousands) -> None:
    """Of those read at two venues, the first is said to have been at the second one; the others are left open."""
    told = [each for each in contradictions.contradictions(store, made.round_id) if each.venues]
    contradictions.settle_venue(store, told[0], told[0].venues[1])


def report(store: Store, made: Thousands) -> None:
    """Venues sign and call their reports complete; the incomplete one may not; one signed number is wrong."""
    first = made.half_day_ids[0]
    for venue_id in made.venue_ids[:INCOMPLETE]:
        for half_day in made.half_day_ids:
            venue_reports.complete(store, made.conference_id, venue_id, half_day)
    unfinished = (store, made.conference_id, made.venue_ids[INCOMPLETE], made.half_day_ids[-1])
    assert "chưa điểm danh" in refused(venue_reports.complete, *unfinished)
    venue_reports.sign(store, made.conference_id, made.venue_ids[3], first, 5)
    venue_reports.take_back(store, made.conference_id, made.venue_ids[2], first)
    heads = HeadCount(venue_id=made.venue_ids[0], half_day_id=first, people="Quần chúng, nhân dân", count=45)
    venue_diary.count(store, made.conference_id, heads)
    entry = DiaryEntry(
        venue_id=made.venue_ids[4],
        half_day_id=first,
        kind=DiaryKind.LINE,
        happened_at="2021-03-27 08:10",
        text="Mất đường truyền 5 phút",
    )
    venue_diary.write(store, made.conference_id, entry)


def close_and_reopen(store: Store, made: Thousands) -> None:
    """Closed only with consent to the absent; reopened only with a reason, put right, closed again."""
    held = made.conference_id
    assert "chưa điểm danh đủ" in refused(closing.close, store, held)
    state = closing.close(store, held, absent=True)
    assert len(state.unmarked) > 50
    late = [(made.half_day_ids[-1], state.unmarked[-1].row.member_id)]
    assert "đã kết thúc" in refused(attendance.mark, store, held, late, PRESENT)
    assert "lý do" in refused(closing.reopen, store, held, "  ")
    closing.reopen(store, held, "Điểm cầu gửi phiếu chậm")
    attendance.mark(store, held, late, PRESENT)
    closing.close(store, held)


def make_up(store: Store, made: Thousands) -> Conference:
    """A make-up conference for sixty who still owe, most of whom come; three study by themselves, one of them not
    after all."""
    owing = [each.row.member_id for each in standings.outstanding(store, made.round_id)]
    days = tuple(
        HalfDay(held_on=day, part=part)
        for day in ("2021-04-10", "2021-04-11")
        for part in (DayPart.MORNING, DayPart.AFTERNOON)
    )
    draft = MakeUpDraft(name="Học bù", member_ids=tuple(owing[:60]), half_days=days, place="Nhà văn hóa")
    held = makeup_conferences.create(store, made.round_id, draft)
    places = [(day.id, person) for day in held.half_days for person in owing[:60]]
    attendance.mark(store, held.id, places[:-25], PRESENT)
    attendance.mark(store, held.id, places[-25:], MarkStatus.ABSENT_EXCUSED, "ốm")
    attendance.mark(store, held.id, places[:2], ABSENT)
    attendance.make_up(store, made.round_id, owing[60:63], "2021-04-20", confirmed_by="Trần Văn Chủ")
    attendance.take_back_makeup(store, made.round_id, owing[60:61])
    return conferences.conference(store, held.id)
