"""Members given out as "File nhập liệu 4.0", the upload file of the national data base of Party members.

Header in rows 6–7, people from row 8, columns A–AE. What the office keeps nowhere (ethnicity, religion, places) and
what the data base fills in itself stays blank, and the result says so. Guests are no members and are not in it.
"""

from collections.abc import Callable
from pathlib import Path

from db.records import Member
from db.values import MemberKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.exchange.delivery import delivered
from desktop_app.exchange.exported import NOBODY, PRACTICE_NOTE, Exported, ids_of, people_of, written_down
from desktop_app.exchange.typed_rows import Column, Kind, Paper, write_xlsx
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import office
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import Store

NOT_XLSX = "Mẫu “File nhập liệu 4.0” chỉ xuất ra tệp .xlsx; hãy ghi tên tệp có đuôi .xlsx."
TITLE = "FILE NHẬP LIỆU 4.0 – DANH SÁCH ĐẢNG VIÊN"
HEADER_ROW, FIRST_ROW = 5, 7
TYPES = {"id": Kind.ID, "date": Kind.DATE, "no": Kind.NUMBER}
ORDINAL = "ordinal"
# title | field, empty where nothing is kept | type | width
LAYOUT = tuple(
    tuple(part.strip() for part in line.split("|"))
    for line in """
    STT                     | ordinal           | no   | 6
    ID                      |                   |      | 8
    Họ và tên*              | full_name         |      | 26
    Tên gọi khác            | other_name        |      | 18
    Giới tính*              | gender            |      | 9
    Sinh ngày*              | birth_date        | date | 12
    Dân tộc*                |                   |      | 9
    Tôn giáo*               |                   |      | 9
    Số định danh cá nhân*   | citizen_id        | id   | 16
    Số thẻ Đảng*            | party_card_no     | id   | 16
    Nơi cấp thẻ             |                   |      | 14
    Ngày cấp thẻ            | card_issued_on    | date | 12
    Số thẻ Đảng theo QĐ 85  | old_party_card_no | id   | 13
    Tổ chức Đảng sinh hoạt* | cell              |      | 26
    Nơi đăng ký khai sinh   |                   |      | 10
    Nơi đăng ký khai sinh   |                   |      | 14
    Nơi đăng ký khai sinh   |                   |      | 14
    Quê quán                |                   |      | 10
    Quê quán                |                   |      | 14
    Quê quán                |                   |      | 14
    Thường trú              |                   |      | 10
    Thường trú              |                   |      | 14
    Thường trú              |                   |      | 14
    Ngày vào Đảng*          | admitted_on       | date | 12
    Ngày chính thức*        | official_on       | date | 12
    Số CMND cũ              | old_id_no         | id   | 13
    Trạng thái hoạt động*   | status            |      | 20
    Ngày rời/mất/miễn SH    | status_date       | date | 12
    Đề nghị xóa             |                   |      | 10
    Kết quả kiểm tra        |                   |      | 12
    Chi tiết lỗi            |                   |      | 20
    """.strip().splitlines()
)
COLUMNS = tuple(Column(title=t, kind=TYPES.get(kind, Kind.TEXT), width=float(w)) for t, _, kind, w in LAYOUT)
FIELDS = tuple(field or None for _, field, _, _ in LAYOUT)
BLANK = tuple(dict.fromkeys(title.rstrip("*") for title, field, _, _ in LAYOUT if not field))
PLACE_PARTS = ("Quốc gia", "Tỉnh/Thành phố", "Chi tiết")
SAID: dict[str, Callable[[Member], str | None]] = {
    "gender": lambda person: word(person.gender) if person.gender else None,
    "status": lambda person: word(person.status) if person.status else None,
    "cell": lambda person: cell_title(person.cell) if person.cell else None,
}


def export_national(
    store: Store, out: Path, chosen: MemberFilter | None = None, progress: Progress = quiet
) -> Exported:
    """Write the members a filter lets through, in its order.

    Raises Refusal for nobody to write, another kind of file than .xlsx, and a place that cannot be written.
    """
    if out.suffix.casefold() != ".xlsx":
        raise Refusal(NOT_XLSX)
    chosen = chosen or MemberFilter()
    people = people_of(store, ids_of(store, chosen), chosen, progress)
    members = (person for person in people if person.kind is not MemberKind.GUEST)
    with delivered(out) as part:
        count = write_xlsx(part, _paper(store), COLUMNS, map(_values, range(1, 10**9), members))
        if not count:
            raise Refusal(NOBODY)
    return written_down(store, Exported(path=out, people=count, blank=BLANK), "File nhập liệu 4.0", chosen)


def _values(number: int, person: Member) -> list[str | int | None]:
    return [number if name == ORDINAL else _fact(person, name) for name in FIELDS]


def _fact(person: Member, name: str | None) -> str | None:
    if name is None:
        return None
    said = SAID.get(name)
    found: str | None = said(person) if said else getattr(person, name)
    return found


def _paper(store: Store) -> Paper:
    here = office(store)
    titles = [TITLE, here.name, *([PRACTICE_NOTE] if here.practice else [])]
    groups = [place for place, column in enumerate(COLUMNS) if COLUMNS[place - 1].title != column.title]
    merged, header = [], []
    for left in groups:
        title = COLUMNS[left].title
        width = sum(column.title == title for column in COLUMNS)
        if width > 1:
            merged.append((HEADER_ROW, left, HEADER_ROW, left + width - 1, title))
        else:
            header.append((HEADER_ROW, left, title))
        parts = PLACE_PARTS if width > 1 else ("",)
        header += [(HEADER_ROW + 1, left + n, part) for n, part in enumerate(parts)]
    return Paper(
        sheet="File nhập liệu 4.0",
        header_row=HEADER_ROW,
        first_row=FIRST_ROW,
        titles=tuple((row, 0, text) for row, text in enumerate(titles)),
        header=tuple(header),
        merged=tuple(merged),
    )
