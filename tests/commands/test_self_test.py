"""The program counting itself."""

from db.migrations import STEPS
from desktop_app.commands import COMMANDS
from desktop_app.commands.run import run
from desktop_app.forms.documents import FORMS
from tests.commands.conftest import Typed


def test_the_whole_program_is_there(anywhere: Typed) -> None:
    told = anywhere("self-test", "--json").data
    assert told["missing"] == []
    assert (told["migrations"], told["forms"], told["commands"]) == (len(STEPS), len(FORMS), len(COMMANDS))
    assert told["fonts"] == 4 and told["screens"] > 0


def test_a_part_without_anything_in_it_is_missing(capsys) -> None:  # type: ignore[no-untyped-def]
    assert run(["self-test"], {"screens": lambda: 0}) == 1
    told = capsys.readouterr()
    assert "màn hình" in told.err and "Màn hình" in told.out


def test_a_part_that_cannot_be_loaded_is_missing(capsys) -> None:  # type: ignore[no-untyped-def]
    def broken() -> int:
        raise ImportError(name="desktop_app.ui.lost")

    assert run(["self-test"], {"screens": broken}) == 1
    assert "desktop_app.ui.lost" in capsys.readouterr().err
