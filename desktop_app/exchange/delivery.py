"""A file we write for somebody: whole under its name or not there at all. Not what is in it."""

import os
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from desktop_app.domain.refusal import Refusal
from desktop_app.paths import file_only

NOT_WRITTEN = "Không ghi được “{}”; hãy đóng tệp ấy nếu đang mở, hoặc chọn thư mục khác có thật và được phép ghi."


@contextmanager
def delivered(out: Path) -> Generator[Path]:
    """A name beside `out` to write to; it becomes `out` when all went well and is gone otherwise.

    Raises Refusal where the disk or the folder does not let us.
    """
    part = out.with_name(f"{out.name}.part")
    try:
        file_only(out)
        part.touch()  # where nothing can be written is told before the work
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(part, out)
    except OSError:
        raise Refusal(NOT_WRITTEN.format(out.name)) from None
    finally:
        with suppress(OSError):  # a disk that fails for good: the next try writes over it
            part.unlink(missing_ok=True)


@contextmanager
def new_workbook(path: Path, *, by_row: bool = False) -> Generator[Any]:
    """A workbook of XlsxWriter, closed at the end; `by_row` for one written row after row. Raises OSError."""
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    try:
        with xlsxwriter.Workbook(str(path), {"constant_memory": by_row}) as book:
            yield book
    except FileCreateError as error:
        raise OSError(str(error)) from None
