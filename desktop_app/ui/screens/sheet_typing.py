"""What is typed on a sign-in page before it is closed, as letters that outlive a crash. It writes nothing itself."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from db.attendance import Place
from db.records import Mark
from db.values import MarkStatus
from desktop_app.services.drafts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Typing:
    """Marks by place (None = taken off), and the totals typed, by half-day."""

    marks: Mapping[Place, Mark | None]
    totals: Mapping[int, str]


class Sheeted(Protocol):
    """The page that holds them."""

    def typed(self) -> Typing: ...

    def put(self, typing: Typing) -> None: ...


class TypedSheet:
    """The page as letters."""

    def __init__(self, page: Sheeted) -> None:
        self._page = page

    def start(self) -> Texts:
        return {}

    def now(self) -> Texts | None:
        typed = self._page.typed()
        if not typed.marks and not typed.totals:
            return None
        marks = [[*place, asdict(mark) if mark else None] for place, mark in typed.marks.items()]
        return {"marks": json.dumps(marks), "totals": json.dumps(list(typed.totals.items()))}

    def put(self, texts: Texts) -> None:
        marks = {(day, member): read(mark) for day, member, mark in json.loads(texts["marks"])}
        self._page.put(Typing(marks=marks, totals=dict(json.loads(texts["totals"]))))


def read(kept: dict[str, Any] | None) -> Mark | None:
    """A mark from its fields."""
    return Mark(**{**kept, "status": MarkStatus(kept["status"])}) if kept else None
