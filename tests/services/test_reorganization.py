"""Splits, mergers, moves, new names and ends: the past stays as it was, and each gesture is taken back whole."""

from collections.abc import Callable
from dataclasses import asdict

import pytest

from db.journal import kept_tables
from db.records import Organization
from db.values import MemberKind, MemberStatus, OrganizationKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal, members, organizations, reorganization, reports, rolls
from desktop_app.services.members import MemberDraft, MemberFilter
from desktop_app.services.office import office
from desktop_app.services.organizations import OrganizationDraft, cells, create, tree
from desktop_app.services.reorganization import Decision, Part
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member, some_members
from tests.round_office import office as round_office
from tests.round_office import small_round

JULY = Decision(number="298-QĐ/TW", on="2025-07-01")
SEPTEMBER = Decision(number="1", on="2025-09-01")


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every kept table."""
    return {t: sorted(map(tuple, store.execute(f"select * from {t}")), key=repr) for t in kept_tables(store)}


def ward(store: Store, name: str) -> Organization:
    parent = office(store).organization_id
    return create(store, OrganizationDraft(kind=OrganizationKind.WARD_COMMITTEE, name=name, parent_id=parent))


def cell_of(store: Store, parent: Organization, name: str, people: int, **facts: object) -> Organization:
    cell = create(store, OrganizationDraft(kind=OrganizationKind.CELL, name=name, parent_id=parent.id))
    for at in range(people):
        members.enrol(store, MemberDraft(full_name=f"Lê Văn {name} {at}", cell_id=cell.id, **facts))  # type: ignore[arg-type]
    return cell


def counts(store: Store, on: str) -> dict[str, int]:
    return {row.organization.name: row.organization.member_count for row in tree(store, on)}


def test_two_wards_merge_and_five_dates_answer_as_they_were(store: Store) -> None:
    top = office(store).name
    one, two = ward(store, "Đảng ủy phường Đông Thọ cũ"), ward(store, "Đảng ủy phường Hàm Rồng")
    north = cell_of(store, one, "Bắc", 4)
    south = cell_of(store, one, "Nam", 3)
    cell_of(store, two, "Đông", 5)
    cell_of(store, two, "Khách", 2, kind=MemberKind.GUEST)
    gone = members.list_ids(store, MemberFilter(cell_id=south.id))[0]
    kept = members.member(store, gone)
    draft = members.draft_of(kept)
    members.amend(
        store,
        gone,
        MemberDraft(**{**asdict(draft), "status": MemberStatus.DECEASED, "status_date": "2025-03-01"}),
    )
    merged = reorganization.merge(store, [one.id, two.id], JULY, name="Đảng ủy phường Hạc Thành")
    reorganization.merge(store, [north.id, south.id], Decision(number="7-QĐ/ĐU", on="2025-08-01"), name="Đội Cung")
    reorganization.rename(store, merged.id, "Đảng ủy phường Hạc Thành mới", Decision(number="9", on="2025-10-01"))
    before = {top: 12, "Đảng ủy phường Đông Thọ cũ": 7, "Đảng ủy phường Hàm Rồng": 5} | {
        "Bắc": 4,
        "Nam": 3,
        "Đông": 5,
        "Khách": 0,
    }
    died = before | {top: 11, "Đảng ủy phường Đông Thọ cũ": 6, "Nam": 2}
    july = {top: 11, "Đảng ủy phường Hạc Thành": 11, "Bắc": 4, "Nam": 2, "Đông": 5, "Khách": 0}
    august = {top: 11, "Đảng ủy phường Hạc Thành": 11, "Đội Cung": 6, "Đông": 5, "Khách": 0}
    october = {name.replace("Hạc Thành", "Hạc Thành mới"): n for name, n in august.items()}
    days = ("2025-02-28", "2025-06-30", "2025-07-01", "2025-08-01", "2025-10-01")
    assert [counts(store, day) for day in days] == [before, died, july, august, october]
    assert len(members.list_ids(store, MemberFilter(cell_id=north.id, on="2025-07-31"))) == 4
    assert len(members.list_ids(store, MemberFilter(cell_id=north.id, on="2025-08-01"))) == 0


def test_the_office_itself_may_merge_into_a_new_one_of_another_name(store: Store) -> None:
    own = office(store)
    other = create(
        store, OrganizationDraft(kind=OrganizationKind.WARD_COMMITTEE, name="Đảng ủy phường Nam Ngạn", parent_id=None)
    )
    cell_of(store, other, "Nam Ngạn 1", 2)
    some_members(store, 3)
    new = reorganization.merge(store, [own.organization_id, other.id], JULY, name="Đảng ủy phường Hạc Thành")
    assert office(store).organization_id == new.id
    assert office(store).issuer_line == "ĐẢNG ỦY PHƯỜNG HẠC THÀNH"
    assert counts(store, "2025-07-01")["Đảng ủy phường Hạc Thành"] == 5
    assert {succession.new_id for succession in organizations.successions(store, other.id)} == {new.id}


def test_the_figures_of_a_conference_held_before_stay_as_they_were() -> None:
    store = round_office(practice=True)
    made = small_round(store)
    before = reports.summary(store, made.round_id), rolls.roll(store, made.conference_id)
    reorganization.merge(store, made.cell_ids[:2], Decision(number="1-QĐ/ĐU", on="2021-04-01"), name="Đội Cung")
    reorganization.rename(store, made.cell_ids[2], "Mầm non", Decision(number="2-QĐ/ĐU", on="2021-04-02"))
    assert (reports.summary(store, made.round_id), rolls.roll(store, made.conference_id)) == before
    assert [cell.name for cell in cells(store)] == ["Đội Cung", "Mầm non"]
    store.close()


def a_split(store: Store) -> None:
    people = [person.id for person in some_members(store, 4)]
    organization = a_cell(store)
    reorganization.split(
        store, organization.id, [Part(name="Một", member_ids=people[:1]), Part(name="Hai", member_ids=people[1:])], JULY
    )


def a_merger(store: Store) -> None:
    some_members(store, 2)
    a_member(store, "Lê Thị Hoa", cell="Ái Sơn")
    reorganization.merge(store, [a_cell(store).id, a_cell(store, "Ái Sơn").id], JULY, into_id=a_cell(store).id)


def a_move(store: Store) -> None:
    above = ward(store, "Đảng ủy cơ sở")
    reorganization.move(store, a_member(store).cell_id or 0, above.id, JULY)


def a_new_name(store: Store) -> None:
    reorganization.rename(store, a_cell(store).id, "Tên Mới", JULY)


def an_end(store: Store) -> None:
    reorganization.close(store, a_cell(store).id, JULY)


@pytest.mark.parametrize("gesture", [a_split, a_merger, a_move, a_new_name, an_end], ids=lambda g: g.__name__)
def test_a_gesture_taken_back_leaves_the_store_as_it_was(store: Store, gesture: Callable[[Store], None]) -> None:
    gesture(store)
    after = everything(store)
    journal.undo(store)
    undone = everything(store)
    assert undone != after
    journal.redo(store)
    assert everything(store) == after
    journal.undo(store)
    assert everything(store) == undone


def test_a_split_moves_each_to_their_own_part_from_the_day_on(store: Store) -> None:
    a_split(store)
    assert [(cell.name, cell.member_count) for cell in cells(store, "2025-06-30")] == [("Chi bộ Đội Cung 1", 4)]
    assert [(cell.name, cell.member_count) for cell in cells(store, "2025-07-01")] == [("Hai", 3), ("Một", 1)]


def test_names_through_time_carry_their_decisions(store: Store) -> None:
    a_new_name(store)
    kept = organizations.versions(store, organizations.find_organization(store, "Tên Mới").id)
    assert [(v.name, v.decision_no, v.valid_from) for v in kept] == [
        ("Chi bộ Đội Cung 1", None, "0001-01-01"),
        ("Tên Mới", "298-QĐ/TW", "2025-07-01"),
    ]


def refusals(store: Store) -> list[tuple[str, Callable[[], object]]]:
    """What history forbids: a word of the sentence, and the gesture."""
    cell, other = a_cell(store), a_cell(store, "Ái Sơn")
    person, own = a_member(store), office(store).organization_id
    members.amend(
        store,
        a_member(store, "Lê Văn Sau", cell="Ái Sơn").id,
        MemberDraft(full_name="Lê Văn Sau", cell_id=cell.id, cell_since="2025-08-10"),
    )
    august = Decision(number="8", on="2025-08-01")
    above = ward(store, "Đảng ủy cơ sở")
    group = create(store, OrganizationDraft(kind=OrganizationKind.PARTY_GROUP, name="Tổ 1", parent_id=other.id))
    return [
        ("số quyết định", lambda: reorganization.close(store, cell.id, Decision(number=" ", on="2025-01-01"))),
        ("đủ ngày", lambda: reorganization.close(store, cell.id, Decision(number="1", on="2025-01"))),
        ("Lê Văn Sau", lambda: reorganization.merge(store, [cell.id, other.id], august, into_id=other.id)),
        ("còn 2 người", lambda: reorganization.close(store, cell.id, SEPTEMBER)),
        ("Tổ 1", lambda: reorganization.close(store, other.id, SEPTEMBER)),
        ("cùng loại", lambda: reorganization.merge(store, [cell.id, above.id], august, name="X")),
        ("ít nhất hai", lambda: reorganization.merge(store, [cell.id], august, name="X")),
        ("chưa được phân", lambda: reorganization.split(
            store, cell.id, [Part(name="A"), Part(name="B")], SEPTEMBER)),
        ("không thuộc", lambda: reorganization.split(
            store, other.id, [Part(name="A", member_ids=[person.id]), Part(name="B")], SEPTEMBER)),
        ("Đã có chi bộ", lambda: reorganization.rename(store, cell.id, "ái sơn", august)),
        ("đảng bộ của văn phòng", lambda: reorganization.move(store, own, above.id, august)),
        ("đã trực thuộc", lambda: reorganization.move(store, cell.id, own, august)),
        ("thuộc một chi bộ", lambda: reorganization.move(store, group.id, above.id, august)),
    ]  # fmt: skip


def test_every_refusal_names_what_stands_against_it_and_writes_nothing(store: Store) -> None:
    tried = refusals(store)
    before = everything(store)
    for words, gesture in tried:
        with pytest.raises(Refusal) as told:
            gesture()
        assert words in str(told.value), told.value
        assert everything(store) == before


def test_a_cell_on_a_later_frozen_roll_does_not_end_before_it() -> None:
    store = round_office(practice=True)
    made = small_round(store)
    with pytest.raises(Refusal, match="đã chốt danh sách"):
        reorganization.merge(store, made.cell_ids[:2], Decision(number="1", on="2021-03-01"), name="Đội Cung")
    store.close()


def test_a_cell_writes_under_its_superior(store: Store) -> None:
    assert organizations.lines_of(store, a_cell(store).id) == ("ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ", "CHI BỘ ĐỘI CUNG 1")
