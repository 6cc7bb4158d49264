"""Backups of a locked store: a stolen one tells nothing, and the recovery code alone brings everything back."""

from pathlib import Path

import pytest

from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backups, users
from desktop_app.services.passwords import (
    PasswordWanted,
    backup_lock,
    enter,
    enter_backup,
    is_locked,
    new_code,
    set_password,
)
from desktop_app.services.store import create_office, open_office
from tests.cast import some_members
from tests.conftest import OFFICE
from tests.db.files import content, digest
from tests.services.test_passwords import CANARY, CHEAP, PASSWORD, opened


@pytest.fixture
def code() -> str:
    return new_code()


@pytest.fixture
def locked(store_path: Path, code: str) -> Path:
    store = open_office(store_path)
    some_members(store, 3)
    with store.gesture("test", CANARY):
        store.execute("insert into setting (key, value) values ('canary', :text)", {"text": CANARY})
    store.close()
    set_password(store_path, PASSWORD, code, cost=CHEAP)
    return store_path


@pytest.fixture
def copy(locked: Path, tmp_path: Path) -> Path:
    """A backup of the locked store, as it would lie on a stick."""
    store, target = opened(locked, PASSWORD), tmp_path / "usb" / "một.sht-backup"
    target.parent.mkdir()
    backups.back_up(store, target)
    store.close()
    return target


def test_a_lost_stick_tells_nothing(copy: Path) -> None:
    held = copy.read_bytes()
    assert CANARY.encode() not in held and b"SQLite format" not in held and b"CREATE TABLE" not in held


def test_a_locked_backup_asks_for_its_password(copy: Path) -> None:
    for work in (lambda: enter_backup(copy, None), lambda: backups.verify(copy)):
        with pytest.raises(PasswordWanted, match="có mật khẩu"):
            work()
    with pytest.raises(Refusal, match="không đúng"):
        enter_backup(copy, "sai rồi nhé")


def test_an_empty_machine_with_the_stick_and_the_code_has_everything(
    copy: Path, code: str, locked: Path, tmp_path: Path
) -> None:
    store = opened(locked, PASSWORD)
    wanted = content(store)
    store.close()
    into = tmp_path / "máy mới" / "so-hoc-tap.sht"
    facts, aside = backups.restore(copy, into, key=enter_backup(copy, code))
    store = opened(into, code)
    assert content(store) == wanted and facts.members == 3 and aside is None
    users.give_password(store, "Văn phòng", "mưa xuân lất phất", CHEAP)
    store.close()
    opened(into, "mưa xuân lất phất").close()


def test_a_store_restored_over_itself_keeps_the_passwords_of_today(locked: Path, copy: Path) -> None:
    store = opened(locked, PASSWORD)
    users.change_password(store, PASSWORD, "mưa xuân lất phất", CHEAP)
    key = store.key
    assert enter_backup(copy, None, store) == key
    store.close()
    _, aside = backups.restore(copy, locked, key=key, former=key)
    assert enter(locked, "mưa xuân lất phất").key == key
    with pytest.raises(Refusal):
        enter(locked, PASSWORD)
    assert aside is not None and enter(aside, "mưa xuân lất phất").key == key


def test_whoever_knows_only_the_password_of_the_backup_comes_in_after_it_is_put_back(locked: Path, copy: Path) -> None:
    store = opened(locked, PASSWORD)
    users.change_password(store, PASSWORD, "mưa xuân lất phất", CHEAP)
    store.close()
    backups.restore(copy, locked, key=enter_backup(copy, PASSWORD))
    opened(locked, PASSWORD).close()


def test_a_plain_store_leaves_the_office_locked(store_path: Path, tmp_path: Path) -> None:
    store, target = open_office(store_path), tmp_path / "một.sht-backup"
    backups.back_up(store, target, lock=backup_lock(PASSWORD, CHEAP))
    store.close()
    into = tmp_path / "máy mới" / "so-hoc-tap.sht"
    backups.restore(target, into, key=enter_backup(target, PASSWORD))
    opened(into, PASSWORD).close()


def test_a_backup_without_a_password_asks_for_none(store_path: Path, tmp_path: Path) -> None:
    store, target = open_office(store_path), tmp_path / "một.sht-backup"
    backups.back_up(store, target)
    store.close()
    assert enter_backup(target, None) is None and enter_backup(target, "gì cũng được") is None


@pytest.fixture
def plain_copy(store_path: Path, tmp_path: Path) -> Path:
    """A backup made before the password was set."""
    store, target = open_office(store_path), tmp_path / "trước.sht-backup"
    some_members(store, 2)
    backups.back_up(store, target)
    store.close()
    return target


def test_a_backup_without_a_password_put_back_over_a_locked_store_takes_its_lock(
    plain_copy: Path, locked: Path, code: str
) -> None:
    store = opened(locked, PASSWORD)
    users.add_user(store, "Chị Lan", Role.ENTRY, "mưa xuân lất phất", CHEAP)
    key = store.key
    store.close()
    facts, aside = backups.restore(plain_copy, locked, former=key)
    assert facts.members == 2 and is_locked(locked) and aside is not None and is_locked(aside)
    for typed in (PASSWORD, code, "mưa xuân lất phất"):
        opened(locked, typed).close()
    assert b"SQLite format" not in locked.read_bytes()


def test_nothing_readable_is_left_after_a_plain_backup_was_put_back(plain_copy: Path, locked: Path) -> None:
    key = enter(locked, PASSWORD).key
    backups.restore(plain_copy, locked, former=key)
    left = [path for path in locked.parent.iterdir() if path.is_file() and b"SQLite format" in path.read_bytes()[:100]]
    assert left == [] and not list(locked.parent.glob("*.moi")) and not list(locked.parent.glob("*.cu*"))


def test_a_backup_under_another_lock_leaves_the_passwords_of_today(
    locked: Path, store_path: Path, tmp_path: Path
) -> None:
    other, target = create_office(tmp_path / "khác.sht", OFFICE), tmp_path / "khác.sht-backup"
    backups.back_up(other, target, lock=backup_lock("hoa ban trắng", CHEAP))
    other.close()
    key = enter(locked, PASSWORD).key
    backups.restore(target, locked, key=enter_backup(target, "hoa ban trắng"), former=key)
    opened(locked, PASSWORD).close()
    with pytest.raises(Refusal, match="không đúng"):
        enter(locked, "hoa ban trắng")


def test_a_restore_that_cannot_be_locked_changes_nothing(plain_copy: Path, locked: Path) -> None:
    key, before = enter(locked, PASSWORD).key, digest(locked)
    (locked.parent / f"{locked.name}.moi").mkdir()  # where the locked copy would be written
    with pytest.raises(Refusal, match="Không khóa được"):
        backups.restore(plain_copy, locked, former=key)
    assert digest(locked) == before
    opened(locked, PASSWORD).close()
