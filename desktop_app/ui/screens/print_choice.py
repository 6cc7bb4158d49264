"""What to print: the document, and what it is about, as far as the document allows a choice. It prints nothing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from desktop_app.forms.documents import offered
from desktop_app.forms.form import Form, Paper, Scope, Subject
from desktop_app.services import conferences, organizations, rounds
from desktop_app.services.office import today
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.parts import column, label
from desktop_app.ui.screens.person_picker import PersonBox
from desktop_app.ui.screens.print_documents import DocumentChooser
from desktop_app.ui.screens.print_periods import offered as periods
from desktop_app.ui.style import GRID

WIDTH = 272
CAPTIONS = {
    Scope.ROUND: "Đợt học tập",
    Scope.CONFERENCE: "Hội nghị",
    Scope.VENUE: "Điểm cầu",
    Scope.CELL: "Chi bộ",
    Scope.PERIOD: "Kỳ báo cáo",
}
FIELDS = {scope: "period" if scope is Scope.PERIOD else f"{scope.value}_id" for scope in CAPTIONS}
OF_REGISTER = "Theo sổ đảng viên, không theo hội nghị"
# What must be chosen first to narrow the choice of a scope.
ABOVE = {Scope.CONFERENCE: {Scope.ROUND}, Scope.VENUE: {Scope.ROUND, Scope.CONFERENCE}}


class PrintChoice(QWidget):
    """`changed` tells that another document or subject is wanted."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._preset, self.paper = Subject(), Paper()
        self.setFixedWidth(WIDTH)
        self.chooser = DocumentChooser(offered(store))
        self.documents = self.chooser.documents
        self.notice, self.copy_line = label(name="advice", wrap=True), label(name="quiet", wrap=True)
        self._boxes = {scope: self._box(scope) for scope in CAPTIONS}
        self._labels: dict[Scope, QLabel] = {}
        self.person, self._person_label = PersonBox(store), label("Một đảng viên", "quiet")
        self._lay_out()
        self.documents.wanted.connect(self._another_form)
        self.person.picked.connect(self._person_picked)

    def _box(self, scope: Scope) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(CAPTIONS[scope])
        box.setMaxVisibleItems(16)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        box.activated.connect(lambda _: self._picked(scope))
        return box

    def _lay_out(self) -> None:
        parts: list[QWidget | int | None] = [self.chooser]
        for scope, box in self._boxes.items():
            self._labels[scope] = label(CAPTIONS[scope], "quiet")
            self._labels[scope].setBuddy(box)
            parts += [self._labels[scope], box]
        lines = column(*parts, self._person_label, self.person, self.copy_line, self.notice)
        lines.setStretch(0, 1)
        lines.setSpacing(GRID)
        self.setLayout(lines)
        self.notice.hide()
        self.copy_line.hide()

    def form(self) -> Form[Any]:
        return self.documents.form()

    def subject(self) -> Subject:
        """What is chosen in the lists that are shown; the rest as it was given."""
        chosen = {FIELDS[scope]: self._boxes[scope].currentData() for scope in self.scopes()}
        if Scope.MEMBER in self.form().scopes:
            chosen["member_id"] = self.person.member_id
        return replace(self._preset, paper=self.paper, **chosen)

    def about(self) -> list[str]:
        """The names of the venue, cell, period and person chosen, none for all."""
        scopes = [scope for scope in (Scope.VENUE, Scope.CELL, Scope.PERIOD) if scope in self.scopes()]
        shown = [self._boxes[scope] for scope in scopes]
        alone = [self.person.name] if Scope.MEMBER in self.form().scopes else []
        return [box.currentText() for box in shown if box.currentData() is not None] + list(filter(None, alone))

    def wear(self, paper: Paper) -> None:
        """Print copies with these marks from now on."""
        self.paper = paper
        marks = (paper.draft, paper.urgency, "in hai mặt" if paper.two_sided else "")
        self.copy_line.setText(f"Bản in: {', '.join(filter(None, marks))}")
        self.copy_line.setVisible(any(marks))
        self.changed.emit()

    def scopes(self) -> list[Scope]:
        """What can be chosen for the document: what it is about, and what that belongs to."""
        wanted = set(self.form().scopes).union(*(ABOVE.get(scope, set()) for scope in self.form().scopes))
        return [scope for scope in CAPTIONS if scope in wanted]

    def preset(self, form_id: str, subject: Subject) -> None:
        """Begin with this document about this subject; read by `refill`."""
        self._preset, self.paper = subject, subject.paper
        self.chooser.choose(form_id)
        self.person.begin(subject.member_id)

    def refill(self) -> None:
        """Read the lists afresh, keeping what is chosen while it is still there."""
        with QSignalBlocker(self):
            offered = [(each.id, each.name) for each in rounds.rounds(self._store)]
            self._fill(Scope.ROUND, offered, self._round_of_preset())
            self._fill(Scope.PERIOD, periods(today(self._store)), self._preset.period)
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
        offered: list[tuple[int | None, str]] = [(each.id, each.name) for each in known]
        if self.form().of_register:
            offered.insert(0, (None, OF_REGISTER))
        chosen = self._preset.conference_id or (None if self.form().of_register else frozen)
        self._fill(Scope.CONFERENCE, offered, chosen)
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
        cells = [each for each in organizations.cell_names(self._store) if not seated or each[0] in seated]
        offered = [(None, words.ALL), *cells]
        self._fill(Scope.CELL, offered, self._preset.cell_id)

    def _fill(self, scope: Scope, offered: Iterable[tuple[Any, str]], first: Any) -> None:
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
        self._preset = Subject(first_place=self._preset.first_place)
        self._boxes[scope].setToolTip(self._boxes[scope].currentText())
        if scope in below:
            below[scope]()
        self.changed.emit()

    def _person_picked(self) -> None:
        self._preset = Subject(first_place=self._preset.first_place)
        self.changed.emit()

    def _another_form(self) -> None:
        with QSignalBlocker(self):
            self._fill_conferences()
        self._show_scopes()
        self.changed.emit()

    def _show_scopes(self) -> None:
        shown = self.scopes()
        for scope, box in self._boxes.items():
            box.setVisible(scope in shown)
            self._labels[scope].setVisible(scope in shown)
        for part in (self.person, self._person_label):
            part.setVisible(Scope.MEMBER in self.form().scopes)
