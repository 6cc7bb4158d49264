"""One row of a list beside the members it may mean, fact by fact. It decides nothing."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from db.records import Member
from desktop_app.domain.listed import ListedMember
from desktop_app.domain.matching import says_the_same
from desktop_app.domain.names import cell_key
from desktop_app.domain.words import word
from desktop_app.exchange.columns import LABELS
from desktop_app.ui import words
from desktop_app.ui.screens.import_lines import place_of, spoken
from desktop_app.ui.style import ROW, Tone, sign

FIELD_WIDTH, FACT_WIDTH = 168, 176


class Comparison(QTableWidget):
    """Rows are facts, columns the row of the file and each member; a sign tells what agrees and what does not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("So sánh với người trong sổ")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW - 4)
        self.horizontalHeader().setHighlightSections(False)
        self._bold = QFont()
        self._bold.setBold(True)

    def show_row(self, listed: ListedMember, people: Sequence[Member]) -> None:
        """Put a row beside these members."""
        everyone: tuple[ListedMember | Member, ...] = (listed, *people)
        shown = [name for name in LABELS if any(fact(name, each) for each in everyone)]
        self.clear()
        self.setColumnCount(2 + len(people))
        self.setRowCount(len(shown))
        heads = ["", place_of(listed).partition(" · ")[0] + " của tệp", *(f"Sổ: {each.code}" for each in people)]
        self.setHorizontalHeaderLabels(heads)
        for line, name in enumerate(shown):
            self.setItem(line, 0, QTableWidgetItem(LABELS[name]))
            self.setItem(line, 1, self._fact(name, fact(name, listed)))
            for at, person in enumerate(people, 2):
                item = self._fact(name, fact(name, person))
                self._mark(item, name, listed, person)
                self.setItem(line, at, item)
        self._fit()

    def _fact(self, name: str, value: str) -> QTableWidgetItem:
        item = QTableWidgetItem(spoken(name, value))
        item.setToolTip(item.text())
        return item

    def _mark(self, item: QTableWidgetItem, name: str, listed: ListedMember, person: Member) -> None:
        said = fact(name, listed)
        kept = fact(name, person)
        if not said or not kept:
            item.setText(item.text() or words.NONE)
            return
        alike = agrees(name, said, kept)
        item.setIcon(sign(Tone.GOOD if alike else Tone.WARN))
        item.setToolTip(f"{item.text()} ({'giống' if alike else 'khác'} tệp)")
        if not alike:
            item.setFont(self._bold)

    def _fit(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        self.setColumnWidth(0, FIELD_WIDTH)
        if self.columnCount() > 4:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
            for at in range(1, self.columnCount()):
                self.setColumnWidth(at, FACT_WIDTH)


def fact(name: str, of: ListedMember | Member) -> str:
    """A fact of either, in the form a list gives it."""
    value = getattr(of, name)
    if name == "status" and isinstance(value, StrEnum):
        return word(value)
    return str(value) if value else ""


def agrees(name: str, listed: str, kept: str) -> bool:
    """Whether the register says of a fact what the list says."""
    if name == "cell":
        return cell_key(listed) == cell_key(kept)
    return says_the_same(name, listed, kept or None)
