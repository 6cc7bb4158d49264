"""Several organizations become one by decision: who goes where is shown before it is written."""

from collections.abc import Sequence

from db.records import Organization
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import organizations, reorganization
from desktop_app.services.access import Right
from desktop_app.ui.desk import Desk
from desktop_app.ui.fields import ChoiceField, Field, TextField
from desktop_app.ui.screen import Action
from desktop_app.ui.screens.decision_page import DecisionPage, Goer, goers
from desktop_app.ui.screens.organization_doings import ONE_UNDER_ANOTHER, decision_of

NEW, NEW_WORDS = 0, "Lập tổ chức mới"


class MergePage(DecisionPage):
    """`organization_ids` are those that merge."""

    title = "Sáp nhập tổ chức"

    def __init__(self, desk: Desk, organization_ids: Sequence[int]) -> None:
        self.olds: list[Organization] = [organizations.organization(desk.store, each) for each in organization_ids]
        into: list[tuple[int, str]] = [(old.id, f"Nhập vào {old.name}") for old in self.olds]
        fields: tuple[Field, ...] = (
            ChoiceField(key="into_id", label="Cách làm", options=[(NEW, NEW_WORDS), *into], required=True),
            TextField(key="name", label="Tên mới", hint="khi lập tổ chức mới"),
            *ONE_UNDER_ANOTHER,
        )
        super().__init__(desk, fields)
        self.form.set_values({"into_id": NEW})
        self.left.addStretch(1)

    def gestures(self) -> Sequence[Action]:
        return (Action(caption="Sáp nhập", run=self.write, keys="Ctrl+S", main=True, right=Right.WRITE),)

    def about(self) -> str:
        return f"{super().about()} {[old.id for old in self.olds]}"

    def target(self) -> str:
        """What the receiving organization is called, as far as said."""
        said = self.form.readable()
        kept = next((old.name for old in self.olds if old.id == said["into_id"]), None)
        return kept or said["name"] or "tổ chức mới"

    def look(self) -> None:
        """Whom it concerns on the day said, and where they go."""
        day = self.day()
        self.goers.goers = [goer for old in self.olds for goer in goers(self.store, old.id, day)]
        self.goers.load()
        people = sum(goer.member_id is not None for goer in self.goers.goers)
        under = len(self.goers.goers) - people
        names = ", ".join(f"“{old.name}”" for old in self.olds)
        and_under = f" và {grouped(under)} tổ chức trực thuộc" if under else ""
        self.told.setText(
            f"{names}: {grouped(people)} người{and_under} về “{self.target()}” từ ngày quyết định có hiệu lực. "
            "Những ngày trước đó giữ nguyên."
        )

    def goes_to(self, goer: Goer) -> str:
        return self.target()

    def decide(self) -> str:
        values = self.form.values() or {}
        into = values["into_id"] or None
        if into is None and not values["name"]:
            raise Refusal("Chưa ghi tên tổ chức mới; hãy ghi tên, hoặc chọn tổ chức nhận.")
        ids = [old.id for old in self.olds]
        made = self.desk.write(
            reorganization.merge, ids, decision_of(values), None if into else values["name"], into, done="Đã sáp nhập."
        )
        return f"Đã sáp nhập {len(self.olds)} tổ chức thành “{made.name}”."
