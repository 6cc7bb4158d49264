"""Files put in their place so that under a name there is always a whole one. It knows nothing of stores."""

import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

CHUNK = 1 << 20
HELD = (5, 32, 33)  # Windows: access denied, sharing violation, lock violation
PATIENCE, LONGEST_WAIT = 30.0, 1.0


def replace(source: Path, target: Path, sleep: Callable[[float], object] = time.sleep) -> None:
    """Rename over what stands there. A virus scanner or an indexer that holds a file on Windows is waited for, half a
    minute at most. Errors: OSError; both files are then as they were."""
    waited, wait = 0.0, 0.05
    while True:
        try:
            os.replace(source, target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in HELD or waited >= PATIENCE:
                raise
            sleep(wait)
            waited, wait = waited + wait, min(LONGEST_WAIT, wait * 2)
        else:
            return


def free_name(path: Path) -> Path:
    """This path, numbered when something is already there."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def copy_file(source: Path, target: Path) -> None:
    """Copy a file that nobody writes to, flushed to the disk; under its name it is always whole."""
    part = target.with_name(target.name + ".part")
    with source.open("rb") as read, part.open("wb") as write:
        while block := read.read(CHUNK):
            write.write(block)
        write.flush()
        os.fsync(write.fileno())
    replace(part, target)


def sync_folder(folder: Path) -> None:
    """Make a rename last; where folders cannot be flushed (Windows) the file system sees to it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def discard(path: Path) -> None:
    """Take away a file nobody waits for; where the disk refuses, the next try writes over it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Ask the system to read a file from the disk next time, not from memory; where it cannot be asked (Windows) a
    later reading may be answered from memory."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        with path.open("rb") as file:
            advise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
