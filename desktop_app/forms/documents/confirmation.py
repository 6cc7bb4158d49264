"""Giấy xác nhận: that a member studied the documents of a round and handed in the essay, one page a person.

There is no form of it laid down; the words are the office's own to change.
"""

from dataclasses import dataclass

from db.records import Conference, StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.obligations import Attended
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Block, Bookmark, Document, PageBreak, Paragraph, Signature, Title
from desktop_app.forms.choice import main_conferences, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import conference_words, day, lowered, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store

TITLE = "Giấy xác nhận đã học tập"
WORDS = (
    Wording(
        field="who",
        caption="Người được xác nhận",
        text="{office} xác nhận đồng chí {name}{born}, {cell},",
        names={"office": "tên đảng ủy", "name": "họ và tên", "born": "ngày sinh", "cell": "chi bộ"},
    ),
    Wording(
        field="did",
        caption="Nội dung xác nhận",
        text="Đã {study} ({how}){essay}.",
        names={"study": "nội dung học tập", "how": "hình thức, thời gian", "essay": "bài thu hoạch"},
    ),
    Wording(
        field="close",
        caption="Câu kết",
        text="Giấy này cấp để đồng chí báo cáo với cấp ủy nơi sinh hoạt.",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    texts: Texts
    round: StudyRound
    conferences: tuple[Conference, ...]
    people: tuple[EssayStanding, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    if subject.member_id is None and subject.cell_id is None:
        raise Refusal("Chưa chọn người được xác nhận; hãy chọn một đảng viên hoặc một chi bộ rồi in lại.")
    some = None if subject.member_id is None else [subject.member_id]
    people = [each for each in essays.standings(store, found.id, subject.cell_id, member_ids=some) if studied(each)]
    if not people:
        raise Refusal("Người được chọn chưa học đủ các buổi nên chưa xác nhận được; hãy ghi học bù trước.")
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "confirmation", WORDS),
        round=found,
        conferences=tuple(main_conferences(store, found.id)),
        people=tuple(people),
    )


def studied(each: EssayStanding) -> bool:
    return each.standing.studied


def compose(sheet: Sheet) -> Document:
    blocks: list[Block] = []
    for each in sheet.people:
        blocks += [PageBreak()] if blocks else []
        blocks += _page(sheet, each)
    return sheet.paper.document(TITLE, tuple(blocks), study_of(sheet.round))


def _page(sheet: Sheet, each: EssayStanding) -> list[Block]:
    row, say = each.standing.row, sheet.texts.say
    born = f", {_born(row.birth_date)}" if row.birth_date else ""
    cell = f"sinh hoạt tại {cell_title(row.cell)}"
    return [
        Bookmark(row.full_name),
        sheet.paper.head(sheet.paper.symbol("GXN")),
        Title("GIẤY XÁC NHẬN", "về việc học tập, quán triệt nghị quyết", bookmark=row.full_name),
        Paragraph(say("who", office=sheet.paper.office.name, name=row.full_name, born=born, cell=cell)),
        Paragraph(say("did", study=study_of(sheet.round), how=_how(sheet, each), essay=_essay(each))),
        Paragraph(say("close")),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    ]


def _born(iso: str) -> str:
    """“sinh ngày 02/9/1950”, or as much of it as is known."""
    what = {4: "năm", 7: "tháng"}.get(len(iso), "ngày")
    return f"sinh {what} {show_date(iso)}"


def _how(sheet: Sheet, each: EssayStanding) -> str:
    """“dự hội nghị … ngày 27/3/2021 đến ngày 28/3/2021”, or how and when it was made up."""
    standing = each.standing
    if standing.outcome is not Attended.ATTENDED:
        forms = ", ".join(dict.fromkeys(lowered(word(made.form)) for made in standing.made_up))
        return f"học bù: {forms}, ngày {day(standing.made_up_on or '')}"
    held = next(held for held in sheet.conferences if held.id == standing.row.conference_id)
    first, last = held.half_days[0].held_on, held.half_days[-1].held_on
    days = f"ngày {day(first)}" if first == last else f"từ ngày {day(first)} đến ngày {day(last)}"
    return f"dự {conference_words(held.name)}, {days}"


def _essay(each: EssayStanding) -> str:
    essay = each.last
    if essay is None:
        return ""
    result = f", kết quả: {lowered(word(essay.result))}" if essay.result else ""
    return f" và nộp bài thu hoạch ngày {day(essay.received_on)}{result}"


FORM = Form(
    id="confirmation",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL, Scope.MEMBER),
    gather=gather,
    compose=compose,
    kind="GXN",
    group="Bài thu hoạch",
    words=WORDS,
    people=lambda sheet: [each.standing.row.member_id for each in sheet.people],
)
