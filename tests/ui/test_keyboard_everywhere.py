"""One walk through the whole window, and what must hold wherever it leads: keys, names for the ear, room for the words,
letters as UniKey sends them."""

import gc
import pkgutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLineEdit, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.practice import create_practice
from desktop_app.services.store import open_office
from desktop_app.ui import ask, screens
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Screen
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.compare_page import ComparePage
from desktop_app.ui.screens.first_run_page import FirstRunPage
from desktop_app.ui.screens.seating_plan import SeatingPlanPage
from desktop_app.ui.shortcuts import everywhere
from desktop_app.ui.window import Window
from tests.ui.inspection import cut_off, jumps, nameless, outside, same_keys, torn
from tests.ui.test_shortcuts import gather
from tests.ui.tour import Bystander, Tour

# Shown only with a file that came back, a document that was issued, or questions of the moment.
ELSEWHERE = {
    "BlockPage",
    "DecisionPage",
    "EssaySheetPage",
    "IssuedPrint",
    "ReturnPage",
    "SheetPageScreen",
    "WhyPage",
}
PATTERNS = {"ReadPage", "TabbedPage", "TableScreen", "TextsPage"}
# 1366 × 768 at 125 %, and at 100 %, without the task bar and the frame of the window.
SMALL, USUAL = (1093, 544), (1366, 728)
PEOPLE = 120


class Found:
    """What the walk met, by kind of fault; and where it went."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.faults: dict[str, set[str]] = {}
        self.keys: dict[str, list[list[str]]] = {}
        self.screens: list[weakref.ref[Screen]] = []

    def visit(self, where: str, widget: QWidget) -> None:
        for size in (SMALL, USUAL) if isinstance(widget, Screen) else (USUAL,):
            resized(widget, size)
            self.look(where, widget, (cut_off, outside))
        self.look(where, widget, (nameless, same_keys, jumps, torn))
        if isinstance(widget, Screen):
            gather(self.keys, widget)
            self.screens.append(weakref.ref(widget))

    def look(self, where: str, widget: QWidget, checks: Sequence[Callable[[QWidget], Iterable[str]]]) -> None:
        for check in checks:
            told = {f"{where} ({widget.window().width()}): {fault}" for fault in check(widget)}
            self.faults.setdefault(check.__name__, set()).update(told)


def resized(screen: QWidget, size: tuple[int, int]) -> None:
    """The window of a screen at another size, laid out anew."""
    if isinstance(screen, Screen):
        screen.window().resize(*size)
        QApplication.processEvents()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Iterator[Found]:
    """The walk, once for all the tests here."""
    folder = tmp_path_factory.mktemp("tour")
    create_practice(folder / "p.sht", members=PEOPLE).close()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            patch.setenv(name, str(folder))
        yield walked(folder / "p.sht", patch)


class Shut(QObject):
    """Takes every file the program hands to the system, and opens none."""

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        return None


def walked(path: Path, patch: pytest.MonkeyPatch) -> Found:
    found = Found()
    patch.setattr(ask, "answers", Bystander(found.visit))
    shut, window = Shut(), Window()
    QDesktopServices.setUrlHandler("file", shut, "open")  # type: ignore[arg-type]  # the stub wants bytes, Qt a name
    window.show()
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*USUAL)
    window.take(open_office(path))
    assert window.desk is not None
    found.seen = Tour(window, found.visit).walk(hard_to_come_by(window.desk))
    window.leave_store()
    window.hide()
    QDesktopServices.unsetUrlHandler("file")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return found


def hard_to_come_by(desk: Desk) -> Sequence[Screen]:
    """Pages no button leads to in the practice office."""
    return FirstRunPage(desk), ComparePage(desk, 20, 21), SeatingPlanPage(desk, 1)


def screen_classes() -> set[str]:
    """Every kind of screen there is."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    waiting, named = [Screen], set()
    while waiting:
        kinds = waiting.pop().__subclasses__()
        waiting += kinds
        named |= {kind.__name__ for kind in kinds if kind.__module__.startswith("desktop_app")}
    return named


def test_the_walk_leads_to_every_screen(found: Found) -> None:
    assert screen_classes() - found.seen - ELSEWHERE - PATTERNS == set()


def test_no_words_are_cut_off_at_the_smallest_screen_we_promise(found: Found) -> None:
    assert found.faults["cut_off"] == set()


def test_no_button_or_field_lies_outside_the_window(found: Found) -> None:
    assert found.faults["outside"] == set()


def test_everything_the_keyboard_reaches_has_a_name_that_can_be_read_out(found: Found) -> None:
    assert found.faults["nameless"] == set()


def test_no_two_gestures_of_a_screen_have_the_same_keys(found: Found) -> None:
    assert found.faults["same_keys"] == set()


def test_no_screen_stays_in_memory_once_it_is_left(found: Found) -> None:
    left = [screen for each in found.screens if (screen := each()) is not None]
    assert len(found.screens) > len(SCREENS)
    assert [type(screen).__name__ for screen in left] == []


def test_all_keys_are_written_down(found: Found) -> None:
    """Otherwise `python -m tests.ui.test_shortcuts` writes them anew."""
    told = {title: [list(pair) for pair in pairs] for title, pairs in everywhere().items()}
    assert found.keys == told


def test_tab_follows_the_eye(found: Found) -> None:
    assert found.faults["jumps"] == set()


def test_every_text_typed_through_unikey_stands_as_it_was_meant(found: Found) -> None:
    assert found.faults["torn"] == set()


def editable(mode: QCompleter.CompletionMode) -> QComboBox:
    """A box that completes as Qt does by itself, or otherwise."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(["Nguyên Phúc", "Nguyệt"])
    made = box.completer()
    assert made is not None
    made.setCompletionMode(mode)
    return box


def test_unikey_tears_what_a_box_completes_within_the_line_and_nothing_else(qtbot: QtBot) -> None:
    within, below = QCompleter.CompletionMode.InlineCompletion, QCompleter.CompletionMode.PopupCompletion
    for mode, faults in ((within, 1), (below, 0)):
        outer = QWidget()
        qtbot.addWidget(outer)
        editable(mode).setParent(outer)
        with qtbot.waitActive(outer):
            outer.show()
        assert len(list(torn(outer))) == faults


def test_unikey_is_tried_in_the_cells_of_a_table_and_in_boxes_of_a_few_letters(qtbot: QtBot) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    cells, short = QTableWidget(1, 2, outer), QLineEdit(outer)
    short.setAccessibleName("Số thẻ")
    short.setMaxLength(7)
    short.textEdited.connect(lambda text: short.setText(text.strip()))
    with qtbot.waitActive(outer):
        outer.show()
    assert list(torn(outer)) == ["QLineEdit Số thẻ: “Nguyễn ” became “Nguyễn”"]
    assert cells.item(0, 0) is None


def test_the_eye_sees_a_cut_caption(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton

    outer = QWidget()
    qtbot.addWidget(outer)
    pressed = QPushButton("Danh sách triệu tập", outer)
    outer.show()
    pressed.resize(40, 24)
    assert list(cut_off(outer)) == ["“Danh sách triệu tập” has no room"]
