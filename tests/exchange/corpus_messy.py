"""Lists whose shape misleads: headers of three rows, counts under the list, two lists on a sheet."""

from datetime import date

from tests.exchange.corpus import HEADER, Case, Line, person, table_text, xlsx

AN: Line = (1, "Lê An", "1960", "Nam")
AN_READ = {"birth_date": "1960", "gender": "male"}
BINH_READ = {"birth_date": "1961", "gender": "female"}

MESSY = (
    Case(
        name="days of admission under one header",
        build=xlsx(
            ("STT", "Họ và tên", "Ngày vào Đảng", None), (None, None, "Dự bị", "Chính thức"),
            (1, "Lê An", "03/02/1990", "03/02/1991"), merged=("A1:A2", "B1:B2", "C1:D1"),
        ),
        people=(person(3, "Lê An", admitted_on="1990-02-03", official_on="1991-02-03"),),
    ),
    Case(
        name="an x under official and probationary",
        build=xlsx(
            ("STT", "Họ và tên", "Đảng viên", None), (None, None, "Chính thức", "Dự bị"), (1, "Lê An", "x"),
            (2, "Lê Bình", None, "x"), merged=("A1:A2", "B1:B2", "C1:D1"),
        ),
        people=(person(3, "Lê An"), person(4, "Lê Bình")),
    ),
    Case(
        name="a header of three rows",
        build=xlsx(
            ("TT", "Thông tin đảng viên", None, None, None), (None, "Họ và tên", "Năm sinh", None, "Chức vụ"),
            (None, None, "Nam", "Nữ"), (1, "Lê An", 1960, None, "Bí thư"), (2, "Lê Bình", None, 1961),
            merged=("A1:A3", "B1:E1", "B2:B3", "C2:D2", "E2:E3"),
        ),
        people=(person(4, "Lê An", position="Bí thư", **AN_READ), person(5, "Lê Bình", **BINH_READ)),
    ),
    Case(
        name="counts and notes under the list",
        build=xlsx(
            HEADER[:4], AN, (None, "Tổng số: 45 đ/c"), (None, "Trong đó: Nữ: 20; dự bị: 3"),
            (None, "- Nữ: 20 đồng chí"),
            (None, "Đảng viên chính thức: 40"), (None, "Dự bị: 05"), ("Ghi chú: danh sách tính đến 31/12/2025",),
            (None, "Nơi nhận:", None, "TM. BAN CHI ỦY"), (None, "- Đảng ủy phường;", None, "BÍ THƯ"),
            (None, "- Lưu chi bộ."), (None, None, None, "Nguyễn Văn Ký"),
        ),
        people=(person(2, "Lê An", **AN_READ),),
    ),
    Case(
        name="years under men and women with nothing above",
        build=xlsx(("STT", "Họ và tên", "Nam", "Nữ"), (1, "Lê An", 1960), (2, "Lê Bình", None, "12/3/1961")),
        people=(person(2, "Lê An", **AN_READ), person(3, "Lê Bình", birth_date="1961-03-12", gender="female")),
    ),
    Case(
        name="years of birth of men and of women in one row of header",
        build=xlsx(("STT", "Họ và tên", "Năm sinh nam", "Năm sinh (nữ)"),
                   (1, "Lê An", 1960), (2, "Lê Bình", None, 1961)),
        people=(person(2, "Lê An", **AN_READ), person(3, "Lê Bình", **BINH_READ)),
    ),
    Case(
        name="numbers guarded for a spreadsheet",
        build=table_text(("STT", "Họ và tên", "Số CCCD", "Số thẻ"), (1, "Lê An", '="038060012345"', "'01234567")),
        people=(person(2, "Lê An", citizen_id="038060012345", party_card_no="01234567"),),
    ),
    Case(
        name="words where a number is not yet given",
        build=xlsx(("STT", "Họ và tên", "Số thẻ đảng", "Ngày chính thức"), (1, "Lê An", "Dự bị", "dự bị"),
                   (2, "Lê Bình", "chưa có")),
        people=(person(2, "Lê An"), person(3, "Lê Bình")),
    ),
    Case(
        name="two lists side by side",
        build=xlsx(("STT", "Họ và tên", None, "STT", "Họ và tên"), (1, "Lê An", None, 2, "Lê Bình")),
        people=(person(2, "Lê An"),),
        problems=((None, "full_name"),),
    ),
    Case(
        name="two lists one below the other",
        build=xlsx(
            ("CHI BỘ PHỐ 1", None, "ĐẢNG CỘNG SẢN VIỆT NAM"), ("DANH SÁCH ĐẢNG VIÊN",), HEADER[:4], AN, (),
            ("CHI BỘ PHỐ 2", None, "ĐẢNG CỘNG SẢN VIỆT NAM"), ("DANH SÁCH ĐẢNG VIÊN CHI BỘ PHỐ 2",), HEADER[:4],
            (1, "Lê Bình", "1961", "Nữ"),
        ),
        people=(person(4, "Lê An", cell="CHI BỘ PHỐ 1", **AN_READ),
                person(9, "Lê Bình", cell="CHI BỘ PHỐ 2", **BINH_READ)),
    ),
    Case(
        name="party groups as headings",
        build=xlsx(HEADER[:4], ("TỔ ĐẢNG SỐ 1",), AN, ("TỔ ĐẢNG SỐ 2",), (2, "Lê Bình", "1961", "Nữ")),
        people=(person(3, "Lê An", **AN_READ), person(5, "Lê Bình", **BINH_READ)),
    ),
    Case(
        name="an old and a new identity number in one cell",
        build=xlsx(("STT", "Họ và tên", "Số CMND/CCCD"), (1, "Lê An", "171234567 / 038060012345")),
        people=(person(2, "Lê An", old_id_no="171234567", citizen_id="038060012345"),),
    ),
    Case(
        name="days a spreadsheet took for months",
        build=xlsx(
            ("STT", "Họ và tên", "Ngày sinh"), *[(day, "Lê An", date(1960, 2, day)) for day in range(1, 7)],
            *[(day, "Lê Bình", f"{day}/02/1960") for day in range(13, 19)],
        ),
        people=(
            *(person(day + 1, "Lê An", birth_date=f"1960-02-{day:02d}") for day in range(1, 7)),
            *(person(day - 5, "Lê Bình", birth_date=f"1960-02-{day:02d}") for day in range(13, 19)),
        ),
        problems=((None, "birth_date"),),
    ),
)  # fmt: skip
