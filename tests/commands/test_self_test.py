"""The program trying itself out."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from db.migrations import STEPS
from desktop_app.commands import COMMANDS, self_test
from desktop_app.commands.run import run
from desktop_app.forms.documents import FORMS
from desktop_app.forms.form import Output
from desktop_app.ui.screens import SCREENS
from tests.test_main import started


def nothing(store: Path) -> Iterable[str]:
    return ()


def test_the_whole_program_is_there() -> None:
    told = started("self-test", "--json")
    assert told.returncode == 0, told.stderr
    data = json.loads(told.stdout)
    assert data["missing"] == []
    assert data["parts"]["screens"] == sorted(place.key for place in SCREENS)
    assert (data["migrations"], data["forms"], data["commands"]) == (len(STEPS), len(FORMS), len(COMMANDS))
    assert data["fonts"] == 4 and data["help"] >= len(SCREENS)
    assert {f"summons.{output}" for output in Output} <= set(data["parts"]["prints"])


def test_a_part_without_anything_in_it_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["self-test"], {"screens": nothing}) == 1
    told = capsys.readouterr()
    assert "màn hình" in told.err and "Màn hình" in told.out


def test_a_part_that_cannot_be_loaded_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    def broken(store: Path) -> Iterable[str]:
        raise ImportError(name="desktop_app.ui.lost")

    assert run(["self-test"], {"screens": broken}) == 1
    assert "desktop_app.ui.lost" in capsys.readouterr().err


def test_what_the_source_had_and_the_program_lacks_is_named() -> None:
    tally = self_test.Tally({"fonts": ["a.ttf", "b.ttf"]})
    tally.count("fonts", lambda: ["b.ttf", "c.ttf"])
    assert tally.missing == ["phông chữ (a.ttf)"]
