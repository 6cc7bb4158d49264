"""The print centre: choose a document and what it is about, see its pages, keep them as a file or put them on paper.

Other screens come here by `open_print(desk, form_id, subject)`.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.form import Output, Subject
from desktop_app.forms.outputs import CAPTIONS, by_ending
from desktop_app.services.access import Right
from desktop_app.services.agenda import round_step
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, print_out
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import button, row
from desktop_app.ui.print_out import Leaving
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.edit_words_page import EditWordsPage
from desktop_app.ui.screens.issue_dialog import issue_shown
from desktop_app.ui.screens.issued_page import IssuedPage
from desktop_app.ui.screens.issued_print import open_issued
from desktop_app.ui.screens.print_batch import ask_cells
from desktop_app.ui.screens.print_choice import PrintChoice
from desktop_app.ui.screens.print_copy import ask_copy
from desktop_app.ui.screens.print_work import Printed, Shown, compose, file_name, save_file
from desktop_app.ui.screens.today_ways import follow
from desktop_app.ui.screens.today_words import WAYS
from desktop_app.ui.screens.wording_page import WordingPage
from desktop_app.ui.shortcuts import listen
from desktop_app.ui.style import MARGIN

CHOOSING_PAUSE_MS = 150
AGAIN, VIEWER, REGISTER = "Soạn lại", "Mở bằng chương trình xem PDF", "Văn bản phát hành"
EDIT, ISSUE = "Sửa lời văn", "Phát hành…"
NUMBERED, BY_CELLS = "Cấp số, giữ nguyên bản", "In theo từng chi bộ hoặc điểm cầu"


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
        self.more = QMenu(self)
        self._more_button = button("Khác ▾", self.show_more, tip="Alt+K")
        self._fill_menu()
        for part in (self._more_button, self.pages.bar):
            self.tools.addWidget(part)
            self.tools.addStretch(1 if part is self._more_button else 0)
        middle = row(self.choice, self.pages)
        middle.setStretch(1, 1)
        middle.setContentsMargins(0, 0, 0, MARGIN)
        self.body.addLayout(middle)
        self._pause.timeout.connect(self.compose)
        self.choice.changed.connect(self._chosen)
        desk.background.ended.connect(self._job_ended)
        listen(self, "Ctrl+L", "Tìm văn bản", self.choice.chooser.box.setFocus)
        listen(self, "Alt+K", "Khác: dự thảo, độ khẩn, in hai mặt…", self.show_more)

    def gestures(self) -> Sequence[Action]:
        one = Needs.ONE
        return (
            Action(caption="In…", run=self.print_paper, keys="Ctrl+P", needs=one, main=True),
            Action(caption="Lưu tệp…", run=self.save, keys="Ctrl+S", needs=one, tip="PDF, Word hoặc Excel"),
            Action(caption=EDIT, run=self.edit_words, keys="Ctrl+E", needs=one, right=Right.WRITE),
            Action(caption=ISSUE, run=self.issue, keys="Ctrl+Shift+P", needs=one, tip=NUMBERED, right=Right.WRITE),
            Action(caption="Từng chi bộ…", run=self.print_by_cells, keys="Ctrl+Shift+S", tip=BY_CELLS),
            Action(caption=REGISTER, run=self.open_register, keys="Ctrl+R", tip="Sổ văn bản đã phát hành"),
            *self._further(),
            Action(caption="Trang sau", run=lambda: self.pages.view.next_page(), keys="PgDown", button=False),
            Action(caption="Trang trước", run=lambda: self.pages.view.previous_page(), keys="PgUp", button=False),
            Action(caption="To hơn", run=lambda: self.pages.view.nearer(), keys="Ctrl+=", button=False),
            Action(caption="Nhỏ hơn", run=lambda: self.pages.view.farther(), keys="Ctrl+-", button=False),
            Action(caption="Vừa bề ngang", run=lambda: self.pages.view.fit_width(), keys="Ctrl+B", button=False),
        )

    def _further(self) -> Sequence[Action]:
        """What stands in the menu “Khác”."""
        outside = partial(print_out.open_folder, self.desk)
        return (
            Action(caption="Dự thảo, khẩn, hai mặt…", run=self.dress_copy, keys="Ctrl+D", button=False),
            Action(caption="Câu chữ của mẫu…", run=self.edit_wording, keys="Ctrl+M", button=False, right=Right.WRITE),
            Action(caption=VIEWER, run=self.open_outside, keys="Ctrl+Shift+O", needs=Needs.ONE, button=False),
            Action(caption="Mở thư mục đã lưu", run=outside, button=False),
            Action(caption="Căn máy in…", run=self.align_printer, button=False),
        )

    def _fill_menu(self) -> None:
        captions = [action.caption for action in self._further()]
        for armed in self.menu_actions():
            if armed.text() in captions:
                self.more.addAction(armed)

    def show_more(self) -> None:
        """The menu under its button."""
        below = self._more_button.mapToGlobal(self._more_button.rect().bottomLeft())
        self.more.popup(below)
        self.more.setActiveAction(self.more.actions()[0])

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

    def shown(self) -> Shown | None:
        """The document on the screen, None while there is none."""
        if self._printed is None:
            return None
        form, subject, about = self.choice.form(), self.choice.subject(), tuple(self.choice.about())
        return Shown(form=form, subject=subject, printed=self._printed, about=about)

    def name(self) -> str:
        """The file name suggested for the document shown."""
        return file_name(self.choice.form().title, self.choice.about(), today(self.store))

    def _agreed(self, verb: str) -> Shown | None:
        """The document shown where it may leave the house: with something seriously wrong only if the clerk says so."""
        shown = self.shown()
        wrong = shown.printed.serious if shown else []
        if wrong and not ask.confirm_list(self, "Văn bản còn sai về thể thức:", wrong, verb):
            return None
        return shown

    def _leaving(self, shown: Shown) -> Leaving:
        return Leaving(
            desk=self.desk,
            parent=self,
            name=self.name(),
            titles=shown.titles(),
            pages=shown.printed.pages,
            data=shown.data,
            writes=shown.form.register is not None,
            two_sided=shown.subject.paper.two_sided,
        )

    def save(self) -> None:
        """As pages, as a text to edit or as tables to count on, by the kind of file chosen."""
        shown = self._agreed("Vẫn lưu")
        if shown is None:
            return
        kinds = ";;".join(f"{CAPTIONS[output]} (*.{output})" for output in shown.form.outputs)
        path = ask.choose_file_save(self, "Lưu văn bản thành tệp", kinds, print_out.folder() / self.name())
        if path is None:
            return
        if by_ending(path) is Output.PDF:
            print_out.save_pdf(self._leaving(shown), path)
            return
        work = partial(save_file, form=shown.form, subject=shown.subject, output=by_ending(path), path=path)
        self.desk.run(f"Lưu {path.name}", work, lambda _: print_out.saved(self.desk, path, shown.titles()))

    def open_outside(self) -> None:
        if (shown := self.shown()) is not None:
            print_out.open_outside(self._leaving(shown))

    def print_paper(self) -> None:
        if (shown := self._agreed("Vẫn in")) is not None:
            print_out.print_paper(self._leaving(shown))

    def issue(self) -> None:
        """Give it its number; then its page in the register is opened."""
        if (shown := self.shown()) is not None:
            issue_shown(self, self.desk, shown, lambda document: open_issued(self.desk, document.id))

    def edit_words(self) -> None:
        if (shown := self.shown()) is not None and (original := shown.printed.original) is not None:
            self.desk.page_opened.emit(EditWordsPage(self.desk, shown.form, shown.subject, original))

    def edit_wording(self) -> None:
        self.desk.page_opened.emit(WordingPage(self.desk, self.choice.form()))

    def print_by_cells(self) -> None:
        ask_cells(self, self.desk, self.choice.form(), self.choice.subject())

    def dress_copy(self) -> None:
        ask_copy(self, self.choice.paper, self.choice.wear)

    def open_register(self) -> None:
        self.desk.page_opened.emit(IssuedPage(self.desk))

    def align_printer(self) -> None:
        from desktop_app.ui.printer_offset import ask_offset

        ask_offset(self, self.desk)
