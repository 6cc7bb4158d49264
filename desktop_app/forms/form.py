"""What a form is: a printed thing of the office, the places it is offered at, and the two steps that make it.

Not a list of forms and not a printer: `gather` reads all that will be on the paper into a plain sheet, `compose` turns
that sheet into a document and never sees the store.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from db.paper_records import OfficeSigner
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document
from desktop_app.forms.scope_note import with_scope
from desktop_app.forms.wordings import Wording
from desktop_app.services.access import cell_names, require_whole
from desktop_app.services.store import Store

Sheet = TypeVar("Sheet")


class Scope(StrEnum):
    """What a form is about."""

    ROUND = "round"
    CONFERENCE = "conference"
    VENUE = "venue"
    CELL = "cell"
    MEMBER = "member"
    PERIOD = "period"


class Output(StrEnum):
    """Also the ending of the file."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"


_CHOOSE = {
    Scope.ROUND: "Hãy chọn một đợt học tập rồi in lại.",
    Scope.CONFERENCE: "Hãy chọn một hội nghị rồi in lại.",
    Scope.VENUE: "Hãy chọn một điểm cầu rồi in lại.",
    Scope.CELL: "Hãy chọn một chi bộ rồi in lại.",
    Scope.MEMBER: "Hãy chọn một đảng viên rồi in lại.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """How this copy goes out: its number, its day (None = today), who signs (None = the office's own signer); the marks
    “Dự thảo lần 2” and “KHẨN” of its head; whether it is printed on two sides."""

    number: int | None = None
    on: date | None = None
    signer: OfficeSigner | None = None
    draft: str = ""
    urgency: str = ""
    two_sided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the clerk chose before printing. `period` is “2026”, “2026-Q2” or “2026-04”. `member_ids` are people chosen
    one by one; `first_place` is where on its sheet the first label comes, from 1."""

    round_id: int | None = None
    conference_id: int | None = None
    venue_id: int | None = None
    cell_id: int | None = None
    member_id: int | None = None
    period: str | None = None
    paper: Paper = Paper()
    member_ids: tuple[int, ...] = ()
    first_place: int = 1

    def need(self, scope: Scope) -> int:
        """The id of what the form is about, not of a period. Raises Refusal where the clerk has not chosen one."""
        chosen: int | None = getattr(self, f"{scope.value}_id")
        if chosen is None:
            raise Refusal(_CHOOSE[scope])
        return chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Generic[Sheet]):
    """`kind` is the code of its number and symbol (“BC”), empty for what carries none; `group` its heading in the
    print centre; `of_register` = it is of the register where no conference is chosen. `words` are texts the office
    may reword. `figures` gives the ids of people behind each figure and `people` those it names, both kept when the
    document is issued. `whole`: it stands for the whole office, as whatever has a number does. `register` composes
    the paper that leaves the house where its pages are written down, so that they can be found again when they come
    back.
    """

    id: str
    title: str
    scopes: tuple[Scope, ...]
    gather: Callable[[Store, Subject], Sheet]
    compose: Callable[[Sheet], Document]
    outputs: tuple[Output, ...] = tuple(Output)
    register: Callable[[Store, Sheet], Document] | None = None
    kind: str = ""
    group: str = "Danh sách"
    of_register: bool = False
    words: tuple[Wording, ...] = ()
    figures: Callable[[Sheet], Mapping[Figure, Iterable[int]]] | None = None
    people: Callable[[Sheet], Iterable[int]] | None = None
    whole: bool = False

    @property
    def needs(self) -> tuple[Scope, ...]:
        """What the form is about, less what may be left open."""
        left_open = (Scope.CONFERENCE, Scope.VENUE) if self.of_register else ()
        return tuple(scope for scope in self.scopes if scope not in left_open)

    @property
    def is_whole(self) -> bool:
        """Whether it is the office's own, and nothing for whoever sees only a part."""
        return bool(self.kind or self.whole)

    def document(self, store: Store, subject: Subject) -> Document:
        """As it is looked at: nothing is written."""
        return self._noted(store, lambda: self.compose(self.gather(store, subject)))

    def final(self, store: Store, subject: Subject) -> Document:
        """As it leaves the house."""

        def made() -> Document:
            sheet = self.gather(store, subject)
            return self.register(store, sheet) if self.register else self.compose(sheet)

        return self._noted(store, made)

    def _noted(self, store: Store, made: Callable[[], Document]) -> Document:
        """The document, saying of which cells it is where its reader sees no others. Refuses what is the office's."""
        if self.is_whole:
            require_whole(store)
        return with_scope(made(), cell_names(store))
