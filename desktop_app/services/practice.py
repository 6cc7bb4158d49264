"""The practice office: Đảng ủy phường Đông Thọ with invented people, one study round half done, its own today.

It is one bulk gesture: everything is written by the same functions the real work uses, or not at all.
"""

from pathlib import Path
from random import Random

from db import attendance as kept_attendance
from db import essays as kept_essays
from db import members as kept_members
from db import rolls as kept_rolls
from db.records import Conference, MakeUp, Mark, StudyRound, Venue
from db.store import Store
from db.values import FOREVER, Audience, EssayForm, EssayResult, MakeUpForm, MarkStatus, VenueLevel
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, organizations, rolls, rounds, submissions, terms
from desktop_app.services.members import checked, enrol_many
from desktop_app.services.office import office
from desktop_app.services.practice_people import invented
from desktop_app.services.practice_plan import (
    ARMED,
    BATCH,
    CELL_PLAN,
    CONFERENCE,
    MAIN_VENUE,
    MEMBERS,
    MOST_MEMBERS,
    OFFICE,
    OFFICES,
    PEOPLE_A_CELL,
    QUICK_REPORT,
    ROUND,
    STREETS,
    TASKS,
    TERM,
    TODAY,
    YEAR,
)
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.store import create_office


def create_practice(path: Path, members: int = MEMBERS, seed: int = 1, progress: Progress = quiet) -> Store:
    """Make the practice office in a new file; with the same numbers it is always the same office."""
    if not 1 <= members <= MOST_MEMBERS:
        raise Refusal("Số đảng viên của văn phòng thực hành phải từ 1 đến 1.000.000.")
    store = create_office(path, OFFICE, practice_today=TODAY)
    store.keep_in_memory(members)  # a person takes about one KiB of pages that are written to again and again
    try:
        with store.gesture("practice.create", "Lập văn phòng thực hành", bulk=True):
            fill(store, members, Random(seed), progress)
    except BaseException:
        store.close()
        path.unlink()
        raise
    return store


def fill(store: Store, members: int, random: Random, progress: Progress) -> None:
    """Cells, people, the round, its conference, marks, make-ups, essays."""
    terms.save_term(store, TERM)
    streets, others = make_cells(store, members)
    enrol(store, [*streets, *others], members, random, progress)
    study = rounds.create(store, ROUND)
    held = conferences.create(store, study.id, CONFERENCE)
    make_venues(store, held.id, streets, others)
    rolls.freeze(store, held.id)
    take_attendance(store, study, held, random)
    send_reports(store, study, streets)
    progress(members, members)


