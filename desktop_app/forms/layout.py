"""How a document of the Party is laid out: page, type and spaces, in one place for every printer.

Hướng dẫn 36-HD/VPTW (2018) and 05-HD/VPTW (2026) agree in all of this; what differs is wording (`domain/wording.py`).
Lengths named `_MM` are millimetres, all others printer's points.
"""

from dataclasses import dataclass

from desktop_app.forms.blocks import Level, Orientation, PageSize

MM = 72 / 25.4

PAPER_MM = (210.0, 297.0)
A5_MM = (148.0, 210.0)
TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM = 20.0, 20.0, 30.0, 15.0
PAGE_NUMBER_MM = 10.0

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STAR = "*"
HYPHENS = "-----"
RECIPIENTS_LABEL = "Nơi nhận:"
PRACTICE = "THỰC HÀNH"

LEFT_COLUMN = 0.515
"""The share of the text width that the issuing body may fill before it wraps."""
RIGHT_COLUMN = 0.475
"""The share of the text width, at its right end, under the words of the Party and over the signer."""

HEAD_GAP = 12.0
"""What stays blank between the two columns of the head where their shares follow the words."""

FIRST_LINE_MM = 10.0
PARAGRAPH_GAP = 6.0
HEAD_RULE = 0.75
HEAD_RULE_DROP = 5.0
TABLE_RULE = 0.5
SIGNING_LINES = 4
CELL_SIDE = 3.0
CELL_ABOVE = 2.5
SMALLEST = 7.0


@dataclass(frozen=True, slots=True)
class Style:
    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    underline: bool = False


# Hướng dẫn 36-HD/VPTW, Phụ lục 3
PARTY_STYLE = Style(15, 18, bold=True)
SUPERIOR = Style(14, 17)
ISSUER = Style(14, 17, bold=True)
STAR_STYLE = Style(14, 13)
NUMBER = Style(14, 17)
PLACE_AND_DATE = Style(14, 17, italic=True)
URGENCY = Style(14, 17, bold=True)
DRAFT = Style(14, 17, italic=True)
KIND = Style(16, 21, bold=True)
SUBJECT = Style(14, 18, bold=True)
HYPHENS_STYLE = Style(14, 14)
REFERENCE = Style(14, 18, italic=True)
LETTER_SUBJECT = Style(12, 14.5, italic=True)
BODY = Style(14, 18)
SALUTATION = Style(14, 18, italic=True)
AUTHORITY = Style(14, 17, bold=True)
POSITION = Style(14, 17)
HINT = Style(12, 15, italic=True)
SIGNER = Style(14, 17, bold=True)
RECIPIENTS_HEAD = Style(14, 17, underline=True)
RECIPIENTS = Style(12, 14.5)
CHART = Style(12, 14.5)
CHART_TITLE = Style(14, 18, bold=True)
NOTE = Style(12, 15, italic=True)
PAGE_NUMBER = Style(14, 17)

HEADINGS = {
    Level.PART: Style(14, 18, bold=True),
    Level.SECTION: Style(14, 18, bold=True),
    Level.ITEM: Style(14, 18),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """The text area of a page and the paper around it; `top` is measured from the paper's lower edge, as in PDF."""

    paper: tuple[float, float]
    left: float
    width: float
    top: float
    height: float

    @property
    def turned_over(self) -> float:
        """How far all that is on the back of a leaf stands beside its place: the margins change sides."""
        return self.paper[0] - self.width - 2 * self.left

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def middle(self) -> float:
        return self.left + self.width / 2


Slot = tuple[float, float]
"""How far right of the left edge and above the lower edge of its sheet a page stands."""

HALF_MM, QUARTER_MM = (210.0, 148.5), (105.0, 148.5)
SLIP_MARGINS_MM = {PageSize.HALF: (12.0, 10.0, 25.0, 15.0), PageSize.QUARTER: (8.0, 8.0, 9.0, 9.0)}
"""Top, bottom, left, right."""


def frame(orientation: Orientation, size: PageSize = PageSize.A4) -> Frame:
    """The page a text is set for; of a slip, its own part of the sheet."""
    if size in SLIP_MARGINS_MM:
        return _frame(HALF_MM if size is PageSize.HALF else QUARTER_MM, SLIP_MARGINS_MM[size])
    short, long = A5_MM if size is PageSize.A5 else PAPER_MM
    paper = (short, long) if orientation is Orientation.PORTRAIT else (long, short)
    return _frame(paper, (TOP_MM, BOTTOM_MM, LEFT_MM, RIGHT_MM))


def _frame(paper: tuple[float, float], margins: tuple[float, float, float, float]) -> Frame:
    (width, height), (top, bottom, left, right) = paper, margins
    return Frame(
        paper=(width * MM, height * MM),
        left=left * MM,
        width=(width - left - right) * MM,
        top=(height - top) * MM,
        height=(height - top - bottom) * MM,
    )


def slots(size: PageSize) -> tuple[Slot, ...]:
    """Where the pages of slips stand on their sheet, in the order they are read; none for whole sheets."""
    if size not in SLIP_MARGINS_MM:
        return ()
    width, height = HALF_MM if size is PageSize.HALF else QUARTER_MM
    across = (0.0,) if size is PageSize.HALF else (0.0, width)
    return tuple((x * MM, y * MM) for y in (height, 0.0) for x in across)
