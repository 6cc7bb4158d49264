"""Bugs: written to the log with where they happened, told in one dialog, and the program goes on. Not refusals.

The log names the kind of error and the lines of the program it passed; never its message, which may carry a name.
"""

import faulthandler
import logging
import os
import sys
import threading
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from desktop_app.paths import data_folder
from desktop_app.ui import ask

MOST = 500_000
log = logging.getLogger("so_hoc_tap")


def log_file() -> Path:
    return data_folder() / "nhat-ky-loi.log"


def crash_file() -> Path:
    """Where Python writes its last words when the process itself is torn down: lines of the program, nothing else."""
    return data_folder() / "nhat-ky-dung.log"


def start_log() -> None:
    """Write what goes wrong into the log file, of which two older ones are kept; where no file may be written, still
    tell. Errors in any thread are heard of."""
    sys.excepthook = tell_bug
    threading.excepthook = tell_bug_of_thread
    try:
        data_folder().mkdir(parents=True, exist_ok=True)
        how = os.O_TRUNC if is_long(crash_file()) else os.O_APPEND
        faulthandler.enable(os.open(crash_file(), os.O_WRONLY | os.O_CREAT | how, 0o644))  # stays open while we run
    except OSError:
        log.addHandler(logging.NullHandler())
        return
    handler = RotatingFileHandler(log_file(), maxBytes=MOST, backupCount=2, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)


def is_long(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > MOST


def tell_bug_of_thread(told: threading.ExceptHookArgs) -> None:
    """An error nobody handled in a thread that is not the window's: logged only, the window goes on."""
    tell_bug(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)


def tell_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log a bug and tell the clerk where the log is."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.error("%s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
    application = QApplication.instance()
    if application is not None and QThread.currentThread() is application.thread():
        ask.warn(QApplication.activeWindow(), sentence())


def sentence() -> str:
    """What the clerk reads; it names the log."""
    return (
        "Chương trình gặp lỗi và đã bỏ thao tác vừa rồi; dữ liệu đã ghi vẫn còn nguyên. "
        f"Hãy làm lại, nếu vẫn lỗi thì gửi tệp này cho người hỗ trợ:\n{log_file()}"
    )
