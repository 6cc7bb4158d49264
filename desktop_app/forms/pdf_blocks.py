"""Every kind of block but the table, turned into pieces for the pen. Where a page ends is decided elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.wording import LayoutYear, recipient_lines
from desktop_app.forms import layout
from desktop_app.forms.blocks import (
    Addressee,
    Align,
    Block,
    Bookmark,
    BulletLine,
    Chart,
    Document,
    FillLine,
    Head,
    Heading,
    LetterSubject,
    Level,
    Note,
    PageBreak,
    Paragraph,
    Recipients,
    Section,
    Signature,
    Signer,
    Spacer,
    Table,
    Text,
    Title,
)
from desktop_app.forms.layout import MM, Frame, Style
from desktop_app.forms.pdf_chart import chart
from desktop_app.forms.pdf_flow import Break, Page, bind, paginate
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_head import column_widths
from desktop_app.forms.pdf_page import Piece
from desktop_app.forms.pdf_stack import Stack
from desktop_app.forms.pdf_tables import table
from desktop_app.forms.pdf_text import Line, Run, broken, runs_of, unbroken

FIRST_LINE = layout.FIRST_LINE_MM * MM


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block is set, in which faces, by whose wording."""

    area: Frame
    faces: Faces
    year: LayoutYear

    def stack(self) -> Stack:
        return Stack(self.faces, self.area.left, self.area.width)


def items_of(document: Document, faces: Faces) -> list[Piece | Break]:
    """The whole document in order. Raises Refusal for a character that cannot be drawn."""
    area = layout.frame(document.orientation, document.page_size)
    items: list[Piece | Break] = []
    for block in document.marked():
        if isinstance(block, Section):
            area = layout.frame(block.orientation, document.page_size)
            items.append(Break(area, block.restart_numbering))
        elif isinstance(block, PageBreak):
            items.append(Break())
        else:
            _hold(items, block)
            items += _pieces(block, Setting(area, faces, document.layout_year))
    return items


def pages_of(document: Document, faces: Faces) -> list[Page]:
    """What stands on each page. Raises Refusal for a character that cannot be drawn."""
    return paginate(items_of(document, faces), layout.frame(document.orientation, document.page_size))


def _hold(items: list[Piece | Break], block: Block) -> None:
    """No signature alone on a page: two lines or rows go with it. Recipients stay under a signature; a note under the
    last row of its table where that leaves no page half empty."""
    if isinstance(block, Signature):
        bind(items, 2)
    elif isinstance(block, (Recipients, Note)):
        bind(items, 1, loose=isinstance(block, Note))


def _pieces(block: Block, at: Setting) -> list[Piece]:
    return MAKERS[type(block)](block, at)


def _columns(at: Setting) -> tuple[Stack, Stack]:
    return _beside(at, at.area.width * layout.LEFT_COLUMN, at.area.width * layout.RIGHT_COLUMN)


def _beside(at: Setting, left_width: float, right_width: float) -> tuple[Stack, Stack]:
    left = Stack(at.faces, at.area.left, left_width)
    return left, left.beside(at.area.right - right_width, right_width)


def _head(block: Head, at: Setting) -> list[Piece]:
    left, right = _beside(at, *column_widths(block, at.area.width, at.faces))
    left.add(block.superior, layout.SUPERIOR)
    left.add(block.issuer, layout.ISSUER)
    left.whole(layout.STAR, layout.STAR_STYLE)
    left.whole(block.number_symbol, layout.NUMBER)
    right.whole(layout.PARTY, layout.PARTY_STYLE)
    right.rule(layout.PARTY, layout.PARTY_STYLE, layout.HEAD_RULE_DROP)
    right.skip(8)
    right.add(block.place_and_date, layout.PLACE_AND_DATE)
    right.add(block.urgency, layout.URGENCY)
    right.add(block.draft, layout.DRAFT)
    left.piece.keep = True
    return [left.piece]


def _letter_subject(block: LetterSubject, at: Setting) -> list[Piece]:
    left, _ = _columns(at)
    left.add(block.text, layout.LETTER_SUBJECT)
    return [left.piece]


def _title(block: Title, at: Setting) -> list[Piece]:
    stack = at.stack()
    stack.add(block.kind, layout.KIND)
    stack.add(block.subject, layout.SUBJECT)
    stack.add(block.reference, layout.REFERENCE)
    if block.hyphens:
        stack.whole(layout.HYPHENS, layout.HYPHENS_STYLE)
    stack.skip(6)
    stack.piece.before, stack.piece.keep = 16, True
    stack.piece.bookmark = block.bookmark or f"{block.kind} {block.subject}".strip(), 0
    return [stack.piece]


def _addressee(block: Addressee, at: Setting) -> list[Piece]:
    label = unbroken(at.faces, runs_of(block.salutation + " ", layout.SALUTATION), layout.SALUTATION.size)
    indent = 2 * FIRST_LINE + label.width
    stack = Stack(at.faces, at.area.left + indent, at.area.width - indent)
    stack.beside(at.area.left + 2 * FIRST_LINE, label.width).put(label, layout.SALUTATION)
    items = block.recipients if len(block.recipients) == 1 else recipient_lines(block.recipients, at.year)
    for item in items:
        stack.add(item, layout.BODY, Align.LEFT)
    stack.skip(6)
    stack.piece.before = 12
    return [stack.piece]


