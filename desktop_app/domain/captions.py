"""Changes of what is kept, told in words for reading history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.values import ALWAYS, FOREVER
from desktop_app.domain.dates import show_date
from desktop_app.domain.kept import FLAGS, POINTS_AT, SETS, UNTOLD
from desktop_app.domain.kept_columns import COLUMNS
from desktop_app.domain.words import word

NameOf = Callable[[str, int], str | None]
"""The name of a row of a table by its id, None when it is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One column of a row before and after, in words; None = nothing stood there."""

    column: str
    caption: str
    before: str | None
    after: str | None


def changed(table: str, before: dict[str, Any] | None, after: dict[str, Any] | None, name_of: NameOf) -> list[Told]:
    """The columns of a row that differ between two images, in words; the row's own keys are left out."""
    old, new = before or {}, after or {}
    told = []
    for column in {**old, **new}:
        if column in UNTOLD or column not in COLUMNS or old.get(column) == new.get(column):
            continue
        sides = [say(table, column, image.get(column), name_of) for image in (old, new)]
        if sides[0] != sides[1]:
            told.append(Told(column=column, caption=COLUMNS[column], before=sides[0], after=sides[1]))
    return told


def say(table: str, column: str, value: Any, name_of: NameOf) -> str | None:
    """A kept value as a person reads it."""
    if value is None or value in (ALWAYS, FOREVER):
        return None
    values = SETS.get(f"{table}.{column}") or SETS.get(column)
    if values is not None and value in set(values):
        return word(values(value))
    if column in FLAGS:
        return "có" if value else "không"
    target = POINTS_AT.get(f"{table}.{column}") or POINTS_AT.get(column)
    if target is not None and isinstance(value, int):
        return name_of(target, value) or f"(đã xóa, số {value})"
    if column.endswith("_on") or column in ("birth_date", "valid_from", "valid_to"):
        return show_date(value)
    return str(value)
