"""Pages that leave the program: onto paper, into a file, into the machine's own viewer; each leaving is written down.

What the pages say and how they are made is not its business.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from db.values import OutputKind
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import journal
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.settings import remember, remembered_text

FOLDER = "print/folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """A document on its way out. `name` is its file's (“….pdf”), `titles` what it is and of whom; `data` makes the PDF
    that leaves, in any thread; `writes` where making it writes into the store."""

    desk: Desk
    parent: QWidget
    name: str
    titles: tuple[str, str]
    pages: int
    data: Callable[[Store], bytes]
    writes: bool = False
    two_sided: bool = False

    def made(self, then: Callable[[bytes], object]) -> None:
        """Go on with the PDF."""
        if not self.writes:
            then(self.data(self.desk.store))
            return

        def work(store: Store, progress: Progress) -> bytes:
            return self.data(store)

        self.desk.run(f"Cấp mã trang {self.titles[0]}", work, then, writes=True)


def folder() -> Path:
    """Where files were saved last."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(remembered_text(FOLDER) or documents)


def unwritable(path: Path) -> str:
    """Why a file is not there, and what to do."""
    return f"Không ghi được “{path.name}”; hãy đóng tệp ấy nếu đang mở, hoặc chọn thư mục khác."


def written(path: Path, data: bytes) -> None:
    """A whole file or none. Raises Refusal."""
    try:
        whole = path.with_name(path.name + ".part")
        whole.write_bytes(data)
        os.replace(whole, path)
    except OSError:
        raise Refusal(unwritable(path)) from None


def save_pdf(leaving: Leaving, path: Path) -> None:
    """The pages as a PDF file."""

    def keep(data: bytes) -> None:
        try:
            written(path, data)
        except Refusal as refusal:
            leaving.desk.refused.emit(str(refusal))
        else:
            saved(leaving.desk, path, leaving.titles)

    leaving.made(keep)


def saved(desk: Desk, path: Path, titles: tuple[str, str]) -> None:
    """Write down and tell that a file was saved."""
    remember(FOLDER, str(path.parent))
    journal.record_output(desk.store, *titles, OutputKind.EXPORT)
    desk.said.emit(f"Đã lưu {path.name} vào {words.shortened(str(path.parent))}.", False)


def open_folder(desk: Desk) -> None:
    """Show the folder files were saved in last."""
    if not folder().is_dir() or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder()))):
        desk.refused.emit("Không mở được thư mục đã lưu; hãy lưu tệp lần nữa rồi mở lại.")


def open_outside(leaving: Leaving) -> None:
    """The pages in the program the machine opens PDF files with."""
    from desktop_app.ui.opened_files import open_pdf

    def show(data: bytes) -> None:
        try:
            open_pdf(data, leaving.name)
        except Refusal as refusal:
            leaving.desk.refused.emit(str(refusal))
        else:
            journal.record_output(leaving.desk.store, *leaving.titles, OutputKind.EXPORT)

    leaving.made(show)


def print_paper(leaving: Leaving) -> None:
    """Ask which printer, pages and copies, then print beside the window."""
    from desktop_app.ui import paper, printer_offset

    desk, (what, about) = leaving.desk, leaving.titles
    printer = paper.new_printer(leaving.name.removesuffix(".pdf"), leaving.two_sided)
    if not ask.choose_printer(leaving.parent, printer, leaving.pages):
        return
    offset = printer_offset.remembered(printer.printerName())

    def work(store: Store, progress: Progress) -> int:
        sides = paper.print_pages(leaving.data(store), printer, progress, offset)
        journal.record_output(store, what, about)
        return sides

    def sent(sides: int) -> None:
        where = f" {printer.printerName()}" if printer.printerName() else ""
        desk.said.emit(f"Đã gửi {grouped(sides)} trang tới máy in{where}.", False)

    desk.run(f"In {what}", work, sent, writes=leaving.writes)
