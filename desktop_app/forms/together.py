"""Several documents as one print, each from a new page with its own page numbers, found in the outline by its name."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Block, Bookmark, Document, PageBreak, PageSize, Section
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
        blocks += [Bookmark(name), *(lowered(block) for block in each.marked())]
    codes = tuple(code for _, each in parts for code in each.page_codes)
    return replace(first, blocks=tuple(blocks), page_codes=codes, draft="", urgency="")


def lowered(block: Block) -> Block:
    """An entry of the outline one step in, under the name of its document."""
    return replace(block, level=block.level + 1) if isinstance(block, Bookmark) else block
