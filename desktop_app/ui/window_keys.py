"""The keys that mean the same wherever one is: which, what they do in words, and the window listening to them."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.line_keys import LineKeys
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.shortcuts import listen, said

if TYPE_CHECKING:
    from desktop_app.ui.window import Window

KEYS: Sequence[tuple[str, str, str]] = (
    ("F1", "show_help", "Trợ giúp cho nơi đang đứng, phím tắt, sách hướng dẫn"),
    ("Ctrl+K", "focus_search", "Đến ô tìm"),
    ("Ctrl+F", "focus_search", "Đến ô tìm"),
    ("Alt+Left", "back", "Quay lại trang trước"),
    ("Ctrl+Z", "undo", "Hoàn tác việc vừa làm"),
    ("Ctrl+Y", "redo", "Làm lại việc vừa hoàn tác"),
    ("F5", "reload", "Tải lại"),
    ("Ctrl+H", "show_journal", "Đến mục Nhật ký"),
    ("Ctrl+O", "stores_wanted", "Mở sổ khác, lập sổ mới"),
    ("Ctrl+Alt+L", "", "Khóa cửa sổ ngay, khi sổ có mật khẩu"),
)
"""Keys, the method or signal of the window, the meaning; without a method somebody else listens to them."""


def listen_to_keys(window: "Window") -> None:
    """Have a window listen to the keys it answers itself, and to a digit for each of its places."""
    LineKeys(window)
    for keys, method, meaning in KEYS:
        if method:
            answer = getattr(window, method)
            listen(window, keys, meaning, getattr(answer, "emit", answer))
    for number, place in enumerate(SCREENS[:10], 1):
        listen(window, place_keys(number), f"Đến mục {place.title}", partial(window.go_to, place.key))


def place_keys(number: int) -> str:
    """The keys of a place by its number, from 1."""
    return f"Ctrl+{number % 10}"


def window_keys() -> list[tuple[str, str]]:
    """All of them with their meanings, as they are told."""
    told = [(said(keys), meaning) for keys, _, meaning in KEYS]
    return told + [(place_keys(number), f"Đến mục {place.title}") for number, place in enumerate(SCREENS[:10], 1)]
