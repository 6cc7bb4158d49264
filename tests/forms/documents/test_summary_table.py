"""The statistics table on paper: the figures of the round, where they belong, adding up."""

from io import BytesIO

import pdfplumber

from desktop_app.domain.wording import grouped
from desktop_app.forms.statistics import cells, shown
from desktop_app.services.reports import summary
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, printed_bytes
from tests.forms.measures import MM
from tests.round_office import CELLS, SmallRound


def printed_rows(store: Store) -> list[list[str]]:
    """The ruled rows of all pages, without empty cells."""
    with pdfplumber.open(BytesIO(printed_bytes(store, "summary"))) as pdf:
        rows = [row for page in pdf.pages for table in page.extract_tables() for row in table]
    return [[" ".join(cell.split()) for cell in row if cell] for row in rows]


def test_a_row_a_cell_and_the_total_are_printed_as_counted(small_store: Store, small: SmallRound) -> None:
    figures, rows = summary(small_store, small.round_id), printed_rows(small_store)
    columns = shown(figures)
    for at, row in enumerate(figures.rows, 1):
        assert [str(at), row.name, *cells(row, columns)] in rows
    assert ["TỔNG CỘNG", *cells(figures.total, columns)] in rows


def test_the_paper_is_landscape(small_store: Store) -> None:
    with pdfplumber.open(BytesIO(printed_bytes(small_store, "summary"))) as pdf:
        assert {(round(page.width * MM), round(page.height * MM)) for page in pdf.pages} == {(297, 210)}


def test_both_denominators_are_named(read: Read, small_store: Store, small: SmallRound) -> None:
    text = read("summary")
    total = summary(small_store, small.round_id).total
    assert "số phải dự" in text and "(Số liệu tính đến ngày 05/4/2021)" in text
    assert grouped(total.must_attend) in text and total.total_percent in text
    assert all(name in text for name in CELLS[:2])