def _paragraph(block: Paragraph, at: Setting) -> list[Piece]:
    indent = FIRST_LINE if block.indent else 0.0
    pieces = _lines(block.text, layout.BODY, at, block.align, indent)
    pieces[-1].keep = block.keep_with_next
    return pieces


def _lines(text: Text, style: Style, at: Setting, align: Align, indent: float) -> list[Piece]:
    return _set(runs_of(text, style), style, at, align, indent)


def _set(runs: tuple[Run, ...], style: Style, at: Setting, align: Align, indent: float) -> list[Piece]:
    """One piece for each line, so that a paragraph may run over pages, but never by a single line."""
    first, *others = broken(at.faces, runs, style.size, at.area.width, indent)
    pieces = [_line(first, style, at, align, indent), *(_line(line, style, at, align, 0.0) for line in others)]
    pieces[0].before = layout.PARAGRAPH_GAP
    if others:
        pieces[0].keep = pieces[-2].keep = True
    return pieces


def _line(line: Line, style: Style, at: Setting, align: Align, indent: float) -> Piece:
    stack = at.stack()
    stack.put(line, style, align, indent)
    return stack.piece


def _heading(block: Heading, at: Setting) -> list[Piece]:
    style = layout.HEADINGS[block.level]
    if block.level is Level.PART:
        stack = at.stack()
        stack.add(block.text, style)
        pieces = [stack.piece]
    else:
        pieces = _lines(block.text, style, at, Align.JUSTIFY, FIRST_LINE)
    pieces[0].before = layout.PARAGRAPH_GAP
    for piece in pieces:
        piece.keep = True
    return pieces


def _bullet(block: BulletLine, at: Setting) -> list[Piece]:
    runs = runs_of(f"{block.marker} ", layout.BODY) + runs_of(block.text, layout.BODY)
    return _set(runs, layout.BODY, at, Align.JUSTIFY, FIRST_LINE)


def _fill(block: FillLine, at: Setting) -> list[Piece]:
    label = f"{block.label} {block.value}".strip()
    indent = FIRST_LINE if label else 0.0
    pieces = _lines(label, layout.BODY, at, Align.LEFT, indent)
    if not block.value:
        pieces = [_dotted(f"{label} " if label else "", indent, at)]
        pieces[0].before = layout.PARAGRAPH_GAP
    return pieces + [_dotted("", 0.0, at) for _ in range(block.more)]


def _dotted(label: str, indent: float, at: Setting) -> Piece:
    used = indent + at.faces[0].width(label, layout.BODY.size)
    dots = "." * int((at.area.width - used) / at.faces[0].width(".", layout.BODY.size))
    line = unbroken(at.faces, runs_of(label + dots, layout.BODY), layout.BODY.size)
    return _line(line, layout.BODY, at, Align.LEFT, indent)


def _note(block: Note, at: Setting) -> list[Piece]:
    return _lines(block.text, layout.NOTE, at, Align.JUSTIFY, 0.0)


def _spacer(block: Spacer, at: Setting) -> list[Piece]:
    return [Piece(0.0, before=block.mm * MM, keep=True)]


def _bookmark(block: Bookmark, at: Setting) -> list[Piece]:
    return [Piece(0.0, keep=True, bookmark=(block.title, block.level))]


def _signature(block: Signature, at: Setting) -> list[Piece]:
    left, right = _columns(at)
    if isinstance(block.left, Recipients):
        _list_recipients(block.left, left, at.year)
    elif block.left:
        _signer(block.left, left)
    if block.right:
        _signer(block.right, right)
    left.piece.before = 12
    return [left.piece]


def _signer(signer: Signer, stack: Stack) -> None:
    stack.add(signer.authority, layout.AUTHORITY)
    stack.add(signer.position, layout.POSITION)
    stack.add(signer.hint, layout.HINT)
    stack.skip(layout.SIGNING_LINES * layout.BODY.leading)
    stack.add(signer.name, layout.SIGNER)


def _recipients(block: Recipients, at: Setting) -> list[Piece]:
    stack = at.stack()
    _list_recipients(block, stack, at.year)
    stack.piece.before = layout.PARAGRAPH_GAP
    return [stack.piece]


def _list_recipients(block: Recipients, stack: Stack, year: LayoutYear) -> None:
    stack.add(layout.RECIPIENTS_LABEL, layout.RECIPIENTS_HEAD, Align.LEFT)
    for line in recipient_lines(block.items, year):
        stack.add(line, layout.RECIPIENTS, Align.LEFT)


def _table(block: Table, at: Setting) -> list[Piece]:
    return table(block, at.area, at.faces)


def _chart(block: Chart, at: Setting) -> list[Piece]:
    return chart(block, at.area, at.faces)


MAKERS: dict[type, Callable[[Any, Setting], list[Piece]]] = {
    Head: _head,
    LetterSubject: _letter_subject,
    Title: _title,
    Addressee: _addressee,
    Paragraph: _paragraph,
    Heading: _heading,
    BulletLine: _bullet,
    FillLine: _fill,
    Note: _note,
    Table: _table,
    Chart: _chart,
    Signature: _signature,
    Recipients: _recipients,
    Spacer: _spacer,
    Bookmark: _bookmark,
}
