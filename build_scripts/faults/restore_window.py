"""One restore by hand on an empty profile: the real window, its buttons pressed, a file chosen, the code typed.

Started by itself on a screen, with the backup and the recovery code as arguments; exit 0 when the store is open.
"""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop_app.ui import ask
from desktop_app.ui.fields import Field
from desktop_app.ui.opening import Opening
from desktop_app.ui.start import application
from desktop_app.ui.window import Window

PATIENCE_MS = 120_000


class Clerk(ask.Boxes):
    """Chooses the backup and types the code, in whichever box asks."""

    def __init__(self, backup: Path, code: str) -> None:
        self.backup, self.code = backup, code

    def file_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> Path | None:
        return self.backup

    def value(self, parent: QWidget | None, sentence: str, field: Field, start: object, verb: str) -> object:
        return self.code


def press(window: Window, caption: str) -> None:
    (found,) = [b for b in window.findChildren(QPushButton) if b.text() == caption and b.isVisible()]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def wait(window: Window, done: Any) -> None:
    """Let the window live until something is so."""
    loop, timer, end = QEventLoop(), QTimer(interval=20), QTimer(singleShot=True, interval=PATIENCE_MS)
    timer.timeout.connect(lambda: loop.quit() if done() else None)
    end.timeout.connect(lambda: sys.exit("nothing happened"))
    timer.start()
    end.start()
    loop.exec()


def main(backup: Path, code: str) -> int:
    app = application()
    ask.answers = Clerk(backup, code)
    window = Window()
    opening = Opening(window)
    window.show()
    QApplication.processEvents()
    opening.begin()
    press(window, "Phục hồi từ bản sao lưu…")
    wait(window, lambda: window.desk is not None and not window.background.busy)
    window.leave_store()
    opening.unlock()
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
