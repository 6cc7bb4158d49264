"""What a backup holds, as a small table; beside it what the open store holds now. It reads nothing."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from desktop_app.domain.wording import grouped, size_words
from desktop_app.services.backups import BackupFacts
from desktop_app.ui import words
from desktop_app.ui.parts import label
from desktop_app.ui.style import GAP, MARGIN

NAME_WIDTH, FACT_WIDTH = 180, 260
COUNTED = (
    ("Người trong sổ", "members"),
    ("Đợt học tập", "rounds"),
    ("Lượt điểm danh", "marks"),
    ("Bài thu hoạch", "essays"),
)


class FactsTable(QFrame):
    """One column of facts for every (heading, facts)."""

    def __init__(self, columns: Sequence[tuple[str, BackupFacts]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, GAP, 0, GAP)
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        grid.setColumnMinimumWidth(0, NAME_WIDTH)
        for place, (heading, facts) in enumerate(columns, 1):
            grid.setColumnMinimumWidth(place, FACT_WIDTH)
            grid.addWidget(label(heading, "subheading"), 0, place)
            for line, (name, value) in enumerate(told(facts), 1):
                if place == 1:
                    grid.addWidget(label(name, "quiet"), line, 0)
                grid.addWidget(self._value(value), line, place)
        grid.setColumnStretch(len(columns) + 1, 1)

    def _value(self, text: str) -> QLabel:
        made = label(text)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return made


def told(facts: BackupFacts) -> list[tuple[str, str]]:
    """Facts as (name, words)."""
    office = f"{facts.office} ({words.PRACTICE})" if facts.practice else facts.office
    counts = [(name, grouped(getattr(facts, key))) for name, key in COUNTED]
    return [
        ("Thời điểm", moment(facts.made_at)),
        ("Văn phòng", office),
        *counts,
        ("Dung lượng sổ", size_words(facts.size)),
    ]


def moment(iso: str) -> str:
    """An ISO time as “21/11/2026 10:42”."""
    return f"{datetime.fromisoformat(iso):%d/%m/%Y %H:%M}"


def size_of(path: Path) -> str:
    """How big a file is as it lies on the disk: a backup is packed, and smaller than its store."""
    return size_words(path.stat().st_size)
