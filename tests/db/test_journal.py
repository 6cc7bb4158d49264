"""The journal: every change of a kept row is recorded inside a gesture, and a gesture can be taken back whole."""

import json
import random
from contextlib import suppress

import pytest

from db.journal import current, kept_tables, record_bulk, renew_triggers
from db.records import Venue
from db.store import IntegrityError, memory_store
from db.values import Deduction, EssayResult, MarkStatus, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, essays, journal, members, organizations, rolls, rounds
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member, some_members
from tests.db.files import changed, content
from tests.round_office import SmallRound, small_round


def entries(store: Store, table: str) -> list[tuple[object, object]]:
    """(before, after) of the last gesture's changes of a table, as values."""
    rows = store.all(
        "select before, after from journal_change where tbl = :t and gesture_id = (select max(id) from gesture)",
        {"t": table},
    )
    return [tuple(json.loads(row[side]) if row[side] else None for side in ("before", "after")) for row in rows]  # type: ignore[misc]


def test_every_kept_table_has_its_three_triggers(store: Store) -> None:
    triggers = set(store.column("select name from sqlite_master where type = 'trigger' and name like 'journal_%'"))
    wanted = {f"journal_{t}_{event}" for t in kept_tables(store) for event in ("insert", "update", "delete")}
    assert triggers == wanted
    assert len(wanted) >= 3 * 24


def test_renewing_the_triggers_changes_nothing() -> None:
    store = memory_store()
    before = store.all("select name, sql from sqlite_master order by name")
    renew_triggers(store)
    assert store.all("select name, sql from sqlite_master order by name") == before
    store.close()


@pytest.mark.parametrize(
    "statement",
    [
        "insert into setting (key, value) values ('a', 'b')",
        "update organization_version set name = 'khác'",
        "delete from organization_version",
    ],
)
def test_a_write_outside_a_gesture_fails(store: Store, statement: str) -> None:
    before = content(store)
    with pytest.raises(IntegrityError):
        store.execute(statement)
    assert content(store) == before


def test_a_change_is_kept_with_its_former_and_its_new_image(store: Store) -> None:
    person = a_member(store, "Nguyễn Văn An", phone="0912345678")
    members.amend(store, person.id, members.MemberDraft(full_name="Nguyễn Văn Ân", cell_id=person.cell_id))
    [(before, after)] = entries(store, "member")
    assert isinstance(before, dict) and isinstance(after, dict)
    assert (before["full_name"], before["phone"]) == ("Nguyễn Văn An", "0912345678")
    assert (after["full_name"], after["phone"]) == ("Nguyễn Văn Ân", None)


def test_a_row_written_as_it_was_leaves_no_entry(store: Store) -> None:
    person = a_member(store)
    before = store.value("select max(id) from gesture")
    members.amend(store, person.id, members.draft_of(person))
    assert store.value("select max(id) from gesture") == before


def test_undo_puts_everything_of_a_gesture_back(store: Store) -> None:
    a_cell(store)
    before = content(store)
    a_member(store)
    assert changed(before, content(store)) == {"member", "membership", "member_kind", "member_status"}
    assert journal.undo(store).verb == "member.enrol"
    assert content(store) == before


def test_undo_goes_back_step_by_step(store: Store) -> None:
    states = [content(store)]
    for name in ("Đội Cung 1", "Đội Cung 2", "Đội Cung 3"):
        organizations.create_cell(store, name)
        states.append(content(store))
    for state in states[-2::-1]:
        journal.undo(store)
        assert content(store) == state


def test_a_gesture_is_undone_once(store: Store) -> None:
    a_cell(store)
    undone = journal.undo(store)
    with pytest.raises(Refusal, match="Không hoàn tác được"):
        journal.undo(store, undone.id)
    with pytest.raises(Refusal, match="Không có thao tác nào"):
        journal.undo(store)


def test_an_undo_itself_is_not_undone(store: Store) -> None:
    a_cell(store)
    journal.undo(store)
    undo = journal.history(store)[0]
    assert undo.undoes is not None
    with pytest.raises(Refusal):
        journal.undo(store, undo.id)


