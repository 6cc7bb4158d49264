"""Paragraphs and runs as the XML of a Word file: what every block of such a file is built of.

Plain strings, as a list of thousands of names is written in a moment that way. Lengths are points.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Align, Text
from desktop_app.forms.pdf_fonts import composed

WORDS = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.JUSTIFY: "both"}
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Face(NamedTuple):
    """What a run adds to the style of its paragraph; a size of 0 is the style's own."""

    bold: bool = False
    italic: bool = False
    size: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How one paragraph stands apart from its style. `first` is the indent of its first line, negative to hang it;
    `underlined` draws a line under the paragraph from indent to indent; `section` ends a section of the
    file."""

    align: Align | None = None
    left: float = 0.0
    right: float = 0.0
    first: float = 0.0
    before: float | None = None
    exact: float = 0.0
    keep: bool = False
    dots_to: float = 0.0
    underlined: float = 0.0
    section: str = ""


NOWHERE = Place()


def twips(points: float) -> int:
    return round(points * 20)


def written(text: str) -> str:
    """The text in composed letters. Raises Refusal for a character no file of Word may hold."""
    bad = UNWRITABLE.search(text)
    if bad:
        raise Refusal(f"Văn bản có ký tự không in được (U+{ord(bad[0]):04X}); hãy xóa hoặc thay ký tự đó rồi in lại.")
    return escape(composed(text))


def attribute(text: str) -> str:
    """The text in quotes, as the value of an attribute."""
    return quoteattr(composed(text))


def run(text: str, face: Face = Face()) -> str:  # noqa: B008
    """“\\n” is a new line of the same paragraph, “\\t” leads to the next stop."""
    marks = "<w:b/>" * face.bold + "<w:i/>" * face.italic
    if face.size:
        marks += f'<w:sz w:val="{round(face.size * 2)}"/><w:szCs w:val="{round(face.size * 2)}"/>'
    look = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' if line else "" for line in written(text).split("\n"))
    return f"<w:r>{look}{'<w:br/>'.join(lines)}</w:r>"


def runs(text: Text, face: Face = Face()) -> str:  # noqa: B008
    if isinstance(text, str):
        return run(text, face) if text else ""
    return "".join(run(span.text, face._replace(bold=span.bold, italic=span.italic)) for span in text)


def paragraph(content: str, style: str, place: Place = NOWHERE) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{_placed(place)}</w:pPr>{content}</w:p>'


def _placed(place: Place) -> str:
    """In the order the format wants them."""
    if place is NOWHERE:
        return ""
    parts = ["<w:keepNext/>" * place.keep]
    if place.underlined:
        eighths = round(place.underlined * 8)
        parts.append(f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/></w:pBdr>')
    if place.dots_to:
        parts.append(f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(place.dots_to)}"/></w:tabs>')
    parts.append(_spacing(place))
    if place.left or place.right or place.first:
        kind = "firstLine" if place.first >= 0 else "hanging"
        sides = f'w:left="{twips(place.left)}" w:right="{twips(place.right)}"'
        parts.append(f'<w:ind {sides} w:{kind}="{twips(abs(place.first))}"/>')
    if place.align:
        parts.append(f'<w:jc w:val="{WORDS[place.align]}"/>')
    return "".join(parts) + place.section


def _spacing(place: Place) -> str:
    before = "" if place.before is None else f' w:before="{twips(place.before)}"'
    line = f' w:line="{max(1, twips(place.exact))}" w:lineRule="exact"' if place.exact else ""
    return f"<w:spacing{before}{line}/>" if before or line else ""


def watermark(text: str) -> str:
    """A pale word across the page, to be put into a header; the shape is the one Word itself makes."""
    size = "position:absolute;width:560pt;height:90pt;rotation:305;z-index:-251658752"
    middle = "mso-position-horizontal:center;mso-position-horizontal-relative:page"
    upright = "mso-position-vertical:center;mso-position-vertical-relative:page"
    return (
        '<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" '
        'path="m@7,l@8,m@5,21600l@6,21600e"><v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="practice" o:spid="_x0000_s2049" type="#_x0000_t136" style="{size};{middle};{upright}" '
        'fillcolor="#e3e3e3" stroked="f"><v:textpath '
        f"style=\"font-family:'Times New Roman';font-size:1pt\" string={attribute(text)}/></v:shape></w:pict></w:r>"
    )
