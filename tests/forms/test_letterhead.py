"""Whose paper it is: the office's own head, signer, recipients, spelling and practice mark."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.blocks import Column, Paragraph, Recipients, Row, Table
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.services.store import Store
from tests.round_office import office


@pytest.fixture
def paper() -> Letterhead:
    return letterhead(office(practice=True))


def test_the_head_is_the_offices_on_its_today(paper: Letterhead) -> None:
    head = paper.head("Số 01-BC/ĐU")
    assert (head.superior, head.issuer) == ("ĐẢNG BỘ THÀNH PHỐ THANH HÓA", "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ")
    assert head.place_and_date == "Đông Thọ, ngày 05 tháng 4 năm 2021"


def test_an_office_without_recipients_reports_to_its_superior(store: Store) -> None:
    usual = ("Thành ủy Thanh Hóa (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy")
    assert letterhead(store).recipients() == Recipients(usual)


def test_a_superior_named_as_an_organization_is_not_reported_to_by_that_name(paper: Letterhead) -> None:
    other = replace(paper, office=replace(paper.office, parent="Đảng bộ tỉnh Nghệ An", recipients=()))
    assert other.superior() == ""
    assert other.recipients().items[0] == "Cấp ủy cấp trên trực tiếp (để báo cáo)"


def test_the_offices_spelling_reaches_every_text_but_no_name(paper: Letterhead) -> None:
    old = replace(paper, office=replace(paper.office, spelling="uỷ"))
    table = Table(columns=(Column("Đảng ủy viên"),), rows=(Row(("Lê Thị Thủy",)),))
    document = old.document("Thử", (Paragraph("Đảng ủy, ĐẢNG ỦY, Ủy ban"), table))
    first, second = document.blocks
    assert first == Paragraph("Đảng uỷ, ĐẢNG UỶ, Uỷ ban")
    assert second == Table(columns=(Column("Đảng uỷ viên"),), rows=(Row(("Lê Thị Thủy",)),))


def test_a_document_carries_the_offices_properties(paper: Letterhead) -> None:
    document = paper.document("Báo cáo", (), "Nghị quyết")
    assert (document.author, document.practice) == ("Đảng ủy phường Đông Thọ", True)
    assert document.layout_year is LayoutYear.Y2026


def test_the_paper_is_of_the_day_it_is_printed(paper: Letterhead) -> None:
    assert paper.on == date(2021, 4, 5)
