"""The long work of an import, done beside the window: no widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db.keys import text_key
from desktop_app.domain.listed import MemberList
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.sheets import Sheet, read_sheets
from desktop_app.services import imports
from desktop_app.services.imports import ImportPlan
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store

Guesses = dict[str, Mapping | None]
Work = Callable[[Store, Progress], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """The sheets of a file that have anything in them, and what is understood of each."""

    path: Path
    sheets: tuple[Sheet, ...]
    guesses: Guesses


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The people of a file and what writing them would do; `new_cells` in the order of lists."""

    listed: MemberList
    plan: ImportPlan
    new_cells: tuple[str, ...]

    @property
    def written(self) -> int:
        """How many people writing touches."""
        return self.plan.created + self.plan.updated


def reading_file(path: Path) -> Work:
    """Read all sheets of a file."""

    def read(store: Store, progress: Progress) -> ReadFile:
        progress(0, 0)
        sheets = tuple(sheet for sheet in read_sheets(path) if sheet.rows)
        if not sheets:
            raise Refusal("Tệp này không có dòng nào; hãy chọn tệp có danh sách.")
        progress(0, 0)
        return ReadFile(path=path, sheets=sheets, guesses={sheet.name: guess_mapping(sheet) for sheet in sheets})

    return read


def reading_people(
    sheets: Sequence[Sheet], chosen: Guesses, answers: dict[str, str | None], default_cell: str | None
) -> Work:
    """Read the people by the mappings, and plan."""

    def read(store: Store, progress: Progress) -> Planned:
        progress(0, 0)
        return planned(store, members_of(tuple(sheets), chosen), answers, default_cell, progress)

    return read


def planned(
    store: Store, listed: MemberList, answers: dict[str, str | None], default_cell: str | None, progress: Progress
) -> Planned:
    """Hold people already read against the register."""
    plan = imports.plan(store, listed, answers, default_cell, progress)
    return Planned(listed=listed, plan=plan, new_cells=tuple(sorted(plan.new_cells, key=text_key)))


def attempted(work: Work) -> Work:
    """The work, with a refusal as its result: the page tells it in its own place."""

    def tried(store: Store, progress: Progress) -> Any:
        try:
            return work(store, progress)
        except Refusal as refusal:
            return refusal

    return tried
