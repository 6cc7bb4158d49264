"""Start-up: the window, or a command without one; and the log of whatever goes wrong on the way.

Nothing of Qt is imported for a command, nothing of the commands for the window.
"""

import io
import logging
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desktop_app.paths import data_folder

READ_SHEETS = "read-sheets"
BUG, STOPPED = 70, 130

BROKEN = "Chương trình gặp lỗi và đã bỏ việc vừa làm; dữ liệu đã ghi vẫn còn nguyên."
LACKING = "Chương trình thiếu một phần của nó; hãy cài lại từ bộ cài đầy đủ. Dữ liệu đã ghi vẫn còn nguyên."

log = logging.getLogger("so_hoc_tap")


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 refused, 2 wrong usage, 70 a bug, 130 stopped by the keyboard."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == [READ_SHEETS]:
        return read_sheets(given[1:])
    speak_utf8()
    try:
        return start(given)
    except BrokenPipeError:  # who read our output has gone: there is nobody to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu.", file=sys.stderr)
        return STOPPED
    except Exception as error:  # noqa: BLE001  # the one place above commands; logged and told
        tell(told_bug(error))
        return BUG


def read_sheets(argv: list[str]) -> int:
    """The child that opens foreign files for us: what it cannot do, its parent reads from its traceback."""
    from desktop_app.exchange.child import main as read

    return read(argv)


def start(argv: list[str]) -> int:
    """The window, or a command."""
    if wants_window(argv):
        from desktop_app.ui.start import run as open_window

        return open_window(store_of(argv))
    from desktop_app.commands.run import run

    return run(argv, {"screens": screens, "modules": modules, "plugins": plugins})


def wants_window(argv: list[str]) -> bool:
    """Whether no command was typed: nothing at all, or only where the store is."""
    match argv:
        case []:
            return True
        case ["--store", name]:
            return not name.startswith("-")
        case [option]:
            return option.startswith("--store=")
    return False


def store_of(argv: list[str]) -> Path | None:
    """The store named for the window, None = the usual one."""
    return Path(argv[-1].removeprefix("--store=")) if argv else None


def screens(store: Path) -> Iterable[str]:
    """The places of the window, each shown: the part of the self-test that needs Qt."""
    from desktop_app.ui.self_test import shown_places

    return shown_places(store)


def modules(_: Path) -> Iterator[str]:
    """Every module of ours, each loaded: most are only loaded when first wanted."""
    from pkgutil import walk_packages

    for package in ("db", "desktop_app"):
        for found in walk_packages(import_module(package).__path__, f"{package}."):
            if not found.name.endswith(".__main__"):
                yield import_module(found.name).__name__


def plugins(_: Path) -> Iterable[str]:
    """The plugins of Qt the window, its pictures and printing need."""
    from desktop_app.ui.self_test import plugins as found

    return found()


def speak_utf8() -> None:
    """Standard output and error in UTF-8 also on Windows; a program with a window has neither."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def tell(sentence: str) -> None:
    """On standard error; a windowed program has none on Windows, perhaps no window yet either: in a box of Windows."""
    if sys.__stderr__ is not None:
        print(sentence, file=sys.stderr)
    elif sys.platform == "win32":
        from ctypes import windll

        windll.user32.MessageBoxW(None, sentence, "Sổ Học Tập", 0x10)


def told_bug(error: Exception) -> str:
    """Log where a bug happened, without its message, which may carry a name; the sentence for the clerk."""
    path = data_folder() / "nhat-ky-loi.log"
    said = LACKING if isinstance(error, ImportError) else BROKEN
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8")
    except OSError:
        return f"{said} Không ghi được nhật ký lỗi vào “{path}”."
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.error("%s\n%s", type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    log.removeHandler(handler)
    handler.close()
    return f"{said} Hãy gửi tệp này cho người hỗ trợ: {path}"


if __name__ == "__main__":
    sys.exit(main())
