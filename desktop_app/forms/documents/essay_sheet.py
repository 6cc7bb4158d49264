"""Bài thu hoạch: the sheet to write on with the round's questions, and its cover; blank, or with the writer's name.

Nobody chosen = one blank copy; a cell = a copy for each of its people who must write; a person = that person's copy.
"""

from collections.abc import Callable
from dataclasses import dataclass

from db.records import RollRow, StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title, superior_line
from desktop_app.forms.blocks import (
    Align,
    Block,
    Bookmark,
    Document,
    FillLine,
    Head,
    Heading,
    PageBreak,
    Paragraph,
    Signature,
    Signer,
    Spacer,
    Title,
)
from desktop_app.forms.choice import summoned_round, the_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import BY_HAND, Letterhead, letterhead
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import essays
from desktop_app.services.store import Store

SHEET = "Bài thu hoạch (mẫu viết)"
COVER = "Bìa bài thu hoạch"
NUMERALS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
LINES = 9
WORDS = (
    Wording(field="name", caption="Tên gọi", text="BÀI THU HOẠCH", names={}),
    Wording(field="proposal", caption="Mục cuối", text="Kiến nghị, đề xuất (nếu có)", names={}),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`writers` None = one blank copy."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    writers: tuple[RollRow | None, ...]


def gather(form_id: str) -> Callable[[Store, Subject], Sheet]:
    def read(store: Store, subject: Subject) -> Sheet:
        return Sheet(
            paper=letterhead(store, subject),
            texts=texts(store, form_id, WORDS),
            round=the_round(store, subject),
            writers=_writers(store, subject),
        )

    return read


def _writers(store: Store, subject: Subject) -> tuple[RollRow | None, ...]:
    if subject.member_id is None and subject.cell_id is None:
        return (None,)
    found = summoned_round(store, subject)
    some = None if subject.member_id is None else [subject.member_id]
    listed = essays.standings(store, found.id, subject.cell_id, member_ids=some)
    return tuple(each.standing.row for each in listed if not each.exempt) or (None,)


def compose_sheet(sheet: Sheet) -> Document:
    return _document(sheet, SHEET, _sheet)


def compose_cover(sheet: Sheet) -> Document:
    return _document(sheet, COVER, _cover)


def _document(sheet: Sheet, title: str, page: Callable[[Sheet, RollRow | None], list[Block]]) -> Document:
    blocks: list[Block] = []
    for writer in sheet.writers:
        blocks += [PageBreak()] if blocks else []
        blocks += [Bookmark(writer.full_name)] if writer else []
        blocks += page(sheet, writer)
    return sheet.paper.document(title, tuple(blocks), study_of(sheet.round))


def _head(sheet: Sheet, writer: RollRow | None) -> Head:
    """The head of the writer's cell: what a member writes goes out in nobody's name but their own."""
    cell = cell_title(writer.cell).upper() if writer else "CHI BỘ ...................."
    place = sheet.paper.office.place
    return Head(
        superior=superior_line(sheet.paper.office.name),
        issuer=cell,
        place_and_date=f"{place}, ngày ....... tháng ....... năm {sheet.paper.on.year}",
    )


def _sheet(sheet: Sheet, writer: RollRow | None) -> list[Block]:
    questions = [*sheet.round.questions, sheet.texts.say("proposal")]
    name = writer.full_name if writer else None
    return [
        _head(sheet, writer),
        Title(sheet.texts.say("name"), study_of(sheet.round), bookmark=name or ""),
        *_about(writer),
        *(block for at, question in enumerate(questions) for block in _question(at, question)),
        Signature(right=Signer(authority="NGƯỜI VIẾT THU HOẠCH", hint=BY_HAND, name=name or "")),
    ]


def _question(at: int, question: str) -> list[Block]:
    numeral = NUMERALS[at] if at < len(NUMERALS) else str(at + 1)
    return [Heading(f"{numeral}. {question.rstrip(' .;')}"), FillLine("", more=LINES)]


def _about(writer: RollRow | None) -> list[Block]:
    """Who writes; dots where the sheet is blank."""
    return [
        FillLine("Họ và tên:", writer.full_name if writer else ""),
        FillLine("Ngày sinh:", show_date(writer.birth_date or "") if writer else ""),
        FillLine("Chức vụ Đảng, chính quyền, đoàn thể:", (writer.position or "") if writer else ""),
        FillLine("Sinh hoạt tại:", cell_title(writer.cell) if writer else ""),
    ]


def _cover(sheet: Sheet, writer: RollRow | None) -> list[Block]:
    due = f"Hạn nộp: ngày {day(sheet.round.essay_by)}" if sheet.round.essay_by else ""
    return [
        _head(sheet, writer),
        Spacer(45),
        Title(sheet.texts.say("name"), study_of(sheet.round), bookmark=writer.full_name if writer else ""),
        Spacer(30),
        *_about(writer),
        FillLine("Ngày nộp:"),
        FillLine("Người nhận:"),
        *([Paragraph(f"({due})", align=Align.CENTRE, indent=False)] if due else []),
    ]


def _form(form_id: str, title: str, compose: Callable[[Sheet], Document]) -> Form[Sheet]:
    return Form(
        id=form_id,
        title=title,
        scopes=(Scope.ROUND, Scope.CELL, Scope.MEMBER),
        gather=gather(form_id),
        compose=compose,
        group="Bài thu hoạch",
        words=WORDS,
        people=lambda sheet: [each.member_id for each in sheet.writers if each],
    )


FORM = _form("essay-sheet", SHEET, compose_sheet)
COVER_FORM = _form("essay-cover", COVER, compose_cover)
