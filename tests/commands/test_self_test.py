"""The program trying itself out."""

import json
import sys
from collections.abc import Iterable

import pytest

from db.migrations import STEPS
from desktop_app.commands import COMMANDS
from desktop_app.commands.self_test import Tally, answer, libraries
from desktop_app.forms.documents import FORMS
from desktop_app.forms.form import Output
from desktop_app.ui.screens import SCREENS
from tests.test_main import started


def test_the_whole_program_is_there() -> None:
    told = started("self-test", "--json")
    assert told.returncode == 0, told.stderr
    data = json.loads(told.stdout)
    assert data["missing"] == []
    assert data["parts"]["screens"] == sorted(place.key for place in SCREENS)
    assert (data["migrations"], data["forms"], data["commands"]) == (len(STEPS), len(FORMS), len(COMMANDS))
    assert data["fonts"] == 4 and data["help"] >= len(SCREENS)
    assert {f"summons.{output}" for output in Output} <= set(data["parts"]["prints"])
    assert {"db.store", "desktop_app.exchange.child", "desktop_app.ui.window"} <= set(data["parts"]["modules"])
    assert {"CHANGELOG.md", "LICENSE", "style.qss", "fonts/OFL.txt"} <= set(data["parts"]["resources"])
    assert data["plugins"] >= (6 if sys.platform == "win32" else 1)


def test_a_library_that_is_not_there_is_named() -> None:
    tally = Tally({})
    tally.count("libraries", lambda: libraries(["json", "no_such_library"]))
    assert tally.missing == ["thư viện (không nạp được no_such_library)"]


def test_a_part_without_anything_in_it_is_missing() -> None:
    tally = Tally({})
    tally.count("screens", lambda: ())
    told = answer(tally)
    assert told.failed is not None and "màn hình (không có gì)" in told.failed
    assert told.data["screens"] == 0


@pytest.mark.parametrize(
    "error", [ImportError(name="desktop_app.lost"), FileNotFoundError(2, "gone", "/x/desktop_app.lost")], ids=type
)
def test_a_part_that_cannot_be_loaded_is_missing(error: Exception) -> None:
    def broken() -> Iterable[str]:
        raise error

    tally = Tally({})
    tally.count("screens", broken)
    assert tally.missing == ["màn hình (không nạp được desktop_app.lost)"]


def test_what_the_source_had_and_the_program_lacks_is_named() -> None:
    tally = Tally({"fonts": ["a.ttf", "b.ttf"]})
    tally.count("fonts", lambda: ["b.ttf", "c.ttf"])
    assert tally.missing == ["phông chữ (a.ttf)"]
