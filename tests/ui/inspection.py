"""What may be wrong with anything on the screen, whichever screen it is: each function tells the faults it sees."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

from desktop_app.ui.parts import ElidedLabel
from tests.ui.hands import typed

MEANT = "Nguyễn Thị Đào ở phường"
INPUTS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractItemView, QAbstractButton)
MANY = 200
CAPTIONED = (QPushButton, QCheckBox, QRadioButton)


def seen(inside: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    return [each for kind in kinds for each in inside.findChildren(kind) if each.isVisible()]


def cut_off(inside: QWidget) -> Iterator[str]:
    """Captions and labels that get less room than their words need; lines that give up their middle do so openly."""
    for each in seen(inside, *CAPTIONED):
        assert isinstance(each, QAbstractButton)
        needs = each.sizeHint()
        if each.text() and (each.width() < needs.width() - 1 or each.height() < needs.height() - 1):
            yield f"“{each.text()}” has no room"
    for line in seen(inside, QLabel):
        assert isinstance(line, QLabel)
        if not line.text() or isinstance(line, ElidedLabel) or line.sizePolicy().horizontalPolicy().name == "Ignored":
            continue
        if line.wordWrap():
            short = line.height() < line.heightForWidth(line.width()) - 1
        else:
            short = line.width() < line.sizeHint().width() - 1
        if short:
            yield f"“{line.text()[:60]}” has no room"


def outside(inside: QWidget) -> Iterator[str]:
    """Buttons and fields that no scroll bar brings into sight."""
    for each in seen(inside, QPushButton, QLineEdit, QComboBox):
        place = QRect(each.mapTo(inside, QPoint(0, 0)), each.size())
        if not scrolled(each, inside) and not inside.rect().contains(place):
            yield f"{told(each)} lies outside"


def scrolled(each: QWidget, inside: QWidget) -> bool:
    above = each.parentWidget()
    while above is not None and above is not inside:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def nameless(inside: QWidget) -> Iterator[str]:
    """What takes the keyboard and could not be read out."""
    for each in seen(inside, *INPUTS):
        part = isinstance(each, QHeaderView) or isinstance(each.parentWidget(), QComboBox)
        if part or each.focusPolicy() is Qt.FocusPolicy.NoFocus:
            continue
        caption = each.text() if isinstance(each, QAbstractButton) else ""
        if not (each.accessibleName() or caption):
            yield told(each)


def same_keys(inside: QWidget) -> Iterator[str]:
    """Keys that two different gestures claim at once; those of the window count on every screen."""
    claimed: dict[str, set[str]] = {}
    for each in [inside, *seen(inside, QWidget)]:
        for action in each.actions():
            if not action.shortcut().isEmpty() and action.isEnabled():
                claimed.setdefault(action.shortcut().toString(), set()).add(action.text())
    for key in listened(inside):
        claimed.setdefault(key, set()).add("the page")
    if not isinstance(inside, QDialog):
        only = Qt.FindChildOption.FindDirectChildrenOnly
        for shortcut in inside.window().findChildren(QShortcut, options=only):
            claimed.setdefault(shortcut.key().toString(), set()).add("the window")
    yield from (f"{keys}: {sorted(who)}" for keys, who in claimed.items() if len(who) > 1)


def listened(inside: QWidget) -> list[str]:
    found = inside.findChildren(QShortcut)
    return [each.key().toString() for each in found if each.context() is not Qt.ShortcutContext.WidgetShortcut]


def jumps(inside: QWidget) -> Iterator[str]:
    """Where Tab goes up or, within a row, to the left; but for what stands wholly further right, the next column.
    Compared are the parts of what holds both, so that what belongs together is gone through together. A round that
    nothing outside breaks comes back to its beginning once."""
    around = reached(inside)
    pairs = list(pairwise(around)) if None in around else list(pairwise([*around, *around[:1]]))
    found = [(one, other) for one, other in pairs if one and other and goes_back(one, other, inside)]
    for one, other in found if None in around else found[1:]:
        yield f"from {told(one)} to {told(other)}"


def goes_back(one: QWidget, other: QWidget, inside: QWidget) -> bool:
    first, then = sides(one, other, inside)
    above, left = then.bottom() <= first.top(), then.right() <= first.left()
    return (above and then.left() < first.right()) or (left and then.top() <= first.top())


def reached(inside: QWidget) -> list[QWidget | None]:
    """What Tab reaches from where the keyboard is, once round; None is anything that stands outside. The search box is
    reached by its keys, wherever it stands."""
    window, found = inside.window(), list[QWidget | None]()
    for _ in range(MANY):
        at = window.focusWidget()
        if at is None or at in found:
            break
        apart = not inside.isAncestorOf(at) or at.objectName() == "search"
        found.append(None if apart else at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return found


def sides(one: QWidget, other: QWidget, inside: QWidget) -> tuple[QRect, QRect]:
    """The parts of their nearest common holder in which they stand."""
    holder = one.parentWidget() or inside
    while not holder.isAncestorOf(other) and holder is not inside:
        holder = holder.parentWidget() or inside
    return part_of(holder, one), part_of(holder, other)


def part_of(holder: QWidget, each: QWidget) -> QRect:
    while each.parentWidget() not in (holder, None):
        each = each.parentWidget() or holder
    return each.geometry()


def torn(inside: QWidget) -> Iterator[str]:
    """Fields in which what is typed through UniKey does not stand as it was meant."""
    for each in seen(inside, QLineEdit, QPlainTextEdit, QTextEdit):
        assert isinstance(each, QLineEdit | QPlainTextEdit | QTextEdit)
        if each.isReadOnly() or not each.isEnabled():
            continue
        before = text_of(each)
        yield from (f"{told(each)}: {fault}" for fault in mistyped(each))
        each.setText(before) if isinstance(each, QLineEdit) else each.setPlainText(before)
        QApplication.processEvents()
    yield from torn_cells(inside)


def mistyped(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[str]:
    """What came of a text, or of figures where only figures are taken; nothing where it stands letter by letter."""
    for keys, meant in meanings(field):
        field.clear()
        field.setFocus()
        if not field.hasFocus():  # the window lies under another one; what completes listens from then on
            QApplication.sendEvent(field, QFocusEvent(QEvent.Type.FocusIn))
        typed(field, keys)
        if text_of(field) != meant:
            yield f"“{keys}” became “{text_of(field)}”"
    suggestions = QApplication.activePopupWidget()
    if suggestions is not None:
        suggestions.hide()


def meanings(field: QLineEdit | QPlainTextEdit | QTextEdit) -> Iterator[tuple[str, str]]:
    """What to type and what must then stand: a box of so many letters takes the first of them, one of figures the
    figures, and letters among them are refused without harm to what was typed before and is typed after."""
    if not isinstance(field, QLineEdit):
        yield MEANT, MEANT
    elif field.validator() is None:
        yield MEANT[: field.maxLength()], MEANT[: field.maxLength()]
    else:
        yield from (("12", "12"), ("1x2", "12"))


def torn_cells(inside: QWidget) -> Iterator[str]:
    """The same of the cells of tables that are written in place."""
    for each in seen(inside, QAbstractItemView):
        assert isinstance(each, QAbstractItemView)
        shut = each.editTriggers() == QAbstractItemView.EditTrigger.NoEditTriggers
        if shut or isinstance(each, QHeaderView) or each.model() is None:
            continue
        for column in (each.modelColumn(),) if isinstance(each, QListView) else range(each.model().columnCount()):
            cell = each.model().index(0, column)
            if cell.flags() & Qt.ItemFlag.ItemIsEditable:
                yield from torn_cell(each, cell)


def torn_cell(view: QAbstractItemView, cell: QModelIndex) -> Iterator[str]:
    view.edit(cell)
    editor = view.viewport().findChild(QLineEdit)
    if not isinstance(editor, QLineEdit):
        yield f"{told(view)}, column {cell.column()}: no line to type in"
        return
    yield from (f"{told(view)}, column {cell.column()}: {fault}" for fault in mistyped(editor))
    view.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
    QApplication.sendPostedEvents(editor, QEvent.Type.DeferredDelete.value)


def text_of(field: QLineEdit | QPlainTextEdit | QTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def told(each: QWidget) -> str:
    caption = each.text() if isinstance(each, QAbstractButton | QLineEdit) else ""
    return f"{type(each).__name__} {each.accessibleName() or caption or each.objectName()}"
