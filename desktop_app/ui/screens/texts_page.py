"""A page of texts that may be said otherwise: the list of them, and below it the text as it comes beside the clerk's.

What is kept is kept when the clerk goes to another text, presses Ctrl+S or leaves the page: nothing typed is lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services.access import Right
from desktop_app.services.drafts import Texts
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.kept_typing import KeptTyping, keep_page
from desktop_app.ui.parts import column, label, row
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.style import GAP, MARGIN, Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

BOX_HEIGHT = 132
CHANGED, AS_IT_COMES = "đã sửa", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text: what it is called, as it comes, as the clerk says it (None = as it comes), and what is told of it."""

    id: int
    name: str
    original: str
    said: str | None = None
    told: str = ""

    @property
    def now(self) -> str:
        return self.original if self.said is None else self.said


class TypedText:
    """The words that stand in the box, and of which text they are."""

    def __init__(self, page: "TextsPage") -> None:
        self._page = page

    def start(self) -> Texts:
        return {}

    def now(self) -> Texts | None:
        row = self._page.row()
        if row is None or not self._page.unsaved():
            return None
        return {"original": row.original, "name": row.name, "text": self._page.mine.toPlainText()}

    def put(self, texts: Texts) -> None:
        wanted = (texts["original"], texts["name"])
        for text in self._page.texts():
            if (text.original, text.name) == wanted:
                self._page.look_for("")
                self._page.table.select_ids([text.id])
                self._page.mine.setPlainText(texts["text"])
                self._page.mine.setFocus()


def one_line(text: str) -> str:
    return " ".join(text.split())


class TextsPage(TableScreen):
    """`texts()` gives the rows, `keep(row, text)` keeps one (None = as it comes) and may raise Refusal."""

    opening = Right.WRITE
    search_hint = "Tìm trong các câu (Ctrl+K)"
    columns: Sequence[Column] = (
        Column(key="name", title="Chỗ", value=lambda t: t.name, width=176, least=96),
        Column(key="now", title="Sẽ in", value=lambda t: one_line(t.now), width=560, least=240),
        Column(
            key="state",
            title="Tình trạng",
            value=lambda t: CHANGED if t.said is not None else AS_IT_COMES,
            width=96,
            tone=lambda t: Tone.WARN if t.said is not None else None,
        ),
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self._row: Text | None = None
        super().__init__(desk, parent)
        self.original, self.mine = QPlainTextEdit(), QPlainTextEdit()
        self.told = label(name="advice", wrap=True)
        self.problem = label(name="problem", wrap=True)
        self._lay_boxes()
        self.guard(Right.WRITE, self.mine)
        self.table.chosen.connect(self._go_on)
        self._typing: KeptTyping | None = None

    def _lay_boxes(self) -> None:
        self.original.setReadOnly(True)
        for box, name in ((self.original, "Nguyên văn"), (self.mine, "Sửa thành")):
            box.setAccessibleName(name)
            box.setTabChangesFocus(True)
            box.setFixedHeight(BOX_HEIGHT)
        left = column(label("Nguyên văn", "subheading"), self.original)
        right = column(label("Sửa thành", "subheading"), self.mine)
        both = row(left, MARGIN, right)
        both.setStretch(0, 1)
        both.setStretch(2, 1)
        self.body.addLayout(both)
        self.body.addWidget(self.problem)
        self.body.addWidget(self.told)
        self.body.setStretch(0, 1)
        self.body.setContentsMargins(0, 0, 0, GAP)
        for quiet in (self.problem, self.told):
            quiet.hide()

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Ghi", run=self.save, keys="Ctrl+S", main=True, right=Right.WRITE),
            Action(caption="Sửa câu này", run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Trả lại nguyên văn", run=self.restore, keys="Ctrl+R", needs=Needs.ONE, right=Right.WRITE),
        )

    # --- what the subclasses know

    def texts(self) -> Sequence[Text]:
        """The rows, in the order of the paper."""
        raise NotImplementedError

    def keep(self, row: Text, text: str | None) -> None:
        """Keep a text, None = as it comes. Raises Refusal."""
        raise NotImplementedError

    def warnings(self) -> Sequence[str]:
        """What the clerk should know about all that is changed."""
        return ()

    # --- the list and the boxes

    def listing(self, query: Query) -> Listing:
        return listing_of(self.texts(), self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} câu"

    def remedy(self) -> Action | None:
        return Action(caption=words.BACK, run=self.desk.back_wanted.emit)

    def open(self, record_id: int) -> None:
        self.edit()

    def focus_start(self) -> None:
        self.table.setFocus()

    def edit(self) -> None:
        """Go into the box of the clerk's own text."""
        self.mine.setFocus()
        self.mine.selectAll()

    def about(self) -> str:
        """Whose words they are, so that no other gets what was typed for it."""
        return self._heading.text()

    def load(self) -> None:
        super().load()
        if self._typing is None:
            self._typing = keep_page(self, self.about(), TypedText(self))
            self.mine.textChanged.connect(self._typing.note)

    def load_now(self) -> None:
        typed = self.unsaved()
        super().load_now()
        if not self.table.selected_count() and self.table.rows.rowCount():
            self.table.selectRow(0)
        if not typed:
            self._show_row()
        self._tell()

    def _tell(self) -> None:
        said = "\n".join(self.warnings())
        self.told.setText(said)
        self.told.setVisible(bool(said))

    def row(self) -> Text | None:
        """The text whose words stand in the box."""
        return self._row

    def unsaved(self) -> bool:
        return self._row is not None and self.mine.toPlainText().strip() != self._row.now.strip()

    def keep_unsaved(self) -> Callable[[], bool]:
        return self.save

    def _show_row(self) -> None:
        found = self.table.records()
        self._row = found[0] if found else None
        with QSignalBlocker(self.mine):
            self.original.setPlainText(self._row.original if self._row else "")
            self.mine.setPlainText(self._row.now if self._row else "")
        self.mine.setEnabled(self._row is not None)
        self.problem.setText(self._row.told if self._row else "")
        self.problem.setObjectName("quiet")
        self.problem.style().polish(self.problem)
        self.problem.setVisible(bool(self.problem.text()))

    def _go_on(self) -> None:
        """Another line was chosen: what was typed for the one before is kept first."""
        chosen = self.table.current_id()
        if self._row is not None and chosen == self._row.id:
            return
        if not self.unsaved() or self.save():
            self._show_row()
        elif self._row is not None:
            with QSignalBlocker(self.table):
                self.table.select_ids([self._row.id])

    def save(self) -> bool:
        """Keep what is typed; False where it was refused, which stands under the boxes."""
        if self._row is None or not self.unsaved():
            return True
        typed, kept = self.mine.toPlainText().strip(), self._row
        return self._kept(kept, None if typed == kept.original.strip() else typed)

    def restore(self) -> None:
        """Say it again as it comes."""
        if self._row is not None:
            self.mine.setPlainText(self._row.original)
            if self._row.said is not None:
                self._kept(self._row, None)

    def _kept(self, kept: Text, text: str | None) -> bool:
        self._row = None
        try:
            self.keep(kept, text)
        except Refusal as refusal:
            self._row = kept
            self._say(str(refusal))
            return False
        if self._row is None:
            self._show_row()
        return True

    def _say(self, sentence: str) -> None:
        self.problem.setObjectName("problem")
        self.problem.style().polish(self.problem)
        self.problem.setText(sentence)
        self.problem.show()
        self.mine.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves the page has kept what was typed."""
        if self.unsaved():
            self.save()
        super().hideEvent(event)
