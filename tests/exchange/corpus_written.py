"""Lists by how they were written: kinds of file, encodings of text, old fonts."""

import re
import unicodedata
from datetime import date

from tests.exchange.corpus import AN, BINH, HEADER, Case, Line, an, binh, ods, person, table_text, xls, xlsx
from tests.exchange.legacy_text import tcvn3, tcvn3_capitals, vni

CLERKS: tuple[Line, ...] = (
    ("STT", "Họ và tên", "Năm sinh", "Giới tính", "Chức vụ", "Chi bộ"),
    (1, "Nguyễn Văn Hưng", 1960, "Nam", "Bí thư", "Phường Đông Thọ"),
    (2, "Đặng Thị Phượng", 1961, "Nữ", "Phó bí thư", "Phường Đông Thọ"),
    (3, "Lê Đình Lượng", 1962, "Nam", "Chi ủy viên", "Phường Đông Sơn"),
    (4, "Bùi Quốc Ấn", 1963, "Nam", "Đảng viên", "Phường Đông Sơn"),
)
CLERKS_READ = (
    person(2, "Nguyễn Văn Hưng", birth_date="1960", gender="male", position="Bí thư", cell="Phường Đông Thọ"),
    person(3, "Đặng Thị Phượng", birth_date="1961", gender="female", position="Phó bí thư", cell="Phường Đông Thọ"),
    person(4, "Lê Đình Lượng", birth_date="1962", gender="male", position="Chi ủy viên", cell="Phường Đông Sơn"),
    person(5, "Bùi Quốc Ấn", birth_date="1963", gender="male", position="Đảng viên", cell="Phường Đông Sơn"),
)
TOLD = ((None, None),)


def written(convert: object) -> list[Line]:
    assert callable(convert)
    return [tuple(convert(value) if isinstance(value, str) else value for value in line) for line in CLERKS]


def cp1258(text: str) -> str:
    """Letters as the Windows code page has them, the tones after them."""
    marks = unicodedata.normalize("NFD", text)
    for letter in "âăêôơưÂĂÊÔƠƯ":
        parts = unicodedata.normalize("NFD", letter)
        marks = re.sub(f"{parts[0]}(\u0323?){parts[1]}", rf"{letter}\1", marks)
    return marks


CAPITALS_READ = tuple(
    {key: value.upper() if key in ("position", "cell") else value for key, value in each.items()}
    for each in CLERKS_READ
)
LOST = [
    tuple(value.replace("\u00ad", "") if isinstance(value, str) else value for value in line) for line in written(tcvn3)
]
MIXED: tuple[Line, ...] = (*CLERKS[:3], tuple(tcvn3(value) if isinstance(value, str) else value for value in CLERKS[3]))

WRITTEN = (
    Case(
        name="an old workbook",
        build=xls(HEADER, (1, "Nguyễn Văn An", date(1960, 2, 5), *AN[3:]), BINH, hidden=(3,)),
        people=(an(2), binh(3)),
        problems=TOLD,
    ),
    Case(
        name="an open document",
        build=ods(HEADER, (1, "Nguyễn Văn An", date(1960, 2, 5), *AN[3:]), BINH, hidden=(3,)),
        people=(an(2), binh(3)),
        problems=TOLD,
    ),
    Case(name="csv with a byte-order mark", build=table_text(HEADER, AN, BINH), people=(an(2), binh(3))),
    Case(
        name="csv with semicolons",
        build=table_text(HEADER, AN, BINH, encoding="utf-8", separator=";"),
        people=(an(2), binh(3)),
    ),
    Case(
        name="csv of tabs in UTF-16",
        build=table_text(HEADER, AN, BINH, encoding="utf-16", separator="\t"),
        people=(an(2), binh(3)),
    ),
    Case(
        name="csv of bars with bare line feeds",
        build=table_text(HEADER, AN, BINH, encoding="utf-8", separator="|", end="\n"),
        people=(an(2), binh(3)),
    ),
    Case(
        name="csv in windows-1258",
        build=table_text(*written(cp1258), encoding="cp1258", separator=";"),
        people=CLERKS_READ,
    ),
    Case(
        name="csv in TCVN3",
        build=table_text(*written(tcvn3), encoding="latin-1"),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(name="csv in VNI", build=table_text(*written(vni), encoding="latin-1"), people=CLERKS_READ, problems=TOLD),
    Case(
        name="TCVN3 told by its font",
        build=xlsx(*written(tcvn3), fonts={"A1:F5": ".VnTime"}),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(
        name="TCVN3 told by its look",
        build=xlsx(*written(tcvn3)),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(
        name="TCVN3 in a font of capitals",
        build=xlsx(*written(tcvn3_capitals), fonts={"A1:F5": ".VnTimeH"}),
        people=CAPITALS_READ,
        problems=TOLD,
    ),
    Case(
        name="VNI told by its font",
        build=xlsx(*written(vni), fonts={"A1:F5": "VNI-Times"}),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(name="VNI told by its look", build=xlsx(*written(vni)), people=CLERKS_READ, problems=TOLD),
    Case(
        name="an old workbook in TCVN3",
        build=xls(*written(tcvn3), font=".VnTime"),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(
        name="an open document in VNI",
        build=ods(*written(vni), font="VNI-Times"),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(
        name="Unicode under an old font",
        build=xlsx(*CLERKS, fonts={"A1:F5": ".VnTime"}),
        people=CLERKS_READ,
    ),
    Case(
        name="names alone in TCVN3",
        build=xlsx(
            CLERKS[0], *[(line[0], tcvn3(str(line[1])), *line[2:]) for line in CLERKS[1:]], fonts={"B2:B5": ".VnTime"}
        ),
        people=CLERKS_READ,
        problems=TOLD,
    ),
    Case(
        name="TCVN3 that lost its horned u",
        build=xlsx(*LOST, fonts={"A1:F5": ".VnTime"}),
        people=(
            {**CLERKS_READ[0], "full_name": "Nguyễn Văn Hng", "position": "Bí th", "cell": "Phờng Đông Thọ"},
            {**CLERKS_READ[1], "full_name": "Đặng Thị Phợng", "position": "Phó bí th", "cell": "Phờng Đông Thọ"},
            {**CLERKS_READ[2], "full_name": "Lê Đình Lợng", "cell": "Phờng Đông Sơn"},
            {**CLERKS_READ[3], "cell": "Phờng Đông Sơn"},
        ),
        problems=(
            (None, None), (None, None), (2, "full_name"), (3, "full_name"), (4, "full_name"),
            (2, "cell"), (3, "cell"), (4, "cell"), (5, "cell"), (2, "position"), (3, "position"),
        ),
    ),
    Case(
        name="one row of TCVN3 among Unicode",
        build=xlsx(*MIXED),
        people=(*CLERKS_READ[:2], {**CLERKS_READ[2], "full_name": tcvn3("Lê Đình Lượng").replace("\u00ad", ""),
                                   "position": tcvn3("Chi ủy viên"),
                                   "cell": tcvn3("Phường Đông Sơn").replace("\u00ad", "")}),
        problems=((4, "full_name"),),
    ),
)  # fmt: skip
