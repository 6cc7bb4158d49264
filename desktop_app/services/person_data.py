"""All that is kept about one person, gathered for that person on request, numbers in full. It changes nothing.

The right to it: Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15). That it was looked at is written down.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from db import attendance as kept
from db import essays as kept_essays
from db import outputs
from db.outputs import Output
from db.paper_records import IssuedDocument
from db.records import Conference, Essay, HalfDay, MakeUp, Mark
from db.store import Store
from desktop_app.domain.names import same_name
from desktop_app.services import issuing, residence
from desktop_app.services.conferences import conferences
from desktop_app.services.person import PersonFacts, person_facts, reveal
from desktop_app.services.rounds import rounds
from desktop_app.services.submissions import TaskLine, plans

EVERY_CHANGE = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One half-day of a conference: how the person was marked there, and how it was made up."""

    conference: Conference
    half_day: HalfDay
    mark: Mark | None
    makeup: MakeUp | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonData:
    """`essays` are (round, attempt); `tasks` of plans name the person; `outputs` say who looked, oldest first."""

    facts: PersonFacts
    block: str | None
    attendance: tuple[Attendance, ...]
    essays: tuple[tuple[str, Essay], ...]
    tasks: tuple[TaskLine, ...]
    documents: tuple[IssuedDocument, ...]
    outputs: tuple[Output, ...]


def person_data(store: Store, member_id: int) -> PersonData:
    """Everything about a person."""
    facts, held = person_facts(store, member_id, EVERY_CHANGE), rounds(store)
    person = reveal(store, facts.person)
    block = residence.block_of(store, member_id)
    written = ((study.name, kept_essays.essays(store, study.id, [member_id]).get(member_id, ())) for study in held)
    tasks = (line for study in held for line in plans(store, study.id))
    return PersonData(
        facts=facts,
        block=block.name if block else None,
        attendance=tuple(each for study in held for each in attended(store, study.id, member_id)),
        essays=tuple((name, essay) for name, essays in written for essay in essays),
        tasks=tuple(line for line in tasks if same_name(line.task.owner or "", person.full_name)),
        documents=tuple(issuing.about(store, member_id)),
        outputs=tuple(outputs.about(store, person.full_name, person.code)),
    )


def attended(store: Store, round_id: int, member_id: int) -> Iterator[Attendance]:
    """The half-days of a round at which something is kept about a person."""
    makeups = kept.makeups(store, round_id, None, [member_id])
    for held in conferences(store, round_id):
        marks = kept.marks(store, round_id, held.id, [member_id])
        for day in held.half_days:
            mark, makeup = marks.get((day.id, member_id)), makeups.get((day.id, member_id))
            if mark is not None or makeup is not None:
                yield Attendance(conference=held, half_day=day, mark=mark, makeup=makeup)
