"""While the copy of a backup is made others go on writing; it holds what stood there when it was begun."""

from pathlib import Path

import pytest

from db import backup
from db.copies import copy_into
from db.crypto import DataKey
from db.records import Member
from desktop_app.services.progress import quiet
from desktop_app.services.store import Store, open_office
from tests.cast import a_member, some_members
from tests.db.locked import lock, opened


@pytest.mark.parametrize("locked", [False, True])
def test_others_write_while_a_copy_is_made(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, locked: bool
) -> None:
    office = open_office(store_path)
    some_members(office, 200)
    office.close()
    store = opened(store_path, lock(store_path) if locked else None)
    before, after = store.value("select count(*) from member"), list[Member]()

    def copy_and_write(source: Store, copy: Path, key: DataKey | None) -> None:
        copy_into(source, copy, key)
        store.execute("pragma busy_timeout = 0")
        after.append(a_member(store, "Người Xen Ngang"))

    monkeypatch.setattr("db.backup.copy_into", copy_and_write)
    backup.back_up(store, tmp_path / "một.sht-backup", {"office": "thử"}, quiet)
    assert len(after) == 1
    made = backup.verify(tmp_path / "một.sht-backup", tmp_path / "thử.sht", quiet, store.key)
    assert made["members"] == before and store.value("select count(*) from member") == before + 1
    store.close()
