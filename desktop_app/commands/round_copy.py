"""Makes a study round on the pattern of an earlier one, every date as many days later."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, facts
from desktop_app.services import conferences, copies


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--name", metavar="TÊN", required=True, help="tên đợt mới")
    parser.add_argument(
        "--starts-on", metavar="NGÀY", type=typed.day, required=True, help="ngày đầu của đợt mới; mọi ngày dời theo"
    )


def run(call: Call) -> Answer:
    pattern = chosen.the_round(call)
    made = copies.copy_round(call.store, pattern.id, call.options.name, call.options.starts_on)
    held = conferences.conferences(call.store, made.id)
    lines = facts(
        [
            ("Đã lập đợt", made.name),
            ("Số", made.id),
            ("Theo mẫu", pattern.name),
            ("Hội nghị", len(held)),
            ("Hạn học xong", day(made.study_by)),
            ("Hạn nộp thu hoạch", day(made.essay_by)),
            ("Còn phải ghi", "văn bản phải học"),
        ]
    )
    return Answer(data={"round": asdict(made), "conferences": [asdict(each) for each in held]}, lines=lines)


COMMAND = Command(words=("round", "copy"), summary="lập đợt mới theo mẫu đợt cũ", arguments=arguments, run=run)
