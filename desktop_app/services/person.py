"""Everything the register knows about one person: the life line, what they owe now, who changed what."""

from collections.abc import Iterator
from dataclasses import dataclass

from db import attendance as kept_attendance
from db import essays as kept_essays
from db import rolls
from db.dated import Life
from db.records import Conference, Essay, Member, StudyRound
from db.store import Store
from db.values import ConferenceKind, EssayResult, OutputKind
from desktop_app.domain.lifeline import EventKind, LifeEvent, events, in_order
from desktop_app.domain.lives import GONE
from desktop_app.domain.obligations import OWED, EssayState
from desktop_app.domain.words import word
from desktop_app.services import attendance, essays
from desktop_app.services.access import Right, require
from desktop_app.services.attendance import Standing, stand
from desktop_app.services.conferences import conference, conferences, first_day
from desktop_app.services.history import FieldChange, of_member
from desktop_app.services.journal import record_output
from desktop_app.services.lives import life
from desktop_app.services.members import member
from desktop_app.services.rounds import rounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """What a person owes in one round: half-days to make up (0 = has studied), and the essay (None = nothing due)."""

    round_id: int
    round_name: str
    half_days: int
    study_by: str | None
    essay: EssayState | None
    essay_by: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """One person's page. `events` and `changes` run oldest first and newest first."""

    person: Member
    life: Life
    events: tuple[LifeEvent, ...]
    owed: tuple[Owed, ...]
    changes: tuple[FieldChange, ...]


def person_facts(store: Store, member_id: int, changes: int = 200) -> PersonFacts:
    """All about a person as of today, with the latest so many changes. Numbers are in full: who shows them masks."""
    person, known, held = member(store, member_id), life(store, member_id), rounds(store)
    lines = [*events(known)]
    for study in held:
        lines += in_round(store, study, member_id)
    return PersonFacts(
        person=person,
        life=known,
        events=tuple(in_order(lines)),
        owed=() if person.status in GONE else tuple(d for study in held if (d := owed(store, study, member_id))),
        changes=tuple(of_member(store, member_id, changes)),
    )


def in_round(store: Store, study: StudyRound, member_id: int) -> Iterator[LifeEvent]:
    """What a person attended, made up and wrote in a round."""
    marks = kept_attendance.marks(store, study.id, None, [member_id])
    makeups = kept_attendance.makeups(store, study.id, None, [member_id])
    for held in conferences(store, study.id):
        if held.kind is not ConferenceKind.MAIN or held.frozen_at is None:
            continue
        for row in rolls.frozen(store, held.id, first_day(held), member_ids=[member_id]):
            yield from at_conference(
                held, stand(study, row, [day.id for day in held.half_days], marks.get, makeups.get)
            )
    for essay in kept_essays.essays(store, study.id, [member_id]).get(member_id, ()):
        yield from of_essay(study, essay)


def at_conference(held: Conference, standing: Standing) -> Iterator[LifeEvent]:
    """A conference, and the make-ups of what was missed of it."""
    off = standing.row.deduction
    how = (
        f"không triệu tập: {word(off).lower()}" if off and not standing.must_attend else word(standing.outcome).lower()
    )
    yield LifeEvent(on=first_day(held), kind=EventKind.CONFERENCE, text=f"Hội nghị “{held.name}”: {how}")
    for day in sorted({each.made_up_on for each in standing.made_up}):
        alike = [each for each in standing.made_up if each.made_up_on == day]
        text = f"Học bù {len(alike)} buổi của hội nghị “{held.name}” ({word(alike[0].form).lower()})"
        yield LifeEvent(on=day, kind=EventKind.MAKE_UP, text=text)


def of_essay(study: StudyRound, essay: Essay) -> Iterator[LifeEvent]:
    """An essay handed in, and what came of it."""
    attempt = f" lần {essay.attempt}" if essay.attempt > 1 else ""
    name = f"bài thu hoạch{attempt} đợt “{study.name}”"
    yield LifeEvent(on=essay.received_on, kind=EventKind.ESSAY, text=f"Nộp {name}")
    if essay.result is not None:
        said = "đạt" if essay.result is EssayResult.PASSED else "phải viết lại"
        yield LifeEvent(on=essay.marked_on or essay.received_on, kind=EventKind.ESSAY, text=f"Chấm {name}: {said}")
    if essay.confirmed_on is not None:
        by = f" ({essay.confirmed_by})" if essay.confirmed_by else ""
        yield LifeEvent(on=essay.confirmed_on, kind=EventKind.ESSAY, text=f"Xác nhận {name}{by}")
    if essay.withdrawn_on is not None:
        yield LifeEvent(on=essay.withdrawn_on, kind=EventKind.ESSAY, text=f"Rút {name}")


def owed(store: Store, study: StudyRound, member_id: int) -> Owed | None:
    """What a person owes in a round, or None."""
    standing = next(iter(attendance.standings(store, study.id, member_ids=[member_id])), None)
    if standing is None or not standing.must_attend:
        return None
    writing = next(iter(essays.standings(store, study.id, member_ids=[member_id])), None)
    essay = writing if writing is not None and writing.state in OWED else None
    missing = 0 if standing.studied else half_days_owed(store, standing)
    if not missing and essay is None:
        return None
    return Owed(
        round_id=study.id,
        round_name=study.name,
        half_days=missing,
        study_by=study.study_by,
        essay=essay.state if essay else None,
        essay_by=essay.due_on if essay else None,
        recipient=essay.recipient if essay else None,
    )


def half_days_owed(store: Store, standing: Standing) -> int:
    """How many half-days are missing to what the audience requires."""
    held = len(conference(store, standing.row.conference_id).half_days)
    return standing.required - (held - len(standing.missed)) - len(standing.made_up)


def reveal(store: Store, person: Member) -> Member:
    """The person with numbers in full, for someone who asked to see them; it is written down that they were shown.

    Refuses a user who only looks.
    """
    require(store, Right.NUMBERS)
    record_output(store, "Xem số đầy đủ", f"{person.full_name} ({person.code})", OutputKind.REVEAL)
    return person
