"""People in the bin, and bringing them back."""

from argparse import ArgumentParser

from desktop_app.commands import people
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import bin as kept
from desktop_app.services import members


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--restore", metavar="MÃ", nargs="+", help="đưa những người này trở lại danh sách")


def run(call: Call) -> Answer:
    if call.options.restore:
        return restore(call, call.options.restore)
    found = kept.binned(call.store)
    rows = [(e.person.code, e.person.full_name, day(e.person.birth_date), e.person.cell, e.deleted_at) for e in found]
    data = [people.as_json(each.person) | {"deleted_at": each.deleted_at} for each in found]
    lines = table(("Mã", "Họ và tên", "Ngày sinh", "Chi bộ", "Vào thùng rác lúc"), rows)
    return Answer(data={"members": data}, lines=lines)


def restore(call: Call, codes: list[str]) -> Answer:
    """Bring back the people of these codes."""
    known = {each.person.code: each.person.id for each in kept.binned(call.store)}
    unknown = next((code for code in codes if code not in known), None)
    if unknown is not None:
        raise Refusal(f"Không có mã “{unknown}” trong thùng rác; hãy xem lại danh sách bằng lệnh bin.")
    ids = [known[code] for code in dict.fromkeys(codes)]
    kept.restore(call.store, ids)
    found = members.page(call.store, ids)
    lines = facts([("Đã khôi phục", ", ".join(person.full_name for person in found))])
    return Answer(data={"restored": [people.as_json(person) for person in found]}, lines=lines)


COMMAND = Command(words=("bin",), summary="xem thùng rác, khôi phục người đã xóa", arguments=arguments, run=run)
