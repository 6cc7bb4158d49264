"""Kế hoạch học tập, quán triệt: aims, contents, time and places of the round's conferences, who carries it out.

What the program knows is filled in; what the office decides is said in texts it may reword and edit.
"""

from dataclasses import dataclass

from db.records import Conference, StudyRound, Venue
from desktop_app.forms.blocks import (
    Block,
    BulletLine,
    Document,
    Heading,
    Level,
    Paragraph,
    Signature,
    Title,
)
from desktop_app.forms.choice import main_conferences, the_round
from desktop_app.forms.conference_facts import days_said, place_said, topic_lines
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import citation, comrade, conference_words, day, raised, study_of
from desktop_app.forms.wordings import Texts, Wording, texts
from desktop_app.services import conferences
from desktop_app.services.store import Store

TITLE = "Kế hoạch học tập, quán triệt"
STUDY = {"study": "nội dung học tập, ví dụ “nghiên cứu, học tập, quán triệt Nghị quyết …”"}
TARGET = {"target": "chỉ tiêu (%)"}
WORDS = (
    Wording(
        field="aim",
        caption="Mục đích",
        text="Tổ chức {study} nhằm nâng cao nhận thức, trách nhiệm của cán bộ, đảng viên; tạo sự thống nhất về tư "
        "tưởng và hành động trong toàn Đảng bộ, sự đồng thuận trong Nhân dân.",
        names=STUDY,
    ),
    Wording(
        field="demand",
        caption="Yêu cầu",
        text="Cấp ủy, bí thư chi bộ trực tiếp lãnh đạo, chỉ đạo, chịu trách nhiệm về chất lượng học tập; phấn đấu "
        "{target}\u00a0% cán bộ, đảng viên thuộc phạm vi quản lý được học tập, quán triệt; người vắng mặt phải học bù.",
        names=TARGET,
    ),
    Wording(
        field="essay",
        caption="Viết thu hoạch",
        text="Mỗi cán bộ, đảng viên viết một bài thu hoạch cá nhân theo câu hỏi của đợt học tập; chi ủy thu bài, tổng "
        "hợp, nộp về {office}.",
        names={"office": "tên đảng ủy"},
    ),
    Wording(
        field="cells",
        caption="Giao nhiệm vụ cho các chi bộ",
        text="Các chi bộ trực thuộc phổ biến kế hoạch này tới từng đảng viên, quản lý đảng viên dự học, lập danh sách "
        "người vắng mặt kèm lý do và tổ chức học bù.",
        names={},
    ),
    Wording(
        field="desk",
        caption="Giao nhiệm vụ cho văn phòng",
        text="Văn phòng Đảng ủy chuẩn bị tài liệu, địa điểm, đường truyền, danh sách triệu tập; theo dõi, tổng hợp kết "
        "quả, tham mưu báo cáo cấp trên đúng hạn.",
        names={},
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    paper: Letterhead
    texts: Texts
    round: StudyRound
    held: tuple[tuple[Conference, tuple[Venue, ...]], ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found = the_round(store, subject)
    held = main_conferences(store, found.id)
    return Sheet(
        paper=letterhead(store, subject),
        texts=texts(store, "plan", WORDS),
        round=found,
        held=tuple((each, tuple(conferences.venues(store, each.id))) for each in held),
    )


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    blocks: tuple[Block, ...] = (
        sheet.paper.head(sheet.paper.symbol("KH")),
        Title("KẾ HOẠCH", study),
        *_grounds(sheet),
        Heading("I. MỤC ĐÍCH, YÊU CẦU"),
        Paragraph(f"1. {sheet.texts.say('aim', study=study)}"),
        Paragraph(f"2. {sheet.texts.say('demand', target=str(sheet.round.target_percent))}"),
        Heading("II. NỘI DUNG, THỜI GIAN, ĐỊA ĐIỂM"),
        *_conferences(sheet),
        *_essays(sheet),
        Heading("III. TỔ CHỨC THỰC HIỆN"),
        *_carrying_out(sheet),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _grounds(sheet: Sheet) -> list[Block]:
    cited = [Paragraph(f"- Căn cứ {citation(each)};", indent=True) for each in sheet.round.documents]
    made = f"{sheet.paper.office.name} xây dựng kế hoạch {study_of(sheet.round)} như sau:"
    return [*cited, Paragraph(made)]


def _conferences(sheet: Sheet) -> list[Block]:
    blocks: list[Block] = []
    for at, (held, venues) in enumerate(sheet.held, 1):
        blocks.append(Heading(f"{at}. {raised(conference_words(held.name))}", level=Level.ITEM))
        blocks += [Paragraph(line) for line in _about(held, venues)]
        blocks += [BulletLine(line) for line in topic_lines(held)]
    return blocks or [Paragraph("Thời gian, địa điểm tổ chức hội nghị có thông báo sau.")]


def _about(held: Conference, venues: tuple[Venue, ...]) -> list[str]:
    days, at = days_said(held), place_said(held, venues)
    said = [f"Thời gian: {days}." if days else "", f"Địa điểm: {at}." if at else ""]
    said += [f"Chủ trì: {comrade(held.chair)}." if held.chair else ""]
    return [line for line in said if line]


def _essays(sheet: Sheet) -> list[Block]:
    found = sheet.round
    if not found.essay_required:
        return []
    due = f"Hạn nộp bài: ngày {day(found.essay_by)}" if found.essay_by else ""
    late = f"; người học bù nộp trong {found.makeup_essay_days} ngày sau ngày học bù"
    return [
        Heading(f"{len(sheet.held) + 1}. Viết bài thu hoạch", level=Level.ITEM),
        Paragraph(sheet.texts.say("essay", office=sheet.paper.office.name)),
        *(BulletLine(f"{question.rstrip(' .;')}.") for question in found.questions),
        *([Paragraph(f"{due}{late}.")] if due else []),
    ]


def _carrying_out(sheet: Sheet) -> list[Block]:
    found = sheet.round
    by = f"Hoàn thành việc học tập, quán triệt chậm nhất ngày {day(found.study_by)}." if found.study_by else ""
    led = f"{raised(comrade(found.responsible_head))} chịu trách nhiệm chung." if found.responsible_head else ""
    owed = [f"{each.title.rstrip(' .;')}: chậm nhất ngày {day(each.due_on)}." for each in found.deadlines]
    said = [sheet.texts.say("cells"), sheet.texts.say("desk"), *owed, *filter(None, (by, led))]
    return [Paragraph(f"{at}. {line}") for at, line in enumerate(said, 1)]


FORM = Form(
    id="plan",
    title=TITLE,
    scopes=(Scope.ROUND,),
    gather=gather,
    compose=compose,
    kind="KH",
    group="Kế hoạch, báo cáo",
    words=WORDS,
)
