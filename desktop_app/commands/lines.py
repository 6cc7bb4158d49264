"""Plain text for a person at a terminal: aligned tables and facts. Not what --json prints."""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services.progress import Progress, quiet

Cell = str | int | None


def table(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Iterator[str]:
    """Lines of a table: figures to the right, texts to the left, None as a dash."""
    listed = [list(row) for row in rows]
    texts = [list(headers), *([shown(cell) for cell in row] for row in listed)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    right = [bool(listed) and all(is_figure(cell) for cell in column) for column in zip(*listed, strict=True)]
    right = right or [False] * len(widths)
    for cells in texts:
        aligned = [c.rjust(w) if r else c.ljust(w) for c, w, r in zip(cells, widths, right, strict=True)]
        yield "  ".join(aligned).rstrip()


def is_figure(cell: Cell) -> bool:
    """A number, or a share as text ("99,16", "–")."""
    return isinstance(cell, int) or (cell is not None and set(cell) <= set("0123456789.,–"))


def shown(cell: Cell) -> str:
    """One cell as text."""
    if cell is None or cell == "":
        return "–"
    return grouped(cell) if isinstance(cell, int) else unicodedata.normalize("NFC", cell)


def facts(pairs: Sequence[tuple[str, Cell]]) -> Iterator[str]:
    """Lines of "name: value", values under one another."""
    width = max(len(name) for name, _ in pairs) + 1
    for name, value in pairs:
        yield f"{name + ':':<{width}}  {shown(value)}"


def day(iso: str | None) -> str | None:
    """A date as it is shown, or None."""
    return None if iso is None else show_date(iso)


def progress(said: str) -> Progress:
    """A line on the standard error of a terminal that counts along; nothing where nobody is looking."""
    if sys.stderr is None or not sys.stderr.isatty():
        return quiet

    def count(done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        print(f"\r{said}: {grouped(done)}/{grouped(total)}", end=end, file=sys.stderr, flush=True)

    return count
