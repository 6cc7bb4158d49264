"""A page on which a decision is prepared, looked at and then written: a form on the left, who goes where on the right.

What is decided is the subclasses' part: `decide` writes and says what was done, or refuses.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import members, organizations
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import FieldForm
from desktop_app.ui.fields import Field
from desktop_app.ui.kept_typing import KeptTyping, Typed, TypedForm, keep_page
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.parts import label, row
from desktop_app.ui.screen import Screen
from desktop_app.ui.style import GAP, MARGIN, scaled
from desktop_app.ui.table_model import Column

LEFT = 408


@dataclass(frozen=True, slots=True, kw_only=True)
class Goer:
    """Someone of an organization, or something that stands under it; one of the ids is given."""

    name: str
    told: str
    at: str
    member_id: int | None = None
    child_id: int | None = None


def goers(store: Store, organization_id: int, on: str) -> list[Goer]:
    """Everyone in an organization and everything directly under it, on a day."""
    rows = organizations.tree(store, on, counted=True)
    at = next((row.organization.name for row in rows if row.organization.id == organization_id), "")
    under = [
        Goer(
            name=row.organization.name,
            told=f"{grouped(row.organization.member_count)} đảng viên",
            at=at,
            child_id=row.organization.id,
        )
        for row in rows
        if row.organization.parent_id == organization_id
    ]
    people = members.page(store, members.of_cell(store, organization_id, on), on)
    return under + [Goer(name=m.full_name, told=m.birth_date or "", at=at, member_id=m.id) for m in people]


class GoersPane(ListPane):
    """`goers` are put in by the page; `goes_to(goer)` words where each will be."""

    name, empty = "goers", "Chưa có ai, chưa có tổ chức nào trực thuộc."

    def __init__(self, page: Screen, goes_to: Callable[[Goer], str], born: Callable[[Goer], str]) -> None:
        self.goers: Sequence[Goer] = ()
        self.columns = (
            Column(key="name", title="Ai, tổ chức nào", value=lambda r: r.item.name, width=208, least=136),
            Column(key="told", title="Ngày sinh", value=lambda r: born(r.item), width=104),
            Column(key="at", title="Đang ở", value=lambda r: r.item.at, width=160, least=88),
            Column(key="to", title="Sẽ về", value=lambda r: goes_to(r.item), width=176, least=104),
        )
        super().__init__(page)

    def records(self) -> Iterable[Any]:
        return numbered(self.goers)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} dòng" if count else ""


class DecisionPage(Screen):
    """`fields` is the form; the button and Ctrl+S write, a refusal stands over the form."""

    search_hint = "Tìm trong danh sách này (Ctrl+K)"

    def __init__(self, desk: Desk, fields: Sequence[Field]) -> None:
        super().__init__(desk)
        self.form = FieldForm(fields)
        self.typing: KeptTyping | None = None
        self.told = label(name="quiet", wrap=True)
        self.refusal = label(name="problem", wrap=True)
        self.refusal.hide()
        self.goers = GoersPane(self, self.goes_to, self.born)
        self.left = QVBoxLayout()
        for part in (self.told, self.refusal, self.form):
            self.left.addWidget(part)
        self.form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        side = QWidget()
        side.setLayout(self.left)
        side.setFixedWidth(scaled(LEFT))
        self.left.setContentsMargins(0, GAP, 0, 0)
        beside = row(side, self.goers)
        beside.setSpacing(MARGIN)
        beside.setStretch(1, 1)
        self.body.addLayout(beside)
        self.body.setContentsMargins(0, 0, 0, MARGIN)
        self.form.edited.connect(self.look)
        self.form.done.connect(self.goers.focus_start)

    def goes_to(self, goer: Goer) -> str:
        """Where somebody will be, in words."""
        raise NotImplementedError

    def born(self, goer: Goer) -> str:
        """What is told of somebody beside the name."""
        return goer.told if goer.child_id else (show_date(goer.told) if goer.told else "")

    def look(self) -> None:
        """Read what is shown afresh for what the form says now."""

    def decide(self) -> str:
        """Write, and say what was done. Raises Refusal."""
        raise NotImplementedError

    def day(self) -> str:
        """The day the decision holds from; today while none is said."""
        on = self.form.readable().get("on")
        return on if isinstance(on, str) and is_day(on) else today(self.store).isoformat()

    def searched(self, text: str) -> None:
        self.goers.text = text.strip()
        self.goers.load_rows()

    def entered(self, text: str) -> None:
        self.goers.focus_start()

    def focus_start(self) -> None:
        self.form.focus_first()

    def about(self) -> str:
        """Whom the decision concerns, so that no other gets what was typed for it."""
        return self._heading.text()

    def typed(self) -> Typed:
        """Everything that is typed here."""
        return TypedForm(self.form)

    def load(self) -> None:
        if self.typing is None:
            self.typing = keep_page(self, self.about(), self.typed())
            self.form.typed.connect(self.typing.note)
            self.form.edited.connect(self.typing.note)
        self.look()

    def write(self) -> None:
        """Write what was prepared and go back; or say what stands against it and stay."""
        if self.form.values() is None:
            return
        try:
            done = self.decide()
        except Refusal as refusal:
            self.refusal.setText(str(refusal))
            self.refusal.show()
            return
        if self.typing is not None:
            self.typing.forget()
        self.desk.back_wanted.emit()
        self.desk.tell_written(done)


def is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
