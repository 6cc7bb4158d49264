"""A document cut into the sheets of a workbook: one for each table, with the texts around it above and below.

No spreadsheet library here: which cell anything goes into is decided by `xlsx`.
"""

import re
from dataclasses import dataclass, field

from desktop_app.domain.wording import LayoutYear, recipient_lines
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    Block,
    BulletLine,
    Chart,
    Document,
    FillLine,
    Head,
    Heading,
    LetterSubject,
    Level,
    Note,
    Orientation,
    Paragraph,
    Recipients,
    Section,
    Signature,
    Signer,
    Table,
    Text,
    Title,
)
from desktop_app.forms.chart_words import as_table
from desktop_app.forms.layout import HYPHENS, PARTY, RECIPIENTS_LABEL

NAME_LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    align: Align = Align.LEFT
    bold: bool = False
    italic: bool = False
    size: float = 12.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts side by side, as in a head or over two signatures."""

    left: Line
    right: Line


@dataclass(slots=True)
class Sheet:
    """`above` and `below` stand over and under the table from edge to edge."""

    name: str
    orientation: Orientation
    table: Table
    above: list[Line | Pair]
    below: list[Line | Pair] = field(default_factory=list)


def sheets_of(document: Document) -> list[Sheet]:
    """Texts of a part without a table are left out. After a table, notes and the closing are its own; other texts lead
    to the next table, if there is one in the part, and else follow this one."""
    sheets: list[Sheet] = []
    for orientation, blocks in _parts(document):
        made: list[Sheet] = []
        waiting: list[Line | Pair] = []
        name = ""
        for block in blocks:
            name = _named(block) or name
            if isinstance(block, (Table, Chart)):
                table = block if isinstance(block, Table) else as_table(block)
                made.append(Sheet(name, orientation, table, waiting))
                waiting = []
            elif made and isinstance(block, (Note, Signature, Recipients)):
                made[-1].below += [*waiting, *_lines(block, document.layout_year)]
                waiting = []
            else:
                waiting += _lines(block, document.layout_year)
        if made:
            made[-1].below += waiting
        sheets += made
    _name(sheets)
    return sheets


def _parts(document: Document) -> list[tuple[Orientation, list[Block]]]:
    parts: list[tuple[Orientation, list[Block]]] = [(document.orientation, [])]
    for block in document.marked():
        if isinstance(block, Section):
            parts.append((block.orientation, []))
        else:
            parts[-1][1].append(block)
    return parts


def _named(block: Block) -> str:
    if isinstance(block, Title):
        return block.bookmark or block.subject or block.kind
    if isinstance(block, Chart):
        return block.title
    return block.text if isinstance(block, Heading) else ""


def _name(sheets: list[Sheet]) -> None:
    """Names a workbook takes: short, without certain marks, each once."""
    used: set[str] = set()
    for sheet in sheets:
        bare = FORBIDDEN.sub("-", sheet.name).strip("' -") or "Biểu"
        bare, number = bare[:1].upper() + bare[1:], 1
        sheet.name = bare[:NAME_LONGEST].strip("' ")
        while sheet.name.casefold() in used:
            number += 1
            end = f" ({number})"
            sheet.name = bare[: NAME_LONGEST - len(end)].strip("' ") + end
        used.add(sheet.name.casefold())


def _plain(text: Text) -> str:
    return text if isinstance(text, str) else "".join(span.text for span in text)


def _lines(block: Block, year: LayoutYear) -> list[Line | Pair]:
    """What is not here (spaces, page breaks, entries of the outline) is nothing on a sheet."""
    match block:
        case Head():
            return _head(block)
        case Title():
            return _title(block)
        case LetterSubject(text):
            return [Line(text, italic=True)]
        case Addressee(recipients):
            named = recipients if len(recipients) == 1 else recipient_lines(recipients, year)
            return [Line(f"{block.salutation} {named[0]}" if named else block.salutation), *map(Line, named[1:])]
        case Paragraph(text):
            return [Line(_plain(text), block.align)]
        case Heading(text):
            align = Align.CENTRE if block.level is Level.PART else Align.LEFT
            return [Line(text, align, bold=block.level is not Level.ITEM)]
        case BulletLine(text):
            return [Line(f"{block.marker} {_plain(text)}")]
        case FillLine():
            return [Line(f"{block.label} {block.value}".strip())]
        case Note(text):
            return [Line(_plain(text), italic=True, size=11)]
        case Signature():
            return _signature(block, year)
        case Recipients():
            return list(_recipients(block, year))
    return []


def _head(block: Head) -> list[Line | Pair]:
    left = [
        Line(block.superior, Align.CENTRE),
        Line(block.issuer, Align.CENTRE, bold=True),
        Line("*", Align.CENTRE),
        Line(block.number_symbol, Align.CENTRE),
    ]
    right = [Line(PARTY, Align.CENTRE, bold=True), Line(block.place_and_date, Align.CENTRE, italic=True)]
    right += [Line(block.urgency, Align.CENTRE, bold=True), Line(block.draft, Align.CENTRE, italic=True)]
    return _beside([line for line in left if line.text], [line for line in right if line.text])


def _beside(left: list[Line], right: list[Line]) -> list[Line | Pair]:
    most = max(len(left), len(right))
    blank = [Line("")] * most
    return [Pair(*both) for both in zip((left + blank)[:most], (right + blank)[:most], strict=True)]


def _title(block: Title) -> list[Line | Pair]:
    lines = (
        Line(block.kind, Align.CENTRE, bold=True, size=15),
        Line(block.subject, Align.CENTRE, bold=True, size=13),
        Line(block.reference, Align.CENTRE, italic=True),
        Line(HYPHENS if block.hyphens else "", Align.CENTRE),
    )
    return [Line(""), *(line for line in lines if line.text), Line("")]


def _signature(block: Signature, year: LayoutYear) -> list[Line | Pair]:
    left = _recipients(block.left, year) if isinstance(block.left, Recipients) else _signer(block.left)
    return [Line(""), *_beside(left, _signer(block.right))]


def _signer(signer: Signer | None) -> list[Line]:
    if signer is None:
        return []
    lines = (
        Line(signer.authority, Align.CENTRE, bold=True),
        Line(signer.position, Align.CENTRE),
        Line(signer.hint, Align.CENTRE, italic=True),
    )
    return [*(line for line in lines if line.text), *[Line("")] * 4, Line(signer.name, Align.CENTRE, bold=True)]


def _recipients(block: Recipients, year: LayoutYear) -> list[Line]:
    return [Line(RECIPIENTS_LABEL), *(Line(line, size=11) for line in recipient_lines(block.items, year))]
