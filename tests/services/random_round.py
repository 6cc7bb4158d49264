"""An office with a round of any shape: several conferences, audiences, guests, moves, make-ups, essays by chance.

Built through the services from a seed, so that a failing shape can be made again.
"""

from contextlib import suppress
from dataclasses import dataclass
from random import Random

from db.members import add_temporary
from db.records import HalfDay, Venue
from db.values import (
    FOREVER,
    Audience,
    ConferenceKind,
    DayPart,
    Deduction,
    EssayResult,
    MarkStatus,
    MemberKind,
    MemberStatus,
)
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, essays, extensions, members, organizations, rolls, rounds
from desktop_app.services.store import Store

DAYS = ("2021-03-27", "2021-03-28")


@dataclass(slots=True)
class Chance:
    """One random office in the making."""

    store: Store
    random: Random

    def cells(self) -> list[int]:
        """Three to five cells, one of them of the armed forces."""
        audiences = [Audience.ARMED_FORCES, Audience.MASS_ORGANIZATIONS, *[Audience.MEMBERS] * 3]
        wanted = audiences[: self.random.randint(3, 5)]
        return [organizations.create_cell(self.store, f"Phố {n}", audience=a).id for n, a in enumerate(wanted)]

    def person(self, cells: list[int], number: int) -> int:
        """Somebody of any kind and standing, mostly plain members."""
        pick = self.random
        kind = pick.choice([MemberKind.GUEST, *[None] * 9])
        admitted = pick.choice(["1990-05-19", "1990-05-19", "2020-12-01", "2021-03-28"])
        status = pick.choice([*MemberStatus, *[MemberStatus.ACTIVE] * 14])
        draft = members.MemberDraft(
            full_name=f"Nguyễn Văn {number}",
            admitted_on=admitted,
            official_on="1991-05-19" if admitted < "2000" else None,
            kind=kind,
            status=status,
            status_date=pick.choice(["2020-01-01", "2021-03-27", "2021-03-28", None]),
            cell_id=pick.choice([*cells, *cells, None]),
        )
        return members.enrol(self.store, draft).id

    def temporary(self, people: list[int], cells: list[int]) -> None:
        """A few people away or here for a time."""
        with self.store.gesture("member.temporary", "Sinh hoạt tạm thời"):
            for person in self.random.sample(people, len(people) // 4):
                direction = self.random.choice(["away", "here"])
                cell = self.random.choice(cells) if direction == "here" else self.random.choice([None, None, *cells])
                until = self.random.choice(["2021-03-27", FOREVER])
                add_temporary(self.store, [(person, direction, cell, "nơi khác", "2021-01-01", until)])

    def study_round(self) -> int:
        """A round with any rules."""
        pick = self.random
        draft = rounds.RoundDraft(
            name="Đợt học tập",
            essay_required=pick.random() < 0.9,
            essay_by=pick.choice(["2021-04-01", "2021-04-05", None]),
            makeup_essay_days=pick.choice([0, 7]),
            count_hosted=pick.random() < 0.7,
            exempt_counts_if_present=pick.random() < 0.5,
            required_half_days=pick.choice([(), ((Audience.ARMED_FORCES, 1),), ((Audience.MASS_ORGANIZATIONS, 9),)]),
        )
        return rounds.create(self.store, draft).id

    def conference(self, round_id: int, cells: list[int], kind: ConferenceKind) -> int:
        """A conference of one to four half-days; venues serve one cell, several or none."""
        slots = [(day, part) for day in DAYS for part in (DayPart.MORNING, DayPart.AFTERNOON)]
        held = sorted(self.random.sample(slots, self.random.randint(1, 4)))
        days = tuple(HalfDay(held_on=day, part=part) for day, part in held)
        draft = conferences.ConferenceDraft(name=f"Hội nghị {self.random.random()}", kind=kind, half_days=days)
        made = conferences.create(self.store, round_id, draft)
        for number in range(self.random.randint(0, 3)):
            served = tuple(self.random.sample(cells, self.random.randint(0, 2)))
            conferences.save_venue(self.store, made.id, Venue(name=f"Điểm {number}", cell_ids=served))
        return made.id

    def deeds(self, round_id: int, conference_id: int) -> None:
        """Corrections of the roll, marks, make-ups."""
        days = [day.id for day in conferences.conference(self.store, conference_id).half_days]
        people = [row.member_id for row in rolls.roll(self.store, conference_id)]
        for person in people:
            if self.random.random() < 0.1:
                rolls.deduct(self.store, conference_id, person, self.random.choice([*Deduction, None]), "sửa")
            diligent = self.random.random() < 0.5
            for day in days:
                status = MarkStatus.PRESENT if diligent else self.random.choice([*MarkStatus, None])
                attendance.mark(self.store, conference_id, [(day, person)], status)
            if self.random.random() < 0.5:
                missed = self.random.sample(days, self.random.randint(1, len(days)))
                on = self.random.choice(["2021-03-28", "2021-04-01", "2021-04-06"])
                with suppress(Refusal):
                    attendance.record_makeup(self.store, conference_id, [person], on, half_day_ids=missed)

    def essays(self, round_id: int, people: list[int]) -> None:
        """Essays received, returned, withdrawn, exempted."""
        for person in people:
            for _ in range(self.random.randint(0, 2)):
                day = self.random.choice(["2021-04-01", "2021-04-02", "2021-04-08", "2021-04-09"])
                with suppress(Refusal):
                    essays.receive(self.store, round_id, [person], day)
                    essays.assess(self.store, round_id, [person], self.random.choice([*EssayResult, None]))
                    if self.random.random() < 0.2:
                        essays.withdraw(self.store, round_id, [person])
            if self.random.random() < 0.1:
                essays.exempt(self.store, round_id, [person], "cao tuổi")

    def extensions(self, round_id: int, people: list[int], cells: list[int]) -> None:
        """Later days for some people and cells."""
        later = ("2021-04-03", "2021-04-08", "2021-04-20")
        for person in self.random.sample(people, len(people) // 4):
            with suppress(Refusal):
                extensions.extend(self.store, round_id, self.random.choice(later), "ốm", member_ids=[person])
        if self.random.random() < 0.5:
            with suppress(Refusal):
                cell = [self.random.choice(cells)]
                extensions.extend(self.store, round_id, self.random.choice(later), "bận", organization_ids=cell)


def random_round(store: Store, seed: int) -> int:
    """Fill an empty office; the round's id."""
    chance = Chance(store, Random(seed))
    cells = chance.cells()
    people = [chance.person(cells, number) for number in range(chance.random.randint(5, 18))]
    chance.temporary(people, cells)
    round_id = chance.study_round()
    kinds = [ConferenceKind.MAIN, *chance.random.sample([ConferenceKind.MAIN, ConferenceKind.MAKEUP], 2)]
    for kind in kinds[: chance.random.randint(1, 3)]:
        held = chance.conference(round_id, cells, kind)
        with suppress(Refusal):
            rolls.freeze(store, held)
            chance.deeds(round_id, held)
    chance.essays(round_id, people)
    chance.extensions(round_id, people, cells)
    return round_id
