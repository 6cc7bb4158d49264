"""Danh sách chưa học: who must attend a round and still owes half-days, cell by cell, and why they were missed."""

from dataclasses import dataclass
from operator import attrgetter

from db.records import StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.absences import Absence, absences
from desktop_app.forms.blocks import Block, Document, Kind, Paragraph, Table, Title, TotalRow
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import ListColumn, cells, column, header, shown, wordings
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, study_of, time_left
from desktop_app.forms.wordings import Texts, texts
from desktop_app.services import attendance
from desktop_app.services.attendance import Standing
from desktop_app.services.store import Store

TITLE = "Danh sách chưa học"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    cell: str
    name: str
    born: str
    missed: str
    why: str
    note: str


COLUMNS: tuple[ListColumn[Person], ...] = (
    column("name", "Họ và tên", attrgetter("name"), 42),
    column("born", "Ngày sinh", attrgetter("born"), 23, Kind.DATE),
    column("missed", "Buổi chưa học", attrgetter("missed"), 43),
    column("why", "Lý do vắng, tình trạng", attrgetter("why")),
    column("note", "Ghi chú", attrgetter("note"), 16),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cell` names the one cell the list is about, empty for all; `must` counts those who must attend."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    cell: str
    must: int
    people: tuple[Person, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    cell = cell_name(store, subject)
    must = [s for s in attendance.standings(store, found.id, subject.cell_id) if s.must_attend]
    missed = absences(store, found.id, settled_too=False)
    owing = [standing for standing in must if not standing.studied]
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "not-studied", wordings(COLUMNS)),
        round=found,
        cell=cell,
        must=len(must),
        people=tuple(_person(each, missed(each)) for each in owing),
    )


def _person(standing: Standing, absence: Absence) -> Person:
    settled = len(standing.made_up)
    owed = standing.required - (absence.held - len(standing.missed)) - settled
    made_up = f"đã học bù {settled} buổi" if settled else ""
    fewer = f"phải học bù {owed} trong {absence.missed} buổi" if owed < absence.missed else ""
    return Person(
        cell=cell_title(standing.row.cell),
        name=standing.row.full_name,
        born=show_date(standing.row.birth_date or ""),
        missed=absence.half_days,
        why=absence.why,
        note="; ".join(filter(None, (made_up, fewer))),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    blocks: list[Block] = [
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"đảng viên chưa {study}",
            reference=f"({sheet.cell})" if sheet.cell else "",
        ),
        Paragraph(_intro(sheet)),
        *([_table(sheet)] if sheet.people else []),
        sheet.paper.list_closing(),
    ]
    return sheet.paper.document(TITLE, tuple(blocks), study)


def _intro(sheet: Sheet) -> str:
    asked = f"Tính đến ngày {day(sheet.paper.on.isoformat())}, "
    must = f"{grouped(sheet.must)} đảng viên phải dự"
    if not sheet.must:
        return f"{asked}danh sách triệu tập không có đảng viên nào phải dự."
    if not sheet.people:
        return f"{asked}tất cả {must} đã học đủ, không còn đồng chí nào phải học bù."
    by = sheet.round.study_by
    limit = f" Hạn học xong: ngày {day(by)} ({time_left(by, sheet.paper.on)})." if by else ""
    return f"{asked}còn {grouped(len(sheet.people))} đồng chí trong số {must} chưa học đủ các buổi.{limit}"


def _table(sheet: Sheet) -> Table:
    columns = shown(COLUMNS, sheet.texts)
    rows = numbered(by_heading(sheet.people, attrgetter("cell")), cells(columns), headed=not sheet.cell)
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} đồng chí", ("",) * (len(columns) - 1))
    return Table(columns=header(columns), rows=(*rows, total))


FORM = Form(
    id="not-studied",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    words=wordings(COLUMNS),
)
