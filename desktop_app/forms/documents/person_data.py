"""Phiếu cung cấp dữ liệu cá nhân: everything kept about one person, for that person on request, numbers in full.

Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15). That it was composed is written down as a look at full numbers.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.dated import Period
from desktop_app.domain.dated_words import KINDS, began, ended, reason
from desktop_app.domain.dates import show_date
from desktop_app.domain.lifeline import capital
from desktop_app.domain.lives import said
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Block, Column, Document, Heading, Kind, Note, Paragraph, Row, Table, Title
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import day
from desktop_app.services.person_data import Attendance, PersonData, person_data
from desktop_app.services.store import Store

TITLE = "Phiếu cung cấp dữ liệu cá nhân"
ALL = (
    "Phiếu ghi đủ những gì sổ học tập đang giữ về đồng chí, cung cấp theo yêu cầu của đồng chí theo Luật Bảo vệ dữ "
    "liệu cá nhân (Luật số 91/2025/QH15). Chỗ nào sai, đồng chí báo văn phòng để sửa."
)
NAMESAKES = "Dòng ghi theo họ tên có thể là của người trùng họ tên."
NOTHING = "Sổ không giữ gì ở mục này."
DAY = 24.0
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    data: PersonData


def gather(store: Store, subject: Subject) -> Sheet:
    return Sheet(paper=letterhead(store, subject), data=person_data(store, subject.need(Scope.MEMBER)))


def compose(sheet: Sheet) -> Document:
    person = sheet.data.facts.person
    on = day(sheet.paper.on.isoformat())
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("PHIẾU CUNG CẤP DỮ LIỆU", f"cá nhân của đồng chí {person.full_name}", reference=f"(tính đến ngày {on})"),
        Paragraph(ALL),
        *(
            block
            for number, (title, blocks) in enumerate(parts(sheet.data), 1)
            for block in part(number, title, blocks)
        ),
        sheet.paper.list_closing("NGƯỜI LẬP PHIẾU"),
    )
    return sheet.paper.document(TITLE, blocks, person.full_name)


def part(number: int, title: str, blocks: Sequence[Block]) -> list[Block]:
    return [Heading(f"{number}. {title}"), *(blocks or [Paragraph(NOTHING)])]


def parts(data: PersonData) -> list[tuple[str, list[Block]]]:
    """The parts of the paper in order, each with its blocks; none where nothing is kept."""
    return [
        ("Thông tin cá nhân", particulars(data)),
        ("Chi bộ, trạng thái, chức vụ theo thời gian", history(data)),
        ("Dự hội nghị", attendance(data.attendance)),
        ("Học bù", makeups(data.attendance)),
        ("Bài thu hoạch", essays(data)),
        ("Nhiệm vụ trong kế hoạch hành động", tasks(data)),
        ("Văn bản đã phát hành có ghi tên", documents(data)),
        ("Đã sửa những gì trong sổ", changes(data)),
        ("Ai đã xem, in, xuất dữ liệu", outputs(data)),
    ]


def listed(columns: Sequence[Column], lines: Iterable[Line]) -> list[Block]:
    """A table of the lines, nothing where there are none."""
    rows = [Row(line) for line in lines]
    return [Table(columns=tuple(columns), rows=tuple(rows), size=11)] if rows else []


def date_column(title: str) -> Column:
    return Column(title, mm=DAY, kind=Kind.DATE)


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def particulars(data: PersonData) -> list[Block]:
    """Everything that is kept and not dated, numbers in full."""
    person = data.facts.person
    known = (
        ("Họ và tên", person.full_name),
        ("Tên dùng để xếp", person.sort_name),
        ("Tên gọi khác", person.other_name),
        ("Mã đảng viên trong sổ", person.code),
        ("Ngày sinh", shown(person.birth_date)),
        ("Giới tính", word(person.gender) if person.gender else None),
        ("Số thẻ đảng viên", person.party_card_no),
        ("Số thẻ đảng viên cũ", person.old_party_card_no),
        ("Ngày cấp thẻ", shown(person.card_issued_on)),
        ("Số định danh cá nhân", person.citizen_id),
        ("Số chứng minh nhân dân cũ", person.old_id_no),
        ("Điện thoại", person.phone),
        ("Ngày vào Đảng", shown(person.admitted_on)),
        ("Ngày chính thức", shown(person.official_on)),
        ("Loại", word(person.kind) if person.kind else None),
        ("Trạng thái", word(person.status) if person.status else None),
        ("Chi bộ", person.cell),
        ("Chức vụ", person.position),
        ("Phố, tổ dân phố", data.block),
        ("Ghi chú", person.note),
    )
    return listed((Column("Nội dung", mm=60), Column("Trong sổ")), [(what, text or "–") for what, text in known])


def history(data: PersonData) -> list[Block]:
    life = data.facts.life
    every: list[Period] = [
        *life.cells,
        *life.kinds,
        *life.statuses,
        *life.temporary,
        *life.essay_free,
        *life.offices,
    ]
    columns = (
        Column("Về", mm=20),
        Column("Việc"),
        date_column("Từ ngày"),
        date_column("Đến trước"),
        Column("Số quyết định, ghi thêm", mm=36),
    )
    return listed(
        columns,
        [
            (
                KINDS[type(fact)],
                capital(said(fact)),
                began(fact),
                ended(fact),
                "; ".join(filter(None, (fact.decision_no, reason(fact)))),
            )
            for fact in sorted(every, key=lambda fact: fact.valid_from)
        ],
    )


def held(each: Attendance) -> str:
    """“Sáng 27/03/2021”."""
    return f"{word(each.half_day.part)} {show_date(each.half_day.held_on)}"


def attendance(found: Iterable[Attendance]) -> list[Block]:
    columns = (Column("Buổi", mm=34), Column("Hội nghị"), Column("Điểm danh", mm=36), Column("Lý do, ghi chú", mm=36))
    lines = []
    for each in found:
        if (mark := each.mark) is not None:
            late = ("đến muộn" if mark.late else "", "về sớm" if mark.left_early else "")
            more = "; ".join(filter(None, (*late, mark.reason, mark.remark)))
            lines.append((held(each), each.conference.name, word(mark.status), more))
    return listed(columns, lines)


def makeups(found: Iterable[Attendance]) -> list[Block]:
    columns = (
        date_column("Ngày"),
        Column("Buổi học bù cho"),
        Column("Hình thức", mm=40),
        Column("Người xác nhận, ghi chú", mm=42),
    )
    made = [(each, each.makeup) for each in found if each.makeup is not None]
    return listed(
        columns,
        [
            (
                shown(makeup.made_up_on),
                f"{held(each)}, {each.conference.name}",
                word(makeup.form),
                "; ".join(filter(None, (makeup.confirmed_by, makeup.note))),
            )
            for each, makeup in made
        ],
    )


def essays(data: PersonData) -> list[Block]:
    columns = (
        Column("Đợt học tập"),
        Column("Lần", mm=12),
        date_column("Nộp ngày"),
        Column("Kết quả", mm=34),
        Column("Người chấm, ghi chú", mm=40),
    )
    return listed(
        columns,
        [
            (
                name,
                str(essay.attempt),
                shown(essay.received_on),
                " ".join(filter(None, (word(essay.result) if essay.result else "Chưa chấm", essay.score))),
                "; ".join(filter(None, (essay.marked_by or essay.checker, essay.note))),
            )
            for name, essay in data.essays
        ],
    )


def tasks(data: PersonData) -> list[Block]:
    columns = (Column("Nhiệm vụ"), Column("Đơn vị", mm=44), date_column("Hạn"), Column("Kết quả", mm=40))
    lines = [(each.task.title, each.unit, shown(each.task.due_on), each.task.result or "") for each in data.tasks]
    return listed(columns, lines)


def documents(data: PersonData) -> list[Block]:
    columns = (Column("Số, ký hiệu", mm=36), date_column("Ngày"), Column("Văn bản"))
    return listed(columns, [(each.symbol, shown(each.issued_on), each.title) for each in data.documents])


def changes(data: PersonData) -> list[Block]:
    columns = (
        Column("Lúc", mm=34),
        Column("Người sửa", mm=32),
        Column("Nội dung"),
        Column("Trước", mm=32),
        Column("Sau", mm=32),
    )
    return listed(
        columns,
        [
            (moment(each.done_at), each.user, f"{each.about}: {each.caption}", each.before or "", each.after or "")
            for each in reversed(data.facts.changes)
        ],
    )


def outputs(data: PersonData) -> list[Block]:
    columns = (Column("Lúc", mm=34), Column("Người làm", mm=36), Column("Việc", mm=34), Column("Nội dung"))
    lines = [(moment(each.done_at), each.user, word(each.kind), each.what) for each in data.outputs]
    table = listed(columns, lines)
    return [*table, Note(NAMESAKES)] if table else []


def moment(iso: str) -> str:
    """“05/04/2021 07:30”."""
    return f"{show_date(iso[:10])} {iso[11:16]}"


FORM = Form(
    id="person-data",
    title=TITLE,
    scopes=(Scope.MEMBER,),
    gather=gather,
    compose=compose,
    group="Đảng viên, tổ chức",
    people=lambda sheet: [sheet.data.facts.person.id],
)
