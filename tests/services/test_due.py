"""Who owes what by when, as the directives of 2021 and 2023 were lived through; and whose days a change moves."""

from dataclasses import replace

import pytest

from db.records import Deadline
from db.values import DayPart, DeadlineKind, OwedBy
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    attendance,
    conferences,
    due,
    essays,
    extensions,
    rounds,
    submissions,
)
from desktop_app.services.due import DueKind
from desktop_app.services.office import office
from desktop_app.services.rounds import draft_of, study_round
from desktop_app.services.store import Store
from tests.services.counted import people
from tests.services.owed_round import ABSENT, ROUTE, Owed, dai_hoi_13, taught_again, trung_uong_8
from tests.services.random_round import random_round

PRESENT, FREE = "Trần Văn Dự", "Lê Thị Miễn"


@pytest.fixture
def made(store: Store) -> Owed:
    found = trung_uong_8(store)
    essays.exempt(store, found.round_id, [found.people[FREE]], "cao tuổi")
    return found


def owed(store: Store, on: str) -> list[tuple[str, DueKind, str | None, int | None]]:
    return [(item.name, item.kind, item.due_on, item.left) for item in due.due(store, on)]


def make_up(store: Store, made: Owed, on: str) -> None:
    attendance.make_up(store, made.round_id, [made.people[ABSENT]], on)


@pytest.mark.parametrize(("on", "left"), [("2023-12-04", 6), ("2023-12-10", 0), ("2023-12-11", -1)])
def test_before_the_eleventh_the_tenth_is_the_last_day_in_time(store: Store, made: Owed, on: str, left: int) -> None:
    assert owed(store, on) == [
        (PRESENT, DueKind.ESSAY, "2023-12-10", left),
        (ABSENT, DueKind.STUDY, None, None),
    ]


def test_nobody_owes_anything_before_the_conference(store: Store, made: Owed) -> None:
    assert owed(store, "2023-12-03") == []


@pytest.mark.parametrize(("on", "left"), [("2023-12-26", 1), ("2023-12-27", 0), ("2023-12-28", -1)])
def test_who_made_up_owes_the_essay_a_week_later(store: Store, made: Owed, on: str, left: int) -> None:
    make_up(store, made, "2023-12-20")
    essays.receive(store, made.round_id, [made.people[PRESENT]], "2023-12-08")
    assert owed(store, on) == [(ABSENT, DueKind.ESSAY, "2023-12-27", left)]


def test_the_essay_of_who_made_up_goes_to_the_committee_that_confirms_it(store: Store, made: Owed) -> None:
    make_up(store, made, "2023-12-20")
    first, second = due.due(store, "2023-12-21")
    assert (first.recipient, first.confirmer) == ("Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh", None)
    assert (second.recipient, second.confirmer) == ("Cấp ủy đơn vị", "Cấp ủy đơn vị")


def test_an_exempt_person_studies_and_leaves_the_essays_alone(store: Store, made: Owed) -> None:
    assert FREE not in {item.name for item in due.due(store, "2023-12-11")}
    assert len(attendance.standings(store, made.round_id)) == 3


@pytest.mark.parametrize(
    ("on", "lefts"),
    [
        ("2021-04-30", [0, 61, 92]),
        ("2021-05-01", [-1, 60, 91]),
        ("2021-07-31", [-92, -31, 0]),
        ("2021-08-01", [-93, -32, -1]),
    ],
)
def test_reports_in_april_and_in_july_are_owed_until_the_last_of_the_month(
    store: Store, on: str, lefts: list[int]
) -> None:
    dai_hoi_13(store)
    reports = [item for item in due.due(store, on) if item.kind is DueKind.REPORT]
    assert [item.left for item in reports if item.name == "Kinh tế" or item.route] == lefts
    assert {item.route for item in reports if item.name == office(store).name} == {ROUTE}


def test_a_report_that_was_sent_is_owed_no_more(store: Store) -> None:
    made = dai_hoi_13(store)
    submissions.record(store, made.deadline_ids[0], [office(store).organization_id], "2021-04-29")
    assert "Báo cáo kết quả hội nghị" not in {item.what for item in due.due(store, "2021-05-01")}


def test_the_dunning_list_names_only_what_is_outstanding(store: Store) -> None:
    made = dai_hoi_13(store)
    submissions.record(store, made.deadline_ids[2], made.cell_ids[:1], "2021-06-01")
    found = {row.cell: row for row in due.dunning(store, made.round_id, "2021-07-01")}
    assert set(found) == {"Nội chính", "Kinh tế"}
    assert [s.row.full_name for s in found["Nội chính"].study] == [ABSENT]
    assert [line.deadline.title for line in found["Kinh tế"].reports] == ["Kế hoạch hành động"]
    assert not found["Kinh tế"].study and not found["Kinh tế"].essays


def test_a_report_far_off_is_not_dunned_for(store: Store) -> None:
    made = dai_hoi_13(store)
    assert [row.cell for row in due.dunning(store, made.round_id, "2021-04-01")] == ["Nội chính"]


def test_moving_the_rounds_day_names_everyone_whose_day_moves(store: Store, made: Owed) -> None:
    draft = replace(draft_of(study_round(store, made.round_id)), essay_by="2023-12-15")
    moved = due.moved_by(store, made.round_id, lambda tried: rounds.amend(tried, made.round_id, draft))
    assert [(each.name, each.old, each.new) for each in moved] == [(PRESENT, "2023-12-10", "2023-12-15")]
    assert study_round(store, made.round_id).essay_by == "2023-12-10"


