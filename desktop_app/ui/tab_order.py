"""Tab goes through a screen as the eye does: in the order in which its parts are laid out. It knows no screen."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QSplitter, QTabWidget, QWidget


def follow_the_eye(inside: QWidget) -> None:
    """Put what Tab reaches into the order of the layouts."""
    for one, other in pairwise(laid(inside)):
        tabs = other.parentWidget()
        # the tabs hand the keyboard on to their bar, so they must stand where the bar stands
        QWidget.setTabOrder(one, tabs if isinstance(tabs, QTabWidget) else other)


def laid(each: QWidget | None) -> Iterator[QWidget]:
    """What takes the keyboard, part by part; what takes it itself has no parts."""
    if each is None:
        return
    if isinstance(each, QTabWidget):
        yield each.tabBar()
        for at in range(each.count()):
            yield from laid(each.widget(at))
    elif isinstance(each, QSplitter):
        for at in range(each.count()):
            yield from laid(each.widget(at))
    elif isinstance(each, QScrollArea):
        yield each
        yield from laid(each.widget())
    elif each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        yield each
    elif (layout := each.layout()) is not None:
        yield from laid_in(layout)


def laid_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from laid(widget)
        elif inner is not None:
            yield from laid_in(inner)
