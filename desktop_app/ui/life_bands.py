"""The life of a person at a glance: one band for each thing that holds for a time, over the years. Only a picture.

Fills differ by pattern as well as by shade, so that the picture reads in black and white.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from db.dated import KindPeriod, Life, Period, StatusPeriod
from db.values import ALWAYS, FOREVER, MemberStatus
from desktop_app.domain.dates import first_day, show_date
from desktop_app.domain.lifeline import capital
from desktop_app.domain.lives import said
from desktop_app.domain.words import word
from desktop_app.ui.style import GAP, colours, scaled

LANE, AXIS, NAMES, LEAST_TICK = 22, 20, 112, 56
STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Something that holds from a day to a day, both ISO, inside the years drawn."""

    since: str
    until: str
    text: str
    tip: str
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    name: str
    bands: tuple[Band, ...]


def lanes(life: Life, start: str, today: str) -> list[Lane]:
    """The lanes that have anything to show between two days."""
    unusual = [each for each in life.statuses if each.status is not MemberStatus.ACTIVE]
    parts: tuple[tuple[str, Sequence[Period], bool], ...] = (
        ("Đảng viên", life.kinds, False),
        ("Chi bộ", life.cells, False),
        ("Tạm thời", life.temporary, True),
        ("Sinh hoạt", unusual, True),
        ("Chức vụ", life.offices, False),
        ("Thu hoạch", life.essay_free, True),
    )
    made = [Lane(name=name, bands=tuple(bands(facts, start, today, strong))) for name, facts, strong in parts]
    return [lane for lane in made if lane.bands]


def bands(facts: Iterable[Period], start: str, today: str, strong: bool) -> Iterator[Band]:
    """The part of each fact that lies between two days."""
    for fact in facts:
        since, until = max(fact.valid_from, start), min(fact.valid_to, today)
        if since < until:
            yield Band(since=since, until=until, text=short(fact), tip=tip(fact), strong=strong)


def short(fact: Period) -> str:
    """A fact in few words: "Chính thức", "Chi bộ Đội Cung 1"."""
    if isinstance(fact, KindPeriod):
        return word(fact.kind)
    text = said(fact)
    for begun in ("thuộc ", "giữ chức vụ ", "được ", "bị ", "sinh hoạt tạm thời tại "):
        text = text.removeprefix(begun)
    return capital(text)


def tip(fact: Period) -> str:
    began = "từ trước" if fact.valid_from == ALWAYS else f"từ {show_date(fact.valid_from)}"
    ended = "đến nay" if fact.valid_to == FOREVER else f"đến trước {show_date(fact.valid_to)}"
    reason = f" ({fact.reason})" if isinstance(fact, StatusPeriod) and fact.reason else ""
    return f"{capital(said(fact))}{reason}, {began} {ended}"


def beginning(life: Life, dates: Iterable[str | None]) -> str | None:
    """The first day anything is known of: of the facts, and of some dates cut to their precision; None = of nothing."""
    parts = (life.cells, life.kinds, life.statuses, life.temporary, life.essay_free, life.offices)
    known = [fact.valid_from for part in parts for fact in part if fact.valid_from > ALWAYS]
    known += [first_day(each) for each in dates if each]
    return min(known, default=None)


class LifeBands(QWidget):
    """Lanes over a line of years; hidden where no day is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes: list[Lane] = []
        self._start, self._end = date.min, date.max
        self._drawn: list[tuple[QRect, Band]] = []
        self.setAccessibleName("Quá trình theo năm")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_life(self, life: Life, start: str | None, today: str) -> None:
        """Draw from a day until today."""
        self.lanes = lanes(life, start, today) if start and start < today else []
        self.setVisible(bool(self.lanes))
        if start and self.lanes:
            self._start, self._end = date.fromisoformat(start), date.fromisoformat(today)
            self.setAccessibleDescription("; ".join(band.tip for lane in self.lanes for band in lane.bands))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, len(self.lanes) * scaled(LANE) + scaled(AXIS) + GAP)

    def _at(self, day: date) -> float:
        """Where a day lies."""
        whole = max(1, (self._end - self._start).days)
        return scaled(NAMES) + (self.width() - scaled(NAMES) - GAP) * (day - self._start).days / whole

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawn = []
        self._years(painter)
        for number, lane in enumerate(self.lanes):
            self._lane(painter, number * scaled(LANE), lane)

    def _years(self, painter: QPainter) -> None:
        """Thin lines at round years, with their numbers below."""
        named, foot = colours(), len(self.lanes) * scaled(LANE)
        a_year = (self.width() - scaled(NAMES) - GAP) * 365 / max(1, (self._end - self._start).days)
        step = next((step for step in STEPS if step * a_year >= LEAST_TICK), STEPS[-1])
        for year in range(self._start.year + 1, self._end.year + 1):
            if year % step == 0:
                x = round(self._at(date(year, 1, 1)))
                painter.setPen(QPen(QColor(named["line"]), 1))
                painter.drawLine(x, 0, x, foot + 4)
                painter.setPen(QColor(named["muted"]))
                painter.drawText(QRect(x - 24, foot + 2, 48, scaled(AXIS) - 2), Qt.AlignmentFlag.AlignCenter, str(year))

    def _lane(self, painter: QPainter, top: int, lane: Lane) -> None:
        named = colours()
        painter.setPen(QColor(named["muted"]))
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, top, scaled(NAMES) - GAP, scaled(LANE)), middle, lane.name)
        for band in lane.bands:
            left, right = self._at(date.fromisoformat(band.since)), self._at(date.fromisoformat(band.until))
            box = QRectF(left, top + 2, max(3.0, right - left - 1), scaled(LANE) - 4)
            self._band(painter, box, band)
            self._drawn.append((box.toRect(), band))

    def _band(self, painter: QPainter, box: QRectF, band: Band) -> None:
        """A filled stretch with its words where there is room."""
        named = colours()
        painter.setPen(QPen(QColor(named["marked"]), 1))
        painter.setBrush(QColor(named["selection" if band.strong else "faint"]))
        painter.drawRoundedRect(box, 3, 3)
        if band.strong:
            painter.setBrush(QBrush(QColor(named["marked"]), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(box, 3, 3)
        room = box.adjusted(6, 0, -4, 0)
        words = painter.fontMetrics().elidedText(band.text, Qt.TextElideMode.ElideRight, int(room.width()))
        if room.width() > 40:
            painter.setPen(QColor(named["text"]))
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = next((band.tip for box, band in self._drawn if box.contains(event.pos())), "")
            QToolTip.showText(event.globalPos(), found, self)
            return True
        return super().event(event)
