"""What screens stand on in tests: a desk over an office, the window, and the answers to every box given in advance."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.store import Store
from desktop_app.ui import ask, style
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import Field
from desktop_app.ui.window import Window


@pytest.fixture(autouse=True)
def keys_up(qtbot: QtBot) -> None:
    """No key of an earlier test is still down: a click with Ctrl leaves Ctrl held for whatever selects next."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        idle = QWidget()
        qtbot.addWidget(idle)
        idle.show()
        QTest.keyRelease(idle, Qt.Key.Key_Control)


class Answers(ask.Boxes):
    """Instead of boxes: `coming` holds the answers in order, `asked` what was asked. A box nobody expected fails."""

    def __init__(self) -> None:
        self.coming: list[Any] = []
        self.asked: list[str] = []
        self.told: list[str] = []

    def answer(self, question: str) -> Any:
        self.asked.append(question)
        assert self.coming, f"a box nobody expected: {question}"
        return self.coming.pop(0)

    def confirm(self, parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
        return bool(self.answer(f"{sentence} [{verb}]"))

    def confirm_list(
        self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str, lasting: bool = False
    ) -> bool:
        return bool(self.answer("\n".join([f"{sentence} [{verb}]", *lines])))

    def leave(self, parent: QWidget | None, sentence: str, save: str) -> ask.Leaving:
        """True drops what is typed, False stays, `Leaving` says it outright."""
        given = self.answer(f"{sentence} [{' | '.join(filter(None, (save, ask.LEAVE)))}]")
        return given if isinstance(given, ask.Leaving) else ask.Leaving.DROP if given else ask.Leaving.STAY

    def tell(self, parent: QWidget | None, sentence: str) -> None:
        self.told.append(sentence)

    def warn(self, parent: QWidget | None, sentence: str) -> None:
        self.told.append(sentence)

    def file_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> Path | None:
        return self.answer(title)  # type: ignore[no-any-return]

    def files_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> list[Path]:
        return self.answer(title)  # type: ignore[no-any-return]

    def file_to_save(self, parent: QWidget | None, title: str, pattern: str, suggested: Path) -> Path | None:
        return self.answer(title)  # type: ignore[no-any-return]

    def folder(self, parent: QWidget | None, title: str, start: Path | None) -> Path | None:
        return self.answer(title)  # type: ignore[no-any-return]

    def printer(self, parent: QWidget | None, printer: QPrinter, pages: int) -> bool:
        """The answer sets the printer up, or is False where the clerk leaves the box."""
        given = self.answer(f"In {pages} trang")
        return bool(given and (given(printer) or True))

    def value(self, parent: QWidget | None, sentence: str, field: Field, start: object, verb: str) -> object:
        return self.answer(sentence)


@pytest.fixture(autouse=True)
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    given = Answers()
    monkeypatch.setattr(ask, "answers", given)
    return given


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> None:
    style.apply(qapp)


@pytest.fixture
def desk(store: Store, qtbot: QtBot) -> Iterator[Desk]:
    """A desk over an office in memory."""
    made = Desk(store, Background())
    yield made
    made.background.wait()


@pytest.fixture
def window(store_path: Path, qtbot: QtBot) -> Iterator[Window]:
    """The whole window on an office in a file."""
    from desktop_app.services.store import open_office

    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.take(open_office(store_path))
    yield made
    made.leave_store()
