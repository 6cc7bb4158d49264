"""Which cell sits at which venue: cells without a venue first, and how the room of each venue holds who comes."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QSplitter

from db.keys import text_key
from db.records import Organization
from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, seating
from desktop_app.services.access import Right
from desktop_app.services.seating import Coming
from desktop_app.ui import ask
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.list_pane import ListPane, Tab
from desktop_app.ui.parts import column
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.seating_plan import SeatingPlanPage
from desktop_app.ui.screens.venues_tab import VenueLine, as_tree, capacity
from desktop_app.ui.style import MARGIN, Tone
from desktop_app.ui.table_model import Column

UNSEATED = "Chưa có điểm cầu"


def expected(seat: "Seat") -> str:
    """“49”, “50 (1 khách)”."""
    return grouped(seat.expected) + (f" ({grouped(seat.guests)} khách)" if seat.guests else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A cell, the people it brings, how many of them are guests, and the names of the venues it sits at."""

    cell: Organization
    expected: int
    guests: int
    venues: str

    @property
    def id(self) -> int:
        return self.cell.id


class CellsPane(ListPane):
    """Every cell; what is chosen is seated together."""

    opening = Right.WRITE
    name, heading = "seating_cells", "Chi bộ"
    empty = "Chưa có chi bộ nào. Thêm chi bộ ở mục Chi bộ, hoặc nhập danh sách đảng viên."
    columns: Sequence[Column] = (
        Column(
            key="name", title="Chi bộ", value=lambda s: s.cell.name, width=192, sort_key=lambda s: text_key(s.cell.name)
        ),
        Column(
            key="people",
            title="Sẽ đến",
            tip="Người phải dự và khách mời của chi bộ; không kể người miễn, người vắng đã trừ",
            value=expected,
            width=112,
            figures=True,
            sort_key=lambda s: s.expected,
        ),
        Column(
            key="venues",
            title="Điểm cầu",
            value=lambda s: s.venues or UNSEATED,
            width=232,
            sort_key=lambda s: text_key(s.venues),
            tone=lambda s: None if s.venues else Tone.WARN,
        ),
    )

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__(page)
        self.conference_id = conference_id
        self._seats: Sequence[Seat] = ()

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Xếp vào điểm cầu",
                run=self.seat,
                keys="F2",
                needs=Needs.SOME,
                tip="Các chi bộ đang chọn; Ctrl+A chọn tất cả",
                right=Right.WRITE,
            ),
            Action(
                caption="Xếp theo sức chứa",
                run=self.fill,
                tip="Tự xếp theo số chỗ; xem trước rồi mới ghi",
                right=Right.WRITE,
            ),
            Action(caption="Triệu tập", run=self.summon, needs=Needs.ONE, tip="Thông báo triệu tập của chi bộ này"),
            Action(caption="Bỏ xếp", run=self.unseat, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def counted(self, count: int) -> str:
        unseated = sum(not seat.venues for seat in self._seats)
        return f"{grouped(unseated)} chi bộ chưa có điểm cầu" if unseated else f"{grouped(count)} chi bộ, đã xếp đủ"

    def show_seats(self, seats: Iterable[Seat]) -> None:
        """Show these cells: at first those without a venue on top, afterwards each where it stood."""
        stood = {seat.id: place for place, seat in enumerate(self._seats)}
        self._seats = sorted(seats, key=lambda seat: (stood.get(seat.id, len(stood)), bool(seat.venues)))
        self.load_rows()

    def records(self) -> Iterable[Seat]:
        return self._seats

    def seat(self) -> None:
        """Ask for the venue of the chosen cells."""
        tree = as_tree(conferences.venues(self.store, self.conference_id), {})
        if not tree:
            self.desk.refused.emit("Hội nghị chưa có điểm cầu nào; hãy thêm điểm cầu ở thẻ Điểm cầu trước.")
            return
        chosen = self.table.records()
        named = chosen[0].cell.name if len(chosen) == 1 else f"{grouped(len(chosen))} chi bộ đã chọn"
        field = ChoiceField(
            key="venue", label="Điểm cầu", required=True, options=[(line.id, line.shown_name) for line in tree]
        )
        answer = ask.ask_value(self, f"{named} dự tại điểm cầu nào?", "Xếp", field, tree[0].id)
        if isinstance(answer, int):
            self.place(answer)

    def fill(self) -> None:
        """Work seats out by room, on a page that shows them first."""
        if not any(venue.capacity for venue in conferences.venues(self.store, self.conference_id)):
            self.desk.refused.emit("Chưa điểm cầu nào ghi số chỗ; hãy ghi số chỗ ở thẻ Điểm cầu rồi xếp.")
            return
        self.desk.page_opened.emit(SeatingPlanPage(self.desk, self.conference_id))

    def summon(self) -> None:
        """The notice that summons the cell chosen."""
        cell_id = self.table.selected_ids()[0]
        open_print(self.desk, "summons", Subject(conference_id=self.conference_id, cell_id=cell_id))

    def unseat(self) -> None:
        self.place(None)

    def open(self, record_id: int) -> None:
        self.seat()

    def place(self, venue_id: int | None) -> None:
        """Seat the chosen cells at one venue, or at none."""
        wanted = dict.fromkeys(self.table.selected_ids(), venue_id)
        self.page.perform(conferences.seat_cells, self.conference_id, wanted)


class RoomPane(ListPane):
    """Every venue with who is expected against the room it has."""

    name, heading = "seating_venues", "Sức chứa các điểm cầu"
    empty = "Hội nghị chưa có điểm cầu nào."
    columns: Sequence[Column] = (
        Column(key="name", title="Điểm cầu", value=lambda v: v.shown_name, width=232),
        Column(
            key="expected",
            title="Sẽ đến",
            tip="Người phải dự và khách mời xếp tại đây",
            value=lambda v: grouped(v.expected),
            width=64,
            figures=True,
        ),
        Column(key="capacity", title="Số chỗ", value=capacity, width=64, figures=True),
        Column(key="over", title="Thiếu chỗ", value=lambda v: overflow(v), width=112, tone=lambda v: room_tone(v)),
    )

    def __init__(self, page: Screen) -> None:
        super().__init__(page)
        self._lines: Sequence[VenueLine] = ()

    def counted(self, count: int) -> str:
        short = sum(line.over > 0 for line in self._lines)
        return f"{grouped(short)} điểm cầu thiếu chỗ" if short else ""

    def show_lines(self, lines: Sequence[VenueLine]) -> None:
        """Show these venues."""
        self._lines = lines
        self.load_rows()

    def records(self) -> Iterable[VenueLine]:
        return self._lines


def overflow(line: VenueLine) -> str:
    """“thiếu 12 chỗ”, “đủ”, or nothing where the room is not known."""
    if line.venue.capacity is None:
        return ""
    return f"thiếu {grouped(line.over)} chỗ" if line.over else "đủ"


def room_tone(line: VenueLine) -> Tone | None:
    if line.venue.capacity is None:
        return None
    return Tone.BAD if line.over else Tone.GOOD


class SeatingTab(Tab):
    """Cells on the left, the room of the venues on the right."""

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__()
        self.conference_id, self.store = conference_id, page.store
        self.cells = CellsPane(page, conference_id)
        self.room = RoomPane(page)
        beside = QSplitter()
        beside.addWidget(self.cells)
        beside.addWidget(self.room)
        beside.setHandleWidth(MARGIN)
        beside.setSizes([600, 560])
        beside.setChildrenCollapsible(False)
        self.setLayout(column(beside))

    def panes(self) -> list[ListPane]:
        return [self.cells, self.room]

    def load(self) -> None:
        venues = conferences.venues(self.store, self.conference_id)
        names = {venue.id: venue.name for venue in venues}
        coming = seating.coming(self.store, self.conference_id)
        cells = conferences.seating(self.store, self.conference_id)
        seats = [seat_of(cell, venue_ids, names, coming) for cell, _, venue_ids in cells]
        expected = Counter[int]()
        for (_, venue_id), people in coming.people.items():
            if venue_id is not None:
                expected[venue_id] += people
        self.cells.show_seats(seats)
        self.room.show_lines(as_tree(venues, expected))


def seat_of(cell: Organization, venue_ids: Sequence[int], names: dict[int, str], coming: Coming) -> Seat:
    """A cell with its venues; where its people sit at several, with how many at each."""
    apart = {venue: n for venue in names if (n := coming.people[cell.id, venue])}
    if len(apart) > 1:
        told = ", ".join(f"{names[venue]} ({grouped(n)})" for venue, n in apart.items())
    else:
        told = ", ".join(names[each] for each in venue_ids)
    people = sum(n for (cell_id, _), n in coming.people.items() if cell_id == cell.id)
    guests = sum(n for (cell_id, _), n in coming.guests.items() if cell_id == cell.id)
    return Seat(cell=cell, expected=people, guests=guests, venues=told)
