"""The figures of a round: equal to a count by hand whatever the round, and adding up on every line."""

from collections.abc import Callable, Iterator
from dataclasses import asdict

import pytest

from db.values import Audience, MarkStatus
from desktop_app.domain.obligations import EssayState
from desktop_app.services import attendance, conferences, essays, members, organizations, rolls, rounds
from desktop_app.services.reports import Summary, SummaryRow, summary
from desktop_app.services.store import Store, memory_office
from tests.cast import a_cell, a_member, some_members
from tests.round_office import SmallRound, one_person, small_round, two_days
from tests.services.counted import CLASSES, counted
from tests.services.random_round import random_round

SEEDS = range(30)
Offices = Callable[[int], tuple[Store, int]]


def figures(row: SummaryRow) -> dict[str, int]:
    return {name: value for name, value in asdict(row).items() if name not in ("cell_id", "name")}


@pytest.fixture(scope="module")
def offices() -> Iterator[Offices]:
    """Offices with a random round by seed, each made once; nobody writes to them."""
    made: dict[int, tuple[Store, int]] = {}

    def office(seed: int) -> tuple[Store, int]:
        if seed not in made:
            store = memory_office()
            made[seed] = store, random_round(store, seed)
        return made[seed]

    yield office
    for store, _ in made.values():
        store.close()


def lines(found: Summary) -> list[SummaryRow]:
    return [*found.rows, found.total]


@pytest.mark.parametrize("seed", SEEDS)
def test_the_figures_are_those_of_a_count_by_hand(offices: Offices, seed: int) -> None:
    store, round_id = offices(seed)
    by_hand = counted(store, round_id)
    found = summary(store, round_id)
    assert {row.cell_id for row in found.rows} == by_hand.keys() - {None}
    for row in lines(found):
        assert figures(row) == {name: by_hand[row.cell_id][name] for name in figures(row)}, row.name


@pytest.mark.parametrize("seed", SEEDS)
def test_every_line_adds_up(offices: Offices, seed: int) -> None:
    for row in lines(summary(*offices(seed))):
        assert row.must_attend == row.total - row.exempt - row.away - row.other + row.hosted
        assert row.must_attend == sum(getattr(row, name) for name in CLASSES)
        assert row.studied == row.attended + row.made_up
        assert row.must_attend == row.studied + row.not_studied
        assert row.must_write == row.passed + row.rewrite + row.unmarked_essays + row.missing_essays
        assert min(figures(row).values()) >= 0


@pytest.mark.parametrize("seed", SEEDS)
def test_people_add_up_to_the_whole_but_venues_and_conferences_are_counted_anew(offices: Offices, seed: int) -> None:
    found = summary(*offices(seed))
    for name, whole in figures(found.total).items():
        if name in ("venues", "conferences"):
            assert max((getattr(row, name) for row in found.rows), default=0) <= whole
        else:
            assert sum(getattr(row, name) for row in found.rows) == whole


@pytest.mark.parametrize("seed", SEEDS)
def test_the_lists_of_people_agree_with_the_figures(offices: Offices, seed: int) -> None:
    store, round_id = offices(seed)
    found, everyone = summary(store, round_id).total, attendance.standings(store, round_id)
    must = [s for s in everyone if s.must_attend]
    written = essays.standings(store, round_id)
    assert len(must) == found.must_attend
    assert sum(s.studied for s in must) == found.studied
    assert len(attendance.outstanding(store, round_id)) == found.not_studied
    assert sum(not s.exempt for s in written) == found.must_write
    assert sum(s.handed_in_late for s in written if not s.exempt) == found.handed_in_late
    assert sum(s.state is EssayState.NOT_DUE for s in written) == found.essays_not_due


