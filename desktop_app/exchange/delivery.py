"""A file we write for somebody: whole under its name or not there at all. Not what is in it."""

import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.refusal import Refusal

NOT_WRITTEN = "Không ghi được «{}»; hãy đóng tệp ấy nếu đang mở, hoặc chọn thư mục khác có thật và được phép ghi."


@contextmanager
def delivered(out: Path) -> Generator[Path]:
    """A name beside `out` to write to; it becomes `out` when all went well and is gone otherwise.

    Raises Refusal where the disk or the folder does not let us.
    """
    part = out.with_name(f"{out.name}.part")
    try:
        yield part
        os.replace(part, out)
    except OSError:
        raise Refusal(NOT_WRITTEN.format(out.name)) from None
    finally:
        part.unlink(missing_ok=True)
