"""The conferences of March 2021 and December 2023 as five newspapers told of them, entered as they are written there.

Not tests themselves. Hậu Giang, Thanh Hóa, Hòa Bình, Thái Nguyên in 2021, Trà Vinh in 2023. Names of people other than
speakers and heads are made up; no number is.
"""

from collections.abc import Sequence

from db.day_records import HeadCount
from db.records import Conference, Deadline, HalfDay, Speaker, StudyDocument, StudyRound, Topic, Venue
from db.values import Audience, DayPart, DeadlineKind, DocumentRole, HalfDayKind, OwedBy, VenueLevel
from desktop_app.services import conferences, organizations, rounds, venue_diary
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.acceptance.thousands import MAIN_HALL, enrol, make_cells

PEOPLE = "Cán bộ, đảng viên"
DIRECTIVE = StudyDocument(
    role=DocumentRole.DIRECTIVE,
    title="Về việc nghiên cứu, học tập, quán triệt, tuyên truyền và triển khai thực hiện Nghị quyết Đại hội XIII",
    number="01-CT/TW",
    issued_on="2021-03-09",
    issuer="Bộ Chính trị",
)
GUIDANCE = StudyDocument(
    role=DocumentRole.GUIDANCE,
    title="Về việc học tập, quán triệt Nghị quyết Đại hội XIII",
    number="03-HD/BTGTW",
    issuer="Ban Tuyên giáo Trung ương",
)
LETTER = StudyDocument(
    role=DocumentRole.LETTER,
    title="Về việc gợi ý viết thu hoạch cá nhân",
    number="1726-CV/BTGTU",
    issued_on="2023-12-01",
    issuer="Ban Tuyên giáo Tỉnh ủy Trà Vinh",
)
CONGRESS_TOPICS = (
    "Báo cáo Chính trị của Ban Chấp hành Trung ương Đảng khóa XII tại Đại hội lần thứ XIII của Đảng",
    "Báo cáo tổng kết công tác xây dựng Đảng và thi hành Điều lệ Đảng",
    "Chiến lược phát triển kinh tế - xã hội 10 năm 2021-2030 và Kế hoạch 5 năm 2021-2025",
    "Những nhận thức mới và tư duy mới về quốc phòng Việt Nam",
    "Những nhận thức mới và tư duy mới về an ninh quốc gia",
)
PLENUM_TOPICS = (
    ("Tiếp tục phát huy truyền thống, sức mạnh đại đoàn kết toàn dân tộc", "Võ Văn Thưởng", "Chủ tịch nước"),
    ("Tiếp tục đổi mới, nâng cao chất lượng chính sách xã hội", "Phạm Minh Chính", "Thủ tướng Chính phủ"),
    ("Chiến lược bảo vệ Tổ quốc trong tình hình mới", "Phan Văn Giang", "Bộ trưởng Bộ Quốc phòng"),
    ("Phát huy vai trò của đội ngũ trí thức", "Nguyễn Trọng Nghĩa", "Trưởng Ban Tuyên giáo Trung ương"),
)


def two_days(topics: Sequence[str] = CONGRESS_TOPICS) -> tuple[HalfDay, ...]:
    """27 and 28/3/2021, mornings and afternoons; the topics shared out in order, the last two on the last afternoon."""
    slots = [(day, part) for day in ("2021-03-27", "2021-03-28") for part in (DayPart.MORNING, DayPart.AFTERNOON)]
    shares = [(title,) for title in topics[:3]] + [tuple(topics[3:])]
    return tuple(
        HalfDay(held_on=day, part=part, topics=tuple(Topic(title=title) for title in share))
        for (day, part), share in zip(slots, shares, strict=True)
    )


def congress(store: Store, **facts: object) -> tuple[StudyRound, Conference]:
    """The round of the Congress and its national conference; `facts` of the round."""
    draft = RoundDraft(name="Nghị quyết Đại hội XIII của Đảng", documents=(DIRECTIVE, GUIDANCE), essay_required=False)
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
    made = rounds.create(store, RoundDraft(**values | facts))
    held = ConferenceDraft(name="Hội nghị trực tuyến toàn quốc", half_days=two_days())
    return made, conferences.create(store, made.id, held)


def head_count(store: Store, held: Conference, venue_id: int, count: int, day: int = 0) -> None:
    given = HeadCount(venue_id=venue_id, half_day_id=held.half_days[day].id, people=PEOPLE, count=count)
    venue_diary.count(store, held.id, given)


