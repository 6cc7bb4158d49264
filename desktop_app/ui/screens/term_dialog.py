"""The dialog in which a term of the committee is written down: numbers of documents run through it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from db.paper_records import Term
from db.values import FOREVER
from desktop_app.services import terms
from desktop_app.ui import words
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import DateField, TextField
from desktop_app.ui.record_dialog import fill_in

FIELDS = (
    TextField(key="name", label="Nhiệm kỳ", required=True, hint="2025 - 2030"),
    DateField(key="starts_on", label="Từ ngày", required=True, whole=True, half=True),
    DateField(key="ends_on", label="Đến hết ngày", whole=True, half=True, hint="để trống: đang chạy"),
)
TOLD = (
    "Số văn bản của mỗi loại chạy từ 01 trong một nhiệm kỳ, từ ngày liền sau ngày bế mạc đại hội đến ngày bế mạc đại "
    "hội lần sau."
)


def ask_term(
    parent: QWidget,
    desk: Desk,
    then: Callable[[], object] = lambda: None,
    why: str = "",
    term: Term | None = None,
) -> None:
    """Open it for a new term, or for one to be changed; `then()` once it is kept."""

    def keep(values: Values) -> None:
        ends_on = values["ends_on"] or FOREVER
        kept = Term(id=term.id if term else 0, name=values["name"], starts_on=values["starts_on"], ends_on=ends_on)
        desk.write(terms.save_term, kept)
        then()

    start = {} if term is None else {"name": term.name, "starts_on": term.starts_on, "ends_on": last_day(term)}
    title = "Khai nhiệm kỳ" if term is None else f"Sửa nhiệm kỳ {term.name}"
    fill_in(parent, title, words.SAVE, FIELDS, start, keep, told=why or TOLD)


def last_day(term: Term) -> str | None:
    """None for a term that is running on."""
    return None if term.ends_on == FOREVER else term.ends_on
