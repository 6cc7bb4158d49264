"""Danh sách chưa học: who must attend a round and still owes half-days, cell by cell, and why they were missed."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from db.records import Conference, HalfDay, Mark, StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.obligations import Attended
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    Paragraph,
    Table,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name, main_conferences, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, half_day, lowered, study_of, time_left
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cell` names the one cell the list is about, empty for all; `must` counts those who must attend."""

    paper: Letterhead
    round: StudyRound
    cell: str
    must: int
    people: tuple[Person, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    cell = cell_name(store, subject)
    must = [s for s in attendance.standings(store, found.id, subject.cell_id) if s.must_attend]
    held = [conference for conference in main_conferences(store, found.id) if conference.frozen_at]
    marks = {place: mark for each in held for place, mark in attendance.sheet(store, each.id).marks.items()}
    days = {each.id: half_days_of(each) for each in held}
    owing = [standing for standing in must if not standing.studied]
    return Sheet(
        paper=letterhead(store, subject),
        round=found,
        cell=cell,
        must=len(must),
        people=tuple(_person(each, days[each.row.conference_id], marks) for each in owing),
    )


def half_days_of(held: Conference) -> dict[int, HalfDay]:
    return {each.id: each for each in held.half_days}


def _person(standing: Standing, days: Mapping[int, HalfDay], marks: Mapping[tuple[int, int], Mark]) -> Person:
    settled = {each.half_day_id for each in standing.made_up}
    missed = [held for held in standing.missed if held not in settled]
    given = [marks[held, standing.row.member_id] for held in missed if (held, standing.row.member_id) in marks]
    reasons = ", ".join(dict.fromkeys(mark.reason for mark in given if mark.reason))
    owed = standing.required - (len(days) - len(standing.missed)) - len(settled)
    made_up_on = f"đã học bù {len(settled)} buổi" if settled else ""
    fewer = f"phải học bù {owed} trong {len(missed)} buổi" if owed < len(missed) else ""
    return Person(
        cell=cell_title(standing.row.cell),
        name=standing.row.full_name,
        born=show_date(standing.row.birth_date or ""),
        missed=_by_day([days[held] for held in missed]),
        why=": ".join(filter(None, (_state(standing, given), reasons))),
        note="; ".join(filter(None, (made_up_on, fewer))),
    )


def _by_day(missed: list[HalfDay]) -> str:
    """“Sáng 27/3, Chiều 27/3,” and what was missed on another day on a line of its own."""
    days = groupby(missed, attrgetter("held_on"))
    return ",\n".join(", ".join(map(half_day, held)) for _, held in days)


def _state(standing: Standing, given: list[Mark]) -> str:
    """What the marks say; for whoever came to some half-days also how the others were missed."""
    if standing.outcome is not Attended.PARTIAL:
        return word(standing.outcome)
    kinds = dict.fromkeys(lowered(word(mark.status)) for mark in given)
    return ", ".join([word(standing.outcome), *kinds])


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
    columns = (
        Column("STT", mm=11, align=Align.CENTRE),
        Column("Họ và tên", mm=42),
        Column("Ngày sinh", mm=23, align=Align.CENTRE),
        Column("Buổi chưa học", mm=43),
        Column("Lý do vắng, tình trạng"),
        Column("Ghi chú", mm=16),
    )
    rows = numbered(by_heading(sheet.people, attrgetter("cell")), _cells, headed=not sheet.cell)
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} đồng chí", ("",) * 4)
    return Table(columns=columns, rows=(*rows, total))


def _cells(person: Person) -> tuple[str, ...]:
    return person.name, person.born, person.missed, person.why, person.note


FORM = Form(id="not-studied", title=TITLE, scopes=(Scope.ROUND, Scope.CELL), gather=gather, compose=compose)
