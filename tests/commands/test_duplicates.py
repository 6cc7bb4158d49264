"""Entries that may be one person, by command."""

from tests.commands.conftest import Typed


def test_a_pair_is_listed_compared_and_merged(practice: Typed, codes: list[str]) -> None:
    assert practice("duplicates", "--json").code == 0
    told = practice("duplicates", "--compare", codes[0], codes[1], "--json").data
    assert {field["field"] for field in told["fields"]} >= {"full_name", "birth_date", "cell", "status"}
    merged = practice("duplicates", "--merge", codes[0], codes[1], "--marks-of", codes[0], "--json").data
    assert merged["merged"]["code"] == codes[0]
    assert codes[1] not in [person["code"] for person in practice("members", "--json").data["members"]]
    assert practice("undo").code == 0


def test_numbers_are_masked_for_the_eye(practice: Typed, codes: list[str]) -> None:
    told = practice("duplicates", "--compare", codes[0], codes[1])
    assert "Số định danh cá nhân" in told.out and "•" in told.out


def test_a_pair_told_apart_is_listed_no_more(practice: Typed, codes: list[str]) -> None:
    listed = practice("duplicates", "--not-same", codes[0], codes[1], "--json").data["pairs"]
    assert [codes[0], codes[1]] not in [[pair["one"]["code"], pair["other"]["code"]] for pair in listed]
