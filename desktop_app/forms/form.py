"""What a form is: a printed thing of the office, the places it is offered at, and the two steps that make it.

Not a list of forms and not a printer: `gather` reads all that will be on the paper into a plain sheet, `compose` turns
that sheet into a document and never sees the store.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document
from desktop_app.services.store import Store

Sheet = TypeVar("Sheet")


class Scope(StrEnum):
    """What a form is about."""

    ROUND = "round"
    CONFERENCE = "conference"
    VENUE = "venue"
    CELL = "cell"
    MEMBER = "member"


class Output(StrEnum):
    PDF = "pdf"


_CHOOSE = {
    Scope.ROUND: "Hãy chọn một đợt học tập rồi in lại.",
    Scope.CONFERENCE: "Hãy chọn một hội nghị rồi in lại.",
    Scope.VENUE: "Hãy chọn một điểm cầu rồi in lại.",
    Scope.CELL: "Hãy chọn một chi bộ rồi in lại.",
    Scope.MEMBER: "Hãy chọn một đảng viên rồi in lại.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the clerk chose before printing."""

    round_id: int | None = None
    conference_id: int | None = None
    venue_id: int | None = None
    cell_id: int | None = None
    member_id: int | None = None

    def need(self, scope: Scope) -> int:
        """The id of what the form is about. Raises Refusal where the clerk has not chosen one."""
        chosen: int | None = getattr(self, f"{scope.value}_id")
        if chosen is None:
            raise Refusal(_CHOOSE[scope])
        return chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[Sheet]):
    id: str
    title: str
    scopes: tuple[Scope, ...]
    gather: Callable[[Store, Subject], Sheet]
    compose: Callable[[Sheet], Document]
    outputs: tuple[Output, ...] = (Output.PDF,)

    def document(self, store: Store, subject: Subject) -> Document:
        return self.compose(self.gather(store, subject))
