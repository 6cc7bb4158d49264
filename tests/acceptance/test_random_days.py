"""Conferences lived through at random: after whatever was done, the journal tells every row and every figure agrees."""

from collections import Counter
from random import Random

import pytest

from desktop_app.domain.board import Figures
from desktop_app.domain.figures import Figure
from desktop_app.services import board, contradictions, coverage, figures, reports, rolls
from desktop_app.services.store import Store
from tests.acceptance.random_day import GESTURES, Desk, work
from tests.acceptance.recount import Recount
from tests.acceptance.replay import PLAYED, Tables, kept, replay
from tests.round_office import office

STUDY = [
    figure for figure in Figure if not figure.value.startswith(("must_write", "handed", "missing", "pass", "rewr"))
]


def agree(store: Store, desk: Desk) -> None:
    """All that is counted of the main conference, by the program and from the journal."""
    told = replay(store)
    for table in PLAYED:
        assert told[table] == kept(store, table), table
    recount = Recount(told, desk.held)
    totals = rolls.totals(store, desk.held)
    assert {name: getattr(totals, name) for name in recount.totals()} == recount.totals()
    boards_agree(store, desk, recount)
    people_agree(store, desk, recount)
    make_ups_agree(told, desk.held)
    contradictions.contradictions(store, desk.round_id)


def boards_agree(store: Store, desk: Desk, recount: Recount) -> None:
    for half_day in recount.half_days:
        expected = recount.board(half_day)
        for line in board.board(store, desk.held, half_day):
            venue_id = line.venue.id if line.venue else None
            assert line.figures == Figures(**expected.pop(venue_id, Counter())), (half_day, venue_id)
        assert not any(expected.values())


def people_agree(store: Store, desk: Desk, recount: Recount) -> None:
    found, expected = figures.figures(store, desk.round_id), recount.behind()
    for figure in STUDY:
        assert set(found[figure]) == expected[figure], figure
    table = reports.summary(store, desk.round_id)
    for row in (*table.rows, table.total):
        counted = recount.behind(row.cell_id)
        assert all(getattr(row, figure) == len(counted[figure]) for figure in STUDY), row.name
    top = coverage.coverage(store, desk.round_id).rows[0]
    assert (set(top.attended), set(top.made_up), set(top.left)) == (
        expected["attended"],
        expected["made_up"],
        expected["not_studied"],
    )


def make_ups_agree(told: Tables, held: int) -> None:
    """Whoever of the main roll was present at a half-day of a make-up conference has made up what it stands for, and
    nobody else."""
    present = {place for place, mark in told["mark"].items() if mark["status"] == "present"}
    stood_for = [(missed, day) for day, missed in told["half_day_covers"]]
    given = {(missed, person) for missed, own in stood_for for day, person in present if day == own} - present
    on_roll = {person for conference, person in told["roll_row"] if conference == held}
    made_up = {(each["half_day_id"], each["member_id"]): each["form"] for each in told["makeup"].values()}
    assert {place for place in given if place[1] in on_roll} <= made_up.keys()
    assert {place for place, form in made_up.items() if form == "conference"} <= given


@pytest.mark.parametrize("seed", [*range(5), 54])
def test_whatever_was_done_every_figure_agrees_with_the_journal(seed: int) -> None:
    store = office()
    desk = Desk(store, Random(seed))
    for _ in range(8):
        work(desk, 30)
        agree(store, desk)
    assert len(set(desk.done)) > len(GESTURES) // 2
    store.close()
