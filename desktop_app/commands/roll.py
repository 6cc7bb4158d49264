"""The must-attend list of a conference in figures: worked out, or frozen before marking starts."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.services import rolls

FIGURES = (
    ("total", "Tổng số đảng viên"),
    ("exempt", "Miễn sinh hoạt"),
    ("away", "Sinh hoạt tạm thời nơi khác"),
    ("other", "Trừ vì lý do khác"),
    ("hosted", "Sinh hoạt tạm thời tại đây"),
    ("must_attend", "Phải dự"),
    ("guests", "Khách mời, quần chúng dự học"),
    ("without_cell", "Chưa thuộc chi bộ nào"),
)


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    parser.add_argument("--freeze", action="store_true", help="chốt danh sách; làm trước khi điểm danh")


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    if call.options.freeze:
        totals = rolls.freeze(call.store, held.id)
    elif held.frozen_at:
        totals = rolls.totals(call.store, held.id)
    else:
        totals, _ = rolls.preview(call.store, held.id)
    frozen = bool(call.options.freeze or held.frozen_at)
    state = "đã chốt" if frozen else "chưa chốt, số tạm tính"
    lines = facts([("Danh sách triệu tập", state), *((said, getattr(totals, name)) for name, said in FIGURES)])
    return Answer(data={"conference": held.name, "frozen": frozen, "totals": asdict(totals)}, lines=lines)


COMMAND = Command(words=("roll",), summary="xem hoặc chốt danh sách triệu tập", arguments=arguments, run=run)
