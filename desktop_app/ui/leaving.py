"""Asking before a place is left in which something typed is not written yet. Dialogs ask by themselves."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.ui import ask, words

if TYPE_CHECKING:  # screens stand on the services, which are loaded after the window is shown
    from desktop_app.ui.screen import Screen

UNKEPT = "Chưa ghi những gì vừa nhập ở trang này."


def may_leave(parent: QWidget, screens: Iterable["Screen"], question: str) -> bool:
    """Whether these screens may go: nothing is typed there, or it is written now, or the clerk lets it go."""
    typed = [screen for screen in screens if screen.unsaved()]
    if not typed:
        return True
    keepers = [keep for screen in typed if (keep := screen.keep_unsaved()) is not None]
    can_keep = len(keepers) == len(typed)
    match ask.leave(parent, question, words.SAVE if can_keep else ""):
        case ask.Leaving.SAVE:
            return all_kept(keepers)
        case ask.Leaving.DROP:
            return True
    return False


def all_kept(keepers: Iterable[Callable[[], bool]]) -> bool:
    """Write one after another; False at the first that could not be."""
    return all(keep() for keep in keepers)


def lost(pages: Iterable["Screen"]) -> "list[Screen]":
    """Of pages that are closed, those that do not write what was typed by themselves."""
    return [page for page in pages if page.keep_unsaved() is None]
