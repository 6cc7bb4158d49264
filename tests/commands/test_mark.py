"""Marking by command: whom, which half-days, and blanks apart from marks."""

from tests.commands.conftest import Typed


def blank_conference(practice: Typed) -> None:
    """A second conference of two half-days, frozen and not marked."""
    days = ("--half-day", "2021-04-03 sáng", "--half-day", "2021-04-03 chiều")
    practice("conference", "new", "--name", "Hội nghị hai", *days)
    practice("roll", "--freeze")


def test_one_person_is_marked_for_one_half_day(practice: Typed, codes: list[str]) -> None:
    blank_conference(practice)
    told = practice("mark", "--member", codes[0], "--half-day", "03/04/2021 chiều", "--status", "2", "--json").data
    assert (told["conference"], told["marked"], told["status"]) == ("Hội nghị hai", 1, "absent_excused")


def test_a_half_day_may_be_named_by_its_number(practice: Typed, codes: list[str]) -> None:
    blank_conference(practice)
    assert practice("mark", "--member", *codes[:3], "--half-day", "2", "--status", "1", "--json").data["marked"] == 3


def test_a_half_day_the_conference_has_not_is_refused_with_those_it_has(practice: Typed) -> None:
    blank_conference(practice)
    told = practice("mark", "--all", "--half-day", "4/4/2021 sáng", "--status", "1")
    assert told.code == 1 and "sáng 03/04/2021" in told.err


def test_filling_leaves_marks_that_stand(practice: Typed, codes: list[str]) -> None:
    blank_conference(practice)
    must_attend = practice("roll", "--json").data["totals"]
    everyone = must_attend["must_attend"] + must_attend["guests"]
    practice("mark", "--member", *codes[:2], "--status", "3")
    told = practice("mark", "--all", "--status", "1", "--fill", "--json").data
    assert told["marked"] == 2 * (everyone - 2)


def test_a_cell_is_marked_at_once(practice: Typed) -> None:
    blank_conference(practice)
    cell = practice("venues", "--json").data["cells_without_venue"][0]
    people = len(practice("members", "--cell", cell, "--json").data["members"])
    assert 0 < practice("mark", "--cell", cell, "--status", "1", "--json").data["marked"] <= 2 * people


def test_zero_takes_marks_off_again(practice: Typed, codes: list[str]) -> None:
    blank_conference(practice)
    practice("mark", "--member", codes[0], "--status", "1")
    assert practice("mark", "--member", codes[0], "--status", "0", "--json").data["status"] is None
    assert practice("mark", "--member", codes[0], "--status", "1", "--fill", "--json").data["marked"] == 2


def test_marking_waits_for_the_roll(practice: Typed) -> None:
    practice("conference", "new", "--name", "Hội nghị hai", "--half-day", "2021-04-03 sáng")
    told = practice("mark", "--all", "--status", "1")
    assert told.code == 1 and "chốt" in told.err


def test_filling_never_takes_marks_off(practice: Typed) -> None:
    before = practice("summary", "--json").data
    assert practice("mark", "--all", "--status", "0", "--fill").code == 1
    assert practice("summary", "--json").data == before
