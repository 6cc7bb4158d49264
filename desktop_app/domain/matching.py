"""Who on a list is whom in the register, and what the list says that the register does not.

Order of trust: party card, citizen id, then full name with full birth date and cell. Whatever a person must decide
(an id under another name, several candidates, a birth date too vague to be sure) is held, never guessed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from db.keys import same_words
from db.records import Member
from desktop_app.domain.listed import ListedMember
from desktop_app.domain.words import word

IDS = {"party_card_no": "Số thẻ đảng viên", "citizen_id": "Số định danh cá nhân"}
FACTS = (
    "full_name",
    "other_name",
    "birth_date",
    "gender",
    "position",
    "party_card_no",
    "old_party_card_no",
    "card_issued_on",
    "citizen_id",
    "old_id_no",
    "admitted_on",
    "official_on",
    "phone",
    "note",
    "status",
    "status_date",
)
DATES = ("birth_date", "card_issued_on", "admitted_on", "official_on", "status_date")
Change = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Whom a row means: a member, nobody yet (both None), or a reason to hold it and whom it may mean."""

    member: Member | None = None
    reason: str | None = None
    vague: bool = False
    candidates: tuple[Member, ...] = ()


@dataclass(slots=True)
class Register:
    """The people a list is held against, by everything they can be found by."""

    by_member: dict[int, Member] = field(default_factory=dict)
    by_id: dict[tuple[str, str], list[Member]] = field(default_factory=lambda: defaultdict(list))
    by_name: dict[tuple[str, int | None], list[Member]] = field(default_factory=lambda: defaultdict(list))
    by_date: dict[tuple[str, str | None], list[Member]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, people: Iterable[Member]) -> "Register":
        """The register of these people."""
        register = cls()
        for person in people:
            register.by_member[person.id] = person
            for name in IDS:
                if number := getattr(person, name):
                    register.by_id[name, number].append(person)
            register.by_name[same_words(person.full_name), person.cell_id].append(person)
            register.by_date[same_words(person.full_name), person.birth_date].append(person)
        return register

    def match(self, listed: ListedMember, cell_id: int | None) -> Match:
        """Whom a row of a list means, its cell being known by id (None = unknown or new)."""
        owners: dict[str, Member] = {}
        for name in IDS:
            number = getattr(listed, name)
            known = self.by_id.get((name, number), []) if number else []
            if len(known) > 1:
                said = f"{IDS[name]} này có ở nhiều người trong sổ; hãy xem lại từng người."
                return Match(reason=said, candidates=tuple(known))
            if known:
                owners[IDS[name]] = known[0]
        if len({person.id for person in owners.values()}) > 1:
            said = "Số thẻ và số định danh này trong sổ là của hai người khác nhau; hãy kiểm tra lại."
            return Match(reason=said, candidates=tuple(owners.values()))
        for said, person in owners.items():
            return same_person(listed, person, said)
        return self.by_birth(listed, cell_id)

    def by_birth(self, listed: ListedMember, cell_id: int | None) -> Match:
        """The match by name, birth date and cell."""
        known = self.by_name.get((same_words(listed.full_name), cell_id), [])
        full = listed.birth_date is not None and len(listed.birth_date) == 10
        certain = [person for person in known if full and person.birth_date == listed.birth_date]
        likely = [p for p in known if agree(listed.birth_date, p.birth_date) and not ids_differ(listed, p)]
        if len(likely) > 1 and not certain:  # of several who may be meant, the one kept in the very same words
            likely = [p for p in likely if p.birth_date == listed.birth_date] or likely
        if len(certain or likely) > 1:
            reason = "Trong chi bộ có nhiều người cùng họ tên, khớp ngày sinh; hãy chọn đúng người."
            return Match(reason=reason, candidates=tuple(certain or likely))
        if certain:
            return same_person(listed, certain[0], None)
        return Match(member=likely[0], vague=True) if likely else Match()

    def elsewhere(self, listed: ListedMember) -> Member | None:
        """Someone of the same name and full birth date in another cell, no id speaking against it."""
        if not listed.birth_date or len(listed.birth_date) < 10:
            return None
        known = self.by_date.get((same_words(listed.full_name), listed.birth_date), [])
        return next((person for person in known if not ids_differ(listed, person)), None)


def same_person(listed: ListedMember, person: Member, by: str | None) -> Match:
    """A match that holds unless the row contradicts it: an id under another name, or another id."""
    names = {same_words(name) for name in (person.full_name, person.other_name) if name}
    if by and same_words(listed.full_name) not in names:
        said = f"{by} này trong sổ là của người khác tên; hãy kiểm tra lại số hoặc họ tên."
        return Match(reason=said, candidates=(person,))
    if listed.citizen_id and person.citizen_id and listed.citizen_id != person.citizen_id:
        said = "Số định danh cá nhân khác với số trong sổ của người cùng tên; hãy kiểm tra lại."
        return Match(reason=said, candidates=(person,))
    return Match(member=person)


def ids_differ(one: ListedMember, other: ListedMember | Member) -> bool:
    """Whether both carry an id of one kind and the two are not the same."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in IDS]
    return any(a and b and a != b for a, b in pairs)


def agree(listed: str | None, kept: str | None) -> bool:
    """Whether two dates of some precision may be the same day; a missing one may be any."""
    if not listed or not kept:
        return True
    return listed.startswith(kept) or kept.startswith(listed)


def changes(listed: ListedMember, person: Member) -> tuple[Change, ...]:
    """(field, kept, listed) for every fact the row carries and the register does not have so."""
    found = []
    for name in FACTS:
        new, old = getattr(listed, name), kept_as_listed(name, person)
        if new is not None and not says_the_same(name, new, old):
            found.append((name, old, new))
    return tuple(found)


def kept_as_listed(name: str, person: Member) -> str | None:
    """A kept fact in the form a list gives it."""
    value: Any = getattr(person, name)
    return word(value) if name == "status" and value is not None else value


def says_the_same(name: str, new: str, old: str | None) -> bool:
    """Whether a listed fact is already kept: names by their words, dates also when the list is merely less precise."""
    if old is None or new == old:
        return new == old
    if name in DATES:
        return old.startswith(new)
    return same_words(new) == same_words(old) if name in ("full_name", "other_name") else new == old
