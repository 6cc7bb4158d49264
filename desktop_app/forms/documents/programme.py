"""Chương trình hội nghị: half-day by half-day, what is heard when, from whom."""

from dataclasses import dataclass

from db.records import Conference, HalfDay
from desktop_app.forms.blocks import (
    Align,
    Block,
    Column,
    Document,
    GroupRow,
    Paragraph,
    Row,
    Signature,
    Table,
    TableRow,
    Title,
)
from desktop_app.forms.choice import the_conference
from desktop_app.forms.conference_facts import half_day_said
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import comrade, conference_words, raised
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services.store import Store

TITLE = "Chương trình hội nghị"
WORDS = (
    Wording(
        field="first",
        caption="Việc mở đầu buổi đầu tiên",
        text="Ổn định tổ chức; chào cờ; tuyên bố lý do, giới thiệu đại biểu; khai mạc hội nghị",
        names={},
    ),
    Wording(
        field="last",
        caption="Việc kết thúc buổi cuối cùng",
        text="Hướng dẫn viết bài thu hoạch; kết luận, bế mạc hội nghị",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    texts: Texts
    conference: Conference


def gather(store: Store, subject: Subject) -> Sheet:
    found = the_conference(store, subject)
    return Sheet(paper=letterhead(store, subject), texts=texts(store, "programme", WORDS), conference=found)


def compose(sheet: Sheet) -> Document:
    found = sheet.conference
    words = conference_words(found.name)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(),
        Title("CHƯƠNG TRÌNH", words),
        *([Paragraph(f"Địa điểm: {found.place}.")] if found.place else []),
        *([Paragraph(f"Chủ trì: {comrade(found.chair)}.")] if found.chair else []),
        Table(
            columns=(
                Column("STT", mm=11, align=Align.CENTRE),
                Column("Nội dung"),
                Column("Người thực hiện", mm=58),
            ),
            rows=tuple(_rows(sheet)),
        ),
        Signature(right=sheet.paper.committee()),
    )
    return sheet.paper.document(TITLE, blocks, words)


def _rows(sheet: Sheet) -> list[TableRow]:
    rows: list[TableRow] = []
    number = 0
    for held in sheet.conference.half_days:
        rows.append(GroupRow(half_day_said(held)))
        for what, who in _doings(sheet, held):
            number += 1
            rows.append(Row((str(number), what, who)))
    return rows


def _doings(sheet: Sheet, held: HalfDay) -> list[tuple[str, str]]:
    """(what, who) in the order of a half-day; the first opens and the last closes the conference."""
    days = sheet.conference.half_days
    topics = [
        (f"Chuyên đề: {topic.title.rstrip(' .;')}", "; ".join(raised(comrade(s.name)) for s in topic.speakers))
        for topic in held.topics
    ]
    opened = [(sheet.texts.say("first"), "Ban tổ chức")] if held is days[0] else []
    closed = [(sheet.texts.say("last"), "Chủ trì hội nghị")] if held is days[-1] else []
    return [*opened, *topics, *closed]


FORM = Form(
    id="programme",
    title=TITLE,
    scopes=(Scope.CONFERENCE,),
    gather=gather,
    compose=compose,
    group="Triệu tập, hội nghị",
    words=WORDS,
)
