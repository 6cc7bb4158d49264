"""The explicit list of commands holds every file that is one."""

from pathlib import Path

import desktop_app.commands as commands


def test_every_command_file_is_listed() -> None:
    files = Path(commands.__file__).parent.glob("*.py")
    written = [path for path in files if "\nCOMMAND = Command(" in path.read_text(encoding="utf-8")]
    assert len(written) == len(commands.COMMANDS)
