"""People × half-days as the grid shows them: words, signs, counts. It writes nothing to the store and draws nothing.

A change of some marks repaints those cells only; rows are read anew only when other people or half-days are shown.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.attendance import Place
from db.records import HalfDay, MakeUp, Mark, RollRow
from db.values import MarkStatus, MemberKind
from desktop_app.domain.dates import show_date
from desktop_app.domain.missed import day_words, half_day_words
from desktop_app.domain.words import word
from desktop_app.services.attendance import Sheet
from desktop_app.ui.style import Tone, sign

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
TITLES = ("STT", "Họ và tên", "Ngày sinh", "Chi bộ")
FIRST = len(TITLES)
NOT_MARKED = "Chưa điểm danh"
KEYS: Mapping[MarkStatus | None, str] = {
    MarkStatus.PRESENT: "1",
    MarkStatus.ABSENT_EXCUSED: "2",
    MarkStatus.ABSENT_UNEXCUSED: "3",
    MarkStatus.ABSENT: "4",
    None: "0",
}
SHORT = {
    MarkStatus.PRESENT: "Có mặt",
    MarkStatus.ABSENT_EXCUSED: "Vắng có lý do",
    MarkStatus.ABSENT_UNEXCUSED: "Vắng không lý do",
    MarkStatus.ABSENT: "Vắng, chưa rõ",
}
SHORTEST = {
    MarkStatus.PRESENT: "Có mặt",
    MarkStatus.ABSENT_EXCUSED: "Có lý do",
    MarkStatus.ABSENT_UNEXCUSED: "Không lý do",
    MarkStatus.ABSENT: "Chưa rõ lý do",
}
TONES = {
    MarkStatus.PRESENT: Tone.GOOD,
    MarkStatus.ABSENT_EXCUSED: Tone.WARN,
    MarkStatus.ABSENT_UNEXCUSED: Tone.BAD,
    MarkStatus.ABSENT: Tone.QUIET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a key says of a place: a mark, or None for none; late and left early None leave what stands."""

    status: MarkStatus | None
    late: bool | None = None
    left_early: bool | None = None


def status_words(status: MarkStatus | None) -> str:
    return NOT_MARKED if status is None else word(status)


def mark_words(mark: Mark | None, narrow: bool = False, makeup: MakeUp | None = None, venue: str = "") -> str:
    """The day it was made up, the mark, its reason; a place that is not marked says nothing of itself.

    `venue` is where the person was, if not at their own. Narrow, late is (M) and left early (S).
    """
    words = (SHORTEST if narrow else SHORT)[mark.status] if mark else ""
    if mark and venue:
        words = f"Học tại {venue}"
    if makeup:
        made_up = f"{'Bù' if narrow else 'Học bù'} {day_words(makeup.made_up_on)}"
        words = ", ".join(filter(None, (made_up, words.lower())))
    return words + punctual_words(mark, narrow) + why_words(mark)


def punctual_words(mark: Mark | None, narrow: bool = False) -> str:
    """“, đến muộn, về sớm”, narrow “ (M, S)”."""
    if mark is None or not (mark.late or mark.left_early):
        return ""
    if narrow:
        return f" ({', '.join(filter(None, ('M' * mark.late, 'S' * mark.left_early)))})"
    return ", đến muộn" * mark.late + ", về sớm" * mark.left_early


def why_words(mark: Mark | None) -> str:
    """“: ốm; nộp đơn sau”."""
    said = "; ".join(filter(None, (mark.reason, mark.remark))) if mark else ""
    return f": {said}" if said else ""


def mark_told(mark: Mark | None, makeup: MakeUp | None = None, venue: str = "") -> str:
    """The same in whole words, where there is room."""
    words = status_words(mark.status if mark else None) + (f", học tại {venue}" if venue else "")
    made_up = f". Đã học bù {show_date(makeup.made_up_on)}, {word(makeup.form).lower()}" if makeup else ""
    return words + punctual_words(mark) + why_words(mark) + made_up


