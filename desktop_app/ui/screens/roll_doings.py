"""What can be done by hand to a frozen must-attend list: people added, taken off, put back, seated, found again."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from desktop_app.domain.wording import grouped
from desktop_app.forms.form import Subject
from desktop_app.services import conferences, members, roll_changes, rolls, seating
from desktop_app.services.access import Right
from desktop_app.services.store import Store
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, ChoiceField, DateField, Field, TextField
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Needs
from desktop_app.ui.screens.printing import open_print
from desktop_app.ui.screens.unknown_page import UnknownPage
from desktop_app.ui.screens.venues_tab import as_tree
from desktop_app.ui.table import RecordTable

WHY = "ví dụ: theo Công văn số … ngày …"


class Roll(Protocol):
    """What these doings need of the list they are done in."""

    conference_id: int
    desk: Desk
    store: Store
    table: RecordTable


def venue_field(roll: Roll, required: bool = False) -> Field:
    """The venues of the conference as a tree to choose from."""
    tree = as_tree(conferences.venues(roll.store, roll.conference_id), {})
    options = [(line.id, line.shown_name) for line in tree]
    return ChoiceField(key="venue_id", label="Điểm cầu", required=required, options=options)


def add_known(roll: Roll) -> None:
    """Put someone of the register on the list."""
    fields = (
        TextField(key="who", label="Người", required=True, hint="mã đảng viên hoặc đủ họ tên"),
        venue_field(roll),
        TextField(key="reason", label="Lý do", required=True, hint=WHY),
    )

    def keep(values: Values) -> None:
        person = members.find_member(roll.store, values["who"])
        given = (roll.conference_id, person.id, values["reason"], values["venue_id"])
        roll.desk.write(roll_changes.add, *given, done=f"Đã thêm {person.full_name} vào danh sách triệu tập.")

    told = "Để trống điểm cầu thì ngồi cùng chi bộ. Khách mời có trong sổ được tính riêng, không vào số phải dự."
    fill_in(roll.table, "Thêm người có trong sổ", "Thêm vào danh sách", fields, {}, keep, told=told)


def add_new(roll: Roll) -> None:
    """Put someone on the list whom the register does not have: a guest, or someone whose identity is found later."""
    fields = (
        TextField(key="full_name", label="Họ và tên", required=True),
        DateField(key="birth_date", label="Ngày sinh", half=True),
        venue_field(roll),
        TextField(key="reason", label="Lý do", required=True, hint="ví dụ: khách mời của Ủy ban Mặt trận Tổ quốc"),
        CheckField(key="unsure", label="", sentence="Chưa rõ là ai, sẽ nối với người trong sổ sau"),
    )

    def keep(values: Values) -> None:
        name, why, venue, born = (values[key] for key in ("full_name", "reason", "venue_id", "birth_date"))
        if values["unsure"]:
            roll.desk.write(rolls.write_in, roll.conference_id, name, venue, why, born)
        else:
            roll.desk.write(roll_changes.add_guest, roll.conference_id, name, why, venue, born)

    fill_in(roll.table, "Ghi thêm người chưa có trong sổ", "Ghi thêm", fields, {}, keep)


def take_off(roll: Roll) -> None:
    change(roll, "Đưa {} khỏi danh sách phải dự vì lý do gì?", "Đưa khỏi danh sách", roll_changes.take_off)


def restore(roll: Roll) -> None:
    if all(row.deduction is None for row in roll.table.records()):
        roll.desk.refused.emit(f"{people(roll)} đang ở trong danh sách phải dự nên không cần đưa trở lại.")
        return
    change(roll, "Đưa {} trở lại danh sách phải dự vì lý do gì?", "Đưa trở lại", roll_changes.restore)


def change(roll: Roll, question: str, verb: str, service: Callable[..., int]) -> None:
    """Ask why, and do it to everyone chosen."""
    chosen = roll.table.selected_ids()
    reason = ask.ask_text(roll.table, question.format(people(roll)), verb, "Lý do")
    if reason:
        roll.desk.perform(service, roll.conference_id, chosen, reason)


def seat(roll: Roll) -> None:
    """Seat the chosen people at another venue than their cell's."""
    chosen = roll.table.selected_ids()
    if not conferences.venues(roll.store, roll.conference_id):
        roll.desk.refused.emit("Hội nghị chưa có điểm cầu nào; hãy thêm điểm cầu ở thẻ Điểm cầu trước.")
        return
    field = venue_field(roll, required=True)
    answer = ask.ask_value(roll.table, f"{people(roll)} dự tại điểm cầu nào?", "Đổi điểm cầu", field)
    if isinstance(answer, int):
        roll.desk.perform(seating.seat_people, roll.conference_id, chosen, answer)


def people(roll: Roll) -> str:
    """The one chosen by name, several as a figure."""
    chosen = roll.table.records()
    return str(chosen[0].full_name) if len(chosen) == 1 else f"{grouped(roll.table.selected_count())} người đã chọn"


def invite(roll: Roll) -> None:
    """The invitation of the one chosen."""
    member_id = roll.table.selected_ids()[0]
    open_print(roll.desk, "invitation", Subject(conference_id=roll.conference_id, member_id=member_id))


def find_again(roll: Roll) -> None:
    """The people written in, to be joined to whom they are."""
    held = conferences.conference(roll.store, roll.conference_id)
    roll.desk.page_opened.emit(UnknownPage(roll.desk, held.round_id))


LOOKING: dict[str, Any] = {"right": Right.LOOK}
DOINGS: Sequence[tuple[Callable[[Any], None], dict[str, Any]]] = (
    (add_known, {"caption": "Thêm người", "keys": "Ctrl+N", "tip": "Người có trong sổ, với lý do"}),
    (add_new, {"caption": "Ghi thêm người ngoài sổ", "tip": "Khách mời, hoặc người chưa rõ danh tính"}),
    (take_off, {"caption": "Đưa khỏi danh sách", "keys": "Delete", "needs": Needs.SOME, "tip": "Với lý do"}),
    (restore, {"caption": "Đưa trở lại", "needs": Needs.SOME, "tip": "Phải dự trở lại, với lý do"}),
    (seat, {"caption": "Đổi điểm cầu", "needs": Needs.SOME, "tip": "Ngồi nơi khác với chi bộ"}),
    (invite, {"caption": "Giấy mời", "needs": Needs.ONE, "tip": "Soạn giấy mời người này", "button": False} | LOOKING),
    (find_again, {"caption": "Người chưa rõ danh tính"} | LOOKING),
)
