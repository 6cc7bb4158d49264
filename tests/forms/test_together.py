"""Several documents as one print."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Bookmark, Document, Orientation, Paragraph
from desktop_app.forms.labels import CARDS, Label, LabelDocument, Symbol
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.together import joined
from tests.forms import cast


def document(text: str, **others: object) -> Document:
    return replace(Document(title="Danh sách", blocks=(cast.head(), Paragraph(text))), **others)  # type: ignore[arg-type]


def read(made: Document) -> PdfReader:
    out = BytesIO()
    print_pdf(made, out)
    return PdfReader(out)


def test_each_document_begins_a_page_and_is_found_by_its_name() -> None:
    pages = read(joined([("Chi bộ A", document("Một.")), ("Chi bộ B", document("Hai."))]))
    assert ["Một." in page.extract_text() for page in pages.pages] == [True, False]
    assert [entry["/Title"] for entry in pages.outline] == ["Chi bộ A", "Chi bộ B"]  # type: ignore[call-overload]


def test_the_way_each_document_lies_is_kept() -> None:
    lying = document("Hai.", orientation=Orientation.LANDSCAPE)
    boxes = [page.mediabox for page in read(joined([("A", document("Một.")), ("B", lying)])).pages]
    assert [box.width > box.height for box in boxes] == [False, True]


def test_every_document_keeps_its_marks() -> None:
    made = joined([("A", document("Một.", draft="Dự thảo lần 1")), ("B", document("Hai.", draft="Dự thảo lần 1"))])
    assert all("Dự thảo lần 1" in page.extract_text() for page in read(made).pages)


def test_the_entries_of_a_document_stand_under_its_name() -> None:
    inner = Document(title="x", blocks=(Bookmark("Tổ 1"), Paragraph("Một.")))
    made = joined([("Chi bộ A", inner)])
    assert [(each.title, each.level) for each in made.blocks if isinstance(each, Bookmark)] == [
        ("Chi bộ A", 0),
        ("Tổ 1", 1),
    ]


def test_labels_go_on_on_the_same_sheets() -> None:
    one = LabelDocument(title="Nhãn", blocks=(), sheet=CARDS, labels=(label("An"),), symbol=Symbol.QR)
    two = replace(one, labels=(label("Bình"), label("Chi")))
    both = joined([("A", one), ("B", two)])
    assert isinstance(both, LabelDocument) and [each.name for each in both.labels] == ["An", "Bình", "Chi"]


def label(name: str) -> Label:
    return Label(name=name, cell="Đội Cung 1", code="00001")


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(Refusal, match="hãy chọn chi bộ khác"):
        joined([])