def shared(total: int, places: int) -> list[int]:
    """A number told of many places, as even as can be."""
    return [total // places + (number < total % places) for number in range(places)]


def hau_giang(store: Store) -> tuple[StudyRound, Conference]:
    """19 venues, 3 of them of the province; 4.119 people without names."""
    programme = Deadline(
        kind=DeadlineKind.ACTION_PROGRAMME, title="Chương trình hành động", due_on="2021-06-30", owed_by=OwedBy.CELLS
    )
    made, held = congress(store, study_by="2021-06-30", deadlines=(programme,))
    names = [("Tỉnh ủy", VenueLevel.PROVINCIAL), ("UBND tỉnh", VenueLevel.PROVINCIAL)]
    names += [("Bộ Chỉ huy Quân sự tỉnh", VenueLevel.PROVINCIAL)]
    names += [(f"Điểm cầu huyện, cơ sở {number}", VenueLevel.WARD) for number in range(1, 17)]
    for (name, level), count in zip(names, shared(4_119, len(names)), strict=True):
        venue = conferences.save_venue(store, held.id, Venue(name=name, level=level))
        head_count(store, held, venue.id, count)
    return made, held


def thanh_hoa(store: Store, members: int = 2_000) -> tuple[StudyRound, Conference]:
    """55 venues: 2 connected to the province, 34 to the city, and 19 of the streets of Đông Thọ, whose 36 cells sit at
    them and at its main venue, one of the 34."""
    cells = make_cells(store)
    enrol(store, cells, members, 0)
    made, held = congress(store)
    for name in ("Thành ủy", "Hội trường UBND thành phố"):
        conferences.save_venue(store, held.id, Venue(name=name, level=VenueLevel.PROVINCIAL))
    city = next(venue.id for venue in conferences.venues(store, held.id) if venue.name == "Thành ủy")
    wards = [MAIN_HALL, *(f"Phường, xã {number}" for number in range(2, 35))]
    for name in wards:
        conferences.save_venue(store, held.id, Venue(name=name, parent_id=city))
    main = conferences.find_venue(store, held.id, MAIN_HALL)
    for number in range(1, 20):
        house = Venue(name=f"Nhà văn hóa phố {number}", parent_id=main.id, level=VenueLevel.CELL)
        conferences.save_venue(store, held.id, house)
    places = [main.id, *(venue.id for venue in conferences.venues(store, held.id) if venue.parent_id == main.id)]
    conferences.seat_cells(store, held.id, {cell: places[at % 20] for at, cell in enumerate(cells)})
    return made, held


def tra_vinh(store: Store) -> tuple[StudyRound, Conference]:
    """A day and a half in December 2023: four topics with their speakers, then half a day of the action programme."""
    draft = RoundDraft(
        name="Nghị quyết Hội nghị Trung ương 8 khóa XIII",
        documents=(LETTER,),
        essay_by="2023-12-10",
        essay_recipient="Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        makeup_essay_days=7,
        makeup_essay_recipient="Cấp ủy địa phương, đơn vị",
    )
    made = rounds.create(store, draft)
    topics = [Topic(title=title, speakers=(Speaker(name=name, title=post),)) for title, name, post in PLENUM_TOPICS]
    programme = HalfDayKind.ACTION_PROGRAMME
    days = (
        HalfDay(held_on="2023-12-04", part=DayPart.MORNING, topics=tuple(topics[:2])),
        HalfDay(held_on="2023-12-04", part=DayPart.AFTERNOON, topics=tuple(topics[2:])),
        HalfDay(held_on="2023-12-05", part=DayPart.MORNING, kind=programme),
    )
    return made, conferences.create(store, made.id, ConferenceDraft(name="Hội nghị toàn quốc", half_days=days))


def hoa_binh(store: Store) -> tuple[StudyRound, Conference]:
    """61 venues and 3.700 people; 2 days for members, 1,5 for the armed forces and for the mass organisations; reports
    through the Commission in April and in July."""
    owed = ((Audience.MEMBERS, 4), (Audience.ARMED_FORCES, 3), (Audience.MASS_ORGANIZATIONS, 3))
    reports = tuple(
        Deadline(
            kind=DeadlineKind.RESULT_REPORT,
            title=title,
            due_on=due_on,
            recipient="Ban Thường vụ Tỉnh ủy",
            route="Ban Tuyên giáo Tỉnh ủy",
        )
        for title, due_on in (
            ("Báo cáo kết quả hội nghị", "2021-04-30"),
            ("Báo cáo kết quả đợt học tập", "2021-07-31"),
        )
    )
    made, held = congress(store, study_by="2021-06-30", deadlines=reports, required_half_days=owed)
    for number, count in enumerate(shared(3_700, 61), 1):
        name, follower = f"Điểm cầu {number}", f"Ủy viên Ban Chấp hành {number}"
        venue = conferences.save_venue(store, held.id, Venue(name=name, follower=follower))
        head_count(store, held, venue.id, count)
    return made, held


def thai_nguyen(store: Store) -> StudyRound:
    """The head of the committee answers for the round and speaks; conferences and programmes by the second quarter."""
    programme = Deadline(
        kind=DeadlineKind.ACTION_PROGRAMME, title="Chương trình hành động", due_on="2021-06-30", owed_by=OwedBy.CELLS
    )
    head, deputy = "Nguyễn Thanh Hải", "Phạm Hoàng Sơn"
    draft = RoundDraft(
        name="Nghị quyết Đại hội XIII của Đảng",
        chair=deputy,
        responsible_head=head,
        documents=(DIRECTIVE,),
        study_by="2021-06-30",
        essay_required=False,
        deadlines=(programme,),
    )
    made = rounds.create(store, draft)
    speaker = Speaker(name=deputy, title="Phó Bí thư Thường trực Tỉnh ủy, Chủ tịch HĐND tỉnh")
    topic = Topic(title="Nội dung cơ bản của Chỉ thị số 01-CT/TW", speakers=(speaker,))
    day = HalfDay(held_on="2021-03-11", part=DayPart.MORNING, topics=(topic,))
    conferences.create(store, made.id, ConferenceDraft(name="Hội nghị quán triệt", chair=head, half_days=(day,)))
    organizations.create_cell(store, "Văn phòng Tỉnh ủy")
    return made
