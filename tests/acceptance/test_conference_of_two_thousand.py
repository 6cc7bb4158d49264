"""A conference of 2,000 people at 20 venues, run in the window, faults included; every figure counted anew from the
journal alone."""

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from db.values import MarkStatus, ScanOutcome
from desktop_app.domain.board import Figures, ReportState
from desktop_app.domain.figures import Figure
from desktop_app.services import attendance, board, closing, contradictions, coverage, figures, reports, rolls, scanning
from desktop_app.services.store import create_office, open_office
from desktop_app.ui import style
from desktop_app.ui.window import Window
from tests.acceptance.recount import Recount
from tests.acceptance.replay import PLAYED, Tables, kept, replay
from tests.acceptance.two_days import INCOMPLETE, SILENT, TwoDays, live
from tests.acceptance.window_hands import Hands
from tests.conftest import OFFICE

SUMMED = (
    *("must_attend", "attended", "partial", "absent_excused", "absent_unexcused", "absent", "not_marked"),
    *("made_up", "studied", "not_studied"),
)
KEYS = {
    "1": MarkStatus.PRESENT,
    "2": MarkStatus.ABSENT_EXCUSED,
    "3": MarkStatus.ABSENT_UNEXCUSED,
    "4": MarkStatus.ABSENT,
}


@pytest.fixture(scope="module")
def lived(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoDays]:
    """The story, lived once for all tests of this file; its folders are its own."""
    folder = tmp_path_factory.mktemp("two-days")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(folder / "user"))
        style.apply(qapp)
        create_office(folder / "so-hoc-tap.sht", OFFICE).close()
        window = Window()
        window.resize(1366, 728)
        window.show()
        window.take(open_office(folder / "so-hoc-tap.sht"))
        assert window.desk is not None
        yield live(Hands(window), window.desk.store, folder)
        window.leave_store()
        window.close()
        window.deleteLater()


@pytest.fixture(scope="module")
def told(lived: TwoDays) -> Tables:
    return replay(lived.store)


@pytest.fixture(scope="module")
def recount(lived: TwoDays, told: Tables) -> Recount:
    return Recount(told, lived.made.conference_id)


@pytest.mark.parametrize("table", PLAYED)
def test_the_journal_alone_tells_every_row(lived: TwoDays, told: Tables, table: str) -> None:
    assert told[table] == kept(lived.store, table)


def test_what_was_typed_stands_as_it_was_typed(lived: TwoDays, told: Tables) -> None:
    first, keyed = lived.made.half_day_ids[0], lived.morning.keyed
    assert len(keyed) == 299
    assert {person: told["mark"][first, person]["status"] for person in keyed} == {
        person: KEYS[key] for person, key in keyed.items()
    }


def test_every_scan_is_kept_with_what_came_of_it(lived: TwoDays, told: Tables) -> None:
    outcomes = Counter(ScanOutcome(scan["outcome"]) for scan in told["scan"].values())
    assert outcomes == lived.morning.outcomes == Counter(scanning.tally(lived.store, lived.made.conference_id))
    assert set(outcomes) == set(ScanOutcome) and outcomes.total() > 300
    assert len(lived.morning.hands.sounds) == outcomes.total() + 1


def test_who_was_scanned_was_seen_where_the_code_was_first_read(lived: TwoDays, told: Tables) -> None:
    first, expected = lived.made.half_day_ids[0], dict(lived.morning.scanned)
    settled = {scan["member_id"] for scan in told["scan"].values() if scan["settled"]}
    seen = {person: told["mark"][first, person]["venue_id"] for person in expected if person not in settled}
    assert len(settled) == 1
    assert seen == {person: venue for person, venue in expected.items() if person not in settled}


def test_the_roll_adds_up_as_the_journal_tells_it(lived: TwoDays, recount: Recount) -> None:
    found, expected = rolls.totals(lived.store, lived.made.conference_id), recount.totals()
    assert {name: getattr(found, name) for name in expected} == expected
    assert (found.total, found.exempt, found.away, found.other, found.provisional) == (2_002, 8, 5, 3, 1)


