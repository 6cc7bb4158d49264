"""Danh sách chưa nộp bài thu hoạch: who still owes an essay, cell by cell, each with the due date of their own."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from db.records import StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title
from desktop_app.domain.obligations import Attended, EssayState
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import Block, Document, Kind, Paragraph, Table, Title
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import ListColumn, cells, column, header, shown, wordings
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, raised, study_of, time_left
from desktop_app.forms.wordings import Texts, texts
from desktop_app.services import essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store

TITLE = "Danh sách chưa nộp bài thu hoạch"
# In the order of the total line.
STATES = {
    EssayState.LATE: "quá hạn",
    EssayState.DUE: "còn hạn",
    EssayState.NOT_DUE: "chưa học nên chưa đến hạn",
    EssayState.REWRITE: "phải viết lại",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    cell: str
    name: str
    born: str
    studied: str
    due_on: str
    state: EssayState
    words: str


COLUMNS: tuple[ListColumn[Person], ...] = (
    column("name", "Họ và tên", attrgetter("name"), 43),
    column("born", "Ngày sinh", attrgetter("born"), 23, Kind.DATE),
    column("studied", "Đã học", attrgetter("studied"), 34),
    column("due", "Hạn nộp", attrgetter("due_on"), 23, Kind.DATE),
    column("state", "Tình trạng", attrgetter("words")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`cell` names the one cell the list is about, empty for all; `must` counts those who must write."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    cell: str
    must: int
    people: tuple[Person, ...]


def gather(store: Store, subject: Subject) -> Sheet:
    found, paper = summoned_round(store, subject), letterhead(store, subject)
    must = [each for each in essays.standings(store, found.id, subject.cell_id) if not each.exempt]
    return Sheet(
        paper=paper,
        texts=texts(store, "essays-missing", wordings(COLUMNS)),
        round=found,
        cell=cell_name(store, subject),
        must=len(must),
        people=tuple(_person(each, paper.on) for each in must if each.state in STATES),
    )


def _person(standing: EssayStanding, on: date) -> Person:
    row = standing.standing.row
    return Person(
        cell=cell_title(row.cell),
        name=row.full_name,
        born=show_date(row.birth_date or ""),
        studied=_studied(standing),
        due_on=show_date(standing.due_on or ""),
        state=standing.state,
        words=_state(standing, on),
    )


def _studied(standing: EssayStanding) -> str:
    if standing.standing.outcome is Attended.ATTENDED:
        return "Dự hội nghị"
    made_up_on = standing.standing.made_up_on
    if standing.standing.studied and made_up_on:
        return f"Học bù {day(made_up_on)}"
    return "Chưa học đủ" if standing.standing.outcome is Attended.PARTIAL or made_up_on else "Chưa học"


def _state(standing: EssayStanding, on: date) -> str:
    if standing.state in (EssayState.DUE, EssayState.LATE) and standing.due_on:
        left = time_left(standing.due_on, on)
        return raised(left.replace("còn ", "còn hạn "))
    if standing.state is EssayState.REWRITE and standing.last:
        return f"Phải viết lại bài nộp {day(standing.last.received_on)}"
    return raised(STATES[standing.state])


def compose(sheet: Sheet) -> Document:
    blocks: list[Block] = [
        sheet.paper.head(),
        Title(
            "DANH SÁCH",
            f"đảng viên chưa nộp bài thu hoạch {study_of(sheet.round)}",
            reference=f"({sheet.cell})" if sheet.cell else "",
        ),
        Paragraph(_intro(sheet)),
        *_listed(sheet),
        sheet.paper.list_closing(),
    ]
    return sheet.paper.document(TITLE, tuple(blocks), study_of(sheet.round))


def _intro(sheet: Sheet) -> str:
    if not sheet.round.essay_required:
        return "Đợt học tập này không yêu cầu viết bài thu hoạch."
    asked = f"Tính đến ngày {day(sheet.paper.on.isoformat())}, "
    must = f"{grouped(sheet.must)} đảng viên phải viết bài thu hoạch"
    if not sheet.must:
        return f"{asked}không có đảng viên nào phải viết bài thu hoạch."
    if not sheet.people:
        return f"{asked}tất cả {must} đã nộp bài, không còn đồng chí nào phải nộp hoặc viết lại."
    return f"{asked}còn {grouped(len(sheet.people))} đồng chí trong số {must} chưa nộp hoặc phải viết lại.{_due(sheet)}"


def _due(sheet: Sheet) -> str:
    by, days = sheet.round.essay_by, grouped(sheet.round.makeup_essay_days)
    fixed = f" Hạn nộp: ngày {day(by)} đối với đồng chí dự hội nghị;" if by else " Hạn nộp:"
    return f"{fixed} {days} ngày sau khi học bù đối với đồng chí vắng."


def _listed(sheet: Sheet) -> list[Block]:
    return [_table(sheet), Paragraph(_total(sheet.people))] if sheet.people else []


def _total(people: tuple[Person, ...]) -> str:
    counts = Counter(person.state for person in people)
    parts = [f"{words} {grouped(counts[state])}" for state, words in STATES.items() if counts[state]]
    return f"Tổng số: {grouped(len(people))} đồng chí; trong đó {', '.join(parts)}."


def _table(sheet: Sheet) -> Table:
    columns = shown(COLUMNS, sheet.texts)
    groups = by_heading(sheet.people, attrgetter("cell"))
    return Table(columns=header(columns), rows=numbered(groups, cells(columns), headed=not sheet.cell))


FORM = Form(
    id="essays-missing",
    title=TITLE,
    scopes=(Scope.ROUND, Scope.CELL),
    gather=gather,
    compose=compose,
    words=wordings(COLUMNS),
)
