"""Báo cáo kết quả đợt học tập: what the program knows, in sentences, and lines of dots for what only the office can
judge; the statistics table is its annex. The number is left blank for the office to write."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from db.day_records import Activity
from db.records import Conference, Deadline, StudyRound
from desktop_app.domain.figures import Figure
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.wording import HANDWRITTEN_GAP, grouped
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
    day,
    listed,
    lowered,
    raised,
    study_of,
    time_left,
)
from desktop_app.forms.programmes import Sent, sent_of, still_open
from desktop_app.forms.report_conferences import Held, conferences_said, held_of, makeups_by, topics_said
from desktop_app.forms.report_results import (
    activities_said,
    bands,
    busiest,
    essays_pressed_for,
    essays_said,
    programmes_said,
    unnamed_said,
)
from desktop_app.forms.statistics import statistics
from desktop_app.services import activities, essay_marking, essays, submissions, venue_diary
from desktop_app.services.figures import figures
from desktop_app.services.reports import Summary, summary
from desktop_app.services.store import Store

TITLE = "Báo cáo kết quả đợt học tập"
NAMED_AT_MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`makeups` counts conferences where absences were made up, `late` essays past their due date, `bands` what the
    scores are called, `unnamed` people without names."""

    paper: Letterhead
    round: StudyRound
    held: tuple[Held, ...]
    makeups: int
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
        held=tuple(held_of(store, each) for each in held),
        makeups=makeups_by(store, found.id, on),
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
        *conferences_said(sheet.held, sheet.makeups),
        *map(Paragraph, attendance(sheet.figures.total)),
        *unnamed_said(sheet.unnamed),
        Heading("2. Về chuyên đề và báo cáo viên", level=Level.ITEM),
        *topics_said(sheet.held),
        Heading("3. Về bài thu hoạch", level=Level.ITEM),
        *map(Paragraph, essays_said(sheet.round, sheet.figures.total, sheet.late, sheet.bands)),
        Heading("4. Về chương trình hành động, kế hoạch thực hiện", level=Level.ITEM),
        *programmes_said(sheet.programmes),
        Heading("5. Về công tác tuyên truyền", level=Level.ITEM),
        *activities_said(sheet.activities),
    ]


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
        essays_pressed_for(total),
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
