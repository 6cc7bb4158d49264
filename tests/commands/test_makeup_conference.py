"""Make-ups, late marks, other venues and coverage by command."""

import pytest

from tests.commands.conftest import Told, Typed


@pytest.fixture
def owing(practice: Typed, codes: list[str]) -> list[str]:
    """The code of somebody who was absent from everything."""
    practice("mark", "--member", codes[0], "--status", "3")
    return codes[:1]


def new(practice: Typed, *more: str) -> Told:
    days = ("--half-day", "10/04/2021 sáng", "--half-day", "10/04/2021 chiều")
    return practice("makeup-conference", "new", "--name", "Học bù", *days, *more, "--json")


def test_a_make_up_conference_summons_those_named_and_its_marks_settle(practice: Typed, owing: list[str]) -> None:
    made = new(practice, "--member", owing[0], "--speaker", "Lê Hải, Bí thư").data["conference"]
    assert [each["code"] for each in made["summoned"]] == owing[:1]
    assert [len(day["stands_for"]) for day in made["half_days"]] == [2, 2]
    practice("mark", "--conference", made["id"], "--all", "--before-day")
    assert owing[0] not in {each["code"] for each in practice("outstanding", "--json").data["not_studied"]}


def test_everyone_of_a_cell_who_owes_study_is_summoned(practice: Typed) -> None:
    listed = practice("outstanding", "--json").data["not_studied"]
    cell = listed[0]["cell"]
    made = new(practice, "--cell", cell).data["conference"]
    assert {each["code"] for each in made["summoned"]} == {each["code"] for each in listed if each["cell"] == cell}


def test_what_a_half_day_stands_for_is_said_anew(practice: Typed, owing: list[str]) -> None:
    new(practice, "--member", owing[0])
    cover = ("makeup-conference", "cover", "--conference", "Học bù", "--half-day", "1", "--json")
    told = practice(*cover, "--missed", "1", "--missed", "4").data["conference"]
    assert [day["held_on"] for day in told["half_days"][0]["stands_for"]] == ["2021-03-27", "2021-03-28"]
    listed = practice("makeup-conference", "list", "--json").data["conferences"]
    assert listed[0]["half_days"] == told["half_days"]


def test_nobody_named_is_refused(practice: Typed) -> None:
    told = new(practice)
    assert told.code == 1 and "Chưa rõ ai học bù" in told.err


def test_a_make_up_is_not_recorded_twice_and_is_taken_back(practice: Typed, owing: list[str]) -> None:
    practice("makeup", "--member", owing[0], "--on", "2/4/2021")
    again = practice("makeup", "--member", owing[0], "--on", "3/4/2021")
    assert again.code == 1 and "đã ghi học bù" in again.err
    assert practice("makeup", "--member", owing[0], "--undo", "--json").data["half_days"] == 4


def test_late_and_remark_are_kept_with_the_mark(practice: Typed, codes: list[str]) -> None:
    more = ("--half-day", "1", "--late", "--remark", "mưa to")
    assert practice("mark", "--member", codes[0], *more, "--json").data["late"] is True
    told = practice("marks", "--half-day", "1", "--json").data["marks"]
    mark = next(each for each in told if each["code"] == codes[0])
    assert (mark["late"], mark["left_early"], mark["remark"]) == (True, False, "mưa to")
    practice("mark", "--member", codes[0], "--half-day", "1", "--on-time")
    told = practice("marks", "--half-day", "1", "--json").data["marks"]
    assert next(each for each in told if each["code"] == codes[0])["late"] is False


def test_somebody_at_another_venue_is_listed_there_as_a_visitor(practice: Typed, codes: list[str]) -> None:
    seat = next(m["seat"] for m in practice("marks", "--json").data["marks"] if m["code"] == codes[0])
    names = [venue["name"] for venue in practice("venues", "--json").data["venues"]]
    other = next(name for name in names if name != seat)
    practice("mark", "--member", codes[0], "--half-day", "1", "--status", "0")
    practice("mark", "--member", codes[0], "--half-day", "1", "--at", other)
    there = practice("marks", "--venue", other, "--half-day", "1", "--json").data["marks"]
    assert [(m["visitor"], m["venue"]) for m in there if m["code"] == codes[0]] == [(True, other)]
    back = practice("mark", "--member", codes[0], "--half-day", "1", "--at", seat)
    assert back.code == 1 and other in back.err
    assert practice("mark", "--member", codes[0], "--half-day", "1", "--at", seat, "--moved").code == 0


def test_nobody_is_marked_before_the_day_by_command_either(practice: Typed) -> None:
    practice("conference", "new", "--name", "Hội nghị sau", "--half-day", "2021-05-03 sáng")
    practice("roll", "--freeze")
    told = practice("mark", "--all")
    assert told.code == 1 and "Chưa đến buổi sáng 3/5" in told.err
    assert practice("mark", "--all", "--status", "2", "--reason", "báo trước").code == 0


def test_coverage_agrees_with_the_summary_at_every_cell(practice: Typed) -> None:
    told, figures = practice("coverage", "--json").data, practice("summary", "--json").data
    rows = {row["name"]: row for row in told["rows"] if row["depth"] > 0}
    for row in figures["rows"]:
        assert (rows[row["name"]]["must"], rows[row["name"]]["left"]) == (row["must_attend"], row["not_studied"])
    top = told["rows"][0]
    assert (top["studied"], top["studied_percent"]) == (
        figures["total"]["studied"],
        figures["total"]["studied_percent"],
    )
    assert len(top["ids"]["left"]) == top["left"]


def test_coverage_of_one_cell_as_of_a_day_has_that_cell_alone(practice: Typed) -> None:
    cell = practice("summary", "--json").data["rows"][0]["name"]
    told = practice("coverage", "--cell", cell, "--on", "26/03/2021", "--json").data
    assert [(row["name"], row["studied"]) for row in told["rows"]] == [(cell, 0)]
