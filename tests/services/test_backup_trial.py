"""The monthly restore test: due in its time, honest about a bad backup, which is then made again."""

from datetime import date, timedelta

import pytest

from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_trial
from desktop_app.services.agenda import Task, agenda
from desktop_app.services.backup_rota import due, keep_safe
from desktop_app.services.store import Store
from tests.cast import a_member, some_members

TODAY = date.today()


@pytest.fixture
def backed_up(kept_store: Store) -> Store:
    """An office with one backup of its own making."""
    some_members(kept_store, 4)
    keep_safe(kept_store, Reason.TIMED)
    return kept_store


def spoil(store: Store) -> None:
    """Flip one bit in the newest backup."""
    newest = backup_trial.newest(store)
    assert newest is not None
    content = bytearray(newest.path.read_bytes())
    content[len(content) // 2] ^= 1
    newest.path.write_bytes(content)


def test_an_office_without_backups_has_nothing_to_try(kept_store: Store) -> None:
    assert not backup_trial.due(kept_store, TODAY)
    assert backup_trial.try_out(kept_store) is None


def test_a_whole_backup_comes_back(backed_up: Store) -> None:
    assert backup_trial.due(backed_up, TODAY)
    trial = backup_trial.try_out(backed_up)
    assert trial is not None and trial.fault == ""
    assert backup_trial.last(backed_up) == trial


@pytest.mark.parametrize(("days", "due"), [(0, False), (29, False), (30, True), (-40, True)])
def test_the_test_comes_every_month(backed_up: Store, days: int, due: bool) -> None:
    backup_trial.try_out(backed_up)
    assert backup_trial.due(backed_up, TODAY + timedelta(days=days)) is due


def test_a_bad_backup_is_told_on_the_first_page_and_made_again(backed_up: Store) -> None:
    spoil(backed_up)
    trial = backup_trial.try_out(backed_up)
    assert trial is not None and "không còn nguyên vẹn" in trial.fault
    assert Task.BACKUP_BAD in [todo.task for todo in agenda(backed_up).todos]
    assert due(backed_up) and keep_safe(backed_up, Reason.TIMED) is not None


def test_after_a_bad_backup_the_next_one_is_tried_at_once(backed_up: Store) -> None:
    spoil(backed_up)
    backup_trial.try_out(backed_up)
    assert not backup_trial.due(backed_up, TODAY)
    a_member(backed_up)
    keep_safe(backed_up, Reason.TIMED)
    assert backup_trial.due(backed_up, TODAY)
    backup_trial.try_out(backed_up)
    assert Task.BACKUP_BAD not in [todo.task for todo in agenda(backed_up).todos]
