"""The two old encodings, against texts computed from their published tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.legacy import TCVN3, VNI, from_tcvn3, from_vni, lost_horn
from tests.exchange.legacy_text import letters_of, tcvn3, tcvn3_capitals, vni

SYLLABLES = st.sampled_from(
    "Nguyễn Thị Hòa đảng ủy phường Đông Thọ Quỳnh Ưng Ỷ Ẩn Ất Ơn Lữ Vỵ Kỵ Ỉm Ĩ Ịch Ôn Ếch Đặng Hằng Rừng Sửu".split()
)
NAMES = st.lists(SYLLABLES, min_size=1, max_size=5).map(" ".join)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NguyÔn ThÞ Hßa ®¶ng ñy ph\u00ad\u00eang §«ng Thä", "Nguyễn Thị Hòa đảng ủy phường Đông Thọ"),
        ("Uû ban nh©n d©n", "Uỷ ban nhân dân"),
        ("Hµ \u03bc µ", "Hà à à"),
    ],
)
def test_tcvn3_is_read(written: str, read: str) -> None:
    assert from_tcvn3(written) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Xin chaøo caùc baïn", "Xin chào các bạn"),
        ("Nguyeãn Thò Hoøa, Ñaûng uûy phöôøng", "Nguyễn Thị Hòa, Đảng ủy phường"),
        ("NGUYEÃN VAÊN AÙNH", "NGUYỄN VĂN ÁNH"),
        ("Aùnh Ñaëng", "Ánh Đặng"),
    ],
)
def test_vni_is_read(written: str, read: str) -> None:
    assert from_vni(written) == read


@given(NAMES.map(str.lower))
def test_tcvn3_comes_back_as_it_was(text: str) -> None:
    assert from_tcvn3(tcvn3(text)) == text


@given(NAMES)
def test_capitals_of_a_capital_font_come_back(text: str) -> None:
    assert from_tcvn3(tcvn3_capitals(text), capitals=True) == text.upper()


@given(NAMES, st.sampled_from([str.lower, str.upper, str.title]))
def test_vni_comes_back_as_it_was(text: str, case: object) -> None:
    text = case(text) if callable(case) else text
    assert from_vni(vni(text)) == text


@given(st.text(st.sampled_from(letters_of(TCVN3)), max_size=20))
def test_every_letter_of_tcvn3_comes_back(text: str) -> None:
    assert from_tcvn3(tcvn3(text)) == text


@given(st.text(st.sampled_from(letters_of(VNI)), max_size=20))
def test_every_letter_of_vni_comes_back(text: str) -> None:
    assert from_vni(vni(text)) == text


@pytest.mark.parametrize(
    ("written", "read"),
    [("NGUYÔN V¡N §¹T", "NGUYỄN VĂN ĐẠT"), ("®¶NG ñY PH\u00ad\u00eaNG", "ĐẢNG ỦY PHƯỜNG"), ("Lª Tó", "Lê Tú")],
)
def test_capitals_without_a_capital_font_are_told_by_their_neighbours(written: str, read: str) -> None:
    assert from_tcvn3(written) == read


@pytest.mark.parametrize(("text", "word"), [("phờng 1", "phờng"), ("ph ờng", "ph"), ("Hng", "Hng"), ("Cơng", "Cơng")])
def test_a_word_that_lost_its_horned_u_is_found(text: str, word: str) -> None:
    assert lost_horn(text) == word


@pytest.mark.parametrize("text", ["Nguyễn Thị Phượng", "Lu Văn An", "K'Brêu", "Tổ A", ""])
def test_a_word_in_order_is_not_suspected(text: str) -> None:
    assert lost_horn(text) is None
