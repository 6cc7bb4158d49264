"""The printed file as a whole: its page, its properties, its letters, its practice mark."""

import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Bookmark, Document, GroupRow, Heading, Orientation, Paragraph, Row, Section, Table
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.pdf_fonts import LETTERS
from tests.forms import cast
from tests.forms.measures import MM, find, seen, texts


def document(*blocks: Any, **properties: Any) -> Document:
    return Document(**{"title": "Thử", "blocks": blocks, **properties})


def bytes_of(*blocks: Any, **properties: Any) -> bytes:
    out = BytesIO()
    print_pdf(document(*blocks, **properties), out)
    return out.getvalue()


def reader_of(*blocks: Any, **properties: Any) -> Any:
    return pypdf.PdfReader(BytesIO(bytes_of(*blocks, **properties)))


def test_the_page_is_a4_with_the_margins_of_the_guidance(printed: Any) -> None:
    page = printed(*[Paragraph(cast.SENTENCE * 6)] * 12).pages[0]
    lines = seen(page)
    assert (round(page.width * MM), round(page.height * MM)) == (210, 297)
    assert min(line.left for line in lines) == pytest.approx(30, abs=0.2)
    assert max(line.right for line in lines) == pytest.approx(195, abs=0.3)
    assert 20 <= lines[0].top <= 21
    assert lines[-1].top + lines[-1].size * MM <= 277


def test_a_landscape_page_keeps_the_margins(printed: Any) -> None:
    page = printed(*[Paragraph(cast.SENTENCE * 6)] * 12, orientation=Orientation.LANDSCAPE).pages[0]
    lines = seen(page)
    assert (round(page.width * MM), round(page.height * MM)) == (297, 210)
    assert min(line.left for line in lines) == pytest.approx(30, abs=0.2)
    assert max(line.right for line in lines) == pytest.approx(282, abs=0.3)
    assert lines[-1].top + lines[-1].size * MM <= 190


def test_on_the_back_of_a_leaf_the_margins_change_sides(printed: Any) -> None:
    front, back, _ = printed(*[Paragraph(cast.SENTENCE * 6)] * 20, two_sided=True).pages[:3]
    assert min(line.left for line in seen(front)) == pytest.approx(30, abs=0.2)
    assert min(line.left for line in seen(back)) == pytest.approx(15, abs=0.2)
    assert max(line.right for line in seen(back)) == pytest.approx(180, abs=0.3)


def test_page_numbers_stand_at_the_top_in_the_middle_from_page_two_on(printed: Any) -> None:
    pages = printed(*[Paragraph(cast.SENTENCE * 6)] * 20).pages
    assert seen(pages[0])[0].text.startswith("Đảng ủy")
    for number, page in enumerate(pages[1:], 2):
        first = seen(page)[0]
        assert (first.text, first.size, first.font) == (str(number), 14, "LiberationSerif")
        assert first.top == pytest.approx(10, abs=0.6)
        assert first.middle == pytest.approx(112.5, abs=0.5)


def test_an_annex_turns_the_page_and_numbers_its_pages_apart(printed: Any) -> None:
    pages = printed(Paragraph("Thân"), Section(Orientation.LANDSCAPE), cast.names(40)).pages
    assert [round(page.width * MM) for page in pages[:2]] == [210, 297]
    assert seen(pages[1])[0].text.startswith("STT")
    assert seen(pages[2])[0].text == "2"


def test_a_turned_page_of_the_same_document_goes_on_counting(printed: Any) -> None:
    pages = printed(Paragraph("Thân"), Section(Orientation.LANDSCAPE, restart_numbering=False), Paragraph("Biểu")).pages
    assert seen(pages[1])[0].text == "2"


def test_a_document_that_begins_with_a_section_has_no_empty_page(printed: Any) -> None:
    pages = printed(Section(Orientation.LANDSCAPE), Paragraph("Phụ lục")).pages
    assert [round(page.width * MM) for page in pages] == [297]


def test_a_document_without_blocks_is_one_blank_page(printed: Any) -> None:
    assert texts(printed()) == [""]


def test_every_marked_letter_comes_back_as_it_was(printed: Any) -> None:
    words = [LETTERS[at : at + 20] for at in range(0, len(LETTERS), 20)]
    table = Table(columns=cast.COLUMNS[:1], rows=tuple(Row((word,)) for word in words))
    text = printed(*map(Paragraph, words), *map(Heading, words), table).pages[0].extract_text()
    assert len(LETTERS) == 134
    assert all(text.count(word) == 3 for word in words)


