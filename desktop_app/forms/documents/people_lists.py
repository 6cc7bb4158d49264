"""Lists of people of a round by what they did: attended, absent, made up; essays in, late, to be rewritten, results.

Each list is data. Whom it names are exactly the people behind figures of the round, so that its total is the report's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from db.records import StudyRound
from desktop_app.domain.dates import show_date
from desktop_app.domain.figures import Figure, of_essay, of_study
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.absences import Absence, absences
from desktop_app.forms.blocks import Block, Document, Kind, Paragraph, Table, Title, TotalRow
from desktop_app.forms.choice import cell_name, summoned_round
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.forms.letterhead import Letterhead, letterhead
from desktop_app.forms.list_columns import ListColumn, cells, column, header, shown, wordings
from desktop_app.forms.people import by_heading, numbered
from desktop_app.forms.phrases import day, study_of
from desktop_app.forms.wordings import Texts, texts
from desktop_app.services import essay_marking, essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """`band` is what the score is called, empty where there is no score or no band."""

    standing: EssayStanding
    absence: Absence
    band: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """`about` ends the title (“đảng viên đã dự …”), `none` is the sentence of an empty list."""

    id: str
    title: str
    about: str
    none: str
    figures: tuple[Figure, ...]
    columns: tuple[ListColumn[Person], ...]
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`behind` are the ids of those counted, by figure."""

    paper: Letterhead
    texts: Texts
    round: StudyRound
    cell: str
    people: tuple[Person, ...]
    behind: Mapping[Figure, tuple[int, ...]]


def _last(person: Person, part: str) -> str:
    """A fact of the attempt that stands: a day as it is shown, a word for what is kept as such."""
    essay = person.standing.last
    value = getattr(essay, part) if essay is not None else None
    return show_date(value) if value and part.endswith("_on") else value or ""


def _form_of(person: Person) -> str:
    return word(person.standing.last.form) if person.standing.last else ""


def _result(person: Person) -> str:
    essay = person.standing.last
    return word(essay.result) if essay is not None and essay.result is not None else "Chưa chấm"


def _made_up(person: Person) -> str:
    return ", ".join(dict.fromkeys(word(each.form) for each in person.standing.standing.made_up))


def _confirmed(person: Person) -> str:
    return ", ".join(dict.fromkeys(each.confirmed_by for each in person.standing.standing.made_up if each.confirmed_by))


NAME: ListColumn[Person] = column("name", "Họ và tên", lambda person: person.standing.standing.row.full_name, 44)
BORN: ListColumn[Person] = column(
    "born", "Ngày sinh", lambda person: show_date(person.standing.standing.row.birth_date or ""), 24, Kind.DATE
)
POSITION: ListColumn[Person] = column("position", "Chức vụ", lambda person: person.standing.standing.row.position or "")
NOTE: ListColumn[Person] = column("note", "Ghi chú", lambda person: "", 28)
RECEIVED: ListColumn[Person] = column("received", "Ngày nộp", partial(_last, part="received_on"), 24, Kind.DATE)
DUE: ListColumn[Person] = column(
    "due", "Hạn nộp", lambda person: show_date(person.standing.due_on or ""), 24, Kind.DATE
)
ESSAY_FORM: ListColumn[Person] = column("form", "Hình thức", _form_of, 24)
RESULT: ListColumn[Person] = column("result", "Kết quả", _result)
SCORE: ListColumn[Person] = column("score", "Điểm", partial(_last, part="score"), 15, Kind.NUMBER)
BAND: ListColumn[Person] = column("band", "Xếp loại", lambda person: person.band, 24)
STUDY, ESSAYS = "Danh sách", "Bài thu hoạch"
ABSENT = (Figure.PARTIAL, Figure.ABSENT_EXCUSED, Figure.ABSENT_UNEXCUSED, Figure.ABSENT)
LISTS = (
    ListOf(
        id="attended",
        title="Danh sách đảng viên đã dự học",
        about="đảng viên đã dự đủ các buổi",
        none="Chưa có đảng viên nào dự đủ các buổi.",
        figures=(Figure.ATTENDED,),
        columns=(NAME, BORN, POSITION, NOTE),
        group=STUDY,
    ),
    ListOf(
        id="absent",
        title="Danh sách đảng viên vắng mặt",
        about="đảng viên vắng mặt",
        none="Không có đảng viên nào vắng mặt.",
        figures=ABSENT,
        columns=(
            NAME,
            BORN,
            column("missed", "Buổi vắng", lambda person: person.absence.half_days, 43),
            column("why", "Lý do", lambda person: person.absence.why),
        ),
        group=STUDY,
    ),
    ListOf(
        id="made-up",
        title="Danh sách đảng viên đã học bù",
        about="đảng viên đã học bù",
        none="Chưa có đảng viên nào học bù.",
        figures=(Figure.MADE_UP,),
        columns=(
            NAME,
            BORN,
            column("on", "Ngày học bù", lambda p: show_date(p.standing.standing.made_up_on or ""), 25, Kind.DATE),
            column("form", "Hình thức", _made_up, 32),
            column("confirmed", "Người xác nhận", _confirmed),
        ),
        group=STUDY,
    ),
    ListOf(
        id="essays-in",
        title="Danh sách đã nộp bài thu hoạch",
        about="đảng viên đã nộp bài thu hoạch",
        none="Chưa có bài thu hoạch nào được nộp.",
        figures=(Figure.HANDED_IN,),
        columns=(NAME, BORN, RECEIVED, ESSAY_FORM, RESULT),
        group=ESSAYS,
    ),
    ListOf(
        id="essays-late",
        title="Danh sách nộp muộn bài thu hoạch",
        about="đảng viên nộp muộn bài thu hoạch",
        none="Không có bài thu hoạch nào nộp muộn.",
        figures=(Figure.HANDED_IN_LATE,),
        columns=(NAME, BORN, DUE, RECEIVED, NOTE),
        group=ESSAYS,
    ),
    ListOf(
        id="essays-rewrite",
        title="Danh sách phải viết lại bài thu hoạch",
        about="đảng viên phải viết lại bài thu hoạch",
        none="Không có bài thu hoạch nào phải viết lại.",
        figures=(Figure.REWRITE,),
        columns=(
            NAME,
            BORN,
            RECEIVED,
            column("marked", "Ngày chấm", partial(_last, part="marked_on"), 24, Kind.DATE),
            column("marker", "Người chấm", partial(_last, part="marked_by")),
        ),
        group=ESSAYS,
    ),
    ListOf(
        id="essay-results",
        title="Kết quả chấm bài thu hoạch",
        about="kết quả chấm bài thu hoạch",
        none="Chưa có bài thu hoạch nào được chấm.",
        figures=(Figure.PASSED, Figure.REWRITE),
        columns=(
            NAME,
            BORN,
            RECEIVED,
            SCORE,
            BAND,
            RESULT,
        ),
        group=ESSAYS,
    ),
)


