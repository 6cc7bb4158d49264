"""Sign-in pages with their codes: what is written down of a page is what is printed on it, and the code can be read."""

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest

from desktop_app.forms.blocks import Document
from desktop_app.forms.documents.sign_in import FORM
from desktop_app.forms.form import Subject
from desktop_app.forms.pdf import print_pdf
from desktop_app.forms.pdf_code import LEFT_MM, SIDE_MM, dark_modules
from desktop_app.forms.pdf_rows import rows_by_page
from desktop_app.services import conferences, members, organizations, rolls, sheets
from desktop_app.services.store import Store
from tests.forms.measures import MM
from tests.round_office import draft, make_round, two_days

LONG = "Công Tằng Tôn Nữ Nguyễn Phúc Hoàng Thị Thùy Dương Bảo Ngọc"


@pytest.fixture
def crowd(blank: Store) -> int:
    """A conference of 70 people of two cells, some with names and positions that need several lines."""
    cells = [organizations.create_cell(blank, name).id for name in ("Đội Cung 1", "Đội Cung 2")]
    for at in range(70):
        name = f"{LONG}{at:02}" if at % 7 == 0 else f"Nguyễn Thị Tên{at:02}"
        members.enrol(blank, draft(name, cells[at % 2], at % 27))
    held = conferences.create(blank, make_round(blank), two_days())
    rolls.freeze(blank, held.id)
    return held.id


def printed(document: Document) -> pdfplumber.pdf.PDF:
    out = BytesIO()
    print_pdf(document, out)
    return pdfplumber.open(out)


def words(page: pdfplumber.page.Page) -> str:
    return " ".join(page.extract_text().split())


def test_every_page_lists_the_people_written_down_for_it(blank: Store, crowd: int) -> None:
    document = FORM.final(blank, Subject(conference_id=crowd))
    names = {row.member_id: row.full_name.split()[-1] for row in rolls.roll(blank, crowd)}
    kept = {state.page.code: state.page for state in sheets.pages(blank, crowd)}
    pages = printed(document).pages
    assert len(kept) == len(pages) > 4
    for code, page in zip(document.page_codes, pages, strict=True):
        assert code is not None
        on_paper = {word for word in words(page).split() if word in names.values()}
        assert on_paper == {names[member] for member in kept[code.digits].member_ids}


def test_every_person_stands_on_one_page_a_day(blank: Store, crowd: int) -> None:
    FORM.final(blank, Subject(conference_id=crowd))
    listed = [member for state in sheets.pages(blank, crowd) for member in state.page.member_ids]
    assert sorted(listed) == sorted([row.member_id for row in rolls.roll(blank, crowd)] * 2)


def test_the_foot_says_page_version_code_and_how_many(blank: Store, crowd: int) -> None:
    document = FORM.final(blank, Subject(conference_id=crowd))
    page = sheets.pages(blank, crowd)[0].page
    text = words(printed(document).pages[0])
    assert f"Trang 1/{page.pages} · Lần lập 1 · Mã {page.code}" in text
    came = "buổi sáng: có mặt ........ vắng ........; buổi chiều: có mặt ........ vắng ........"
    assert f"Trang này {len(page.member_ids)} người; {came}" in text


def test_codes_move_nothing_on_the_pages(blank: Store, crowd: int) -> None:
    chosen = Subject(conference_id=crowd)
    assert rows_by_page(FORM.document(blank, chosen)) == rows_by_page(FORM.final(blank, chosen))


def test_looking_at_the_pages_writes_nothing_down(blank: Store, crowd: int) -> None:
    text = words(printed(FORM.document(blank, Subject(conference_id=crowd))).pages[0])
    assert "Mã trang được cấp khi in" in text
    assert sheets.pages(blank, crowd) == []


def test_the_same_list_is_printed_with_the_same_codes(blank: Store, crowd: int) -> None:
    chosen = Subject(conference_id=crowd)
    assert FORM.final(blank, chosen).page_codes == FORM.final(blank, chosen).page_codes


def test_the_square_is_at_least_fifteen_millimetres_with_white_paper_around_it(blank: Store, crowd: int) -> None:
    page = printed(FORM.final(blank, Subject(conference_id=crowd))).pages[0]
    filled = [curve for curve in (*page.rects, *page.curves) if curve["fill"]]
    left, right = (edge(curve[side] for curve in filled) * MM for edge, side in ((min, "x0"), (max, "x1")))
    assert right - left == pytest.approx(SIDE_MM, abs=0.1) and SIDE_MM >= 15
    quiet = 4 * SIDE_MM / len(dark_modules("9000000001"))
    assert left == pytest.approx(LEFT_MM, abs=0.1) and left > quiet
    beside = [char["x0"] * MM for char in page.chars if char["x0"] * MM > right]
    assert min(beside) - right > quiet


def test_the_squares_on_the_paper_are_those_of_the_code() -> None:
    rows = dark_modules("9123456786")
    assert len(rows) == 21
    finder = "1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"
    corner = ["".join("1" if dark else "0" for dark in row[:7]) for row in rows[:7]]
    assert corner == list(finder)


def test_the_code_changes_sides_with_the_margins_of_a_sheet_printed_on_both_sides(blank: Store, crowd: int) -> None:
    document = replace(FORM.final(blank, Subject(conference_id=crowd)), two_sided=True)
    back = printed(document).pages[1]
    filled = [curve for curve in (*back.rects, *back.curves) if curve["fill"]]
    left = min(curve["x0"] for curve in filled) * MM
    names = [char["x1"] * MM for char in back.chars if char["x0"] * MM < left and char["size"] > 8.5]
    assert left == pytest.approx(210 - LEFT_MM - SIDE_MM, abs=0.1)
    assert max(names) + 4 * SIDE_MM / 21 < left
