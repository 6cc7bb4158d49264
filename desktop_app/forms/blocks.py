"""The vocabulary of a printed document: what stands on it and in which order.

Plain values without a measure of the page or a printing library, so that one document can come out as PDF for signing
and as an editable file later. Every string is already worded; a printer only places it. Where things stand and how
large they are is said in `layout`.
"""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from desktop_app.domain.wording import LayoutYear


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Orientation(StrEnum):
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Kind(StrEnum):
    """What the texts of a column say: a spreadsheet gets figures and dates as such. Codes and years are text."""

    TEXT = "text"
    NUMBER = "number"
    PERCENT = "percent"
    DATE = "date"


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
    """The head of page 1; an empty string leaves its line out (a list has no number). The star always stands."""

    issuer: str
    superior: str = ""
    number_symbol: str = ""
    place_and_date: str = ""


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
class Column:
    """`mm` fixes the width, otherwise `weight` shares out what is left. Neighbours with one `group` stand under it."""

    title: str
    _: KW_ONLY
    weight: float = 1.0
    mm: float | None = None
    align: Align = Align.LEFT
    group: str = ""
    turned: bool = False
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class Row:
    """`about` is whom the row is about, for whoever asks later which page it came to stand on; it is not printed."""

    cells: tuple[str, ...]
    _: KW_ONLY
    bold: bool = False
    about: int = 0


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading across the table, such as a chi bộ; it is also an entry of the outline unless told otherwise."""

    text: str
    _: KW_ONLY
    bookmark: bool = True


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A bold row whose label stands across the first `span` columns; `cells` fill the columns after them."""

    label: str
    cells: tuple[str, ...]
    _: KW_ONLY
    span: int = 2


TableRow = Row | GroupRow | TotalRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A ruled table; its header comes again on each page, and with it `numbers`, the row “(1)”, “(2)” under it, one for
    each column or none at all. Raises ValueError for a row of another width."""

    columns: tuple[Column, ...]
    rows: Sequence[TableRow]
    min_row_mm: float = 0.0
    size: float = 12.0
    numbers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.numbers and len(self.numbers) != len(self.columns):
            raise ValueError(f"{len(self.numbers)} numbers for {len(self.columns)} columns")
        for row in self.rows:
            if not isinstance(row, GroupRow) and _cells(row) != len(self.columns):
                raise ValueError(f"{_cells(row)} cells for {len(self.columns)} columns")


def _cells(row: Row | TotalRow) -> int:
    return len(row.cells) + (row.span if isinstance(row, TotalRow) else 0)


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
    """`title`, `author` (the issuer) and `subject` are properties of the file; only the blocks are on the paper, and
    over them the marks `draft` (“Dự thảo lần 2”) and `urgency` (“KHẨN”) where they are not empty. `page_codes` stand
    outside the text, page after page, None for a page without one; `uncoded` stands there while they are not given."""

    title: str
    blocks: tuple[Block, ...]
    author: str = ""
    subject: str = ""
    practice: bool = False
    draft: str = ""
    urgency: str = ""
    orientation: Orientation = Orientation.PORTRAIT
    layout_year: LayoutYear = LayoutYear.Y2026
    page_codes: tuple[PageCode | None, ...] = ()
    uncoded: PageCode | None = None