def test_undo_refuses_when_a_later_gesture_touched_the_row_and_names_it(store: Store) -> None:
    person = a_member(store, "Nguyễn Văn An")
    enrolled = journal.history(store)[0]
    members.amend(store, person.id, members.MemberDraft(full_name="Nguyễn Văn Ân", cell_id=person.cell_id))
    before = content(store)
    with pytest.raises(Refusal, match="Sửa Nguyễn Văn Ân"):
        journal.undo(store, enrolled.id)
    assert content(store) == before


def test_an_earlier_gesture_is_undone_once_the_later_one_is(store: Store) -> None:
    cell = a_cell(store, "Đội Cung 1")
    before, made = content(store), journal.history(store)[0]
    organizations.rename_cell(store, cell.id, "Đội Cung 7")
    journal.undo(store)
    assert content(store) == before
    assert journal.undo(store).id == made.id


def test_an_earlier_gesture_of_other_rows_is_undone_alone(store: Store) -> None:
    organizations.create_cell(store, "Đội Cung 1")
    first = journal.history(store)[0]
    organizations.create_cell(store, "Đội Cung 2")
    journal.undo(store, first.id)
    assert [cell.name for cell in organizations.cells(store)] == ["Đội Cung 2"]


def test_a_gesture_others_build_on_is_not_undone(store: Store) -> None:
    cell = organizations.create_cell(store, "Đội Cung 1")
    made = journal.history(store)[0]
    a_member(store, cell=cell.name)
    before = content(store)
    with pytest.raises(Refusal, match="“Thêm Nguyễn Văn An”"):
        journal.undo(store, made.id)
    assert content(store) == before


def test_a_frozen_roll_with_marks_is_not_undone(store: Store) -> None:
    small_round(store)
    frozen = next(gesture for gesture in journal.history(store) if gesture.verb == "roll.freeze")
    before = content(store)
    with pytest.raises(Refusal):
        journal.undo(store, frozen.id)
    assert content(store) == before


def test_nothing_is_undone_across_a_change_of_the_schema(store: Store) -> None:
    a_cell(store)
    made = journal.history(store)[0]
    with store.atomic():
        store.execute("insert into store_property (key, value) values ('undo_after', :id)", {"id": str(made.id)})
    assert journal.last(store) is None
    with pytest.raises(Refusal):
        journal.undo(store, made.id)


def test_codes_are_not_given_again_after_an_undo(store: Store) -> None:
    first = a_member(store)
    journal.undo(store)
    assert a_member(store).code != first.code


def test_rows_made_in_bulk_are_undone_by_their_range(store: Store) -> None:
    before = content(store)
    with store.gesture("import.try", "nhập", bulk=True) as gesture_id:
        first = store.add("organization", kind="cell")
        last = [store.add("organization", kind="cell") for _ in range(9)][-1]
        record_bulk(store, gesture_id, "organization", first, last)
    assert store.value("select count(*) from journal_change where gesture_id = :id", {"id": gesture_id}) == 1
    journal.undo(store)
    assert content(store) == before


def test_a_row_changed_after_a_bulk_gesture_holds_it(store: Store) -> None:
    with store.gesture("import.try", "nhập", bulk=True) as gesture_id:
        made = [organizations.create_cell(store, f"Đội Cung {n}").id for n in range(1, 4)]
        record_bulk(store, gesture_id, "organization", made[0], made[-1])
        versions = store.column("select id from organization_version where organization_id >= :a", {"a": made[0]})
        record_bulk(store, gesture_id, "organization_version", versions[0], versions[-1])
    organizations.rename_cell(store, made[1], "Đội Cung 22")
    with pytest.raises(Refusal, match="Đội Cung 22"):
        journal.undo(store, gesture_id)


def test_no_gesture_is_left_open(store: Store) -> None:
    a_cell(store)
    assert current(store) is None
    with pytest.raises(ZeroDivisionError), store.gesture("try", "thử"):
        raise ZeroDivisionError
    assert current(store) is None


