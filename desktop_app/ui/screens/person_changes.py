"""Who changed what about a person, from what to what; the whole gesture can be taken back from here."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from desktop_app.domain.dates import show_date
from desktop_app.services import journal
from desktop_app.services.access import Right
from desktop_app.services.history import FieldChange
from desktop_app.services.person import PersonFacts
from desktop_app.ui import words
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.table_model import Column


def moment(iso: str) -> str:
    """“05/04/2021 07:30”."""
    return f"{show_date(iso[:10])} {iso[11:16]}"


def summary(change: FieldChange, name: str) -> str:
    gesture = change.gesture.removesuffix(name).rstrip(": ").removesuffix(" cho").removesuffix(" của")
    return f"{gesture} (đã hoàn tác)" if change.undone else gesture


def field(change: FieldChange) -> str:
    """“Chi bộ sinh hoạt: Từ ngày”."""
    return f"{change.about}: {change.caption[:1].lower()}{change.caption[1:]}"


def changed(change: FieldChange) -> str:
    """“tuổi cao” where nothing stood before, otherwise “05/02/1960 → 05/02/1961”."""
    after = change.after or words.NONE
    return after if change.before is None else f"{change.before} → {after}"


FIELD = Column(key="field", title="Mục", value=lambda r: field(r.item), width=216, least=104)
CHANGED: tuple[Column, ...] = (
    FIELD,
    Column(key="before", title="Trước", value=lambda r: r.item.before or words.NONE, width=144, least=56),
    Column(key="after", title="Sau", value=lambda r: r.item.after or words.NONE, width=144, least=64),
)


class ChangesPane(ListPane):
    """`facts` are put in by the page; the newest change stands on top."""

    name, empty = "person_changes", "Chưa có thay đổi nào được ghi lại."
    columns: Sequence[Column] = (
        Column(key="when", title="Lúc", value=lambda r: moment(r.item.done_at), width=128),
        Column(key="who", title="Người làm", value=lambda r: r.item.user, width=96, least=72),
        Column(key="gesture", title="Việc", value=lambda r: r.item.gesture, width=168, least=96),
        FIELD,
        Column(key="change", title="Nội dung", value=lambda r: changed(r.item), width=216, least=128),
    )
    facts: PersonFacts | None = None

    def gestures(self) -> Sequence[Action]:
        return (
            Action(
                caption="Hoàn tác việc này",
                run=self.take_back,
                keys="Ctrl+U",
                needs=Needs.ONE,
                tip="Trả mọi mục của việc đang chọn về như trước",
                right=Right.CELL,
            ),
        )

    def records(self) -> Iterable[Any]:
        """The changes, without the person's own name behind every gesture."""
        if self.facts is None:
            return ()
        name = self.facts.person.full_name
        return numbered(replace(each, gesture=summary(each, name)) for each in self.facts.changes)

    def take_back(self) -> None:
        if (chosen := self.selected()) is not None:
            done = f"Đã hoàn tác: {chosen.item.gesture}."
            self.page.perform(journal.undo, chosen.item.gesture_id, done=done)
