"""Records by the hundred thousand: made a column at a time, three times as quick as one record after another."""

import gc
from collections import deque
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from enum import StrEnum
from itertools import repeat
from typing import Any, TypeVar

T = TypeVar("T")


def records(kind: type[T], columns: Mapping[str, Iterable[Any]], count: int) -> list[T]:
    """So many records of a frozen dataclass with slots, from a value for each in every column; all fields are named.

    What a record's own beginning would do is done for all of them at once, field by field.
    """
    assert columns.keys() == {each.name for each in fields(kind)}  # type: ignore[arg-type]
    made = list(map(object.__new__, repeat(kind, count)))
    for name, values in columns.items():
        deque(map(getattr(kind, name).__set__, made, values), maxlen=0)
    return made


def by_column(rows: Sequence[Sequence[Any]], names: Iterable[str]) -> dict[str, Iterable[Any]]:
    """The rows of a query as columns."""
    wanted = tuple(names)
    return dict(zip(wanted, zip(*rows, strict=True), strict=True)) if rows else dict.fromkeys(wanted, ())


def closed(values: type[StrEnum]) -> dict[str | None, Any]:
    """What is kept → the value of a closed set; None for None."""
    return {None: None, **{each.value: each for each in values}}


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Looking for garbage waits meanwhile: it would go through all that is being made again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
