"""Entries that may be one person: found by weight, compared, told apart, merged without losing a mark, taken back."""

from random import Random

import pytest

from db import duplicates as rows
from db.essays import essays
from db.journal import kept_tables
from db.members import add_temporary
from db.records import HalfDay
from db.values import FOREVER, DayPart, EssayResult, MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, bin, conferences, duplicates, journal, members, reports, rolls
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.round_office import SmallRound, make_round, small_round
from tests.round_office import office as round_office

ABSENT = MarkStatus.ABSENT_EXCUSED


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every kept table."""
    return {t: sorted(map(tuple, store.execute(f"select * from {t}")), key=repr) for t in kept_tables(store)}


def marks_of(store: Store, *member_ids: int) -> list[tuple[int, str]]:
    """(half-day, status) of these people, in order."""
    found = store.execute("select half_day_id, status, member_id from mark").fetchall()
    return sorted((half_day, status) for half_day, status, member in found if member in member_ids)


@pytest.mark.parametrize(
    ("one", "other", "points", "reasons"),
    [
        ({}, {}, 85, ("cùng họ tên", "cùng ngày sinh", "cùng chi bộ")),
        ({}, {"full_name": "Nguyen Van An"}, 70, ("cùng ngày sinh", "họ tên chỉ khác dấu", "cùng chi bộ")),
        ({}, {"birth_date": "1960"}, 65, ("cùng họ tên", "cùng chi bộ", "ngày sinh khớp phần đã biết")),
        ({}, {"birth_date": None}, 55, ("cùng họ tên", "cùng chi bộ")),
        (
            {"citizen_id": "038060000001"},
            {"citizen_id": "038060000001", "full_name": "Trần Thị Bình", "birth_date": "1971-01-01", "cell": "Ái Sơn"},
            10,
            None,
        ),
        (
            {"party_card_no": "99000001"},
            {"old_party_card_no": "99000001", "cell": "Ái Sơn", "birth_date": None},
            140,
            None,
        ),
    ],
)
def test_a_pair_is_weighed_with_reasons(
    store: Store, one: dict[str, str], other: dict[str, str], points: int, reasons: tuple[str, ...] | None
) -> None:
    told = duplicates.compare(store, a_member(store, **one).id, a_member(store, **other).id).likeness
    assert told.points == points
    assert reasons is None or told.reasons == reasons
    assert bool(duplicates.pairs(store)) == (points >= 55)


def test_a_namesake_born_on_another_day_or_living_elsewhere_is_not_shown(store: Store) -> None:
    a_member(store)
    a_member(store, birth_date="1961-02-05")
    a_member(store, birth_date="1960", cell="Ái Sơn")
    assert duplicates.pairs(store) == []


def test_two_people_told_apart_are_shown_no_more(store: Store) -> None:
    one, other = a_member(store).id, a_member(store).id
    duplicates.not_same(store, other, one)
    assert duplicates.pairs(store) == []
    journal.undo(store)
    assert len(duplicates.pairs(store)) == 1


def test_a_merger_keeps_what_was_chosen_and_fills_what_was_missing(store: Store) -> None:
    kept = a_member(store, "Nguyễn Văn An", birth_date="1960", party_card_no="99000001")
    other = a_member(store, "Nguyễn Văn Ân", cell="Ái Sơn", phone="0912345678")
    found = duplicates.merge(store, kept.id, other.id, take=("birth_date", "cell"))
    assert (found.full_name, found.birth_date, found.cell) == ("Nguyễn Văn An", "1960-02-05", "Ái Sơn")
    assert (found.party_card_no, found.phone) == ("99000001", "0912345678")
    assert members.count(store, MemberFilter()) == 1
    assert members.find_member(store, other.code) == found
    assert bin.binned(store) == []


@pytest.fixture
def held() -> tuple[Store, SmallRound]:
    """A round in full swing, in the middle of which two entries turn out to be one person."""
    store = round_office(practice=True)
    return store, small_round(store)


def test_marks_that_contradict_each_other_stop_a_merger_until_one_is_chosen(held: tuple[Store, SmallRound]) -> None:
    store, made = held
    kept, other = made.people["Nguyễn Văn An"], made.people["Phan Thị Chi"]
    before = everything(store)
    with pytest.raises(Refusal, match="điểm danh buổi sáng 27/03/2021: có mặt và vắng có lý do"):
        duplicates.merge(store, kept, other)
    assert everything(store) == before
    duplicates.merge(store, kept, other, marks=dict.fromkeys(made.half_day_ids, other))
    assert marks_of(store, kept, other) == [(day, ABSENT) for day in made.half_day_ids]


def test_a_merged_person_counts_once(held: tuple[Store, SmallRound]) -> None:
    store, made = held
    before = reports.summary(store, made.round_id).total
    duplicates.merge(store, made.people["Nguyễn Văn An"], made.people["Trần Thị Ánh"])
    after = reports.summary(store, made.round_id).total
    assert (after.total, after.attended, after.must_write) == (
        before.total - 1,
        before.attended - 1,
        before.must_write - 1,
    )


def test_attempts_at_an_essay_are_numbered_anew_by_the_day_they_came(held: tuple[Store, SmallRound]) -> None:
    store, made = held
    late, early = made.people["Trần Thị Ánh"], made.people["Nguyễn Văn An"]
    duplicates.merge(store, late, early)
    attempts = essays(store, made.round_id, [late])[late]
    assert [(e.attempt, e.received_on, e.result) for e in attempts] == [
        (1, "2021-04-01", EssayResult.PASSED),
        (2, "2021-04-02", EssayResult.REWRITE),
    ]


def test_marks_of_a_conference_only_one_attended_go_with_their_place_on_the_roll(store: Store) -> None:
    kept = a_member(store)
    round_id = make_round(store)
    first = a_conference(store, round_id, "2026-01-10")
    members.remove(store, [kept.id])
    other = a_member(store)
    second = a_conference(store, round_id, "2026-01-12")
    bin.restore(store, [kept.id])
    duplicates.merge(store, kept.id, other.id)
    assert [row.member_id for each in (first, second) for row in rolls.roll(store, each)] == [kept.id, kept.id]
    assert len(marks_of(store, kept.id)) == 2


def a_conference(store: Store, round_id: int, day: str) -> int:
    """One half-day, its roll frozen, everyone present."""
    draft = conferences.ConferenceDraft(name=f"Hội nghị {day}", half_days=(HalfDay(held_on=day, part=DayPart.MORNING),))
    made = conferences.create(store, round_id, draft)
    rolls.freeze(store, made.id)
    places = [(made.half_days[0].id, row.member_id) for row in rolls.roll(store, made.id)]
    attendance.mark(store, made.id, places, MarkStatus.PRESENT)
    return made.id


@pytest.mark.parametrize("seed", range(30))
def test_any_merger_loses_no_mark_and_is_taken_back_whole(held: tuple[Store, SmallRound], seed: int) -> None:
    store, made = held
    random = Random(seed)
    kept, other = random.sample(list(made.people.values()), 2)
    with store.gesture("test", "Sinh hoạt tạm thời"):
        add_temporary(store, [(other, "away", None, "Hà Nội", "2020-01-01", FOREVER)])
    before, marked = everything(store), {half_day for half_day, _ in marks_of(store, kept, other)}
    told = duplicates.compare(store, kept, other)
    choices = {each.half_day_id: random.choice((kept, other)) for each in told.conflicts}
    take = random.sample(("full_name", "birth_date", "cell", "kind", "status"), random.randint(0, 5))
    expected = {day: {s for d, s in marks_of(store, choices.get(day, kept)) if d == day} for day in marked}
    duplicates.merge(store, kept, other, take=take, marks=choices)
    after = dict(marks_of(store, kept))
    assert marks_of(store, other) == [] and after.keys() == marked
    assert all(not statuses or after[day] in statuses for day, statuses in expected.items())
    journal.undo(store)
    assert everything(store) == before


def test_every_table_about_people_is_known_to_a_merger(store: Store) -> None:
    columns = {t: [c.name for c in store.table(t).columns] for t in kept_tables(store)}
    assert {table for table, names in columns.items() if "member_id" in names} == rows.OWN


def test_nobody_is_merged_with_themselves_or_out_of_the_bin(store: Store) -> None:
    one, other = a_member(store).id, a_member(store).id
    members.remove(store, [other])
    for pair in ((one, one), (one, other)):
        with pytest.raises(Refusal):
            duplicates.merge(store, *pair)
