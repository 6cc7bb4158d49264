"""Issuing the document that is shown: its number, day and signer are asked for, then it goes out for ever.

Where the committee's term is not written down yet, it is asked for first.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from db.paper_records import OfficeSigner
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.issue import send_out
from desktop_app.services import issuing, signers, terms
from desktop_app.services.issuing import IssuedDocument
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, NumberField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screens.print_work import Shown
from desktop_app.ui.screens.term_dialog import ask_term

NO_KIND = "“{}” không phải loại văn bản có số và ký hiệu nên không phát hành được; hãy bấm “In…” hoặc “Lưu tệp…”."
TOLD = (
    "Văn bản nhận số, được giữ nguyên bản trong sổ văn bản phát hành và không hoàn tác được; "
    "phát hành nhầm thì thu hồi."
)
Issued = Callable[[IssuedDocument], object]


def issue_shown(parent: QWidget, desk: Desk, shown: Shown, then: Issued) -> None:
    """Issue what is shown, after telling what is wrong with it; `then(document)` once it is out."""
    if not shown.form.kind:
        desk.refused.emit(NO_KIND.format(shown.form.title))
        return
    wrong = [*shown.printed.serious, *shown.printed.warnings, *blanks(shown.printed.blank)]
    if wrong and not ask.confirm_list(parent, "Văn bản còn chỗ phải xem lại:", wrong, "Vẫn phát hành"):
        return
    try:
        terms.term_on(desk.store, today(desk.store).isoformat())
    except Refusal as refusal:
        ask_term(parent, desk, lambda: later(desk, lambda: ask_issue(parent, desk, shown, then)), str(refusal))
        return
    ask_issue(parent, desk, shown, then)


def blanks(lines: Sequence[str]) -> list[str]:
    """A sentence about the lines of dots that would go out as they are."""
    if not lines:
        return []
    named = ", ".join(f"“{line}”" for line in dict.fromkeys(lines) if line)
    told = f": {named}" if named else ""
    return [f"Còn {len(lines)} chỗ để trống (dòng chấm){told}; bấm “Sửa lời văn” để ghi, hoặc ghi tay sau khi in."]


def later(desk: Desk, run: Callable[[], object]) -> None:
    """After the dialog that is closing has gone."""
    QTimer.singleShot(0, desk, run)


def ask_issue(parent: QWidget, desk: Desk, shown: Shown, then: Issued) -> None:
    """The dialog: a number that was given already is refused in it."""
    on = today(desk.store).isoformat()
    known = signers.signers(desk.store)
    fields = (
        NumberField(key="number", label="Số", required=True, half=True, least=1, most=99_999),
        DateField(key="on", label="Ngày", required=True, whole=True, half=True),
        ChoiceField(key="signer", label="Người ký", required=True, options=list(enumerate(map(named, known)))),
    )

    def keep(values: Values) -> None:
        issuing.check_number(desk.store, shown.form.kind, values["number"], values["on"])
        later(desk, lambda: send(desk, shown, values["number"], values["on"], known[values["signer"]], then))

    start = {"number": issuing.next_number(desk.store, shown.form.kind, on), "on": on, "signer": 0}
    title = f"Phát hành: {shown.form.title}"
    fill_in(parent, title, "Phát hành", fields, start, keep, told=TOLD)


def named(signer: OfficeSigner) -> str:
    """“Trần Thị Phó · T/M ĐẢNG ỦY, PHÓ BÍ THƯ”."""
    above = ", ".join(filter(None, (signer.authority, signer.position)))
    return " · ".join(filter(None, (signer.name or "(chưa ghi họ tên)", above)))


def send(desk: Desk, shown: Shown, number: int, on: str, signer: OfficeSigner, then: Issued) -> None:
    """Compose, number and keep it beside the window."""

    def work(store: Store, progress: Progress) -> IssuedDocument:
        return send_out(store, shown.form, shown.subject, number, date.fromisoformat(on), signer, progress)

    def out(document: IssuedDocument) -> None:
        desk.said.emit(f"Đã phát hành {document.symbol} và giữ nguyên bản trong sổ văn bản phát hành.", False)
        then(document)

    desk.run(f"Phát hành {shown.form.title}", work, out, writes=True)
