"""A round with last days for people and units, as the directives of Trà Vinh 2023 and Hòa Bình 2021 set them."""

from dataclasses import dataclass

from db.records import Conference, Deadline, HalfDay
from db.values import DayPart, DeadlineKind, HalfDayKind, MarkStatus, OwedBy
from desktop_app.services import attendance, conferences, makeup_conferences, members, organizations, rolls, rounds
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.members import MemberDraft
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store

CELLS = ("Văn phòng", "Nội chính", "Kinh tế")
ABSENT = "Đào Văn Vắng"
ROUTE = "Ban Tuyên giáo Tỉnh ủy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """Ids of what was made; people by name, deadlines in order."""

    round_id: int
    conference_id: int
    half_day_ids: tuple[int, ...]
    cell_ids: tuple[int, ...]
    people: dict[str, int]
    deadline_ids: tuple[int, ...] = ()


def trung_uong_8(store: Store) -> Owed:
    """1,5 days on 4–5/12/2023; essays before 11/12, a week after the make-up; Đào Văn Vắng was absent."""
    draft = RoundDraft(
        name="Nghị quyết Hội nghị Trung ương 8 khóa XIII",
        essay_by="2023-12-10",
        essay_recipient="Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        makeup_essay_recipient="Cấp ủy đơn vị",
    )
    slots = ((DayPart.MORNING, HalfDayKind.STUDY), (DayPart.AFTERNOON, HalfDayKind.STUDY))
    days = [HalfDay(held_on="2023-12-04", part=part, kind=kind) for part, kind in slots]
    days.append(HalfDay(held_on="2023-12-05", part=DayPart.MORNING, kind=HalfDayKind.ACTION_PROGRAMME))
    return held(store, draft, tuple(days))


def dai_hoi_13(store: Store) -> Owed:
    """Two days in March 2021; reports of the office in April and in July, plans of the cells by the second quarter."""
    reports = (
        upward("Báo cáo kết quả hội nghị", "2021-04-30"),
        upward("Báo cáo kết quả đợt học tập", "2021-07-31"),
        Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch hành động", due_on="2021-06-30", owed_by=OwedBy.CELLS),
    )
    draft = RoundDraft(name="Nghị quyết Đại hội XIII", study_by="2021-06-30", essay_required=False, deadlines=reports)
    days = tuple(HalfDay(held_on=day, part=DayPart.MORNING) for day in ("2021-03-27", "2021-03-28"))
    return held(store, draft, days)


def upward(title: str, due_on: str) -> Deadline:
    """A report of the office to the Standing Committee of the province."""
    body = "Ban Thường vụ Tỉnh ủy"
    return Deadline(kind=DeadlineKind.RESULT_REPORT, title=title, due_on=due_on, recipient=body, route=ROUTE)


def held(store: Store, draft: RoundDraft, half_days: tuple[HalfDay, ...]) -> Owed:
    """The round with its conference held: everyone attended but Đào Văn Vắng."""
    cell_ids = tuple(organizations.create_cell(store, name).id for name in CELLS)
    names = ("Trần Văn Dự", ABSENT, "Lê Thị Miễn")
    people = {
        name: members.enrol(store, MemberDraft(full_name=name, admitted_on="1990-01-01", cell_id=cell)).id
        for name, cell in zip(names, cell_ids, strict=True)
    }
    made = rounds.create(store, draft)
    conference = conferences.create(store, made.id, ConferenceDraft(name="Hội nghị", half_days=half_days))
    rolls.freeze(store, conference.id)
    for name, person in people.items():
        status = MarkStatus.ABSENT_EXCUSED if name == ABSENT else MarkStatus.PRESENT
        attendance.mark(store, conference.id, [(day.id, person) for day in conference.half_days], status)
    return Owed(
        round_id=made.id,
        conference_id=conference.id,
        half_day_ids=tuple(day.id for day in conference.half_days),
        cell_ids=cell_ids,
        people=people,
        deadline_ids=tuple(each.id for each in made.deadlines),
    )


def taught_again(store: Store, made: Owed) -> Conference:
    """A make-up conference on 20/12 at which the absent one was present for all that was missed."""
    days = tuple(HalfDay(held_on="2023-12-20", part=part) for part in DayPart)
    draft = MakeUpDraft(name="Học bù", member_ids=(made.people[ABSENT],), half_days=days)
    again = makeup_conferences.create(store, made.round_id, draft)
    attendance.mark(store, again.id, [(day.id, made.people[ABSENT]) for day in again.half_days], MarkStatus.PRESENT)
    return again