def test_decomposed_text_is_printed_composed(printed: Any) -> None:
    loose = unicodedata.normalize("NFD", "Nguyễn Thị Phượng")
    text = printed(Paragraph(loose)).pages[0].extract_text()
    assert text == "Nguyễn Thị Phượng"


@pytest.mark.parametrize("char", ["😀", "漢", "\x07", "\ue000"])
def test_a_character_outside_the_font_is_refused_by_its_own_name(char: str) -> None:
    with pytest.raises(Refusal, match=f"U\\+{ord(char):04X}") as refused:
        bytes_of(cast.names(3), Paragraph(f"Nguyễn Văn An {char}"))
    assert "Nguyễn" not in str(refused.value)


def test_a_mark_without_its_letter_is_refused() -> None:
    with pytest.raises(Refusal, match=r"U\+0309"):
        bytes_of(Paragraph("q\u0309"))


def test_a_refused_print_leaves_the_old_file_alone(tmp_path: Path) -> None:
    out = tmp_path / "in.pdf"
    out.write_bytes(b"old")
    with pytest.raises(Refusal):
        print_pdf(document(Paragraph("漢")), out)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


def test_a_file_is_written_whole_and_its_pages_counted(tmp_path: Path) -> None:
    out = tmp_path / "Danh sách.pdf"
    assert print_pdf(document(cast.names(60)), out) == len(pypdf.PdfReader(out).pages) == 3
    assert [file.name for file in tmp_path.iterdir()] == ["Danh sách.pdf"]


def test_the_same_document_gives_the_same_bytes() -> None:
    blocks = cast.head(), cast.title(), cast.names(40), cast.closing()
    assert bytes_of(*blocks, practice=True) == bytes_of(*blocks, practice=True)


def test_progress_names_every_page() -> None:
    told: list[tuple[int, int]] = []
    print_pdf(document(cast.names(60)), BytesIO(), lambda page, pages: told.append((page, pages)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_the_file_tells_its_title_author_subject_and_language() -> None:
    reader = reader_of(title="Báo cáo", author="Đảng ủy phường", subject="Nghị quyết")
    metadata = reader.metadata
    assert (metadata.title, metadata.author, metadata.subject) == ("Báo cáo", "Đảng ủy phường", "Nghị quyết")
    assert reader.root_object["/Lang"] == "vi"


def test_every_font_of_the_file_is_embedded() -> None:
    reader = reader_of(cast.head(), cast.title(), cast.names(3), cast.closing(), practice=True)
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert len(fonts) == 3
    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts)


def test_the_outline_leads_to_the_cells_of_a_list() -> None:
    rows = GroupRow("Chi bộ 1"), Row(("1", "An", "")), GroupRow("Chi bộ 2"), Row(("2", "Bình", ""))
    reader = reader_of(cast.title(), Table(columns=cast.COLUMNS, rows=rows))
    top, cells = reader.outline
    assert top["/Title"] == "BÁO CÁO kết quả nghiên cứu, học tập Nghị quyết"
    assert [cell["/Title"] for cell in cells] == ["Chi bộ 1", "Chi bộ 2"]


def test_bookmarks_of_one_level_stay_on_one_level() -> None:
    blocks = Bookmark("Một", level=2), Paragraph("a"), Bookmark("Hai", level=2), Paragraph("b")
    reader = reader_of(*blocks)
    assert [entry["/Title"] for entry in reader.outline] == ["Một", "Hai"]


def test_every_practice_page_says_so_and_still_reads_in_order(printed: Any) -> None:
    blocks = [Paragraph(cast.SENTENCE * 6)] * 12
    plain, practice = texts(printed(*blocks)), texts(printed(*blocks, practice=True))
    assert practice == [f"{text}\nTHỰC HÀNH" for text in plain]


def test_the_practice_mark_runs_across_the_page_paler_than_the_text() -> None:
    reader = reader_of(Paragraph("Một"), practice=True)
    marks = [form.get_object() for form in reader.pages[0]["/Resources"]["/XObject"].values()]
    assert len(marks) == 1
    assert b".89 G" in marks[0].get_data()


def test_body_type_is_fourteen_points_on_lines_of_eighteen(printed: Any) -> None:
    lines = seen(printed(Paragraph(cast.SENTENCE * 4)).pages[0])
    steps = {round((low.top - high.top) / MM, 0) for high, low in pairwise(lines)}
    assert {line.size for line in lines} == {14}
    assert steps == {18}
    assert lines[0].left == pytest.approx(40, abs=0.2)
    assert find(printed(Paragraph("Một", indent=False)).pages[0], "Một").left == pytest.approx(30, abs=0.2)
