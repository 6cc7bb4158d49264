"""The venues of a conference as a tree, shown by indentation: added, edited, cut. Who sits where is another tab."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from db.records import Venue
from db.values import VenueLevel
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, copies
from desktop_app.services.access import Right
from desktop_app.services.seating import in_tree_order
from desktop_app.ui import ask, words
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Field, LongTextField, NumberField, TextField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.conference_fields import days_spoken
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.table_model import Column

INDENT = "\u2003"
BRANCH = "└ "


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueLine:
    """A venue at its depth in the tree, 0 for a main one, with the people its cells bring."""

    venue: Venue
    depth: int
    expected: int

    @property
    def id(self) -> int:
        return self.venue.id

    @property
    def over(self) -> int:
        """How many more come than there is room for."""
        return max(0, self.expected - self.venue.capacity) if self.venue.capacity is not None else 0

    @property
    def shown_name(self) -> str:
        return INDENT * (self.depth - 1) + BRANCH + self.venue.name if self.depth else self.venue.name


def as_tree(venues: Sequence[Venue], expected: dict[int, int]) -> list[VenueLine]:
    """Main venues in their order, each followed by its branches; `expected` is people by venue."""
    return [
        VenueLine(venue=venue, depth=depth, expected=expected.get(venue.id, 0))
        for venue, depth in in_tree_order(venues)
    ]


def capacity(line: VenueLine) -> str:
    return grouped(line.venue.capacity) if line.venue.capacity is not None else ""


def line_of(venue: Venue) -> str:
    """Equipment and line of a venue, in one text."""
    return "; ".join(filter(None, (venue.equipment, venue.line_note)))


class VenuesPane(ListPane):
    """Every venue with its place, room and people responsible."""

    opening = Right.WRITE
    name = "venues"
    empty = "Hội nghị chưa có điểm cầu nào. Thêm điểm cầu chủ trước, rồi các điểm cầu trực thuộc."
    columns: Sequence[Column] = (
        Column(key="name", title="Điểm cầu", value=lambda v: v.shown_name, width=264, least=176),
        Column(key="level", title="Cấp", value=lambda v: word(v.venue.level), width=88),
        Column(key="place", title="Địa điểm", value=lambda v: v.venue.place or "", width=136, least=104),
        Column(key="capacity", title="Số chỗ", value=capacity, width=72, figures=True),
        Column(key="cells", title="Chi bộ", value=lambda v: grouped(len(v.venue.cell_ids)), width=64, figures=True),
        Column(key="charge", title="Phụ trách", value=lambda v: v.venue.person_in_charge or "", width=136, least=96),
        Column(key="phone", title="Điện thoại", value=lambda v: v.venue.phone or "", width=104),
        Column(key="follower", title="Cấp ủy viên dự", value=lambda v: v.venue.follower or "", width=120, least=88),
        Column(key="line", title="Kỹ thuật", value=lambda v: line_of(v.venue), width=152, least=104),
        Column(key="note", title="Ghi chú", value=lambda v: v.venue.note or "", width=88, least=64),
    )

    def __init__(self, page: Screen, conference_id: int) -> None:
        super().__init__(page)
        self.conference_id = conference_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm điểm cầu", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(
                caption="Chép từ hội nghị khác",
                run=self.copy,
                tip="Lấy điểm cầu, chi bộ, người phụ trách của một hội nghị trước",
                right=Right.WRITE,
            ),
            Action(caption="Danh sách ký tên", run=self.print, needs=Needs.ONE, tip="In danh sách ký tên của điểm cầu"),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def counted(self, count: int) -> str:
        return f"{grouped(count)} điểm cầu"

    def records(self) -> Iterable[VenueLine]:
        return as_tree(conferences.venues(self.store, self.conference_id), {})

    def fields(self, but: int = 0) -> Sequence[Field]:
        above = [(line.id, line.shown_name) for line in self.records() if line.id != but]
        return (
            TextField(key="name", label="Tên điểm cầu", required=True, hint="Nhà văn hóa phố Đội Cung 1"),
            ChoiceField(key="parent_id", label="Trực thuộc", options=above),
            ChoiceField(
                key="level", label="Cấp", required=True, half=True, options=[(each, word(each)) for each in VenueLevel]
            ),
            NumberField(key="capacity", label="Số chỗ", half=True, least=1, most=100_000),
            TextField(key="place", label="Địa điểm"),
            TextField(key="person_in_charge", label="Phụ trách", half=True, hint="họ và tên, chức vụ"),
            TextField(key="phone", label="Điện thoại", half=True),
            TextField(key="follower", label="Cấp ủy viên dự", hint="người được phân công theo dõi điểm cầu"),
            TextField(key="equipment", label="Thiết bị", hint="màn hình, loa, máy chiếu, người trực kỹ thuật"),
            TextField(key="line_note", label="Đường truyền", hint="nhà mạng, đường dự phòng"),
            LongTextField(key="note", label="Ghi chú", lines=2),
        )

    def add(self) -> None:
        """A new venue, by default a branch of the main one."""
        main = next((line.id for line in self.records() if not line.depth), None)
        level = VenueLevel.WARD if main is None else VenueLevel.CELL

        def keep(values: Values) -> None:
            kept = self.desk.write(conferences.save_venue, self.conference_id, Venue(**values))
            self.table.select_ids([kept.id])

        start = {"parent_id": main, "level": level}
        fill_in(self, "Thêm điểm cầu", "Thêm điểm cầu", self.fields(), start, keep)

    def copy(self) -> None:
        """Add the venues of another conference that are not here yet."""
        others = [each for each in conferences.conferences(self.store) if each.id != self.conference_id]
        found = [each for each in reversed(others) if conferences.venues(self.store, each.id)]
        if not found:
            self.desk.refused.emit("Chưa có hội nghị nào khác có điểm cầu để chép; hãy thêm từng điểm cầu.")
            return
        options = [(each.id, f"{each.name} ({days_spoken(each.half_days)})") for each in found]
        field = ChoiceField(key="from", label="Hội nghị", required=True, options=options)
        answer = ask.ask_value(self, "Chép điểm cầu của hội nghị nào?", "Chép điểm cầu", field, found[0].id)
        if isinstance(answer, int):
            self.page.perform(copies.copy_venues, answer, self.conference_id, done=copied)

    def print(self) -> None:
        """The sign-in sheets of the venue chosen."""
        venue_id = self.table.selected_ids()[0]
        open_print(self.desk, "sign-in", Subject(conference_id=self.conference_id, venue_id=venue_id))

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        before = next(line.venue for line in self.records() if line.id == record_id)

        def keep(values: Values) -> None:
            self.desk.write(conferences.save_venue, self.conference_id, replace(before, **values))

        fill_in(self, before.name, words.SAVE, self.fields(record_id), asdict(before), keep)

    def remove(self) -> None:
        self.page.perform(conferences.remove_venues, self.conference_id, self.table.selected_ids())


def copied(count: int) -> str:
    return f"Đã chép {grouped(count)} điểm cầu." if count else "Các điểm cầu ấy đã có đủ ở đây."
