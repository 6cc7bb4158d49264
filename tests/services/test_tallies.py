"""The sets the database counts over everyone, held against the pure functions person by person, in rounds by chance."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from db import essays as kept_essays
from db.records import Essay
from db.tallies import Tally
from db.values import EssayResult
from desktop_app.domain.deadlines import Debt
from desktop_app.domain.figures import Figure, of_essay, of_study
from desktop_app.domain.obligations import OWED, Attended, essay_state
from desktop_app.services import due, essays, figures, standings, tallies
from desktop_app.services.coverage import coverage
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing
from desktop_app.services.store import Store, memory_office
from tests.services.random_round import random_round

DAYS = ("2021-03-27", "2021-03-28", "2021-04-01", "2021-04-02", "2021-04-06", "2021-04-08", "2021-04-20")
Made = tuple[Store, int]


@pytest.fixture(scope="module", params=range(100, 112))
def made(request: pytest.FixtureRequest) -> Iterator[Made]:
    """An office with a round of any shape; nobody writes to it."""
    store = memory_office()
    yield store, random_round(store, request.param)
    store.close()


def of_tally(each: Tally) -> tuple[object, ...]:
    how = (each.must == 1, each.outcome, each.studied == 1, each.made_up_on)
    return (each.conference_id, each.member_id, each.cell_id, each.cell, each.full_name, each.code, *how)


def of_standing(each: Standing) -> tuple[object, ...]:
    row, how = each.row, (each.must_attend, each.outcome.value, each.studied, each.made_up_on)
    return (row.conference_id, row.member_id, row.cell_id, row.cell, row.full_name, row.code, *how)


@pytest.mark.parametrize("on", [None, *DAYS])
def test_everyone_stands_as_judged_one_by_one_and_in_the_same_order(made: Made, on: str | None) -> None:
    found = [of_standing(each) for each in standings.standings(*made, on=on) if not each.row.provisional]
    assert [of_tally(each) for each in tallies.everyone(*made, on)] == found


def test_the_essay_of_everyone_is_due_and_handed_in_as_judged_one_by_one(made: Made) -> None:
    store, round_id = made
    written = essays.standings(store, round_id)
    light = list(tallies.writing(store, study_round(store, round_id)))
    assert [(w.who.member_id, w.exempt, *of_debt(w.debt)) for w in light] == [
        (e.standing.row.member_id, e.exempt, e.due_on, e.recipient, e.confirmer, e.extended) for e in written
    ]
    assert [(w.handed_in, w.result, w.handed_in_late, w.owed) for w in light] == [
        (e.last is not None, e.last and e.last.result, e.handed_in_late, e.state in OWED) for e in written
    ]


def of_debt(debt: Debt) -> tuple[object, ...]:
    return (debt.due_on, debt.recipient, debt.confirmer, debt.extended)


@pytest.mark.parametrize("day", DAYS)
def test_what_is_owed_on_a_day_is_what_the_rules_say_of_each(made: Made, day: str) -> None:
    store, round_id = made
    begun, expected = due.begun_by(store, round_id, day), []
    for each in essays.standings(store, round_id, on=day):
        standing, member = each.standing, each.standing.row.member_id
        later = standing.outcome is not Attended.ATTENDED and (standing.made_up_on or "") > day
        studied = standing.studied and not later
        there = [essay for essay in each.essays if essay.received_on <= day]
        owed = essay_state(there, Debt(due_on=each.due_on, recipient=None), each.exempt, studied, day) in OWED
        if standing.row.conference_id in begun:
            expected += [(member, due.STUDY, None)] * (not studied) + [(member, due.ESSAY, each.due_on)] * owed
    items = [item for item in due.due(store, day, round_id) if item.member_id]
    assert sorted((item.member_id, item.what, item.due_on or "") for item in items) == sorted(
        (member, what, due_on or "") for member, what, due_on in expected
    )


@pytest.mark.parametrize("day", DAYS)
def test_what_is_late_by_unit_is_what_is_due_and_past(made: Made, day: str) -> None:
    store, round_id = made
    late = Counter(item.unit_id for item in due.due(store, day, round_id) if item.left is not None and item.left < 0)
    assert due.late_by_unit(store, study_round(store, round_id), day) == late


def test_behind_every_figure_stands_whom_the_rules_count_there(made: Made) -> None:
    expected = defaultdict(list)
    for each in essays.standings(*made):
        counted = list(of_study(each.standing.outcome, each.standing.studied))
        if not each.exempt:
            counted += of_essay(bool(each.last), each.last.result if each.last else None, each.handed_in_late)
        for figure in counted:
            expected[figure].append(each.standing.row.member_id)
    assert figures.figures(*made) == {figure: tuple(expected[figure]) for figure in Figure}


@pytest.mark.parametrize("on", [None, *DAYS])
def test_the_essays_that_stood_on_a_day_are_those_read_attempt_by_attempt(made: Made, on: str | None) -> None:
    store, round_id = made
    told = coverage(store, round_id, on=on)
    must = {each.standing.row.member_id for each in essays.standings(store, round_id) if not each.exempt}
    there = {member: last_stood(attempts, on) for member, attempts in kept_essays.essays(store, round_id).items()}
    for row in told.rows:
        writing = [member for member in row.must if member in must]
        assert row.must_write == tuple(writing)
        assert row.handed_in == tuple(member for member in writing if there.get(member))
        assert row.passed == tuple(member for member in writing if passed(there.get(member), on))


def last_stood(attempts: tuple[Essay, ...], on: str | None) -> Essay | None:
    """The last attempt in and not withdrawn at the end of a day."""
    if on is None:
        return next((each for each in reversed(attempts) if each.withdrawn_on is None), None)
    stood = [each for each in attempts if each.received_on <= on and (each.withdrawn_on or "9") > on]
    return stood[-1] if stood else None


def passed(essay: Essay | None, on: str | None) -> bool:
    if essay is None or essay.result is not EssayResult.PASSED:
        return False
    return on is None or (essay.marked_on or essay.received_on) <= on


def test_who_has_not_studied_is_found_alike(made: Made) -> None:
    store, round_id = made
    expected = [each for each in standings.standings(store, round_id) if each.must_attend and not each.studied]
    assert standings.outstanding(store, round_id) == expected
