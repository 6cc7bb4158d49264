"""Errors nobody handled: logged with where they happened, and the sentence that names the log."""

import faulthandler
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.ui import trouble

CRASH = "from desktop_app.ui import trouble; import faulthandler; trouble.start_log(); faulthandler._sigsegv()"


@pytest.fixture
def hooks() -> Iterator[None]:
    """What was listening before listens again afterwards."""
    kept = sys.excepthook, threading.excepthook, list(trouble.log.handlers), faulthandler.is_enabled()
    yield
    sys.excepthook, threading.excepthook = kept[:2]
    for handler in set(trouble.log.handlers) - set(kept[2]):
        trouble.log.removeHandler(handler)
        handler.close()
    faulthandler.disable()
    if kept[3]:
        faulthandler.enable()


@pytest.mark.usefixtures("hooks")
def test_an_error_in_a_thread_is_logged_without_what_it_says(caplog: pytest.LogCaptureFixture) -> None:
    trouble.start_log()
    person = "Nguyễn " + "Văn Ân"

    def fail() -> None:
        raise ValueError(person)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    written = trouble.log_file().read_text(encoding="utf-8")
    caplog.clear()
    assert "ValueError" in written and "in fail" in written and person not in written


def test_a_torn_down_process_leaves_its_last_lines(tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", CRASH], env=environment, capture_output=True)
    assert told.returncode != 0
    left = next(tmp_path.rglob(trouble.crash_file().name)).read_text(encoding="utf-8")
    assert "Segmentation fault" in left or "access violation" in left


@pytest.mark.usefixtures("hooks")
def test_where_nothing_may_be_written_the_program_still_starts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setattr(trouble, "data_folder", lambda: tmp_path / "taken" / "SoHocTap")
    trouble.start_log()
    assert sys.excepthook is trouble.tell_bug
    assert any(isinstance(handler, logging.NullHandler) for handler in trouble.log.handlers)
