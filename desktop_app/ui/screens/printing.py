"""The print centre: choose a document and what it is about, see its pages, keep them as a file or put them on paper.

Other screens come here by `open_print(desk, form_id, subject)`.
"""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from db.values import OutputKind
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Output, Subject
from desktop_app.forms.outputs import CAPTIONS
from desktop_app.services import journal
from desktop_app.services.agenda import round_step
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import row
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.print_choice import PrintChoice
from desktop_app.ui.screens.print_work import Printed, compose, drawn, file_name, save_file, unwritable
from desktop_app.ui.screens.today_ways import follow
from desktop_app.ui.screens.today_words import WAYS
from desktop_app.ui.settings import remember, remembered_text
from desktop_app.ui.style import MARGIN

CHOOSING_PAUSE_MS = 150
AGAIN = "Soạn lại"


def open_print(desk: Desk, form_id: str, subject: Subject | None = None) -> None:
    """Open the print centre over the present screen, with this document about this subject already composed."""
    desk.page_opened.emit(PrintScreen(desk, form_id, subject))


class PrintScreen(Screen):
    """One document at a time; it is composed again whenever something else is chosen or written."""

    title = "In ấn"
    search_hint = "Tìm trong văn bản (Ctrl+K)"

    def __init__(
        self, desk: Desk, form_id: str = "", subject: Subject | None = None, parent: QWidget | None = None
    ) -> None:
        from desktop_app.ui.pages_pane import PagesPane

        super().__init__(desk, parent)
        self.choice, self.pages = PrintChoice(desk.store), PagesPane(self)
        self._printed: Printed | None = None
        self._ticket, self._running, self._waiting = 0, False, False
        self._kept: tuple[object, int] = (None, 0)
        if form_id:
            self.choice.preset(form_id, subject or Subject())
        self._pause = QTimer(self, singleShot=True, interval=CHOOSING_PAUSE_MS)
        self.tools.addStretch(1)
        self.tools.addWidget(self.pages.bar)
        middle = row(self.choice, self.pages)
        middle.setStretch(1, 1)
        middle.setContentsMargins(0, 0, 0, MARGIN)
        self.body.addLayout(middle)
        self._pause.timeout.connect(self.compose)
        self.choice.changed.connect(self._chosen)
        desk.background.ended.connect(self._job_ended)

    def gestures(self) -> Sequence[Action]:
        one = Needs.ONE
        return (
            Action(caption="In…", run=self.print_paper, keys="Ctrl+P", needs=one, main=True),
            Action(caption="Lưu PDF…", run=self.save, keys="Ctrl+S", needs=one),
            Action(caption="Lưu Word…", run=partial(self.save_as, Output.DOCX), keys="Ctrl+Shift+W", needs=one),
            Action(caption="Lưu Excel…", run=partial(self.save_as, Output.XLSX), keys="Ctrl+Shift+E", needs=one),
            Action(caption="Mở bằng chương trình xem PDF", run=self.open_outside, keys="Ctrl+O", needs=one),
            Action(caption="Trang sau", run=lambda: self.pages.view.next_page(), keys="PgDown", button=False),
            Action(caption="Trang trước", run=lambda: self.pages.view.previous_page(), keys="PgUp", button=False),
            Action(caption="To hơn", run=lambda: self.pages.view.nearer(), keys="Ctrl+=", button=False),
            Action(caption="Nhỏ hơn", run=lambda: self.pages.view.farther(), keys="Ctrl+-", button=False),
            Action(caption="Vừa bề ngang", run=lambda: self.pages.view.fit_width(), keys="Ctrl+B", button=False),
        )

    def selected_count(self) -> int:
        return int(self._printed is not None)

    def focus_start(self) -> None:
        self.choice.documents.setFocus()

    def searched(self, text: str) -> None:
        self.pages.view.look_for(text)

    def entered(self, text: str) -> None:
        if text:
            self.pages.next_hit()

    def load(self) -> None:
        self.choice.refill()
        self.compose()

    # --- composing

    def _chosen(self) -> None:
        self._forget()
        self._pause.start()

    def _forget(self) -> None:
        """Nothing shown may be printed by mistake once something else is wanted."""
        if self._printed is not None:
            self._kept = (self._what(), self.pages.view.page())
        self._printed = None
        self._ticket += 1
        self.enable_gestures()

    def _what(self) -> object:
        return self.choice.form().id, self.choice.subject()

    def compose(self) -> None:
        """Compose what is chosen beside the window; after the job that is running, if one is."""
        self._pause.stop()
        self._forget()
        form, subject = self.choice.form(), self.choice.subject()
        self._waiting = self.desk.background.busy
        self.pages.show_sentence("Đang soạn…" if not self._waiting else "Chờ việc đang chạy xong rồi soạn…")
        if self._waiting:
            return
        self._running, ticket = True, self._ticket

        def work(store: Store, progress: Progress) -> Printed | Refusal | None:
            return compose(store, progress, form, subject, lambda: ticket == self._ticket)

        self.desk.run(f"Soạn {form.title}", work, partial(self._composed, ticket))

    def _job_ended(self) -> None:
        """A job is over: begin the one that waited, or say that ours was stopped; what it made comes after this."""
        if self._waiting:
            self._waiting = False
            QTimer.singleShot(0, self, self.compose)
        elif self._running:
            self._running = False
            self.pages.show_sentence("Đã dừng soạn văn bản.", AGAIN, self.compose)

    def _composed(self, ticket: int, made: Printed | Refusal | None) -> None:
        if not isValid(self) or ticket != self._ticket:
            return
        if isinstance(made, Printed):
            self._show(made)
        elif made is not None:
            self._refused(made)

    def _show(self, made: Printed) -> None:
        self._printed = made
        what, page = self._kept
        self.pages.show_pdf(made.data, page if what == self._what() else 0)
        self.choice.notice.setText(made.notes())
        self.choice.notice.setVisible(bool(made.notes()))
        self.enable_gestures()

    def _refused(self, refusal: Refusal) -> None:
        """Why there are no pages, with the way to where that can be mended."""
        step = round_step(self.store, self.choice.subject().round_id)
        if step is None:
            self.pages.show_sentence(str(refusal), AGAIN, self.compose)
            return
        go = partial(follow, self.desk, step, self.choice.subject().round_id)
        self.pages.show_sentence(str(refusal), WAYS[step.task].caption, go)

    # --- what is done with the pages

    def name(self) -> str:
        """The file name suggested for the document shown."""
        return file_name(self.choice.form().title, self.choice.about(), today(self.store))

    def _titles(self) -> tuple[str, str]:
        """The document shown, and of whom it is."""
        return self.choice.form().title, ", ".join(self.choice.about())

    def _agreed(self, verb: str) -> bool:
        """Whether the document shown may leave the house: with something seriously wrong only if the clerk says so."""
        wrong = self._printed.serious if self._printed else []
        return not wrong or ask.confirm_list(self, "Văn bản còn sai về thể thức:", wrong, verb)

    def save(self) -> None:
        path = self._asked(Output.PDF)
        if path is not None:
            self._finally(partial(self._keep, path, self._titles()))

    def save_as(self, output: Output) -> None:
        """The document shown as a file to edit or to count on, made beside the window."""
        path, titles = self._asked(output), self._titles()
        if path is None:
            return
        work = partial(save_file, form=self.choice.form(), subject=self.choice.subject(), output=output, path=path)
        self.desk.run(f"Lưu {path.name}", work, lambda _: self._saved(path, titles))

    def _asked(self, output: Output) -> Path | None:
        if self._printed is None or not self._agreed("Vẫn lưu"):
            return None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = (Path(remembered_text("print/folder") or documents) / self.name()).with_suffix(f".{output}")
        caption = CAPTIONS[output]
        return ask.choose_file_save(self, f"Lưu văn bản thành tệp {caption}", f"{caption} (*.{output})", suggested)

    def _finally(self, then: Callable[[bytes], object]) -> None:
        """Go on with the pages as they leave the house: those whose pages are written down are composed once more."""
        printed, form, subject = self._printed, self.choice.form(), self.choice.subject()
        if printed is None:
            return
        if form.register is None:
            then(printed.data)
            return

        def work(store: Store, progress: Progress) -> bytes:
            return drawn(form.final(store, subject), progress).data

        self.desk.run(f"Cấp mã trang {form.title}", work, then, writes=True)

    def _keep(self, path: Path, titles: tuple[str, str], data: bytes) -> None:
        try:
            whole = path.with_name(path.name + ".part")
            whole.write_bytes(data)
            os.replace(whole, path)
        except OSError:
            self.desk.refused.emit(unwritable(path))
            return
        self._saved(path, titles)

    def _saved(self, path: Path, titles: tuple[str, str]) -> None:
        remember("print/folder", str(path.parent))
        journal.record_output(self.store, *titles, OutputKind.EXPORT)
        self.desk.said.emit(f"Đã lưu {path.name} vào {words.shortened(str(path.parent))}.", False)

    def open_outside(self) -> None:
        from desktop_app.ui.opened_files import open_pdf

        name, titles = self.name(), self._titles()

        def show(data: bytes) -> None:
            try:
                open_pdf(data, name)
            except Refusal as refusal:
                self.desk.refused.emit(str(refusal))
            else:
                journal.record_output(self.store, *titles, OutputKind.EXPORT)

        self._finally(show)

    def print_paper(self) -> None:
        """Ask which printer, pages and copies, then print beside the window."""
        from desktop_app.ui import paper

        if self._printed is None or not self._agreed("Vẫn in"):
            return
        data, printer = self._printed.data, paper.new_printer(self.name().removesuffix(".pdf"))
        form, subject = self.choice.form(), self.choice.subject()
        if not ask.choose_printer(self, printer, self._printed.pages):
            return

        what, about = self._titles()

        def work(store: Store, progress: Progress) -> int:
            pages = drawn(form.final(store, subject)).data if form.register else data
            sides = paper.print_pages(pages, printer, progress)
            journal.record_output(store, what, about)
            return sides

        def sent(sides: int) -> None:
            where = f" {printer.printerName()}" if printer.printerName() else ""
            self.desk.said.emit(f"Đã gửi {grouped(sides)} trang tới máy in{where}.", False)

        self.desk.run(f"In {what}", work, sent, writes=form.register is not None)
