"""Seats worked out by room, shown before they are kept: every venue with who would come, and who finds no seat."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QSplitter, QWidget

from desktop_app.domain.wording import grouped
from desktop_app.services import conferences, seating
from desktop_app.services.access import Right
from desktop_app.services.seating import Proposal, VenueSeats
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, Numbered, numbered
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.venues_tab import BRANCH, INDENT
from desktop_app.ui.style import MARGIN, Tone
from desktop_app.ui.table_model import Column

KEEP, AFRESH, WAITING_ONLY = "Ghi cách xếp này", "Xếp lại từ đầu", "Chỉ xếp người chưa có chỗ"


def shown_name(line: VenueSeats) -> str:
    return INDENT * (line.depth - 1) + BRANCH + line.venue.name if line.depth else line.venue.name


def room(line: VenueSeats) -> str:
    """The room of a venue; a dash where it is not known."""
    return "chưa ghi" if line.venue.capacity is None else grouped(line.venue.capacity)


def left(line: VenueSeats) -> str:
    """“còn 12 chỗ”, “vừa đủ”, “thiếu 5 chỗ”."""
    if line.free is None:
        return ""
    if line.free < 0:
        return f"thiếu {grouped(-line.free)} chỗ"
    return f"còn {grouped(line.free)} chỗ" if line.free else "vừa đủ"


def left_tone(line: VenueSeats) -> Tone | None:
    if line.free is None:
        return None
    return Tone.BAD if line.free < 0 else Tone.GOOD


def cells_named(line: VenueSeats) -> str:
    return ", ".join(f"{name} ({grouped(people)})" for name, people in line.cells)


class VenueSeatsPane(ListPane):
    """Every venue as it would be, in tree order."""

    name, heading = "seating_plan", "Điểm cầu"
    columns: Sequence[Column] = (
        Column(key="name", title="Điểm cầu", value=lambda v: shown_name(v), width=232, least=160),
        Column(key="room", title="Số chỗ", value=room, width=72, figures=True),
        Column(key="people", title="Sẽ đến", value=lambda v: grouped(v.people), width=72, figures=True),
        Column(key="left", title="Còn lại", value=left, width=168, tone=left_tone),
        Column(key="cells", title="Chi bộ (số người)", value=cells_named, width=300, least=120),
    )

    def __init__(self, page: Screen) -> None:
        super().__init__(page)
        self.lines: Sequence[VenueSeats] = ()

    def key(self, record: VenueSeats) -> int:
        return record.venue.id

    def counted(self, count: int) -> str:
        return f"{grouped(count)} điểm cầu"

    def records(self) -> Iterable[VenueSeats]:
        return self.lines


class OverflowPane(ListPane):
    """The cells of which people find no seat."""

    name, heading, empty = "seating_overflow", "Chưa có chỗ", "Ai cũng đã có điểm cầu."
    columns: Sequence[Column] = (
        Column(key="cell", title="Chi bộ", value=lambda r: r.item[0], width=160, least=96),
        Column(key="people", title="Số người", value=lambda r: grouped(r.item[1]), width=80, figures=True),
    )

    def __init__(self, page: Screen) -> None:
        super().__init__(page)
        self.lines: Sequence[tuple[str, int]] = ()

    def records(self) -> Iterable[Numbered]:
        return numbered(self.lines)


class SeatingPlanPage(Screen):
    """`conference_id` is the conference whose venues are filled. Nothing is written before the red button."""

    title = "Xếp theo sức chứa"

    def __init__(self, desk: Desk, conference_id: int, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.conference_id = conference_id
        self._afresh = False
        self._proposal: Proposal | None = None
        self.verdict = label(name="subheading", wrap=True)
        self.venues, self.overflow = VenueSeatsPane(self), OverflowPane(self)
        beside = QSplitter()
        beside.addWidget(self.venues)
        beside.addWidget(self.overflow)
        beside.setHandleWidth(MARGIN)
        beside.setSizes([900, 260])
        beside.setChildrenCollapsible(False)
        self.body.addWidget(self.verdict)
        self.body.addWidget(beside, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.tools.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=KEEP, run=self.keep, keys="Ctrl+S", main=True, right=Right.WRITE),
            Action(caption=WAITING_ONLY, run=lambda: self.turn(False), tip="Ai đã có chỗ thì giữ nguyên"),
            Action(
                caption=AFRESH,
                run=lambda: self.turn(True),
                tip="Chia lại mọi người ở các điểm cầu có ghi số chỗ; điểm cầu chưa ghi số chỗ giữ nguyên",
            ),
        )

    def turn(self, afresh: bool) -> None:
        """Work the seats out for everyone anew, or only for those without a seat."""
        self._afresh = afresh
        self.reload()

    def load(self) -> None:
        self.set_title(f"Xếp theo sức chứa: {conferences.conference(self.store, self.conference_id).name}")
        self._proposal = found = seating.propose(self.store, self.conference_id, self._afresh)
        self.verdict.setText(verdict(found, self._afresh))
        self.venues.lines, self.overflow.lines = found.venues, found.overflow
        self.venues.load_rows()
        self.overflow.load_rows()

    def keep(self) -> None:
        """Keep what is shown, and go back."""
        if self._proposal is None:
            return
        if self.perform(seating.keep, self.conference_id, self._proposal, done=kept_words) is not None:
            self.desk.back_wanted.emit()

    def focus_start(self) -> None:
        self.venues.focus_start()


def kept_words(count: int) -> str:
    return f"Đã xếp chỗ cho {grouped(count)} người."


def verdict(found: Proposal, afresh: bool) -> str:
    """What the proposal comes to, and what it means where the list is not frozen yet."""
    seated = sum(venue_id is not None for _, venue_id in found.places)
    said = f"Xếp {'lại từ đầu' if afresh else 'thêm'} {grouped(seated)} người."
    if found.left_over:
        said += f" Còn {grouped(found.left_over)} người chưa có chỗ: thêm điểm cầu hoặc sửa số chỗ."
    over = sum(-line.free for line in found.venues if line.free is not None and line.free < 0)
    if over:
        said += f" Số người đã xếp vượt số chỗ {grouped(over)} người: bấm “{AFRESH}” để chia lại."
    unknown = sum(line.venue.capacity is None for line in found.venues)
    if unknown:
        said += f" {grouped(unknown)} điểm cầu chưa ghi số chỗ: giữ nguyên người đang có, không xếp thêm."
    if not found.frozen and any(len(venues) > 1 for venues in found.cells.values()):
        said += " Chi bộ ngồi ở nhiều điểm cầu sẽ chia thành từng người khi chốt danh sách triệu tập."
    return said
