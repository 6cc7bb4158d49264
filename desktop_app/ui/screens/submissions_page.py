"""The board of a round's reports and plans: units down, deadlines across, what is late on top; recorded right here.

Every place says its state in words with a sign, so that it reads in black and white. The reports themselves are set up
on the round's page.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from db.keys import text_key
from db.records import Deadline
from db.values import OwedBy
from desktop_app.domain.dates import show_date
from desktop_app.domain.deadlines import SendState
from desktop_app.domain.wording import grouped
from desktop_app.services import rounds, submissions
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.services.submissions import BoardLine, UnitScore
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, TextField
from desktop_app.ui.filters import Filter
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.dunning_page import DunningPage
from desktop_app.ui.screens.extension_dialog import ask_units
from desktop_app.ui.screens.plan_page import PlanPage
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

TONES = {
    SendState.LATE: Tone.BAD,
    SendState.SOON: Tone.WARN,
    SendState.NOT_DUE: Tone.QUIET,
    SendState.SENT_LATE: Tone.WARN,
    SendState.SENT: Tone.GOOD,
}
EVERY, MISSING, LATE = "every", "missing", "late"
VIEWS = ((EVERY, words.ALL), (MISSING, "Còn thiếu"), (LATE, "Quá hạn"))
TITLE_LENGTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit with its places by deadline, and how complete and timely it is."""

    id: int
    name: str
    lines: dict[int, BoardLine]
    score: UnitScore


def unit_rows(lines: Sequence[BoardLine], on: str) -> list[UnitRow]:
    """The board by unit, in the order in which a unit first stands on it."""
    places: dict[int, dict[int, BoardLine]] = defaultdict(dict)
    for line in lines:
        places[line.unit_id][line.deadline.id] = line
    return [
        UnitRow(id=score.unit_id, name=score.unit, lines=places[score.unit_id], score=score)
        for score in submissions.scores(lines, on)
    ]