class AttendanceModel(QAbstractTableModel):
    """Number, name, birth date and cell of each person, then one column a half-day; `narrow` shortens the words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.narrow = False
        self.sheet = Sheet(half_days=(), rows=(), marks={})
        self.people: tuple[RollRow, ...] = ()
        self._marks: dict[Place, Mark] = {}
        self._makeups: dict[Place, MakeUp] = {}
        self._rows: dict[int, int] = {}
        self._columns: dict[int, int] = {}
        self._counts: dict[int, Counter[MarkStatus | None]] = {}

    def show(self, sheet: Sheet) -> bool:
        """Show a sheet; True when the people or half-days are others than before."""
        people = (*sheet.rows, *sheet.visitors)
        if people == self.people and sheet.half_days == self.sheet.half_days and sheet.venues == self.sheet.venues:
            touched = self._marks.keys() | sheet.marks.keys()
            self.put({p: sheet.marks.get(p) for p in touched if self._marks.get(p) != sheet.marks.get(p)})
            self._make_up(sheet.makeups)
            self.sheet = sheet
            return False
        self.beginResetModel()
        self.sheet, self._marks, self._makeups = sheet, dict(sheet.marks), dict(sheet.makeups)
        self.people = people
        self._rows = {row.member_id: place for place, row in enumerate(people)}
        self._columns = {day.id: FIRST + place for place, day in enumerate(sheet.half_days)}
        self._counts = {day.id: self._counted(day) for day in sheet.half_days}
        self.endResetModel()
        return True

    def _counted(self, day: HalfDay) -> Counter[MarkStatus | None]:
        marks = [(row, self._marks.get((day.id, row.member_id))) for row in self.people]
        return Counter(mark.status if mark else None for row, mark in marks if mark or row.deduction is None)

    def put(self, changed: Mapping[Place, Mark | None]) -> None:
        """Take over marks that were written, None = taken off; only their cells are painted again."""
        shown = [place for place in changed if place[1] in self._rows and place[0] in self._columns]
        for place in shown:
            count, before, after = self._counts[place[0]], self.mark(place), changed[place]
            for mark, more in ((before, -1), (after, 1)):
                if mark is not None or self._must(place):
                    count[None if mark is None else mark.status] += more
            if after is None:
                self._marks.pop(place, None)
            else:
                self._marks[place] = after
        self._repaint(shown)

    def _make_up(self, makeups: Mapping[Place, MakeUp]) -> None:
        """Take over the make-ups as they are now."""
        touched = self._makeups.keys() | makeups.keys()
        changed = [place for place in touched if self._makeups.get(place) != makeups.get(place)]
        self._makeups = dict(makeups)
        self._repaint([place for place in changed if place[1] in self._rows and place[0] in self._columns])

    def _repaint(self, places: Sequence[Place]) -> None:
        if places:
            rows = [self._rows[member] for _, member in places]
            columns = [self._columns[day] for day, _ in places]
            self.dataChanged.emit(
                self.index(min(rows), min(columns)),
                self.index(max(rows), max(columns)),
            )

    def mark(self, place: Place) -> Mark | None:
        return self._marks.get(place)

    def place(self, row: int, column: int) -> Place:
        """The (half-day, member) of a cell right of the names."""
        return self.sheet.half_days[column - FIRST].id, self.people[row].member_id

    def row_of(self, member_id: int) -> int:
        """Where a person stands."""
        return self._rows[member_id]

    def _must(self, place: Place) -> bool:
        """Whether somebody is expected to have a mark: not those who are off the must-attend list."""
        return self.people[self._rows[place[1]]].deduction is None

    def blanks(self, places: Iterable[Place]) -> list[Place]:
        """Those of these places that are not marked and are to be."""
        return [place for place in places if place not in self._marks and self._must(place)]

    def stands(self, place: Place, entry: Entry) -> bool:
        """Whether nothing would change: marked so already, at this venue or at none."""
        mark = self.mark(place)
        if mark is None or entry.status is None:
            return mark is None and entry.status is None
        here = self.sheet.venue_id is None or mark.venue_id in (None, self.sheet.venue_id)
        punctual = entry.late in (None, mark.late) and entry.left_early in (None, mark.left_early)
        return mark.status is entry.status and punctual and (here or mark.status is not MarkStatus.PRESENT)

    def venue_words(self, mark: Mark | None, row: int) -> str:
        """Where a person was present, if not where they are seated; empty on the sheet of that very venue."""
        if mark is None or mark.status is not MarkStatus.PRESENT or mark.venue_id in (None, self.sheet.venue_id):
            return ""
        return self.sheet.venues.get(mark.venue_id or 0, "") if mark.venue_id != self.people[row].venue_id else ""

    def count(self, half_day_id: int, status: MarkStatus | None) -> int:
        """How many of the people shown have this mark at a half-day; None = not marked."""
        return self._counts[half_day_id][status]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else FIRST + len(self.sheet.half_days)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Names are not selected: a selection is made of marks."""
        shown = Qt.ItemFlag.ItemIsEnabled
        return shown | Qt.ItemFlag.ItemIsSelectable if index.column() >= FIRST else shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(index.column())
        if index.column() < FIRST:
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self._person(index.row(), index.column()) if shown else None
        place = self.place(index.row(), index.column())
        mark = self.mark(place)
        makeup = None if mark and mark.status is MarkStatus.PRESENT else self._makeups.get(place)
        if role == Qt.ItemDataRole.DisplayRole:
            return mark_words(mark, self.narrow, makeup, self.venue_words(mark, index.row()))
        if role == Qt.ItemDataRole.DecorationRole:
            return sign(TONES[mark.status]) if mark else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return mark_told(mark, makeup, self.venue_words(mark, index.row()))
        return None

    def _person(self, row: int, column: int) -> str:
        return str(row + 1) if column == 0 else person_words(self.people[row], column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return aligned(section)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section < FIRST:
            return TITLES[section]
        day = self.sheet.half_days[section - FIRST]
        topics = "; ".join(topic.title for topic in day.topics)
        return half_day_words(day) if role == Qt.ItemDataRole.DisplayRole else f"{show_date(day.held_on)}. {topics}"


def person_words(row: RollRow, column: int) -> str:
    """Name, birth date or cell of a person; guests are told apart by a word."""
    if column == 1:
        return row.full_name + aside_words(row)
    return row.cell if column == 3 else show_date(row.birth_date) if row.birth_date else ""


def aside_words(row: RollRow) -> str:
    """Why a person stands apart from those who must attend."""
    if row.deduction is not None:
        return f" ({word(row.deduction).lower()})"
    return " (khách mời)" if row.kind is MemberKind.GUEST else ""


def aligned(column: int) -> int:
    """Numbers to the right, words to the left."""
    side = Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
