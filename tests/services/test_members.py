"""People of the register: enrolled, amended, found, listed, as of any day."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.keys import person_key, tidy
from db.values import MemberKind, MemberStatus
from desktop_app.domain.names import is_code
from desktop_app.domain.refusal import Refusal
from desktop_app.services import members
from desktop_app.services.members import MemberDraft, MemberFilter, draft_of
from desktop_app.services.store import Store, memory_office
from tests.cast import a_cell, a_member, some_members

SYLLABLES = ["Nguyễn", "Trần", "Lê", "Đỗ", "Văn", "Thị", "An", "Ánh", "Ân", "Hòa", "Hoà", "Đạt", "Dũng", "Hoàng"]
NAMES = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=4).map(" ".join)


def amend(store: Store, person_id: int, **facts: object) -> None:
    """Change these facts of a person and leave the rest."""
    draft = draft_of(members.member(store, person_id))
    members.amend(store, person_id, replace(draft, **facts))  # type: ignore[arg-type]


def on(store: Store, person_id: int, day: str) -> MemberStatus | None:
    return members.page(store, [person_id], day)[0].status


def test_a_new_person_is_kept_tidy(store: Store) -> None:
    person = a_member(store, "  nguyễn   văn an\u200b ", phone="0912 345 678", party_card_no=" 12 345 678")
    assert person.full_name == "nguyễn văn an"
    assert (person.phone, person.party_card_no) == ("0912345678", "12345678")


def test_every_person_has_a_code_of_their_own(store: Store) -> None:
    codes = [person.code for person in some_members(store, 12)]
    assert len(set(codes)) == 12 and all(map(is_code, codes))


def test_a_person_without_a_name_is_refused(store: Store) -> None:
    for name in ("", "  ", "\u200b"):
        with pytest.raises(Refusal, match="Chưa có họ tên"):
            members.enrol(store, MemberDraft(full_name=name))


@settings(max_examples=30, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=8))
def test_people_are_listed_in_the_order_of_given_family_and_middle_names(names: list[str]) -> None:
    store = memory_office()
    for name in names:
        a_member(store, name, cell=None)
    found = [person.full_name for person in members.page(store, members.list_ids(store, MemberFilter()))]
    assert [person_key(name) for name in found] == sorted(map(person_key, names))
    store.close()


@settings(max_examples=40, deadline=None)
@given(NAMES, st.data())
def test_every_part_of_a_name_in_any_spelling_finds_the_person(name: str, data: st.DataObject) -> None:
    store = memory_office()
    person = a_member(store, name, cell=None)
    words = tidy(name).split()
    start = data.draw(st.integers(0, len(words) - 1))
    part = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    spelled = data.draw(st.sampled_from([part, part.upper(), unicodedata.normalize("NFD", part), bare(part)]))
    assert [found.id for found in members.search(store, spelled)] == [person.id]
    store.close()


def bare(text: str) -> str:
    """The text as typed without a Vietnamese keyboard."""
    letters = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in letters if not unicodedata.combining(c))


@pytest.mark.parametrize("text", ["0000009", "12345678", "038060000001", "0912345678", "1234", "1960"])
def test_a_number_finds_its_person(store: Store, text: str) -> None:
    person = a_member(store, party_card_no="12345678", citizen_id="038060000001", phone="0912345678")
    assert person.code == "0000009"
    assert [found.id for found in members.search(store, text)] == [person.id]


@pytest.mark.parametrize("text", ["", " ", "%", "_", "%x", "?*x", "' or 1=1 --", "999"])
def test_what_names_nobody_finds_nobody(store: Store, text: str) -> None:
    a_member(store)
    assert members.search(store, text) == []


def test_a_full_name_means_its_bearer_and_not_a_longer_name(store: Store) -> None:
    person = a_member(store, "Nguyễn Văn An")
    a_member(store, "Nguyễn Văn Anh")
    assert members.find_member(store, "nguyễn văn an").id == person.id
    assert members.find_member(store, person.code).id == person.id


def test_nobody_and_several_are_told_apart(store: Store) -> None:
    some = [a_member(store, "Nguyễn Văn An"), a_member(store, "Nguyễn Văn An")]
    with pytest.raises(Refusal, match="Không tìm thấy “Lê”"):
        members.find_member(store, "Lê")
    with pytest.raises(Refusal, match="hãy ghi mã đảng viên"):
        members.find_member(store, some[0].full_name)


def test_lists_are_narrowed_by_cell_status_and_kind(store: Store) -> None:
    a_member(store, "Người Một", "Đội Cung 1")
    a_member(store, "Người Hai", "Đội Cung 2", status=MemberStatus.EXEMPT)
    a_member(store, "Người Ba", None, kind=MemberKind.GUEST)
    cell = a_cell(store, "Đội Cung 2").id
    assert members.count(store, MemberFilter()) == 3
    assert members.count(store, MemberFilter(cell_id=cell)) == 1
    assert members.count(store, MemberFilter(no_cell=True)) == 1
    assert members.count(store, MemberFilter(status=MemberStatus.ACTIVE)) == 2
    assert members.count(store, MemberFilter(status=MemberStatus.EXEMPT, cell_id=cell)) == 1
    assert members.count(store, MemberFilter(kind=MemberKind.GUEST, text="ba")) == 1


@pytest.mark.parametrize("order", ["list", "cell", "birth_date", "code"])
def test_a_list_is_turned_round_whole(store: Store, order: str) -> None:
    for number, name in enumerate(("Vũ An", "Lê Bình", "Đỗ Ánh")):
        a_member(store, name, f"Đội Cung {3 - number}", birth_date=f"19{60 + number}")
    up = list(members.list_ids(store, MemberFilter(order=order)))
    assert list(members.list_ids(store, MemberFilter(order=order, descending=True))) == up[::-1]


def test_a_page_follows_the_ids_asked_for(store: Store) -> None:
    one, two, three = (person.id for person in some_members(store, 3))
    assert [person.id for person in members.page(store, [three, 999, one])] == [three, one]
    assert two not in [person.id for person in members.page(store, [])]


def test_a_person_put_into_the_bin_is_gone_from_lists(store: Store) -> None:
    people = some_members(store, 3)
    assert members.remove(store, [people[0].id, people[1].id]) == 2
    assert members.count(store, MemberFilter()) == 1
    assert members.search(store, people[0].full_name) == []


def test_a_cell_put_right_was_always_so_and_a_move_begins_on_its_day(store: Store) -> None:
    person, other, third = a_member(store), a_cell(store, "Đội Cung 2"), a_cell(store, "Đội Cung 3")
    amend(store, person.id, cell_id=other.id)
    assert members.page(store, [person.id], "1990-01-01")[0].cell == "Đội Cung 2"
    amend(store, person.id, cell_id=third.id, cell_since="2021-03")
    assert members.page(store, [person.id], "2021-02-28")[0].cell == "Đội Cung 2"
    assert members.page(store, [person.id], "2021-03-01")[0].cell == "Đội Cung 3"


def test_a_status_holds_from_its_day(store: Store) -> None:
    person = a_member(store)
    amend(store, person.id, status=MemberStatus.EXEMPT, status_date="2020-05-01")
    assert on(store, person.id, "2020-04-30") is MemberStatus.ACTIVE
    assert on(store, person.id, "2020-05-01") is MemberStatus.EXEMPT


@pytest.mark.parametrize("corrected", ["2020-03-01", "2020-07-01"])
def test_the_day_of_a_status_is_put_right(store: Store, corrected: str) -> None:
    person = a_member(store, status=MemberStatus.EXEMPT, status_date="2020-05-01")
    amend(store, person.id, status_date=corrected)
    assert on(store, person.id, "2020-02-29") is on(store, person.id, "2020-02-29") is MemberStatus.ACTIVE
    assert (on(store, person.id, "2020-04-15") is MemberStatus.EXEMPT) is (corrected < "2020-04-15")
    assert (on(store, person.id, "2020-06-15") is MemberStatus.EXEMPT) is (corrected < "2020-06-15")
    assert on(store, person.id, "2020-07-01") is MemberStatus.EXEMPT


def test_a_status_whose_day_becomes_known_was_preceded_by_active(store: Store) -> None:
    person = a_member(store, status=MemberStatus.DECEASED)
    amend(store, person.id, status_date="2020-05-01")
    assert on(store, person.id, "2020-04-30") is MemberStatus.ACTIVE
    assert on(store, person.id, "2020-05-01") is MemberStatus.DECEASED


def test_who_comes_back_was_away_until_today(store: Store) -> None:
    person = a_member(store, status=MemberStatus.SUSPENDED, status_date="2020-05-01")
    amend(store, person.id, status=MemberStatus.ACTIVE)
    assert members.member(store, person.id).status is MemberStatus.ACTIVE
    assert on(store, person.id, "2021-01-01") is MemberStatus.SUSPENDED


def test_the_kind_said_holds_where_dates_say_nothing(store: Store) -> None:
    person = a_member(store, admitted_on=None, official_on=None, kind=MemberKind.PROBATIONARY)
    assert person.kind is MemberKind.PROBATIONARY
    amend(store, person.id, kind=MemberKind.OFFICIAL)
    assert members.member(store, person.id).kind is MemberKind.OFFICIAL
    amend(store, person.id, kind=MemberKind.GUEST)
    assert members.member(store, person.id).kind is MemberKind.GUEST


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({}, set()),
        ({"party_card_no": "123"}, {"party_card_no"}),
        ({"party_card_no": "123456789012", "citizen_id": "038060000001"}, set()),
        ({"citizen_id": "38060000001"}, {"citizen_id"}),
        ({"admitted_on": "1985-05-19", "official_on": "1985-05-18"}, {"official_on"}),
        ({"admitted_on": "1985-05-19", "official_on": "1985"}, set()),
        ({"birth_date": "1960", "admitted_on": "1977-12-31"}, {"admitted_on"}),
        ({"birth_date": "1960", "admitted_on": "1978"}, set()),
    ],
)
def test_what_looks_wrong_is_warned_about_and_kept(facts: dict[str, str], fields: set[str]) -> None:
    found = members.warnings(MemberDraft(full_name="Nguyễn Văn An", **facts))  # type: ignore[arg-type]
    assert set(found) == fields
    assert all(text.endswith("hãy xem lại.") for text in found.values())


def test_a_person_who_is_gone_is_told_so(store: Store) -> None:
    with pytest.raises(Refusal, match="Không còn người này"):
        members.member(store, 99)


def test_a_sort_name_puts_a_person_where_it_says(store: Store) -> None:
    a_member(store, "Lê Thị Yến")
    a_member(store, "H'Hen Niê", sort_name="Hen")
    people = members.page(store, members.list_ids(store, MemberFilter()))
    assert [person.full_name for person in people] == ["H'Hen Niê", "Lê Thị Yến"]


def test_a_birth_date_still_to_come_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="Ngày sinh 01/02/2099 ở sau ngày hôm nay"):
        a_member(store, "Lê Thị Đào", birth_date="2099-02-01")
