"""The vocabulary of a printed document: what stands on it and in which order.

Plain values without a measure of the page or a printing library, so that one document can come out as PDF for signing
and as an editable file later. Every string is already worded; a printer only places it. Where things stand and how
large they are is said in `layout`.
"""

from dataclasses import KW_ONLY, dataclass, replace
from enum import StrEnum
from typing import cast

from desktop_app.domain.wording import LayoutYear
from desktop_app.forms.table_blocks import Align as Align
from desktop_app.forms.table_blocks import Column as Column
from desktop_app.forms.table_blocks import GroupRow as GroupRow
from desktop_app.forms.table_blocks import Kind as Kind
from desktop_app.forms.table_blocks import Row as Row
from desktop_app.forms.table_blocks import Table as Table
from desktop_app.forms.table_blocks import TableRow as TableRow
from desktop_app.forms.table_blocks import TotalRow as TotalRow


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class PageSize(StrEnum):
    """A4 · a sheet of A5 · slips: two or four pages on one sheet of A4 that is cut afterwards. Slips carry no page
    numbers and stand as the sheet does, whatever the orientation."""

    A4 = "a4"
    A5 = "a5"
    HALF = "half"
    QUARTER = "quarter"


class Level(StrEnum):
    """Phần, chương (centred capitals) · mục I, II or điều (bold) · khoản 1, 2, điểm a, b (upright)."""

    PART = "part"
    SECTION = "section"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text in its own style, added to the style of the block."""

    text: str
    _: KW_ONLY
    bold: bool = False
    italic: bool = False


Text = str | tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of page 1; an empty string leaves its line out (a list has no number). The star always stands. Under
    place and date stand `urgency` (“KHẨN”) and `draft` (“Dự thảo lần 2”), which a document gives to its first head."""

    issuer: str
    superior: str = ""
    number_symbol: str = ""
    place_and_date: str = ""
    urgency: str = ""
    draft: str = ""


@dataclass(frozen=True, slots=True)
class LetterSubject:
    """What an official letter (công văn) is about, under its number in the left column."""

    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """“BÁO CÁO”, its subject in lower case, five hyphens; `reference` is the line “(kèm theo Kế hoạch số …)”.
    `bookmark` names it in the outline; without one, its own words do."""

    kind: str
    subject: str = ""
    _: KW_ONLY
    reference: str = ""
    hyphens: bool = True
    bookmark: str = ""


@dataclass(frozen=True, slots=True)
class Addressee:
    """“Kính gửi:” and one recipient on the same line, or several under it."""

    recipients: tuple[str, ...]
    _: KW_ONLY
    salutation: str = "Kính gửi:"


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: Text
    _: KW_ONLY
    align: Align = Align.JUSTIFY
    indent: bool = True
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    _: KW_ONLY
    level: Level = Level.SECTION


@dataclass(frozen=True, slots=True)
class BulletLine:
    text: Text
    _: KW_ONLY
    marker: str = "-"


@dataclass(frozen=True, slots=True)
class FillLine:
    """“Họ và tên: Nguyễn Văn A”; dots to the right margin where there is no value, then `more` lines of dots alone."""

    label: str
    value: str = ""
    _: KW_ONLY
    more: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """Small italic words about what stands above."""

    text: Text


@dataclass(frozen=True, slots=True)
class Bar:
    """“Chi bộ Đội Cung 1”, 48 of 52."""

    label: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Level bars under each other, each as long as its share of the whole, with its figures in words beside it: it
    reads as well without colours. `columns` name the bars and their figures where the chart becomes a table."""

    bars: tuple[Bar, ...]
    _: KW_ONLY
    title: str = ""
    columns: tuple[str, str, str] = ("Đơn vị", "Đạt", "Tổng số")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """“T/M ĐẢNG ỦY”, “BÍ THƯ”, a hint in italics, room to sign, the name. Empty strings leave their line out."""

    authority: str = ""
    position: str = ""
    hint: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Recipients:
    """“Nơi nhận:” with unpunctuated items; the printer closes them by the document's layout year."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Two blocks on one level: never split over pages, never alone on one."""

    right: Signer | None = None
    left: Signer | Recipients | None = None


@dataclass(frozen=True, slots=True)
class Spacer:
    mm: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


@dataclass(frozen=True, slots=True)
class Section:
    """A new page in the given orientation; an annex numbers its pages apart, from a first page without a number."""

    orientation: Orientation = Orientation.PORTRAIT
    _: KW_ONLY
    restart_numbering: bool = True


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline that leads to what follows, such as one chi bộ of a long print."""

    title: str
    _: KW_ONLY
    level: int = 0


Block = (
    Head
    | LetterSubject
    | Title
    | Addressee
    | Paragraph
    | Heading
    | BulletLine
    | FillLine
    | Note
    | Table
    | Chart
    | Signature
    | Recipients
    | Spacer
    | PageBreak
    | Section
    | Bookmark
)


@dataclass(frozen=True, slots=True)
class PageCode:
    """By what a printed page is found again: digits, drawn as a QR code in the margin, and lines of words beside it.
    Without digits, only the place where they will stand."""

    digits: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """`title`, `author` (the issuer) and `subject` are properties of the file; only the blocks are on the paper, and on
    the first head the marks `draft` (“Dự thảo lần 2”) and `urgency` (“KHẨN”) where they are not empty. The margins of
    every second page change sides where it is printed `two_sided`. `page_codes` stand outside the text, page after
    page, None for a page without one; `uncoded` stands there while they are not given."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    practice: bool = False
    draft: str = ""
    urgency: str = ""
    orientation: Orientation = Orientation.PORTRAIT
    page_size: PageSize = PageSize.A4
    layout_year: LayoutYear = LayoutYear.Y2026
    two_sided: bool = False
    page_codes: tuple[PageCode | None, ...] = ()
    uncoded: PageCode | None = None

    def marked(self) -> tuple[Block, ...]:
        """The blocks, the first head with the marks of the document."""
        if not (self.draft or self.urgency):
            return self.blocks
        at = next((at for at, block in enumerate(self.blocks) if isinstance(block, Head)), None)
        if at is None:
            return self.blocks
        head = replace(cast(Head, self.blocks[at]), urgency=self.urgency, draft=self.draft)
        return (*self.blocks[:at], head, *self.blocks[at + 1 :])
