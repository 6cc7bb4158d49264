"""What a print says of itself to archives."""

from io import BytesIO

from pypdf import PdfReader

from desktop_app.forms.blocks import Document, Paragraph
from desktop_app.forms.pdf import print_pdf


def printed(document: Document) -> PdfReader:
    out = BytesIO()
    print_pdf(document, out)
    return PdfReader(out)


def test_the_packet_says_what_the_properties_say() -> None:
    made = Document(title="Báo cáo A & B", author="Đảng ủy <thử>", subject="kết quả", blocks=(Paragraph("Một."),))
    read = printed(made)
    told = read.xmp_metadata
    assert told is not None and read.metadata is not None
    assert (told.dc_title, told.dc_creator) == ({"x-default": "Báo cáo A & B"}, ["Đảng ủy <thử>"])
    assert (told.dc_description, told.dc_language) == ({"x-default": "kết quả"}, ["vi"])
    assert (read.metadata.title, told.xmp_creator_tool) == ("Báo cáo A & B", "Sổ Học Tập")


def test_the_packet_is_the_same_each_time() -> None:
    made = Document(title="Kế hoạch", blocks=(Paragraph("Một."),))
    one, other = BytesIO(), BytesIO()
    print_pdf(made, one)
    print_pdf(made, other)
    assert one.getvalue() == other.getvalue() and b"<dc:title>" in one.getvalue()
