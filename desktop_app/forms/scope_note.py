"""The line “(Phạm vi: …)” on what is printed by somebody who sees only the people of some cells."""

from dataclasses import replace

from desktop_app.domain.names import cell_title
from desktop_app.forms.blocks import Align, Block, Document, Head, Paragraph, Title


def with_scope(document: Document, cells: tuple[str, ...]) -> Document:
    """The document with the line under its title, or under its head where it has none; labels and cards stay bare."""
    if not cells:
        return document
    at = place(document.blocks)
    if at is None:
        return document
    note = Paragraph(scope_line(cells), align=Align.CENTRE, indent=False)
    return replace(document, blocks=(*document.blocks[:at], note, *document.blocks[at:]))


def scope_line(cells: tuple[str, ...]) -> str:
    return f"(Phạm vi: {', '.join(map(cell_title, cells))})"


def place(blocks: tuple[Block, ...]) -> int | None:
    """Where the line stands."""
    for kind in (Title, Head):
        for at, block in enumerate(blocks, 1):
            if isinstance(block, kind):
                return at
    return None
