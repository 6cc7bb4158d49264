"""What can be wrong with a store, as types. The sentences for them are the services' business."""


class StoreError(Exception):
    """A file that cannot serve as our store."""


class NotAStore(StoreError):
    """The file is something else, or is locked with a key we were not given."""


class LockedStore(StoreError):
    """The file is ours and locked; a password or the recovery code opens it."""


class LostKeys(NotAStore):
    """The file looks like a locked store, but nothing beside it holds its key."""


class DamagedKeys(StoreError):
    """The key file beside the store cannot be read."""


class NewerStore(StoreError):
    """The file was written by a newer program."""


class DamagedStore(StoreError):
    """The file is ours but its pages do not hold together."""


class ReadOnlyStore(StoreError):
    """The file or its folder cannot be written."""


class DiskFault(StoreError):
    """The disk failed while reading or writing; what was saved before may well be whole."""


class MissingStore(StoreError):
    """There is no file at that place."""


class BusyStore(StoreError):
    """Somebody else holds the file: another window, another program."""


class FullDisk(StoreError):
    """There is no room left for what was to be written."""


class OldDriver(StoreError):
    """The SQLite library is older than the first release without the WAL-reset fault (3.51.3)."""


def told(error: Exception) -> Exception:
    """The driver's complaint as one of our types, or itself when it is a bug."""
    text = str(error)
    if "not a database" in text:
        return NotAStore(text)
    if "malformed" in text or "corrupt" in text:
        return DamagedStore(text)
    if "disk I/O" in text:
        return DiskFault(text)
    if "readonly" in text or "unable to open" in text:
        return ReadOnlyStore(text)
    if "locked" in text:
        return BusyStore(text)
    if "is full" in text:
        return FullDisk(text)
    return error
