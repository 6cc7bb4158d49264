"""Danh sách bài thu hoạch được xác nhận: whose essays were confirmed, by whom and when; not how they were marked."""

from dataclasses import dataclass

from db.records import Essay, RollRow, StudyRound
from db.values import EssayResult
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Block, Document, Kind, Paragraph, Table, Title, TotalRow
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import ListColumn, cells, column, header, shown, wordings
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.wordings import Texts, texts
from desktop_app.services import essays
from desktop_app.services.store import Store

TITLE = "Danh sách bài thu hoạch được xác nhận"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    row: RollRow
    essay: Essay


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cell` names the one cell the list is about, empty for all; `waiting` counts those that
    passed and are not confirmed yet."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    cell: str
    waiting: int
    people: tuple[Confirmed, ...]


COLUMNS: tuple[ListColumn[Confirmed], ...] = (
    column("name", "Họ và tên", lambda each: each.row.full_name, 40),
    column("born", "Ngày sinh", lambda each: show_date(each.row.birth_date or ""), 23, Kind.DATE),
    column("received", "Ngày nộp", lambda each: show_date(each.essay.received_on), 23, Kind.DATE),
    column("on", "Ngày xác nhận", lambda each: show_date(each.essay.confirmed_on or ""), 23, Kind.DATE),
    column("by", "Người, cơ quan xác nhận", lambda each: each.essay.confirmed_by or ""),
)


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    told = [(each.standing.row, each.last) for each in essays.standings(store, found.id, subject.cell_id)]
    there = [Confirmed(row=row, essay=essay) for row, essay in told if essay is not None]
    bare = [each for each in there if each.essay.confirmed_on is None and each.essay.result is EssayResult.PASSED]
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "confirmed-list", wordings(COLUMNS)),
        round=found,
        cell=cell_name(store, subject),
        waiting=len(bare),
        people=tuple(each for each in there if each.essay.confirmed_on is not None),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    blocks = (
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"bài thu hoạch được xác nhận đợt {study}",
            reference=f"({sheet.cell})" if sheet.cell else "",
        ),
        *_body(sheet),
        sheet.paper.list_closing(),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _body(sheet: Sheet) -> list[Block]:
    rest = f"; còn {grouped(sheet.waiting)} bài đạt chưa xác nhận" if sheet.waiting else ""
    on = f"Tính đến ngày {day(sheet.paper.on.isoformat())}"
    if not sheet.people:
        return [Paragraph(f"{on}, chưa có bài thu hoạch nào được xác nhận{rest}.")]
    said = Paragraph(f"{on}, đã xác nhận {grouped(len(sheet.people))} bài thu hoạch{rest}.")
    columns = shown(COLUMNS, sheet.texts)
    groups = by_heading(sheet.people, lambda each: cell_title(each.row.cell))
    rows = numbered(groups, cells(columns), headed=not sheet.cell, unit="bài")
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} bài", ("",) * (len(columns) - 1))
    return [said, Table(columns=header(columns), rows=(*rows, total))]


FORM = Form(
    id="confirmed-list",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    group="Bài thu hoạch",
    words=wordings(COLUMNS),
    people=lambda sheet: [each.row.member_id for each in sheet.people],
)
