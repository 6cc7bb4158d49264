"""The cells of the office with their counts of members: listed, added, renamed."""

from collections.abc import Sequence
from typing import Any

from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.ui import words
from desktop_app.ui.fields import Field, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


class CellsScreen(TableScreen):
    """Every cell that exists today; a double-click shows its members."""

    title, name = "Chi bộ", "cells"
    search_hint = "Tìm chi bộ (Ctrl+K)"
    empty = "Chưa có chi bộ. Thêm từng chi bộ, hoặc nhập danh sách đảng viên: chi bộ được lập theo danh sách."
    columns = (
        Column(key="name", title="Chi bộ", value=lambda c: c.name, width=360, least=200, order="name"),
        Column(
            key="count",
            title="Số đảng viên",
            value=lambda c: grouped(c.member_count),
            width=120,
            figures=True,
            sort_key=lambda c: c.member_count,
        ),
        Column(key="audience", title="Đối tượng học tập", value=lambda c: word(c.audience), width=240),
    )

    def listing(self, query: Query) -> Listing:
        return listing_of(organizations.cells(self.store), self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} chi bộ"

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Thêm chi bộ", run=self.add, keys="Ctrl+N", main=True),
            Action(caption=words.RENAME, run=self.rename, keys="F2", needs=Needs.ONE),
            Action(caption="Xem đảng viên", run=self.show_members, needs=Needs.ONE, tip="Enter hoặc bấm đúp"),
        )

    def fields(self) -> Sequence[Field]:
        return (TextField(key="name", label="Tên chi bộ", required=True, hint="ví dụ: Chi bộ Đội Cung 1"),)

    def add(self) -> None:
        def keep(values: dict[str, Any]) -> None:
            kept = self.desk.write(organizations.create_cell, values["name"])
            self.table.select_ids([kept.id])

        fill_in(self, "Thêm chi bộ", "Thêm chi bộ", self.fields(), {}, keep, self.advice)

    def rename(self) -> None:
        (cell,) = self.table.records()

        def keep(values: dict[str, Any]) -> None:
            self.desk.write(organizations.rename_cell, cell.id, values["name"])

        fill_in(self, f"Đổi tên {cell.name}", words.RENAME, self.fields(), {"name": cell.name}, keep)

    def advice(self, values: dict[str, Any]) -> dict[str, str]:
        """Cells so like the new one that it may be a slip of the hand."""
        near = organizations.near_names(self.store, values["name"]) if values["name"] else []
        return {"name": f"Đã có {', '.join(near)}; hãy xem có phải cùng một chi bộ."} if near else {}

    def show_members(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        self.desk.place_wanted.emit("members", organizations.organization(self.store, record_id).name)
