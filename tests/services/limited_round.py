"""A small round in the hands of somebody who sees one of its cells; what the tests of limits stand on."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from db.values import MarkStatus, Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    access,
    attendance,
)
from desktop_app.services.access import Gate, Holder
from desktop_app.services.store import Store
from tests.round_office import SmallRound

OWN = {"Nguyễn Văn An", "Lê Thị Thủy", "Đặng Văn Dũng", "Dương Thị Lan", "Vũ Văn Miễn"}
NEIGHBOUR = "Phan Thị Chi"


@dataclass(frozen=True, kw_only=True)
class Limited:
    """The store in the hands of somebody who sees one cell, and the round that is going on in it."""

    store: Store
    made: SmallRound

    def place(self, name: str, at: int = 0) -> tuple[int, int]:
        return self.made.half_day_ids[at], self.made.people[name]

    def mark(self, *names: str) -> int:
        places = [self.place(name) for name in names]
        return attendance.mark(self.store, self.made.conference_id, places, MarkStatus.PRESENT, moved=True)


def limit(store: Store, role: Role, *cell_ids: int, user: str = "Anh Hùng") -> None:
    """Give the open store to somebody who sees only these cells."""
    uids = tuple(store.value("select uid from main.organization where id = :id", {"id": each}) for each in cell_ids)
    store.user, store.gate = user, Gate(Holder(name=user, role=role, cells=uids))
    access.limit(store, uids)


@contextmanager
def refused(*sentences: str) -> Iterator[None]:
    """What is tried is refused with one of these, which names nobody else."""
    with pytest.raises(Refusal) as told:
        yield
    assert str(told.value) in sentences
    assert NEIGHBOUR not in str(told.value)


def whole(store: Store, table: str) -> list[object]:
    """The rows of a table whoever holds the store."""
    return list(store.execute(f"select * from main.{table}").fetchall())
