"""Pages onto paper: which of them, in which order, how many times, which way the sheet lies."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter

from desktop_app.domain.refusal import Cancelled, Refusal
from desktop_app.services.progress import quiet
from desktop_app.ui.paper import chosen_pages, new_printer, print_pages, sides, strips

A4 = (595.0, 842.0)


def pages(*sizes: tuple[float, float]) -> bytes:
    """A PDF of empty pages."""
    writer, out = PdfWriter(), BytesIO()
    for width, height in sizes:
        writer.add_page(PageObject.create_blank_page(width=width, height=height))
    writer.write(out)
    return out.getvalue()


@pytest.fixture
def printer(qapp: object, tmp_path: Path) -> QPrinter:
    made = new_printer("Thử")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "giay.pdf"))
    made.setResolution(72)
    return made


@pytest.mark.parametrize(("asked", "printed"), [("", [0, 1, 2]), ("2-3", [1, 2]), ("3,1", [0, 2]), ("2-9", [1, 2])])
def test_the_pages_asked_for_are_printed(printer: QPrinter, asked: str, printed: list[int]) -> None:
    printer.setPageRanges(QPageRanges.fromString(asked))
    assert chosen_pages(printer, 3) == printed


def test_the_last_page_leaves_first_where_the_printer_stacks_face_up(printer: QPrinter) -> None:
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]


def test_pages_the_document_has_not_are_refused(printer: QPrinter) -> None:
    printer.setPageRanges(QPageRanges.fromString("8-9"))
    with pytest.raises(Refusal, match="chỉ có 3 trang"):
        chosen_pages(printer, 3)


@pytest.mark.parametrize(("collated", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_come_by_sets_or_by_pages(printer: QPrinter, collated: bool, order: list[int]) -> None:
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert sides(printer, [0, 1]) == order


def test_a_landscape_page_lies_landscape_on_paper(printer: QPrinter, tmp_path: Path) -> None:
    assert print_pages(pages(A4, A4[::-1]), printer, quiet) == 2
    printed = PdfReader(tmp_path / "giay.pdf").pages
    assert [page.mediabox.width > page.mediabox.height for page in printed] == [False, True]


def test_printing_can_be_stopped(printer: QPrinter) -> None:
    def stopped(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(pages(A4, A4), printer, stopped)


def test_strips_cover_the_page_without_a_seam() -> None:
    cut = list(strips(QSize(100, 1300)))
    assert cut[0].top() == 0 and cut[-1].bottom() == 1299
    assert all(above.bottom() >= below.top() for above, below in pairwise(cut))
