"""The rows of one sheet: who is a person, which cell they belong to, and what is only furniture of the list."""

from datetime import date

import pytest

from desktop_app.domain.listed import ListedMember, MemberList
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.members import read_sheet_members
from desktop_app.exchange.sheets import Row, Sheet, Value

Line = list[Value | None]
HEADER: Line = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Ghi chú"]
AN: Line = [1.0, "Nguyễn Văn An", "05/02/1960", "Nam"]
BINH: Line = [2.0, "Trần Thị Bình", "1961", "Nữ"]


def read(*lines: Line, name: str = "DS", merged: tuple[tuple[int, int, int, int], ...] = ()) -> MemberList:
    rows = tuple(
        Row(number, tuple(line)) for number, line in enumerate(lines, start=1) if any(v is not None for v in line)
    )
    sheet = Sheet(name=name, rows=rows, merged=merged)
    mapping = guess_mapping(sheet)
    assert mapping is not None
    return read_sheet_members(sheet, mapping, date(2026, 3, 15))


def names(found: MemberList) -> list[str]:
    return [row.full_name for row in found.rows]


def told(found: MemberList) -> list[tuple[int | None, str | None]]:
    return [(problem.row, problem.field) for problem in found.problems]


def test_a_clean_row_comes_out_without_a_word() -> None:
    found = read(HEADER, AN)
    assert found.rows == (
        ListedMember(sheet="DS", row=2, full_name="Nguyễn Văn An", birth_date="1960-02-05", gender="male"),
    )
    assert found.problems == ()


def test_numbers_alone_blanks_and_totals_are_passed_over() -> None:
    found = read(HEADER, AN, [2.0], [], [None, "Tổng cộng: 36 đồng chí"], ["Cộng", None, 36.0], BINH)
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert found.problems == ()


def test_the_signatures_below_the_list_are_passed_over() -> None:
    found = read(
        HEADER,
        AN,
        [None, None, None, "Đông Thọ, ngày 05 tháng 02 năm 2026"],
        [None, "NGƯỜI LẬP", None, "T/M CHI BỘ"],
        [None, None, None, "BÍ THƯ"],
        [None, "(Ký, ghi rõ họ tên)"],
        [None, "Lê Thị Lập", None, "Phạm Văn Ký"],
    )
    assert names(found) == ["Nguyễn Văn An"]
    assert found.problems == ()


def test_people_after_signatures_are_people() -> None:
    found = read(
        HEADER, AN, [None, "NGƯỜI LẬP"], [None, "Lê Thị Lập"], [2.0, "Trần Thị Bình", "1961"], [3.0, "Đỗ Văn Cao"]
    )
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình", "Đỗ Văn Cao"]


def test_a_row_with_facts_but_no_name_is_told() -> None:
    found = read(HEADER, AN, [2.0, None, "1961", "Nữ"])
    assert told(found) == [(3, "full_name")]


def test_a_member_called_after_an_office_is_a_member() -> None:
    found = read(HEADER, [1.0, "Tổng Văn Phố", "1960", "Nam"], [2.0, "Ban Thị Bản", "1961", "Nữ"])
    assert names(found) == ["Tổng Văn Phố", "Ban Thị Bản"]


def test_a_cell_over_its_block_is_the_cell_of_the_rows_below() -> None:
    found = read(
        HEADER, ["I. Chi bộ Đội Cung 1 (2 đảng viên)"], AN, [None, "CHI BỘ: Phố 2"], [1.0, "Trần Thị Bình", "1961"]
    )
    assert [(row.full_name, row.cell) for row in found.rows] == [
        ("Nguyễn Văn An", "Chi bộ Đội Cung 1"),
        ("Trần Thị Bình", "CHI BỘ Phố 2"),
    ]
    assert found.problems == ()


def test_a_sheet_named_as_a_cell_gives_the_cell() -> None:
    assert read(HEADER, AN, name="Chi bộ Phố 3").rows[0].cell == "Chi bộ Phố 3"


def test_a_title_over_the_header_gives_the_cell() -> None:
    found = read(["DANH SÁCH ĐẢNG VIÊN CHI BỘ PHỐ 4 NĂM 2026"], HEADER, AN)
    assert found.rows[0].cell == "CHI BỘ PHỐ 4"


def test_a_cell_merged_down_belongs_to_every_row_it_covers() -> None:
    header: Line = ["STT", "Họ và tên", "Chi bộ"]
    found = read(header, [1.0, "Lê An", "Phố 1"], [2.0, "Lê Bình"], [3.0, "Lê Cao"], merged=((2, 2, 3, 2),))
    assert [row.cell for row in found.rows] == ["Phố 1", "Phố 1", None]


