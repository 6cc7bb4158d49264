"""Before a change that moves last days is kept: whose day moves from when to when, and the clerk's word on it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services.due import Moved, moved_by
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk

NO_DAY = "chưa có hạn"


def agree(parent: QWidget, desk: Desk, round_id: int, change: Callable[[Store], object]) -> None:
    """Show whose last day the change moves and ask; nothing is asked where none moves.

    Raises Refusal when the clerk does not agree, so that the form stays open with what was typed.
    """
    moved = moved_by(desk.store, round_id, change)
    if moved and not ask.confirm_list(parent, said(moved), [line(each) for each in moved], "Ghi và đổi hạn"):
        raise Refusal("Chưa ghi gì, hạn của mọi người giữ như cũ; hãy sửa lại hoặc bấm Thôi.")


def said(moved: Sequence[Moved]) -> str:
    """“Hạn của 12 người, 2 đơn vị sẽ đổi. Xem danh sách rồi bấm Ghi và đổi hạn.”"""
    people = len({(each.name, each.unit) for each in moved if each.name != each.unit})
    units = len({each.unit for each in moved if each.name == each.unit})
    counts = [f"{grouped(people)} người"] * bool(people) + [f"{grouped(units)} đơn vị"] * bool(units)
    return f"Thay đổi này làm đổi hạn của {' và '.join(counts)}:"


def line(each: Moved) -> str:
    who = each.name if each.name == each.unit else f"{each.name} ({each.unit})"
    return f"{who} · {each.what}: {day(each.old)} → {day(each.new)}"


def day(iso: str | None) -> str:
    return show_date(iso) if iso else NO_DAY
