"""The board, the diary and the closing of a conference by command, at a practice office."""

import pytest

from tests.commands.conftest import Typed


@pytest.fixture
def venue(practice: Typed) -> str:
    """A venue under the main one, everyone there marked."""
    name: str = practice("board", "--json").data["venues"][1]["name"]
    practice("mark", "--venue", name, "--status", "4", "--fill")
    return name


def line(practice: Typed, name: str) -> dict[str, object]:
    found: dict[str, object] = next(v for v in practice("board", "--json").data["venues"] if v["name"] == name)
    return found


def test_the_board_tells_every_venue_of_the_last_half_day(practice: Typed) -> None:
    data = practice("board", "--json").data
    assert (data["half_day"]["held_on"], data["half_day"]["part"]) == ("2021-03-28", "afternoon")
    assert len(data["venues"]) == len(practice("venues", "--json").data["venues"])
    assert data["total"]["roll"] == sum(each["roll"] for each in data["venues"])


def test_a_half_day_is_chosen_by_its_number(practice: Typed) -> None:
    assert practice("board", "--half-day", "1", "--json").data["half_day"]["part"] == "morning"
    assert "Buổi sáng 27/03/2021" in practice("board", "--half-day", "1").out
    assert practice("board", "--half-day", "9").code == 1


def test_a_venue_is_reported_complete_and_taken_back(practice: Typed, venue: str) -> None:
    present = line(practice, venue)["present"]
    assert practice("board", "--venue", venue, "--complete", "--signed", present).code == 0
    assert (line(practice, venue)["state"], line(practice, venue)["signed"]) == ("complete", present)
    practice("board", "--venue", venue, "--take-back")
    assert line(practice, venue)["state"] == "partly"


def test_a_signed_number_that_differs_is_not_complete(practice: Typed, venue: str) -> None:
    told = practice("board", "--venue", venue, "--complete", "--signed", "999")
    assert told.code == 1 and "999 người ký" in told.err
    practice("board", "--venue", venue, "--signed", "999")
    assert line(practice, venue)["state"] == "contradictory"


def test_a_report_needs_a_venue_and_something_to_say(practice: Typed, venue: str) -> None:
    assert "--venue" in practice("board", "--complete").err
    assert "--complete" in practice("board", "--venue", venue).err


def test_the_diary_keeps_what_is_added_at_its_time(practice: Typed, venue: str) -> None:
    words = ("--venue", venue, "--kind", "sự cố", "--at", "28/3/2021 14h05", "--add", "Mất điện")
    (entry,) = practice("diary", *words, "--json").data["diary"]
    assert (entry["venue"], entry["kind"], entry["happened_at"]) == (venue, "incident", "2021-03-28 14:05")
    assert "14:05 ngày 28/03/2021" in practice("diary").out


@pytest.mark.parametrize("at", ["28/3/2021", "14:05", "28/3/2021 25:00", "hôm qua 7:30"])
def test_a_time_that_is_none_is_wrong_usage(practice: Typed, venue: str, at: str) -> None:
    assert practice("diary", "--venue", venue, "--add", "Mất điện", "--at", at).code == 2


def test_a_diary_entry_needs_its_venue(practice: Typed) -> None:
    assert "--venue" in practice("diary", "--add", "Mất điện").err


def test_unnamed_people_are_counted_and_counted_again(practice: Typed, venue: str) -> None:
    present = line(practice, venue)["present"]
    practice("head-count", "--venue", venue, "--count", "20")
    (counted,) = practice("head-count", "--venue", venue, "--count", "24", "--json").data["head_counts"]
    assert (counted["people"], counted["count"]) == ("Quần chúng, nhân dân", 24)
    assert (line(practice, venue)["unnamed"], line(practice, venue)["present"]) == (24, present)


def test_a_count_needs_its_venue_and_is_no_text(practice: Typed, venue: str) -> None:
    assert "--venue" in practice("head-count", "--count", "5").err
    assert practice("head-count", "--venue", venue, "--count", "năm").code == 2


def test_what_is_left_is_told_and_nothing_is_closed(practice: Typed, codes: list[str]) -> None:
    practice("mark", "--member", codes[0], "--status", "0")
    data = practice("close", "--check", "--json").data
    assert data["closed"] is False and codes[0] in {each["code"] for each in data["unmarked"]}
    assert practice("mark", "--member", codes[0]).code == 0


def test_closing_waits_for_consent_then_nothing_is_marked(practice: Typed, codes: list[str]) -> None:
    practice("mark", "--member", codes[0], "--status", "0")
    assert "chưa điểm danh" in practice("close").err
    assert practice("close", "--absent", "--json").data["closed"] is True
    assert "mở lại" in practice("mark", "--member", codes[0]).err


def test_a_closed_conference_is_opened_again_with_a_reason(practice: Typed, codes: list[str]) -> None:
    practice("close", "--absent")
    assert practice("reopen").code == 2
    assert practice("reopen", "--reason", "Bổ sung phiếu").code == 0
    (kept,) = practice("close", "--check", "--json").data["reopened"]
    assert kept["reason"] == "Bổ sung phiếu" and practice("mark", "--member", codes[0]).code == 0


def test_contradictions_name_what_is_wrong_and_where_to_mend_it(practice: Typed, venue: str) -> None:
    assert practice("contradictions", "--json").data["contradictions"] == []
    practice("board", "--venue", venue, "--signed", "999")
    (told,) = practice("contradictions", "--json").data["contradictions"]
    assert (told["kind"], told["place"]) == ("over_roll", "board")
    assert "1 mâu thuẫn" in practice("contradictions").out
