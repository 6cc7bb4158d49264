"""The five steps a new office is made ready in: which are left, and when they were first shown.

Kept as properties of the store, not as gestures: nothing here is work that could be undone. A store not founded in the
window (by a command, or before there were steps) has none left, and so has a practice office.
"""

from enum import StrEnum

from db import settings
from db.store import Store
from desktop_app.services import members, passwords
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import is_practice

LEFT, SHOWN = "first_run_left", "first_run_shown"


class Step(StrEnum):
    """In the order they are offered in."""

    OFFICE = "office"
    PAPERS = "papers"
    PASSWORD = "password"
    BACKUPS = "backups"
    PEOPLE = "people"


def begin(store: Store) -> None:
    """A new office was founded: all but its name is left."""
    keep(store, [step for step in Step if step is not Step.OFFICE])


def left(store: Store) -> tuple[Step, ...]:
    """The steps neither done nor let go, in order; what the store itself shows as done is not asked for."""
    kept = (settings.store_property(store, LEFT) or "").split()
    if not kept or is_practice(store):
        return ()
    return tuple(step for step in Step if step in kept and not done(store, step))


def done(store: Store, step: Step) -> bool:
    """Whether the store itself says that a step is done."""
    if step is Step.PEOPLE:
        return members.count(store, MemberFilter()) > 0
    return step is Step.PASSWORD and store.path is not None and passwords.is_locked(store.path)


def settle(store: Store, *steps: Step) -> None:
    """These are done, or not wanted: they are not asked for again."""
    keep(store, [step for step in left(store) if step not in steps])


def newly_founded(store: Store) -> bool:
    """Whether there are steps left that were never shown; from now on they have been."""
    if not left(store) or settings.store_property(store, SHOWN):
        return False
    settings.set_properties(store, {SHOWN: "1"})
    return True


def show_again(store: Store) -> None:
    """The store is about to be closed in the midst of the steps: they come up by themselves when it is opened next."""
    settings.set_properties(store, {SHOWN: ""})


def keep(store: Store, steps: list[Step]) -> None:
    settings.set_properties(store, {LEFT: " ".join(steps)})
