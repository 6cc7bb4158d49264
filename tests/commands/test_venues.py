"""Venues by command: added, listed with the people expected, given other cells."""

from tests.commands.conftest import Typed


def test_a_venue_is_given_other_cells(practice: Typed) -> None:
    first, second = practice("venues", "--json").data["venues"][-2:]
    practice("venues", "--seat", second["id"], "--cells", first["cells"][0])
    told = {venue["id"]: venue for venue in practice("venues", "--json").data["venues"]}
    assert told[second["id"]]["cells"] == first["cells"]


def test_cells_without_a_venue_to_sit_at_are_refused(practice: Typed) -> None:
    told = practice("venues", "--cells", "1")
    assert told.code == 1 and "--seat" in told.err


def test_a_new_venue_is_listed_with_what_was_said_of_it(practice: Typed) -> None:
    words = ("--add", "Nhà văn hóa mới", "--capacity", "80", "--place", "Đường Lê Lợi", "--level", "chi bộ")
    venues = practice("venues", *words, "--json").data["venues"]
    made = next(venue for venue in venues if venue["name"] == "Nhà văn hóa mới")
    assert (made["capacity"], made["place"], made["cells"], made["expected"]) == (80, "Đường Lê Lợi", [], 0)


def test_an_unknown_cell_leaves_the_venues_alone(practice: Typed) -> None:
    before = practice("venues", "--json").data
    assert practice("venues", "--add", "Mới", "--cells", "Không Có").code == 1
    assert practice("venues", "--json").data == before
