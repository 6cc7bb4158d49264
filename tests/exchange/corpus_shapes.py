"""Lists by their shape: headers, headings, blocks, footers, sheets."""

from typing import Any

from tests.exchange.corpus import AN, BINH, HEADER, Case, Line, an, binh, person, sheets, xlsx

TITLES: tuple[Line, ...] = (
    ("ĐẢNG BỘ PHƯỜNG ĐÔNG THỌ", None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ("CHI BỘ", None, None, "Đông Thọ, ngày 05 tháng 3 năm 2026"),
    (),
    ("DANH SÁCH ĐẢNG VIÊN DỰ HỌC NGHỊ QUYẾT",),
    ("(Kèm theo Công văn số 12-CV/ĐU ngày 01/3/2026)",),
)
NO_CELL: Line = ("STT", "Họ và tên", "Năm sinh", "Nữ", "Chức vụ")
UNDER_CELL = {"birth_date": "1960", "gender": "male"}


def national_lines() -> list[Line]:
    top = ["STT", "ID", "Họ và tên*", "Tên gọi khác", "Giới tính*", "Sinh ngày*", "Dân tộc*", "Tôn giáo*"]
    top += ["Số định danh cá nhân*", "Số thẻ Đảng*", "Nơi cấp thẻ", "Ngày cấp thẻ", "Số thẻ Đảng theo QĐ 85"]
    top += ["Tổ chức Đảng sinh hoạt*", "Nơi đăng ký khai sinh", "", "", "Quê quán", "", "", "Thường trú", "", ""]
    top += ["Ngày vào Đảng*", "Ngày chính thức*", "Số CMND cũ", "Trạng thái hoạt động*", "Ngày rời/mất/miễn SH"]
    top += ["Đề nghị xóa", "Kết quả kiểm tra", "Chi tiết lỗi"]
    subs = [None] * 14 + ["Quốc gia", "Tỉnh/Thành phố", "Chi tiết"] * 3
    one = [1, "x-1", "Nguyễn Văn An", "Ba An", "Nam", "05/02/1960", "Kinh", "Không", "038060012345", "012345678901"]
    one += ["Tỉnh ủy Thanh Hóa", "07/11/2025", "38123456", "Chi bộ Phố 1", "Việt Nam", "Thanh Hóa", "Đông Thọ"]
    one += ["Việt Nam", "Thanh Hóa", "Đông Sơn", "Việt Nam", "Thanh Hóa", "Số 5", "03/02/1990", "03/02/1991"]
    one += ["171234567", "Đang sinh hoạt Đảng", None, None, "Hợp lệ", None]
    two = [2, "x-2", "Trần Thị Bình", None, "Nữ", "1961", "Kinh", "Không", "038161012345", None, None, None, None]
    two += ["Chi bộ Phố 1", *[None] * 9, "03/1992", "03/02/1993", None, "Miễn sinh hoạt", "01/01/2024"]
    return [("MẪU NHẬP LIỆU ĐẢNG VIÊN 4.0",), (), ("Lưu ý: các cột có dấu * là bắt buộc",), (), (), top, subs, one, two]


NATIONAL = (
    person(
        8, "Nguyễn Văn An", other_name="Ba An", gender="male", birth_date="1960-02-05", citizen_id="038060012345",
        party_card_no="012345678901", card_issued_on="2025-11-07", old_party_card_no="38123456", cell="Chi bộ Phố 1",
        admitted_on="1990-02-03", official_on="1991-02-03", old_id_no="171234567", status="Đang sinh hoạt Đảng",
    ),
    person(
        9, "Trần Thị Bình", gender="female", birth_date="1961", citizen_id="038161012345", cell="Chi bộ Phố 1",
        admitted_on="1992-03", official_on="1993-02-03", status="Miễn sinh hoạt", status_date="2024-01-01",
    ),
)  # fmt: skip
REGISTER_HEADER: Line = (
    "Số TT", "Họ và tên/\nHọ tên khai sinh", "Nam, nữ;\ndân tộc;\ntôn giáo", "Quê quán",
    "Trình độ: văn hóa, lý luận, CMNV, ngoại ngữ", "Nghề nghiệp trước khi vào Đảng; hiện nay",
    "Ngày vào Đảng; ngày chính thức", "Số thẻ đảng viên; số lý lịch đảng viên; số Huy hiệu Đảng",
    "Bộ đội, công an, hưu trí", "Ngày chuyển đi, đến đảng bộ cơ sở nào", "Ngày chuyển đến, từ đảng bộ cơ sở nào",
    "Ngày từ trần, lý do", "Ngày ra khỏi Đảng, hình thức", "Ghi chú",
)  # fmt: skip
REGISTER_ROWS: tuple[Line, ...] = (
    (1, "Nguyễn Văn An\nNguyễn Văn Ấn", "Nam; Kinh; Không", "Thanh Hóa", "12/12", "Nông dân; hưu trí",
     "03/02/1990\n03/02/1991", "38123456; 123456; 30 năm", "Hưu trí", None, "01/02/2000, Đảng bộ A", None, None, "tốt"),
    (2, "TRẦN THỊ BÌNH", "Nữ, Kinh, không", "Thanh Hóa", "10/10", "Giáo viên", "19/5/1992; 19/5/1993", "38123457",
     None, None, None, "12/3/2020, bệnh"),
    (3, "Lê Văn Cao / Lê Văn Cao", "Nam - Mường - Không", None, None, None, "1995", "38123458 / 123 AB", None,
     "05/6/2021, Đảng bộ phường B"),
    (4, "Phạm Thị Dung", "Nữ\nKinh", None, None, None, "06/6/1996; 06/6/1997", None, None, None, None, None,
     "01/7/2022, xin ra"),
)  # fmt: skip
REGISTER = (
    person(
        5, "Nguyễn Văn An", other_name="Nguyễn Văn Ấn", gender="male", admitted_on="1990-02-03",
        official_on="1991-02-03", party_card_no="38123456", note="tốt",
    ),
    person(
        6, "Trần Thị Bình", gender="female", admitted_on="1992-05-19", official_on="1993-05-19",
        party_card_no="38123457", status="Từ trần", status_date="2020-03-12",
    ),
    person(7, "Lê Văn Cao", gender="male", admitted_on="1995", party_card_no="38123458"),
    person(
        8, "Phạm Thị Dung", gender="female", admitted_on="1996-06-06", official_on="1997-06-06",
        status="Rời khỏi Đảng", status_date="2022-07-01",
    ),
)  # fmt: skip


def hide_column(book: Any) -> None:
    book["DS"].column_dimensions["C"].hidden = True


def hide_sheet(book: Any) -> None:
    old = book.create_sheet("Cũ")
    for line in (HEADER, BINH):
        old.append(list(line))
    old.sheet_state = "veryHidden"


SHAPES = (
    Case(name="plain", build=xlsx(HEADER, AN, BINH), people=(an(2), binh(3))),
    Case(name="titles above", build=xlsx(*TITLES, HEADER, AN, BINH), people=(an(7), binh(8))),
    Case(
        name="years of birth under merged men and women",
        build=xlsx(
            ("TT", "Họ và tên", "Năm sinh", None, "Chi bộ"), (None, None, "Nam", "Nữ"),
            (1, "Nguyễn Văn An", 1960, None, "Phố 1"), (2, "Trần Thị Bình", None, 1961, "Phố 1"),
            merged=("A1:A2", "B1:B2", "C1:D1", "E1:E2"),
        ),
        people=(
            person(3, "Nguyễn Văn An", birth_date="1960", gender="male", cell="Phố 1"),
            person(4, "Trần Thị Bình", birth_date="1961", gender="female", cell="Phố 1"),
        ),
    ),
    Case(
        name="family and given names apart",
        build=xlsx(("STT", "Họ và tên", None, "Ngày sinh"), (1, "NGUYỄN VĂN", "AN", "1960"), merged=("B1:C1",)),
        people=(person(2, "Nguyễn Văn An", birth_date="1960"),),
    ),
    Case(
        name="family and given names under headers of their own",
        build=xlsx(("STT", "Họ đệm", "Tên", "Chức vụ"), (1, "Trần Thị ", " Bình", "Bí thư")),
        people=(person(2, "Trần Thị Bình", position="Bí thư"),),
    ),
    Case(
        name="an x under women",
        build=xlsx(NO_CELL, (1, "Nguyễn Văn An", 1960, None, "Bí thư"), (2, "Trần Thị Bình", 1961, "X")),
        people=(
            person(2, "Nguyễn Văn An", birth_date="1960", gender="male", position="Bí thư"),
            person(3, "Trần Thị Bình", birth_date="1961", gender="female"),
        ),
    ),
    Case(
        name="cells as headings, numbers begin anew, blank separators",
        build=xlsx(
            NO_CELL, ("I", "CHI BỘ PHỐ 1"), (1, "Nguyễn Văn An", 1960, None), (), ("II. Chi bộ Phố 2 (01 đảng viên)",),
            (1, "Trần Thị Bình", 1961, "x"),
        ),
        people=(
            person(3, "Nguyễn Văn An", cell="CHI BỘ PHỐ 1", **UNDER_CELL),
            person(6, "Trần Thị Bình", cell="Chi bộ Phố 2", birth_date="1961", gender="female"),
        ),
    ),
    Case(
        name="a sheet for every cell",
        build=sheets(("Chi bộ Phố 1", [HEADER[:4], AN[:4]]), ("Chi bộ Phố 2", [HEADER[:4], BINH[:4]])),
        people=(
            person(2, "Nguyễn Văn An", cell="Chi bộ Phố 1", birth_date="1960-02-05", gender="male"),
            person(2, "Trần Thị Bình", cell="Chi bộ Phố 2", birth_date="1961", gender="female"),
        ),
    ),
    Case(
        name="totals and signatures",
        build=xlsx(
            HEADER, AN, BINH, ("Tổng cộng: 02 đồng chí",), (), (None, None, None, "Đông Thọ, ngày 05 tháng 3 năm 2026"),
            (None, "NGƯỜI LẬP BIỂU", None, "T/M CHI ỦY"), (None, None, None, "BÍ THƯ"), (),
            (None, "Lê Thị Lập", None, "Phạm Văn Ký"),
        ),
        people=(an(2), binh(3)),
    ),
    Case(
        name="a note under the list",
        build=xlsx(HEADER, AN, BINH, (None, "Danh sách này có 02 đồng chí./.")),
        people=(an(2), binh(3)),
    ),
    Case(
        name="the header repeated on every page",
        build=xlsx(HEADER, AN, HEADER, BINH),
        people=(an(2), binh(4)),
    ),
    Case(
        name="columns numbered under the header",
        build=xlsx(HEADER, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), AN),
        people=(an(3),),
    ),
    Case(name="a hidden row", build=xlsx(HEADER, AN, BINH, hidden=(3,)), people=(an(2), binh(3)),
         problems=((None, None),)),
    Case(name="a hidden row that is nobody", build=xlsx(HEADER, AN, ("ghi chú",), hidden=(1, 3)), people=(an(2),)),
    Case(name="a hidden column", build=xlsx(HEADER, AN, change=hide_column), people=(an(2),),
         problems=((None, None),)),
    Case(name="a sheet hidden deep", build=xlsx(HEADER, AN, change=hide_sheet), people=(an(2), binh(2)),
         problems=((None, None),)),
    Case(
        name="a cell merged down its block",
        build=xlsx(
            HEADER, AN, (2, "Trần Thị Bình", "1961", "Nữ", None, "38123457"), merged=("E2:E3",)
        ),
        people=(an(2), binh(3, cell="Phố 1")),
    ),
    Case(name="a name but no facts", build=xlsx(HEADER, (1, "Lê Văn Cao")), people=(person(2, "Lê Văn Cao"),)),
    Case(name="facts but no name", build=xlsx(HEADER, AN, (2, None, "1961", "Nữ", "Phố 2", "38123457")),
         people=(an(2),), problems=((3, "full_name"),)),
    Case(name="numbers drawn below the list", build=xlsx(HEADER, AN, *[(n,) for n in range(2, 30)]), people=(an(2),)),
    Case(
        name="a list that begins in column C of row 9",
        build=xlsx(*[()] * 8, (None, None, *HEADER), (None, None, *AN)),
        people=(an(10),),
    ),
    Case(name="the national data file 4.0", build=xlsx(*national_lines(), merged=("O6:Q6", "R6:T6", "U6:W6")),
         people=NATIONAL),
    Case(
        name="the printed register 7-HSĐV",
        build=xlsx(("Mẫu 7-HSĐV",), ("SỔ DANH SÁCH ĐẢNG VIÊN",), REGISTER_HEADER, tuple(range(1, 15)), *REGISTER_ROWS),
        people=REGISTER,
        problems=((7, "status"),),
    ),
    Case(
        name="a group heading beside a column of cells",
        build=xlsx(HEADER, ("Khối phố",), AN, ("Khối trường học",), BINH),
        people=(an(3), binh(5)),
    ),
    Case(
        name="the parts of a birth date under one header",
        build=xlsx(
            ("STT", "Họ và tên", "Ngày, tháng, năm sinh", None, None), (None, None, "Ngày", "Tháng", "Năm"),
            (1, "Nguyễn Văn An", 5, 2, 1960), (2, "Trần Thị Bình", None, None, 1961),
            merged=("A1:A2", "B1:B2", "C1:E1"),
        ),
        people=(
            person(3, "Nguyễn Văn An", birth_date="1960-02-05"),
            person(4, "Trần Thị Bình", birth_date="1961"),
        ),
    ),
)  # fmt: skip
