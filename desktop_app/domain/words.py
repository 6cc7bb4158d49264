"""Vietnamese words for every kept value: the one place they are written."""

from enum import StrEnum

from db.values import (
    Audience,
    ConferenceKind,
    DayPart,
    DeadlineKind,
    Deduction,
    DocumentRole,
    EssayForm,
    EssayResult,
    EssayScale,
    Gender,
    HalfDayKind,
    MakeUpForm,
    MarkStatus,
    MemberKind,
    MemberStatus,
    OrganizationKind,
    VenueLevel,
)
from desktop_app.domain.obligations import Attended, EssayState

WORDS: tuple[tuple[StrEnum, str], ...] = (
    (OrganizationKind.PROVINCE_COMMITTEE, "Đảng bộ tỉnh, thành phố"),
    (OrganizationKind.WARD_COMMITTEE, "Đảng bộ phường, xã"),
    (OrganizationKind.BASE_COMMITTEE, "Đảng bộ cơ sở"),
    (OrganizationKind.SUB_COMMITTEE, "Đảng bộ bộ phận"),
    (OrganizationKind.CELL, "Chi bộ"),
    (OrganizationKind.PARTY_GROUP, "Tổ đảng"),
    (Audience.MEMBERS, "Cán bộ, đảng viên"),
    (Audience.ARMED_FORCES, "Lực lượng vũ trang"),
    (Audience.MASS_ORGANIZATIONS, "Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"),
    (Gender.MALE, "Nam"),
    (Gender.FEMALE, "Nữ"),
    (MemberKind.OFFICIAL, "Chính thức"),
    (MemberKind.PROBATIONARY, "Dự bị"),
    (MemberKind.GUEST, "Khách mời, quần chúng dự học"),
    (MemberStatus.ACTIVE, "Đang sinh hoạt Đảng"),
    (MemberStatus.DECEASED, "Từ trần"),
    (MemberStatus.LEFT, "Rời khỏi Đảng"),
    (MemberStatus.EXEMPT, "Miễn sinh hoạt"),
    (MemberStatus.SUSPENDED, "Đình chỉ sinh hoạt"),
    (MemberStatus.INTERRUPTED, "Gián đoạn sinh hoạt"),
    (DocumentRole.DIRECTIVE, "Chỉ thị"),
    (DocumentRole.GUIDANCE, "Hướng dẫn"),
    (DocumentRole.RESOLUTION, "Nghị quyết"),
    (DocumentRole.LETTER, "Công văn"),
    (DocumentRole.PLAN, "Kế hoạch"),
    (DocumentRole.OTHER, "Văn bản khác"),
    (DeadlineKind.ACTION_PROGRAMME, "Chương trình hành động"),
    (DeadlineKind.PLAN, "Kế hoạch"),
    (DeadlineKind.QUICK_REPORT, "Báo cáo nhanh"),
    (DeadlineKind.RESULT_REPORT, "Báo cáo kết quả"),
    (DeadlineKind.OTHER, "Việc khác"),
    (EssayScale.PASS_FAIL, "Đạt / Chưa đạt"),
    (EssayScale.TEN_POINTS, "Thang điểm 10"),
    (ConferenceKind.MAIN, "Hội nghị"),
    (ConferenceKind.MAKEUP, "Hội nghị học bù"),
    (DayPart.MORNING, "Sáng"),
    (DayPart.AFTERNOON, "Chiều"),
    (DayPart.EVENING, "Tối"),
    (HalfDayKind.STUDY, "Học tập, quán triệt"),
    (HalfDayKind.ACTION_PROGRAMME, "Triển khai chương trình hành động"),
    (VenueLevel.CENTRAL, "Trung ương"),
    (VenueLevel.PROVINCIAL, "Cấp tỉnh"),
    (VenueLevel.WARD, "Cấp xã"),
    (VenueLevel.CELL, "Chi bộ"),
    (Deduction.EXEMPT, "Miễn sinh hoạt"),
    (Deduction.AWAY, "Sinh hoạt tạm thời nơi khác"),
    (Deduction.OTHER, "Lý do khác"),
    (MarkStatus.PRESENT, "Có mặt"),
    (MarkStatus.ABSENT_EXCUSED, "Vắng có lý do"),
    (MarkStatus.ABSENT_UNEXCUSED, "Vắng không lý do"),
    (MarkStatus.ABSENT, "Vắng, chưa rõ lý do"),
    (MakeUpForm.CONFERENCE, "Hội nghị học bù"),
    (MakeUpForm.SELF_STUDY, "Tự nghiên cứu"),
    (EssayForm.HANDWRITTEN, "Viết tay"),
    (EssayForm.TYPED, "Đánh máy"),
    (EssayResult.PASSED, "Đạt"),
    (EssayResult.REWRITE, "Phải viết lại"),
    (Attended.ATTENDED, "Đã dự đủ"),
    (Attended.PARTIAL, "Dự một phần"),
    (Attended.ABSENT_EXCUSED, "Vắng có lý do"),
    (Attended.ABSENT_UNEXCUSED, "Vắng không lý do"),
    (Attended.ABSENT, "Vắng, chưa rõ lý do"),
    (Attended.NOT_MARKED, "Chưa điểm danh"),
    (EssayState.EXEMPT, "Miễn viết"),
    (EssayState.NOT_DUE, "Chưa học, chưa đến hạn"),
    (EssayState.DUE, "Chưa nộp, còn hạn"),
    (EssayState.LATE, "Chưa nộp, quá hạn"),
    (EssayState.RECEIVED, "Đã nộp, chưa chấm"),
    (EssayState.PASSED, "Đạt"),
    (EssayState.REWRITE, "Phải viết lại"),
)

# Values of different sets may be the same text ("plan"), so the set is part of the key.
WORD_OF = {(type(value), value): text for value, text in WORDS}


def word(value: StrEnum) -> str:
    """The Vietnamese word for a kept value."""
    return WORD_OF[type(value), value]


STATUS_BY_WORD = {word(status): status for status in MemberStatus}
