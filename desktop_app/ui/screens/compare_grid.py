"""The grid of a comparison: a line for each fact, a choice where the two differ. It asks no store, writes nothing."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.duplicates import DATED
from desktop_app.domain.kept_columns import COLUMNS
from desktop_app.domain.masking import MASKED, mask
from desktop_app.domain.words import word
from desktop_app.services.duplicates import Comparison, Conflict
from desktop_app.ui.parts import label
from desktop_app.ui.style import GAP, MARGIN

CAPTIONS = COLUMNS | {"cell": "Chi bộ", "kind": "Loại đảng viên", "status": "Trạng thái sinh hoạt"}
DATES = ("birth_date", "card_issued_on", "admitted_on", "official_on")
CLASH = "Hai bản ghi nói khác nhau; chọn điều đúng trước khi gộp."


def shown(name: str, value: Any, in_full: bool) -> str:
    """A value in words; a number masked unless `in_full`."""
    if value is None:
        return "–"
    if name in MASKED and not in_full:
        return mask(value)
    if name in DATES:
        return show_date(value)
    return word(value) if name in ("gender", "kind", "status") else str(value)


class CompareGrid(QWidget):
    """What was chosen stays chosen while the same pair is shown again."""

    def __init__(self) -> None:
        super().__init__()
        self._facts: dict[str, QButtonGroup] = {}
        self._marks: dict[int, QButtonGroup] = {}
        self._grid = QGridLayout()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, GAP, 0)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self._grid.setHorizontalSpacing(MARGIN)
        self._grid.setVerticalSpacing(GAP)
        for column, stretch in ((0, 1), (1, 2), (2, 2)):
            self._grid.setColumnStretch(column, stretch)

    def show_pair(self, found: Comparison, in_full: bool) -> None:
        """Lay out a comparison; numbers `in_full`, or masked."""
        chosen = {key: group.checkedId() for key, group in self._groups()}
        self._clear()
        names = [f"{each.full_name} ({each.code})" for each in (found.one, found.other)]
        self._line(0, "", *[label(name, "subheading") for name in names])
        for name, one, other in found.fields:
            if one is not None or other is not None:
                self._fact(name, (one, other), in_full)
        if found.conflicts:
            self._line(self._grid.rowCount(), "Điểm danh, học bù", label(CLASH, "problem"), None)
        for half_day, conflicts in by_half_day(found.conflicts):
            self._conflict(half_day, conflicts)
        for key, group in self._groups():
            if (button := group.button(chosen.get(key, -1))) is not None:
                button.setChecked(True)

    def taken_from_other(self) -> list[str]:
        """Facts for which the right side was chosen."""
        return [name for name, group in self._facts.items() if group.checkedId() == 1]

    def taken_from_one(self) -> list[str]:
        """Facts for which the left side was chosen."""
        return [name for name, group in self._facts.items() if group.checkedId() == 0]

    def marks(self) -> dict[int, bool]:
        """Half-day → whether the left side holds; those not yet chosen are left out."""
        return {day: group.checkedId() == 0 for day, group in self._marks.items() if group.checkedId() >= 0}

    def _groups(self) -> list[tuple[str, QButtonGroup]]:
        every: dict[str, QButtonGroup] = dict(self._facts)
        return [*every.items(), *((str(day), group) for day, group in self._marks.items())]

    def _clear(self) -> None:
        for group in (*self._facts.values(), *self._marks.values()):
            group.deleteLater()
        self._facts, self._marks = {}, {}
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def _fact(self, name: str, values: tuple[Any, Any], in_full: bool) -> None:
        """A choice where both say something and not the same; otherwise what is known."""
        caption = CAPTIONS[name] + (" (cả quá trình)" if name in DATED else "")
        said = [shown(name, value, in_full) for value in values]
        if None in values or values[0] == values[1]:
            self._line(self._grid.rowCount(), caption, *[label(text, wrap=True) for text in said])
        else:
            self._facts[name] = self._choice(caption, said, first=True)

    def _conflict(self, half_day: int, conflicts: Sequence[Conflict]) -> None:
        caption = ", ".join(each.said for each in conflicts)
        sides = [", ".join(each.kept for each in conflicts), ", ".join(each.other for each in conflicts)]
        self._marks[half_day] = self._choice(caption[:1].upper() + caption[1:], sides, first=False)

    def _choice(self, caption: str, sides: Sequence[str], first: bool) -> QButtonGroup:
        group = QButtonGroup(self)
        buttons = [QRadioButton(text) for text in sides]
        for at, button in enumerate(buttons):
            button.setAccessibleName(f"{caption}: {sides[at]}")
            group.addButton(button, at)
        buttons[0].setChecked(first)
        self._line(self._grid.rowCount(), caption, *buttons)
        return group

    def _line(self, row: int, caption: str, one: QWidget, other: QWidget | None) -> None:
        self._grid.addWidget(label(caption, "quiet", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(one, row, 1, 1, 1 if other else 2)
        if other is not None:
            self._grid.addWidget(other, row, 2)


def by_half_day(conflicts: Iterable[Conflict]) -> list[tuple[int, list[Conflict]]]:
    """Contradictions by half-day: one choice settles its mark and its make-up."""
    found: dict[int, list[Conflict]] = {}
    for each in conflicts:
        found.setdefault(each.half_day_id, []).append(each)
    return list(found.items())
