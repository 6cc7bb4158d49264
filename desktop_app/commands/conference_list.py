"""The conferences of a round, or of all."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands.chosen import half_day_name
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.words import word
from desktop_app.services.conferences import conferences
from desktop_app.services.rounds import find_round

HEADERS = ("Số", "Hội nghị", "Loại", "Các buổi", "Danh sách triệu tập")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--round", metavar="ĐỢT", help="chỉ đợt này: số hoặc tên")


def run(call: Call) -> Answer:
    wanted = find_round(call.store, call.options.round).id if call.options.round else None
    held = conferences(call.store, wanted)
    rows = (
        (
            c.id,
            c.name,
            word(c.kind),
            ", ".join(map(half_day_name, c.half_days)),
            "đã chốt" if c.frozen_at else "chưa chốt",
        )
        for c in held
    )
    return Answer(data={"conferences": [asdict(each) for each in held]}, lines=table(HEADERS, rows))


COMMAND = Command(words=("conference", "list"), summary="xem các hội nghị", arguments=arguments, run=run)
