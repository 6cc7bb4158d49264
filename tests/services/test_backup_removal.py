"""Backups taken away by hand: never the newest nor the one proven last; those without a password in one go."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, backup_trial, backups
from desktop_app.services.access import NOT_ADMINISTRATOR, Gate, Holder
from desktop_app.services.backup_removal import exposed, remove, remove_exposed
from desktop_app.services.backup_rota import keep_safe
from desktop_app.services.backup_shelf import shelf
from desktop_app.services.passwords import new_code, set_password
from desktop_app.services.store import Store, open_office
from tests.cast import a_member
from tests.services.test_passwords import CHEAP, PASSWORD, opened


@pytest.fixture
def office(store_path: Path) -> Iterator[Store]:
    """An office with three backups of its own; the first was tried out."""
    store = open_office(store_path)
    for number in range(3):
        a_member(store)
        keep_safe(store, Reason.TIMED)
        if number == 0:
            backup_trial.try_out(store)
    yield store
    store.close()


@pytest.fixture
def locked(office: Store, store_path: Path, tmp_path: Path) -> Iterator[Store]:
    """The same office with a password now; one more backup without it was made by hand."""
    backups.back_up(office, tmp_path / "tay.sht-backup")
    office.close()
    set_password(store_path, PASSWORD, new_code(), cost=CHEAP)
    store = opened(store_path, PASSWORD)
    yield store
    store.close()


def test_the_newest_and_the_proven_one_stay(office: Store) -> None:
    assert remove(office, shelf(office)).count == 1
    assert [each.id for each in shelf(office)] == [3, 1]
    with pytest.raises(Refusal, match="luôn được giữ lại"):
        remove(office, shelf(office))


def test_only_the_administrator_takes_backups_away(office: Store) -> None:
    office.gate = Gate(Holder(name="Anh Hùng", role=Role.ENTRY))
    with pytest.raises(Refusal, match=NOT_ADMINISTRATOR):
        remove(office, shelf(office))
    assert len(shelf(office)) == 3


def test_a_locked_store_names_the_backups_anybody_may_read(locked: Store) -> None:
    assert len(exposed(shelf(locked))) == 4 and not any(each.locked for each in shelf(locked))
    assert backup_rota.due(locked)


def test_they_go_in_one_go_once_a_locked_backup_was_tried_out(locked: Store, tmp_path: Path) -> None:
    assert remove_exposed(locked).count == 4
    (left,) = shelf(locked)
    trial = backup_trial.last(locked)
    assert left.locked and trial is not None and (trial.name, trial.fault) == (left.path.name, "")
    assert not (tmp_path / "tay.sht-backup").exists() and not backup_rota.due(locked)


def test_none_goes_while_no_locked_backup_can_be_made(locked: Store, store_path: Path, tmp_path: Path) -> None:
    own = store_path.parent / "sao-luu"
    own.rename(tmp_path / "cất")
    own.write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(Refusal, match="Không lập được thư mục"):
        remove_exposed(locked)
    assert (tmp_path / "tay.sht-backup").exists() and len(list((tmp_path / "cất").iterdir())) == 3


def test_a_backup_by_hand_is_listed_where_it_lies_as_long_as_it_is_there(office: Store, tmp_path: Path) -> None:
    copy = tmp_path / "tay.sht-backup"
    backups.back_up(office, copy)
    assert (shelf(office)[0].path, shelf(office)[0].by_hand) == (copy, True)
    copy.unlink()
    assert [each.id for each in shelf(office)] == [3, 2, 1]


def test_a_restored_store_still_knows_the_backups_made_by_hand(office: Store, store_path: Path, tmp_path: Path) -> None:
    oldest, copy = shelf(office)[-1].path, tmp_path / "tay.sht-backup"
    backups.back_up(office, copy)
    office.close()
    backups.restore(oldest, store_path)
    restored = open_office(store_path)
    assert copy in [each.path for each in shelf(restored)]
    restored.close()
