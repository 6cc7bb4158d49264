"""Reading that grows with the office: at once in a small one, beside the window in a large one. It writes nothing."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.services.members import MemberFilter, count
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk

T = TypeVar("T")
QUICK = 8_000
_waiting: WeakKeyDictionary[QWidget, Callable[[], object]] = WeakKeyDictionary()
"""Pages whose reading waits for the job that runs, with what each asked last."""


def is_quick(store: Store) -> bool:
    """Whether everyone of the office can be counted within the blink of an eye."""
    return count(store, MemberFilter()) <= QUICK


def read_aside(
    page: QWidget, desk: Desk, caption: str, work: Callable[[Store], T], show: Callable[[T], object]
) -> None:
    """`show(work(store))`; a page the clerk has left meanwhile is shown nothing. A running job is not disturbed: the
    reading begins when it has ended."""
    if is_quick(desk.store):
        show(work(desk.store))
    elif desk.background.busy:
        wait(page, desk, lambda: read_aside(page, desk, caption, work, show))
    else:
        _waiting.pop(page, None)
        desk.run(caption, lambda store, progress: work(store), lambda found: show(found) if isValid(page) else None)


def wait(page: QWidget, desk: Desk, read: Callable[[], object]) -> None:
    """Read when the background is free; of all that a page asks meanwhile, what it asked last."""

    def free() -> None:
        asked = _waiting.pop(page, None)
        if asked is not None and isValid(page):
            asked()

    if page not in _waiting:
        once = Qt.ConnectionType.SingleShotConnection
        desk.background.ended.connect(lambda: QTimer.singleShot(0, free), once)
    _waiting[page] = read
