"""How the width of a page is shared by the two columns at the head of a document.

Not the type, which Hướng dẫn 36-HD/VPTW, Phụ lục 3 gives; the lines themselves are set in `pdf_blocks`.
"""

from desktop_app.forms import layout
from desktop_app.forms.blocks import Head
from desktop_app.forms.layout import Style
from desktop_app.forms.pdf_fonts import Faces
from desktop_app.forms.pdf_text import longest_word, runs_of, unbroken


def column_widths(head: Head, width: float, faces: Faces) -> tuple[float, float]:
    """Points for the issuer and for the Party. The usual shares, unless place and date need more for their one line,
    or the issuer can have its one line and leave the right column its own; no word of the issuer is ever broken."""

    def whole(text: str, style: Style) -> float:
        return unbroken(faces, runs_of(text, style), style.size).width

    usual = layout.LEFT_COLUMN * width, layout.RIGHT_COLUMN * width
    room = width - layout.HEAD_GAP
    wanted_left = max(whole(head.superior, layout.SUPERIOR), whole(head.issuer, layout.ISSUER))
    wanted_right = max(whole(layout.PARTY, layout.PARTY_STYLE), whole(head.place_and_date, layout.PLACE_AND_DATE))
    least = longest_word(faces, runs_of(head.issuer, layout.ISSUER), layout.ISSUER.size)
    if wanted_right > usual[1]:
        right = min(wanted_right, room - least)
        return room - right, right
    if usual[0] < wanted_left <= room - wanted_right:
        return wanted_left, room - wanted_left
    return usual
