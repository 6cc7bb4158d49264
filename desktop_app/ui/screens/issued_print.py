"""One issued document: the very pages that went out, to look at, to print again, to save, to withdraw."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_date
from desktop_app.services import issuing
from desktop_app.services.access import Right
from desktop_app.services.issuing import IssuedDocument
from desktop_app.services.office import today
from desktop_app.ui import ask, print_out
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, TextField
from desktop_app.ui.parts import label
from desktop_app.ui.print_out import Leaving
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Screen
from desktop_app.ui.screens.issued_columns import state
from desktop_app.ui.screens.print_work import file_name
from desktop_app.ui.screens.why_page import open_why
from desktop_app.ui.style import MARGIN

AGAIN = "In lại văn bản phát hành"
WITHDRAW = (
    DateField(key="on", label="Ngày thu hồi", required=True, whole=True),
    TextField(key="reason", label="Lý do", required=True, hint="ví dụ: thay bằng báo cáo số 13"),
)
KEPT = "Văn bản vẫn nằm trong sổ và giữ số của nó; số ấy không cấp cho văn bản khác."


def open_issued(desk: Desk, document_id: int) -> None:
    """Open the page of an issued document over the present screen."""
    desk.page_opened.emit(IssuedPrint(desk, document_id))


def leaving(parent: QWidget, desk: Desk, found: IssuedDocument, pages: int = 1) -> Leaving:
    """The pages of that day on their way out once more."""
    name = file_name(f"{found.symbol} {found.title}", (), today(desk.store))
    titles = (AGAIN, found.symbol)
    return Leaving(
        desk=desk,
        parent=parent,
        name=name,
        titles=titles,
        pages=pages,
        data=lambda store: issuing.reprint(store, found.id),
    )


def save_again(parent: QWidget, desk: Desk, found: IssuedDocument) -> None:
    """The pages of that day as a file."""
    out = leaving(parent, desk, found)
    path = ask.choose_file_save(parent, "Lưu nguyên bản", "PDF (*.pdf)", print_out.folder() / out.name)
    if path is not None:
        print_out.save_pdf(out, path)


def withdraw(parent: QWidget, desk: Desk, found: IssuedDocument) -> None:
    """Ask when and why, then mark it withdrawn."""

    def keep(values: Values) -> None:
        desk.write(issuing.withdraw, found.id, values["on"], values["reason"])

    start = {"on": today(desk.store).isoformat()}
    fill_in(parent, f"Thu hồi {found.symbol}", "Thu hồi", WITHDRAW, start, keep, told=KEPT)


class IssuedPrint(Screen):
    """The head says what it is; a withdrawn document says so over its pages."""

    title = "Văn bản phát hành"
    search_hint = "Tìm trong văn bản (Ctrl+K)"

    def __init__(self, desk: Desk, document_id: int) -> None:
        from desktop_app.ui.pages_pane import PagesPane

        super().__init__(desk)
        self.document_id = document_id
        self._shown_hash: str | None = None
        self.facts_line, self.pages = label(name="quiet", wrap=True), PagesPane(self)
        self.tools.addStretch(1)
        self.tools.addWidget(self.pages.bar)
        self.body.addWidget(self.facts_line)
        self.body.addWidget(self.pages, 1)
        self.body.setContentsMargins(0, 0, 0, MARGIN)

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="In…", run=self.print_paper, keys="Ctrl+P", main=True),
            Action(caption="Lưu PDF…", run=self.save, keys="Ctrl+S"),
            Action(caption="Mở bằng chương trình xem PDF", run=self.open_outside, keys="Ctrl+Shift+O"),
            Action(caption="Vì sao số liệu khác?", run=self.explain, keys="Ctrl+Shift+Y"),
            Action(caption="Thu hồi…", run=self.withdraw, keys="Delete", right=Right.WRITE),
            Action(caption="Trang sau", run=lambda: self.pages.view.next_page(), keys="PgDown", button=False),
            Action(caption="Trang trước", run=lambda: self.pages.view.previous_page(), keys="PgUp", button=False),
        )

    def document(self) -> IssuedDocument:
        return issuing.document(self.store, self.document_id)

    def load(self) -> None:
        found = self.document()
        self.set_title(f"{found.symbol}: {found.title}")
        facts = (show_date(found.issued_on), found.signer or "", f"nhiệm kỳ {found.term}", state(found))
        self.facts_line.setText(" · ".join(filter(None, facts)))
        if self._shown_hash != found.print_hash:
            self._shown_hash = found.print_hash
            self.pages.show_pdf(issuing.reprint(self.store, found.id))

    def focus_start(self) -> None:
        self.pages.view.setFocus()

    def searched(self, text: str) -> None:
        self.pages.view.look_for(text)

    def entered(self, text: str) -> None:
        if text:
            self.pages.next_hit()

    def _leaving(self) -> Leaving:
        return leaving(self, self.desk, self.document(), self.pages.view.page_count())

    def print_paper(self) -> None:
        print_out.print_paper(self._leaving())

    def save(self) -> None:
        save_again(self, self.desk, self.document())

    def open_outside(self) -> None:
        print_out.open_outside(self._leaving())

    def explain(self) -> None:
        open_why(self.desk, self.document())

    def withdraw(self) -> None:
        withdraw(self, self.desk, self.document())
