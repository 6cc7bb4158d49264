"""What the one search box answers while it is typed into: people surely meant, cells so named, people perhaps meant."""

from dataclasses import dataclass
from fnmatch import fnmatchcase

from db.keys import search_key
from db.records import Member, Organization
from db.store import Store
from desktop_app.domain.searching import Sought, sought
from desktop_app.services.members import cells_named, search
from desktop_app.services.office import today
from desktop_app.services.organizations import organization

MOST_PEOPLE, MOST_CELLS = 10, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """`exact` by the rule of search; `wider` are people of cells so named and looser matches; each best first."""

    exact: tuple[Member, ...] = ()
    cells: tuple[Organization, ...] = ()
    wider: tuple[Member, ...] = ()


def answers(store: Store, text: str, most: int = MOST_PEOPLE) -> Answers:
    """The best answers to a text, at most so many people."""
    asked, found = sought(text), search(store, text, most)
    if asked.digits or not asked.exact:
        return Answers(exact=tuple(found))
    exact = [person for person in found if is_exact(asked, person.full_name)]
    day = today(store).isoformat()
    return Answers(
        exact=tuple(exact),
        cells=tuple(organization(store, each, day) for each in cells_named(store, text, day)[:MOST_CELLS]),
        wider=tuple(person for person in found if person not in exact),
    )


def is_exact(asked: Sought, name: str) -> bool:
    """Whether a name is in one of the exact tiers."""
    key = search_key(name)
    return any(all(fnmatchcase(key, pattern) for pattern in tier) for tier in asked.exact)
