"""The window trying itself out."""

import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop_app.ui import self_test
from desktop_app.ui.screens import SCREENS


def test_every_place_comes_up_on_a_store(store_path: Path, qtbot: QtBot) -> None:
    assert list(self_test.shown_places(store_path)) == [place.key for place in SCREENS]


def test_bugs_inside_what_qt_calls_are_heard_of() -> None:
    bugs: list[BaseException] = []
    hook = self_test.gather(bugs)
    error = ValueError()
    hook(ValueError, error, None)
    assert bugs == [error]


def test_every_plugin_the_window_needs_is_there() -> None:
    assert self_test.plugins() == list(self_test.PLUGINS[sys.platform])
