"""Where a finished print goes: into a stream, or to a file that is replaced only by a whole one."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desktop_app.paths import file_only

Progress = Callable[[int, int], None]
"""Called with what is done and of how much; raises to give up."""


def deliver(data: bytes, out: BinaryIO | Path) -> None:
    """Raises OSError where the file cannot be written."""
    if not isinstance(out, Path):
        out.write(data)
        return
    part = file_only(out).with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, out)
    except OSError:
        with suppress(OSError):  # half a print is nobody's, and may name people
            part.unlink(missing_ok=True)
        raise