def test_a_line_that_may_be_a_cell_is_told() -> None:
    found = read(HEADER, ["Khối cơ quan"], AN)
    assert names(found) == ["Nguyễn Văn An"]
    assert told(found) == [(2, "cell")]


def test_a_header_repeated_on_every_page_is_passed_over() -> None:
    found = read(HEADER, AN, HEADER, BINH)
    assert names(found) == ["Nguyễn Văn An", "Trần Thị Bình"]
    assert found.problems == ()


def test_the_year_of_birth_stands_under_its_gender() -> None:
    found = read(
        ["TT", "Họ và tên", "Năm sinh", None], [None, None, "Nam", "Nữ"],
        [1.0, "An", 1955.0], [2.0, "Bình", None, 61.0], [3.0, "Cao", None, "1962"],
    )  # fmt: skip
    assert [(row.gender, row.birth_date) for row in found.rows] == [
        ("male", "1955"),
        ("female", "1961"),
        ("female", "1962"),
    ]
    assert told(found) == [(4, "birth_date")]


def test_an_x_under_women_tells_the_men_too() -> None:
    found = read(["TT", "Họ và tên", "Nữ"], [1.0, "Lê An"], [2.0, "Lê Bình", "x"])
    assert [row.gender for row in found.rows] == ["male", "female"]


def test_an_empty_column_for_women_tells_nothing() -> None:
    assert [row.gender for row in read(["TT", "Họ và tên", "Nữ"], [1.0, "Lê An"], [2.0, "Lê Bình"]).rows] == [
        None,
        None,
    ]


def test_both_genders_at_once_are_told() -> None:
    found = read(["TT", "Họ và tên", "Nam", "Nữ"], [1.0, "Lê An", "x", "x"])
    assert found.rows[0].gender is None
    assert told(found) == [(2, "gender")]


def test_a_name_in_two_columns_is_put_together() -> None:
    found = read(["STT", "Họ và tên đệm", "Tên", "Ngày sinh"], [1.0, "NGUYỄN VĂN", "AN", "1960"])
    assert names(found) == ["Nguyễn Văn An"]


def test_a_birth_date_in_three_columns_is_put_together() -> None:
    found = read(
        ["STT", "Họ và tên", "Ngày sinh", None, None], [None, None, "Ngày", "Tháng", "Năm"],
        [1.0, "Lê An", 5.0, 2.0, 1960.0], [2.0, "Lê Bình", None, 3.0, 1961.0], [3.0, "Lê Cao", None, None, 1962.0],
        merged=((1, 2, 1, 4),),
    )  # fmt: skip
    assert [row.birth_date for row in found.rows] == ["1960-02-05", "1961-03", "1962"]


def test_positions_of_several_columns_are_joined() -> None:
    found = read(
        ["Họ và tên", "Chức vụ Đảng", "Chức vụ chính quyền"], ["Lê An", "Bí thư", "Tổ trưởng"], ["Lê Bình", None, "Phó"]
    )
    assert [row.position for row in found.rows] == ["Bí thư; Tổ trưởng", "Phó"]


def test_a_column_for_either_identity_number_is_told_apart() -> None:
    found = read(["Họ và tên", "Số CMND/CCCD"], ["Lê An", "038090012345"], ["Lê Bình", "171234567"])
    assert [(row.citizen_id, row.old_id_no) for row in found.rows] == [("038090012345", None), (None, "171234567")]
    assert found.problems == ()


def test_a_bad_cell_costs_its_fact_and_not_the_person() -> None:
    found = read(HEADER, [1.0, "Lê An", "31/02/1960", "Nam"])
    assert (found.rows[0].full_name, found.rows[0].birth_date, found.rows[0].gender) == ("Lê An", None, "male")
    assert told(found) == [(2, "birth_date")]


def test_facts_that_are_kept_nowhere_are_not_read() -> None:
    found = read(["Họ và tên", "Dân tộc", "Tôn giáo", "Ghi chú"], ["Lê An", "Kinh", "Không", "mới"])
    assert found.rows == (ListedMember(sheet="DS", row=2, full_name="Lê An", note="mới"),)


def test_a_mapping_corrected_by_the_clerk_is_followed() -> None:
    sheet = Sheet(name="DS", rows=(Row(1, ("A", "B")), Row(2, ("1960", "Lê An"))))
    mapping = Mapping(header_row=1, first_data_row=2, columns={"full_name": (1,), "birth_date": (0,)})
    found = read_sheet_members(sheet, mapping, date(2026, 3, 15))
    assert [(row.full_name, row.birth_date) for row in found.rows] == [("Lê An", "1960")]


def test_a_mapping_without_names_is_refused() -> None:
    with pytest.raises(Refusal, match="cột họ và tên"):
        read_sheet_members(Sheet(name="DS", rows=()), Mapping(header_row=1, first_data_row=2, columns={}))
