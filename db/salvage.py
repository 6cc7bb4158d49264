"""All that can still be read of a damaged store, written into a new one. The damaged file itself is only copied."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from db import journal
from db.crypto import DataKey
from db.driver import prepare, raw_connection
from db.errors import DamagedStore, DiskFault, FullDisk, NotAStore, ReadOnlyStore, StoreError
from db.files import copy_file, discard
from db.store import DatabaseError, IntegrityError, Store, connect, migrate, told
from db.store_files import APPLICATION_ID

Progress = Callable[[int, int], None]
LEFT_OUT = ("current_gesture", "_sqlite_migrations")
LOGS = ("-wal", "-journal")
UNREADABLE = (DatabaseError, UnicodeDecodeError)
DISK = (FullDisk, DiskFault, ReadOnlyStore)


def salvage(damaged: Path, target: Path, key: DataKey | None, progress: Progress) -> dict[str, int]:
    """Write what can be read of `damaged` to `target`, where no file is; how many rows, by table.

    Rows that point at a row that is lost are left out with it. Errors: NotAStore where nothing at all can be read, and
    those of `db.errors` that say why nothing can be written.
    """
    copy = target.with_name(target.name + ".copy")
    copies = [copy.with_name(copy.name + log) for log in ("", *LOGS, "-shm")]
    try:
        for log in ("", *LOGS):
            if (beside := damaged.with_name(damaged.name + log)).is_file():
                copy_file(beside, copy.with_name(copy.name + log))
        return rescued(copy, target, key, progress)
    except (DatabaseError, DamagedStore, NotAStore) as error:
        discard(target)
        known = told(error)
        raise known if isinstance(known, DISK) else NotAStore(str(damaged)) from error
    except BaseException:
        discard(target)
        raise
    finally:
        for each in copies:
            discard(each)


def rescued(copy: Path, target: Path, key: DataKey | None, progress: Progress) -> dict[str, int]:
    """All tables from one file into the other."""
    old, new = connect(copy, "", key=key), fresh(target, key)
    try:
        new.execute("pragma foreign_keys = off")
        with new.atomic():
            new.execute("update current_gesture set bulk = 1")
            tables = tables_of(new)
            for done, table in enumerate(tables):
                progress(done, len(tables))
                take_over(old, new, table)
            drop_orphans(new, tables)
            new.execute("insert into member_words (member_words) values ('rebuild')")
            new.execute("update current_gesture set bulk = 0")
            journal.close_past(new)
        progress(len(tables), len(tables))
        return {table: int(new.value(f"select count(*) from {table}")) for table in tables}
    finally:
        old.close()
        new.close()


def fresh(target: Path, key: DataKey | None) -> Store:
    """A new, empty store of today's schema, ciphered as the damaged one is."""
    store = Store(raw_connection(str(target), key), target, key=key)
    store.execute(f"pragma application_id = {APPLICATION_ID}")
    prepare(store, "delete")
    migrate(store)
    return store


def tables_of(store: Store) -> list[str]:
    """The tables with rows of the office, in the order they were made: what is pointed at comes first."""
    names = store.column("select name from sqlite_master where type = 'table' order by rowid")
    plain = set(store.column("select name from pragma_table_list where schema = 'main' and type = 'table'"))
    return [name for name in names if name in plain and name not in LEFT_OUT and not name.startswith("sqlite_")]


def take_over(old: Store, new: Store, table: str) -> None:
    """Copy the rows of a table that can be read; what the new schema does not take is left out row by row."""
    try:
        known = set(old.column(f"select name from pragma_table_info('{table}')"))
    except UNREADABLE:
        return
    columns = [name for name in new.column(f"select name from pragma_table_info('{table}')") if name in known]
    if not columns:
        return
    places = ", ".join("?" for _ in columns)
    insert = f"insert or ignore into {table} ({', '.join(columns)}) values ({places})"
    for row in readable(old, new, table, ", ".join(columns)):
        with suppress(IntegrityError):
            new.execute(insert, row)


def readable(old: Store, new: Store, table: str, columns: str) -> Iterator[Any]:
    """Rows from the front up to the first torn page, then from the back; and what stands between, key by key."""
    keys = new.column(f"select name from pragma_table_info('{table}') where pk > 0 order by pk")
    whole = yield from both_ways(old, f"select {columns} from {table}", keys or ["rowid"], [])
    if not whole and keys:
        yield from between(old, new, f"select {columns} from {table}", table, keys, [])


def between(old: Store, new: Store, sql: str, table: str, keys: list[str], found: list[int]) -> Iterator[Any]:
    """The rows under the first parts `found` of a key: those of each value its next part may have, and so on down."""
    *_, part = held = keys[: len(found) + 1]
    where = " and ".join(f"{name} = ?" for name in held)
    for value in possible(new, table, part):
        under, rest = [*found, value], keys[len(held) :]
        whole = yield from both_ways(old, f"{sql} where {where}", rest, under)
        if not whole and rest:
            yield from between(old, new, sql, table, keys, under)


def possible(new: Store, table: str, part: str) -> Sequence[int]:
    """The values a part of a key may have: what it points at, else the numbers between the least and the greatest."""
    for parent, column, to in new.execute(
        f'select "table", "from", "to" from pragma_foreign_key_list(\'{table}\')'
    ).fetchall():
        if column == part:
            return new.column(f"select {to or 'id'} from {parent} where typeof({to or 'id'}) = 'integer'")
    least, most = new.execute(f"select min({part}), max({part}) from {table}").fetchone()
    return range(least, most + 1) if isinstance(least, int) and isinstance(most, int) else ()


def both_ways(old: Store, sql: str, order: list[str], given: list[int]) -> Generator[Any, None, bool]:
    """The rows of a query from the front and, where it breaks, from the back; whether it came to its end."""
    forth = f"{sql} order by {', '.join(order)}" if order else sql
    whole = yield from streamed(old, forth, given)
    if not whole and order:
        yield from streamed(old, f"{sql} order by {', '.join(f'{name} desc' for name in order)}", given)
    return whole


def streamed(old: Store, sql: str, given: list[int]) -> Generator[Any, None, bool]:
    """The rows of a query up to where it breaks; whether it came to its end is what `yield from` gives."""
    try:
        yield from old.execute(sql, given)
    except UNREADABLE:
        return False
    return True


def drop_orphans(store: Store, tables: list[str]) -> None:
    """Leave out rows that point at a lost row, and those that point at them."""
    links = [
        (table, column, parent, to or "id")
        for table in tables
        for parent, column, to in store.execute(
            f'select "table", "from", "to" from pragma_foreign_key_list(\'{table}\')'
        ).fetchall()
    ]
    while store.execute("pragma foreign_key_check").fetchone():
        for table, column, parent, to in links:
            store.execute(
                f"delete from {table} where {column} is not null and {column} not in (select {to} from {parent})"
            )


def readable_at_all(path: Path, key: DataKey | None) -> bool:
    """Whether a damaged store still says which tables it has."""
    try:
        store = connect(path, "", key=key)
    except (StoreError, DatabaseError):
        return False
    try:
        return "member" in store.table_names()
    except DatabaseError:
        return False
    finally:
        store.close()
