"""The keys of the program with what they do, read off the gestures themselves, never written a second time.

Of one screen as it stands (`keys_of`), and of the whole program (`everywhere`): resources/help/keys.json, which
`python -m tests.ui.test_shortcuts` writes on a walk through every screen. What a widget does with a key by itself,
without a gesture, it tells itself (`OwnKeys`) or, where it holds for all of them, in `GENERAL`.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.paths import resource
from desktop_app.ui.words import CLOSE, COPY

Keys = tuple[str, str]
COMMON = "Ở mọi nơi"
GENERAL: Sequence[Keys] = (
    ("Enter", "Trong danh sách: mở dòng đang chọn; trong ô nhập: sang ô kế tiếp, ở ô cuối thì ghi"),
    ("Ctrl+S, Ctrl+Enter", "Trong hộp thoại: ghi"),
    ("Esc", "Thôi, đóng hộp thoại; ở ô tìm: xóa chữ đang tìm"),
    ("Ctrl+C", "Trong danh sách: chép các dòng đã chọn để dán vào Excel"),
    ("Ctrl+A", "Trong danh sách: chọn hết"),
    ("Shift+F10", "Mở bảng chọn của dòng đang chọn, như bấm chuột phải"),
)
SAID = {
    "Return": "Enter",
    "Del": "Delete",
    "Space": "Dấu cách",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "PgDown": "PgDn",
}
LEFT_OUT = (COPY, CLOSE)


@runtime_checkable
class OwnKeys(Protocol):
    """A widget that answers keys by itself, without a gesture, and can tell which and what they do."""

    def own_keys(self) -> Sequence[Keys]: ...


def keys_of(inside: QWidget) -> list[Keys]:
    """What can be pressed on a screen and what it does, in the order of the screen; each pair once."""
    return list(dict.fromkeys((*of_widgets(inside), *of_gestures(inside), *of_shortcuts(inside))))


def of_widgets(inside: QWidget) -> Iterator[Keys]:
    """What a grid or a line does with single keys, as it says itself."""
    for each in (inside, *inside.findChildren(QWidget)):
        if isinstance(each, OwnKeys):
            yield from each.own_keys()


def of_gestures(inside: QWidget) -> Iterator[Keys]:
    """Buttons and lines of right-click menus."""
    for each in (inside, *inside.findChildren(QWidget)):
        for action in each.actions():
            caption, _, typed = action.text().partition("\t")
            keys = typed or action.shortcut().toString()
            if keys and caption and caption not in LEFT_OUT:
                yield said(keys), meant(caption)


def of_shortcuts(inside: QWidget) -> Iterator[Keys]:
    """Keys without a button; those that only repeat a gesture have no words of their own."""
    for each in inside.findChildren(QShortcut):
        if each.whatsThis():
            yield said(each.key().toString()), each.whatsThis()


def listen(above: QWidget, keys: str, meaning: str, run: Callable[[], object]) -> QShortcut:
    """A key without a button, and what it does in words."""
    made = QShortcut(QKeySequence(keys), above, run)
    made.setWhatsThis(meaning)
    return made


def said(keys: str) -> str:
    """“Ctrl+Enter” for “Ctrl+Return”: keys as they stand on the keyboard."""
    return "+".join(SAID.get(part, part) for part in keys.split("+")) if keys != "+" else keys


def meant(caption: str) -> str:
    """A caption as a meaning: without the sign that a dialog or a menu follows."""
    return caption.replace("&", "").rstrip("…▾ ")


def everywhere() -> Mapping[str, Sequence[Keys]]:
    """Title of a screen → its keys, in the order of the places."""
    read = json.loads(resource("help", "keys.json").read_text(encoding="utf-8"))
    return {title: [(keys, meaning) for keys, meaning in pairs] for title, pairs in read.items()}


def line(found: Iterable[Keys]) -> str:
    """One after another, where there is little room."""
    return " · ".join(f"**{keys}** {meaning[:1].lower()}{meaning[1:]}" for keys, meaning in found)


def table(found: Iterable[Keys]) -> str:
    """As a table of the help text."""
    rows = "\n".join(f"| **{keys}** | {meaning} |" for keys, meaning in found)
    return f"| Phím | Việc |\n|---|---|\n{rows}"
