"""Opening a store: what is refused and left unharmed, what every connection promises, what a failed gesture leaves."""

import os
import random
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.errors import DamagedStore, MissingStore, NewerStore, NotAStore, StoreError
from db.store import create_store, memory_store, open_store, told
from db.store_files import APPLICATION_ID
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member, some_members
from tests.db.files import ROOT, content, digest, trouble_of_nobody

PROMISED: dict[str, object] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "busy_timeout": 5000,
    "application_id": APPLICATION_ID,
}
CREATE_AND_DIE = """
import os, sys
from pathlib import Path
from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import create_office
create_office(Path(sys.argv[1]), OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa"))
os._exit(9)
"""


@pytest.fixture
def filled(store_path: Path) -> Path:
    """The file of an office with people, closed."""
    store = open_store(store_path)
    some_members(store, 40)
    store.close()
    return store_path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder every user of the machine may look into, but only its owner write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096])
def test_a_file_of_random_bytes_is_no_store_and_stays_as_it_was(tmp_path: Path, size: int) -> None:
    path = tmp_path / "ảnh.sht"
    path.write_bytes(random.Random(size).randbytes(size))
    before = digest(path)
    with pytest.raises(NotAStore):
        open_store(path)
    assert digest(path) == before
    assert list(tmp_path.glob("ảnh*")) == [path]


def test_the_database_of_another_program_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "khác.db"
    with sqlite3.connect(path) as other:
        other.execute("create table member (id integer)")
    before = digest(path)
    with pytest.raises(NotAStore):
        open_store(path)
    assert digest(path) == before


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_a_store_of_a_newer_program_is_refused_and_not_a_byte_of_it_changed(filled: Path, journal: str) -> None:
    with sqlite3.connect(filled) as newer:
        newer.execute("update _sqlite_migrations set name = 'm9999_later' where name = 'm0002_study'")
        newer.commit()
        newer.execute(f"pragma journal_mode = {journal}")
    newer.close()
    before = digest(filled)
    with pytest.raises(NewerStore):
        open_store(filled)
    assert digest(filled) == before


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(MissingStore):
        open_store(tmp_path / "không có.sht")
    assert not list(tmp_path.glob("*.sht"))


@pytest.mark.parametrize("seed", range(12))
def test_a_truncated_store_is_refused_as_it_is(filled: Path, seed: int) -> None:
    whole = filled.read_bytes()
    filled.write_bytes(whole[: random.Random(seed).randrange(101, len(whole) - 1)])
    before = digest(filled)
    with pytest.raises((DamagedStore, NotAStore)):
        open_store(filled)
    assert digest(filled) == before


@pytest.mark.parametrize("page", range(1, 8))
def test_a_store_with_a_page_of_rubbish_is_refused_as_it_is(filled: Path, page: int) -> None:
    damaged = bytearray(filled.read_bytes())
    damaged[page * 4096 : (page + 1) * 4096] = random.Random(page).randbytes(4096)
    filled.write_bytes(damaged)
    before = digest(filled)
    with pytest.raises(StoreError):
        open_store(filled)
    assert digest(filled) == before


def test_a_store_in_a_folder_that_may_not_be_written_is_refused(open_folder: Path, filled: Path) -> None:
    path = open_folder / "sổ.sht"
    shutil.copy(filled, path)
    path.chmod(0o666)
    open_folder.chmod(0o555)
    assert trouble_of_nobody(lambda: open_store(path)) == "ReadOnlyStore"


def test_a_store_that_may_not_be_written_is_refused(open_folder: Path, filled: Path) -> None:
    path = open_folder / "sổ.sht"
    shutil.copy(filled, path)
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    open_folder.chmod(0o777 if os.geteuid() == 0 else 0o755)
    assert trouble_of_nobody(lambda: open_store(path)) == "ReadOnlyStore"


def test_a_new_store_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "sổ.sht"
    path.write_text("quan trọng")
    with pytest.raises(FileExistsError):
        create_store(path)
    assert path.read_text() == "quan trọng"


