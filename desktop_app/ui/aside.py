"""Reading that grows with the office: at once in a small one, beside the window in a large one. It writes nothing."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.services.members import MemberFilter, count
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk

T = TypeVar("T")
QUICK = 8_000


def is_quick(store: Store) -> bool:
    """Whether everyone of the office can be counted within the blink of an eye."""
    return count(store, MemberFilter()) <= QUICK


def read_aside(
    page: QWidget, desk: Desk, caption: str, work: Callable[[Store], T], show: Callable[[T], object]
) -> None:
    """`show(work(store))`; a page the clerk has left meanwhile is shown nothing, and a running job is not disturbed."""
    if is_quick(desk.store):
        show(work(desk.store))
    elif not desk.background.busy:
        desk.run(caption, lambda store, progress: work(store), lambda found: show(found) if isValid(page) else None)
