"""The ways a document leaves the program: as pages to sign, as text to edit, as tables to count on."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document
from desktop_app.forms.delivery import Progress
from desktop_app.forms.form import Output

CAPTIONS: Mapping[Output, str] = {Output.PDF: "PDF", Output.DOCX: "Word", Output.XLSX: "Excel"}


def by_ending(path: Path) -> Output:
    """What a file of this name is wanted as; pages where its ending says nothing."""
    ending = path.suffix.lower().removeprefix(".")
    return Output(ending) if ending in tuple(Output) else Output.PDF


def print_to(document: Document, output: Output, out: BinaryIO | Path, progress: Progress | None = None) -> int | None:
    """Number of pages, or of sheets; None for a text, which finds its pages where it is opened. A file at `out` is
    replaced only by a whole one. Raises Refusal for what cannot be printed so, OSError where it cannot be written."""
    if output is not Output.PDF and not document.blocks:
        raise Refusal("Thẻ và nhãn chỉ lưu được thành tệp PDF; hãy lưu PDF.")
    match output:
        case Output.PDF:
            from desktop_app.forms.pdf import print_pdf

            return print_pdf(document, out, progress)
        case Output.DOCX:
            from desktop_app.forms.docx import print_docx

            print_docx(document, out, progress)
            return None
        case Output.XLSX:
            from desktop_app.forms.xlsx import print_xlsx

            return print_xlsx(document, out, progress)
