"""Finding what was done again: by day, author, kind, state, words and people."""

from db.gestures import GesturesWanted
from desktop_app.services import gestures, journal, members
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member


def found(store: Store, text: str = "", **asked: object) -> list[str]:
    ids = gestures.find(store, GesturesWanted(**asked), text)  # type: ignore[arg-type]
    return [each.summary for each in gestures.page(store, ids)]


def test_gestures_are_found_newest_first(store: Store) -> None:
    a_member(store, "Lê Thị Đào", cell=None)
    a_member(store, "Trần Văn Bình", cell=None)
    assert found(store, verbs=("member.",)) == ["Thêm Trần Văn Bình", "Thêm Lê Thị Đào"]


def test_a_kind_is_the_beginning_of_a_verb(store: Store) -> None:
    a_cell(store)
    a_member(store, "Lê Thị Đào", cell=None)
    assert found(store, verbs=("cell.", "essay.")) == [found(store)[1]]


def test_both_days_of_a_span_are_in_it(store: Store) -> None:
    a_member(store, "Lê Thị Đào", cell=None)
    (newest,) = journal.history(store, 1)
    day = newest.done_at[:10]
    assert "Thêm Lê Thị Đào" in found(store, since=day, until=day)
    assert found(store, until="2000-01-01") == []
    assert found(store, since="2999-01-01") == []


def test_what_was_taken_back_and_what_stands_are_told_apart(store: Store) -> None:
    a_member(store, "Lê Thị Đào", cell=None)
    a_member(store, "Trần Văn Bình", cell=None)
    journal.undo(store)
    assert found(store, state="undone") == ["Thêm Trần Văn Bình"]
    assert "Thêm Lê Thị Đào" in found(store, state="standing")
    assert "Thêm Trần Văn Bình" not in found(store, state="standing")


def test_a_persons_name_finds_what_was_done_to_them_without_saying_it(store: Store) -> None:
    person = a_member(store, "Lê Thị Đào", cell=None)
    members.remove(store, [person.id])
    journal.undo(store)
    assert "Đưa 1 người vào thùng rác" in found(store, "dao")


def test_everyone_who_did_something_is_listed_once(store: Store) -> None:
    a_member(store, "Lê Thị Đào", cell=None)
    a_member(store, "Trần Văn Bình", cell=None)
    assert gestures.users(store) == [store.user]
