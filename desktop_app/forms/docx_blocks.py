"""Every kind of block as the XML of a Word file. Where a page ends is left to whoever opens it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from db.keys import fold
from desktop_app.domain.wording import LayoutYear, recipient_lines
from desktop_app.forms import layout
from desktop_app.forms.blocks import (
    Addressee,
    Bookmark,
    BulletLine,
    Chart,
    FillLine,
    Head,
    Heading,
    LetterSubject,
    Note,
    PageBreak,
    Paragraph,
    Recipients,
    Signature,
    Signer,
    Spacer,
    Table,
    Title,
)
from desktop_app.forms.docx_styles import HEADINGS
from desktop_app.forms.docx_tables import borderless, chart, table
from desktop_app.forms.docx_xml import Face, Place, attribute, paragraph, run, runs
from desktop_app.forms.layout import MM, Frame, Style
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_head import column_widths
from desktop_app.forms.pdf_text import runs_of, unbroken

FIRST_LINE = layout.FIRST_LINE_MM * MM
GAP_LINE = 1.0
ITALIC = Face(italic=True)


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block is set; `number` tells it from all others; `keep` holds its end to what follows."""

    area: Frame
    faces: Faces
    year: LayoutYear
    number: int
    keep: bool


def xml_of(block: Any, at: Setting) -> str:
    """Paragraphs and tables. Raises KeyError for a block that ends a section, which the file itself must know of."""
    return MAKERS[type(block)](block, at)


def gap(points: float, keep: bool = False) -> str:
    """An empty line of that height."""
    return paragraph("", "Gap", Place(exact=points, keep=keep))


def _width(text: str, style: Style, at: Setting) -> float:
    return unbroken(at.faces, runs_of(text, style), style.size).width


def _lines(*lines: tuple[str, str]) -> str:
    """Texts in the style named beside each, left out where empty; a cell needs one paragraph at least."""
    return "".join(paragraph(run(text), style) for text, style in lines if text) or paragraph("", "Normal")


def _head(block: Head, at: Setting) -> str:
    left_width, right_width = column_widths(block, at.area.width, at.faces)
    left_cell = at.area.width - right_width
    beyond = Place(right=left_cell - left_width)
    lines = (
        (block.superior, "Superior"),
        (block.issuer, "Issuer"),
        (layout.STAR, "Star"),
        (block.number_symbol, "Number"),
    )
    left = "".join(paragraph(run(text), style, beyond) for text, style in lines if text)
    side = max(0.0, (right_width - _width(layout.PARTY, layout.PARTY_STYLE, at)) / 2)
    right = paragraph(run(layout.PARTY), "Party", Place(left=side, right=side, underlined=layout.HEAD_RULE))
    if block.place_and_date:
        right += paragraph(run(block.place_and_date), "PlaceAndDate", Place(before=8))
    right += "".join(
        paragraph(run(mark), style) for mark, style in ((block.urgency, "Urgency"), (block.draft, "Draft")) if mark
    )
    return borderless((left_cell, right_width), [(left, right)])


def _letter_subject(block: LetterSubject, at: Setting) -> str:
    return paragraph(run(block.text), "LetterSubject", Place(right=at.area.width * (1 - layout.LEFT_COLUMN)))


def _title(block: Title, at: Setting) -> str:
    lines = (
        (block.kind, "Kind"),
        (block.subject, "Subject"),
        (block.reference, "Reference"),
        (layout.HYPHENS if block.hyphens else "", "Hyphens"),
    )
    return "".join(paragraph(run(text), style, Place(keep=True)) for text, style in lines if text) + gap(6, True)


def _addressee(block: Addressee, at: Setting) -> str:
    label = f"{block.salutation} "
    width = _width(label, layout.SALUTATION, at)
    indent = 2 * FIRST_LINE + width
    items = block.recipients if len(block.recipients) == 1 else recipient_lines(block.recipients, at.year)
    first, *others = items or ("",)
    opening = Place(left=indent, first=-width, before=12, keep=True)
    lines = [paragraph(run(label, ITALIC) + run(first), "Addressee", opening)]
    lines += [paragraph(run(item), "Addressee", Place(left=indent)) for item in others]
    return "".join(lines) + gap(6)


