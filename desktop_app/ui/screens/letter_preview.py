"""The head and foot of a document in small, as the office's settings make them. The printed page is drawn elsewhere."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from desktop_app.domain.names import place_of, spelled
from desktop_app.domain.wording import LayoutYear, place_and_date, recipient_lines
from desktop_app.paths import resource
from desktop_app.services.office import OfficeDraft, lines
from desktop_app.ui.parts import column, row
from desktop_app.ui.style import GRID, MARGIN

SIZE, LEAST = 10, 6.5
SURE = 0.94
"""Small letters are a little wider than their size says, each being drawn on whole pixels."""
GAP_OF_TEXT = 40
HEADING = "ĐẢNG CỘNG SẢN VIỆT NAM"
FACES = ("Regular", "Bold", "Italic", "BoldItalic")


class LetterPreview(QFrame):
    """Head lines on the left, the Party's name with place and date on the right; below, recipients and signer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        family = serif()
        self._superior, self._issuer = text(family), text(family, bold=True)
        self._heading = text(family, bold=True, underline=True)
        self._dated = text(family, italic=True)
        self._recipients = text(family)
        self._recipients.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._authority, self._position = text(family, bold=True), text(family)
        self._signer = text(family, bold=True)
        self._heading.setText(HEADING)
        for unbroken in (self._heading, self._dated):
            unbroken.setWordWrap(False)
        star = text(family)
        star.setText("*")
        left = column(self._superior, self._issuer, star)
        right = column(self._heading, self._dated, None)
        signed = column(self._authority, self._position, GAP_OF_TEXT, self._signer, None)
        for part in (left, right, signed):
            part.setSpacing(GRID)
        self._head, foot = row(left, right), row(self._recipients, signed)
        for at in (0, 1):
            foot.setStretch(at, 1)
        self.setLayout(column(self._head, GAP_OF_TEXT, foot, margin=MARGIN))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A line of the head stays one line, as on the paper: each side gets the room it needs.

        Where there is not enough for both, all letters are smaller.
        """
        sides = ((self._superior, self._issuer), (self._heading, self._dated))
        needs = [max(needed(line) for line in side) for side in sides]
        room = self.width() - 2 * MARGIN - self._head.spacing()
        size = max(LEAST, min(SIZE, SIZE * SURE * room / sum(needs)))
        for at, need in enumerate(needs):
            self._head.setStretch(at, need)
        for line in self.findChildren(QLabel):
            font = line.font()
            font.setPointSizeF(size)
            line.setFont(font)

    def show_draft(self, draft: OfficeDraft, on: date) -> None:
        """Show an office as it would be kept, on a document of this day."""
        head = lines(draft)
        self._superior.setText(spelled(head["superior_line"], draft.spelling))
        self._issuer.setText(spelled(head["issuer_line"], draft.spelling))
        self._dated.setText(place_and_date(draft.place or place_of(draft.name), on))
        self._authority.setText(spelled(draft.signer_authority, draft.spelling))
        self._position.setText(spelled(draft.signer_position, draft.spelling))
        self._signer.setText(draft.signer_name)
        year = LayoutYear.Y2018 if draft.layout == "2018" else LayoutYear.Y2026
        listed = "\n".join(recipient_lines(draft.recipients, year)) if draft.recipients else ""
        self._fit()
        self._recipients.setText(spelled(f"Nơi nhận:\n{listed}" if listed else "", draft.spelling))


def serif() -> str:
    """The family documents are printed in, as the screen can show it."""
    if "Times New Roman" in QFontDatabase.families():
        return "Times New Roman"
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resource("fonts", f"LiberationSerif-{face}.ttf")))
    return "Liberation Serif"


def needed(line: QLabel) -> int:
    """How wide the text of a line is in letters of the usual size."""
    font = line.font()
    font.setPointSizeF(SIZE)
    return QFontMetrics(font).horizontalAdvance(line.text()) + 2 * GRID


def text(family: str, bold: bool = False, italic: bool = False, underline: bool = False) -> QLabel:
    """Centred plain text in the face of the paper."""
    made = QLabel()
    font = QFont(family, SIZE)
    font.setBold(bold)
    font.setItalic(italic)
    font.setUnderline(underline)
    made.setFont(font)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
    return made
