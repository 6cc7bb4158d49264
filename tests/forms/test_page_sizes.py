"""Sheets other than A4, and slips that are cut from one."""

from io import BytesIO
from typing import Any

import docx
import pytest

from desktop_app.forms.blocks import Document, Orientation, PageBreak, PageSize, Paragraph
from desktop_app.forms.docx import print_docx
from desktop_app.forms.pdf import print_pdf
from tests.forms import cast
from tests.forms.measures import MM, find, seen


def size(page: Any) -> tuple[int, int]:
    return round(page.width * MM), round(page.height * MM)


def slips(count: int) -> list[Any]:
    """Slips that say their number, each on a page of its own."""
    return [block for at in range(1, count + 1) for block in (PageBreak(), Paragraph(f"Phiếu {at}"))]


@pytest.mark.parametrize(("turned", "paper"), [(Orientation.PORTRAIT, (148, 210)), (Orientation.LANDSCAPE, (210, 148))])
def test_a_sheet_of_a5_keeps_the_margins(printed: Any, turned: Orientation, paper: tuple[int, int]) -> None:
    page = printed(*[Paragraph(cast.SENTENCE * 6)] * 9, page_size=PageSize.A5, orientation=turned).pages[0]
    assert size(page) == paper
    assert min(line.left for line in seen(page)) == pytest.approx(30, abs=0.2)
    assert max(line.right for line in seen(page)) == pytest.approx(paper[0] - 15, abs=0.3)


def test_a_head_stands_on_a5_as_on_a4(printed: Any) -> None:
    page = printed(cast.head(), page_size=PageSize.A5, orientation=Orientation.LANDSCAPE).pages[0]
    assert find(page, "ĐẢNG CỘNG SẢN").right <= 195.3


def test_two_slips_stand_one_above_the_other_on_a4(printed: Any) -> None:
    pages = printed(*slips(3), page_size=PageSize.HALF).pages
    assert [size(page) for page in pages] == [(210, 297)] * 2
    first, second = find(pages[0], "Phiếu 1"), find(pages[0], "Phiếu 2")
    assert second.top - first.top == pytest.approx(148.5, abs=0.2)
    assert first.left == second.left


def test_four_slips_stand_on_a4_in_the_order_they_are_read(printed: Any) -> None:
    [page] = printed(*slips(4), page_size=PageSize.QUARTER).pages
    places = [find(page, f"Phiếu {at}") for at in range(1, 5)]
    assert places == sorted(places, key=lambda place: (round(place.top), place.left))
    assert places[1].left - places[0].left == pytest.approx(105, abs=0.2)


def test_slips_carry_no_page_numbers_and_lines_to_cut_along(printed: Any) -> None:
    page = printed(*slips(2), page_size=PageSize.HALF).pages[0]
    assert [line.text for line in seen(page)] == ["Phiếu 1", "Phiếu 2"]
    assert [round(line["top"] * MM, 1) for line in page.lines] == [148.5]


def test_the_number_of_sheets_is_told() -> None:
    assert print_pdf(Document(title="Thử", blocks=tuple(slips(5)), page_size=PageSize.QUARTER), BytesIO()) == 2


def test_every_sheet_of_slips_from_a_practice_office_says_so(printed: Any) -> None:
    pages = printed(*slips(3), page_size=PageSize.HALF, practice=True).pages
    assert all("THỰC HÀNH" in page.extract_text() for page in pages)


def test_a_slip_is_a_page_of_its_own_size_in_a_word_file() -> None:
    out = BytesIO()
    print_docx(Document(title="Thử", blocks=tuple(slips(2)), page_size=PageSize.HALF), out)
    page = docx.Document(out).sections[0]
    assert page.page_width is not None and page.page_height is not None
    assert (round(page.page_width.mm), round(page.page_height.mm, 1)) == (210, 148.5)
