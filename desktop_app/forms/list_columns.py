"""Columns of a list that the office may rename or leave out: each is a wording of its own; “-” takes the column off."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop_app.forms.blocks import Align, Column, Kind
from desktop_app.forms.wordings import Texts, Wording

Person = TypeVar("Person")
OFF = "-"
NUMBER = Column("STT", mm=11, align=Align.CENTRE, kind=Kind.NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListColumn(Generic[Person]):
    """`mm` None shares what is left. `needed` columns (the name) can be renamed and not left out."""

    key: str
    title: str
    value: Callable[[Person], str]
    mm: float | None = None
    align: Align = Align.LEFT
    kind: Kind = Kind.TEXT
    needed: bool = False


def column(
    key: str, title: str, value: Callable[[Person], str], mm: float | None = None, kind: Kind = Kind.TEXT
) -> ListColumn[Person]:
    """A column of a list of people: texts on the left, figures and dates in the middle; the name is always there."""
    align = Align.LEFT if kind is Kind.TEXT else Align.CENTRE
    return ListColumn(key=key, title=title, value=value, mm=mm, kind=kind, align=align, needed=key == "name")


def wordings(columns: Sequence[ListColumn[Person]]) -> tuple[Wording, ...]:
    """What the office may say of each column."""

    def said(each: ListColumn[Person]) -> Wording:
        caption = f"Cột “{each.title}”" if each.needed else f"Cột “{each.title}” (ghi “{OFF}” để bỏ cột)"
        return Wording(field=f"column.{each.key}", caption=caption, text=each.title, names={})

    return tuple(map(said, columns))


def shown(columns: Sequence[ListColumn[Person]], texts: Texts) -> list[tuple[ListColumn[Person], str]]:
    """(column, title) of those on the paper, in order."""
    said = [(each, texts.say(f"column.{each.key}")) for each in columns]
    return [(each, each.title if title == OFF else title) for each, title in said if each.needed or title != OFF]


def header(columns: Sequence[tuple[ListColumn[Person], str]]) -> tuple[Column, ...]:
    """The header of a list, the running number first."""
    rest = (Column(title, mm=each.mm, align=each.align, kind=each.kind) for each, title in columns)
    return (NUMBER, *rest)


def cells(columns: Sequence[tuple[ListColumn[Person], str]]) -> Callable[[Person], tuple[str, ...]]:
    """What a person's row says after the running number."""
    return lambda person: tuple(each.value(person) for each, _ in columns)
