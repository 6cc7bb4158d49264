"""Stores of older programs: kept as they were before the schema is changed, and never left half changed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import backup
from db.migrations import MIGRATIONS, STEPS
from db.store import connect
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backups, members
from desktop_app.services.backup_rota import kept
from desktop_app.services.store import Store, open_office
from tests.db.test_migrations import STORES

OLDER = [path for path in STORES if path.stem != list(STEPS)[-1]]


@pytest.fixture(params=OLDER, ids=lambda path: path.stem)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store of a released older schema."""
    return Path(shutil.copy(request.param, tmp_path / "cũ.sht"))


def steps(path: Path) -> list[str]:
    store = connect(path, "")
    found = [step.name for step in MIGRATIONS.applied(store)]
    store.close()
    return found


def test_an_older_store_is_backed_up_before_it_is_changed(older: Path, tmp_path: Path) -> None:
    before = steps(older)
    open_office(older).close()
    (copy,) = kept(tmp_path / "sao-luu", "cũ")
    assert backups.verify(copy.path).reason == "upgrade"
    assert backup.read_manifest(copy.path)["steps"] == before
    assert steps(older) == list(STEPS)


def test_the_backup_of_an_older_store_is_restored_and_brought_up_to_date(older: Path, tmp_path: Path) -> None:
    open_office(older).close()
    (copy,) = kept(tmp_path / "sao-luu", "cũ")
    backups.restore(copy.path, tmp_path / "mới.sht")
    store = open_office(tmp_path / "mới.sht")
    assert [person.full_name for person in members.search(store, "nguyen")] == ["Nguyễn Văn An"]
    store.close()


def test_a_store_that_cannot_be_backed_up_is_not_changed(older: Path, tmp_path: Path) -> None:
    before = steps(older)
    (tmp_path / "sao-luu").write_text("một tệp, không phải thư mục", encoding="utf-8")
    with pytest.raises(Refusal, match="chưa sao lưu trước được nên chưa mở"):
        open_office(older)
    assert steps(older) == before
    (tmp_path / "sao-luu").unlink()
    open_office(older).close()


def test_a_store_of_today_is_opened_without_a_backup(store_path: Path) -> None:
    open_office(store_path).close()
    assert not (store_path.parent / "sao-luu").exists()


def dies_at(step: int, work: Callable[[], object]) -> bool:
    """Do some work in a process killed at its nth statement; whether it was killed."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    left, real = iter(range(step)), Store.execute

    def mortal(store: Store, *given: Any) -> Any:
        return real(store, *given) if next(left, None) is not None else os._exit(9)

    try:
        Store.execute = mortal  # type: ignore[method-assign,assignment]
        work()
    finally:
        os._exit(0)


def test_an_upgrade_killed_anywhere_leaves_the_old_or_the_new_schema(older: Path) -> None:
    before, whole, step = steps(older), older.read_bytes(), 0
    while dies_at(step, lambda: open_office(older)):
        assert steps(older) in (before, list(STEPS))
        store = open_office(older)
        assert members.count(store, members.MemberFilter()) == 1
        store.close()
        older.write_bytes(whole)
        step += 61
    assert step > 100
