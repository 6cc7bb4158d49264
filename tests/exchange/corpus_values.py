"""Lists by what their cells say: dates, numbers that lost zeros, capitals, blanks, errors and formulas."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.exchange.corpus import AN, BINH, HEADER, Case, Line, an, binh, person, table_text, xlsx

DAYS: Line = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức")
IDS: Line = ("STT", "Họ và tên", "Số thẻ đảng viên", "Số CCCD", "Số CMND cũ", "Số điện thoại")
SAME_DAY: tuple[Any, ...] = (
    "05/02/1960", "5/2/1960", "5-2-1960", "5.2.1960", "05 02 1960", "5/2/60", "1960-02-05", "ngày 5 tháng 2 năm 1960",
    date(1960, 2, 5), datetime(1960, 2, 5, 7, 30), 21951, "05021960", "05/02/1960 00:00:00", " 05/02/1960\u00a0",
    "05 / 02 / 1960", "5/02/1960.",
)  # fmt: skip


def set_errors(book: Any) -> None:
    for place, text in (("C2", "#N/A"), ("B3", "#REF!")):
        book["DS"][place] = text
        book["DS"][place].data_type = "e"


def only_errors(book: Any) -> None:
    for row in (3, 4, 5):
        for column in "BCDEF":
            book["DS"][f"{column}{row}"] = "#N/A"
            book["DS"][f"{column}{row}"].data_type = "e"


def uncounted(book: Any) -> None:
    book["DS"]["B2"] = '="Nguyễn"&" An"'
    book["DS"]["C3"] = "=DATE(1961,1,1)"


def computed(folder: Path) -> Path:
    book = xlsxwriter.Workbook(str(folder / "ds.xlsx"))
    sheet = book.add_worksheet("DS")
    for row, line in enumerate((HEADER, AN, BINH, ("Tổng cộng:",))):
        sheet.write_row(row, 0, line)
    for row, name in ((1, "Nguyễn Văn An"), (2, "Trần Thị Bình")):
        sheet.write_formula(row, 0, f"=ROW()-{row}", value=row)
        sheet.write_formula(row, 1, f"=H{row}", value=name)
        sheet.write_formula(row, 4, f"=I{row}", value=f"Phố {row}")
    sheet.write_formula(3, 2, "=COUNTA(B2:B3)", value=2)
    book.close()
    return folder / "ds.xlsx"


VALUES = (
    Case(
        name="one day in every usual form",
        build=xlsx(("STT", "Họ và tên", "Ngày sinh"), *[(1, "Lê An", day) for day in SAME_DAY]),
        people=tuple(person(row, "Lê An", birth_date="1960-02-05") for row, _ in enumerate(SAME_DAY, start=2)),
    ),
    Case(
        name="dates of which only a part is known",
        build=xlsx(
            DAYS, (1, "Lê An", 1955, "3/1975", "1976"), (2, "Lê Bình", "1955", "T3/1975", "Dự bị"),
            (3, "Lê Cao", "00/00/1955", "tháng 3/1975", "-"), (4, "Lê Dung", "…/…/1955", "../3/1975", "không rõ"),
        ),
        people=(
            person(2, "Lê An", birth_date="1955", admitted_on="1975-03", official_on="1976"),
            person(3, "Lê Bình", birth_date="1955", admitted_on="1975-03"),
            person(4, "Lê Cao", birth_date="1955", admitted_on="1975-03"),
            person(5, "Lê Dung", birth_date="1955", admitted_on="1975-03"),
        ),
    ),
    Case(
        name="dates that are none",
        build=xlsx(
            DAYS, (1, "Lê An", "31/02/1960", "29/02/1991"), (2, "Lê Bình", "khoảng 1955"), (3, "Lê Cao", "2/13/1960"),
            (4, "Lê Dung", "01/01/2040"),
        ),
        people=(person(2, "Lê An"), person(3, "Lê Bình"), person(4, "Lê Cao"), person(5, "Lê Dung")),
        problems=((2, "birth_date"), (2, "admitted_on"), (3, "birth_date"), (4, "birth_date"), (5, "birth_date")),
    ),
    Case(
        name="years that became days or lost their century",
        build=xlsx(DAYS, (1, "Lê An", date(1905, 5, 8)), (2, "Lê Bình", 61)),
        people=(person(2, "Lê An", birth_date="1955"), person(3, "Lê Bình", birth_date="1961")),
        problems=((2, "birth_date"), (3, "birth_date")),
    ),
    Case(
        name="numbers kept as text",
        build=xlsx(IDS, (1, "Lê An", "01234567", "001060012345", "012345678", "0912 345 678"),
                   (2, "Lê Bình", "012345678901", "038.161.012.345", "17 1234567", "+84912345678")),
        people=(
            person(2, "Lê An", party_card_no="01234567", citizen_id="001060012345", old_id_no="012345678",
                   phone="0912 345 678"),
            person(3, "Lê Bình", party_card_no="012345678901", citizen_id="038161012345", old_id_no="171234567",
                   phone="+84912345678"),
        ),
    ),
    Case(
        name="numbers that lost their zeros",
        build=xlsx(IDS, (1, "Lê An", 1234567, 38060012345, 12345678, 912345678),
                   (2, "Lê Bình", "38123456", 1090012345)),
        people=(
            person(2, "Lê An", party_card_no="01234567", citizen_id="038060012345", old_id_no="012345678",
                   phone="0912345678"),
            person(3, "Lê Bình", party_card_no="38123456", citizen_id="001090012345"),
        ),
        problems=((2, "party_card_no"), (2, "citizen_id"), (2, "old_id_no"), (2, "phone"), (3, "citizen_id")),
    ),
    Case(
        name="numbers that were rounded",
        build=xlsx(IDS, (1, "Lê An", 1.23e17, "3,8E+11"), (2, "Lê Bình", "38-1234", "12345")),
        people=(person(2, "Lê An"), person(3, "Lê Bình", party_card_no="38-1234")),
        problems=((2, "party_card_no"), (2, "citizen_id"), (3, "party_card_no"), (3, "citizen_id")),
    ),
    Case(
        name="capitals, blanks that do not break, decomposed accents, marks nobody sees",
        build=xlsx(
            HEADER[:2], (1, "NGUYỄN VĂN AN"), (2, " Nguyễn\u00a0 Văn\u00a0An "), (3, "Nguye\u0302\u0303n Va\u0306n An"),
            (4, "Nguyễn\u200b Văn\ufeff An"), (5, "Nguyễn Văn\nAn"), (6, "Đ/c: Nguyễn Văn An"), (7, "Ðặng Văn An"),
        ),
        people=(
            *(person(row, "Nguyễn Văn An") for row in range(2, 8)),
            person(8, "Đặng Văn An"),
        ),
    ),
    Case(
        name="names of other peoples of the country",
        build=xlsx(HEADER[:2], (1, "K'BRÊU"), (2, "H'Hen Niê"), (3, "Y Hoàng"), (4, "Lò Thị Ún"), (5, "Kpă Ngọc")),
        people=(person(2, "K'Brêu"), person(3, "H'Hen Niê"), person(4, "Y Hoàng"), person(5, "Lò Thị Ún"),
                person(6, "Kpă Ngọc")),
    ),
    Case(
        name="names with what no name has",
        build=xlsx(HEADER[:2], (1, "Lê An 2"), (2, "Lê An/Lê Bình"), (3, "Lê?n An")),
        people=(person(2, "Lê An 2"), person(3, "Lê An/Lê Bình"), person(4, "Lê?n An")),
        problems=((2, "full_name"), (3, "full_name"), (4, "full_name")),
    ),
    Case(
        name="texts that look like formulas",
        build=table_text(("STT", "Họ và tên", "Chức vụ", "Ghi chú"), (1, "Lê An", "+ Bí thư", "=1+1"),
                         (2, "Lê Bình", "-", "@cmd")),
        people=(person(2, "Lê An", position="+ Bí thư", note="=1+1"), person(3, "Lê Bình", note="@cmd")),
    ),
    Case(
        name="cells in error",
        build=xlsx(HEADER, AN, BINH, change=set_errors),
        people=(person(2, "Nguyễn Văn An", gender="male", cell="Phố 1", party_card_no="38123456"),),
        problems=((2, "birth_date"), (3, "full_name")),
    ),
    Case(
        name="rows of nothing but errors",
        build=xlsx(HEADER, AN, (2,), (3,), (4,), change=only_errors),
        people=(an(2),),
        problems=((None, None),),
    ),
    Case(
        name="formulas without a result",
        build=xlsx(HEADER, AN, BINH, change=uncounted),
        people=(person(3, "Trần Thị Bình", gender="female", cell="Phố 2", party_card_no="38123457"),),
        problems=((2, "full_name"), (3, "birth_date")),
    ),
    Case(
        name="formulas with a result",
        build=computed,
        people=(an(2), binh(3)),
        problems=((None, "full_name"), (None, "cell")),
    ),
    Case(
        name="errors written into a csv",
        build=table_text(HEADER, ("1", "Nguyễn Văn An", "#VALUE!", "Nam", "Phố 1", "38123456")),
        people=(person(2, "Nguyễn Văn An", gender="male", cell="Phố 1", party_card_no="38123456"),),
        problems=((2, "birth_date"),),
    ),
    Case(
        name="words for a status",
        build=xlsx(("STT", "Họ và tên", "Trạng thái hoạt động"), (1, "Lê An", "đang sinh hoạt"),
                   (2, "Lê Bình", "Miễn SH"),
                   (3, "Lê Cao", "nghỉ mát")),
        people=(person(2, "Lê An", status="Đang sinh hoạt Đảng"), person(3, "Lê Bình", status="Miễn sinh hoạt"),
                person(4, "Lê Cao")),
        problems=((4, "status"),),
    ),
    Case(
        name="a gender of many spellings",
        build=xlsx(("STT", "Họ và tên", "Giới tính"), (1, "Lê An", "nam"), (2, "Lê Bình", "NỮ"), (3, "Lê Cao", "Nu"),
                   (4, "Lê Dung", "khác")),
        people=(person(2, "Lê An", gender="male"), person(3, "Lê Bình", gender="female"),
                person(4, "Lê Cao", gender="female"), person(5, "Lê Dung")),
        problems=((5, "gender"),),
    ),
)  # fmt: skip
