"""Start-up: window or command, UTF-8, the exit codes, and the log of a bug."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import main, store_of, wants_window
from desktop_app.paths import data_folder

ROOT = Path(__file__).resolve().parent.parent


def started(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program as a process of its own."""
    command = [sys.executable, "-m", "desktop_app", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, env=os.environ | environment)


@pytest.mark.parametrize("argv", [[], ["--store", "a.sht"], ["--store=a.sht"]], ids=str)
def test_without_a_command_the_window_opens(argv: list[str]) -> None:
    assert wants_window(argv)
    assert store_of(argv) == (Path("a.sht") if argv else None)


@pytest.mark.parametrize("argv", [["members"], ["--json"], ["--store"], ["--store", "--json"], ["--help"]], ids=str)
def test_anything_else_is_a_command_or_wrong_usage(argv: list[str]) -> None:
    assert not wants_window(argv)


def test_a_command_answers_in_utf8_whatever_the_locale_says(tmp_path: Path) -> None:
    path = str(tmp_path / "sổ.sht")
    told = started("demo", "--members", "60", "--store", path, "--json", PYTHONIOENCODING="ascii")
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout.decode("utf-8"))["store"] == path


def test_a_refusal_leaves_standard_output_empty() -> None:
    told = started("members", "--json", PYTHONIOENCODING="ascii")
    assert (told.returncode, told.stdout) == (1, b"")
    assert "lập sổ mới" in told.stderr.decode("utf-8")


def test_commands_do_without_qt(tmp_path: Path) -> None:
    asked = (
        "import sys; from desktop_app.__main__ import main; code = main(sys.argv[1:]);"
        "sys.exit(code or any(name.startswith(('PySide6', 'desktop_app.ui')) for name in sys.modules))"
    )
    command = [sys.executable, "-c", asked, "demo", "--members", "60", "--store", str(tmp_path / "a.sht")]
    assert subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0


def test_the_list_of_forms_needs_no_printing_library() -> None:
    asked = (
        "import sys; from desktop_app.__main__ import main; main(['forms', '--json']);"
        "sys.exit(any(name.split('.')[0] in ('reportlab', 'python_calamine', 'openpyxl') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True).returncode == 0


def test_the_reader_of_foreign_sheets_is_behind_a_hidden_command(tmp_path: Path) -> None:
    path = tmp_path / "ds.csv"
    path.write_text("Họ và tên,Ngày sinh\nLê An,1960\n", encoding="utf-8")
    told = started("read-sheets", str(path))
    assert told.returncode == 0 and told.stdout.splitlines()[-1] == b'"end"'


def test_a_bug_is_logged_without_what_it_was_about(
    own_folders: Path, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    assert main(["backup", "Nguyễn Văn An\0"]) == 70
    told = capsys.readouterr()
    path = data_folder() / "nhat-ky-loi.log"
    logged = path.read_text(encoding="utf-8")
    assert told.out == "" and str(path) in told.err and told.err.count("\n") == 1
    assert path.is_relative_to(own_folders)
    assert "ValueError" in logged and "backup.py" in logged and "Nguyễn" not in logged
    caplog.clear()


def test_a_reader_that_goes_away_is_no_bug(tmp_path: Path) -> None:
    path = tmp_path / "a.sht"
    started("demo", "--members", "60", "--store", str(path))
    command = [sys.executable, "-m", "desktop_app", "members", "--store", str(path)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 0


def test_the_window_is_on_the_screen_before_the_store_and_its_rules_are_loaded() -> None:
    asked = (
        "import sys; from desktop_app.ui import start; app = start.application(); window = start.Window(); "
        "window.painted.connect(app.quit); window.show(); app.exec(); "
        "late = ('db', 'sqlcipher3', 'sqlite_utils', 'reportlab', 'desktop_app.services', 'desktop_app.ui.fields'); "
        "print(*(name for name in late if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "\n")
