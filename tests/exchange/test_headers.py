"""The header is found wherever it stands, in one row or two, and the columns under it."""

from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.sheets import Row, Sheet, Value

Line = list[Value | None]


def sheet(*lines: Line, first: int = 1, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Sheet:
    rows = tuple(Row(number, tuple(line)) for number, line in enumerate(lines, start=first) if any(line))
    return Sheet(name="DS", rows=rows, merged=merged)


def guess(*lines: Line, first: int = 1, merged: tuple[tuple[int, int, int, int], ...] = ()) -> Mapping:
    mapping = guess_mapping(sheet(*lines, first=first, merged=merged))
    assert mapping is not None
    return mapping


PERSON: Line = [1.0, "Nguyễn Văn An", "05/02/1960", "Nam"]


def test_a_header_below_title_rows_is_found() -> None:
    mapping = guess(
        ["ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ"], [], ["DANH SÁCH ĐẢNG VIÊN"], ["STT", "Họ và tên", "Ngày sinh", "Giới tính"], PERSON
    )
    assert (mapping.header_row, mapping.first_data_row) == (4, 5)
    assert mapping.columns == {"ordinal": (0,), "full_name": (1,), "birth_date": (2,), "gender": (3,)}


def test_years_of_birth_by_gender_under_a_merged_header_are_found() -> None:
    mapping = guess(
        ["TT", "Họ và tên", "Năm sinh", None, "Chi bộ"],
        [None, None, "Nam", "Nữ"],
        [1.0, "Nguyễn Văn An", 1955.0, None, "Phố 1"],
        merged=((1, 0, 2, 0), (1, 1, 2, 1), (1, 2, 1, 3), (1, 4, 2, 4)),
    )
    assert mapping.first_data_row == 3
    assert (mapping.columns["birth_male"], mapping.columns["birth_female"]) == ((2,), (3,))


def test_a_header_in_two_rows_without_merging_is_found() -> None:
    mapping = guess(["TT", "Họ và", "Năm sinh"], [None, "tên", "Nam", "Nữ"], [1.0, "Lê An", None, 1960.0])
    assert mapping.columns == {"ordinal": (0,), "full_name": (1,), "birth_male": (2,), "birth_female": (3,)}


def test_family_and_given_name_in_two_columns_are_one_name() -> None:
    mapping = guess(["STT", "Họ và tên đệm", "Tên", "Ngày sinh"], [1.0, "Nguyễn Văn", "An", "1960"])
    assert mapping.columns["full_name"] == (1, 2)


def test_a_name_header_merged_over_two_columns_is_one_name() -> None:
    mapping = guess(["STT", "Họ và tên", None, "Ngày sinh"], [1.0, "Nguyễn Văn", "An", "1960"], merged=((1, 1, 1, 2),))
    assert mapping.columns["full_name"] == (1, 2)


def test_given_names_in_a_column_without_a_header_belong_to_the_name() -> None:
    mapping = guess(
        ["STT", "Họ và tên", None, "Ngày sinh"], [1.0, "Nguyễn Văn", "An", "1960"], [2.0, "Lê", "Bình", "1961"]
    )
    assert mapping.columns["full_name"] == (1, 2)


def test_a_row_that_numbers_the_columns_is_header_too() -> None:
    mapping = guess(["STT", "Họ và tên", "Ngày sinh", "Giới tính"], ["(1)", "(2)", "(3)", "(4)"], PERSON)
    assert mapping.first_data_row == 3


def test_a_cell_heading_below_the_header_is_no_header() -> None:
    mapping = guess(["STT", "Họ và tên", "Ngày sinh", "Giới tính"], ["Chi bộ Đội Cung 1"], PERSON)
    assert mapping.first_data_row == 2


def test_the_column_of_cells_beats_that_of_units() -> None:
    assert guess(["Họ và tên", "Đơn vị", "Chi bộ"], ["Lê An", "Trường A", "Phố 1"]).columns["cell"] == (2,)


def test_several_positions_are_all_found() -> None:
    mapping = guess(
        ["Họ và tên", "Chức vụ Đảng", "Ngày sinh", "Chức vụ chính quyền"], ["Lê An", "Bí thư", "1960", "Tổ trưởng"]
    )
    assert mapping.columns["position"] == (1, 3)


def test_the_layout_of_the_national_data_file_is_found() -> None:
    top: Line = ["STT", "ID", "Họ và tên*", "Tên gọi khác", "Giới tính*", "Sinh ngày*", "Dân tộc*", "Tôn giáo*"]
    top += ["Số định danh cá nhân*", "Số thẻ Đảng*", "Nơi cấp thẻ", "Ngày cấp thẻ", "Số thẻ Đảng theo QĐ 85"]
    top += ["Tổ chức Đảng sinh hoạt*", "Nơi đăng ký khai sinh", None, None, "Quê quán", None, None]
    top += ["Thường trú", None, None]
    top += ["Ngày vào Đảng*", "Ngày chính thức*", "Số CMND cũ", "Trạng thái hoạt động*", "Ngày rời/mất/miễn SH"]
    subs: Line = [*[None] * 14, *["Quốc gia", "Tỉnh/Thành phố", "Chi tiết"] * 3]
    merged = ((6, 14, 6, 16), (6, 17, 6, 19), (6, 20, 6, 22))
    mapping = guess(top, subs, [1.0, None, "Lê An", None, "Nam", "1960"], first=6, merged=merged)
    assert (mapping.header_row, mapping.first_data_row) == (6, 8)
    assert {field: columns[0] for field, columns in mapping.columns.items()} == {
        "ordinal": 0, "full_name": 2, "other_name": 3, "gender": 4, "birth_date": 5, "citizen_id": 8,
        "party_card_no": 9, "card_issued_on": 11, "old_party_card_no": 12, "cell": 13, "admitted_on": 23,
        "official_on": 24, "old_id_no": 25, "status": 26, "status_date": 27,
    }  # fmt: skip


def test_a_sheet_without_names_has_no_header() -> None:
    assert guess_mapping(sheet(["Chi bộ", "Số đảng viên", "Ghi chú"], ["Phố 1", 25.0, None])) is None