def test_the_whole_of_a_small_round(store: Store) -> None:
    total = summary(store, small_round(store).round_id).total
    assert (total.conferences, total.venues, total.total, total.guests) == (1, 2, 14, 1)
    assert (total.exempt, total.away, total.hosted, total.must_attend) == (1, 1, 1, 13)
    assert (total.attended, total.partial, total.made_up, total.studied) == (5, 2, 3, 8)
    assert (total.absent_excused, total.absent_unexcused, total.absent, total.not_marked) == (3, 1, 1, 1)
    assert (total.must_write, total.handed_in, total.handed_in_late, total.passed, total.rewrite) == (12, 3, 1, 1, 1)
    assert (total.partial_excused, total.partial_unexcused, total.essays_not_due) == (3, 0, 5)


def test_both_percentages_have_their_own_denominators(store: Store) -> None:
    total = summary(store, small_round(store).round_id).total
    assert (total.studied_percent, total.total_percent) == ("61,54", "50,00")
    assert (total.attended_percent, total.essay_percent) == ("38,46", "25,00")


def test_one_venue_of_several_cells_is_one_venue(store: Store) -> None:
    found = summary(store, small_round(store).round_id)
    assert [row.venues for row in found.rows] == [1, 1, 1]
    assert found.total.venues == 2


def test_a_conference_everyone_attended_twice_is_counted_and_the_people_once(store: Store) -> None:
    known = small_round(store)
    again = conferences.create(store, known.round_id, two_days())
    rolls.freeze(store, again.id)
    found = summary(store, known.round_id).total
    assert (found.conferences, found.total, found.must_attend) == (2, 14, 13)


def test_a_round_without_a_frozen_roll_has_no_figures(store: Store) -> None:
    found = summary(store, small_round(store, freeze=False).round_id)
    assert found.rows == ()
    assert set(figures(found.total).values()) == {0}
    assert (found.total.studied_percent, found.total.total_percent, found.total.essay_percent) == ("–", "–", "–")


def test_nearly_everyone_is_not_everyone(store: Store) -> None:
    made = SummaryRow(cell_id=None, name="", **dict.fromkeys(figures(summary_of_one(store)), 0))
    values = asdict(made) | {"total": 35900, "must_attend": 35900, "attended": 35899, "studied": 35899}
    assert SummaryRow(**values | {"studied_of_total": 35899}).total_percent == "99,99"
    assert SummaryRow(**values).attended_percent == "99,99"
    assert SummaryRow(**values | {"attended": 35900}).attended_percent == "100,00"


def summary_of_one(store: Store) -> SummaryRow:
    return summary(store, one_person(store, attended=True).round_id).total


def test_an_audience_with_fewer_half_days_has_attended_sooner(store: Store) -> None:
    known = soldiers(store)
    assert summary(store, known.round_id).total.attended == 0
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
    rounds.amend(store, known.round_id, rounds.RoundDraft(**values | {"required_half_days": RULE}))
    assert summary(store, known.round_id).total.attended == 1


RULE = ((Audience.ARMED_FORCES, 3),)


def soldiers(store: Store) -> SmallRound:
    """One person of the armed forces, present at three half-days of four."""
    cell = a_cell(store, "Đội Cung 1")
    organizations.set_audience(store, cell.id, Audience.ARMED_FORCES)
    some_members(store, 1, cell.name)
    round_id = rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id
    held = conferences.create(store, round_id, two_days())
    rolls.freeze(store, held.id)
    person = rolls.roll(store, held.id)[0].member_id
    days = tuple(day.id for day in held.half_days)
    attendance.mark(store, held.id, [(day, person) for day in days[:3]], MarkStatus.PRESENT)
    return SmallRound(
        round_id=round_id, conference_id=held.id, half_day_ids=days, cell_ids=(cell.id,), venue_ids=(), people={}
    )


def test_who_moves_or_dies_later_changes_no_figure(store: Store) -> None:
    known = small_round(store)
    before = summary(store, known.round_id)
    person = members.member(store, known.people["Nguyễn Văn An"])
    a_member(store, "Người Mới", cell="Đội Cung 1")
    members.remove(store, [person.id])
    assert summary(store, known.round_id) == before
