"""The tree, decisions about it and residence blocks, by command."""

from tests.commands.conftest import Typed

DECIDED = ("--decision", "5-QĐ/ĐU", "--on", "01/04/2021")


def names(told: dict[str, object]) -> list[str]:
    found = told["organizations"]
    assert isinstance(found, list)
    return [each["name"] for each in found]


def test_the_tree_begins_with_the_office_and_counts_everyone_under_it(practice: Typed) -> None:
    rows = practice("tree", "--json").data["organizations"]
    assert (rows[0]["name"], rows[0]["depth"]) == ("Đảng ủy phường Đông Thọ", 0)
    assert rows[0]["members"] == sum(row["members"] for row in rows[1:]) > 100


def test_a_merger_shows_from_its_day_on(practice: Typed) -> None:
    told = practice("reorganize", "merge", "Đội Cung 1", "Đội Cung 2", "--name", "Đội Cung", *DECIDED, "--json").data
    assert names(told) == ["Đội Cung"] and told["organizations"][0]["members"] > 4
    assert "Đội Cung 1" in names(practice("tree", "--on", "31/03/2021", "--json").data)
    now = names(practice("tree", "--json").data)
    assert "Đội Cung" in now and "Đội Cung 1" not in now


def test_a_split_gives_people_by_their_codes(practice: Typed) -> None:
    people = [p["code"] for p in practice("members", "--cell", "Đội Cung 1", "--json").data["members"]]
    parts = ("--part", "Đội Cung Bắc", people[0], "--part", "Đội Cung Nam", *people[1:])
    told = practice("reorganize", "split", "Đội Cung 1", *parts, *DECIDED)
    assert told.code == 0, told.err
    listed = practice("members", "--cell", "Đội Cung Bắc", "--json").data["members"]
    assert [person["code"] for person in listed] == people[:1]


def test_a_new_name_and_an_undo(practice: Typed) -> None:
    assert practice("reorganize", "rename", "Ái Sơn 1", "Ái Sơn", *DECIDED).code == 0
    assert "Ái Sơn" in names(practice("tree", "--json").data)
    assert practice("undo").code == 0
    assert "Ái Sơn" not in names(practice("tree", "--json").data)


def test_a_cell_with_people_is_not_closed(practice: Typed) -> None:
    told = practice("reorganize", "close", "Ái Sơn 1", *DECIDED)
    assert told.code == 1 and "Ái Sơn 1" in told.err


def test_people_are_put_into_a_residence_block(practice: Typed, codes: list[str]) -> None:
    assert practice("blocks", "--add", "Phố Ái Sơn").code == 0
    told = practice("blocks", "--assign", "phố ái sơn", "--member", *codes[:3], "--json").data["blocks"]
    assert [(block["name"], block["people"]) for block in told] == [("Phố Ái Sơn", 3)]


def test_the_list_of_a_cell_that_is_gone_can_be_asked_as_of_a_day(practice: Typed) -> None:
    asked = ("members", "--cell", "Đội Cung 1", "--on", "31/03/2021", "--json")
    before = practice(*asked).data["members"]
    practice("reorganize", "merge", "Đội Cung 1", "Đội Cung 2", "--name", "Đội Cung", *DECIDED)
    assert practice(*asked).data["members"] == before != []
    assert practice("members", "--cell", "Đội Cung 1").code == 1