class Clerk:
    """Someone who does whatever comes to mind; what is refused is simply not done."""

    def __init__(self, store: Store, known: SmallRound, seed: int) -> None:
        self.store, self.known, self.random = store, known, random.Random(seed)

    def someone(self) -> int:
        return self.random.choice(list(self.known.people.values()))

    def half_day(self) -> int:
        return self.random.choice(self.known.half_day_ids)

    def act(self) -> None:
        """One random gesture."""
        store, known, pick = self.store, self.known, self.random
        one, other, day = self.someone(), self.someone(), f"2021-04-{pick.randint(1, 28):02d}"
        person = members.draft_of(members.member(store, one))
        held, status = known.conference_id, pick.choice([*MarkStatus, None])
        venue_id = max((venue.id for venue in conferences.venues(store, held)), default=0)
        deeds = (
            lambda: attendance.mark(store, held, [(self.half_day(), one), (self.half_day(), other)], status),
            lambda: attendance.record_makeup(store, held, [one, other], day),
            lambda: attendance.undo_makeup(store, held, [one]),
            lambda: essays.receive(store, known.round_id, [one], day),
            lambda: essays.assess(store, known.round_id, [one], pick.choice([*EssayResult, None])),
            lambda: essays.withdraw(store, known.round_id, [one]),
            lambda: essays.exempt(store, known.round_id, [one], "cao tuổi"),
            lambda: essays.require(store, known.round_id, [one]),
            lambda: rolls.deduct(store, held, one, pick.choice([*Deduction, None]), "bổ sung"),
            lambda: members.amend(store, one, members.MemberDraft(full_name=f"{person.full_name} {day}")),
            lambda: members.amend(store, one, self.moved(person, day)),
            lambda: members.enrol(store, members.MemberDraft(full_name="Người Mới", cell_id=known.cell_ids[0])),
            lambda: members.remove(store, [one, other]),
            lambda: organizations.create_cell(store, f"Đội Cung {pick.randint(3, 99)}"),
            lambda: organizations.rename_cell(store, known.cell_ids[0], f"Phố {pick.randint(1, 9)}"),
            lambda: conferences.save_venue(store, held, Venue(name=f"Điểm {day}", cell_ids=known.cell_ids[:1])),
            lambda: conferences.remove_venue(store, held, venue_id),
            lambda: conferences.seat_cells(store, held, {known.cell_ids[1]: venue_id}),
            lambda: rounds.create(store, rounds.RoundDraft(name=f"Đợt {day}")),
            lambda: rounds.amend(store, known.round_id, rounds.RoundDraft(name=f"Đợt {day}", questions=("Một", "Hai"))),
            lambda: conferences.amend(store, held, conferences.draft_of(conferences.conference(store, held))),
        )
        pick.choice(deeds)()

    def moved(self, person: members.MemberDraft, day: str) -> members.MemberDraft:
        """The person in another cell and of another status from a day on."""
        facts = {name: getattr(person, name) for name in members.DRAFTED}
        new = {"cell_id": self.random.choice(self.known.cell_ids), "cell_since": day}
        return members.MemberDraft(**facts | new | {"status": MemberStatus.EXEMPT, "status_date": day})


@pytest.mark.parametrize("seed", range(6))
def test_whatever_was_done_is_undone_one_by_one_to_the_very_same_store(store: Store, seed: int) -> None:
    clerk = Clerk(store, small_round(store), seed)
    start = journal.last(store)
    assert start is not None
    states = {start.id: content(store)}
    for _ in range(60):
        with suppress(Refusal):
            clerk.act()
        last = journal.last(store)
        assert last is not None
        states.setdefault(last.id, content(store))
    assert len(states) > 20
    for gesture_id in sorted(states, reverse=True)[1:]:
        journal.undo(store)
        assert content(store) == states[gesture_id]


def test_people_written_together_are_undone_together(store: Store) -> None:
    before = content(store)
    with store.gesture("enrol.many", "Thêm năm người"):
        some_members(store, 5)
    assert store.value("select count(*) from member") == 5
    journal.undo(store)
    assert content(store) == before
