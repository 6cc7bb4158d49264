"""One person: what they owe, what is kept, their life in dates and as a picture, every dated fact, who changed what.

Dated facts are written down by the lines of one menu ("Ghi việc"); only those that make sense now are in it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QMenu

from desktop_app.domain.masking import masked
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Subject
from desktop_app.services import organizations, person
from desktop_app.services.access import Right
from desktop_app.services.office import today
from desktop_app.services.person import PersonFacts
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.forbidden import forbid_line
from desktop_app.ui.life_bands import LifeBands, beginning
from desktop_app.ui.life_line import LifeLine
from desktop_app.ui.list_pane import Tab
from desktop_app.ui.parts import column, row
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.erasing import CAPTION, ask_erase
from desktop_app.ui.screens.member_dialogs import correct_person, edit_person
from desktop_app.ui.screens.members import shown_status
from desktop_app.ui.screens.person_card import PersonCard
from desktop_app.ui.screens.person_changes import ChangesPane
from desktop_app.ui.screens.person_doings import Doing, offered, starting
from desktop_app.ui.screens.person_papers import NamedInPane
from desktop_app.ui.screens.person_present import Present
from desktop_app.ui.screens.person_records import RecordsPane
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.round_page import RoundPage
from desktop_app.ui.style import GAP, MARGIN
from desktop_app.ui.tabbed_page import TabbedPage

WRITE, SHOW, HIDE = "Ghi việc ▾", "Hiện số đầy đủ", "Che số"
EITHER = "Chọn một chi bộ của đảng bộ, hoặc ghi nơi khác; không điền cả hai."


class PersonPage(TabbedPage):
    """`member_id` is the person; `doings` the menu of what can be written down."""

    title = "Trang đảng viên"
    search_hint = "Tìm trong trang này (Ctrl+K)"

    def __init__(self, desk: Desk, member_id: int) -> None:
        super().__init__(desk)
        self.member_id = member_id
        self.facts: PersonFacts | None = None
        self._in_full = False
        self.doings = QMenu(self)
        self.card = PersonCard(self.open_round, self.turn_numbers, self.why_not(Right.NUMBERS))
        self.life, self.records, self.changes = LifeTab(), RecordsPane(self), ChangesPane(self)
        self.add_tab("Quá trình", self.life)
        self.add_tab("Việc đã ghi", self.records)
        self.add_tab("Ai đã sửa gì", self.changes)
        self.add_tab("Văn bản có tên", NamedInPane(self))
        self.body.removeWidget(self.tabs)
        beside = row(self.card, self.tabs)
        beside.setSpacing(MARGIN)
        beside.setStretch(1, 1)
        self.body.addLayout(beside, 1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption=WRITE,
                run=self.show_doings,
                keys="Ctrl+N",
                main=True,
                tip="Chuyển, miễn, chức vụ, từ trần…",
                right=Right.CELL,
            ),
            Action(
                caption="Sửa thông tin",
                run=lambda: edit_person(self, self.desk, self.member_id),
                keys="F2",
                right=Right.CELL,
            ),
            Action(
                caption="Sửa ghi nhầm",
                run=lambda: correct_person(self, self.desk, self.member_id),
                keys="Ctrl+E",
                right=Right.WRITE,
            ),
            Action(caption="In phiếu kiểm tra", run=self.print, keys="Ctrl+P", tip="Để đồng chí xem và ghi lại"),
            Action(
                caption="In dữ liệu của người này",
                run=self.print_data,
                keys="Ctrl+Shift+P",
                tip="Mọi điều sổ giữ về người này, cung cấp khi người ấy yêu cầu; có ghi vào nhật ký",
                right=Right.NUMBERS,
            ),
            Action(caption=SHOW, run=self.turn_numbers, keys="Ctrl+L", button=False, right=Right.NUMBERS),
            Action(caption=CAPTION, run=self.erase, keys="Ctrl+Del", button=False, right=Right.ADMINISTRATE),
        )

    def print(self) -> None:
        """The data-check slip of this person."""
        open_print(self.desk, "data-check", Subject(member_id=self.member_id))

    def print_data(self) -> None:
        """Everything kept about this person, for them; it shows numbers in full, which is written down."""
        open_print(self.desk, "person-data", Subject(member_id=self.member_id))

    def erase(self) -> None:
        """Erase this person's data for good, at their request."""
        if self.facts is not None:
            ask_erase(self, self.facts.person, self.leave)

    def about_member(self) -> int:
        return self.member_id

    def leave(self) -> None:
        """Nothing is left to show here."""
        if self.isVisible():
            self.desk.back_wanted.emit()

    # --- what is shown

    def read(self) -> None:
        self.facts = found = person.person_facts(self.store, self.member_id)
        someone = found.person
        self.set_title(someone.full_name)
        line = (shown_status(someone), someone.cell or "Chưa có chi bộ", someone.position, f"mã {someone.code}")
        self.facts_line.setText(" · ".join(filter(None, line)))
        self._show_card()
        self.life.show_person(found, today(self.store).isoformat())
        self.records.facts = self.changes.facts = found
        self._offer(
            Present(life=found.life, on=today(self.store).isoformat(), cells=organizations.cell_names(self.store))
        )

    def _show_card(self) -> None:
        if self.facts is not None:
            someone = self.facts.person if self._in_full else masked(self.facts.person)
            self.card.show_person(someone, self.facts.owed, HIDE if self._in_full else SHOW)

    def turn_numbers(self) -> None:
        """Show numbers in full, which is written down, or mask them again."""
        if self.facts is not None:
            self._in_full = not self._in_full
            if self._in_full:
                person.reveal(self.store, self.facts.person)
            self._show_card()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to the page finds the numbers masked."""
        super().hideEvent(event)
        if self._in_full:
            self._in_full = False
            self._show_card()

    def searched(self, text: str) -> None:
        if self.tabs.currentWidget() is self.life:
            self.life.look_for(text)
        super().searched(text)

    def focus_start(self) -> None:
        if self.tabs.currentWidget() is self.life:
            self.life.line.setFocus()
        super().focus_start()

    def open_round(self, round_id: int) -> None:
        """The round something is owed in."""
        self.desk.page_opened.emit(RoundPage(self.desk, round_id))

    # --- what is written down

    def _offer(self, now: Present) -> None:
        """Fill the menu with what makes sense now."""
        self.doings.clear()
        for group in offered(now):
            if self.doings.actions():
                self.doings.addSeparator()
            for doing in group:
                line = self.doings.addAction(f"{doing.caption}…", partial(self.ask_for, doing, now))
                if why := self.why_not(doing.right):
                    forbid_line(line, why)

    def show_doings(self) -> None:
        """The menu under its button."""
        if self.doings.actions():
            corner = self.rect().topRight() + QPoint(
                -self.doings.sizeHint().width() - MARGIN, MARGIN + 2 * GAP + GAP * 2
            )
            self.doings.popup(self.mapToGlobal(corner))
            self.doings.setActiveAction(self.doings.actions()[0])

    def ask_for(self, doing: Doing, now: Present) -> None:
        """The small dialog of one doing; a refusal stands in it."""

        def keep(values: Values) -> None:
            if values.get("cell_id") and values.get("place"):
                raise Refusal(EITHER)
            self.desk.write(doing.service, self.member_id, **values)

        assert self.facts is not None
        title = f"{doing.caption}: {self.facts.person.full_name}"
        dialog = fill_in(self, title, doing.verb, doing.fields(now), starting(doing, now), keep)
        if isinstance(first := dialog.form.focusWidget(), QLineEdit):
            first.selectAll()


class LifeTab(Tab):
    """The bands over the years, and under them the line of dates."""

    def __init__(self) -> None:
        super().__init__()
        self.bands, self.line = LifeBands(), LifeLine()
        self._facts: PersonFacts | None = None
        self._text = ""
        parts = column(self.bands, self.line)
        parts.setContentsMargins(0, GAP, 0, 0)
        parts.setStretch(1, 1)
        self.setLayout(parts)

    def show_person(self, found: PersonFacts, today: str) -> None:
        """Draw a person's life until today."""
        self._facts = found
        start = beginning(found.life, (found.person.admitted_on, found.person.official_on))
        self.bands.show_life(found.life, start, today)
        self.line.show_events(found.events, self._text)

    def look_for(self, text: str) -> None:
        """Keep the lines that say a text."""
        self._text = text.strip()
        if self._facts is not None:
            self.line.show_events(self._facts.events, self._text)
