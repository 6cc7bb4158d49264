"""What the practice office is made of: its name, cells, round and conference, as of the spring of 2021."""

from db.owed_records import PlanTask
from db.paper_records import Term
from db.records import Deadline, HalfDay, Speaker, StudyDocument, Topic
from db.values import Audience, DayPart, DeadlineKind, DocumentRole, OwedBy
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.office import OfficeDraft
from desktop_app.services.rounds import RoundDraft

TODAY = "2021-04-05"
YEAR = 2021
MEMBERS = 1976
MOST_MEMBERS = 1_000_000
BATCH = 5000
PEOPLE_A_CELL = 300
TERM = Term(name="2020 - 2025", starts_on="2020-06-20", ends_on="2025-06-15")

OFFICE = OfficeDraft(
    name="Đảng ủy phường Đông Thọ",
    parent="Đảng bộ thành phố Thanh Hóa",
    layout="2018",
    signer_name="Nguyễn Thị Thực Hành",
    recipients=(
        "Ban Thường vụ Thành ủy (để báo cáo)",
        "Ban Tuyên giáo Thành ủy",
        "Các chi bộ trực thuộc",
        "Lưu Văn phòng Đảng ủy",
    ),
)
STREETS = (
    "Đội Cung 1, Đội Cung 2, Đội Cung 3, Đông Phát 1, Đông Phát 2, Thọ Hạc 1, Thọ Hạc 2, Thọ Hạc 3, Ái Sơn 1, "
    "Ái Sơn 2, Tân Thọ 1, Tân Thọ 2, Bến Thủy, Nam Thọ, Bắc Thọ, Đông Tân, Trung Thọ, Quảng Thọ, Thành Thọ, "
    "Phú Thọ"
).split(", ")
OFFICES = (
    "Cơ quan phường, Trường Mầm non Đông Thọ, Trường Tiểu học Đông Thọ, Trường Trung học cơ sở Đông Thọ, "
    "Trạm Y tế, Hợp tác xã Dịch vụ, Hợp tác xã Vận tải, Doanh nghiệp Thương mại 1, Doanh nghiệp Thương mại 2, "
    "Bưu điện, Ban Quản lý chợ, Xí nghiệp May, Nhà máy Nước, Quỹ Tín dụng"
).split(", ")
ARMED = ("Công an phường", "Quân sự phường")
TOPICS = (
    ("Báo cáo Chính trị của Ban Chấp hành Trung ương Đảng khóa XII tại Đại hội lần thứ XIII của Đảng",),
    ("Báo cáo tổng kết công tác xây dựng Đảng và thi hành Điều lệ Đảng của Ban Chấp hành Trung ương khóa XII",),
    (
        "Chiến lược phát triển kinh tế - xã hội 10 năm 2021 - 2030 và Kế hoạch phát triển kinh tế - xã hội "
        "5 năm 2021 - 2025",
    ),
    (
        "Những nhận thức mới và tư duy mới về quốc phòng Việt Nam",
        "Những nhận thức mới và tư duy mới về an ninh quốc gia",
    ),
)
SLOTS = tuple((day, part) for day in ("2021-03-27", "2021-03-28") for part in (DayPart.MORNING, DayPart.AFTERNOON))
HOURS = {DayPart.MORNING: ("07:30", "11:30"), DayPart.AFTERNOON: ("14:00", "17:00")}
SUPERIOR, ROUTE = "Ban Thường vụ Thành ủy", "Ban Tuyên giáo Thành ủy"
QUICK_REPORT, CELL_PLAN = "Báo cáo nhanh", "Kế hoạch hành động của chi bộ"
TASKS = (
    PlanTask(
        title="Họp chi bộ quán triệt Nghị quyết", owner="Bí thư chi bộ", due_on="2021-04-03", done_on="2021-04-03"
    ),
    PlanTask(title="Tuyên truyền tới các hộ dân trong phố", owner="Phó Bí thư chi bộ", due_on="2021-05-15"),
    PlanTask(title="Sơ kết việc thực hiện kế hoạch", owner="Chi ủy", due_on="2021-12-15"),
)
ROUND = RoundDraft(
    name="Học tập, quán triệt Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
    chair="Ban Thường vụ Đảng ủy phường",
    study_by="2021-06-30",
    essay_by="2021-04-10",
    essay_recipient="Thành ủy (qua Ban Tuyên giáo Thành ủy)",
    makeup_essay_recipient="Đảng ủy phường",
    documents=(
        StudyDocument(
            role=DocumentRole.RESOLUTION,
            title="Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
            issuer="Đại hội đại biểu toàn quốc lần thứ XIII",
        ),
        StudyDocument(
            role=DocumentRole.DIRECTIVE,
            number="01-CT/TW",
            issued_on="2021-03-09",
            issuer="Bộ Chính trị",
            title="về nghiên cứu, học tập, quán triệt, tuyên truyền và triển khai thực hiện Nghị quyết Đại hội "
            "đại biểu toàn quốc lần thứ XIII của Đảng",
        ),
        StudyDocument(
            role=DocumentRole.GUIDANCE,
            number="03-HD/BTGTW",
            issued_on="2021-03-18",
            issuer="Ban Tuyên giáo Trung ương",
            title="về học tập, quán triệt, tuyên truyền và triển khai thực hiện Nghị quyết Đại hội XIII của Đảng",
        ),
    ),
    deadlines=(
        Deadline(
            kind=DeadlineKind.QUICK_REPORT,
            title=QUICK_REPORT,
            due_on="2021-03-30",
            recipient=SUPERIOR,
            route=ROUTE,
        ),
        Deadline(
            kind=DeadlineKind.RESULT_REPORT,
            title="Báo cáo kết quả hội nghị",
            due_on="2021-04-30",
            recipient=SUPERIOR,
            route=ROUTE,
        ),
        Deadline(
            kind=DeadlineKind.PLAN,
            title=CELL_PLAN,
            due_on="2021-04-09",
            recipient="Đảng ủy phường",
            owed_by=OwedBy.CELLS,
        ),
        Deadline(
            kind=DeadlineKind.ACTION_PROGRAMME,
            title="Chương trình hành động thực hiện Nghị quyết",
            due_on="2021-06-30",
            recipient=SUPERIOR,
        ),
        Deadline(
            kind=DeadlineKind.RESULT_REPORT,
            title="Báo cáo kết quả cả đợt học tập",
            due_on="2021-07-31",
            recipient=SUPERIOR,
            route=ROUTE,
        ),
    ),
    required_half_days=((Audience.MEMBERS, 4), (Audience.ARMED_FORCES, 3)),
)
CONFERENCE = ConferenceDraft(
    name="Hội nghị trực tuyến toàn quốc nghiên cứu, học tập, quán triệt Nghị quyết Đại hội XIII của Đảng",
    place="Hội trường Đảng ủy phường và các nhà văn hóa phố",
    chair="Ban Thường vụ Đảng ủy phường",
    half_days=tuple(
        HalfDay(
            held_on=day,
            part=part,
            starts_at=HOURS[part][0],
            ends_at=HOURS[part][1],
            topics=tuple(Topic(title=title, speakers=(Speaker(name="Báo cáo viên Trung ương"),)) for title in topics),
        )
        for (day, part), topics in zip(SLOTS, TOPICS, strict=True)
    ),
)
MAIN_VENUE = "Điểm cầu chủ Hội trường Đảng ủy phường"
