"""Whether the pages of a store hold together. It mends nothing."""

from db.errors import DamagedStore
from db.store import DatabaseError, Store, told, whole


def check_file_of(store: Store) -> None:
    """Read every page from the file anew: an open connection knows many by heart. Errors: those of `check_pages`."""
    if store.path is None:
        return
    fresh = whole(store)
    try:
        check_pages(fresh)
    finally:
        fresh.close()


def check_pages(store: Store) -> None:
    """Read every page once. Errors: DamagedStore and others of `db.errors`."""
    try:
        whole = store.value("pragma quick_check(1)") == "ok"
        torn = store.execute("pragma cipher_integrity_check").fetchall()  # says nothing of a plain store
    except DatabaseError as error:
        raise told(error) from None
    if not whole or torn:
        raise DamagedStore(str(store.path))
