"""People in the bin and out of it again."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import bin as kept
from desktop_app.services import journal, members
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store
from tests.cast import a_member


def test_a_removed_person_is_in_the_bin_with_the_time(store: Store) -> None:
    person = a_member(store)
    members.remove(store, [person.id])
    found = kept.binned(store)
    assert [each.person.code for each in found] == [person.code]
    assert found[0].deleted_at == journal.history(store, 1)[0].done_at


def test_a_restored_person_is_as_before(store: Store) -> None:
    person = a_member(store)
    members.remove(store, [person.id])
    assert kept.restore(store, [person.id]) == 1
    assert kept.binned(store) == [] and list(members.list_ids(store, MemberFilter())) == [person.id]
    assert journal.undo(store).summary == "Khôi phục Nguyễn Văn An từ thùng rác"
    assert len(kept.binned(store)) == 1


def test_who_is_not_in_the_bin_is_not_restored(store: Store) -> None:
    with pytest.raises(Refusal, match="không có trong thùng rác"):
        kept.restore(store, [a_member(store).id])
