"""Foreign spreadsheets as plain rows, read by a child process so that a hostile file can only kill the child.

Not what the rows mean: see headers, rows and values.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Timer
from typing import IO, Any

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.encodings import with_unicode
from desktop_app.exchange.reason_column import without_reasons
from desktop_app.exchange.sheet import Row, Sheet, Value

__all__ = ["HIDDEN_COMMAND", "WALL_SECONDS", "Row", "Sheet", "Value", "read_sheets"]

WALL_SECONDS = 30
NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
HIDDEN_COMMAND = "read-sheets"
ROOT = Path(__file__).resolve().parents[2]
TOO_SLOW = "Đọc tệp này quá 30 giây mà chưa xong nên đã dừng lại. Hãy tách thành các tệp nhỏ hơn rồi nhập từng tệp."
DIED = (
    "Không đọc được tệp này: tệp bị hỏng, hoặc có ô ghi dữ liệu nằm quá xa bên dưới hay bên phải danh sách. "
    "Hãy mở tệp, bấm Ctrl+End để thấy ô cuối cùng, xóa các hàng và cột thừa, lưu lại rồi nhập lần nữa."
)


def read_sheets(path: Path, only: str | None = None) -> tuple[Sheet, ...]:
    """All sheets of a workbook (xlsx, xls, ods) or the one table of a csv, whatever the file is called.

    Columns in an old Vietnamese encoding come as Unicode, and say so in `conversions`; columns of reasons we wrote
    ourselves are blank.

    Raises Refusal for what is no spreadsheet, is locked, damaged or out of bounds, and for an unknown sheet `only`.
    """
    if not path.is_file():
        raise Refusal(f"Không thấy tệp “{path}”. Hãy chọn lại tệp cần nhập.")
    arguments = [str(path.resolve())] if only is None else [str(path.resolve()), only]
    with tempfile.TemporaryFile() as errors:
        messages = list(_messages(child_command() + arguments, errors))
        if not messages or messages[-1] != "end":
            _explain(messages, errors)
    return tuple(with_unicode(without_reasons(message)) for message in messages if isinstance(message, Sheet))


def child_command() -> list[str]:
    """How the child process is started; what it is to do comes after."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN_COMMAND]
    return [sys.executable, "-X", "utf8", "-m", "desktop_app.exchange.child"]


def _messages(command: list[str], errors: IO[bytes]) -> Iterator[Sheet | str]:
    """Whole sheets, then "end"; without "end" the last message is why: "refused …", "timeout", "died" or "bug"."""
    child = subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, creationflags=NO_WINDOW
    )
    late = Event()
    timer = Timer(WALL_SECONDS, _stop, (child, late))
    timer.start()
    try:
        assert child.stdout is not None
        yield from _sheets(child.stdout)
        child.wait()
    finally:
        timer.cancel()
        child.kill()
        child.wait()
        if child.stdout:
            child.stdout.close()
    if late.is_set():
        yield "timeout"
    elif child.returncode != 0:
        yield "bug" if child.returncode == 1 else "died"


def _stop(child: subprocess.Popen[bytes], late: Event) -> None:
    late.set()
    child.kill()


def _sheets(lines: IO[bytes]) -> Iterator[Sheet | str]:
    head: dict[str, Any] = {}
    rows: list[Row] = []
    for line in lines:
        if not line.endswith(b"\n"):
            return
        message = json.loads(line.decode())
        if isinstance(message, list):
            rows.append(_row(*message))
        elif isinstance(message, str):
            yield message
        elif message:
            head, rows = message, []
        else:
            yield _sheet(head, rows)


def _sheet(head: dict[str, Any], rows: list[Row]) -> Sheet:
    return Sheet(
        name=head["name"],
        hidden=head["hidden"],
        merged=tuple(tuple(area) for area in head["merged"]),
        rows=tuple(rows),
        unseen=head["unseen"],
        hidden_rows=frozenset(head["hidden_rows"]),
        hidden_columns=frozenset(head["hidden_columns"]),
        formulas=frozenset((row, column) for row, column in head["formulas"]),
    )


def _row(number: int, values: list[Value | None], dates: list[int], fonts: str = "") -> Row:
    for place in dates:
        values[place] = date.fromisoformat(str(values[place]))
    return Row(number, tuple(values), fonts)


def _explain(messages: list[Sheet | str], errors: IO[bytes]) -> None:
    last = messages[-1] if messages else "died"
    if isinstance(last, str) and last.startswith("refused "):
        raise Refusal(last.removeprefix("refused "))
    if last == "timeout":
        raise Refusal(TOO_SLOW)
    if last == "bug":
        errors.seek(0, os.SEEK_SET)
        raise RuntimeError("the sheet reader failed: " + errors.read().decode(errors="replace")[-2000:])
    raise Refusal(DIED)
