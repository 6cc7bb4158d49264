"""What a person chooses about an import: the mode, and every held row one by one."""

from typing import Any

from desktop_app.services import imports, members
from desktop_app.services.imports import LEAVE_OUT, NEW_PERSON, Decision, ImportMode, ImportPlan, plan, same_as, write
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.db.files import content
from tests.services.test_imports import AN, BINH, counts, listed, taken

OTHER = {"full_name": "Nguyễn Văn Bảy", "party_card_no": "11111111", "birth_date": "1960-02-05"}


def kept_an(store: Store, **facts: Any) -> int:
    """An, kept with a card and a phone, in the cell of the lists."""
    known = {"admitted_on": None, "official_on": None, "party_card_no": "11111111", "phone": "0900000001"}
    return a_member(store, AN["full_name"], "Đội Cung 1", **{**known, **facts}).id


def decided(store: Store, planned: ImportPlan, *decisions: Decision) -> ImportPlan:
    """The same list planned again with a decision for each of its held rows, in order."""
    held = [outcome.place for outcome in planned.outcomes if outcome.kind == imports.HELD]
    rows = listed(*[{name: getattr(o.listed, name) for name in o.listed.__slots__} for o in planned.outcomes])
    return plan(store, rows, decisions=dict(zip(held, decisions, strict=True)))


def test_skip_leaves_people_as_they_are_and_says_what_differs(store: Store) -> None:
    an = kept_an(store)
    planned = plan(store, listed(AN | {"phone": "0911111111"}, BINH), mode=ImportMode.SKIP)
    assert counts(planned) == (1, 0, 1, 0)
    assert planned.outcomes[0].kept == (("phone", "0900000001", "0911111111"),)
    write(store, planned, "ds.xlsx")
    assert members.member(store, an).phone == "0900000001"


def test_fill_writes_only_what_is_lacking(store: Store) -> None:
    an = kept_an(store)
    changed = AN | {"phone": "0911111111", "citizen_id": "038060000001", "position": "Bí thư", "cell": "Đội Cung 2"}
    planned = plan(store, listed(changed | {"party_card_no": "11111111"}), mode=ImportMode.FILL)
    assert [name for name, _, _ in planned.outcomes[0].changes] == ["position", "citizen_id"]
    assert [name for name, _, _ in planned.outcomes[0].kept] == ["phone", "cell"]
    write(store, planned, "ds.xlsx")
    person = members.member(store, an)
    assert (person.phone, person.citizen_id, person.position) == ("0900000001", "038060000001", "Bí thư")
    assert person.cell == "Đội Cung 1"


def test_fill_gives_no_day_of_a_status_that_is_not_taken(store: Store) -> None:
    kept_an(store)
    dead = AN | {"status": "Từ trần", "status_date": "2020-05-01"}
    planned = plan(store, listed(dead), mode=ImportMode.FILL)
    assert (counts(planned), planned.outcomes[0].changes) == ((0, 0, 1, 0), ())


def test_filling_again_fills_nothing(store: Store) -> None:
    kept_an(store)
    rows = listed(AN | {"phone": "0911111111", "note": "Mới"})
    write(store, plan(store, rows, mode=ImportMode.FILL), "ds.xlsx")
    before = content(store)
    again = plan(store, rows, mode=ImportMode.FILL)
    assert (counts(again), write(store, again, "ds.xlsx")) == ((0, 0, 1, 0), None)
    assert content(store) == before


def test_a_held_row_names_whom_it_may_mean(store: Store) -> None:
    an = kept_an(store)
    assert plan(store, listed(OTHER)).outcomes[0].candidates == (an,)
    assert plan(store, listed(AN | {"birth_date": "1960", "note": "Khác"})).outcomes[0].candidates == (an,)


def test_a_person_of_the_same_name_and_birth_in_another_cell_is_named_too(store: Store) -> None:
    an = kept_an(store)
    outcome = plan(store, listed(AN | {"cell": "Phố Mới"})).outcomes[0]
    assert (outcome.kind, outcome.candidates) == (imports.CREATED, (an,))


def test_a_held_row_is_this_member_once_somebody_says_so(store: Store) -> None:
    an = kept_an(store)
    planned = decided(store, plan(store, listed(OTHER)), same_as(an))
    assert counts(planned) == (0, 1, 0, 0)
    assert planned.problems == ()
    write(store, planned, "ds.xlsx")
    assert members.member(store, an).full_name == "Nguyễn Văn Bảy"


def test_a_held_row_is_someone_new_once_somebody_says_so(store: Store) -> None:
    kept_an(store)
    planned = decided(store, plan(store, listed(OTHER)), NEW_PERSON)
    write(store, planned, "ds.xlsx")
    assert len(members.list_ids(store, members.MemberFilter())) == 2


def test_a_row_left_out_is_not_written_and_no_longer_in_the_way(store: Store) -> None:
    planned = plan(store, listed(AN, AN | {"note": "Lần hai"}))
    assert counts(planned) == (1, 0, 0, 1)
    first = planned.outcomes[0].place
    rows = listed(AN, AN | {"note": "Lần hai"})
    left = plan(store, rows, decisions={first: LEAVE_OUT})
    assert (counts(left), left.left_out) == ((1, 0, 0, 0), 1)
    assert left.outcomes[1].kind == imports.CREATED


def test_two_rows_are_never_the_same_member(store: Store) -> None:
    an = kept_an(store)
    rows = listed(AN, OTHER)
    planned = plan(store, rows, decisions={rows_place: same_as(an) for rows_place in [("Trang 1", 3)]})
    assert counts(planned) == (0, 0, 1, 1)
    assert planned.problems[0].text == "Trùng người với dòng 2; hãy xem lại."


def test_a_member_who_is_gone_is_chosen_no_more(store: Store) -> None:
    planned = plan(store, listed(AN), decisions={("Trang 1", 2): same_as(999)})
    assert counts(planned) == (0, 0, 0, 1)
    assert "không còn trong sổ" in planned.problems[0].text


def test_a_cell_name_in_question_is_answered_before_its_rows_are_written(store: Store) -> None:
    kept_an(store)
    near = listed(BINH | {"cell": "Đội Cug 1"})
    assert counts(plan(store, near, decisions={("Trang 1", 2): NEW_PERSON})) == (0, 0, 0, 1)


def test_reasons_are_gathered_by_row(store: Store) -> None:
    taken(store, BINH)
    planned = plan(store, listed(AN | {"party_card_no": "12345678"}, BINH))
    assert list(planned.reasons()) == [("Trang 1", 2), ("Trang 1", 3)]


def test_differences_are_told_against_any_member(store: Store) -> None:
    person = members.member(store, kept_an(store))
    planned = plan(store, listed(OTHER))
    found = imports.differences(planned.outcomes[0].listed, person, planned.cells)
    assert found == (("full_name", "Nguyễn Văn An", "Nguyễn Văn Bảy"),)
