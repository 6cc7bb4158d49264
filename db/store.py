"""The only place a store is opened: one local SQLite file, its pragmas, its schema steps. No nouns, no sentences."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from db import journal, limits
from db.crypto import DataKey
from db.driver import CACHE_KIB, prepare, raw_connection
from db.errors import DamagedStore, NewerStore, NotAStore, ReadOnlyStore
from db.errors import told as told
from db.limits import Gate, Limits, open_gate
from db.migrations import MIGRATIONS, STEPS
from db.store_files import APPLICATION_ID, check_file

DatabaseError = dbapi2.DatabaseError
IntegrityError = dbapi2.IntegrityError

QUICK_CHECK_UP_TO = 64 * 1024 * 1024


class Store(Database):
    """An open store. Every write goes through `gesture` (kept in the journal) inside one transaction.

    `key` ciphers its pages, None = they are plain. `limits`: whose people it shows, None = everyone's."""

    limits: Limits | None = None
    _seen: tuple[Any, ...] = ()

    def __init__(
        self,
        connection: dbapi2.Connection,
        path: Path | None = None,
        user: str = "Văn phòng",
        key: DataKey | None = None,
        gate: Gate = open_gate,
    ) -> None:
        super().__init__(connection, execute_plugins=False)
        self.path = path
        self.user = user
        self.key = key
        self.gate = gate
        self.asleep = False

    def fall_asleep(self) -> None:
        """Close the file and forget the key; whoever holds this store holds nothing until it is woken."""
        self.close()
        self.key, self.asleep = None, True

    def wake(self, key: DataKey) -> None:
        """Open the file again, with every pragma; whoever held this store goes on."""
        assert self.path is not None, "a store in memory never sleeps"
        self.conn = connect(self.path, self.user, key=key).conn
        self.key, self.asleep = key, False
        if self.limits is not None:
            self.limit(self.limits)

    def limit(self, wanted: Limits) -> None:
        """From now on show and change only what is about the people of some cells."""
        limits.impose(self.conn, wanted)
        self.limits, self._seen = wanted, limits.state(self.conn)

    def _follow(self) -> None:
        """Know anew who is inside the limits, where another connection has written."""
        if self.limits is None or self.conn.in_transaction or (found := limits.state(self.conn)) == self._seen:
            return
        limits.fill(self.conn, self.limits)
        self._seen = found

    @contextmanager
    def atomic(self) -> Generator["Store", None, None]:
        """One transaction, taken for writing from its start; nested blocks are savepoints."""
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("begin immediate")
        try:
            yield self
            self.conn.execute("commit")
        except BaseException:
            self.rollback()
            raise

    @contextmanager
    def gesture(self, verb: str, summary: str, *, bulk: bool = False) -> Generator[int, None, None]:
        """One thing the clerk does: one transaction, one journal entry. Yields the gesture's id.

        `bulk` keeps the triggers quiet; the caller then records what it did with `db.journal.record_bulk`.
        A gesture inside a gesture is part of the outer one.
        """
        with self.atomic():
            if (outer := journal.current(self)) is not None:
                yield outer
                return
            self.gate(verb)
            if self.limits is not None and bulk:
                self.limits.refuse()
            gesture_id = journal.begin(self, self.user, verb, summary, now(), bulk)
            yield gesture_id
            if self.limits is not None and limits.goes_beyond(self.conn, self.limits, gesture_id):
                self.limits.refuse()
            journal.end(self, gesture_id)

    def execute(self, sql: str, parameters: Any = None) -> dbapi2.Cursor:
        """As its parent; what a limited store writes goes past the views it reads through."""
        if self.limits is None:
            return super().execute(sql, parameters)
        self._follow()
        return super().execute(limits.aimed(sql), parameters)

    def query(self, sql: str, params: Any = None) -> Generator[dict[str, Any]]:
        self._follow()
        return super().query(sql, params)

    def one(self, sql: str, params: Mapping[str, Any] | None = None) -> dict[str, Any] | None:
        """The first row of a query, or None."""
        return next(iter(self.query(sql, dict(params or {}))), None)

    def all(self, sql: str, params: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """All rows of a query."""
        return list(self.query(sql, dict(params or {})))

    def value(self, sql: str, params: Mapping[str, Any] | None = None) -> Any:
        """The first column of the first row, or None."""
        row = self.execute(sql, dict(params or {})).fetchone()
        return None if row is None else row[0]

    def column(self, sql: str, params: Mapping[str, Any] | None = None) -> list[Any]:
        """The first column of all rows."""
        return [row[0] for row in self.execute(sql, dict(params or {}))]

    def many(self, sql: str, rows: Iterable[Mapping[str, Any] | Sequence[Any]]) -> None:
        """One statement for many rows: the bulk path."""
        self.conn.executemany(sql if self.limits is None else limits.aimed(sql), rows)

    def keep_in_memory(self, kib: int) -> None:
        """Let this connection keep more of the file in memory: for work that makes far more than `CACHE_KIB`."""
        self.execute(f"pragma cache_size = -{max(kib, CACHE_KIB)}")

    def add(self, table: str, **values: Any) -> int:
        """Insert one row; its rowid. The column names are ours, never a person's text."""
        names = ", ".join(values)
        places = ", ".join(f":{name}" for name in values)
        cursor = self.execute(f"insert into {table} ({names}) values ({places})", values)
        return int(cursor.lastrowid or 0)

    def change(self, table: str, row_id: int, **values: Any) -> None:
        """Update the named columns of one row."""
        sets = ", ".join(f"{name} = :{name}" for name in values)
        self.execute(f"update {table} set {sets} where id = :id", {**values, "id": row_id})


def now() -> str:
    """Local civil time to the second, ISO."""
    return datetime.now().isoformat(sep=" ", timespec="seconds")


def open_store(
    path: Path,
    user: str = "Văn phòng",
    key: DataKey | None = None,
    gate: Gate = open_gate,
    before_steps: Callable[[Store], object] = lambda store: None,
) -> Store:
    """Open an existing store, bringing an older schema up to date. Errors: all of `db.errors`.

    `before_steps(store)` is called while an older schema still stands, to keep a copy of it; what it raises ends all.
    """
    check_file(path, key)
    store = Store(raw_connection(str(path), key), path, user, key, gate)
    try:
        check_schema(store, path)
        prepare(store, "wal")
        if MIGRATIONS.applied(store) and MIGRATIONS.pending(store):
            before_steps(store)
        migrate(store)
    except dbapi2.DatabaseError as error:
        store.close()
        found = told(error)
        # the file begins with the id of this very key: what does not open with it is torn, not foreign
        raise DamagedStore(str(path)) if key and isinstance(found, NotAStore) else found from None
    except BaseException:
        store.close()
        raise
    return store


def create_store(path: Path, user: str = "Văn phòng", journal_mode: str = "wal") -> Store:
    """Make a new, empty store where no file is. Errors: FileExistsError, ReadOnlyStore."""
    if path.exists():
        raise FileExistsError(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        store = Store(raw_connection(str(path)), path, user)
        # Into the file itself, before there is a write-ahead log it could stay in: a file is known as ours by it.
        store.execute(f"pragma application_id = {APPLICATION_ID}")
        prepare(store, journal_mode)
    except (OSError, dbapi2.OperationalError) as error:
        raise ReadOnlyStore(str(path)) from error
    migrate(store)
    return store


def memory_store(user: str = "Văn phòng") -> Store:
    """A store that lives and dies in memory, with the full schema."""
    store = Store(raw_connection(":memory:"), None, user)
    prepare(store, "memory")
    migrate(store)
    return store


def again(store: Store) -> Store:
    """A second connection to the same file, for a job in another thread; limited as the first."""
    other = whole(store)
    if store.limits is not None:
        other.limit(store.limits)
    return other


def whole(store: Store) -> Store:
    """A second connection that sees everything, whoever holds the store: for its safe-keeping, never for a screen."""
    assert store.path is not None, "a store in memory has one connection"
    return connect(store.path, store.user, key=store.key, gate=store.gate)


def connect(
    path: Path, user: str, journal_mode: str = "wal", key: DataKey | None = None, gate: Gate = open_gate
) -> Store:
    """A connection with every pragma set; nothing is checked. A copy at rest is opened with "delete"."""
    try:
        store = Store(raw_connection(str(path), key), path, user, key, gate)
        prepare(store, journal_mode)
    except dbapi2.DatabaseError as error:
        raise told(error) from None
    return store


def check_schema(store: Store, path: Path) -> None:
    """Refuse a file of a newer program before anything is written to it; check the pages of one small enough for it."""
    known = "_sqlite_migrations" in store.table_names()
    if known and set(store.column("select name from _sqlite_migrations")) - STEPS.keys():
        raise NewerStore(str(path))
    if path.stat().st_size <= QUICK_CHECK_UP_TO and store.value("pragma quick_check(1)") != "ok":
        raise DamagedStore(str(path))


def migrate(store: Store) -> None:
    """Apply all missing schema steps in one transaction and renew the journal's triggers."""
    if not MIGRATIONS.pending(store):
        return
    store.execute("pragma foreign_keys = off")
    with store.atomic():
        had_steps = bool(MIGRATIONS.applied(store))
        MIGRATIONS.apply(store)
        if had_steps:
            journal.close_past(store)
        journal.renew_triggers(store)
        if store.all("pragma foreign_key_check"):
            raise DamagedStore("foreign keys")
    store.execute("pragma foreign_keys = on")