def test_moving_a_make_up_day_moves_the_essay_with_it(store: Store, made: Owed) -> None:
    make_up(store, made, "2023-12-20")
    person = [made.people[ABSENT]]

    def change(tried: Store) -> None:
        attendance.take_back_makeup(tried, made.round_id, person)
        attendance.make_up(tried, made.round_id, person, "2023-12-22")

    moved = due.moved_by(store, made.round_id, change)
    assert [(each.name, each.what, each.old, each.new) for each in moved] == [
        (ABSENT, due.ESSAY, "2023-12-27", "2023-12-29")
    ]


def test_moving_a_conference_with_days_by_date_moves_no_essay(store: Store, made: Owed) -> None:
    draft = conferences.draft_of(conferences.conference(store, made.conference_id))
    later = tuple(
        replace(day, held_on="2023-12-06", part=part) for day, part in zip(draft.half_days, DayPart, strict=True)
    )
    change = replace(draft, half_days=later)
    moved = due.moved_by(store, made.round_id, lambda tried: conferences.amend(tried, made.conference_id, change))
    assert moved == []
    assert conferences.conference(store, made.conference_id).half_days[0].held_on == "2023-12-04"


def test_a_refused_change_stays_refused_when_it_is_only_tried(store: Store, made: Owed) -> None:
    def change(tried: Store) -> None:
        extensions.extend(tried, made.round_id, "2023-12-01", "ốm", member_ids=[made.people[PRESENT]])

    with pytest.raises(Refusal):
        due.moved_by(store, made.round_id, change)
    assert owed(store, "2023-12-04")


@pytest.mark.parametrize("seed", range(12))
def test_every_essay_of_a_random_round_falls_due_as_counted_by_hand(store: Store, seed: int) -> None:
    round_id = random_round(store, seed)
    expected = {p["member_id"]: p["due_on"] for p in people(store, round_id) if p["must"]}
    found = {e.standing.row.member_id: e.due_on for e in essays.standings(store, round_id)}
    assert found == expected


@pytest.mark.parametrize("seed", range(12, 20))
def test_who_owes_in_a_random_round_is_who_has_not_done_it(store: Store, seed: int) -> None:
    round_id, on = random_round(store, seed), "2021-04-09"
    counted = [p for p in people(store, round_id) if p["must"]]
    study = {p["member_id"] for p in counted if not p["studied"]}
    write = {p["member_id"] for p in counted if p["writes"] and p["result"] == "rewrite" and p["handed_in"]}
    write |= {p["member_id"] for p in counted if p["writes"] and not p["handed_in"] and p["studied"]}
    items = due.due(store, on, round_id)
    assert {item.member_id for item in items if item.kind is DueKind.STUDY} == study
    assert {item.member_id for item in items if item.kind is DueKind.ESSAY} == write


def test_asked_for_a_day_gone_by_what_came_later_had_not_come(store: Store, made: Owed) -> None:
    make_up(store, made, "2023-12-20")
    essays.receive(store, made.round_id, [made.people[PRESENT]], "2023-12-11")
    assert owed(store, "2023-12-10") == [
        (PRESENT, DueKind.ESSAY, "2023-12-10", 0),
        (ABSENT, DueKind.STUDY, None, None),
    ]
    assert owed(store, "2023-12-11") == [(ABSENT, DueKind.STUDY, None, None)]


def test_a_report_sent_late_was_owed_until_then(store: Store) -> None:
    made = dai_hoi_13(store)
    submissions.record(store, made.deadline_ids[0], [office(store).organization_id], "2021-05-03")
    titles = [{item.what for item in due.due(store, on)} for on in ("2021-05-02", "2021-05-03")]
    assert ["Báo cáo kết quả hội nghị" in each for each in titles] == [True, False]


def test_moving_a_make_up_conference_names_whose_essay_moves(store: Store, made: Owed) -> None:
    again = taught_again(store, made)
    later = tuple(replace(day, held_on="2023-12-22") for day in again.half_days)
    draft = replace(conferences.draft_of(again), half_days=later)
    moved = due.moved_by(store, made.round_id, lambda tried: conferences.amend(tried, again.id, draft))
    assert [(each.name, each.old, each.new) for each in moved] == [(ABSENT, "2023-12-27", "2023-12-29")]
    assert conferences.conference(store, again.id).half_days[0].held_on == "2023-12-20"
    conferences.amend(store, again.id, draft)
    assert essays.standings(store, made.round_id, member_ids=[made.people[ABSENT]])[0].due_on == "2023-12-29"


def test_a_plan_due_before_the_last_essay_is_dunned_for_with_it(store: Store) -> None:
    made = trung_uong_8(store)
    plans = [
        Deadline(kind=DeadlineKind.PLAN, title=title, due_on=day, owed_by=OwedBy.CELLS)
        for title, day in (("Kế hoạch", "2023-12-09"), ("Sơ kết", "2024-06-30"))
    ]
    rounds.amend(store, made.round_id, replace(draft_of(study_round(store, made.round_id)), deadlines=tuple(plans)))
    found = due.dunning(store, made.round_id, "2023-12-01")
    assert not found
    found = due.dunning(store, made.round_id, "2023-12-05")
    assert {line.deadline.title for row in found for line in row.reports} == {"Kế hoạch"}
