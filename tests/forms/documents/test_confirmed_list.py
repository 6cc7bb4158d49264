"""The list of essays that were confirmed: whose, by whom and when; what passed and waits is only counted."""

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.forms.documents import confirmed_list
from desktop_app.forms.wordings import save
from desktop_app.services import essay_forwarding, figures
from desktop_app.services.store import Store
from tests.forms.documents.conftest import pages_of
from tests.round_office import SmallRound, small_round


@pytest.fixture
def confirmed(blank: Store) -> SmallRound:
    made = small_round(blank)
    passed = figures.figures(blank, made.round_id)[Figure.PASSED]
    essay_forwarding.confirm(blank, made.round_id, passed, "Ban Thường vụ Đảng ủy", "2021-04-04")
    return made


def test_who_confirmed_stands_with_the_day(blank: Store, confirmed: SmallRound) -> None:
    text = " ".join(pages_of(blank, "confirmed-list"))
    assert "Nguyễn Văn An 1950 01/04/2021 04/04/2021 Ban Thường vụ Đảng ủy" in text
    assert "Tổng số: 1 bài" in text and "Trần Thị Ánh" not in text


def test_what_passed_and_waits_is_counted(blank: Store) -> None:
    small_round(blank)
    text = " ".join(pages_of(blank, "confirmed-list"))
    assert "chưa có bài thu hoạch nào được xác nhận; còn 1 bài đạt chưa xác nhận." in text


def test_another_cell_has_none(blank: Store, confirmed: SmallRound) -> None:
    text = " ".join(pages_of(blank, "confirmed-list", cell_id=confirmed.cell_ids[1]))
    assert "(Chi bộ Đội Cung 2)" in text and "chưa có bài thu hoạch nào được xác nhận." in text


def test_a_column_is_left_out_where_the_office_says_so(blank: Store, confirmed: SmallRound) -> None:
    words = {each.field: each for each in confirmed_list.FORM.words}
    save(blank, "confirmed-list", "Danh sách", words["column.received"], "-")
    assert "Ngày nộp" not in " ".join(pages_of(blank, "confirmed-list"))
