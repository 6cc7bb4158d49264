"""Prints a document as a Word file, for an office that edits before it signs: the same blocks in named styles, with
page numbers and repeated headers that Word keeps itself.

Importing this takes reportlab along, which measures the type: import it inside the job that prints.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from desktop_app.forms import layout
from desktop_app.forms.blocks import (
    Block,
    Bookmark,
    Document,
    Note,
    Recipients,
    Section,
    Signature,
    Spacer,
    Table,
)
from desktop_app.forms.delivery import Progress, deliver
from desktop_app.forms.docx_blocks import GAP_LINE, Setting, xml_of
from desktop_app.forms.docx_package import Part, Properties, packed
from desktop_app.forms.docx_styles import LANGUAGE, styles
from desktop_app.forms.docx_xml import Place, paragraph, run, twips, watermark
from desktop_app.forms.layout import MM
from desktop_app.forms.pdf_fonts import installed_faces

FOOT_MM = 9.0
NUMBERED, BLANK, FOOT = "header1", "header2", "footer1"


def print_docx(document: Document, out: BinaryIO | Path, progress: Progress | None = None) -> None:
    """`progress(blocks, all)` is called after each block and may raise to give up; a file at `out` is replaced only by
    a whole one. Raises Refusal for a character that cannot be written."""
    body = "".join(_body(document, progress))
    properties = Properties(document.title, document.subject, document.author, LANGUAGE)
    deliver(packed(body, _parts(document), properties), out)


def _body(document: Document, progress: Progress | None) -> Iterator[str]:
    faces, here, begun = installed_faces(), Section(document.orientation), False
    blocks = document.marked()
    for at, block in enumerate(blocks):
        if isinstance(block, Section):
            if begun:
                yield paragraph("", "Gap", Place(exact=GAP_LINE, section=_section(here, document)))
            here = block
        else:
            kept = _kept(block, blocks, at + 1)
            yield xml_of(
                block,
                Setting(layout.frame(here.orientation, document.page_size), faces, document.layout_year, at, kept),
            )
            begun = True
        if progress:
            progress(at + 1, len(blocks))
    yield paragraph("", "Gap", Place(exact=GAP_LINE)) + _section(here, document)


def _kept(block: Block, blocks: tuple[Block, ...], after: int) -> bool:
    """Whether the next thing printed must not stand on a page without the end of this block."""
    while after < len(blocks) and isinstance(blocks[after], (Spacer, Bookmark)):
        after += 1
    if after == len(blocks):
        return False
    following = blocks[after]
    return isinstance(following, (Signature, Recipients)) or (isinstance(block, Table) and isinstance(following, Note))


def _section(here: Section, document: Document) -> str:
    area = layout.frame(here.orientation, document.page_size)
    width, height = (twips(side) for side in area.paper)
    turned = ' w:orient="landscape"' * (width > height)
    margins = {"top": area.paper[1] - area.top, "bottom": area.top - area.height}
    margins |= {"left": area.left, "right": area.paper[0] - area.right}
    margins |= {"header": layout.PAGE_NUMBER_MM * MM, "footer": FOOT_MM * MM, "gutter": 0}
    sides = " ".join(f'w:{name}="{twips(points)}"' for name, points in margins.items())
    above = {"default": BLANK if layout.slots(document.page_size) else NUMBERED, "first": BLANK}
    references = "".join(f'<w:headerReference w:type="{kind}" r:id="{id_}"/>' for kind, id_ in above.items())
    if document.practice:
        references += "".join(f'<w:footerReference w:type="{kind}" r:id="{FOOT}"/>' for kind in above)
    numbering = '<w:pgNumType w:start="1"/>' * here.restart_numbering
    return (
        f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f"<w:pgMar {sides}/>{numbering}{'<w:titlePg/>' * here.restart_numbering}</w:sectPr>"
    )


def _parts(document: Document) -> tuple[Part, ...]:
    mark = watermark(layout.PRACTICE) if document.practice else ""
    number = '<w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    parts = (
        Part("styles.xml", "styles", "styles", "".join(styles())),
        Part("settings.xml", "settings", "settings", _settings(document.two_sided)),
        Part(f"{NUMBERED}.xml", "header", "hdr", paragraph(number + mark, "PageNumber")),
        Part(f"{BLANK}.xml", "header", "hdr", paragraph(mark, "PageNumber")),
    )
    foot = Part(f"{FOOT}.xml", "footer", "ftr", paragraph(run(layout.PRACTICE), "Practice"))
    return (*parts, foot) if document.practice else parts


def _settings(two_sided: bool) -> str:
    """As Word of 2013 and later reads it, with its usual stops at 1,27 cm."""
    mode = 'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
    mirrored = "<w:mirrorMargins/>" * two_sided
    return (
        f'{mirrored}<w:defaultTabStop w:val="720"/><w:compat><w:compatSetting {mode}/></w:compat>'
        f'<w:themeFontLang w:val="{LANGUAGE}"/>'
    )
