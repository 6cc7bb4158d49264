"""Writes the result on essays handed in."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import essay_marking, essays


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser)
    parser.add_argument("--result", metavar="KẾT_QUẢ", type=typed.essay_result, help="“đạt” hoặc “viết lại”")
    parser.add_argument("--score", metavar="ĐIỂM", help="điểm; không ghi --result thì kết quả tính theo điểm")
    parser.add_argument("--by", metavar="HỌ_TÊN", help="người chấm")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày chấm; mặc định là hôm nay")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    people, result = chosen.member_ids(call), said.result
    if result is None and not said.score:
        raise Refusal("Chưa ghi kết quả; hãy ghi --result hoặc --score.")
    if result is None:
        result = essay_marking.score(call.store, found.id, people, said.score, said.by, said.on)
    else:
        essays.assess(call.store, found.id, people, result, said.score, said.by, said.on)
    marked = len(set(people))
    lines = facts([("Đã chấm", f"{marked} bài thu hoạch"), ("Kết quả", word(result).lower())])
    return Answer(data={"round": found.name, "marked": marked, "result": result}, lines=lines)


COMMAND = Command(words=("essay", "mark"), summary="ghi kết quả bài thu hoạch", arguments=arguments, run=run)
