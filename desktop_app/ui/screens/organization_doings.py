"""The small dialogs about organizations: one more, and what a decision changes. Splits and mergers have pages.

Each takes the desk and the widget it stands over; a refusal stands in the dialog.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from db.records import Organization
from db.values import Audience, OrganizationKind
from desktop_app.domain.words import word
from desktop_app.services import organization_corrections, organizations, reorganization
from desktop_app.services.office import office
from desktop_app.services.organizations import OrganizationDraft, TreeRow
from desktop_app.services.reorganization import Decision
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import TYPED_FROM, ChoiceField, DateField, Field, TextField
from desktop_app.ui.record_dialog import fill_in

INDENT = "\u2003"
TOP = "– không có, đứng trên cùng –"
ADD_CELL, ADD_OTHER = "Thêm chi bộ", "Thêm tổ chức khác"
RENAME, MOVE, CLOSE, MISTYPED, LINES = "Đổi tên", "Chuyển", "Giải thể", "Sửa tên ghi nhầm", "Sửa dòng đầu văn bản"
STAYS = "Danh sách và báo cáo của những ngày trước vẫn theo {what} cũ."
CELL_NAME = TextField(key="name", label="Tên chi bộ", required=True, hint="ví dụ: Chi bộ Đội Cung 1")
DECISION: tuple[Field, ...] = (
    TextField(key="number", label="Số quyết định", required=True, half=True, hint="ví dụ: 12-QĐ/ĐU"),
    DateField(key="on", label="Có hiệu lực", required=True, whole=True, half=True),
)
ONE_UNDER_ANOTHER: tuple[Field, ...] = tuple(replace(field, half=False) for field in DECISION)
Made = Callable[[Organization], object]


def decision_of(values: Values) -> Decision:
    return Decision(number=values["number"] or "", on=values["on"] or "")


def indented(row: TreeRow) -> str:
    """The name, as far in as the organization stands deep."""
    return INDENT * 2 * row.depth + row.organization.name


def tree_options(rows: Sequence[TreeRow]) -> list[tuple[int | None, str]]:
    """A short list keeps the shape of the tree; a long one is typed into, and indents would stand in the way."""
    shown = indented if len(rows) < TYPED_FROM else (lambda row: row.organization.name)
    return [(row.organization.id, shown(row)) for row in rows]


def superiors(store: Store) -> list[TreeRow]:
    """What something may stand under: everything but party groups."""
    rows = organizations.tree(store, counted=False)
    return [row for row in rows if row.organization.kind is not OrganizationKind.PARTY_GROUP]


def committees(store: Store) -> list[TreeRow]:
    """What a cell may stand under."""
    return [row for row in superiors(store) if row.organization.kind is not OrganizationKind.CELL]


def add_cell(parent: QWidget, desk: Desk, chosen: Organization | None, then: Made) -> None:
    """One more cell: of an office with nothing between, only the name is asked."""
    above = committees(desk.store)
    fields: list[Field] = [CELL_NAME]
    if len(above) > 1:
        fields.append(
            ChoiceField(key="parent_id", label="Trực thuộc", options=tree_options(above), required=True),
        )
    start = next((row.organization.id for row in above if chosen and row.organization.id == chosen.id), None)

    def keep(values: Values) -> None:
        if len(above) == 1:
            then(desk.write(organizations.create_cell, values["name"]))
            return
        draft = OrganizationDraft(kind=OrganizationKind.CELL, name=values["name"], parent_id=values["parent_id"])
        then(desk.write(organizations.create, draft))

    given = {"parent_id": start or office(desk.store).organization_id}
    fill_in(parent, ADD_CELL, ADD_CELL, fields, given, keep, lambda values: near(desk.store, values))


def near(store: Store, values: Values) -> Mapping[str, str]:
    """Cells so like the new one that it may be a slip of the hand."""
    found = organizations.near_names(store, values["name"]) if values["name"] else []
    return {"name": f"Đã có {', '.join(found)}; hãy xem có phải cùng một chi bộ."} if found else {}


def add_other(parent: QWidget, desk: Desk, chosen: Organization | None, then: Made) -> None:
    """An organization of any kind, with all that is kept about it."""
    above: list[tuple[int, str]] = [(0, TOP), *((at or 0, name) for at, name in tree_options(superiors(desk.store)))]
    fields: tuple[Field, ...] = (
        ChoiceField(key="kind", label="Loại", options=[(each, word(each)) for each in OrganizationKind], required=True),
        TextField(key="name", label="Tên", required=True, hint="ví dụ: Đảng bộ Trường THCS Quang Trung"),
        ChoiceField(key="parent_id", label="Trực thuộc", options=above, required=True),
        DateField(key="opened_on", label="Thành lập", whole=True, half=True, hint="từ trước đến nay"),
        TextField(key="decision_no", label="Số quyết định", half=True),
        ChoiceField(
            key="audience", label="Đối tượng", options=[(each, word(each)) for each in Audience], required=True
        ),
        TextField(key="code", label="Mã", half=True, hint="nếu có"),
        TextField(key="superior_line", label="Dòng cấp trên", hint="để trống thì lấy theo tên cấp trên"),
        TextField(key="issuer_line", label="Dòng cơ quan", hint="để trống thì lấy theo tên"),
    )

    def keep(values: Values) -> None:
        draft = OrganizationDraft(**{**values, "parent_id": values["parent_id"] or None})
        then(desk.write(organizations.create, draft))

    above_it = chosen if chosen and chosen.kind is not OrganizationKind.CELL else None
    given = {
        "audience": Audience.MEMBERS,
        "parent_id": above_it.id if above_it else office(desk.store).organization_id,
    }
    fill_in(parent, ADD_OTHER, ADD_OTHER, fields, given, keep)


def rename(parent: QWidget, desk: Desk, chosen: Organization) -> None:
    """Another name by decision."""

    def keep(values: Values) -> None:
        desk.write(reorganization.rename, chosen.id, values["name"], decision_of(values))

    fields = (TextField(key="name", label="Tên mới", required=True), *DECISION)
    told = STAYS.format(what="tên") + " Chỉ ghi nhầm chữ thì dùng “Sửa tên ghi nhầm”."
    fill_in(parent, f"{RENAME} {chosen.name}", RENAME, fields, {"name": chosen.name}, keep, told=told)


def mistyped(parent: QWidget, desk: Desk, chosen: Organization) -> None:
    """The name was written down wrongly."""

    def keep(values: Values) -> None:
        desk.write(organization_corrections.correct_name, chosen.id, values["name"])

    fields = (TextField(key="name", label="Tên đúng", required=True),)
    told = "Chỉ dùng khi sổ ghi sai chữ. Đổi tên theo quyết định thì dùng “Đổi tên”."
    fill_in(parent, f"{MISTYPED}: {chosen.name}", "Sửa tên", fields, {"name": chosen.name}, keep, told=told)


def move(parent: QWidget, desk: Desk, chosen: Organization) -> None:
    """Under another superior by decision."""
    above = [row for row in superiors(desk.store) if row.organization.id != chosen.id]
    fields = (ChoiceField(key="parent_id", label="Về", options=tree_options(above), required=True), *DECISION)

    def keep(values: Values) -> None:
        desk.write(reorganization.move, chosen.id, values["parent_id"], decision_of(values))

    told = STAYS.format(what="cấp trên")
    fill_in(parent, f"{MOVE} {chosen.name} về cấp trên khác", MOVE, fields, {}, keep, told=told)


def close(parent: QWidget, desk: Desk, chosen: Organization) -> None:
    """The end by decision."""

    def keep(values: Values) -> None:
        desk.write(reorganization.close, chosen.id, decision_of(values))

    told = "Từ ngày ấy tổ chức không còn trong sơ đồ; những ngày trước vẫn xem được."
    fill_in(parent, f"{CLOSE} {chosen.name}", CLOSE, DECISION, {}, keep, told=told)


def head_lines(parent: QWidget, desk: Desk, chosen: Organization) -> None:
    """The two lines on top of documents; an empty one follows the name."""
    worked_out = organizations.lines_of(desk.store, chosen.id)
    fields = (
        TextField(key="superior", label="Dòng cấp trên", hint=worked_out[0]),
        TextField(key="issuer", label="Dòng cơ quan", hint=worked_out[1]),
    )

    def keep(values: dict[str, Any]) -> None:
        desk.write(organization_corrections.set_head_lines, chosen.id, values["superior"], values["issuer"])

    start = {"superior": chosen.superior_line, "issuer": chosen.issuer_line}
    told = "Hai dòng đầu văn bản do tổ chức này phát hành. Để trống thì lấy theo tên tổ chức."
    fill_in(parent, f"{LINES}: {chosen.name}", words.SAVE, fields, start, keep, told=told)
