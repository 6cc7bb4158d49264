"""What to print: the document, and what it is about, as far as the document allows a choice. It prints nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QWidget

from desktop_app.forms.documents import FORMS
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.services import conferences, organizations, rounds
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.parts import column, label
from desktop_app.ui.style import GRID

WIDTH = 272
CAPTIONS = {
    Scope.ROUND: "Đợt học tập",
    Scope.CONFERENCE: "Hội nghị",
    Scope.VENUE: "Điểm cầu",
    Scope.CELL: "Chi bộ",
}
# What must be chosen first to narrow the choice of a scope.
ABOVE = {Scope.CONFERENCE: {Scope.ROUND}, Scope.VENUE: {Scope.ROUND, Scope.CONFERENCE}}


class PrintChoice(QWidget):
    """`changed` tells that another document or subject is wanted."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._preset = Subject()
        self.setFixedWidth(WIDTH)
        self.documents = QListWidget()
        self.documents.setAccessibleName("Văn bản")
        self.documents.addItems([form.title for form in FORMS])
        self.documents.setCurrentRow(0)
        self.documents.setSpacing(GRID // 2)
        self.notice = label(name="advice", wrap=True)
        self._boxes = {scope: self._box(scope) for scope in CAPTIONS}
        self._labels: dict[Scope, QLabel] = {}
        self._lay_out()
        self.documents.currentRowChanged.connect(self._another_form)

    def _box(self, scope: Scope) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(CAPTIONS[scope])
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.activated.connect(lambda _: self._picked(scope))
        return box

    def _lay_out(self) -> None:
        parts: list[QWidget | int | None] = [label("Văn bản", "subheading"), self.documents]
        for scope, box in self._boxes.items():
            self._labels[scope] = label(CAPTIONS[scope], "quiet")
            self._labels[scope].setBuddy(box)
            parts += [self._labels[scope], box]
        lines = column(*parts, self.notice)
        lines.setStretch(1, 1)
        lines.setSpacing(GRID)
        self.setLayout(lines)
        self.notice.hide()

    def form(self) -> Form[Any]:
        return FORMS[self.documents.currentRow()]

    def subject(self) -> Subject:
        """What is chosen in the lists that are shown; the rest as it was given."""
        ids = {f"{scope.value}_id": self._boxes[scope].currentData() for scope in self.scopes()}
        return replace(self._preset, **ids)

    def about(self) -> list[str]:
        """The names of the venue and cell chosen, none for all."""
        shown = [self._boxes[scope] for scope in (Scope.VENUE, Scope.CELL) if scope in self.scopes()]
        return [box.currentText() for box in shown if box.currentData() is not None]

    def scopes(self) -> list[Scope]:
        """What can be chosen for the document: what it is about, and what that belongs to."""
        wanted = set(self.form().scopes).union(*(ABOVE.get(scope, set()) for scope in self.form().scopes))
        return [scope for scope in CAPTIONS if scope in wanted]

    def preset(self, form_id: str, subject: Subject) -> None:
        """Begin with this document about this subject; read by `refill`."""
        self._preset = subject
        with QSignalBlocker(self.documents):
            self.documents.setCurrentRow([form.id for form in FORMS].index(form_id))

    def refill(self) -> None:
        """Read the lists afresh, keeping what is chosen while it is still there."""
        with QSignalBlocker(self):
            offered = [(each.id, each.name) for each in rounds.rounds(self._store)]
            self._fill(Scope.ROUND, offered, self._round_of_preset())
            self._fill_conferences()
        self._show_scopes()

    def _round_of_preset(self) -> int | None:
        if self._preset.round_id is None and self._preset.conference_id is not None:
            return conferences.conference(self._store, self._preset.conference_id).round_id
        return self._preset.round_id

    def _fill_conferences(self) -> None:
        round_id = self._boxes[Scope.ROUND].currentData()
        known = conferences.conferences(self._store, round_id) if round_id else []
        frozen = next((each.id for each in known if each.frozen_at), None)
        chosen = self._preset.conference_id or frozen
        self._fill(Scope.CONFERENCE, [(each.id, each.name) for each in known], chosen)
        self._fill_venues()

    def _fill_venues(self) -> None:
        conference_id = self._boxes[Scope.CONFERENCE].currentData()
        known = conferences.venues(self._store, conference_id) if conference_id else []
        venues = [(None, words.ALL), *((each.id, each.name) for each in known)]
        self._fill(Scope.VENUE, venues, self._preset.venue_id)
        self._fill_cells()

    def _fill_cells(self) -> None:
        """All cells, or those of the venue chosen."""
        conference_id, venue_id = (self._boxes[scope].currentData() for scope in (Scope.CONFERENCE, Scope.VENUE))
        chosen = conferences.venues(self._store, conference_id) if venue_id else []
        seated = next((each.cell_ids for each in chosen if each.id == venue_id), ())
        cells = [each for each in organizations.cells(self._store) if not seated or each.id in seated]
        offered = [(None, words.ALL), *((each.id, each.name) for each in cells)]
        self._fill(Scope.CELL, offered, self._preset.cell_id)

    def _fill(self, scope: Scope, offered: Iterable[tuple[int | None, str]], first: int | None) -> None:
        """Offer these; what was chosen stays, else `first`, else the top of the list."""
        box = self._boxes[scope]
        kept = box.currentData() if box.count() else first
        box.clear()
        for value, text in offered:
            box.addItem(text, value)
            box.setItemData(box.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        at = max(box.findData(kept), 0 if kept is None else box.findData(first), 0)
        box.setCurrentIndex(at)
        box.setToolTip(box.currentText())

    def _picked(self, scope: Scope) -> None:
        below = {
            Scope.ROUND: self._fill_conferences,
            Scope.CONFERENCE: self._fill_venues,
            Scope.VENUE: self._fill_cells,
        }
        self._preset = Subject(member_id=self._preset.member_id, first_place=self._preset.first_place)
        self._boxes[scope].setToolTip(self._boxes[scope].currentText())
        if scope in below:
            below[scope]()
        self.changed.emit()

    def _another_form(self) -> None:
        self._show_scopes()
        self.changed.emit()

    def _show_scopes(self) -> None:
        shown = self.scopes()
        for scope, box in self._boxes.items():
            box.setVisible(scope in shown)
            self._labels[scope].setVisible(scope in shown)
