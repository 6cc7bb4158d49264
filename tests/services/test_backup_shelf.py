"""Backups to choose from: listed, with what was done since; the present store is backed up before it goes."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.domain.rotation import Reason
from desktop_app.services import backups, journal, members
from desktop_app.services.backup_rota import keep_safe, kept
from desktop_app.services.backup_shelf import restore, shelf, since
from desktop_app.services.store import Store, open_office
from tests.cast import a_member, some_members


@pytest.fixture
def backed_up(store_path: Path) -> Iterator[Store]:
    """An office with one backup, which a test may close."""
    made = open_office(store_path)
    some_members(made, 5)
    keep_safe(made, Reason.TIMED)
    yield made
    made.close()


def test_the_backups_are_listed_the_newest_first(backed_up: Store) -> None:
    a_member(backed_up)
    keep_safe(backed_up, Reason.EXIT)
    found = shelf(backed_up)
    assert [(each.id, each.facts.members, each.facts.reason) for each in found if each.facts] == [
        (2, 6, "exit"),
        (1, 5, "timed"),
    ]
    assert all(each.size == each.path.stat().st_size for each in found)


def test_a_backup_nobody_can_read_is_listed_all_the_same(backed_up: Store) -> None:
    shelf(backed_up)[0].path.write_bytes(b"rubbish")
    assert [each.facts for each in shelf(backed_up)] == [None]


def test_an_office_in_memory_has_no_shelf(store: Store) -> None:
    assert shelf(store) == []


def test_what_was_done_since_is_counted_without_what_was_undone(store: Store) -> None:
    before = (datetime.now() - timedelta(seconds=5)).isoformat(" ", "seconds")
    for number in range(7):
        a_member(store, f"Người {number}")
    journal.undo(store)
    found = since(store, before, 2)
    assert found.count >= 6 and "Người 5" in found.newest[0] and len(found.newest) == 2
    assert since(store, "2999-01-01 00:00:00").count == 0


def test_the_present_store_is_backed_up_before_another_comes_back(backed_up: Store, store_path: Path) -> None:
    copy = shelf(backed_up)[0].path
    a_member(backed_up, "Người Mới")
    backed_up.close()
    _, aside = restore(copy, store_path)
    newest = kept(store_path.parent / "sao-luu", "so-hoc-tap")[0]
    assert (newest.number, backups.verify(newest.path).members, backups.verify(newest.path).reason) == (2, 6, "restore")
    assert aside is not None and aside.is_file()


def test_a_damaged_store_does_not_keep_a_backup_from_coming_back(backed_up: Store, store_path: Path) -> None:
    copy = shelf(backed_up)[0].path
    backed_up.close()
    store_path.write_bytes(store_path.read_bytes()[:8192] + b"\xa5" * 90_000)
    restore(copy, store_path)
    store = open_office(store_path)
    assert members.count(store, members.MemberFilter()) == 5
    store.close()