def test_a_new_store_is_known_again_after_the_power_went(tmp_path: Path) -> None:
    path = tmp_path / "sổ.sht"
    died = subprocess.run([sys.executable, "-c", CREATE_AND_DIE, str(path)], cwd=ROOT, timeout=60)
    assert died.returncode == 9
    store = open_store(path)
    assert store.value("select name from organization_version") == "Đảng ủy phường Đông Thọ"
    store.close()


@pytest.mark.parametrize("pragma", PROMISED)
def test_every_opened_store_keeps_safely(kept_store: Store, pragma: str) -> None:
    assert kept_store.value(f"pragma {pragma}") == PROMISED[pragma]


def test_opening_a_store_again_changes_nothing(filled: Path) -> None:
    store = open_store(filled)
    before, steps = content(store), store.all("select * from _sqlite_migrations")
    store.close()
    store = open_store(filled)
    assert (content(store), store.all("select * from _sqlite_migrations")) == (before, steps)
    store.close()


def test_a_gesture_that_fails_half_way_leaves_nothing(store: Store) -> None:
    a_cell(store)
    before, gestures = content(store), store.value("select count(*) from gesture")
    with pytest.raises(ZeroDivisionError), store.gesture("try", "thử"):
        a_member(store)
        raise ZeroDivisionError
    assert content(store) == before
    assert store.value("select count(*) from gesture") == gestures


def test_an_inner_block_that_fails_takes_back_its_own_part_only(store: Store) -> None:
    with store.gesture("try", "thử"):
        a_member(store, "Người Ở Lại")
        with pytest.raises(ZeroDivisionError), store.atomic():
            a_member(store, "Người Ra Đi")
            raise ZeroDivisionError
    assert store.column("select full_name from member") == ["Người Ở Lại"]


def test_a_gesture_that_changes_nothing_leaves_no_entry(store: Store) -> None:
    before = store.value("select count(*) from gesture")
    with store.gesture("look", "xem"):
        pass
    assert store.value("select count(*) from gesture") == before


def test_the_standard_library_opens_and_reads_the_file(filled: Path) -> None:
    with sqlite3.connect(filled) as plain:
        assert plain.execute("select count(*) from member").fetchone() == (40,)
        assert plain.execute("pragma integrity_check").fetchone() == ("ok",)
    plain.close()


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 tool is not on this machine")
def test_the_sqlite3_tool_opens_and_reads_the_file(filled: Path) -> None:
    sql = "pragma integrity_check; select count(*) from member order by 1;"
    done = subprocess.run(["sqlite3", str(filled), sql], capture_output=True, text=True, timeout=60)
    assert (done.stdout.split(), done.stderr) == (["ok", "40"], "")


def test_no_function_or_collation_of_ours_lives_in_the_schema(store: Store) -> None:
    sql = " ".join(store.column("select sql from sqlite_master where sql is not null")).lower()
    assert "collate" not in sql and "fold(" not in sql


def test_every_table_is_strict(store: Store) -> None:
    ours = store.all("select name, strict from pragma_table_list where schema = 'main' and type = 'table'")
    loose = {row["name"] for row in ours if not row["strict"] and not row["name"].startswith("sqlite_")}
    assert loose == {"_sqlite_migrations"}


def test_a_store_in_memory_has_the_schema_of_a_file(kept_store: Store) -> None:
    sql = "select type, name, sql from sqlite_master where name not like 'sqlite_%' order by 1, 2"
    memory = memory_store()
    assert memory.all(sql) == kept_store.all(sql)
    memory.close()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("file is not a database", "NotAStore"),
        ("database disk image is malformed", "DamagedStore"),
        ("disk I/O error", "DiskFault"),
        ("database or disk is full", "FullDisk"),
        ("database is locked", "BusyStore"),
        ("attempt to write a readonly database", "ReadOnlyStore"),
        ("no such column: x", "OSError"),
    ],
)
def test_what_the_driver_says_is_told_as_one_kind_of_trouble(text: str, kind: str) -> None:
    assert type(told(OSError(text))).__name__ == kind
