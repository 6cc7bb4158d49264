"""Which column of a list holds what, as the clerk once said, kept by the words of its header.

It is no office data: taking an import back leaves what was learned from it. Finding the words in a sheet is the
reader's business.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from db import imports
from db.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLayout:
    """How lists with this header are read, whatever the order of their columns.

    `words` name every column that has a header, repeated ones numbered; `height` counts header rows; `columns`: field →
    the words of its columns; `parts`: field → its place among the facts of its cell.
    """

    words: frozenset[str]
    height: int
    columns: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, int] = field(default_factory=dict)


def remember(store: Store, layouts: Iterable[KeptLayout]) -> None:
    """Keep layouts, each in the place of what was kept for the same header."""
    with store.atomic():
        for layout in layouts:
            columns = {name: list(where) for name, where in layout.columns.items()}
            said = imports.LayoutJson(height=layout.height, columns=columns, parts=dict(layout.parts))
            imports.keep_layout(store, sorted(layout.words), said)


def recall(store: Store) -> dict[frozenset[str], KeptLayout]:
    """All layouts kept, by their words."""
    return dict(map(as_kept, imports.layouts(store)))


def as_kept(row: tuple[list[str], imports.LayoutJson]) -> tuple[frozenset[str], KeptLayout]:
    words, said = frozenset(row[0]), row[1]
    columns = {name: tuple(where) for name, where in said["columns"].items()}
    return words, KeptLayout(words=words, height=said["height"], columns=columns, parts=said["parts"])