def gather(listed: ListOf) -> Callable[[Store, Subject], Sheet]:
    def read(store: Store, subject: Subject) -> Sheet:
        found = summoned_round(store, subject)
        missed, rubric = absences(store, found.id), essay_marking.rubric(store, found.id)
        people, behind = [], {figure: list[int]() for figure in listed.figures}
        for each in essays.standings(store, found.id, subject.cell_id):
            counted = counted_in(each) & set(listed.figures)
            for figure in counted:
                behind[figure].append(each.standing.row.member_id)
            if counted:
                band = rubric.band(each.last.score if each.last else None)
                people.append(Person(standing=each, absence=missed(each.standing), band=band))
        return Sheet(
            paper=letterhead(store, subject),
            texts=texts(store, listed.id, wordings(listed.columns)),
            round=found,
            cell=cell_name(store, subject),
            people=tuple(people),
            behind={figure: tuple(ids) for figure, ids in behind.items()},
        )

    return read


def counted_in(each: EssayStanding) -> set[Figure]:
    """The figures of the round that count this person."""
    of_essays = (
        () if each.exempt else of_essay(bool(each.last), each.last.result if each.last else None, each.handed_in_late)
    )
    return {*of_study(each.standing.outcome, each.standing.studied), *of_essays}


def compose(listed: ListOf) -> Callable[[Sheet], Document]:
    def made(sheet: Sheet) -> Document:
        study = study_of(sheet.round)
        title = Title("DANH SÁCH", f"{listed.about} đợt {study}", reference=f"({sheet.cell})" if sheet.cell else "")
        blocks = (sheet.paper.head(), title, *_body(listed, sheet), sheet.paper.list_closing())
        return sheet.paper.document(listed.title, blocks, study)

    return made


def _body(listed: ListOf, sheet: Sheet) -> list[Block]:
    said = f"Số liệu tính đến ngày {day(sheet.paper.on.isoformat())}."
    if not sheet.people:
        return [Paragraph(f"{listed.none} {said}")]
    columns = shown(listed.columns, sheet.texts)
    groups = by_heading(sheet.people, lambda person: cell_title(person.standing.standing.row.cell))
    rows = numbered(groups, cells(columns), headed=not sheet.cell)
    total = TotalRow(f"Tổng số: {grouped(len(sheet.people))} đồng chí", ("",) * (len(columns) - 1))
    return [Paragraph(said), Table(columns=header(columns), rows=(*rows, total))]


def form_of(listed: ListOf) -> Form[Sheet]:
    return Form(
        id=listed.id,
        title=listed.title,
        scopes=(Scope.ROUND, Scope.CELL),
        gather=gather(listed),
        compose=compose(listed),
        group=listed.group,
        words=wordings(listed.columns),
        figures=lambda sheet: sheet.behind,
        people=lambda sheet: [each.standing.standing.row.member_id for each in sheet.people],
    )


FORMS = tuple(map(form_of, LISTS))