@pytest.mark.parametrize("half_day", range(4))
def test_the_board_of_each_half_day_agrees(lived: TwoDays, recount: Recount, half_day: int) -> None:
    at = lived.made.half_day_ids[half_day]
    expected = recount.board(at)
    for line in board.board(lived.store, lived.made.conference_id, at):
        venue_id = line.venue.id if line.venue else None
        assert line.figures == Figures(**expected.pop(venue_id, Counter()))
        if line.venue:
            said = {"signed": line.signed, "completed_at": line.completed_at, "heads": line.heads}
            assert said == recount.report(line.venue.id, at)
    assert not any(expected.values())


def test_each_venue_stands_as_it_reported(lived: TwoDays) -> None:
    lines = board.board(lived.store, lived.made.conference_id, lived.made.half_day_ids[-1])
    states = {line.venue.id: line.state for line in lines if line.venue}
    last, silent = lived.made.venue_ids[INCOMPLETE], lived.made.venue_ids[SILENT]
    assert {states[each] for each in lived.made.venue_ids[:INCOMPLETE]} == {ReportState.COMPLETE}
    assert (states[last], states[silent]) == (ReportState.PARTLY, ReportState.PARTLY)


@pytest.mark.parametrize("figure", [figure for figure in Figure if figure in SUMMED])
def test_the_people_behind_every_figure_agree(lived: TwoDays, recount: Recount, figure: Figure) -> None:
    assert set(figures.figures(lived.store, lived.made.round_id)[figure]) == recount.behind()[figure]


def test_the_table_of_the_round_agrees_cell_by_cell(lived: TwoDays, recount: Recount) -> None:
    found = reports.summary(lived.store, lived.made.round_id)
    for row in (*found.rows, found.total):
        expected = recount.behind(row.cell_id)
        assert {name: getattr(row, name) for name in SUMMED} == {name: len(expected[name]) for name in SUMMED}
    assert len(found.rows) == 36 and found.total.venues == 20


def test_coverage_names_the_same_people_at_every_level(lived: TwoDays, recount: Recount) -> None:
    found = coverage.coverage(lived.store, lived.made.round_id)
    for row in found.rows:
        expected = recount.behind(row.organization_id if row.depth else None)
        assert set(row.must) == expected["must_attend"] and set(row.attended) == expected["attended"]
        assert set(row.made_up) == expected["made_up"]
        assert set(row.left) == expected["not_studied"]
    assert len(found.rows) == 37


def test_nobody_is_left_unmarked_and_nothing_more_can_be_marked(lived: TwoDays, recount: Recount) -> None:
    state = closing.state(lived.store, lived.made.conference_id)
    assert state.conference.closed_at is not None and state.unmarked == () and len(state.reopenings) == 1
    assert "not_marked" not in recount.behind()
    code = rolls.roll(lived.store, lived.made.conference_id)[0].code
    where = (lived.made.conference_id, lived.made.half_day_ids[0], None, code, "2021-03-27 11:00:00")
    assert scanning.judge(lived.store, scanning.door(lived.store, *where[:3]), *where[3:]).scan.outcome == "blocked"


def test_make_ups_are_what_was_attended_at_the_make_up_conference(lived: TwoDays, told: Tables) -> None:
    covers: dict[int, int] = dict(told["half_day_covers"].keys())
    given = {
        (covers[day], person)
        for (day, person), mark in told["mark"].items()
        if day in covers and mark["status"] == "present"
    }
    owed = {place for place in given if told["mark"][place]["status"] != "present"}
    by_conference = {
        (each["half_day_id"], each["member_id"]) for each in told["makeup"].values() if each["form"] == "conference"
    }
    assert by_conference == owed and len(owed) > 50


def test_an_absence_that_was_made_up_still_stands(lived: TwoDays, told: Tables) -> None:
    made_up = [(each["half_day_id"], each["member_id"]) for each in told["makeup"].values()]
    marks = attendance.marks_at(lived.store, made_up)
    assert all(mark.status is not MarkStatus.PRESENT for mark in marks.values()) and len(marks) == len(made_up)


def test_only_the_faults_left_open_are_told_as_contradictions(lived: TwoDays) -> None:
    kinds = Counter(each.kind for each in contradictions.contradictions(lived.store, lived.made.round_id))
    assert kinds == {"two_venues": 5, "signed_differs": 1}
