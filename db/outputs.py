"""The SQL about what left the program: who printed, exported or saw what, and who was given a password.

It is no office data and never undone.
"""

from contextlib import suppress
from dataclasses import dataclass

from db.store import DatabaseError, Store, now
from db.values import OutputKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One print, exported file or look at numbers in full."""

    id: int
    done_at: str
    user: str
    kind: OutputKind
    what: str
    scope: str


def add(store: Store, kind: OutputKind, what: str, scope: str) -> None:
    """Write down that something left the program just now."""
    with store.atomic():
        store.add("output_log", done_at=now(), user=store.user, kind=kind, what=what, scope=scope)


def note(store: Store, what: str, whom: str = "") -> None:
    """Write down what was done about passwords; where the disk refuses, what was done stands all the same."""
    with suppress(DatabaseError):
        add(store, OutputKind.ACCESS, what, whom)


def latest(store: Store, limit: int) -> list[Output]:
    """What left the program, newest first."""
    rows = store.all("select * from output_log order by id desc limit :limit", {"limit": limit})
    return [Output(**row | {"kind": OutputKind(row["kind"])}) for row in rows]


def about(store: Store, name: str, code: str) -> list[Output]:
    """What left the program about one person, oldest first: by their code, or by their name where no code stands."""
    rows = store.all(
        """select * from output_log where instr(scope, :code)
           or (instr(scope, :name) and not instr(scope, :name || ' (')) order by id""",
        {"name": name, "code": code},
    )
    return [Output(**row | {"kind": OutputKind(row["kind"])}) for row in rows]
