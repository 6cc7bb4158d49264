"""Rows of people for the tables of lists: a heading for each chi bộ, numbers that run on from one to the next."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from db.keys import fold
from db.records import RollRow
from db.values import MemberKind
from desktop_app.domain.names import cell_title
from desktop_app.domain.wording import grouped
from desktop_app.forms.blocks import GroupRow, Row, TableRow

Person = TypeVar("Person")
COMMITTEES = ("dang uy", "dang bo")
"""How a committee is named: whoever is counted there is in no cell."""


def unit_of(row: RollRow) -> str:
    """The cell someone belongs to; a guest who is in none is named by what they were invited as, if that is known."""
    if row.kind is MemberKind.GUEST and fold(row.cell).startswith(COMMITTEES):
        return row.reason or "Khách mời"
    return cell_title(row.cell)


def by_heading(
    people: Iterable[Person], heading: Callable[[Person], str]
) -> tuple[tuple[str, tuple[Person, ...]], ...]:
    """Those of one heading together, headings in the order they are first met."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(heading(person), []).append(person)
    return tuple((each, tuple(group)) for each, group in groups.items())


def numbered(
    groups: Iterable[tuple[str, tuple[Person, ...]]],
    cells: Callable[[Person], tuple[str, ...]],
    headed: bool = True,
    unit: str = "đồng chí",
    about: Callable[[Person], int] = lambda person: 0,
) -> tuple[TableRow, ...]:
    """“Chi bộ … (12 đồng chí)” over its people, each with a number before their `cells`; `about` gives their ids."""
    rows: list[TableRow] = []
    number = 0
    for heading, people in groups:
        if headed:
            rows.append(GroupRow(f"{heading} ({grouped(len(people))} {unit})"))
        for person in people:
            number += 1
            rows.append(Row((str(number), *cells(person)), about=about(person)))
    return tuple(rows)