def make_cells(store: Store, members: int) -> tuple[list[int], list[int]]:
    """The 20 street cells and the others; larger offices get further street cells. Their ids."""
    extra = [f"Phố mới {number}" for number in range(1, members // PEOPLE_A_CELL - 35)]
    streets = [organizations.create_cell(store, name).id for name in STREETS]
    others = [organizations.create_cell(store, name).id for name in OFFICES]
    others += [organizations.create_cell(store, name, audience=Audience.ARMED_FORCES).id for name in ARMED]
    others += [organizations.create_cell(store, name).id for name in extra]
    return streets, others


def enrol(store: Store, cell_ids: list[int], members: int, random: Random, progress: Progress) -> None:
    """Write the invented people, batch by batch, and send a few away or host them for a time."""
    drafts = invented(random, cell_ids, members, YEAR)
    for start in range(0, members, BATCH):
        batch = [checked(next(drafts)) for _ in range(min(BATCH, members - start))]
        ids = enrol_many(store, batch)
        plain = [i for i, draft in zip(ids, batch, strict=True) if not draft.party_position and draft.kind is None]
        away = random.sample(plain, len(plain) // 100)
        period = ("2021-01-01", FOREVER)
        kept_members.add_temporary(store, [(i, "away", None, "nơi khác", *period) for i in away])
        progress(start, members)


def make_venues(store: Store, conference_id: int, streets: list[int], others: list[int]) -> None:
    """The main venue and 19 street houses under it: 20 streets over 19 houses, the other cells at the main one."""
    main = conferences.save_venue(
        store,
        conference_id,
        Venue(name=MAIN_VENUE, level=VenueLevel.WARD, place="Trụ sở Đảng ủy phường", cell_ids=tuple(others)),
    )
    served: list[tuple[str, tuple[int, ...]]] = [
        (name, (cell,)) for name, cell in zip(STREETS[:18], streets[:18], strict=True)
    ]
    served.append((f"{STREETS[18]} và {STREETS[19]}", (streets[18], streets[19])))
    for name, cell_ids in served:
        house = f"Nhà văn hóa phố {name}"
        venue = Venue(name=house, parent_id=main.id, level=VenueLevel.CELL, place=house, cell_ids=cell_ids)
        conferences.save_venue(store, conference_id, venue)


def take_attendance(store: Store, study: StudyRound, held: Conference, random: Random) -> None:
    """Marks of everyone on the roll, make-ups of some who were absent, essays of many who studied."""
    days = [day.id for day in held.half_days]
    marks: list[Mark] = []
    makeups: list[MakeUp] = []
    essays: list[tuple[int, int, int, str, str, str | None]] = []
    exemptions: list[tuple[int, int | None, str, str]] = []
    for member_id in kept_rolls.must_attend_ids(store, held.id):
        statuses = draw_statuses(random)
        marks += [
            Mark(half_day_id=day, member_id=member_id, status=status)
            for day, status in zip(days, statuses, strict=True)
            if status is not None
        ]
        if len(marks) > BATCH:
            kept_attendance.write_marks(store, marks, f"{TODAY} 08:00:00")
            marks.clear()
        missed = [day for day, status in zip(days, statuses, strict=True) if status is not MarkStatus.PRESENT]
        made_up_on = random.choice(("2021-04-01", "2021-04-03")) if missed and random.random() < 0.5 else None
        if made_up_on:
            makeups += [make_up(day, member_id, made_up_on) for day in missed]
        if random.random() < 0.02:
            exemptions.append((member_id, study.id, "cao tuổi", TODAY))
        elif (not missed or made_up_on) and random.random() < 0.62:
            received = random.choice(("2021-04-04", "2021-04-05"))
            form = random.choice((EssayForm.HANDWRITTEN, EssayForm.TYPED))
            essays.append((study.id, member_id, 1, received, form, None))
    kept_attendance.write_marks(store, marks, f"{TODAY} 08:00:00")
    kept_attendance.write_makeups(store, makeups)
    kept_essays.add(store, essays)
    kept_essays.add_exemptions(store, exemptions)
    assess(store, study.id, random)


def send_reports(store: Store, study: StudyRound, streets: list[int]) -> None:
    """The quick report of the office, in time; the plans of half the streets, the first with its tasks."""
    wanted = {each.title: each.id for each in study.deadlines}
    own = office(store).organization_id
    submissions.record(store, wanted[QUICK_REPORT], [own], "2021-03-29", "15-BC/ĐU", "2021-03-29")
    submissions.record(store, wanted[CELL_PLAN], streets[::2], TODAY)
    submissions.save_tasks(store, wanted[CELL_PLAN], streets[0], TASKS)


def draw_statuses(random: Random) -> list[MarkStatus | None]:
    """The four half-days of one person: mostly present, a few absent in one way or another, a few not marked."""
    chance = random.random()
    whole = (
        (0.93, MarkStatus.PRESENT),
        (0.96, MarkStatus.ABSENT_EXCUSED),
        (0.968, MarkStatus.ABSENT_UNEXCUSED),
        (0.973, MarkStatus.ABSENT),
        (0.976, None),
    )
    for limit, status in whole:
        if chance < limit:
            return [status] * 4
    come = random.randint(1, 3)
    return [*[MarkStatus.PRESENT] * come, *[MarkStatus.ABSENT_EXCUSED] * (4 - come)]


def make_up(half_day_id: int, member_id: int, made_up_on: str) -> MakeUp:
    """A make-up by self-study, confirmed by the cell."""
    return MakeUp(
        half_day_id=half_day_id,
        member_id=member_id,
        made_up_on=made_up_on,
        form=MakeUpForm.SELF_STUDY,
        confirmed_by="Bí thư chi bộ",
    )


def assess(store: Store, round_id: int, random: Random) -> None:
    """Pass most essays, return a few, leave the rest to be marked."""
    chances = ((essay_id, random.random()) for essay_id in kept_essays.ids(store, round_id))
    results = (
        (EssayResult.PASSED if chance < 0.77 else EssayResult.REWRITE, each) for each, chance in chances if chance < 0.8
    )
    kept_essays.settle(store, results, TODAY, "Tổ chấm")
