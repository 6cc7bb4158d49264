"""Words of one document changed by hand before it goes out: which may be, what comes of them, what figures they lose.

An edit is remembered by the text it stands for: when the program would now say something else there, the edit no
longer fits and is told, not applied.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from desktop_app.forms.blocks import Block, BulletLine, Document, FillLine, Paragraph, Title

FIGURE = re.compile(r"\d+(?:[.,/:-]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One text of a document that may be edited: how it is remembered, what it says, what it is called if it has a
    name (“Khó khăn, vướng mắc:”)."""

    key: str
    text: str
    label: str = ""


def lines(document: Document) -> list[Line]:
    """What may be edited, in the order of the paper."""
    return [line for _, line in numbered(document)]


def numbered(document: Document) -> Iterator[tuple[int, Line]]:
    """Each editable text with the place of its block; equal texts are told apart by their order."""
    met: Counter[str] = Counter()
    for at, block in enumerate(document.blocks):
        found = text_of(block)
        if found is None:
            continue
        label, text = found
        said = f"{type(block).__name__}|{label}|{text}"
        met[said] += 1
        yield at, Line(key=f"{said}|{met[said]}", text=text, label=label)


def text_of(block: Block) -> tuple[str, str] | None:
    """(label, text) of a block made of plain words, None for the rest."""
    match block:
        case Paragraph(text=str(text)) | BulletLine(text=str(text)):
            return "", text
        case FillLine(label=label, value=value):
            return label, value
        case Title(subject=subject) if subject:
            return "", subject
    return None


def edited(document: Document, edits: Mapping[str, str]) -> Document:
    """The document with its edits; an empty text takes a paragraph off."""
    changes = {at: edits[line.key] for at, line in numbered(document) if line.key in edits}
    blocks = (with_text(block, changes[at]) if at in changes else block for at, block in enumerate(document.blocks))
    return replace(document, blocks=tuple(block for block in blocks if block is not None)) if changes else document


def with_text(block: Block, text: str) -> Block | None:
    """A block saying something else; None for a paragraph or line without a word."""
    match block:
        case Paragraph() | BulletLine():
            return replace(block, text=text) if text else None
        case FillLine():
            return replace(block, value=text, more=0 if text else block.more)
        case Title():
            return replace(block, subject=text)
    return block


def outdated(document: Document, edits: Mapping[str, str]) -> list[str]:
    """The edits whose text the program no longer says there."""
    present = {line.key for line in lines(document)}
    return [text for key, text in edits.items() if key not in present]


def lost_figures(original: str, text: str) -> tuple[list[str], list[str]]:
    """(figures of the original that the text no longer has, figures it has that the original had not)."""
    before, after = Counter(FIGURE.findall(original)), Counter(FIGURE.findall(text))
    return list((before - after).elements()), list((after - before).elements())


def warnings(document: Document, edits: Mapping[str, str]) -> list[str]:
    """A sentence for each edit that speaks of other figures than the tables do, and for each that no longer fits."""
    said = []
    for line in lines(document):
        missing, new = lost_figures(line.text, edits.get(line.key, line.text))
        if missing and line.text:
            instead = f", thay bằng {', '.join(new)}" if new else ""
            said.append(f"Câu “{shortened(line.text)}” đã bỏ số {', '.join(missing)}{instead}, khác với bảng số liệu.")
    return said + [
        f"Số liệu gốc đã đổi nên phần đã sửa “{shortened(each)}” không dùng được; hãy sửa lại."
        for each in outdated(document, edits)
    ]


def left_blank(document: Document) -> list[str]:
    """The lines of dots nobody has written on, by what stands before them; “” where nothing does."""
    return [block.label.rstrip(" :") for block in document.blocks if isinstance(block, FillLine) and not block.value]


def shortened(text: str, most: int = 60) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
