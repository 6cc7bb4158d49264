"""The head of page 1 as long names stretch it: place and date on one line, no word broken, columns apart."""

from datetime import date
from typing import Any

import pytest

from desktop_app.domain.wording import place_and_date
from desktop_app.forms.blocks import Head, Orientation
from tests.forms.measures import find, seen

FORTY = "ĐẢNG ỦY TRƯỜNG ĐẠI HỌC CÔNG NGHỆ MIỀN TÂY"
PLACES = ("Hạc Thành", "Thành phố Thanh Hóa", "Thành phố Hồ Chí Minh Mới")
ISSUERS = ("ĐẢNG ỦY XÃ Y", "ĐẢNG ỦY PHƯỜNG HẠC THÀNH", FORTY)


def head(place: str, issuer: str = "ĐẢNG ỦY PHƯỜNG HẠC THÀNH") -> Head:
    return Head(
        superior="ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH",
        issuer=issuer,
        number_symbol="Số 05-BC/ĐU",
        place_and_date=place_and_date(place, date(2026, 11, 21)),
    )


@pytest.mark.parametrize("orientation", list(Orientation))
@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("place", PLACES)
def test_place_and_date_stand_on_one_line_in_full_size(
    printed: Any, place: str, issuer: str, orientation: Orientation
) -> None:
    line = find(printed(head(place, issuer), orientation=orientation).pages[0], place)
    assert line.text == f"{place}, ngày 21 tháng 11 năm 2026"
    assert line.size == 14


@pytest.mark.parametrize("issuer", ISSUERS)
@pytest.mark.parametrize("place", PLACES)
def test_the_columns_of_the_head_never_meet(printed: Any, place: str, issuer: str) -> None:
    page = printed(head(place, issuer)).pages[0]
    right = (find(page, "ĐẢNG CỘNG SẢN"), find(page, place))
    left = [line for line in seen(page) if line not in right]
    assert {word for line in left for word in line.text.split()} >= set(issuer.split())
    assert max(line.right for line in left) < min(line.left for line in right)
    assert min(line.left for line in left) >= 29.9 and max(line.right for line in right) <= 195.1


def test_an_issuer_a_little_too_long_takes_room_the_right_column_can_spare(printed: Any) -> None:
    page = printed(head("Hòa An", "ĐẢNG ỦY PHƯỜNG ĐÔNG SẦM SƠN")).pages[0]
    assert find(page, "ĐẢNG ỦY").text == "ĐẢNG ỦY PHƯỜNG ĐÔNG SẦM SƠN"
