"""Backups the program makes by itself: when something changed, numbered, thinned out, never of a damaged store."""

import errno
import os
from datetime import datetime
from pathlib import Path

import pytest

from db import settings
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, backups
from desktop_app.services.backup_rota import keep_safe, kept, thin
from desktop_app.services.backups import SUFFIX
from desktop_app.services.store import Store
from tests.cast import a_member, some_members

NOW = datetime(2026, 11, 22, 17, 0)


def names(where: Path) -> list[str]:
    return sorted(path.name for path in where.glob("*"))


@pytest.fixture
def where(store_path: Path) -> Path:
    return store_path.parent / "sao-luu"


def test_a_changed_store_is_backed_up_beside_it(kept_store: Store, where: Path) -> None:
    a_member(kept_store)
    facts = keep_safe(kept_store, Reason.EXIT)
    assert facts is not None and (facts.members, facts.reason) == (1, "exit")
    assert [each.number for each in kept(where, "so-hoc-tap")] == [1]
    assert backups.verify(kept(where, "so-hoc-tap")[0].path) == facts


def test_an_unchanged_store_is_not_backed_up_again(kept_store: Store, where: Path) -> None:
    a_member(kept_store)
    assert keep_safe(kept_store, Reason.TIMED) is not None
    assert keep_safe(kept_store, Reason.EXIT) is None
    assert len(kept(where, "so-hoc-tap")) == 1


def test_a_backup_that_was_removed_is_made_again(kept_store: Store, where: Path) -> None:
    a_member(kept_store)
    keep_safe(kept_store, Reason.TIMED)
    kept(where, "so-hoc-tap")[0].path.unlink()
    assert keep_safe(kept_store, Reason.EXIT) is not None


def test_a_backup_by_itself_does_not_count_as_one_taken_away(kept_store: Store) -> None:
    a_member(kept_store)
    keep_safe(kept_store, Reason.TIMED)
    assert backups.last_backup(kept_store) is not None
    assert backups.last_away(kept_store) is None


def test_every_backup_gets_the_next_number(kept_store: Store, where: Path) -> None:
    for number in range(3):
        a_member(kept_store, f"Người {number}")
        keep_safe(kept_store, Reason.TIMED)
    assert [each.number for each in kept(where, "so-hoc-tap")] == [3, 2, 1]


def test_files_of_others_in_the_folder_are_left_alone(kept_store: Store, where: Path) -> None:
    where.mkdir()
    others = ["khac-00001-20200101-000000.sht-backup", "so-hoc-tap-2020-01-01.sht-backup", "so-hoc-tap-00007.txt"]
    others.append("so-hoc-tap-00003-20209901-000000.sht-backup")
    for name in others:
        (where / name).write_bytes(b"x")
    a_member(kept_store)
    keep_safe(kept_store, Reason.TIMED)
    assert len(names(where)) == len(others) + 1 and set(others) < set(names(where))


def old_ones(where: Path, count: int) -> None:
    """Automatic backups of past Januaries, one a day."""
    where.mkdir(exist_ok=True)
    for number in range(1, count + 1):
        (where / f"so-hoc-tap-{number:05d}-20260{1 + number // 28}{1 + number % 28:02d}-170000{SUFFIX}").write_bytes(
            b"x"
        )


def test_old_backups_go_when_a_new_one_has_come(kept_store: Store, where: Path) -> None:
    old_ones(where, 60)
    a_member(kept_store)
    keep_safe(kept_store, Reason.TIMED)
    assert 10 < len(kept(where, "so-hoc-tap")) <= 33
    assert kept(where, "so-hoc-tap")[0].number == 61


def test_the_backup_tried_out_last_never_goes(where: Path) -> None:
    old_ones(where, 60)
    proven = kept(where, "so-hoc-tap")[-2]
    thin(kept(where, "so-hoc-tap"), NOW, proven.path.name)
    assert proven.path.exists()
    thin(kept(where, "so-hoc-tap"), NOW, None)
    assert not proven.path.exists()


def test_nothing_goes_when_half_the_people_are_gone(kept_store: Store, where: Path) -> None:
    old_ones(where, 60)
    a_member(kept_store)
    settings.set_properties(kept_store, {backup_rota.MEMBERS: "40"})
    keep_safe(kept_store, Reason.TIMED)
    assert len(kept(where, "so-hoc-tap")) == 61


def test_a_full_disk_is_told_and_what_was_kept_stays(
    kept_store: Store, where: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old_ones(where, 60)
    before = names(where)
    a_member(kept_store)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="đầy"):
        keep_safe(kept_store, Reason.TIMED)
    assert names(where) == before
    monkeypatch.undo()
    assert keep_safe(kept_store, Reason.TIMED) is not None


def scrambled(path: Path) -> None:
    """Pages of a store written over, its first page left as it was."""
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xa5" * (len(content) - 8192)
    path.write_bytes(content)


def test_a_damaged_store_is_never_backed_up_over_a_good_one(kept_store: Store, where: Path, store_path: Path) -> None:
    some_members(kept_store, 5)
    keep_safe(kept_store, Reason.TIMED)
    before = names(where)
    a_member(kept_store)
    kept_store.execute("pragma wal_checkpoint(truncate)")
    scrambled(store_path)
    with pytest.raises(Refusal, match="hỏng"):
        keep_safe(kept_store, Reason.TIMED)
    with pytest.raises(Refusal, match="hỏng"):
        backups.back_up(kept_store, where / "tay.sht-backup")
    assert names(where) == before


def test_another_folder_may_be_chosen(kept_store: Store, tmp_path: Path, where: Path) -> None:
    (tmp_path / "ổ D").mkdir()
    backup_rota.choose_folder(kept_store, tmp_path / "ổ D")
    a_member(kept_store)
    keep_safe(kept_store, Reason.TIMED)
    assert kept(tmp_path / "ổ D", "so-hoc-tap") and not where.exists()


def test_a_chosen_folder_that_is_gone_is_made_good_beside_the_store(
    kept_store: Store, tmp_path: Path, where: Path
) -> None:
    (tmp_path / "usb").mkdir()
    backup_rota.choose_folder(kept_store, tmp_path / "usb")
    (tmp_path / "usb").rmdir()
    keep_safe(kept_store, Reason.TIMED)
    assert backup_rota.missing_folder(kept_store) == tmp_path / "usb"
    assert len(kept(where, "so-hoc-tap")) == 1


def test_a_folder_that_is_not_there_is_not_chosen(kept_store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không có thư mục"):
        backup_rota.choose_folder(kept_store, tmp_path / "không có")


def test_a_store_in_memory_has_no_backups(store: Store) -> None:
    assert keep_safe(store, Reason.TIMED) is None


def test_inside_a_gesture_no_backup_is_made(kept_store: Store, where: Path) -> None:
    a_member(kept_store)
    with kept_store.atomic():
        backup_rota.before(kept_store, Reason.IMPORT)
    assert not where.exists()
    backup_rota.before(kept_store, Reason.IMPORT)
    assert where.exists()
