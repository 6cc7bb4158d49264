"""Conferences by command: topics belong to the half-day typed before them."""

from tests.commands.conftest import Typed

NAMED = ("conference", "new", "--name", "Hội nghị")


def test_a_topic_belongs_to_the_half_day_before_it(office: Typed) -> None:
    office("round", "new", "--name", "Đợt một")
    programme = ("--half-day", "27/03/2021 sáng", "--topic", "Một", "--topic", "Hai", "--half-day", "27/3/2021 chiều")
    made = office(*NAMED, *programme, "--topic", "Ba", "--json").data["conference"]
    assert [[topic["title"] for topic in day["topics"]] for day in made["half_days"]] == [["Một", "Hai"], ["Ba"]]


def test_a_topic_before_any_half_day_is_refused(office: Typed) -> None:
    office("round", "new", "--name", "Đợt một")
    told = office(*NAMED, "--topic", "Một", "--half-day", "27/03/2021 sáng")
    assert told.code == 1 and "--half-day" in told.err


def test_the_newest_main_conference_is_the_usual_one(practice: Typed) -> None:
    practice("conference", "new", "--name", "Hội nghị hai", "--half-day", "03/04/2021 sáng")
    practice("conference", "new", "--name", "Học bù", "--makeup", "--half-day", "05/04/2021 sáng")
    assert practice("roll", "--json").data["conference"] == "Hội nghị hai"


def test_the_same_half_day_twice_is_refused(office: Typed) -> None:
    office("round", "new", "--name", "Đợt một")
    told = office(*NAMED, "--half-day", "27/03/2021 sáng", "--half-day", "2021-03-27 sáng")
    assert told.code == 1 and office("conference", "list", "--json").data["conferences"] == []
