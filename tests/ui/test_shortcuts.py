"""The keys the program tells of are those its gestures answer to: on the screen one is on, and written down of all.

After a gesture got other keys: `python -m tests.ui.test_shortcuts` writes resources/help/keys.json anew, on a walk
through the practice office. That the file holds what the walk meets, `test_keyboard_everywhere` sees.
"""

import json
import os
import tempfile
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from desktop_app.paths import resource
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.shortcuts import everywhere, keys_of, meant, said
from desktop_app.ui.window import Window
from desktop_app.ui.window_keys import KEYS, window_keys

Told = dict[str, list[list[str]]]


def title_of(screen: Screen) -> str:
    """What a screen is called in the list of keys."""
    assert type(screen).title, f"{type(screen).__name__} has no title"
    return type(screen).title


def gather(told: Told, screen: Screen) -> None:
    """Note the keys of a screen, those that were not met before."""
    for pair in map(list, keys_of(screen)):
        noted = told.setdefault(title_of(screen), [])
        if pair not in noted:
            noted.append(pair)


def read(window: Window) -> str:
    page = window.current()
    assert page is not None
    text = page.findChild(QTextBrowser)
    assert isinstance(text, QTextBrowser)
    return text.toPlainText()


def test_f1_tells_the_keys_of_the_screen_that_was_shown(window: Window) -> None:
    window.go_to("members")
    shown = window.current()
    assert shown is not None
    keys = keys_of(shown)
    assert ("Ctrl+N", "Thêm đảng viên") in keys
    window.show_help()
    told = read(window)
    assert all(words in told and pressed in told for pressed, words in keys)


def test_the_digits_of_the_grid_are_told_with_their_words(window: Window) -> None:
    window.go_to("attendance")
    screen = window.current()
    assert screen is not None
    assert {("1", "Có mặt"), ("0", "Chưa điểm danh"), ("F9", "Quét mã")} <= set(keys_of(screen))


def test_every_key_the_window_listens_to_is_told(window: Window) -> None:
    heard = {each.key().toString() for each in window.findChildren(QShortcut) if each.parent() is window}
    told = {QKeySequence(keys).toString() for keys, method, _ in KEYS if method}
    assert heard == told | {f"Ctrl+{digit % 10}" for digit in range(1, 11)}
    assert len(window_keys()) == len(KEYS) + 10


def test_the_window_answers_every_key_it_names(window: Window) -> None:
    assert [method for _, method, _ in KEYS if method and not hasattr(window, method)] == []


@pytest.mark.parametrize(
    ("keys", "shown"), [("Ctrl+Return", "Ctrl+Enter"), ("Del", "Delete"), ("Alt+Left", "Alt+←"), ("Ctrl++", "Ctrl++")]
)
def test_keys_are_named_as_they_stand_on_the_keyboard(keys: str, shown: str) -> None:
    assert said(keys) == shown


def test_a_meaning_is_a_caption_without_the_sign_of_a_dialog() -> None:
    assert meant("Lý do vắng…") == "Lý do vắng"


def test_the_list_of_all_keys_names_every_place(window: Window, qtbot: QtBot) -> None:
    assert {"Đảng viên", "Điểm danh", "Thu hoạch", "In ấn"} <= everywhere().keys()


def main() -> None:
    """Walk through everything, and write down the keys of each screen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, folder)
        from desktop_app.services.practice import create_practice
        from desktop_app.ui.start import application
        from tests.ui.test_keyboard_everywhere import PEOPLE, walked

        made, path = application(), Path(folder) / "p.sht"
        create_practice(path, members=PEOPLE).close()
        found = walked(path, patch)
        made.processEvents()
    places = [place.title for place in SCREENS]
    order = sorted(found.keys, key=lambda title: places.index(title) if title in places else len(places))
    lines = (f" {json.dumps(title, ensure_ascii=False)}: [\n{pairs(found.keys[title])}\n ]" for title in order)
    resource("help", "keys.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def pairs(keys: list[list[str]]) -> str:
    """A line for each."""
    return ",\n".join(f"  {json.dumps(pair, ensure_ascii=False)}" for pair in keys)


if __name__ == "__main__":
    main()
