"""Makes the store of an office."""

from argparse import ArgumentParser

from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services.office import OfficeDraft, office
from desktop_app.services.store import create_office


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--name", metavar="TÊN", required=True, help="tên cơ quan, ví dụ “Đảng ủy phường Đông Thọ”")
    parser.add_argument("--parent", metavar="TÊN", required=True, help="cấp ủy cấp trên, ví dụ “Tỉnh ủy Thanh Hóa”")
    parser.add_argument("--place", metavar="ĐỊA_DANH", help="địa danh trên văn bản; mặc định lấy theo tên cơ quan")


def run(call: Call) -> Answer:
    typed = call.options
    store = create_office(call.path, OfficeDraft(name=typed.name, parent=typed.parent, place=typed.place))
    try:
        made = office(store)
    finally:
        store.close()
    data = {"store": str(call.path), "name": made.name, "parent": made.parent, "place": made.place}
    lines = facts([("Đã lập sổ", str(call.path)), ("Cơ quan", made.name), ("Cấp trên", made.parent)])
    return Answer(data=dict(data), lines=lines)


COMMAND = Command(words=("new",), summary="lập sổ mới cho một cơ quan", arguments=arguments, run=run)
