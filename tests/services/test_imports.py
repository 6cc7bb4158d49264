"""A member list taken into the register: who is new, changed, the same or held, written whole or not at all."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.values import MemberKind, MemberStatus
from desktop_app.domain.listed import ListedMember, MemberList
from desktop_app.services import imports, journal, members, organizations
from desktop_app.services.imports import ImportPlan, plan, write
from desktop_app.services.store import Store, memory_office
from tests.cast import a_cell, a_member
from tests.db.files import content

COUNTS = ("created", "updated", "unchanged", "held")


def listed(*rows: dict[str, Any]) -> MemberList:
    """A list of these people, in the cell "Đội Cung 1" unless they say otherwise."""
    made = [
        ListedMember(**{"sheet": "Trang 1", "row": 2 + place, "cell": "Đội Cung 1", **row})
        for place, row in enumerate(rows)
    ]
    return MemberList(rows=tuple(made), problems=())


def counts(planned: ImportPlan) -> tuple[int, ...]:
    return tuple(getattr(planned, name) for name in COUNTS)


def taken(store: Store, *rows: dict[str, Any], **more: Any) -> tuple[int, ...]:
    """Plan and write a list; the counts."""
    planned = plan(store, listed(*rows), **more)
    write(store, planned, "ds.xlsx")
    return counts(planned)


AN = {"full_name": "Nguyễn Văn An", "birth_date": "1960-02-05"}
BINH = {"full_name": "Trần Thị Bình", "birth_date": "1975", "party_card_no": "12345678"}
NAMES = st.sampled_from(["Nguyễn Văn An", "nguyễn văn an", "Trần Thị Hòa", "Trần Thị Hoà", "Lê Đức Cường"])
PEOPLE = st.fixed_dictionaries(
    {"full_name": NAMES},
    optional={
        "birth_date": st.sampled_from(["1960", "1960-02", "1960-02-05", "1971-12-31"]),
        "cell": st.sampled_from(["Đội Cung 1", "CB Đội Cung 1", "Đội Cung 2", "Đội Cug 1", "Trường Thi", None]),
        "party_card_no": st.sampled_from(["11111111", "22222222", "333333333333"]),
        "citizen_id": st.sampled_from(["038060000001", "038060000002"]),
        "gender": st.sampled_from(["male", "female"]),
        "status": st.sampled_from(["Đang sinh hoạt Đảng", "Từ trần", "Miễn sinh hoạt"]),
        "status_date": st.sampled_from(["2020", "2020-05-01"]),
        "admitted_on": st.sampled_from(["1990-05-19", "1990", "2020-09-02"]),
        "position": st.sampled_from(["Bí thư", "Bí thư, Tổ trưởng"]),
    },
)


def test_new_people_and_their_cells_are_written(store: Store) -> None:
    assert taken(store, AN, BINH) == (2, 0, 0, 0)
    assert [cell.name for cell in organizations.cells(store)] == ["Đội Cung 1"]
    assert [person.cell for person in members.search(store, "nguyen van an")] == ["Đội Cung 1"]


def test_planning_writes_nothing(store: Store) -> None:
    before = content(store)
    plan(store, listed(AN, BINH))
    assert content(store) == before


@settings(max_examples=40, deadline=None)
@given(st.lists(PEOPLE, max_size=8))
def test_the_same_list_twice_changes_nothing(rows: list[dict[str, Any]]) -> None:
    store = memory_office()
    first = taken(store, *rows)
    before = content(store)
    again = plan(store, listed(*rows))
    assert (again.created, again.updated, again.held) == (0, 0, first[3])
    assert write(store, again, "ds.xlsx") is None
    assert content(store) == before
    store.close()


@settings(max_examples=25, deadline=None)
@given(st.lists(PEOPLE, max_size=6), st.lists(PEOPLE, min_size=1, max_size=6))
def test_a_whole_import_is_undone_to_the_very_same_store(first: list[Any], second: list[Any]) -> None:
    store = memory_office()
    taken(store, *first)
    before = content(store)
    if write(store, plan(store, listed(*second)), "ds.xlsx") is not None:
        journal.undo(store)
    assert content(store) == before
    store.close()


def test_an_import_is_one_entry_of_the_journal(store: Store) -> None:
    before = len(journal.history(store, 1000))
    taken(store, *[{"full_name": f"Nguyễn Văn {n}", "birth_date": f"19{n}-01-01"} for n in range(30, 60)])
    assert len(journal.history(store, 1000)) == before + 1
    assert journal.history(store)[0].summary == "Nhập danh sách ds.xlsx"


def test_the_same_person_twice_in_a_list_is_written_once_and_told(store: Store) -> None:
    planned = plan(store, listed(AN, BINH, AN))
    assert counts(planned) == (2, 0, 0, 1)
    assert [(problem.row, problem.text) for problem in planned.problems] == [
        (4, "Trùng người với dòng 2; hãy xem lại."),
    ]


def test_one_card_under_two_names_holds_both(store: Store) -> None:
    planned = plan(store, listed(BINH, {"full_name": "Lê Văn C", "party_card_no": "12345678"}))
    assert counts(planned) == (0, 0, 0, 2)
    assert "khác họ tên" in planned.problems[0].text


def test_people_of_one_name_in_two_cells_are_two(store: Store) -> None:
    assert taken(store, AN, AN | {"cell": "Đội Cung 2"}) == (2, 0, 0, 0)
    assert taken(store, AN, AN | {"cell": "Đội Cung 2"}) == (0, 0, 2, 0)


def test_people_of_one_name_are_told_apart_by_their_ids(store: Store) -> None:
    rows = [{"full_name": "Nguyễn Văn An", "citizen_id": f"03806000000{n}"} for n in range(3)]
    assert taken(store, *rows) == (3, 0, 0, 0)
    assert taken(store, *rows) == (0, 0, 3, 0)


def test_two_rows_that_mean_one_member_are_not_both_written(store: Store) -> None:
    taken(store, AN | {"party_card_no": "12345678"})
    planned = plan(
        store, listed({**AN, "full_name": AN["full_name"], "birth_date": "1960", "party_card_no": "12345678"}, AN)
    )
    assert (planned.unchanged, planned.held) == (1, 1)


def test_a_card_with_another_name_than_kept_is_held(store: Store) -> None:
    taken(store, BINH)
    planned = plan(store, listed(BINH | {"full_name": "Lê Văn Tám"}))
    assert counts(planned) == (0, 0, 0, 1)
    assert planned.problems[0].row == 2


def test_a_vague_birth_date_with_any_difference_is_held(store: Store) -> None:
    taken(store, AN)
    assert counts(plan(store, listed({"full_name": "Nguyễn Văn An", "birth_date": "1960"}))) == (0, 0, 1, 0)
    planned = plan(store, listed({"full_name": "Nguyễn Văn An", "birth_date": "1960", "phone": "0912345678"}))
    assert counts(planned) == (0, 0, 0, 1)


def test_what_a_list_says_anew_is_written_and_the_rest_stays(store: Store) -> None:
    taken(store, BINH | {"phone": "0912345678", "position": "Bí thư"})
    assert taken(store, BINH | {"birth_date": "1975-06-01", "position": "Phó Bí thư"}) == (0, 1, 0, 0)
    person = members.find_member(store, "Trần Thị Bình")
    assert (person.birth_date, person.phone, person.position) == ("1975-06-01", "0912345678", "Phó Bí thư")


def test_a_move_holds_from_today_and_the_past_stays(store: Store) -> None:
    taken(store, BINH)
    assert taken(store, BINH | {"cell": "Đội Cung 2"}) == (0, 1, 0, 0)
    person = members.find_member(store, "Trần Thị Bình")
    assert person.cell == "Đội Cung 2"
    assert members.page(store, [person.id], "2020-01-01")[0].cell == "Đội Cung 1"


def test_someone_of_the_same_name_and_birth_elsewhere_is_pointed_out(store: Store) -> None:
    taken(store, AN)
    planned = plan(store, listed(AN | {"cell": "Trường Thi"}))
    assert counts(planned) == (1, 0, 0, 0)
    assert planned.problems[0].text.startswith("Đã có người cùng họ tên, ngày sinh ở chi bộ “Đội Cung 1”")


def test_a_death_is_kept_with_its_day(store: Store) -> None:
    taken(store, BINH)
    taken(store, BINH | {"status": "Từ trần", "status_date": "2020-05-01"})
    person = members.find_member(store, "Trần Thị Bình")
    assert (person.status, person.status_date) == (MemberStatus.DECEASED, "2020-05-01")
    assert members.page(store, [person.id], "2020-04-30")[0].status is MemberStatus.ACTIVE


def test_who_becomes_active_again_was_exempt_until_then(store: Store) -> None:
    taken(store, BINH | {"status": "Miễn sinh hoạt", "status_date": "2020-05-01"})
    taken(store, BINH | {"status": "Đang sinh hoạt Đảng"})
    person = members.find_member(store, "Trần Thị Bình")
    assert person.status is MemberStatus.ACTIVE
    assert members.page(store, [person.id], "2020-06-01")[0].status is MemberStatus.EXEMPT


def test_the_official_date_ends_a_probation(store: Store) -> None:
    taken(store, BINH | {"admitted_on": "2026-01-01"})
    assert members.find_member(store, "Trần Thị Bình").kind is MemberKind.PROBATIONARY
    taken(store, BINH | {"admitted_on": "2016-01-01", "official_on": "2017-01-01"})
    assert members.find_member(store, "Trần Thị Bình").kind is MemberKind.OFFICIAL


def test_a_guest_stays_a_guest_whatever_dates_a_list_brings(store: Store) -> None:
    a_member(store, "Trần Thị Bình", party_card_no="12345678", kind=MemberKind.GUEST)
    taken(store, BINH | {"admitted_on": "1990-01-01"})
    assert members.find_member(store, "Trần Thị Bình").kind is MemberKind.GUEST


def test_a_nearly_known_cell_is_a_question_that_holds_its_people(store: Store) -> None:
    a_cell(store, "Đội Cung 1")
    planned = plan(store, listed(AN | {"cell": "Đội Cug 1"}, BINH))
    assert counts(planned) == (1, 0, 0, 1)
    assert [(q.listed, q.like, q.rows) for q in planned.questions] == [("Đội Cug 1", ("Đội Cung 1",), 1)]
    assert planned.problems[0].text == "Chi bộ “Đội Cug 1” gần giống “Đội Cung 1”; hãy chọn là một hay là chi bộ mới."


@pytest.mark.parametrize(("answer", "cells"), [("Đội Cung 1", 1), (None, 2)])
def test_an_answer_says_whether_the_cell_is_new(store: Store, answer: str | None, cells: int) -> None:
    a_cell(store, "Đội Cung 1")
    assert taken(store, AN | {"cell": "Đội Cug 1"}, answers={"Đội Cug 1": answer}) == (1, 0, 0, 0)
    assert len(organizations.cells(store)) == cells


def test_of_two_like_names_in_a_list_the_commoner_is_taken(store: Store) -> None:
    planned = plan(store, listed(AN | {"cell": "Đội Cug 1"}, BINH, {"full_name": "Lê Văn C"}))
    assert planned.new_cells == ("Đội Cung 1",)
    assert [question.listed for question in planned.questions] == ["Đội Cug 1"]


def test_a_cell_only_held_rows_name_is_not_made(store: Store) -> None:
    clash = [
        {"full_name": name, "party_card_no": "12345678", "cell": "Trường Thi"} for name in ("Lê Văn A", "Lê Văn B")
    ]
    planned = plan(store, listed(AN, *clash))
    write(store, planned, "ds.xlsx")
    assert planned.new_cells == ("Đội Cung 1",) == tuple(cell.name for cell in organizations.cells(store))


def test_people_without_a_cell_are_written_and_told(store: Store) -> None:
    planned = plan(store, listed(AN | {"cell": None}))
    assert (planned.created, planned.problems[0].field) == (1, "cell")


def test_rows_without_a_cell_take_the_one_said(store: Store) -> None:
    taken(store, AN | {"cell": None}, default_cell="Trường Thi")
    assert members.find_member(store, "Nguyễn Văn An").cell == "Trường Thi"


@pytest.mark.parametrize("seed", range(10))
def test_an_import_that_fails_at_any_row_leaves_no_row(store: Store, seed: int) -> None:
    taken(store, BINH)
    rows = [{"full_name": f"Nguyễn Văn {n}", "party_card_no": f"{n:08d}"} for n in range(200)]
    planned = plan(store, listed(BINH | {"phone": "0912345678"}, *rows))
    broken = list(planned.outcomes)
    place = Random(seed).randrange(len(broken))
    bad = ListedMember(sheet="Trang 1", row=place, full_name="Hỏng", gender="khác", cell="Đội Cung 1")
    broken[place] = imports.Outcome(listed=bad, kind=imports.CREATED)
    before = content(store)
    with pytest.raises(ValueError, match="khác"):
        write(store, ImportPlan(outcomes=tuple(broken), problems=(), cells=planned.cells), "ds.xlsx")
    assert content(store) == before


def test_an_import_stopped_by_the_clerk_leaves_no_row(store: Store) -> None:
    def stop(done: int, total: int) -> None:
        if done:
            raise KeyboardInterrupt

    planned, before = plan(store, listed(AN, BINH)), content(store)
    with pytest.raises(KeyboardInterrupt):
        write(store, planned, "ds.xlsx", stop)
    assert content(store) == before
