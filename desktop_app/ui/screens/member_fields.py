"""What is asked about a person, field by field. How it is kept is the services' business."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from db.records import Organization
from db.values import Gender, MemberKind, MemberStatus
from desktop_app.domain.words import word
from desktop_app.services.doubts import doubts
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, LongTextField, TextField

JOINED_PIVOT = 40
NAMED: tuple[Field, ...] = (
    TextField(key="full_name", label="Họ và tên", required=True),
    DateField(key="birth_date", label="Ngày sinh", half=True),
    ChoiceField(key="gender", label="Giới tính", options=[(each, word(each)) for each in Gender], half=True),
)
JOINED: tuple[Field, ...] = (
    DateField(key="admitted_on", label="Vào Đảng", half=True),
    DateField(key="official_on", label="Chính thức", half=True),
)
STATUS: tuple[Field, ...] = (
    ChoiceField(
        key="status",
        label="Trạng thái",
        options=[(each, word(each)) for each in MemberStatus],
        required=True,
        half=True,
    ),
    DateField(key="status_date", label="Từ ngày", half=True),
)
CARD = TextField(key="party_card_no", label="Số thẻ Đảng", half=True)
CITIZEN = TextField(key="citizen_id", label="Số định danh", half=True)
PHONE = TextField(key="phone", label="Điện thoại", half=True)
OLD_ID = TextField(key="old_id_no", label="Số CMND cũ", half=True)
KIND = ChoiceField(key="kind", label="Loại", options=[(each, word(each)) for each in MemberKind], half=True)
REST: tuple[Field, ...] = (
    TextField(key="party_position", label="Chức vụ Đảng"),
    TextField(key="government_position", label="Chính quyền", half=True),
    TextField(key="union_position", label="Đoàn thể", half=True),
    TextField(key="sort_name", label="Tên dùng để xếp", hint="Chỉ ghi khi tên cuối không phải là tên gọi"),
    TextField(key="other_name", label="Tên gọi khác", half=True),
    TextField(key="old_party_card_no", label="Số thẻ cũ", half=True),
    DateField(key="card_issued_on", label="Cấp thẻ", half=True),
)
NOTE = LongTextField(key="note", label="Ghi chú", lines=2)


def cell_field(cells: Sequence[Organization]) -> Field:
    return ChoiceField(key="cell_id", label="Chi bộ", options=[(cell.id, cell.name) for cell in cells])


def member_fields(cells: Sequence[Organization]) -> tuple[Field, ...]:
    """All that is asked about someone new, for an office with these cells."""
    return (*NAMED, cell_field(cells), KIND, CARD, *JOINED, *STATUS, CITIZEN, PHONE, *REST, OLD_ID, NOTE)


def kept_fields(joined: bool) -> tuple[Field, ...]:
    """What is amended about someone known: nothing that changes on a day, but the Party dates where `joined`."""
    return (*NAMED, *(JOINED if joined else ()), CARD, CITIZEN, PHONE, OLD_ID, *REST, NOTE)


def standing_fields(cells: Sequence[Organization], kind: bool) -> tuple[Field, ...]:
    """What was written down wrongly from the start: the cell, the status, and the kind where `kind` says so."""
    return (cell_field(cells), *((replace(KIND, half=False),) if kind else ()), *STATUS)


def worded(values: type[Gender] | type[MemberKind] | type[MemberStatus]) -> list[tuple[object, str]]:
    """A closed set as options."""
    return [(value, word(value)) for value in values]


def draft_from(values: Values, before: MemberDraft | None = None) -> MemberDraft:
    """The draft of a filled-in form; what the form does not ask stays as it was."""
    kept = asdict(before) if before else {}
    return MemberDraft(**kept | values)


def advice(store: Store, values: Values, but: int | None = None) -> dict[str, str]:
    """What looks wrong but may be kept; only of what is asked, and nothing while there is no name yet."""
    if not values["full_name"]:
        return {}
    found = doubts(store, draft_from(values), but)
    return {key: sentence for key, sentence in found.items() if key in values}
