"""Cards and labels with a person's code: the sheets they come on, as data, and the document that fills such a sheet.

Everything stands at a fixed place on plain A4; nothing flows. Who is on them is not known here, nor how they are drawn.
"""

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.forms.blocks import Document


class Symbol(StrEnum):
    """How the digits are made for a scanner."""

    QR = "qr"
    BARCODE = "barcode"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """Millimetres; `left` and `top` are the margins of the first label. `module` is the side of a QR module, at least
    0.5 for a hand-held scanner. `card` carries the office and a heading and lines to cut along."""

    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    module: float
    card: bool = False
    padding: float = 4.0

    @property
    def count(self) -> int:
        return self.across * self.down

    def place(self, number: int) -> tuple[float, float]:
        """Left and top of a label on its page, from 0, line by line."""
        line, column = divmod(number, self.across)
        return self.left + column * self.width, self.top + line * self.height


CARDS = LabelSheet(across=2, down=5, width=85.6, height=54.0, left=19.4, top=13.5, module=0.9, card=True, padding=5.0)
LABELS_24 = LabelSheet(across=3, down=8, width=70.0, height=37.0, left=0.0, top=0.5, module=0.8)
LABELS_40 = LabelSheet(across=4, down=10, width=52.5, height=29.7, left=0.0, top=0.0, module=0.6, padding=3.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One person."""

    name: str
    cell: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelDocument(Document):
    """A document of labels instead of blocks. `first` is the place of the first one on its sheet, from 1: those before
    it are used up."""

    sheet: LabelSheet
    labels: tuple[Label, ...]
    symbol: Symbol
    heading: str = ""
    issuer: str = ""
    first: int = 1
