"""Which rows of a document come to stand on which page, told before it is printed. Nothing is drawn."""

from dataclasses import dataclass

from desktop_app.forms.blocks import Document
from desktop_app.forms.pdf_blocks import pages_of
from desktop_app.forms.pdf_fonts import installed_faces


@dataclass(frozen=True, slots=True)
class PageRows:
    """A page by its number within its part of the document, and whom its rows are about, from the top down."""

    number: int
    about: tuple[int, ...]


def rows_by_page(document: Document) -> list[PageRows]:
    """Every page of the document in order. A row cut over two pages stands on the first. Raises Refusal as printing."""
    pages = pages_of(document, installed_faces())
    seen: set[tuple[int, int]] = set()
    found, part = [], 0
    for page in pages:
        part += page.number == 1
        fresh = [piece.about for _, piece in page.placed if piece.about and (part, piece.about) not in seen]
        seen.update((part, about) for about in fresh)
        found.append(PageRows(page.number, tuple(fresh)))
    return found
