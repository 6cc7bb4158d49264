"""Several documents as one print, each from a new page with its own page numbers, found in the outline by its name."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Block, Bookmark, Document, PageBreak, PageSize, Section, Title
from desktop_app.forms.labels import LabelDocument

NOTHING = "Không có gì để in cho những chi bộ đã chọn; hãy chọn chi bộ khác."


def joined(parts: Sequence[tuple[str, Document]]) -> Document:
    """One document of all, in their order. Refuses none at all."""
    if not parts:
        raise Refusal(NOTHING)
    first = parts[0][1]
    if isinstance(first, LabelDocument):
        labels = tuple(label for _, each in parts if isinstance(each, LabelDocument) for label in each.labels)
        return replace(first, labels=labels)
    blocks: list[Block] = []
    for name, each in parts:
        if blocks:
            blocks.append(Section(each.orientation) if each.page_size is PageSize.A4 else PageBreak())
        blocks += found_by(name, each.marked())
    codes = tuple(code for _, each in parts for code in each.page_codes)
    return replace(first, blocks=tuple(blocks), page_codes=codes, draft="", urgency="")


def found_by(name: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a document that the outline leads to by a name: at its first title, which has an entry anyway, or
    by an entry before its own, unless that says the name already."""
    at = next((at for at, block in enumerate(blocks) if isinstance(block, (Title, Bookmark))), None)
    first = blocks[at] if at is not None else None
    if at is not None and isinstance(first, Title):
        return [*blocks[:at], replace(first, bookmark=name), *map(lowered, blocks[at + 1 :])]
    if isinstance(first, Bookmark) and name in first.title:
        return list(blocks)
    return [Bookmark(name), *map(lowered, blocks)]


def lowered(block: Block) -> Block:
    """An entry of the outline one step in, under the name of its document."""
    return replace(block, level=block.level + 1) if isinstance(block, Bookmark) else block
