"""A year of moves in three cells, and the figures of five days of it, counted by hand from the story below.

Phố 1 begins with An, Bình, Cường (official) and the guest Giang; Phố 2 with Đào and Hải; Phố 3 is empty.

    2021-01-15  Hải is exempt                      2021-06-20  An goes out to Ba Đình for good
    2021-02-01  Giang is admitted in Phố 1         2021-07-01  Hải is active again
    2021-03-01  Bình moves to Phố 3                2021-08-05  Đào dies
    2021-03-10  Cường attends with Phố 2 for a time 2021-09-01  Lan of Hà Nội is hosted in Phố 3
    2021-04-01  Khoa comes into Phố 3 from Hà Nội  2021-10-01  Cường is back in Phố 1
    2021-05-01  Khoa goes to Huế for a time        2021-11-01  Bình leaves the Party
    2021-06-01  Khoa is back                       2022-02-01  Giang becomes official
"""

import pytest

from db.rolls import worked_out
from db.values import LeavingForm, MemberKind
from desktop_app.services import journal, members, moves, organizations, standing
from desktop_app.services.rolls import add_up, count
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member

CELLS = ("Phố 1", "Phố 2", "Phố 3")
# day: (total, exempt, away, hosted, must attend, guests) of the office, then the members of each cell by the register
FIGURES = {
    "2021-01-01": ((5, 0, 0, 0, 5, 1), (3, 2, 0)),
    "2021-03-15": ((6, 1, 1, 1, 5, 0), (3, 2, 1)),
    "2021-05-15": ((7, 1, 2, 1, 5, 0), (3, 2, 2)),
    "2021-09-15": ((5, 0, 1, 2, 6, 0), (2, 1, 2)),
    "2022-03-01": ((4, 0, 0, 1, 5, 0), (2, 1, 1)),
}
# day: who stands on the roll of which cell, whether they must come or not
STANDING = {
    "2021-01-01": ("An Bình Cường Giang", "Hải Đào", ""),
    "2021-03-15": ("An Giang", "Cường Hải Đào", "Bình"),
    "2021-05-15": ("An Giang", "Cường Hải Đào", "Bình Khoa"),
    "2021-09-15": ("Giang", "Cường Hải", "Bình Khoa Lan"),
    "2022-03-01": ("Cường Giang", "Hải", "Khoa Lan"),
}


@pytest.fixture
def year(store: Store) -> Store:
    """The store after the year, every gesture of which was recorded on its own."""
    _, two, three = (a_cell(store, name).id for name in CELLS)
    an, binh, cuong = (a_member(store, name, CELLS[0]).id for name in ("Trần An", "Trần Bình", "Trần Cường"))
    dao, hai = (a_member(store, name, CELLS[1]).id for name in ("Lê Đào", "Lê Hải"))
    none = {"admitted_on": None, "official_on": None}
    giang = a_member(store, "Vũ Giang", CELLS[0], kind=MemberKind.GUEST, **none).id
    khoa, lan = (a_member(store, name, None).id for name in ("Đỗ Khoa", "Mai Lan"))
    standing.exempt(store, hai, "2021-01-15", "tuổi cao")
    standing.admit(store, giang, "2021-02-01", "2-QĐ/ĐU")
    moves.move(store, binh, "2021-03-01", three, "3-QĐ/ĐU")
    moves.send_away(store, cuong, "2021-03-10", cell_id=two)
    moves.transfer_in(store, khoa, "2021-04-01", three, "Hà Nội")
    moves.send_away(store, khoa, "2021-05-01", "Huế")
    moves.return_home(store, khoa, "2021-06-01")
    moves.transfer_out(store, an, "2021-06-20", "Ba Đình")
    standing.resume(store, hai, "2021-07-01")
    standing.died(store, dao, "2021-08-05")
    moves.host(store, lan, "2021-09-01", three, "Hà Nội")
    moves.return_home(store, cuong, "2021-10-01")
    standing.left(store, binh, "2021-11-01", LeavingForm.ASKED, "11-QĐ/ĐU")
    standing.make_official(store, giang, "2022-02-01", "12-QĐ/ĐU")
    return store


def figures(store: Store, day: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    totals = add_up(count(worked_out(store, 0, day, True)))
    office = (totals.total, totals.exempt, totals.away, totals.hosted, totals.must_attend, totals.guests)
    by_cell = {cell.name: cell.member_count for cell in organizations.cells(store, day)}
    return office, tuple(by_cell[name] for name in CELLS)


def standing_with(store: Store, day: str, cell: str) -> str:
    return " ".join(row.full_name.split()[-1] for row in worked_out(store, 0, day, True) if row.cell == cell)


@pytest.mark.parametrize("day", FIGURES)
def test_the_figures_of_a_day_are_those_counted_by_hand(year: Store, day: str) -> None:
    assert figures(year, day) == FIGURES[day]


@pytest.mark.parametrize("day", STANDING)
def test_everyone_stands_with_the_cell_of_that_day(year: Store, day: str) -> None:
    assert tuple(" ".join(sorted(standing_with(year, day, name).split())) for name in CELLS) == tuple(
        " ".join(sorted(names.split())) for names in STANDING[day]
    )


def test_the_year_taken_back_leaves_the_figures_of_its_first_day(year: Store) -> None:
    for _ in range(14):
        journal.undo(year)
    assert figures(year, "2022-03-01") == ((5, 0, 0, 0, 5, 1), (3, 2, 0))
    assert members.find_member(year, "Lê Đào").status == "active"
