"""Single cells: what is kept of each, and what a person is asked to look at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import show_date
from desktop_app.exchange.sheets import Value
from desktop_app.exchange.values import EXCEL_EPOCH, proper_case, readers

READ = readers(date(2026, 3, 15))


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("  Nguyễn\u00a0 Văn  An ", "Nguyễn Văn An"),
        ("Nguye\u0302\u0303n Va\u0306n An", "Nguyễn Văn An"),
        ("K'BRÊU", "K'Brêu"),
        ("H'HEN NIÊ", "H'Hen Niê"),
        ("LÊ VĂN TÁM II", "Lê Văn Tám II"),
        ("Ðỗ Thị Hoà", "Đỗ Thị Hoà"),
        ("Đ/c Nguyễn Văn An", "Nguyễn Văn An"),
        ("Y Hoàng", "Y Hoàng"),
    ],
)
def test_a_name_is_tidied(written: str, kept: str) -> None:
    assert READ["full_name"](written) == (kept, None)


def test_a_name_with_a_digit_is_told() -> None:
    name, remark = READ["full_name"]("Nguyễn Văn An 2")
    assert name == "Nguyễn Văn An 2" and remark and "chữ số" in remark


@given(st.lists(st.sampled_from(["Nguyễn", "Thị", "Ánh", "Đỗ", "Hòa", "Ê", "Yến"]), min_size=1, max_size=4))
def test_capitals_are_undone(words: list[str]) -> None:
    assert proper_case(" ".join(words).upper()) == " ".join(words)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("Nam", "male"), ("NỮ", "female"), ("nu", "female"), ("Nữ, Kinh, không", "female"), ("", None), ("-", None)],
)
def test_a_gender_is_read(written: str, kept: str | None) -> None:
    assert READ["gender"](written) == (kept, None)


def test_an_unknown_gender_is_left_out_and_told() -> None:
    value, remark = READ["gender"]("khác")
    assert value is None and remark and "“khác”" in remark


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("05/02/1960", "1960-02-05"),
        ("5.2.60", "1960-02-05"),
        ("5/2/28", "1928-02-05"),
        ("5/2/05", "2005-02-05"),
        (date(1960, 2, 5), "1960-02-05"),
        (21951.0, "1960-02-05"),
        (1955.0, "1955"),
        (1955, "1955"),
        (5021960.0, "1960-02-05"),
        ("3/1957", "1957-03"),
        (None, None),
        ("không rõ", None),
    ],
)
def test_a_date_of_birth_is_read(written: Value | None, kept: str | None) -> None:
    assert READ["birth_date"](written) == (kept, None)


@pytest.mark.parametrize("written", ["31/02/1960", "abc", 12.5, 0.0, 1e12, True, "01/01/2030", date(2030, 1, 1)])
def test_an_impossible_date_is_left_out_and_told(written: Value) -> None:
    value, remark = READ["birth_date"](written)
    assert value is None and remark and remark.startswith("Ngày sinh ghi “")


def test_a_year_that_became_a_day_of_1905_is_mended_and_told() -> None:
    value, remark = READ["birth_date"](date(1905, 5, 8))
    assert value == "1955" and remark and "năm 1955" in remark


@pytest.mark.parametrize("written", ["61", 61.0])
def test_a_bare_year_of_two_digits_is_read_and_told(written: Value) -> None:
    value, remark = READ["birth_date"](written)
    assert value == "1961" and remark and "hai chữ số" in remark


def test_a_member_not_yet_official_has_no_official_date() -> None:
    assert READ["official_on"]("Dự bị") == (None, None)


@given(st.dates(min_value=date(1910, 1, 1), max_value=date(2008, 12, 31)))
def test_a_day_is_the_same_as_text_serial_and_date(day: date) -> None:
    written: list[Value] = [day, float((day - EXCEL_EPOCH).days), show_date(day.isoformat()), day.strftime("%d%m%Y")]
    assert {READ["birth_date"](value) for value in written} == {(day.isoformat(), None)}


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("party_card_no", "01234567", "01234567"),
        ("party_card_no", "012345678901", "012345678901"),
        ("party_card_no", "38.123 456", "38123456"),
        ("party_card_no", 38123456.0, "38123456"),
        ("citizen_id", "001090012345", "001090012345"),
        ("citizen_id", 111111111111.0, "111111111111"),
        ("old_id_no", "171234567", "171234567"),
        ("phone", "0912 345 678", "0912 345 678"),
        ("phone", None, None),
    ],
)
def test_a_number_in_order_is_kept_as_text(field: str, written: Value | None, kept: str | None) -> None:
    assert READ[field](written) == (kept, None)


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("party_card_no", 1234567.0, "01234567"),
        ("party_card_no", "1234567", "01234567"),
        ("citizen_id", 38090012345.0, "038090012345"),
        ("citizen_id", 1090012345.0, "001090012345"),
        ("citizen_id", "38090012345", "038090012345"),
        ("old_id_no", 12345678.0, "012345678"),
        ("phone", 912345678.0, "0912345678"),
    ],
)
def test_lost_zeros_are_put_back_and_told(field: str, written: Value, kept: str) -> None:
    value, remark = READ[field](written)
    assert value == kept and remark and "thiếu số 0" in remark


@pytest.mark.parametrize("written", [1.23e17, "1.23E+11", "1,23E+11", 12345678.5])
def test_a_rounded_number_is_left_out_and_told(written: Value) -> None:
    value, remark = READ["party_card_no"](written)
    assert value is None and remark and "làm tròn" in remark


def test_a_card_number_of_another_length_is_kept_and_told() -> None:
    value, remark = READ["party_card_no"]("38-1234")
    assert value == "38-1234" and remark and "8 hoặc 12 chữ số" in remark


def test_an_identity_number_of_another_length_is_left_out_and_told() -> None:
    value, remark = READ["citizen_id"]("12345")
    assert value is None and remark and "12 chữ số" in remark


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Đang sinh hoạt Đảng", "Đang sinh hoạt Đảng"),
        ("đang sinh hoạt", "Đang sinh hoạt Đảng"),
        ("TỪ TRẦN", "Từ trần"),
        ("Đã mất", "Từ trần"),
        ("Rời khỏi đảng", "Rời khỏi Đảng"),
        ("Miễn SH", "Miễn sinh hoạt"),
        ("Đình chỉ sinh hoạt Đảng", "Đình chỉ sinh hoạt"),
        ("gián đoạn sinh hoạt", "Gián đoạn sinh hoạt"),
        ("", None),
    ],
)
def test_a_status_is_read(written: str, kept: str | None) -> None:
    assert READ["status"](written) == (kept, None)


def test_an_unknown_status_is_left_out_and_told() -> None:
    value, remark = READ["status"]("Chuyển đi")
    assert value is None and remark and "“Miễn sinh hoạt”" in remark
