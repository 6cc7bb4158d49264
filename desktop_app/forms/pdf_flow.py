"""Which piece goes on which page.

Rows are never split, a table's header comes again on each page, what belongs together stays together. No drawing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from desktop_app.forms.layout import Frame
from desktop_app.forms.pdf_page import Piece

EMPTY_AT_MOST = 0.2
"""The share of a page left empty for the sake of what is only loosely held together."""


@dataclass(frozen=True, slots=True)
class Break:
    """A new page; of another shape, or with the numbers from one again, where it says so."""

    area: Frame | None = None
    restart: bool = False


@dataclass(slots=True)
class Page:
    """`number` counts from one within its part of the document; `placed` holds (top above the paper's edge, piece)."""

    frame: Frame
    number: int
    placed: list[tuple[float, Piece]] = field(default_factory=list)
    used: float = 0.0

    def cost(self, run: list[Piece]) -> float:
        """Height the run needs here, with its header and without its space above where it opens the page."""
        if self.placed:
            return sum(piece.before + piece.height for piece in run)
        header = _header(run)
        return sum(piece.before + piece.height for piece in run) - run[0].before + (header.height if header else 0.0)

    def fits(self, run: list[Piece]) -> bool:
        return self.used + self.cost(run) <= self.frame.height + 0.01

    def place(self, run: list[Piece]) -> None:
        header = None if self.placed else _header(run)
        for piece in [header, *run] if header else run:
            self.used += piece.before if self.placed else 0.0
            self.placed.append((self.frame.top - self.used, piece))
            self.used += piece.height


def _header(run: list[Piece]) -> Piece | None:
    header = run[0].header
    return None if header is run[0] else header


def paginate(items: Iterable[Piece | Break], area: Frame) -> list[Page]:
    """At least one page. A run that no page can hold is cut between its pieces."""
    pages = [Page(area, 1)]
    for run in _runs(items):
        if isinstance(run, Break):
            last = pages[-1] if pages[-1].placed else pages.pop()
            pages.append(_turned(last, run))
        elif pages[-1].fits(run):
            pages[-1].place(run)
        else:
            _carry(pages, _eased(pages[-1], run))
    return pages


def _eased(page: Page, run: list[Piece]) -> list[Piece]:
    """What is left for the next page once `page`, if it would stay too empty, has taken what a loose hold lets go."""
    if page.frame.height - page.used <= EMPTY_AT_MOST * page.frame.height:
        return run
    ends = [at for at, piece in enumerate(run[:-1], 1) if piece.loose and page.fits(run[:at])]
    if not ends:
        return run
    page.place(run[: ends[-1]])
    return run[ends[-1] :]


def _carry(pages: list[Page], run: list[Piece]) -> None:
    if pages[-1].placed:
        pages.append(Page(pages[-1].frame, pages[-1].number + 1))
    if pages[-1].fits(run):
        pages[-1].place(run)
        return
    for piece in run:
        if not pages[-1].fits([piece]) and pages[-1].placed:
            pages.append(Page(pages[-1].frame, pages[-1].number + 1))
        pages[-1].place([piece])


def _turned(last: Page, where: Break) -> Page:
    """The page after the break; a page with nothing on it is not left behind."""
    return Page(where.area or last.frame, 1 if where.restart else last.number + bool(last.placed))


def _runs(items: Iterable[Piece | Break]) -> Iterator[list[Piece] | Break]:
    run: list[Piece] = []
    for item in items:
        if isinstance(item, Break):
            if run:
                yield run
                run = []
            yield item
        else:
            run.append(item)
            if not item.keep:
                yield run
                run = []
    if run:
        yield run


def bind(items: list[Piece | Break], count: int, loose: bool = False) -> None:
    """Hold the last `count` printed pieces, and all between them, to what follows; `loose` = if it leaves no page too
    empty."""
    for item in reversed(items):
        if isinstance(item, Break) or count == 0:
            return
        item.loose = loose and not item.keep
        item.keep = True
        count -= bool(item.inks)
