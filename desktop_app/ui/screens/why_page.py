"""Why a figure is not what an issued document said: each figure then and now, and everyone who makes the difference."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from desktop_app.domain.dates import show_date
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import figures, issuing
from desktop_app.services.figures import Reason
from desktop_app.services.issuing import IssuedDocument
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.person_way import open_person
from desktop_app.ui.style import MARGIN, Tone
from desktop_app.ui.table_model import Column

NO_FIGURES = "{} không giữ số liệu của đợt nào; hãy chọn báo cáo kết quả của một đợt."
LEFT = 504


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A figure as issued and as it is now; `moved` counts whoever joined or left it."""

    id: int
    figure: Figure
    then: int
    now: int
    moved: int


def open_why(desk: Desk, found: IssuedDocument) -> None:
    """Open the page; a document that holds no figures is told."""
    if found.round_id is None or not issuing.figures(found):
        desk.refused.emit(NO_FIGURES.format(found.symbol))
        return
    desk.page_opened.emit(WhyPage(desk, found.id))


class FiguresPane(ListPane):
    """The figures of the document; choosing one shows its people."""

    name, heading, empty = "why_figures", "Số liệu", "Văn bản này không giữ số liệu nào."
    columns: Sequence[Column] = (
        Column(key="figure", title="Số liệu", value=lambda r: word(r.figure), width=192, least=120),
        Column(key="then", title="Khi phát hành", value=lambda r: grouped(r.then), width=120, least=104, figures=True),
        Column(key="now", title="Hiện nay", value=lambda r: grouped(r.now), width=80, figures=True),
        Column(
            key="moved",
            title="Khác",
            value=lambda r: f"{grouped(r.moved)} người" if r.moved else "",
            width=104,
            least=96,
            tone=lambda r: Tone.WARN if r.moved else None,
        ),
    )

    def __init__(self, page: "WhyPage") -> None:
        self.rows: Sequence[Beside] = ()
        super().__init__(page)

    def records(self) -> Iterable[Any]:
        return self.rows

    def counted(self, count: int) -> str:
        return ""


class PeoplePane(ListPane):
    """Who is counted now and was not then, or the other way round."""

    name, heading, empty = "why_people", "Những người làm nên chỗ khác", "Số liệu này không có gì khác."
    columns: Sequence[Column] = (
        Column(key="name", title="Họ và tên", value=lambda r: r.item.full_name, width=160, least=120),
        Column(
            key="change",
            title="Thay đổi",
            value=lambda r: "mới được tính" if r.item.joined else "không còn tính",
            tone=lambda r: Tone.GOOD if r.item.joined else Tone.BAD,
            width=128,
        ),
        Column(key="why", title="Từ đó đến nay", value=lambda r: since(r.item), width=320, least=160),
    )

    def __init__(self, page: "WhyPage") -> None:
        self.reasons: Sequence[Reason] = ()
        super().__init__(page)

    def records(self) -> Iterable[Any]:
        return numbered(self.reasons)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Mở trang đảng viên", run=self.open_selected, keys="Ctrl+I", needs=Needs.ONE),)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người" if count else ""

    def open(self, record_id: int) -> None:
        open_person(self.desk, self.reasons[record_id].member_id)

    def open_selected(self) -> None:
        if (chosen := self.selected()) is not None:
            self.open(chosen.id)


def since(reason: Reason) -> str:
    """What was done about a person after the document went out, latest first."""
    told = (f"{show_date(at[:10])} {what}" for at, what in reason.doings)
    return "; ".join(told) or "không rõ việc nào làm thay đổi"


class WhyPage(Screen):
    """The first figure that differs is chosen when the page opens."""

    title = "Vì sao số liệu khác?"

    def __init__(self, desk: Desk, document_id: int) -> None:
        super().__init__(desk)
        self.document_id = document_id
        self.facts_line = label(name="quiet", wrap=True)
        self.figures, self.people = FiguresPane(self), PeoplePane(self)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(MARGIN)
        both.addWidget(self.figures)
        both.addWidget(self.people)
        both.setSizes([LEFT, LEFT + LEFT // 2])
        self.body.addWidget(self.facts_line)
        self.body.addWidget(both, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.figures.table.chosen.connect(self.show_people)

    def gestures(self) -> Sequence[Action]:
        keys = "Ctrl+I"
        return (Action(caption="Mở trang đảng viên", run=lambda: self.people.open_selected(), keys=keys, button=False),)

    def load(self) -> None:
        found = issuing.document(self.store, self.document_id)
        self.set_title(f"Vì sao số liệu khác {found.symbol}?")
        self.facts_line.setText(f"{found.title} · phát hành ngày {show_date(found.issued_on)}")
        self.figures.rows = self.beside(found)
        self.figures.load()
        if not self.figures.table.selected_count():
            first = next((each.id for each in self.figures.rows if each.moved), 0)
            self.figures.table.select_ids([first])
        self.show_people()

    def beside(self, found: IssuedDocument) -> list[Beside]:
        """Every figure the document holds, then and now."""
        if found.round_id is None:
            raise Refusal(NO_FIGURES.format(found.symbol))
        kept, now = issuing.figures(found), figures.figures(self.store, found.round_id)
        known = [(figure, set(kept[figure]), set(now[figure])) for figure in Figure if figure in kept]
        return [
            Beside(id=at, figure=figure, then=len(then), now=len(here), moved=len(then ^ here))
            for at, (figure, then, here) in enumerate(known)
        ]

    def show_people(self) -> None:
        """The people of the figure chosen."""
        chosen = self.figures.selected()
        differs = chosen is not None and chosen.moved
        self.people.reasons = figures.why(self.store, self.document_id, chosen.figure).reasons if differs else ()
        self.people.load()

    def focus_start(self) -> None:
        self.figures.focus_start()
