"""The sheet of four figures: of the period asked for, or of this month."""

from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of


def test_the_sheet_shows_the_figures_of_its_period(read: Read) -> None:
    text = read("four-figures", period="2021-Q1")
    assert "quý I/2021" in text and "2.1 Số hội nghị quán triệt nghị quyết 1" in text
    assert "người tham gia là người có mặt ít nhất một buổi trong kỳ, kể cả dự một phần" in text
    assert "không ghi tên" not in text and "Tỷ lệ tính trên" in text


def test_this_month_is_meant_when_nothing_is_said(read: Read) -> None:
    assert "tháng 4/2021" in read("four-figures")


def test_an_empty_office_reports_nothing_held(blank: Store) -> None:
    text = " ".join(pages_of(blank, "four-figures"))
    assert "2.1 Số hội nghị quán triệt nghị quyết 0" in text and "2.4 Tỷ lệ đảng viên tham gia (%) –" in text
