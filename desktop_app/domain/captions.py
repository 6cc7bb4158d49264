"""Captions of all that is kept, for reading history: names of tables and columns, and their values in words."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from db.values import (
    ALWAYS,
    FOREVER,
    Audience,
    Branch,
    ConferenceKind,
    DayPart,
    DeadlineKind,
    Deduction,
    Direction,
    DocumentRole,
    EssayForm,
    EssayResult,
    EssayScale,
    Gender,
    HalfDayKind,
    LeavingForm,
    MakeUpForm,
    MarkStatus,
    MemberKind,
    MemberStatus,
    OrganizationKind,
    VenueLevel,
)
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word

TABLES = {
    "conference": "Hội nghị",
    "essay": "Bài thu hoạch",
    "essay_exemption": "Miễn viết thu hoạch",
    "essay_question": "Câu hỏi thu hoạch",
    "half_day": "Buổi học",
    "import_layout": "Cách đọc tệp",
    "issued_document": "Văn bản phát hành",
    "makeup": "Học bù",
    "mark": "Điểm danh",
    "member": "Thông tin đảng viên",
    "member_kind": "Loại đảng viên",
    "member_status": "Trạng thái sinh hoạt",
    "membership": "Chi bộ sinh hoạt",
    "not_same_person": "Không phải một người",
    "office_held": "Chức vụ",
    "organization": "Tổ chức đảng",
    "organization_succession": "Chia, nhập tổ chức",
    "organization_version": "Tên và cấp trên của tổ chức",
    "residence": "Nơi cư trú",
    "residence_block": "Phố, tổ dân phố",
    "roll_row": "Danh sách triệu tập",
    "round_audience": "Số buổi theo đối tượng",
    "round_deadline": "Báo cáo phải nộp",
    "round_document": "Văn bản của đợt",
    "setting": "Thiết lập",
    "study_round": "Đợt học tập",
    "temporary_activity": "Sinh hoạt tạm thời",
    "topic": "Chuyên đề",
    "topic_speaker": "Báo cáo viên",
    "venue": "Điểm cầu",
    "venue_cell": "Chi bộ của điểm cầu",
}
COLUMNS = {
    "admitted_on": "Ngày vào Đảng",
    "attempt": "Lần nộp",
    "audience": "Đối tượng",
    "birth_date": "Ngày sinh",
    "block_id": "Phố, tổ dân phố",
    "body": "Nội dung",
    "branch": "Loại chức vụ",
    "came_from": "Chuyển đến từ",
    "capacity": "Sức chứa",
    "card_issued_on": "Ngày cấp thẻ",
    "cell_id": "Chi bộ",
    "chair": "Chủ trì",
    "citizen_id": "Số định danh cá nhân",
    "closed_at": "Khóa sổ lúc",
    "closed_on": "Kết thúc hoạt động",
    "closing_decision_no": "Số quyết định kết thúc",
    "code": "Mã",
    "conference_id": "Hội nghị",
    "confirmed_by": "Người xác nhận",
    "confirmed_on": "Ngày xác nhận",
    "count_hosted": "Tính người sinh hoạt tạm thời",
    "decision_no": "Số quyết định",
    "deduction": "Không phải dự vì",
    "deleted": "Ở thùng rác",
    "deleted_at": "Vào thùng rác lúc",
    "direction": "Chiều",
    "due_on": "Hạn nộp",
    "effective_on": "Có hiệu lực từ",
    "ended_decision_no": "Số quyết định thôi chức vụ",
    "ends_at": "Kết thúc lúc",
    "essay_by": "Hạn nộp bài thu hoạch",
    "essay_handwritten": "Bài viết tay",
    "essay_recipient": "Nơi nhận bài",
    "essay_required": "Phải viết thu hoạch",
    "essay_scale": "Cách chấm",
    "exempt_counts_if_present": "Tính người được miễn mà có dự",
    "figures": "Số liệu",
    "follower": "Người theo dõi",
    "form": "Hình thức",
    "frozen_at": "Chốt danh sách lúc",
    "full_name": "Họ và tên",
    "gender": "Giới tính",
    "government_position": "Chức vụ chính quyền",
    "half_day_id": "Buổi",
    "held_on": "Ngày học",
    "home_cell_id": "Chi bộ chính thức",
    "hosted": "Sinh hoạt tạm thời tại đây",
    "issued_on": "Ngày ban hành",
    "issuer": "Cơ quan ban hành",
    "issuer_id": "Cơ quan ban hành",
    "issuer_line": "Dòng tên cơ quan",
    "key": "Mục",
    "kind": "Loại",
    "layout": "Cách đọc",
    "left_decision_no": "Số giấy giới thiệu chuyển đi",
    "level": "Cấp",
    "made_up_on": "Ngày học bù",
    "makeup_essay_days": "Số ngày nộp bài sau học bù",
    "makeup_essay_recipient": "Nơi nhận bài của người học bù",
    "makeup_half_day_id": "Buổi học bù",
    "marked_by": "Người chấm",
    "marked_on": "Ngày chấm",
    "member_id": "Đảng viên",
    "merged_into": "Gộp vào",
    "name": "Tên",
    "new_id": "Tổ chức mới",
    "note": "Ghi chú",
    "number": "Số",
    "official_on": "Ngày chính thức",
    "old_id": "Tổ chức cũ",
    "old_id_no": "Số CMND cũ",
    "old_party_card_no": "Số thẻ cũ",
    "one_id": "Người thứ nhất",
    "opened_on": "Bắt đầu hoạt động",
    "organization_id": "Tổ chức",
    "other_id": "Người thứ hai",
    "other_name": "Tên gọi khác",
    "parent_id": "Trực thuộc",
    "part": "Buổi",
    "party_card_no": "Số thẻ đảng viên",
    "party_position": "Chức vụ Đảng",
    "person_in_charge": "Người phụ trách",
    "phone": "Điện thoại",
    "place": "Nơi",
    "position": "Thứ tự",
    "reason": "Lý do",
    "received_on": "Ngày nộp",
    "recipient": "Nơi nhận",
    "remark": "Nhận xét",
    "required_half_days": "Số buổi phải dự",
    "responsible_head": "Người chịu trách nhiệm",
    "result": "Kết quả",
    "role": "Loại văn bản",
    "round_id": "Đợt học tập",
    "score": "Điểm",
    "sort_name": "Xếp theo tên",
    "starts_at": "Bắt đầu lúc",
    "stated_on": "Ngày ghi",
    "status": "Trạng thái",
    "study_by": "Hạn học xong",
    "superior_line": "Dòng cấp trên",
    "target_percent": "Chỉ tiêu (%)",
    "term": "Nhiệm kỳ",
    "text": "Nội dung",
    "title": "Tên gọi",
    "topic_id": "Chuyên đề",
    "union_position": "Chức vụ đoàn thể",
    "valid_from": "Từ ngày",
    "valid_to": "Đến trước ngày",
    "value": "Giá trị",
    "venue_id": "Điểm cầu",
    "went_to": "Chuyển đi nơi",
    "withdrawn_on": "Ngày rút",
    "words": "Dòng tiêu đề",
}
UNTOLD = {"id", "uid", "name_key", "list_key", "search_key", "match_key", "order_key", "print_hash", "marked_at"}
SETS: dict[str, type[StrEnum]] = {
    "audience": Audience,
    "branch": Branch,
    "deduction": Deduction,
    "direction": Direction,
    "essay_scale": EssayScale,
    "gender": Gender,
    "level": VenueLevel,
    "part": DayPart,
    "result": EssayResult,
    "role": DocumentRole,
    "status": MemberStatus,
    "kind": MemberKind,
    "conference.kind": ConferenceKind,
    "half_day.kind": HalfDayKind,
    "organization.kind": OrganizationKind,
    "round_deadline.kind": DeadlineKind,
    "mark.status": MarkStatus,
    "makeup.form": MakeUpForm,
    "essay.form": EssayForm,
    "member_status.form": LeavingForm,
}
POINTS_AT = {
    "block_id": "residence_block",
    "cell_id": "organization",
    "conference_id": "conference",
    "half_day_id": "half_day",
    "home_cell_id": "organization",
    "issuer_id": "organization",
    "makeup_half_day_id": "half_day",
    "member_id": "member",
    "merged_into": "member",
    "new_id": "organization",
    "old_id": "organization",
    "one_id": "member",
    "organization_id": "organization",
    "other_id": "member",
    "parent_id": "organization",
    "venue.parent_id": "venue",
    "round_id": "study_round",
    "topic_id": "topic",
    "venue_id": "venue",
}
FLAGS = {"count_hosted", "deleted", "essay_handwritten", "essay_required", "exempt_counts_if_present", "hosted"}
NameOf = Callable[[str, int], str | None]
"""The name of a row of a table by its id, None when it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One column of a row before and after, in words; None = nothing stood there."""

    column: str
    caption: str
    before: str | None
    after: str | None


def changed(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None, name_of: NameOf) -> list[Told]:
    """The columns of a row that differ between two images, in words; the row's own keys are left out."""
    old, new = before or {}, after or {}
    told = []
    for column in {**old, **new}:
        if column in UNTOLD or column not in COLUMNS or old.get(column) == new.get(column):
            continue
        sides = [say(table, column, image.get(column), name_of) for image in (old, new)]
        if sides[0] != sides[1]:
            told.append(Told(column=column, caption=COLUMNS[column], before=sides[0], after=sides[1]))
    return told


def say(table: str, column: str, value: Any, name_of: NameOf) -> str | None:
    """A kept value as a person reads it."""
    if value is None or value in (ALWAYS, FOREVER):
        return None
    values = SETS.get(f"{table}.{column}") or SETS.get(column)
    if values is not None and value in set(values):
        return word(values(value))
    if column in FLAGS:
        return "có" if value else "không"
    target = POINTS_AT.get(f"{table}.{column}") or POINTS_AT.get(column)
    if target is not None and isinstance(value, int):
        return name_of(target, value) or f"(đã xóa, số {value})"
    if column.endswith("_on") or column in ("birth_date", "valid_from", "valid_to"):
        return show_date(value)
    return str(value)
