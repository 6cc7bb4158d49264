"""Names of cells, offices and places as people write them, and the codes of members."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.names import (
    bare_cell_name,
    cell_key,
    cell_title,
    check_digit,
    is_code,
    is_page_code,
    nearly_same,
    page_code,
    place_of,
    said_of,
    spelled,
    superior_line,
    with_check_digit,
)
from desktop_app.services.practice_plan import ARMED, OFFICES, STREETS

NUMBERS = st.integers(1, 999_999)


@pytest.mark.parametrize(
    "written", ["Chi bộ Hòa Bình", "chi bộ hoà bình", " CHI BỘ  HÒA BÌNH ", "CB Hòa Bình", "Hoà Bình"]
)
def test_a_cell_is_known_however_it_is_written(written: str) -> None:
    assert cell_key(written) == cell_key("Hòa Bình")
    assert cell_key(unicodedata.normalize("NFD", written)) == cell_key("Hòa Bình")


def test_cells_that_differ_in_one_tone_or_number_are_two() -> None:
    names = ("Đội Cung 1", "Đội Cung 2", "Đội Cũng 1", "Đội Cung", "Đội Cung 01")
    assert len({cell_key(name) for name in names}) == 5


def test_a_cell_may_be_called_just_chi_bo() -> None:
    assert bare_cell_name("Chi bộ") == "Chi bộ"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Đội Cung 1", "Chi bộ Đội Cung 1"),
        ("Chi bộ Đội Cung 1", "Chi bộ Đội Cung 1"),
        ("Đảng bộ Công an phường", "Đảng bộ Công an phường"),
    ],
)
def test_a_document_names_a_cell_with_what_it_is(name: str, title: str) -> None:
    assert cell_title(name) == title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đội Cung 1", "Đội Cug 1"),
        ("Đội Cung 1", "Đội Cùng 1"),
        ("Đội Cung 1", "ĐộiCung 1"),
        ("Đội Cung 1", "Đội Cung 01"),
        ("Trường Mầm non Đông Thọ", "Trường Mầm non Đông Thọo"),
        ("Công an phường", "Công an phưòng"),
        ("Tổ 5", "Tổ5"),
    ],
)
def test_a_slip_of_the_pen_is_asked_about(one: str, other: str) -> None:
    assert nearly_same(one, other) and nearly_same(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đội Cung 1", "Đội Cung 2"),
        ("Đội Cung 1", "Đội Cung 11"),
        ("Phố 1A", "Phố 1B"),
        ("Tiểu khu I", "Tiểu khu II"),
        ("Trường Tiểu học A", "Trường Tiểu học B"),
        ("Công an phường", "Cơ quan phường"),
        ("Đội Cung 1", "Chi bộ Đội Cung 1"),
        ("Trường Tiểu học Đông Thọ", "Trường Mầm non Đông Thọ"),
    ],
)
def test_two_cells_are_not_taken_for_one(one: str, other: str) -> None:
    assert not nearly_same(one, other) and not nearly_same(other, one)


def test_no_two_cells_of_a_real_ward_are_taken_for_one() -> None:
    cells = [*STREETS, *OFFICES, *ARMED]
    assert [(a, b) for a in cells for b in cells if a != b and nearly_same(a, b)] == []


@pytest.mark.parametrize(
    ("parent", "line"),
    [
        ("Tỉnh ủy Thanh Hóa", "ĐẢNG BỘ TỈNH THANH HÓA"),
        ("Thành ủy Thanh Hóa", "ĐẢNG BỘ THÀNH PHỐ THANH HÓA"),
        ("Tỉnh uỷ Nghệ An", "ĐẢNG BỘ TỈNH NGHỆ AN"),
        ("Đảng ủy xã Nga Sơn", "ĐẢNG BỘ XÃ NGA SƠN"),
        ("Huyện ủy Thọ Xuân", "ĐẢNG BỘ HUYỆN THỌ XUÂN"),
        ("Quân khu 4", "QUÂN KHU 4"),
    ],
)
def test_the_superior_stands_in_the_head_as_an_organization(parent: str, line: str) -> None:
    assert superior_line(parent) == line


@pytest.mark.parametrize(
    ("office", "place"),
    [
        ("Đảng ủy phường Đông Thọ", "Đông Thọ"),
        ("Đảng ủy xã Nga Sơn", "Nga Sơn"),
        ("Đảng ủy Phường 7", "phường 7"),
        ("Đảng ủy xã Lát", "xã Lát"),
        ("Đảng ủy đặc khu Phú Quốc", "Phú Quốc"),
        ("Đảng ủy thị trấn Rừng Thông", "Rừng Thông"),
    ],
)
def test_the_place_of_a_document_is_the_ward(office: str, place: str) -> None:
    assert place_of(office) == place


def test_every_uy_is_written_the_offices_way() -> None:
    new, old = "Đảng ủy, ĐẢNG ỦY, Ủy viên, thủy lợi", "Đảng uỷ, ĐẢNG UỶ, Uỷ viên, thuỷ lợi"
    assert (spelled(new, "uỷ"), spelled(old, "ủy")) == (old, new)
    assert (spelled(new, "ủy"), spelled(old, "uỷ")) == (new, old)


def test_a_word_with_one_spelling_only_is_left_alone() -> None:
    assert spelled("quỷ quyệt, QUỶ", "ủy") == spelled("quỷ quyệt, QUỶ", "uỷ") == "quỷ quyệt, QUỶ"


@given(NUMBERS)
def test_a_code_is_six_digits_and_one_that_checks_them(number: int) -> None:
    code = with_check_digit(number)
    assert len(code) == 7 and int(code[:6]) == number and is_code(code)


@given(NUMBERS, st.integers(0, 6), st.integers(1, 9))
def test_every_single_wrong_digit_is_noticed(number: int, place: int, by: int) -> None:
    code = with_check_digit(number)
    wrong = code[:place] + str((int(code[place]) + by) % 10) + code[place + 1 :]
    assert not is_code(wrong)


def test_nearly_every_swap_of_neighbours_is_noticed() -> None:
    """ISO 7064 promises all single errors, and all but a few in a hundred swaps of neighbouring digits."""
    swaps = [
        (code[:place] + code[place + 1] + code[place] + code[place + 2 :])
        for code in map(with_check_digit, range(100_000, 102_000))
        for place in range(6)
        if code[place] != code[place + 1]
    ]
    assert sum(map(is_code, swaps)) / len(swaps) < 0.03


def test_the_check_digit_is_that_of_the_standard() -> None:
    assert check_digit("0794") == "5"


@pytest.mark.parametrize("text", ["", "123", "abcdefg", "000001²", "000 001"])
def test_what_is_no_code_is_told(text: str) -> None:
    assert not is_code(text)


@given(st.integers(min_value=0, max_value=10**8 - 1), st.integers(min_value=0, max_value=9), st.integers(1, 9))
def test_a_digit_read_wrongly_is_no_page_code(number: int, place: int, off: int) -> None:
    code = page_code(number)
    wrong = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    assert is_page_code(code) and not is_page_code(wrong)


@pytest.mark.parametrize(
    ("what", "name", "said"),
    [
        ("chi bộ", "Chi bộ Phố 2", "chi bộ Phố 2"),
        ("chi bộ", "Phố 2", "chi bộ Phố 2"),
        ("đợt", "ĐỢT 1 năm 2026", "đợt 1 năm 2026"),
        ("đợt", "Đợtxuân", "đợt Đợtxuân"),
        ("hội nghị", "Hội nghị trực tuyến", "hội nghị trực tuyến"),
        ("điểm cầu", "Hội trường", "điểm cầu Hội trường"),
    ],
)
def test_a_thing_is_said_once_where_its_name_says_it_too(what: str, name: str, said: str) -> None:
    assert said_of(what, name) == said
