"""What is asked about a person, field by field. How it is kept is the services' business."""

from collections.abc import Sequence
from dataclasses import asdict

from db.records import Organization
from db.values import Gender, MemberKind, MemberStatus
from desktop_app.domain.words import word
from desktop_app.services.members import MemberDraft, warnings
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, LongTextField, TextField

JOINED_PIVOT = 40


def member_fields(cells: Sequence[Organization]) -> tuple[Field, ...]:
    """The fields of a person, for an office with these cells."""
    return (
        TextField(key="full_name", label="Họ và tên", required=True),
        DateField(key="birth_date", label="Ngày sinh", half=True),
        ChoiceField(key="gender", label="Giới tính", options=worded(Gender), half=True),
        ChoiceField(key="cell_id", label="Chi bộ", options=[(cell.id, cell.name) for cell in cells]),
        ChoiceField(key="kind", label="Loại", options=worded(MemberKind), half=True),
        TextField(key="party_card_no", label="Số thẻ Đảng", half=True),
        DateField(key="admitted_on", label="Vào Đảng", half=True),
        DateField(key="official_on", label="Chính thức", half=True),
        ChoiceField(key="status", label="Trạng thái", options=worded(MemberStatus), required=True, half=True),
        DateField(key="status_date", label="Từ ngày", half=True),
        TextField(key="citizen_id", label="Số định danh", half=True),
        TextField(key="phone", label="Điện thoại", half=True),
        TextField(key="party_position", label="Chức vụ Đảng"),
        TextField(key="government_position", label="Chính quyền", half=True),
        TextField(key="union_position", label="Đoàn thể", half=True),
        TextField(key="other_name", label="Tên gọi khác", half=True),
        TextField(key="sort_name", label="Xếp theo tên", half=True, hint="khi khác họ và tên"),
        TextField(key="old_party_card_no", label="Số thẻ cũ", half=True),
        DateField(key="card_issued_on", label="Cấp thẻ", half=True),
        TextField(key="old_id_no", label="Số CMND cũ", half=True),
        LongTextField(key="note", label="Ghi chú", lines=2),
    )


def worded(values: type[Gender] | type[MemberKind] | type[MemberStatus]) -> list[tuple[object, str]]:
    """A closed set as options."""
    return [(value, word(value)) for value in values]


def draft_from(values: Values, before: MemberDraft | None = None) -> MemberDraft:
    """The draft of a filled-in form; what the form does not ask stays as it was."""
    kept = asdict(before) if before else {}
    return MemberDraft(**kept | {**values, "full_name": values["full_name"] or ""})


def advice(values: Values) -> dict[str, str]:
    """What looks wrong but may be kept; nothing while there is no name yet."""
    return warnings(draft_from({**values, "full_name": values["full_name"] or "–"}))