class SubmissionsPage(TableScreen):
    """The column that has the keyboard says which deadline a gesture means; elsewhere the form asks."""

    opening = Right.CELL
    title, name = "Báo cáo, kế hoạch", "submissions"
    search_hint = "Tìm đơn vị (Ctrl+K)"
    empty = "Đợt chưa ghi báo cáo, kế hoạch nào phải nộp. Thêm ở thẻ “Báo cáo phải nộp” của đợt."

    def __init__(self, desk: Desk, round_id: int) -> None:
        self.round_id = round_id
        self._deadlines = rounds.study_round(desk.store, round_id).deadlines
        self._rows: list[UnitRow] = []
        self.columns = self._columns()
        super().__init__(desk)

    def _columns(self) -> tuple[Column, ...]:
        first = Column(key="unit", title="Đơn vị", value=lambda r: r.name, width=200, least=144, sort_key=by_name)
        return (
            first,
            *(deadline_column(each) for each in sorted(self._deadlines, key=lambda each: each.due_on)),
            Column(
                key="sent", title="Đã nộp", value=lambda r: share(r.score.sent, r.score.asked), width=72, figures=True
            ),
            Column(
                key="in_time",
                title="Đúng hạn",
                value=lambda r: share(r.score.in_time, r.score.asked),
                width=80,
                figures=True,
            ),
        )

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="view", label="Xem", options=lambda: VIEWS),)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Ghi đã nộp", run=self.record, keys="Ctrl+N", needs=Needs.SOME, main=True, right=Right.CELL),
            Action(caption="Bỏ ghi nộp", run=self.take_back, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
            Action(caption="Gia hạn", run=self.extend, keys="Ctrl+G", needs=Needs.SOME, right=Right.WRITE),
            Action(caption="Đôn đốc", run=self.dun, keys="Ctrl+D", tip="Từng chi bộ còn thiếu báo cáo, người, bài nào"),
            Action(caption="Nhiệm vụ, tệp kèm", run=self.plan, keys="Ctrl+T", needs=Needs.ONE),
        )

    def remedy(self) -> Action | None:
        return Action(caption="Về trang của đợt", run=self.desk.back_wanted.emit)

    def load(self) -> None:
        found, day = rounds.study_round(self.store, self.round_id), today(self.store).isoformat()
        self.set_title(f"Báo cáo, kế hoạch: {found.name}")
        places = {row.id: at for at, row in enumerate(self._rows)}
        rows = unit_rows(submissions.board(self.store, self.round_id, day), day)
        self._rows = sorted(rows, key=lambda row: places.get(row.id, len(places)))
        before = self.table.currentIndex()
        at, column = before.row(), before.column()
        super().load()
        self.table.stay(at, column)

    def listing(self, query: Query) -> Listing:
        wanted = [
            row for row in self._rows if query.chosen["view"] in (None, EVERY) or row_is(row, query.chosen["view"])
        ]
        return listing_of(wanted, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        lines = [line for row in self._rows for line in row.lines.values()]
        late = sum(line.state is SendState.LATE for line in lines)
        said = f"{grouped(count)} đơn vị · đã nộp {share(sum(line.sent for line in lines), len(lines))}"
        return f"{said} · quá hạn {grouped(late)}" if late else said

    def open(self, record_id: int) -> None:
        self.record()

    def units(self) -> dict[int, str]:
        """The chosen units by id."""
        return {row.id: row.name for row in self.table.records()}

    def offered(self) -> list[Deadline]:
        """The deadlines all chosen units owe, the first outstanding one on top."""
        chosen = self.table.records()
        common = [each for each in self._deadlines if chosen and all(each.id in row.lines for row in chosen)]
        return sorted(common, key=lambda each: (all(row.lines[each.id].sent for row in chosen), each.due_on))

    def meant(self) -> int | None:
        """The deadline of the column that has the keyboard, where the chosen units owe it."""
        place = self.table.currentIndex().column()
        key = self.columns[place].key if 0 <= place < len(self.columns) else ""
        return next((each.id for each in self.offered() if key == column_key(each)), None)

    def record(self) -> None:
        """Ask which deadline, when and by which paper, and write it for all chosen units."""
        units, offered = self.units(), self.offered()
        if not self.can(units, offered):
            return
        start = self.meant() or offered[0].id
        cells = all(each.owed_by is OwedBy.CELLS for each in offered)
        before = self.table.records()[0].lines[start].submission if len(units) == 1 else None

        def keep(values: Values) -> None:
            self.desk.write(
                submissions.record,
                values["deadline"],
                list(units),
                values["sent_on"],
                values["number"],
                values["dated"],
                values["note"],
            )

        given = {
            "deadline": start,
            "sent_on": (before and before.sent_on) or today(self.store).isoformat(),
            "number": before and before.document_no,
            "dated": before and before.document_date,
            "note": before and before.note,
        }
        fill_in(self, f"Ghi đã nộp: {named(units)}", "Ghi đã nộp", record_fields(offered, cells), given, keep)

    def can(self, units: dict[int, str], offered: Sequence[Deadline]) -> bool:
        """Whether there is something to do for the chosen units; otherwise it is told."""
        if units and not offered:
            self.desk.refused.emit("Các đơn vị đang chọn không cùng phải nộp báo cáo nào; hãy chọn từng đơn vị.")
        return bool(units and offered)

    def which(self, sentence: str) -> int | None:
        """The deadline meant, asked for where the column does not say."""
        offered = self.offered()
        if not self.can(self.units(), offered):
            return None
        if (meant := self.meant()) is not None or len(offered) == 1:
            return meant or offered[0].id
        answer = ask.ask_value(self, sentence, "Tiếp tục", deadline_field(offered), offered[0].id)
        return answer if isinstance(answer, int) else None

    def take_back(self) -> None:
        if (deadline := self.which("Bỏ ghi nộp báo cáo nào?")) is not None:
            self.perform(submissions.take_back, deadline, list(self.units()))

    def extend(self) -> None:
        """A later day for the chosen units."""
        if (deadline := self.which("Gia hạn báo cáo nào?")) is not None:
            found = next(each for each in self._deadlines if each.id == deadline)
            told = f"{found.title}, hạn chung {show_date(found.due_on)}."
            ask_units(self, self.desk, self.round_id, self.units(), deadline, told)

    def dun(self) -> None:
        """What each cell is to be reminded of."""
        self.desk.page_opened.emit(DunningPage(self.desk, self.round_id))

    def plan(self) -> None:
        """The tasks and files of the one unit chosen."""
        if (deadline := self.which("Xem nhiệm vụ của kế hoạch nào?")) is not None:
            self.desk.page_opened.emit(PlanPage(self.desk, deadline, self.table.selected_ids()[0]))


def column_key(deadline: Deadline) -> str:
    return f"deadline-{deadline.id}"


def deadline_column(deadline: Deadline) -> Column:
    """One deadline: its state in words, sorted by urgency."""
    goes = " qua ".join(filter(None, (deadline.recipient, deadline.route)))
    return Column(
        key=column_key(deadline),
        title=words.cut(deadline.title, TITLE_LENGTH),
        value=partial(place_words, deadline.id),
        width=168,
        least=120,
        sort_key=partial(urgency, deadline.id),
        tone=partial(place_tone, deadline.id),
        tip=f"{deadline.title}: hạn {show_date(deadline.due_on)}" + (f", gửi {goes}" if goes else ""),
    )


def place_words(deadline_id: int, row: UnitRow) -> str:
    """“Đã gửi 29/03”, “Quá hạn 3 ngày”, “Còn 5 ngày”, “Hạn 30/06”; a dash where the unit does not owe it."""
    line = row.lines.get(deadline_id)
    if line is None:
        return words.NONE
    if line.sent and line.submission and line.submission.sent_on:
        said = "Đã gửi" if line.state is SendState.SENT else "Gửi muộn"
        return f"{said} {show_date(line.submission.sent_on)}"
    if line.state is SendState.LATE:
        return f"Quá hạn {-line.left} ngày"
    if line.left == 0:
        return "Hạn hôm nay"
    later = "gia hạn " if line.extended else "hạn "
    return f"Còn {line.left} ngày" if line.state is SendState.SOON else f"{later.capitalize()}{show_date(line.due_on)}"


def place_tone(deadline_id: int, row: UnitRow) -> Tone | None:
    line = row.lines.get(deadline_id)
    return TONES[line.state] if line else None


def urgency(deadline_id: int, row: UnitRow) -> tuple[int, str]:
    """How pressing a place is, the most pressing first."""
    line = row.lines.get(deadline_id)
    return (list(SendState).index(line.state), line.due_on) if line else (len(SendState), "")


def by_name(row: UnitRow) -> str:
    return text_key(row.name)


def row_is(row: UnitRow, view: str) -> bool:
    """Whether a unit has something missing, or something late."""
    return any(line.state is SendState.LATE or (view == MISSING and not line.sent) for line in row.lines.values())


def share(part: int, whole: int) -> str:
    return f"{grouped(part)}/{grouped(whole)}" if whole else words.NONE


def named(units: dict[int, str]) -> str:
    return next(iter(units.values())) if len(units) == 1 else f"{grouped(len(units))} đơn vị"


def deadline_field(offered: Sequence[Deadline]) -> ChoiceField:
    return ChoiceField(
        key="deadline", label="Báo cáo, kế hoạch", required=True, options=[(each.id, each.title) for each in offered]
    )


def record_fields(offered: Sequence[Deadline], cells: bool = False) -> tuple[Field, ...]:
    return (
        deadline_field(offered),
        DateField(key="sent_on", label="Ngày gửi", required=True, whole=True, half=True),
        TextField(key="number", label="Số, ký hiệu", half=True, hint="ví dụ: 05-KH/CB" if cells else "ví dụ: 05-BC/ĐU"),
        DateField(key="dated", label="Ngày văn bản", whole=True, half=True),
        TextField(key="note", label="Ghi chú"),
    )
