"""What contradicts what in a round: each with the way to where it is mended, and the choices that can be made here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop_app.domain.contradictions import ContradictionKind, MendPlace
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import conferences, contradictions, rounds
from desktop_app.services.access import Right
from desktop_app.services.contradictions import Contradiction
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.filters import Filter
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.board_ways import open_board, open_marking
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.person_way import open_person
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

SOUND = "Không thấy mâu thuẫn nào: sổ, điểm danh, số ký và bài thu hoạch khớp nhau."
MEND_THERE = "Mâu thuẫn này sửa tại chỗ của nó; bấm “Mở chỗ sửa”."


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A contradiction as a row; it is known only by its place."""

    id: int
    item: Contradiction


class ContradictionsPage(TableScreen):
    """`round_id` is the round whose conferences, marks, make-ups and essays are held against each other."""

    title, name, empty = "Kiểm tra mâu thuẫn", "contradictions", SOUND
    search_hint = "Tìm trong danh sách (Ctrl+K)"
    columns = (
        Column(
            key="kind",
            title="Loại",
            value=lambda c: word(c.item.kind),
            width=256,
            least=208,
            tone=lambda c: Tone.BAD,
            sort_key=lambda c: c.id,
        ),
        Column(key="who", title="Người, điểm cầu", value=lambda c: who(c.item), width=200, least=144),
        Column(key="sentence", title="Mâu thuẫn", value=lambda c: c.item.sentence, width=640, least=320),
    )

    def __init__(self, desk: Desk, round_id: int) -> None:
        self.round_id = round_id
        self._found: list[Line] = []
        self._open = ""
        super().__init__(desk)

    def filters(self) -> Sequence[Filter]:
        return (Filter(key="kind", label="Loại", options=self.kinds),)

    def kinds(self) -> list[tuple[Any, str]]:
        """The kinds there are, with how many of each."""
        there = [line.item.kind for line in self._found]
        counted = [(kind, f"{word(kind)} ({grouped(there.count(kind))})") for kind in ContradictionKind]
        return [(None, words.ALL), *(each for each in counted if each[0] in there)]

    def load(self) -> None:
        self.set_title(f"Kiểm tra mâu thuẫn: {rounds.study_round(self.store, self.round_id).name}")
        self._open = "; ".join(contradictions.still_open(self.store, self.round_id))
        self.empty = f"{SOUND} Còn để ngỏ: {self._open}." if self._open else SOUND
        look = partial(contradictions.contradictions, round_id=self.round_id)
        read_aside(self, self.desk, "Kiểm tra mâu thuẫn", look, self.show_found)

    def show_found(self, found: list[Contradiction]) -> None:
        self._found = [Line(id=at, item=each) for at, each in enumerate(found, 1)]
        super().load()
        self.enable_gestures()

    def listing(self, query: Query) -> Listing:
        kind = query.chosen["kind"]
        wanted = [line for line in self._found if kind in (None, line.item.kind)]
        return listing_of(wanted, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} mâu thuẫn{self._open and f' · {self._open}'}" if count else ""

    def remedy(self) -> Action | None:
        return Action(caption="Kiểm tra lại", run=self.load, keys="F5")

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Mở chỗ sửa", run=self.mend, needs=Needs.ONE, main=True, tip="Enter"),
            Action(
                caption="Giải quyết…",
                run=self.settle,
                keys="Ctrl+G",
                needs=Needs.ONE,
                tip="Chọn nơi được tính khi một người có mặt ở hai nơi; gỡ điểm danh ngoài danh sách",
                right=Right.WRITE,
            ),
        )

    def focus_start(self) -> None:
        """The keyboard starts at the first contradiction."""
        if not self.table.rows.rowCount():
            super().focus_start()
            return
        if not self.table.selected_count():
            self.table.selectRow(0)
        self.table.setFocus()

    def selected(self) -> Contradiction:
        found: Contradiction = self.table.records()[0].item
        return found

    def open(self, record_id: int) -> None:
        self.mend()

    def mend(self) -> None:
        """Open the place where the contradiction selected can be put right."""
        told = self.selected()
        MENDING[told.place](self.desk, told)

    def settle(self) -> None:
        """Choose which place counts, or take a stray mark off."""
        told = self.selected()
        if told.kind is ContradictionKind.OFF_ROLL:
            self.perform(contradictions.drop_mark, told)
        elif told.kind is ContradictionKind.TWO_VENUES:
            self.choose(told, "Điểm cầu được tính", self.venues(told), contradictions.settle_venue)
        elif told.kind is ContradictionKind.TWO_CONFERENCES:
            self.choose(told, "Hội nghị được tính", self.halves(told), contradictions.settle_conference)
        else:
            self.desk.said.emit(MEND_THERE, False)

    def choose(
        self, told: Contradiction, label: str, options: list[tuple[int, str]], service: Callable[..., None]
    ) -> None:
        def keep(values: Values) -> None:
            self.desk.write(service, told, values["place"])

        field = ChoiceField(key="place", label=label, required=True, options=options)
        start = {"place": options[0][0]}
        fill_in(
            self, f"{told.full_name}: chọn nơi được tính", "Chọn nơi này", (field,), start, keep, told=told.sentence
        )

    def venues(self, told: Contradiction) -> list[tuple[int, str]]:
        assert told.conference_id, "somebody at a conference"
        known = conferences.venues(self.store, told.conference_id)
        return [(venue.id, venue.name) for at in told.venues for venue in known if venue.id == at]

    def halves(self, told: Contradiction) -> list[tuple[int, str]]:
        """The two half-days, each by the name of its conference."""
        both = (told.half_day_id, told.other_half_day_id)
        return [
            (day.id, held.name)
            for held in conferences.conferences(self.store)
            for day in held.half_days
            if day.id in both
        ]


def who(told: Contradiction) -> str:
    return told.full_name or told.venue or ""


def at_marking(desk: Desk, told: Contradiction) -> None:
    assert told.conference_id, "marks belong to a conference"
    held = conferences.conference(desk.store, told.conference_id)
    open_marking(desk, held, None if told.member_id else told.venue_id, told.full_name or "")


def at_board(desk: Desk, told: Contradiction) -> None:
    assert told.conference_id, "a board belongs to a conference"
    open_board(desk, told.conference_id, told.half_day_id)


def at_person(desk: Desk, told: Contradiction) -> None:
    assert told.member_id, "somebody"
    open_person(desk, told.member_id)


def at_makeups(desk: Desk, told: Contradiction) -> None:
    page = OutstandingPage(desk, told.round_id)
    desk.page_opened.emit(page)
    page.filter_bar.choose({"state": "every"})
    page.search_box.setText(told.full_name or "")


def at_essays(desk: Desk, told: Contradiction) -> None:
    desk.place_wanted.emit("essays", told.full_name or "")


def at_page(desk: Desk, told: Contradiction) -> None:
    from desktop_app.ui.screens.sheet_page import open_sheet_page

    open_sheet_page(desk, told.page or "")


MENDING: dict[MendPlace, Callable[[Desk, Contradiction], None]] = {
    MendPlace.MARKING: at_marking,
    MendPlace.BOARD: at_board,
    MendPlace.PERSON: at_person,
    MendPlace.MAKEUPS: at_makeups,
    MendPlace.ESSAYS: at_essays,
    MendPlace.PAGE: at_page,
}
