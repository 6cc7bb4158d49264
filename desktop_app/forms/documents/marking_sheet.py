"""Phiếu chấm bài thu hoạch: the essays handed in, cell by cell, with the criteria of the round as columns to mark in.

What is marked already stands in it. One person chosen = that person's own slip. It is not the list of results.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from db.records import Essay, StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.score_words import in_words
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    FillLine,
    Kind,
    Orientation,
    Paragraph,
    Row,
    Section,
    Signature,
    Signer,
    Spacer,
    Table,
    Title,
    TotalRow,
)
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import BY_HAND, Letterhead, letterhead
from desktop_app.forms.list_columns import NUMBER
from desktop_app.forms.people import by_heading
from desktop_app.forms.phrases import lowered, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import essay_marking, essays
from desktop_app.services.essay_marking import Rubric
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store

TITLE = "Phiếu chấm bài thu hoạch"
WORDS = (
    Wording(field="name", caption="Tên phiếu", text="PHIẾU CHẤM BÀI THU HOẠCH", names={}),
    Wording(field="marker", caption="Người ký", text="NGƯỜI CHẤM", names={}),
)
MANY = 5
"""More criteria than this have their titles turned upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One essay as it stands; `parts` by place of the criterion, from 1."""

    standing: EssayStanding
    essay: Essay
    parts: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`alone`: one person's slip; `cell` names the one cell asked for, empty for all."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    rubric: Rubric
    cell: str
    alone: bool
    essays: tuple[Marked, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    some = None if subject.member_id is None else [subject.member_id]
    listed = essays.standings(store, found.id, subject.cell_id, member_ids=some)
    there = [(each, each.last) for each in listed if each.last is not None and not each.exempt]
    if some and not there:
        raise Refusal("Đảng viên được chọn chưa nộp bài thu hoạch; hãy ghi nhận bài nộp rồi in lại.")
    parts = essay_marking.part_scores(store, [essay.id for _, essay in there if essay])
    marked = [Marked(standing=each, essay=essay, parts=parts.get(essay.id, {})) for each, essay in there if essay]
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "marking-sheet", WORDS),
        round=found,
        rubric=essay_marking.rubric(store, found.id),
        cell=cell_name(store, subject),
        alone=bool(some),
        essays=tuple(marked),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    if sheet.alone:
        return sheet.paper.document(TITLE, tuple(_slip(sheet, sheet.essays[0])), study)
    pages = [_page(sheet, cell, checker, found) for (cell, checker), found in _groups(sheet)]
    blocks = list(chain.from_iterable([Section(Orientation.LANDSCAPE), *page] for page in pages))[1:] or _nothing(sheet)
    return sheet.paper.document(TITLE, tuple(blocks), study, Orientation.LANDSCAPE)


def _groups(sheet: Sheet) -> list[tuple[tuple[str, str], tuple[Marked, ...]]]:
    """(cell, checker) → their essays, the cells of one checker together."""
    by_checker = by_heading(sheet.essays, lambda each: each.standing.checker or "")
    return [
        ((cell, checker), found)
        for checker, all_of in by_checker
        for cell, found in by_heading(all_of, lambda each: cell_title(each.standing.standing.row.cell))
    ]


def _nothing(sheet: Sheet) -> list[Block]:
    whose = f" của {sheet.cell}" if sheet.cell else ""
    return [*_top(sheet, sheet.cell), Paragraph(f"Chưa có bài thu hoạch nào{whose} được nộp để chấm.")]


def _top(sheet: Sheet, whose: str) -> list[Block]:
    reference = f"({whose})" if whose else ""
    name = sheet.texts.say("name")
    return [sheet.paper.head(), Title(name, study_of(sheet.round), reference=reference, bookmark=whose)]


def _page(sheet: Sheet, cell: str, checker: str, found: tuple[Marked, ...]) -> list[Block]:
    rows = tuple(Row((str(at), *_cells(sheet, each))) for at, each in enumerate(found, 1))
    by = f" Người chấm: {checker}." if checker else ""
    return [
        *_top(sheet, cell),
        Paragraph(f"Số bài phải chấm: {grouped(len(found))}.{by}{_scale(sheet.rubric)}"),
        Table(columns=_columns(sheet.rubric), rows=rows, min_row_mm=9),
        _signed(sheet, checker),
    ]


def _signed(sheet: Sheet, name: str) -> Signature:
    return Signature(right=Signer(authority=sheet.texts.say("marker"), hint=BY_HAND, name=name))


def _scale(rubric: Rubric) -> str:
    if not rubric.in_points:
        return " Cách chấm: ghi Đạt hoặc Phải viết lại."
    bands = ", ".join(f"{lowered(band.name)} từ {band.from_score}" for band in rubric.bands if band.from_score != "0")
    return f" Thang điểm 10, đạt từ {rubric.pass_score} điểm; {bands}."


def _columns(rubric: Rubric) -> tuple[Column, ...]:
    turned = len(rubric.criteria) > MANY
    criteria = (
        Column(
            f"{each.title} ({each.points})" if each.points else each.title,
            weight=1.5,
            align=Align.CENTRE,
            turned=turned,
            kind=Kind.NUMBER,
        )
        for each in rubric.criteria
    )
    result = (
        (
            Column("Điểm bằng số", mm=18, align=Align.CENTRE, kind=Kind.NUMBER),
            Column("Điểm bằng chữ", mm=32),
            Column("Xếp loại", mm=24),
        )
        if rubric.in_points
        else (Column("Kết quả", mm=34),)
    )
    day = Column("Ngày nộp", mm=25, align=Align.CENTRE, kind=Kind.DATE)
    return (NUMBER, Column("Họ và tên", mm=46), day, *criteria, *result, Column("Nhận xét", weight=2))


def _cells(sheet: Sheet, each: Marked) -> tuple[str, ...]:
    parts = (each.parts.get(place, "") for place, _ in enumerate(sheet.rubric.criteria, 1))
    name, day = each.standing.standing.row.full_name, show_date(each.essay.received_on)
    return name, day, *parts, *_result(sheet.rubric, each.essay), ""


def _result(rubric: Rubric, essay: Essay) -> tuple[str, ...]:
    if not rubric.in_points:
        return (word(essay.result) if essay.result else "",)
    score = essay.score or ""
    return score, in_words(score) if score else "", rubric.band(score)


def _slip(sheet: Sheet, each: Marked) -> list[Block]:
    row, essay = each.standing.standing.row, each.essay
    labels = ("Điểm bằng số:", "Điểm bằng chữ:", "Xếp loại:") if sheet.rubric.in_points else ("Kết quả:",)
    results = zip(labels, _result(sheet.rubric, essay), strict=True)
    return [
        *_top(sheet, ""),
        FillLine("Họ và tên:", row.full_name),
        FillLine("Ngày sinh:", show_date(row.birth_date or "")),
        FillLine("Sinh hoạt tại:", cell_title(row.cell)),
        FillLine("Ngày nộp bài:", f"{show_date(essay.received_on)} ({lowered(word(essay.form))}, lần {essay.attempt})"),
        *_criteria(sheet.rubric, each.parts, essay.score or ""),
        *(FillLine(label, said) for label, said in results),
        FillLine("Nhận xét:", more=4),
        _signed(sheet, essay.marked_by or each.standing.checker or ""),
    ]


def _criteria(rubric: Rubric, parts: Mapping[int, str], score: str) -> list[Block]:
    if not rubric.criteria:
        return []
    columns = (
        NUMBER,
        Column("Tiêu chí"),
        Column("Điểm tối đa", mm=28, align=Align.CENTRE, kind=Kind.NUMBER),
        Column("Điểm chấm", mm=28, align=Align.CENTRE, kind=Kind.NUMBER),
    )
    rows = [
        Row((str(place), each.title, each.points or "", parts.get(place, "")))
        for place, each in enumerate(rubric.criteria, 1)
    ]
    total = TotalRow("Tổng điểm", ("", score))
    return [Spacer(3), Table(columns=columns, rows=(*rows, total), min_row_mm=9)]


FORM = Form(
    id="marking-sheet",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL, Scope.MEMBER),
    gather=gather,
    compose=compose,
    group="Bài thu hoạch",
    words=WORDS,
    people=lambda sheet: [each.standing.standing.row.member_id for each in sheet.essays],
)
