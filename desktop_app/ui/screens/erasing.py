"""Asking before one person's data is erased for good, and doing it beside the window."""

from collections.abc import Callable

from db.records import Member
from desktop_app.domain.refusal import Refusal
from desktop_app.services import erasing
from desktop_app.ui import ask
from desktop_app.ui.screen import Screen

CAPTION = "Xóa hẳn dữ liệu cá nhân…"


def ask_erase(screen: Screen, person: Member, then: Callable[[], object] = bool) -> None:
    """One question that says what goes, what stays and what is not reached; `then` once it is done."""
    try:
        erasing.refuse_living(screen.store, person.id)
    except Refusal as refusal:
        screen.desk.refused.emit(str(refusal))
        return
    question = f"Xóa hẳn dữ liệu cá nhân của {person.full_name}? {erasing.STAYS}\n\n{erasing.BEYOND}"
    if not ask.confirm(screen, question, "Xóa hẳn", lasting=True):
        return

    desk = screen.desk

    def done(kept: Member) -> None:
        then()
        desk.said.emit(f"Đã xóa dữ liệu của người mang mã {kept.code}. {erasing.BEYOND}", False)

    desk.run("Xóa dữ liệu cá nhân", lambda store, progress: erasing.erase(store, person.id), done, writes=True)
