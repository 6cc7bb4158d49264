"""Where a finished print goes: into a stream, or to a file that is replaced only by a whole one."""

import os
from collections.abc import Callable
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
    part.write_bytes(data)
    os.replace(part, out)
