"""Báo cáo kết quả đợt học tập: what the program knows, in sentences, and lines of dots for what only the office can
judge; the statistics table is its annex. The number is left blank for the office to write."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.day_records import Activity
from db.records import Conference, Deadline, HalfDay, StudyRound, Topic
from desktop_app.domain.figures import Figure
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.wording import HANDWRITTEN_GAP, grouped
from desktop_app.domain.words import word
from desktop_app.forms.attendance_words import attendance
from desktop_app.forms.blocks import (
    Block,
    BulletLine,
    Document,
    FillLine,
    Heading,
    Level,
    Orientation,
    Paragraph,
    Section,
    Signature,
    Title,
)
from desktop_app.forms.choice import main_conferences, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.phrases import (
    citation,
    comrade,
    conference_words,
    day,
    listed,
    lowered,
    raised,
    study_of,
    time_left,
)
from desktop_app.forms.programmes import Sent, sent_of, still_open
from desktop_app.forms.report_results import (
    activities_said,
    bands,
    busiest,
    essays_said,
    programmes_said,
    unnamed_said,
)
from desktop_app.forms.statistics import statistics
from desktop_app.services import activities, essay_marking, essays, submissions, venue_diary
from desktop_app.services.figures import figures
from desktop_app.services.reports import Summary, summary
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store

TITLE = "Báo cáo kết quả đợt học tập"
NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A conference of the round and at how many venues somebody sat, as the annex counts them."""

    conference: Conference
    venues: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`late` counts essays past their due date, `bands` what the scores are called, `unnamed` people without names."""

    paper: Letterhead
    round: StudyRound
    held: tuple[Held, ...]
    figures: Summary
    behind: Mapping[Figure, tuple[int, ...]]
    late: int
    bands: tuple[tuple[str, int], ...]
    programmes: tuple[Sent, ...]
    coming: tuple[Deadline, ...]
    activities: tuple[Activity, ...]
    unnamed: Mapping[str, int]


def gather(store: Store, subject: Subject) -> Sheet:
    found = summoned_round(store, subject)
    held = [each for each in main_conferences(store, found.id) if each.frozen_at]
    paper, standings = letterhead(store, subject), essays.standings(store, found.id)
    on = paper.on.isoformat()
    board = submissions.board(store, found.id, on)
    return Sheet(
        paper=paper,
        round=found,
        held=tuple(Held(conference=each, venues=_venues(store, each)) for each in held),
        figures=summary(store, found.id),
        behind=figures(store, found.id),
        late=sum(each.state is EssayState.LATE for each in standings),
        bands=bands(essay_marking.rubric(store, found.id), standings),
        programmes=sent_of(board),
        coming=still_open(board, on),
        activities=tuple(each for each in activities.activities(store, found.id) if each.held_on <= on),
        unnamed=_unnamed(store, held),
    )


def _unnamed(store: Store, held: Sequence[Conference]) -> Mapping[str, int]:
    """Kind of people → how many, over all conferences."""
    counted: Counter[str] = Counter()
    for each in held:
        counted.update(busiest(venue_diary.head_counts(store, each.id)))
    return counted


def _venues(store: Store, held: Conference) -> int:
    return len({row.venue_id for row in roll(store, held.id)} - {None})


def compose(sheet: Sheet) -> Document:
    study = study_of(sheet.round)
    symbol = sheet.paper.symbol("BC")
    blocks: tuple[Block, ...] = (
        sheet.paper.head(symbol),
        Title("BÁO CÁO", f"kết quả {study}"),
        Paragraph(_opening(sheet)),
        *_leadership(sheet),
        *_results(sheet),
        *_assessment(sheet),
        *_tasks(sheet),
        Paragraph(f"Trên đây là kết quả {study}; {sheet.paper.office.name} kính báo cáo{sheet.paper.superior()}."),
        Signature(left=sheet.paper.recipients(), right=sheet.paper.committee()),
        *_annex(sheet, symbol),
    )
    return sheet.paper.document(TITLE, blocks, study)


def _annex(sheet: Sheet, symbol: str) -> list[Block]:
    office, on = sheet.paper.office, sheet.paper.on.isoformat()
    numbered = lowered(symbol).replace(f" {HANDWRITTEN_GAP}", f" {'.' * 8}")
    return [
        Section(Orientation.LANDSCAPE),
        Title(
            "PHỤ LỤC",
            f"biểu tổng hợp kết quả {study_of(sheet.round)}",
            reference=f"(kèm theo Báo cáo {numbered}, ngày {day(on)} của {office.name})",
        ),
        *statistics(sheet.figures),
    ]


def _opening(sheet: Sheet) -> str:
    office, on = sheet.paper.office, day(sheet.paper.on.isoformat())
    return f"{office.name} báo cáo kết quả {study_of(sheet.round)}, số liệu tính đến ngày {on}, cụ thể như sau:"


def _leadership(sheet: Sheet) -> list[Block]:
    found, office = sheet.round, sheet.paper.office
    last = len(found.documents) - 1
    cited = [BulletLine(f"{citation(each)}{'.' if at == last else ';'}") for at, each in enumerate(found.documents)]
    led = f"{office.name} đã lãnh đạo, chỉ đạo các chi bộ trực thuộc tổ chức {study_of(found)}"
    goal = f"Chỉ tiêu của đợt: {found.target_percent}\u00a0% đảng viên phải dự được học tập, quán triệt"
    by = f", học xong chậm nhất ngày {day(found.study_by)}" if found.study_by else ""
    heads = listed(
        [
            f"chủ trì đợt học tập: {comrade(found.chair)}" if found.chair else "",
            f"chịu trách nhiệm: {comrade(found.responsible_head)}" if found.responsible_head else "",
        ]
    )
    return [
        Heading("I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TỔ CHỨC THỰC HIỆN"),
        Paragraph(f"{led}, theo các văn bản sau:" if cited else f"{led}.", keep_with_next=bool(cited)),
        *cited,
        *([Paragraph(f"{raised(heads)}.")] if heads else []),
        Paragraph(f"{goal}{by}."),
        FillLine("Văn bản cấp ủy đã ban hành:", more=1),
    ]


def _results(sheet: Sheet) -> list[Block]:
    return [
        Heading("II. KẾT QUẢ"),
        Heading("1. Về tổ chức hội nghị và số đảng viên dự học", level=Level.ITEM),
        *_conferences(sheet),
        *map(Paragraph, attendance(sheet.figures.total)),
        *unnamed_said(sheet.unnamed),
        Heading("2. Về chuyên đề và báo cáo viên", level=Level.ITEM),
        *_topics(sheet),
        Heading("3. Về bài thu hoạch", level=Level.ITEM),
        *map(Paragraph, essays_said(sheet.round, sheet.figures.total, sheet.late, sheet.bands)),
        Heading("4. Về chương trình hành động, kế hoạch thực hiện", level=Level.ITEM),
        *programmes_said(sheet.programmes),
        Heading("5. Về công tác tuyên truyền", level=Level.ITEM),
        *activities_said(sheet.activities),
    ]


def _conferences(sheet: Sheet) -> list[Block]:
    venues = sum(each.venues for each in sheet.held)
    said = f"Đã tổ chức {grouped(len(sheet.held))} hội nghị" + (f" với {grouped(venues)} điểm cầu:" if venues else ":")
    last = len(sheet.held) - 1
    lines = [f"{_held(each)}{'.' if at == last else ';'}" for at, each in enumerate(sheet.held)]
    return [Paragraph(said, keep_with_next=True), *map(BulletLine, lines)]


def _held(each: Held) -> str:
    found = each.conference
    words = conference_words(found.name)
    return ", ".join(
        filter(
            None,
            (
                f"{raised(words)}: {_period(found.half_days)} ({len(found.half_days)} buổi)",
                f"tại {found.place}" if found.place else "",
                f"{grouped(each.venues)} điểm cầu" if each.venues else "",
                f"chủ trì: {comrade(found.chair)}" if found.chair else "",
            ),
        )
    )


def _period(held: Sequence[HalfDay]) -> str:
    first, last = (f"{lowered(word(each.part))} ngày {day(each.held_on)}" for each in (held[0], held[-1]))
    return first if len(held) == 1 else f"từ {first} đến {last}"


def _topics(sheet: Sheet) -> list[Block]:
    spoken = [(topic, held) for each in sheet.held for held in each.conference.half_days for topic in held.topics]
    if not spoken:
        return [FillLine("Chuyên đề, báo cáo viên:", more=1)]
    last = len(spoken) - 1
    lines = [f"{_topic(*each)}{'.' if at == last else ';'}" for at, each in enumerate(spoken)]
    said = f"Cán bộ, đảng viên đã nghe, nghiên cứu {grouped(len(spoken))} chuyên đề:"
    return [Paragraph(said, keep_with_next=True), *map(BulletLine, lines)]


def _topic(topic: Topic, held: HalfDay) -> str:
    speakers = ", ".join(
        comrade(speaker.name) + (f" ({speaker.title})" if speaker.title else "") for speaker in topic.speakers
    )
    by = f", do {speakers} truyền đạt" if speakers else ""
    return f"{topic.title.rstrip(' .;')} ({lowered(word(held.part))} {day(held.held_on)}){by}"


def _to(recipient: str | None) -> str:
    return f", gửi {recipient}" if recipient else ""


def _assessment(sheet: Sheet) -> list[Block]:
    rows = [row for row in sheet.figures.rows if row.must_attend]
    target = sheet.round.target_percent
    reached = [row.name for row in rows if row.studied * 100 >= target * row.must_attend]
    behind = [row for row in rows if row.not_studied]
    good = f"{grouped(len(reached))}/{grouped(len(rows))} chi bộ đạt chỉ tiêu {target}\u00a0% đảng viên phải dự đã học"
    named = f" ({', '.join(reached)})" if 0 < len(reached) <= NAMED_AT_MOST else ""
    weak = f"Còn {grouped(sheet.figures.total.not_studied)} đồng chí ở {grouped(len(behind))} chi bộ chưa học đủ."
    return [
        Heading("III. ĐÁNH GIÁ CHUNG"),
        Heading("1. Ưu điểm", level=Level.ITEM),
        Paragraph(f"{good}{named}."),
        FillLine("", more=1),
        Heading("2. Hạn chế, khó khăn", level=Level.ITEM),
        *([Paragraph(weak)] if behind else []),
        FillLine("", more=1),
        Heading("3. Nguyên nhân", level=Level.ITEM),
        FillLine("", more=1),
    ]


def _tasks(sheet: Sheet) -> list[Block]:
    found, total, on = sheet.round, sheet.figures.total, sheet.paper.on
    by = f", xong chậm nhất ngày {day(found.study_by)} ({time_left(found.study_by, on)})" if found.study_by else ""
    lines = [
        f"Tổ chức học bù cho {grouped(total.not_studied)} đồng chí chưa học đủ{by}" if total.not_studied else "",
        f"Đôn đốc {grouped(total.missing_essays)} đồng chí chưa nộp bài thu hoạch" if total.missing_essays else "",
        f"Hướng dẫn {grouped(total.rewrite)} đồng chí viết lại bài thu hoạch" if total.rewrite else "",
        *(
            f"{each.title.rstrip(' .;')}: chậm nhất ngày {day(each.due_on)}{_to(each.recipient)}"
            for each in sheet.coming
        ),
    ]
    return [
        Heading("IV. NHIỆM VỤ THỜI GIAN TỚI"),
        *(BulletLine(f"{line}.") for line in lines if line),
        FillLine(""),
    ]


FORM = Form(
    id="result-report",
    title=TITLE,
    scopes=(Scope.ROUND,),
    gather=gather,
    compose=compose,
    kind="BC",
    group="Kế hoạch, báo cáo",
    figures=lambda sheet: sheet.behind,
    people=lambda sheet: sheet.behind[Figure.MUST_ATTEND],
)
