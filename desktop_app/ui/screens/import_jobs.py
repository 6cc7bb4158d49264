"""The long work of an import, done beside the window: no widgets."""

from collections.abc import Mapping as ByName
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from db.keys import text_key
from db.records import Member
from desktop_app.domain.listed import MemberList
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.encodings import overruled
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.remembered import lessons, recalled
from desktop_app.exchange.sheets import Sheet, read_sheets
from desktop_app.services import import_layouts, imports, members
from desktop_app.services.imports import Decision, ImportMode, ImportPlan, Place
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui.screens.import_facts import Cells, cells_in_error
from desktop_app.ui.screens.import_lines import Lines, lines_of
from desktop_app.ui.screens.page_work import Work

Guesses = dict[str, Mapping | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """The sheets of a file that have anything in them, and what is understood of each.

    `errors`: sheet name → its cells in error; `known`: the sheets read as the clerk once said for such a header.
    """

    path: Path
    sheets: tuple[Sheet, ...]
    guesses: Guesses
    errors: dict[str, Cells] = field(default_factory=dict)
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the clerk has said so far: about cell names, people without a cell, existing people, single rows."""

    answers: ByName[str, str | None]
    default_cell: str | None = None
    mode: ImportMode = ImportMode.UPDATE
    decisions: ByName[Place, Decision]


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """The people of a file and what writing them would do; `new_cells` in the order of lists.

    `people`: the members that rows may mean or were decided to mean, by id.
    """

    listed: MemberList
    plan: ImportPlan
    new_cells: tuple[str, ...]
    lines: Lines
    people: dict[int, Member]

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
        kept = import_layouts.recall(store)
        known = {sheet.name: mapping for sheet in sheets if (mapping := recalled(sheet, kept))}
        return ReadFile(
            path=path,
            sheets=sheets,
            guesses={sheet.name: known.get(sheet.name) or guess_mapping(sheet) for sheet in sheets},
            errors={sheet.name: cells_in_error(sheet) for sheet in sheets},
            known=frozenset(known),
        )

    return read


def converting(pairs: Sequence[tuple[Sheet, Mapping | None]]) -> Work:
    """Read sheets anew with the encodings chosen in their mappings; guess again where nothing was understood."""

    def convert(store: Store, progress: Progress) -> list[tuple[Sheet, Mapping | None]]:
        made = []
        for done, (sheet, mapping) in enumerate(pairs):
            progress(done, len(pairs))
            read = overruled(sheet, mapping.encodings) if mapping else sheet
            if mapping and not mapping.columns.get("full_name") and (guessed := guess_mapping(read)):
                mapping = replace(guessed, encodings=mapping.encodings)
            made.append((read, mapping))
        return made

    return convert


def reading_people(sheets: Sequence[Sheet], chosen: Guesses, asked: Asked) -> Work:
    """Read the people by the mappings, and plan."""

    def read(store: Store, progress: Progress) -> Planned:
        progress(0, 0)
        return planned(store, members_of(tuple(sheets), chosen), asked, progress)

    return read


def planned(store: Store, listed: MemberList, asked: Asked, progress: Progress) -> Planned:
    """Hold people already read against the register."""
    plan = imports.plan(
        store, listed, asked.answers, asked.default_cell, progress, mode=asked.mode, decisions=asked.decisions
    )
    wanted = {row for outcome in plan.outcomes for row in outcome.candidates}
    wanted |= {decision.member_id for decision in asked.decisions.values() if decision.member_id is not None}
    found = members.page(store, sorted(wanted))
    return Planned(
        listed=listed,
        plan=plan,
        new_cells=tuple(sorted(plan.new_cells, key=text_key)),
        lines=lines_of(plan, asked.decisions),
        people={person.id: person for person in found},
    )


def writing(planned: Planned, name: str, sheets: Sequence[Sheet], chosen: Guesses) -> Work:
    """Write a plan as one gesture, then learn how its lists were laid out; the gesture's id."""

    def write(store: Store, progress: Progress) -> int | None:
        gesture_id = imports.write(store, planned.plan, name, progress)
        import_layouts.remember(store, lessons(sheets, chosen, import_layouts.recall(store)))
        return gesture_id

    return write
