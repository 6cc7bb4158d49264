"""A bare connection of the one driver, and the pragmas of safe keeping. It knows nothing of stores."""

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from db.crypto import DataKey
from db.errors import OldDriver

OLDEST_DRIVER = (3, 51, 3)
CACHE_KIB = 65536
"""How much of the file a connection may keep in memory: a million rows into six indexes take a third less time."""
PRAGMAS = (
    "synchronous = full",
    "foreign_keys = on",
    "trusted_schema = off",
    "cell_size_check = on",
    "temp_store = memory",
    "busy_timeout = 5000",
    f"cache_size = -{CACHE_KIB}",
)


def raw_connection(name: str, key: DataKey | None = None) -> dbapi2.Connection:
    """A driver connection that never begins a transaction by itself. Refuses a driver with the WAL-reset fault."""
    if dbapi2.sqlite_version_info < OLDEST_DRIVER:
        raise OldDriver(dbapi2.sqlite_version)
    connection = dbapi2.connect(name, isolation_level=None, check_same_thread=False)
    connection.execute("pragma cipher_log_level = none")  # a wrong key is told by us, not on standard error
    if key is not None:
        connection.execute(f'pragma key = "{key.text()}"')
    return connection


def prepare(database: Database, journal_mode: str) -> None:
    """Set the pragmas of safe keeping: every commit reaches the disk, nothing in the file can run code."""
    database.execute(f"pragma journal_mode = {journal_mode}")
    for pragma in PRAGMAS:
        database.execute(f"pragma {pragma}")
