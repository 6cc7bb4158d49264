"""Gives members out as a file: the office's own list, or the upload file of the national data base."""

from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path

from db.keys import tidy
from db.values import MemberStatus
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import progress
from desktop_app.domain.refusal import Refusal
from desktop_app.services.members import MemberFilter

LAYOUTS = ("list", "4.0")
ORDERS = ("list", "cell", "birth_date", "code")


def status(text: str) -> MemberStatus:
    return typed.kept(MemberStatus, text)


def names(text: str) -> list[str]:
    """Fields between commas."""
    found = [tidy(name) for name in text.split(",") if tidy(name)]
    if not found:
        raise ArgumentTypeError("chưa ghi cột nào; hãy ghi tên các cột, cách nhau bằng dấu phẩy.")
    return found


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--layout", choices=LAYOUTS, default="list", help="list: danh sách của văn phòng; 4.0: “File nhập liệu 4.0”"
    )
    parser.add_argument("--out", metavar="TỆP", type=Path, required=True, help="tệp .xlsx hoặc .csv sẽ ghi")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này: số hoặc tên")
    parser.add_argument("--status", metavar="TRẠNG_THÁI", type=status, help="chỉ những người ở trạng thái này")
    parser.add_argument("--order", choices=ORDERS, default="list", help="thứ tự; mặc định là theo tên")
    chosen.as_of_option(parser)
    parser.add_argument(
        "--columns",
        metavar="CỘT,…",
        type=names,
        help="các cột của danh sách theo thứ tự, ví dụ full_name,birth_date,cell; ghi sai thì được kể tên các cột",
    )


def run(call: Call) -> Answer:
    from desktop_app.exchange.member_export import USUAL, export_list
    from desktop_app.exchange.national_export import export_national

    typed_in = call.options
    if typed_in.out.resolve() == call.path.resolve():
        raise Refusal(f"Không ghi danh sách đè lên sổ “{typed_in.out.name}”; hãy ghi tên tệp khác sau --out.")
    on: str | None = typed_in.on
    wanted = MemberFilter(cell_id=chosen.cell_id(call, on), status=typed_in.status, order=typed_in.order, on=on)
    told = progress("Đang xuất")
    if typed_in.layout == "4.0" and typed_in.columns:
        raise Refusal("Mẫu 4.0 có các cột cố định; hãy bỏ --columns hoặc chọn --layout list.")
    if typed_in.layout == "4.0":
        done = export_national(call.store, typed_in.out, wanted, told)
    else:
        done = export_list(call.store, typed_in.out, wanted, typed_in.columns or USUAL, told)
    data = {"layout": typed_in.layout, "out": str(done.path), "members": done.people, "blank": list(done.blank)}
    return Answer(data=data, lines=[done.sentence])


COMMAND = Command(
    words=("export", "members"), summary="xuất danh sách đảng viên ra bảng tính", arguments=arguments, run=run
)
