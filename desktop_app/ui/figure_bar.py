"""A row of figures with their words, each of which can be pressed to see who is behind it. It counts nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop_app.ui.parts import column, label, row
from desktop_app.ui.style import GAP, GRID
from desktop_app.ui.wrap import wrapped


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """`sign` stands before the figure where it is a step of a sum: “−”, “+”, “=”."""

    key: str
    caption: str
    sign: str = ""
    tip: str = ""


class FigureButton(QPushButton):
    """A figure over its caption."""

    def __init__(self, figure: Figure, kept_down: bool) -> None:
        super().__init__()
        self.setObjectName("figure")
        self.setAccessibleName(figure.caption)
        self.setToolTip(figure.tip)
        self.setCheckable(kept_down)
        self.setAutoDefault(False)
        self.number = label(name="figure_number")
        caption = label(figure.caption, "quiet")
        for part in (self.number, caption):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = column(self.number, caption)
        self._inside.setContentsMargins(GAP, GRID, GAP, GRID)
        self._inside.setSpacing(0)
        self.setLayout(self._inside)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class FigureBar(QWidget):
    """`chosen` carries the key of the figure pressed; with `kept_down` the last one pressed stays marked."""

    chosen = Signal(str)

    def __init__(self, figures: Sequence[Figure], kept_down: bool = False) -> None:
        super().__init__()
        self._buttons = {figure.key: FigureButton(figure, kept_down) for figure in figures}
        self._group = QButtonGroup(self)
        self._group.setExclusive(kept_down)
        parts: list[QWidget | None] = []
        for figure in figures:
            made = self._buttons[figure.key]
            made.clicked.connect(lambda _=False, key=figure.key: self.chosen.emit(key))
            self._group.addButton(made)
            parts.append(signed(figure.sign, made) if figure.sign else made)
        self.setLayout(wrapped(*parts, None))

    def show_figures(self, texts: Mapping[str, str]) -> None:
        """Put these texts in place of the figures."""
        for key, text in texts.items():
            made = self._buttons[key]
            made.number.setText(text)
            made.setAccessibleDescription(text)
            made.updateGeometry()

    def press(self, key: str) -> None:
        """Mark a figure as the one chosen, without telling; a key of none of them leaves none marked."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)
        elif pressed := self._group.checkedButton():
            self._group.setExclusive(False)
            pressed.setChecked(False)
            self._group.setExclusive(True)

    def offer(self, key: str, offered: bool) -> None:
        """Show or hide a figure."""
        self._buttons[key].setVisible(offered)


def signed(sign: str, pressed: QWidget) -> QWidget:
    """A figure with the sign before it: they stay together."""
    made = QWidget()
    made.setLayout(row(label(sign, "figure_number"), pressed))
    return made
