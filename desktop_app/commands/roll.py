"""The must-attend list of a conference: figures and names, frozen before marking starts, corrected with a reason."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from db.records import Conference, RollRow
from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import facts, table
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import members, roll_changes, rolls
from desktop_app.services.rolls import RollTotals

FIGURES = (
    ("total", "Tổng số đảng viên"),
    ("exempt", "Miễn sinh hoạt"),
    ("away", "Sinh hoạt tạm thời nơi khác"),
    ("other", "Trừ vì lý do khác"),
    ("hosted", "Sinh hoạt tạm thời tại đây"),
    ("must_attend", "Phải dự"),
    ("guests", "Khách mời, quần chúng dự học"),
    ("provisional", "Chưa rõ danh tính"),
    ("without_cell", "Chưa thuộc chi bộ nào"),
)
NAMED = tuple(name.replace("_", "-") for name, _ in FIGURES if name != "without_cell")


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--freeze", action="store_true", help="chốt danh sách; làm trước khi điểm danh")
    what.add_argument(
        "--add", metavar="MÃ", nargs="+", help="thêm người có trong sổ vào danh sách đã chốt, cần --reason"
    )
    what.add_argument("--take-off", metavar="MÃ", nargs="+", help="đưa khỏi danh sách phải dự, cần --reason")
    what.add_argument("--restore", metavar="MÃ", nargs="+", help="đưa trở lại danh sách phải dự, cần --reason")
    what.add_argument("--names", metavar="SỐ_LIỆU", choices=NAMED, help=f"xem tên sau một số: {', '.join(NAMED)}")
    parser.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do sửa danh sách")
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="cùng --add: ngồi ở điểm cầu này, không theo chi bộ")


def run(call: Call) -> Answer:
    held, said = chosen.the_conference(call), call.options
    if said.freeze:
        rolls.freeze(call.store, held.id)
    elif said.add or said.take_off or said.restore:
        change(call, held)
    elif said.reason or said.venue:
        raise Refusal("Tùy chọn --reason, --venue chỉ dùng cùng --add, --take-off hoặc --restore.")
    frozen = bool(said.freeze or held.frozen_at)
    totals, rows = read(call, held, frozen)
    shown = said.names.replace("-", "_") if said.names else None
    data: Json = {"conference": held.name, "frozen": frozen, "totals": asdict(totals)}
    if shown is None:
        return Answer(data=data, lines=as_lines(totals, frozen))
    named = [row for row in rows if rolls.behind(shown, row)]
    return Answer(data=data | {"names": [asdict(row) for row in named]}, lines=name_lines(named))


def change(call: Call, held: Conference) -> None:
    """Change the frozen roll by hand, as one gesture."""
    said = call.options
    people = [members.find_member(call.store, text).id for text in said.add or said.take_off or said.restore]
    if said.add:
        with call.store.gesture("roll.add", f"Thêm {len(people)} người vào danh sách triệu tập"):
            for member_id in people:
                roll_changes.add(call.store, held.id, member_id, said.reason, chosen.venue_id(call, held.id))
    else:
        service = roll_changes.take_off if said.take_off else roll_changes.restore
        service(call.store, held.id, people, said.reason)


def read(call: Call, held: Conference, frozen: bool) -> tuple[RollTotals, list[RollRow]]:
    """The totals, and the rows where names were asked for."""
    if not frozen:
        return rolls.preview(call.store, held.id)
    rows = rolls.roll(call.store, held.id) if call.options.names else []
    return rolls.totals(call.store, held.id), rows


def as_lines(totals: RollTotals, frozen: bool) -> Iterator[str]:
    state = "đã chốt" if frozen else "chưa chốt, số tạm tính"
    return facts([("Danh sách triệu tập", state), *((said, getattr(totals, name)) for name, said in FIGURES)])


def name_lines(rows: Sequence[RollRow]) -> Iterator[str]:
    listed = [(r.code, r.full_name, r.cell, r.venue, word(r.deduction) if r.deduction else "", r.reason) for r in rows]
    return table(("Mã", "Họ và tên", "Chi bộ", "Điểm cầu", "Không phải dự", "Lý do"), listed)


COMMAND = Command(words=("roll",), summary="xem, chốt, sửa danh sách triệu tập", arguments=arguments, run=run)
