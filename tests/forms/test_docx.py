"""The Word file as whoever opens it finds it: its page, its styles, its tables, its words."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as Line

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import Block, Document, Orientation, Paragraph, Recipients, Section, Span
from desktop_app.forms.docx import print_docx
from desktop_app.forms.pdf import print_pdf
from tests.forms import cast
from tests.forms.every_block import EVERY, FIGURES, kinds

MM = 36000


def document(*blocks: Block, **properties: Any) -> Document:
    return Document(**{"title": "Thử", "blocks": blocks, **properties})


def bytes_of(*blocks: Block, **properties: Any) -> bytes:
    out = BytesIO()
    print_docx(document(*blocks, **properties), out)
    return out.getvalue()


def opened(*blocks: Block, **properties: Any) -> Any:
    return docx.Document(BytesIO(bytes_of(*blocks, **properties)))


def texts(word: Any) -> str:
    """All words of the body in order, those in tables too."""
    return "\n".join("".join(each.text or "" for each in line.iter(qn("w:t"))) for line in word.element.iter(qn("w:p")))


def style_of(word: Any, start: str) -> str:
    lines = (Line(line, word) for line in word.element.body.iter(qn("w:p")))
    return str(next(line.style and line.style.name for line in lines if line.text.startswith(start)))


def test_every_kind_of_block_is_tried_here() -> None:
    assert set(EVERY) == kinds()


@pytest.mark.parametrize("kind", sorted(kinds() - {Section}, key=str))
def test_every_kind_of_block_leaves_something_in_the_file(kind: type) -> None:
    assert opened(EVERY[kind]).element.xml != opened().element.xml


def test_the_page_is_a4_with_the_margins_of_the_guidance() -> None:
    page = opened(Paragraph("Một.")).sections[0]
    assert [round(side / MM) for side in (page.page_width, page.page_height)] == [210, 297]
    sides = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin, page.header_distance)
    assert [round(side / MM) for side in sides] == [20, 20, 30, 15, 10]


def test_the_first_page_carries_no_number_and_the_others_carry_it_in_the_middle() -> None:
    page = opened(Paragraph("Một.")).sections[0]
    assert page.different_first_page_header_footer
    assert 'w:instr="PAGE"' in page.header.paragraphs[0]._p.xml
    assert page.first_page_header.paragraphs[0]._p.xpath(".//w:fldSimple") == []
    assert page.header.paragraphs[0].style.name == "Số trang"


def test_an_annex_is_turned_and_counts_its_pages_anew() -> None:
    first, annex = opened(Paragraph("Thân"), Section(Orientation.LANDSCAPE), cast.names(3)).sections
    assert (first.page_width < first.page_height, annex.page_width > annex.page_height) == (True, True)
    assert annex._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"


def test_a_turned_page_of_the_same_document_goes_on_counting() -> None:
    _, turned = opened(
        Paragraph("Thân"), Section(Orientation.LANDSCAPE, restart_numbering=False), cast.names(3)
    ).sections
    assert turned._sectPr.find(qn("w:pgNumType")) is None
    assert not turned.different_first_page_header_footer


@pytest.mark.parametrize(
    ("start", "name", "size", "bold", "italic"),
    [
        ("ĐẢNG CỘNG SẢN", "Tiêu đề Đảng", 15, True, False),
        ("ĐẢNG BỘ TỈNH", "Cơ quan cấp trên", 14, False, False),
        ("ĐẢNG ỦY PHƯỜNG", "Cơ quan ban hành", 14, True, False),
        ("Số 05-BC/ĐU", "Số và ký hiệu", 14, False, False),
        ("Đông Thọ, ngày", "Địa danh, ngày tháng", 14, False, True),
        ("BÁO CÁO", "Tên loại văn bản", 16, True, False),
        ("T/M ĐẢNG ỦY", "Quyền hạn ký", 14, True, False),
        ("Nơi nhận:", "Nơi nhận", 14, False, False),
        ("- Lưu Văn phòng", "Danh sách nơi nhận", 12, False, False),
    ],
)
def test_components_have_the_type_of_the_guidance(start: str, name: str, size: float, bold: bool, italic: bool) -> None:
    word = opened(cast.head(), cast.title(), Paragraph("Một."), cast.closing())
    assert style_of(word, start) == name
    font = word.styles[name].font
    assert (font.size.pt, bool(font.bold), bool(font.italic)) == (size, bold, italic)


def test_everything_is_set_in_times_and_marked_as_vietnamese() -> None:
    styles = opened(Paragraph("Một.")).styles.element
    [fonts], [language] = styles.xpath("w:docDefaults//w:rFonts"), styles.xpath("w:docDefaults//w:lang")
    assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    assert language.get(qn("w:val")) == "vi-VN"


def test_the_body_is_justified_with_its_first_line_indented_and_exact_lines() -> None:
    word = opened(Paragraph("Một."))
    style, line = word.styles["Nội dung"].paragraph_format, word.paragraphs[0].paragraph_format
    assert (style.line_spacing.pt, style.space_before.pt, style.alignment) == (18, 6, 3)
    assert round(line.first_line_indent / MM) == 10


def test_the_rows_of_the_header_come_again_on_each_page_and_no_row_is_split() -> None:
    table = opened(FIGURES).tables[0]._tbl
    rows = table.findall(qn("w:tr"))
    assert [bool(row.xpath("w:trPr/w:tblHeader")) for row in rows] == [True, True, True, False, False, False]
    assert all(row.xpath("w:trPr/w:cantSplit") for row in rows)


def test_a_group_of_columns_and_a_total_stand_over_their_cells() -> None:
    table = opened(FIGURES).tables[0]
    assert table.cell(0, 2).text == table.cell(0, 3).text == "Kết quả"
    assert table.cell(0, 0).text == table.cell(1, 0).text == "STT"
    assert table.cell(5, 0).text == table.cell(5, 1).text == "Cộng"


def test_a_signature_is_held_to_the_words_before_it() -> None:
    lines = opened(Paragraph("Một."), Paragraph("Hai."), cast.closing()).paragraphs
    assert [bool(line.paragraph_format.keep_with_next) for line in lines[:3]] == [False, True, True]


@pytest.mark.parametrize(("year", "mark"), [(LayoutYear.Y2026, ";"), (LayoutYear.Y2018, ",")])
def test_recipients_are_closed_by_the_year_of_the_layout(year: LayoutYear, mark: str) -> None:
    written = texts(opened(Recipients(("Tỉnh ủy", "Lưu Văn phòng")), layout_year=year))
    assert written.split("\n")[1:4] == ["Nơi nhận:", f"- Tỉnh ủy{mark}", "- Lưu Văn phòng."]


def test_marks_of_the_document_and_two_sides_are_kept() -> None:
    word = opened(cast.head(), urgency="KHẨN", draft="Dự thảo lần 2", two_sided=True)
    assert texts(word).split("\n")[4:] == [
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Đông Thọ, ngày 05 tháng 02 năm 2026",
        "KHẨN",
        "Dự thảo lần 2",
        "",
    ]
    assert word.settings.element.find(qn("w:mirrorMargins")) is not None


def test_the_file_says_what_it_is_and_whose() -> None:
    properties = opened(title="Báo cáo", author="Đảng ủy phường", subject="kết quả").core_properties
    told = (properties.title, properties.author, properties.subject, properties.language)
    assert told == ("Báo cáo", "Đảng ủy phường", "kết quả", "vi-VN")


def test_the_same_document_makes_the_same_bytes() -> None:
    assert bytes_of(*EVERY.values()) == bytes_of(*EVERY.values())


def test_letters_are_composed_and_marks_of_xml_are_kept_as_words() -> None:
    assert "Hòa <b> & “C”" in texts(opened(Paragraph((Span("Ho\u0300a <b>"), Span(" & “C”", bold=True)))))


def test_a_character_no_file_may_hold_is_refused() -> None:
    with pytest.raises(Refusal, match=r"U\+0007"):
        bytes_of(Paragraph("Một\x07"))


def test_a_practice_office_marks_every_page() -> None:
    with ZipFile(BytesIO(bytes_of(Paragraph("Một."), practice=True))) as archive:
        marked = [name for name in archive.namelist() if "THỰC HÀNH" in archive.read(name).decode()]
    assert marked == ["word/header1.xml", "word/header2.xml", "word/footer1.xml"]


def test_giving_up_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def give_up(done: int, total: int) -> None:
        raise KeyboardInterrupt

    out = tmp_path / "bao-cao.docx"
    out.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        print_docx(document(Paragraph("Một.")), out, give_up)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("bao-cao.docx", b"old")]


def _words(pdf: Path) -> list[str]:
    read = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True)
    return [word for word in read.stdout.split() if word.strip(".…")]


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice and poppler")
def test_another_program_reads_the_words_of_our_pdf_in_the_same_order(tmp_path: Path) -> None:
    made = document(*(block for kind, block in EVERY.items() if kind.__name__ not in ("PageBreak", "Section", "Table")))
    print_docx(made, tmp_path / "a.docx")
    print_pdf(made, tmp_path / "ours.pdf")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    asked = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(tmp_path / "a.docx"),
    ]
    if subprocess.run(asked, capture_output=True, check=False).returncode or not (tmp_path / "a.pdf").exists():
        pytest.skip("this LibreOffice reads no files of Word")
    assert _words(tmp_path / "a.pdf") == _words(tmp_path / "ours.pdf")
