"""Imports as gestures: listed with what they did, taken back whole, refused where something came to stand on them."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, imports, journal, members, rolls, rounds
from desktop_app.services.imports import plan, write
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.db.files import content
from tests.round_office import two_days
from tests.services.test_imports import AN, BINH, listed


def imported(store: Store, name: str, *rows: dict[str, str]) -> int:
    done = write(store, plan(store, listed(*rows)), name)
    assert done is not None
    return done


def test_an_import_is_listed_with_its_file_and_its_counts(store: Store) -> None:
    first = imported(store, "một.xlsx", AN, BINH)
    second = imported(store, "hai.xlsx", AN | {"note": "Mới"}, {"full_name": "Lê Văn C"})
    found = [(run.id, run.file_name, run.created, run.updated, run.undone) for run in imports.history(store)]
    assert found == [(second, "hai.xlsx", 1, 1, False), (first, "một.xlsx", 2, 0, False)]


def test_other_work_is_no_import(store: Store) -> None:
    a_member(store)
    assert imports.history(store) == []


def test_an_import_is_taken_back_whole_though_other_work_came_after_it(store: Store) -> None:
    a_member(store, "Phạm Văn Trước", cell="Phố Cũ")
    before = content(store)
    done = imported(
        store,
        "ds.xlsx",
        AN,
        BINH,
        {"full_name": "Phạm Văn Trước", "birth_date": "1960-02-05", "cell": "Phố Cũ", "note": "x"},
    )
    later = a_member(store, "Vũ Thị Sau", cell="Phố Cũ")
    journal.undo(store, done)
    journal.undo(store)
    assert content(store) == before
    assert imports.history(store)[0].undone
    assert later.id not in members.list_ids(store, members.MemberFilter())


def test_an_import_somebody_worked_on_is_kept_and_the_work_named(store: Store) -> None:
    done = imported(store, "ds.xlsx", AN)
    person = members.search(store, "nguyen van an")[0]
    members.amend(store, person.id, MemberDraft(full_name="Nguyễn Văn Ân", cell_id=person.cell_id))
    before = content(store)
    with pytest.raises(Refusal, match="Sửa Nguyễn Văn Ân"):
        journal.undo(store, done)
    assert content(store) == before


def test_an_import_whose_cell_got_other_people_is_kept_and_they_are_named(store: Store) -> None:
    done = imported(store, "ds.xlsx", AN)
    a_member(store, "Vũ Thị Sau", cell="Đội Cung 1")
    with pytest.raises(Refusal, match="Thêm Vũ Thị Sau"):
        journal.undo(store, done)


def test_an_import_whose_people_stand_on_a_frozen_roll_is_kept_and_the_roll_named(store: Store) -> None:
    done = imported(store, "ds.xlsx", AN | {"admitted_on": "1990-02-03", "official_on": "1991-02-03"})
    held = conferences.create(store, rounds.create(store, rounds.RoundDraft(name="Đợt 1")).id, two_days())
    rolls.freeze(store, held.id)
    before = content(store)
    with pytest.raises(Refusal, match="“Chốt"):
        journal.undo(store, done)
    assert content(store) == before