def _paragraph(block: Paragraph, at: Setting) -> str:
    first = FIRST_LINE if block.indent else 0.0
    place = Place(align=block.align, first=first, keep=block.keep_with_next or at.keep)
    return paragraph(runs(block.text), "Body", place)


def _heading(block: Heading, at: Setting) -> str:
    return paragraph(run(block.text), HEADINGS[block.level], Place(keep=True))


def _bullet(block: BulletLine, at: Setting) -> str:
    return paragraph(run(f"{block.marker} ") + runs(block.text), "Bullet", Place(first=FIRST_LINE, keep=at.keep))


def _fill(block: FillLine, at: Setting) -> str:
    label = f"{block.label} {block.value}".strip()
    first, dots = FIRST_LINE if label else 0.0, "<w:r><w:tab/></w:r>"
    open_line = "" if block.value else dots
    spaced = f"{label} " if label and not block.value else label
    place = Place(first=first, dots_to=0.0 if block.value else at.area.width, keep=at.keep)
    more = paragraph(dots, "Body", Place(dots_to=at.area.width, before=0.0, keep=at.keep)) * block.more
    return paragraph((run(spaced) if spaced else "") + open_line, "Body", place) + more


def _note(block: Note, at: Setting) -> str:
    return paragraph(runs(block.text, ITALIC), "Note", Place(keep=at.keep))


def _spacer(block: Spacer, at: Setting) -> str:
    return gap(block.mm * MM, True)


def _page_break(block: PageBreak, at: Setting) -> str:
    return paragraph('<w:r><w:br w:type="page"/></w:r>', "Gap", Place(exact=GAP_LINE))


def _bookmark(block: Bookmark, at: Setting) -> str:
    name = f"_{at.number}_{'_'.join(fold(block.title).split())}"[:40]
    return f'<w:bookmarkStart w:id="{at.number}" w:name={attribute(name)}/><w:bookmarkEnd w:id="{at.number}"/>'


def _signature(block: Signature, at: Setting) -> str:
    right_width = at.area.width * layout.RIGHT_COLUMN
    left = _recipient_lines(block.left, at) if isinstance(block.left, Recipients) else _signer(block.left)
    return gap(12, True) + borderless((at.area.width - right_width, right_width), [(left, _signer(block.right))])


def _signer(signer: Signer | None) -> str:
    if signer is None:
        return paragraph("", "Normal")
    above = "".join(
        paragraph(run(text), style)
        for text, style in (
            (signer.authority, "Authority"),
            (signer.position, "Position"),
            (signer.hint, "Hint"),
        )
        if text
    )
    room = Place(before=layout.SIGNING_LINES * layout.BODY.leading)
    return above + paragraph(run(signer.name) if signer.name else "", "Signer", room)


def _recipients(block: Recipients, at: Setting) -> str:
    return gap(layout.PARAGRAPH_GAP, True) + _recipient_lines(block, at)


def _recipient_lines(block: Recipients, at: Setting) -> str:
    label = paragraph(run(layout.RECIPIENTS_LABEL), "RecipientsHead", Place(keep=True))
    return label + _lines(*((line, "Recipients") for line in recipient_lines(block.items, at.year)))


def _table(block: Table, at: Setting) -> str:
    return gap(6, True) + table(block, at.area, at.faces, at.keep)


def _chart(block: Chart, at: Setting) -> str:
    title = paragraph(run(block.title), "ChartTitle", Place(keep=True)) if block.title else gap(6, True)
    return title + chart(block, at.area)


MAKERS: dict[type, Callable[[Any, Setting], str]] = {
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
    PageBreak: _page_break,
    Bookmark: _bookmark,
}
