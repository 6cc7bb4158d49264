"""The data-check slip: what the register has of a person, numbers masked, room to write, two slips a page."""

import pytest

from db.values import MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import members
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.forms.documents.conftest import pages_of


def test_a_slip_shows_what_is_kept_and_hides_the_numbers(blank: Store) -> None:
    someone = a_member(blank, "Trần Thị Bình", citizen_id="038155001235")
    (page,) = pages_of(blank, "data-check", member_id=someone.id)
    assert "PHIẾU KIỂM TRA THÔNG TIN" in page and "Trần Thị Bình" in page and "05/02/1960" in page
    assert "•••••••••235" in page and "038155" not in page


def test_a_cell_gets_two_slips_a_page(blank: Store) -> None:
    people = [a_member(blank, f"Lê Văn {name}", "Đội Cung 9") for name in ("An", "Bình", "Cúc")]
    pages = pages_of(blank, "data-check", cell_id=people[0].cell_id)
    assert [page.count("PHIẾU KIỂM TRA") for page in pages] == [2, 1]
    assert "Lê Văn An" in pages[0] and "Lê Văn Cúc" in pages[1]


def test_those_who_died_get_no_slip(blank: Store) -> None:
    living = a_member(blank, "Lê Văn An")
    a_member(blank, "Lê Văn Bình", status=MemberStatus.DECEASED, status_date="2020-01-01")
    assert members.count(blank, members.MemberFilter(cell_id=living.cell_id)) == 2
    assert "Lê Văn Bình" not in " ".join(pages_of(blank, "data-check", cell_id=living.cell_id))


def test_a_cell_of_nobody_is_told(blank: Store) -> None:
    cell = a_cell(blank, "Đội Cung 9")
    with pytest.raises(Refusal, match="Chưa có đảng viên nào để in phiếu"):
        pages_of(blank, "data-check", cell_id=cell.id)
