"""Undo and redo as the clerk uses them: one by one, across restarts, never from under what came later."""

from random import Random

import pytest

from db.values import OutputKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal, members, moves, standing
from desktop_app.services.store import Store, open_office
from tests.cast import a_cell, a_member
from tests.db.files import content
from tests.services.random_gestures import perform


@pytest.mark.parametrize("seed", range(3))
def test_fifty_random_gestures_are_undone_and_redone_one_by_one(store: Store, seed: int) -> None:
    contents = [content(store) for _ in perform(store, Random(seed), 50)]
    gestures = len(journal.undoable(store, 1000))
    for expected in reversed(contents[:-1]):
        journal.undo(store)
        assert content(store) == expected
    for expected in contents[1:]:
        journal.redo(store)
        assert content(store) == expected
    assert len(journal.undoable(store, 1000)) == gestures and journal.redoable(store) == []


def test_an_empty_store_is_left_when_all_is_undone(store: Store) -> None:
    empty = content(store)
    done = list(perform(store, Random(7), 20))
    while journal.last(store):
        journal.undo(store)
    assert content(store) == empty and len(done) == 20


def test_what_was_undone_is_redone_after_a_restart(kept_store: Store) -> None:
    assert kept_store.path is not None
    a_member(kept_store)
    full = content(kept_store)
    journal.undo(kept_store)
    again = open_office(kept_store.path)
    assert [gesture.summary for gesture in journal.redoable(again)] == ["Thêm Nguyễn Văn An"]
    assert journal.redo(again).summary == "Thêm Nguyễn Văn An"
    assert content(again) == full
    again.close()


def test_the_last_undone_is_redone_first(store: Store) -> None:
    a_cell(store, "Phố 1")
    a_cell(store, "Phố 2")
    journal.undo(store)
    journal.undo(store)
    assert [gesture.summary for gesture in journal.redoable(store)] == ["Thêm chi bộ Phố 1", "Thêm chi bộ Phố 2"]
    assert journal.redo(store).summary == "Thêm chi bộ Phố 1"
    assert [gesture.summary for gesture in journal.redoable(store)] == ["Thêm chi bộ Phố 2"]


def test_a_new_gesture_empties_the_list_of_what_can_be_redone(store: Store) -> None:
    a_cell(store, "Phố 1")
    journal.undo(store)
    a_cell(store, "Phố 2")
    journal.undo(store)
    assert [gesture.summary for gesture in journal.redoable(store)] == ["Thêm chi bộ Phố 2"]
    a_cell(store, "Phố 3")
    with pytest.raises(Refusal, match="Không có thao tác nào để làm lại"):
        journal.redo(store)


def test_undo_and_redo_may_go_back_and_forth(store: Store) -> None:
    a_cell(store, "Phố 1")
    full = content(store)
    for _ in range(3):
        journal.undo(store)
        journal.redo(store)
    assert content(store) == full and [g.summary for g in journal.undoable(store)] == ["Thêm chi bộ Phố 1"]


def test_an_old_gesture_is_undone_by_its_number_when_nothing_hangs_on_it(store: Store) -> None:
    first, second = a_member(store), a_member(store, "Trần Thị Bình")
    standing.exempt(store, first.id, "2021-03-01", "ốm")
    made = journal.history(store, 1)[0]
    standing.exempt(store, second.id, "2021-03-01", "ốm")
    journal.undo(store, made.id)
    assert [members.member(store, p.id).status for p in (first, second)] == ["active", "exempt"]


def test_a_refusal_names_the_later_gesture(store: Store) -> None:
    person = a_member(store)
    standing.exempt(store, person.id, "2021-03-01", "ốm")
    made = journal.history(store, 1)[0]
    standing.resume(store, person.id, "2021-04-01")
    with pytest.raises(Refusal, match="sau đó đã có thao tác “Trở lại sinh hoạt: Nguyễn Văn An”"):
        journal.undo(store, made.id)


def test_a_refusal_names_the_gesture_that_uses_what_was_made(store: Store) -> None:
    person = a_member(store)
    cell = a_cell(store, "Phố 2")
    made = journal.history(store, 1)[0]
    moves.move(store, person.id, "2021-03-01", cell.id)
    with pytest.raises(Refusal, match="sau đó đã có thao tác “Chuyển sang Chi bộ Phố 2: Nguyễn Văn An”"):
        journal.undo(store, made.id)


def test_prints_are_written_down_and_not_undone(store: Store) -> None:
    journal.record_output(store, "Danh sách triệu tập", "chi bộ Phố 1")
    journal.record_output(store, "Danh sách đảng viên", "", OutputKind.EXPORT)
    assert journal.last(store) is None
    assert [(o.kind, o.what, o.scope) for o in journal.output_log(store)] == [
        (OutputKind.EXPORT, "Danh sách đảng viên", ""),
        (OutputKind.PRINT, "Danh sách triệu tập", "chi bộ Phố 1"),
    ]
