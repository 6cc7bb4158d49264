"""The proof that two tables hold the same rows: nothing different looks alike, and older proofs still count."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from db import backup
from db.backup import BadBackup
from db.row_digests import row_digest
from db.store import connect, memory_store
from desktop_app.services.store import Store
from tests.cast import some_members

UNLIKE: tuple[Any, ...] = (
    None,
    "",
    "null",
    "1",
    "1.0",
    1,
    1.0,
    0.1,
    0.1 + 2**-56,
    2**62,
    2**62 + 1,
    b"1",
    b"",
    "a\0b",
    "a\0c",
    "a",
)
UNLIKE += ('"', "\\", "a\n", "[1]", "X'31'", "NULL", "Ân", "A\u0302n")


def digest_of(rows: list[tuple[Any, ...]], column: str) -> str:
    store = memory_store()
    store.execute(f"create table thing (id integer primary key, a {column}, b {column}) strict")
    store.many("insert into thing (a, b) values (?, ?)", rows)
    return row_digest(store, "thing")


def fitting(kinds: tuple[type, ...]) -> list[Any]:
    return [None, *(value for value in UNLIKE if type(value) in kinds)]


@pytest.mark.parametrize(
    ("column", "kinds"), [("text", (str,)), ("integer", (int,)), ("real", (float,)), ("blob", (bytes,))]
)
def test_no_two_different_values_of_a_column_are_proven_alike(column: str, kinds: tuple[type, ...]) -> None:
    values = fitting(kinds)
    assert len({digest_of([(value, None)], column) for value in values}) == len(values)


def test_words_moved_to_the_next_column_or_row_are_noticed() -> None:
    found: list[list[tuple[Any, ...]]] = [
        [("a", "b")],
        [("a,b", None)],
        [("a", None), ("b", None)],
        [("b", "a")],
        [("a\n", "b")],
        [('a","b', "")],
    ]
    assert len({digest_of(rows, "text") for rows in found}) == len(found)


def test_rows_count_in_the_order_of_their_keys_however_they_came() -> None:
    one, other = memory_store(), memory_store()
    for store, ids in ((one, (1, 2, 3)), (other, (3, 1, 2))):
        store.execute("create table thing (id integer primary key, a text) strict")
        store.many("insert into thing values (?, ?)", [(each, f"số {each}") for each in ids])
    assert row_digest(one, "thing") == row_digest(other, "thing")


@pytest.fixture
def older(kept_store: Store, tmp_path: Path) -> Callable[[str], Path]:
    """A backup as older programs made it, which says of the members what the hash of a named table is."""

    def made(hashed: str) -> Path:
        some_members(kept_store, 3)
        plain, target = tmp_path / "sổ.sht", tmp_path / "cũ.sht-backup"
        kept_store.execute("vacuum into ?", [str(plain)])
        copy = connect(plain, "", "delete")
        rows = copy.execute(f"select * from {hashed} order by id").fetchall()
        known = hashlib.sha256("".join(map(repr, rows)).encode()).hexdigest()
        facts = backup.counts_of(plain, None) | {"rows": {"member": known}}
        proof = {"sha256": backup.digest(plain), "size": plain.stat().st_size, "format": backup.FORMAT}
        copy.close()
        backup.pack(plain, facts | proof, target)
        return target

    return made


def test_a_backup_of_an_older_program_is_proven_by_its_own_proof(older: Callable[[str], Path], tmp_path: Path) -> None:
    assert backup.verify(older("member"), tmp_path / "ra.sht", lambda done, total: None)["members"] == 3


def test_an_older_backup_whose_rows_are_not_those_copied_is_refused(
    older: Callable[[str], Path], tmp_path: Path
) -> None:
    with pytest.raises(BadBackup):
        backup.verify(older("member_kind"), tmp_path / "ra.sht", lambda done, total: None)
