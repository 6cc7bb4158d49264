"""Prints the manual: resources/manual and resources/help, with pictures taken of the practice office, as one PDF.

Usage: python -m build_scripts.manual [where]

Pictures are taken off the screen, on an office made for it. Beside the PDF a JSON file of the same name says on which
page each chapter begins; packing ships both, and the help page opens them.
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QIODevice, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTabWidget

from desktop_app.services.practice import create_practice
from desktop_app.services.store import open_office
from desktop_app.ui.manual import chapters, wanted
from desktop_app.ui.manual_pages import SIZE, Printed, write
from desktop_app.ui.window import Window

OUT = Path("out/huong-dan.pdf")


def pictures(names: Sequence[str], path: Path) -> Iterator[tuple[str, QImage]]:
    """Each place, and where it is named the tab of it, as it looks on the store at `path`."""
    window = Window()
    window.show()
    window.showNormal()
    window.resize(QSize(*SIZE))
    window.take(open_office(path))
    for name in names:
        place, _, tab = name.partition("/")
        window.go_to(place)
        screen = window.current()
        tabs = screen.findChild(QTabWidget) if screen else None
        if tab and isinstance(tabs, QTabWidget):
            tabs.setCurrentIndex([tabs.tabText(at) for at in range(tabs.count())].index(tab))
        while window.background.busy:
            QApplication.processEvents()
        QApplication.processEvents()
        yield name, window.grab().toImage()
    window.leave_store()
    window.hide()


def keep(path: Path, images: dict[str, QImage]) -> Printed:
    """The manual in a file, and the beginnings of its chapters in another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        sys.exit(f"Cannot write {path}: {file.errorString()}")
    printed = write(file, images)
    file.close()
    path.with_suffix(".json").write_text(json.dumps(printed.chapters, ensure_ascii=False), encoding="utf-8")
    return printed


def main(argv: Sequence[str]) -> int:
    path = Path(argv[0]) if argv else OUT
    if sys.platform == "linux":  # elsewhere the platform off the screen knows no fonts
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
            os.environ[name] = folder
        from desktop_app.ui.start import application

        made = application()
        store = Path(folder) / "thuc-hanh.sht"
        create_practice(store).close()
        images = dict(pictures(wanted(chapters()), store))
        printed = keep(path, images)
        made.processEvents()
    print(f"{path}: {printed.pages} trang, {len(images)} hình")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
