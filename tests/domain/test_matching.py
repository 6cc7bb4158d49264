"""Who on a list is whom in the register: ids first, then name, birth date and cell; what is unsure is held."""

from typing import Any

import pytest

from db.records import Member
from db.values import Gender, MemberStatus
from desktop_app.domain.listed import ListedMember
from desktop_app.domain.matching import Match, Register, agree, changes

AN = Member(
    id=1,
    code="0000013",
    full_name="Nguyễn Văn An",
    birth_date="1960-02-05",
    party_card_no="12345678",
    citizen_id="038060000001",
    cell_id=1,
    cell="Đội Cung 1",
    gender=Gender.MALE,
    status=MemberStatus.ACTIVE,
    party_position="Bí thư",
    government_position="Tổ trưởng",
)


def kept(**facts: Any) -> Member:
    """Another person of the same name in the same cell, without ids."""
    values = {"id": 2, "code": "0000021", "full_name": AN.full_name, "cell_id": 1, "status": MemberStatus.ACTIVE}
    return Member(**{**values, **facts})


def row(**facts: Any) -> ListedMember:
    return ListedMember(**{"sheet": "S", "row": 5, "full_name": "Nguyễn Văn An", **facts})


def match(listed: ListedMember, *people: Member, cell_id: int | None = 1) -> Match:
    return Register.of(people or (AN,)).match(listed, cell_id)


@pytest.mark.parametrize(
    "facts",
    [
        {"party_card_no": "12345678"},
        {"citizen_id": "038060000001"},
        {"party_card_no": "12345678", "citizen_id": "038060000001"},
        {"party_card_no": "12345678", "birth_date": "1961-01-01"},
        {"birth_date": "1960-02-05"},
        {"birth_date": "1960-02-05", "party_card_no": "99999999"},
    ],
)
def test_a_person_is_known_by_card_then_citizen_id_then_name_and_birth(facts: dict[str, str]) -> None:
    found = match(row(**facts))
    assert (found.member, found.reason, found.vague) == (AN, None, False)


def test_the_card_is_trusted_wherever_the_person_is_listed() -> None:
    assert match(row(party_card_no="12345678"), cell_id=9).member == AN


def test_the_same_name_and_birth_in_another_cell_is_someone_else() -> None:
    assert match(row(birth_date="1960-02-05"), cell_id=2).member is None
    assert Register.of([AN]).elsewhere(row(birth_date="1960-02-05")) == AN


@pytest.mark.parametrize(
    "facts",
    [
        {"party_card_no": "12345678", "full_name": "Trần Thị Bình"},
        {"citizen_id": "038060000001", "full_name": "Trần Thị Bình"},
        {"party_card_no": "12345678", "citizen_id": "038060000002"},
        {"birth_date": "1960-02-05", "citizen_id": "038060000002"},
    ],
)
def test_an_id_that_contradicts_the_register_is_held(facts: dict[str, str]) -> None:
    found = match(row(**facts))
    assert found.member is None and found.reason is not None


def test_ids_of_two_people_in_one_row_are_held() -> None:
    other = kept(citizen_id="038060000077", birth_date="1970-01-01")
    found = match(row(party_card_no="12345678", citizen_id="038060000077"), AN, other)
    assert found.member is None and "hai người khác nhau" in (found.reason or "")


def test_an_id_two_people_carry_is_held() -> None:
    found = match(row(party_card_no="12345678"), AN, kept(party_card_no="12345678"))
    assert found.member is None and found.reason is not None


def test_a_birth_name_is_the_persons_too() -> None:
    known = kept(other_name="Nguyễn Văn Bé", party_card_no="11112222")
    assert match(row(full_name="Nguyễn văn bé", party_card_no="11112222"), known).member == known


@pytest.mark.parametrize("birth_date", [None, "1960", "1960-02"])
def test_a_vague_birth_date_means_the_one_person_it_may_be_and_is_not_sure(birth_date: str | None) -> None:
    found = match(row(birth_date=birth_date))
    assert found.member == AN and found.vague


@pytest.mark.parametrize("birth_date", ["1961", "1960-03", "1960-02-06"])
def test_another_birth_date_is_another_person(birth_date: str) -> None:
    assert match(row(birth_date=birth_date)) == Match()


def test_of_several_candidates_nobody_is_guessed() -> None:
    found = match(row(birth_date="1960"), AN, kept(birth_date="1960-07-01"))
    assert found.member is None and found.reason is not None


def test_of_several_candidates_the_one_kept_in_the_same_words_is_meant() -> None:
    vague = kept(birth_date="1960")
    assert match(row(birth_date="1960"), AN, vague).member == vague
    assert match(row(birth_date="1960-02-05"), AN, vague).member == AN


def test_people_told_apart_by_their_cards_are_not_mixed_up() -> None:
    assert match(row(birth_date="1960", party_card_no="77778888")) == Match()


@pytest.mark.parametrize(
    ("one", "other", "may_be"),
    [
        ("1960", "1960-02-05", True),
        ("1960-02-05", "1960-02", True),
        (None, "1960", True),
        ("1960-02", "1960-03", False),
        ("1961", "1960-02-05", False),
    ],
)
def test_dates_of_any_precision_agree_when_they_may_be_one_day(one: str, other: str, may_be: bool) -> None:
    assert agree(one, other) is agree(other, one) is may_be


def test_what_the_row_does_not_carry_is_no_change() -> None:
    assert changes(row(), AN) == ()


def test_what_the_row_says_in_other_words_is_no_change() -> None:
    same = row(
        full_name="NGUYỄN VĂN AN",
        birth_date="1960",
        gender="male",
        position="Bí thư, Tổ trưởng",
        status="Đang sinh hoạt Đảng",
    )
    assert changes(same, AN) == ()


def test_every_other_fact_is_told_with_what_was_kept() -> None:
    told = changes(row(birth_date="1960-02-06", phone="0912345678", status="Từ trần"), AN)
    assert told == (
        ("birth_date", "1960-02-05", "1960-02-06"),
        ("phone", None, "0912345678"),
        ("status", "Đang sinh hoạt Đảng", "Từ trần"),
    )


def test_a_more_precise_date_is_a_change() -> None:
    assert changes(row(birth_date="1960-02-05"), kept(birth_date="1960")) == (("birth_date", "1960", "1960-02-05"),)
