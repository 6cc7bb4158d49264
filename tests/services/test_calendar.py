"""The last days of all running rounds: which rounds run, what is still owed of each day, and in which order."""

from dataclasses import replace

import pytest

from desktop_app.services import rounds, submissions
from desktop_app.services.calendar import calendar, running
from desktop_app.services.due import DueKind
from desktop_app.services.office import office
from desktop_app.services.rounds import RoundDraft, draft_of, study_round
from desktop_app.services.store import Store
from tests.services.owed_round import Owed, dai_hoi_13


@pytest.fixture
def made(store: Store) -> Owed:
    return dai_hoi_13(store)


def test_days_of_the_round_stand_in_their_order(store: Store, made: Owed) -> None:
    found = calendar(store, "2021-04-05")
    assert [(each.due_on, each.kind) for each in found] == [
        ("2021-03-27", DueKind.CONFERENCE),
        ("2021-04-30", DueKind.REPORT),
        ("2021-06-30", DueKind.STUDY),
        ("2021-06-30", DueKind.REPORT),
        ("2021-07-31", DueKind.REPORT),
    ]
    assert [each.left for each in found[:3]] == [-9, 25, 86]


def test_a_day_says_how_many_still_owe_it(store: Store, made: Owed) -> None:
    submissions.record(store, made.deadline_ids[2], made.cell_ids[:1], "2021-04-01")
    found = {each.title: each for each in calendar(store, "2021-04-05")}
    assert (found["Kế hoạch hành động"].open, found["Kế hoạch hành động"].whole) == (2, 3)
    assert (found[""].kind, found[""].open, found[""].whole) == (DueKind.STUDY, 1, 3)


def test_what_every_unit_sent_is_settled(store: Store, made: Owed) -> None:
    submissions.record(store, made.deadline_ids[0], [office(store).organization_id], "2021-04-01")
    settled = {each.title for each in calendar(store, "2021-04-05") if each.settled}
    assert settled == {"Hội nghị", "Báo cáo kết quả hội nghị"}


def test_a_round_runs_until_two_months_after_its_last_day(store: Store, made: Owed) -> None:
    other = rounds.create(store, RoundDraft(name="Đợt sau", study_by="2022-06-30"))
    assert [each.id for each in running(store, "2021-09-29")] == [other.id, made.round_id]
    assert [each.id for each in running(store, "2021-09-30")] == [other.id]


def test_the_newest_round_runs_even_without_any_day(store: Store) -> None:
    only = rounds.create(store, RoundDraft(name="Đợt chưa có hạn", essay_required=False))
    assert [each.id for each in running(store, "2030-01-01")] == [only.id]
    assert calendar(store, "2030-01-01") == []


def test_days_of_two_rounds_stand_side_by_side(store: Store, made: Owed) -> None:
    rounds.create(store, RoundDraft(name="Đợt sau", study_by="2021-05-15"))
    found = calendar(store, "2021-04-05")
    assert [each.due_on for each in found] == sorted(each.due_on for each in found)
    assert {each.round for each in found} == {"Nghị quyết Đại hội XIII", "Đợt sau"}


def test_no_essays_no_day_for_essays(store: Store, made: Owed) -> None:
    draft = replace(draft_of(study_round(store, made.round_id)), essay_required=False, essay_by="2021-04-10")
    rounds.amend(store, made.round_id, draft)
    assert DueKind.ESSAY not in {each.kind for each in calendar(store, "2021-04-05")}
