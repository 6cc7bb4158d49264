"""The dialogs that write down a person: someone new, what is kept about someone known, what was written down wrongly.

What happens to a person on a day is no field here: it is written down on the person's page.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict

from PySide6.QtWidgets import QWidget

from db.records import Member
from db.values import MemberStatus
from desktop_app.services import lives, members, organizations
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import Field
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screens.member_fields import advice, draft_from, kept_fields, member_fields, standing_fields

NOT_HERE = (
    "Chi bộ, loại và trạng thái thay đổi theo ngày: ghi bằng nút “Ghi việc” trên trang của đồng chí này. "
    "Sổ ghi nhầm thì dùng “Sửa ghi nhầm”."
)
ONLY_WRONG = (
    "Chỉ dùng khi sổ ghi nhầm. Việc mới xảy ra (chuyển chi bộ, miễn sinh hoạt, từ trần…) thì ghi bằng nút “Ghi việc”, "
    "để giữ nguyên những ngày trước đó."
)


def add_person(parent: QWidget, desk: Desk, cell_id: int | None, then: Callable[[Member], object]) -> None:
    """Someone new, in a cell to begin with; `then` is told of the person kept."""

    def keep(values: Values) -> None:
        then(desk.write(members.enrol, draft_from(values)))

    def advised(values: Values) -> Mapping[str, str]:
        return advice(desk.store, values)

    start = {"status": MemberStatus.ACTIVE, "cell_id": cell_id}
    fields = member_fields(organizations.cells(desk.store, counted=False))
    fill_in(parent, "Thêm đảng viên", "Thêm đảng viên", fields, start, keep, advised, careful=True)


def edit_person(parent: QWidget, desk: Desk, member_id: int) -> None:
    """Names, numbers, positions; the Party dates too while no decision stands behind them."""
    person = members.member(desk.store, member_id)
    fields = kept_fields(joined=not decided(desk, member_id))
    amend(parent, desk, person, f"{person.full_name} ({person.code})", fields, NOT_HERE)


def correct_person(parent: QWidget, desk: Desk, member_id: int) -> None:
    """The cell, kind or status that was written down wrongly."""
    person = members.member(desk.store, member_id)
    fields = standing_fields(organizations.cells(desk.store, counted=False), kind=not decided(desk, member_id))
    amend(parent, desk, person, f"Sửa ghi nhầm: {person.full_name}", fields, ONLY_WRONG)


def decided(desk: Desk, member_id: int) -> bool:
    """Whether a decision stands behind what kind of member someone is: then it is put right fact by fact."""
    return any(kind.decision_no for kind in lives.life(desk.store, member_id).kinds)


def amend(parent: QWidget, desk: Desk, person: Member, title: str, fields: tuple[Field, ...], told: str) -> None:
    before = members.draft_of(person)

    def keep(values: Values) -> None:
        desk.write(members.amend, person.id, draft_from(values, before))

    def advised(values: Values) -> Mapping[str, str]:
        found = advice(desk.store, asdict(before) | values, person.id)
        return {key: sentence for key, sentence in found.items() if key in values}

    fill_in(parent, title, words.SAVE, fields, asdict(before), keep, advised, told, careful=True)
