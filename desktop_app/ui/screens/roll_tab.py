"""The must-attend list of a conference: every figure of its sum with the names behind it, freezing, corrections."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QHideEvent, QResizeEvent

from db.keys import person_key
from db.records import Conference, Member, RollRow
from db.values import Deduction, MemberKind, MemberStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import conferences, members, rolls
from desktop_app.services.access import Right
from desktop_app.services.members import MemberFilter
from desktop_app.services.rolls import RollTotals
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.aside import is_quick, read_aside
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Field, TextField
from desktop_app.ui.figure_bar import Figure, FigureBar
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.parts import label
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.person_way import person_action
from desktop_app.ui.screens.roll_doings import DOINGS
from desktop_app.ui.tabbed_page import TabbedPage
from desktop_app.ui.table_model import Column

LOW = 500
"""Pixels of a page under which a list of people would be left with a row or two."""
FREEZE, AGAIN, CORRECT = "Chốt danh sách triệu tập", "Chốt lại", "Sửa một người"
FIGURES = (
    Figure(key="total", caption="Đảng viên"),
    Figure(key="exempt", caption="Miễn sinh hoạt", sign="−"),
    Figure(key="away", caption="Tạm thời nơi khác", sign="−", tip="Đang sinh hoạt tạm thời ở nơi khác"),
    Figure(key="other", caption="Lý do khác", sign="−"),
    Figure(key="hosted", caption="Tạm thời tại đây", sign="+", tip="Nơi khác về sinh hoạt tạm thời tại đây"),
    Figure(key="must_attend", caption="Phải dự", sign="="),
    Figure(key="guests", caption="Khách mời", tip="Khách mời, quần chúng dự học: tính riêng"),
    Figure(key="provisional", caption="Chưa rõ danh tính", tip="Ghi thêm tại điểm cầu, chưa nối với người trong sổ"),
    Figure(key="without_cell", caption="Chưa có chi bộ", tip="Có trong sổ nhưng chưa xếp vào chi bộ nào"),
)
CORRECTION: tuple[Field, ...] = (
    ChoiceField(
        key="deduction",
        label="Xếp vào",
        options=[(each, word(each)) for each in Deduction],
        hint="để trống là phải dự",
    ),
    TextField(key="reason", label="Lý do", required=True, hint="ví dụ: theo Quyết định số … ngày …"),
)


def place_of(person: RollRow | Member) -> str:
    """Why a person is off the list, or where they sit."""
    if isinstance(person, Member):
        return "không có trong danh sách triệu tập"
    why = word(person.deduction) if person.deduction else ""
    return ": ".join(filter(None, (why or ("phải dự" if person.reason else ""), person.reason)))


def venue_of(person: RollRow | Member) -> str:
    return "" if isinstance(person, Member) else person.venue or ""


class RollPane(ListPane):
    """Before freezing, the list as the register gives it; afterwards, the list as it was frozen."""

    opening = Right.WRITE
    name = "roll"
    empty = "Không có ai."
    columns: Sequence[Column] = (
        Column(
            key="name",
            title="Họ và tên",
            value=lambda p: p.full_name,
            width=192,
            least=128,
            sort_key=lambda p: person_key(p.full_name),
        ),
        Column(key="birth", title="Ngày sinh", value=lambda p: show_date(p.birth_date or ""), width=96),
        Column(key="cell", title="Chi bộ", value=lambda p: p.cell or "", width=168, least=96),
        Column(key="position", title="Chức vụ", value=lambda p: p.position or "", width=128, least=72),
        Column(key="venue", title="Điểm cầu", value=venue_of, width=216, least=112),
        Column(key="why", title="Ghi chú", value=place_of, width=200, least=104),
    )

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__(page)
        self.conference_id = conference_id
        self.shown = "must_attend"
        self._rows: Sequence[RollRow] = ()
        self._conference: Conference | None = None
        self._totals: RollTotals | None = None
        self.figures = FigureBar(FIGURES, kept_down=True)
        self.figures.press(self.shown)
        self.figures.chosen.connect(self.show_behind)
        self.state = label(name="subheading", wrap=True)
        self.layers.insertWidget(0, self.state)
        self.layers.insertWidget(1, self.figures)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.make_room(self.page.height() >= LOW)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.make_room(True)

    def make_room(self, roomy: bool) -> None:
        """On a low screen the list gets the room of what is said about the conference above it."""
        frozen = self._conference is not None and self._conference.frozen_at
        self.state.setVisible(roomy or not frozen)
        if isinstance(self.page, TabbedPage):
            self.page.facts_line.setVisible(roomy)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=FREEZE, run=self.freeze, main=True, right=Right.WRITE),
            *(Action(run=partial(doing, self), **{"right": Right.WRITE, **said}) for doing, said in DOINGS),
            Action(
                caption=CORRECT,
                run=self.correct,
                keys="F2",
                needs=Needs.ONE,
                button=False,
                tip="Với lý do",
                right=Right.WRITE,
            ),
            person_action(self.desk, lambda: self.table.selected_ids()[0]),
            Action(
                caption=AGAIN, run=self.freeze, tip="Lập lại theo sổ hiện nay, khi chưa điểm danh", right=Right.WRITE
            ),
        )

    def key(self, record: Any) -> int:
        return int(record.id if isinstance(record, Member) else record.member_id)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def load(self) -> None:
        self._conference = conferences.conference(self.store, self.conference_id)
        work = partial(read_roll, conference=self._conference)
        read_aside(self, self.desk, "Lập danh sách triệu tập", work, self.show_roll)

    def show_roll(self, found: tuple[RollTotals, list[RollRow]]) -> None:
        self._totals, self._rows = totals, _ = found
        self.figures.show_figures({figure.key: grouped(getattr(totals, figure.key)) for figure in FIGURES})
        frozen = self._conference.frozen_at if self._conference else None
        self.state.setText(state_words(totals, frozen))
        self.make_room(self.page.height() >= LOW or not self.isVisible())
        self.figures.offer("without_cell", not frozen)
        self.offer(FREEZE, not frozen)
        self.offer(AGAIN, bool(frozen))
        for caption in (CORRECT, *(said["caption"] for _, said in DOINGS)):
            self.offer(caption, bool(frozen))
        self.figures.offer("provisional", bool(totals.provisional))
        self.load_rows()

    def show_behind(self, key: str) -> None:
        self.shown = key
        self.load_rows()

    def records(self) -> Iterable[RollRow | Member]:
        if self.shown == "without_cell":
            return self.without_cell()
        return [row for row in self._rows if rolls.behind(self.shown, row)]

    def without_cell(self) -> list[Member]:
        """People of the register who are on no roll because they belong to no cell."""
        if self._conference is None or self._conference.frozen_at:
            return []
        day, listed = conferences.first_day(self._conference), {row.member_id for row in self._rows}
        found = members.page(self.store, members.list_ids(self.store, MemberFilter(no_cell=True, on=day)), day)
        gone = (MemberStatus.DECEASED, MemberStatus.LEFT)
        waiting = [person for person in found if person.id not in listed and person.status not in gone]
        return [person for person in waiting if person.kind is not MemberKind.GUEST]

    def open(self, record_id: int) -> None:
        if self._conference and self._conference.frozen_at:
            self.correct()

    def freeze(self) -> None:
        """Keep the list, after the figures were agreed to."""
        if self._conference is None or self._totals is None:
            return
        if ask.confirm(self, freeze_question(self._totals, self._conference), "Chốt danh sách"):
            self.keep_frozen()

    def keep_frozen(self) -> None:
        """Freeze at once, or beside the window where there are many people."""
        if is_quick(self.store):
            self.page.perform(rolls.freeze, self.conference_id, done=frozen_told)
            return
        self.desk.run(
            FREEZE,
            lambda store, progress: rolls.freeze(store, self.conference_id),
            lambda totals: self.desk.tell_written(frozen_told(totals)),
            writes=True,
        )

    def correct(self) -> None:
        """Take one person off the frozen list, or put them back, with a reason."""
        row = self.selected()
        if not isinstance(row, RollRow):
            return

        def keep(values: Values) -> None:
            self.desk.write(
                rolls.deduct,
                self.conference_id,
                row.member_id,
                values["deduction"],
                values["reason"] or "",
                done=f"Đã sửa danh sách triệu tập: {row.full_name}.",
            )

        start = {"deduction": row.deduction, "reason": row.reason}
        fill_in(self, f"{row.full_name} ({row.cell})", words.SAVE, CORRECTION, start, keep)


def read_roll(store: Store, conference: Conference) -> tuple[RollTotals, list[RollRow]]:
    """The frozen roll, or the one the register gives while it is not frozen."""
    if conference.frozen_at:
        return rolls.totals(store, conference.id), rolls.roll(store, conference.id)
    return rolls.preview(store, conference.id)


def freeze_question(totals: RollTotals, held: Conference) -> str:
    """What freezing the list of a conference means, before it is done."""
    return (
        f"Chốt danh sách triệu tập gồm {grouped(totals.must_attend)} đảng viên phải dự và {grouped(totals.guests)} "
        f"khách mời, theo sổ ngày {show_date(conferences.first_day(held))}? Sau khi chốt, việc chuyển "
        "sinh hoạt không làm thay đổi danh sách; muốn sửa từng người phải ghi lý do."
    )


def frozen_told(totals: RollTotals) -> str:
    return f"Đã chốt danh sách triệu tập: {grouped(totals.must_attend)} người phải dự."


def moment(iso: str) -> str:
    """“07:30 ngày 27/03/2021”."""
    return f"{iso[11:16]} ngày {show_date(iso[:10])}"


def state_words(totals: RollTotals, frozen_at: str | None) -> str:
    """Whether the list stands, and what should be looked at before it is frozen."""
    if frozen_at:
        return f"Đã chốt lúc {moment(frozen_at)}. Sửa từng người phải ghi lý do; chốt lại vẫn giữ những gì đã sửa tay."
    said = (
        "Chưa chốt: danh sách theo sổ đảng viên, tính đến ngày đầu của hội nghị. Sửa tay từng người làm sau khi chốt."
    )
    if not totals.without_cell:
        return said
    return f"{said} {grouped(totals.without_cell)} người chưa có chi bộ nên không có tên; xếp chi bộ trước khi chốt."
