"""A week of days side by side, each with what falls due on it in words. There is nothing to press."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.ui.parts import ElidedLabel, column, label
from desktop_app.ui.style import GRID

SHORT = ("Thứ 2", "Thứ 3", "Thứ 4", "Thứ 5", "Thứ 6", "Thứ 7", "CN")


class DayTile(QFrame):
    """One day: its name and date, how many things fall due, and the first of them."""

    def __init__(self, day: date, things: Sequence[str], today: bool) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        more = f" · {len(things)} việc" if len(things) > 1 else ""
        name = f"{'Hôm nay' if today else SHORT[day.weekday()]} {day:%d/%m}{more}"
        lines = column(
            label(name, "subheading" if today else "quiet"), line_of(things[0] if things else ""), margin=GRID
        )
        lines.setSpacing(0)
        self.setLayout(lines)
        self.setAccessibleName("; ".join([name, *things]))
        self.setToolTip("\n".join([name, *things]) if things else "")


def line_of(text: str) -> QLabel:
    """One thing on a line of its own, cut at its end where there is no room."""
    made = ElidedLabel(text)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    return made


class WeekStrip(QWidget):
    """`things` are what falls due by ISO day; the week begins on the day given."""

    def __init__(self, start: date, things: dict[str, list[str]]) -> None:
        super().__init__()
        tiles = QHBoxLayout()
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(GRID)
        for ahead in range(7):
            day = start + timedelta(days=ahead)
            tiles.addWidget(DayTile(day, things.get(day.isoformat(), []), ahead == 0), 1)
        self.setLayout(tiles)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
