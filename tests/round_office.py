"""A small office with a round in full swing: three cells, two venues, people of every standing.

`small_round(store)` fills an office that is still empty, through the services alone, and returns whom and what it made.
Nobody here has the same standing as another, so that a test can name the person it means.
"""

from dataclasses import dataclass

from db.members import add_temporary
from db.records import Deadline, HalfDay, Speaker, StudyDocument, Topic, Venue
from db.values import (
    FOREVER,
    DayPart,
    DeadlineKind,
    DocumentRole,
    EssayResult,
    MarkStatus,
    MemberKind,
    MemberStatus,
)
from desktop_app.services import attendance, conferences, essays, members, organizations, rolls, rounds
from desktop_app.services.members import MemberDraft
from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import Store, memory_office

TODAY = "2021-04-05"
CELLS = ("Đội Cung 1", "Đội Cung 2", "Trường Mầm non Đông Thọ")
HOSTED, AWAY, EXEMPT, ESSAY_EXEMPT = "Mai Văn Đến", "Cao Thị Đi", "Vũ Văn Miễn", "Lê Thị Thủy"
GUEST = "Đỗ Thị Khách"
# Who attended how: four half-days, 1 present, 2 excused, 3 unexcused, 4 absent without a word, 0 not marked.
MARKS = {
    "Nguyễn Văn An": "1111",
    "Trần Thị Ánh": "1111",
    "Phạm Văn Ân": "1111",
    "Lê Thị Thủy": "1111",
    "Hoàng Văn Bình": "1122",
    "Phan Thị Chi": "2222",
    "Đặng Văn Dũng": "3333",
    "Bùi Thị Đào": "4444",
    "Ngô Văn Hòa": "0000",
    "Dương Thị Lan": "2222",
    "Lý Văn Minh": "2222",
    "Hồ Thị Nga": "1121",
    "Mai Văn Đến": "1111",
    "Đỗ Thị Khách": "1111",
}
MADE_UP = {"Dương Thị Lan": "2021-03-29", "Lý Văn Minh": "2021-04-04", "Hồ Thị Nga": "2021-04-01"}
STATUS = {
    "1": MarkStatus.PRESENT,
    "2": MarkStatus.ABSENT_EXCUSED,
    "3": MarkStatus.ABSENT_UNEXCUSED,
    "4": MarkStatus.ABSENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallRound:
    """Ids of what was made; people by name."""

    round_id: int
    conference_id: int
    half_day_ids: tuple[int, ...]
    cell_ids: tuple[int, ...]
    venue_ids: tuple[int, ...]
    people: dict[str, int]


def office(spelling: str = "ủy", practice: bool = False) -> Store:
    """An empty office in memory; a practice office has its own today, the day the small round is looked at."""
    draft = OfficeDraft(
        name="Đảng ủy phường Đông Thọ",
        parent="Thành ủy Thanh Hóa",
        spelling=spelling,
        signer_name="Nguyễn Thị Tâm",
        recipients=("Ban Thường vụ Thành ủy (để báo cáo)", "Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"),
    )
    return memory_office(draft, TODAY if practice else None)


def small_round(store: Store, freeze: bool = True) -> SmallRound:
    """Cells, people, a round, its conference and venues; with `freeze` also the roll, marks, make-ups and essays."""
    cell_ids = tuple(organizations.create_cell(store, name).id for name in CELLS)
    people = enrol(store, cell_ids)
    round_id = make_round(store)
    held = conferences.create(store, round_id, two_days())
    venue_ids = (
        conferences.save_venue(store, held.id, hall("Hội trường Đảng ủy phường", cell_ids[:2], "Trần Văn Chủ")).id,
        conferences.save_venue(store, held.id, hall("Nhà văn hóa phố Đội Cung", cell_ids[2:])).id,
    )
    made = SmallRound(
        round_id=round_id,
        conference_id=held.id,
        half_day_ids=tuple(day.id for day in held.half_days),
        cell_ids=cell_ids,
        venue_ids=venue_ids,
        people=people,
    )
    if freeze:
        rolls.freeze(store, held.id)
        take_attendance(store, made)
        take_essays(store, made)
    return made


def enrol(store: Store, cell_ids: tuple[int, ...]) -> dict[str, int]:
    """Everyone of MARKS and those taken off the roll, by turns into the cells; one is here, one away for a time."""
    names = [*MARKS, AWAY, EXEMPT]
    drafts = [draft(name, None if name == HOSTED else cell_ids[at % 3], at) for at, name in enumerate(names)]
    people = {each.full_name: members.enrol(store, each).id for each in drafts}
    with store.gesture("member.temporary", "Sinh hoạt tạm thời"):
        here = (people[HOSTED], "here", cell_ids[1], None, "2021-01-01", FOREVER)
        away = (people[AWAY], "away", None, "Phường Ba Đình", "2021-01-01", FOREVER)
        add_temporary(store, [here, away])
    return people


def one_person(store: Store, attended: bool) -> SmallRound:
    """The least office there is: one cell, one person; who attended has also written."""
    cell_id = organizations.create_cell(store, CELLS[0]).id
    person = members.enrol(store, draft("Nguyễn Văn An", cell_id, 1)).id
    round_id = make_round(store)
    held = conferences.create(store, round_id, two_days())
    rolls.freeze(store, held.id)
    days = tuple(day.id for day in held.half_days)
    if attended:
        attendance.mark(store, held.id, [(day, person) for day in days], MarkStatus.PRESENT)
        essays.receive(store, round_id, [person], "2021-04-01")
    return SmallRound(
        round_id=round_id,
        conference_id=held.id,
        half_day_ids=days,
        cell_ids=(cell_id,),
        venue_ids=(),
        people={"Nguyễn Văn An": person},
    )


def draft(name: str, cell_id: int | None, at: int) -> MemberDraft:
    return MemberDraft(
        full_name=name,
        birth_date=f"19{50 + at}-02-{at + 1:02}" if at % 4 else f"19{50 + at}",
        admitted_on="1990-01-01",
        official_on="1991-01-01",
        party_position="Bí thư chi bộ" if at < 3 else None,
        cell_id=cell_id,
        kind=MemberKind.GUEST if name == GUEST else None,
        status=MemberStatus.EXEMPT if name == EXEMPT else MemberStatus.ACTIVE,
    )


def make_round(store: Store) -> int:
    directive = StudyDocument(
        role=DocumentRole.DIRECTIVE,
        title="về việc nghiên cứu, học tập, quán triệt Nghị quyết Đại hội XIII của Đảng",
        number="01-CT/TW",
        issued_on="2021-03-09",
        issuer="Bộ Chính trị",
    )
    programme = Deadline(
        kind=DeadlineKind.ACTION_PROGRAMME, title="Chương trình hành động", due_on="2021-06-30", recipient="Thành ủy"
    )
    draft = rounds.RoundDraft(
        name="Học tập Nghị quyết Đại hội XIII của Đảng",
        study_by="2021-06-30",
        essay_by="2021-04-04",
        documents=(directive,),
        deadlines=(programme,),
    )
    return rounds.create(store, draft).id


def two_days() -> conferences.ConferenceDraft:
    topic = Topic(title="Báo cáo Chính trị", speakers=(Speaker(name="Lê Văn Giảng", title="Ủy viên Ban Thường vụ"),))
    days = tuple(
        HalfDay(held_on=day, part=part, topics=(topic,) if (day, part) == ("2021-03-27", DayPart.MORNING) else ())
        for day in ("2021-03-27", "2021-03-28")
        for part in (DayPart.MORNING, DayPart.AFTERNOON)
    )
    return conferences.ConferenceDraft(name="Hội nghị trực tuyến toàn quốc", half_days=days)


def hall(name: str, cell_ids: tuple[int, ...], in_charge: str | None = None) -> Venue:
    return Venue(name=name, cell_ids=cell_ids, person_in_charge=in_charge)


def take_attendance(store: Store, made: SmallRound) -> None:
    """Marks by MARKS, make-ups of all that was missed by MADE_UP."""
    for name, line in MARKS.items():
        for half_day, digit in zip(made.half_day_ids, line, strict=True):
            if digit in STATUS:
                reason = "Đi công tác" if name == "Phan Thị Chi" else None
                place = [(half_day, made.people[name])]
                attendance.mark(store, made.conference_id, place, STATUS[digit], reason)
    for name, day in MADE_UP.items():
        attendance.record_makeup(store, made.conference_id, [made.people[name]], day, confirmed_by="Trần Văn Chủ")


def take_essays(store: Store, made: SmallRound) -> None:
    """Essays passed, to be rewritten, handed in late; one person exempt, the others missing."""
    person = made.people
    essays.exempt(store, made.round_id, [person[ESSAY_EXEMPT]], "cao tuổi")
    for name, day in (("Nguyễn Văn An", "2021-04-01"), ("Trần Thị Ánh", "2021-04-02"), ("Hồ Thị Nga", "2021-04-09")):
        essays.receive(store, made.round_id, [person[name]], day)
    essays.assess(store, made.round_id, [person["Nguyễn Văn An"]], EssayResult.PASSED)
    essays.assess(store, made.round_id, [person["Trần Thị Ánh"]], EssayResult.REWRITE)
