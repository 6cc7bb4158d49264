"""Every printed document as a Word file and, where it has a table, as a workbook: the same people on each."""

from io import BytesIO

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document, Row, Table
from desktop_app.forms.documents import FORMS, form
from desktop_app.forms.form import Output, Subject
from desktop_app.forms.outputs import print_to
from desktop_app.services.store import Store

every_form = pytest.mark.parametrize("form_id", [each.id for each in FORMS])


def composed(store: Store, form_id: str) -> Document:
    """As composed with nothing chosen; papers that are about one person or a backup have tests of their own."""
    try:
        return form(form_id).document(store, Subject())
    except Refusal as refusal:
        pytest.skip(str(refusal))


def in_word(document: Document) -> set[str]:
    """The text of every paragraph."""
    out = BytesIO()
    print_to(document, Output.DOCX, out)
    lines = docx.Document(out).element.body.iter(qn("w:p"))
    return {"".join(each.text or "" for each in line.iter(qn("w:t"))) for line in lines}


def in_workbook(document: Document) -> set[str]:
    out = BytesIO()
    print_to(document, Output.XLSX, out)
    book = openpyxl.load_workbook(out)
    return {str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row}


def rows(document: Document) -> list[Row]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [row for table in tables for row in table.rows if isinstance(row, Row)]


@every_form
def test_a_word_file_holds_every_row_of_the_document(small_store: Store, form_id: str) -> None:
    document = composed(small_store, form_id)
    if not document.blocks:
        with pytest.raises(Refusal, match="chỉ lưu được thành tệp PDF"):
            in_word(document)
        return
    assert {row.cells[1] for row in rows(document)} <= in_word(document)


@every_form
def test_a_workbook_holds_every_row_of_the_document(small_store: Store, form_id: str) -> None:
    document = composed(small_store, form_id)
    if not rows(document):
        pytest.skip("no rows on this paper")
    assert {row.cells[1] for row in rows(document) if row.cells[1]} <= in_workbook(document)
