"""What every gesture about a person begins with: the person and all that is dated about them, asked for a day."""

from dataclasses import dataclass

from db import lives, members
from db.dated import Life
from db.keys import tidy
from db.records import Member
from db.store import Store
from desktop_app.domain.lives import check_day
from desktop_app.domain.refusal import Refusal
from desktop_app.services.members import member
from desktop_app.services.office import today


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A person before a gesture dated `on`; both days are full ISO dates."""

    person: Member
    life: Life
    on: str
    today: str

    @property
    def id(self) -> int:
        return self.person.id


def case(store: Store, member_id: int, on: str) -> Case:
    """The person as kept. Refuses who is in the bin, a day to come, a day before the person's birth."""
    person, day = member(store, member_id), today(store).isoformat()
    if members.by_code(store, person.code, day) is None:
        raise Refusal(f"{person.full_name} đang ở thùng rác; hãy khôi phục trước.")
    check_day(on, person.birth_date, day)
    return Case(person=person, life=lives.life(store, member_id), on=on, today=day)


def life(store: Store, member_id: int) -> Life:
    """Everything dated about a person."""
    return lives.life(store, member_id)


def wanted(text: str | None, sentence: str) -> str:
    """A text that must be there, tidy; refuses with the sentence where it is not."""
    said = tidy(text or "")
    if not said:
        raise Refusal(sentence)
    return said


def maybe(text: str | None) -> str | None:
    """A text that may be left out, tidy."""
    return tidy(text or "") or None
