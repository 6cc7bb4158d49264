"""What stands beside the values of a sheet and calamine does not tell: hidden, in error, computed, in an old font."""

import re
from dataclasses import dataclass, field

from desktop_app.exchange.sheet import OTHER_FONT, TCVN3_CAPITAL_FONT, TCVN3_FONT, VNI_FONT

VNI_NAME = re.compile(r"^VNI[-\s]", re.IGNORECASE)
TCVN3_NAME = re.compile(r"^\.Vn", re.IGNORECASE)


@dataclass(slots=True)
class Marks:
    """Of one sheet; rows from 1, columns from 0.

    `texts`: row → column → what a cell in error says, or that its formula has no result.
    `fonts`: row → a letter a column. `unseen`: nobody could look.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    formulas: list[tuple[int, int]] = field(default_factory=list)
    texts: dict[int, dict[int, str]] = field(default_factory=dict)
    fonts: dict[int, str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unseen: bool = False

    def say(self, row: int, column: int, text: str) -> None:
        self.texts.setdefault(row, {})[column] = text

    def set_font(self, row: int, column: int, letter: str) -> None:
        if letter != OTHER_FONT:
            self.fonts[row] = self.fonts.get(row, "").ljust(column) + letter


def font_letter(name: str) -> str:
    """The letter of a font by its name: .VnTime, .VnTimeH, VNI-Times, or any other."""
    if VNI_NAME.match(name):
        return VNI_FONT
    if TCVN3_NAME.match(name):
        return TCVN3_CAPITAL_FONT if name.rstrip().endswith("H") else TCVN3_FONT
    return OTHER_FONT
