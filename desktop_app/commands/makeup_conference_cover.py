"""Says which missed half-days a half-day of a make-up conference stands for."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.commands.makeup_conference_list import as_json
from desktop_app.domain.missed import named
from desktop_app.services import conferences, makeup_conferences


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    add = parser.add_argument
    add("--conference", metavar="HỘI_NGHỊ", required=True, help="số hoặc tên hội nghị học bù")
    add("--half-day", metavar="BUỔI", required=True, help="buổi học bù: thứ mấy hoặc “10/04/2021 sáng”")
    add("--of", metavar="HỘI_NGHỊ", help="hội nghị có các buổi bị vắng; mặc định là hội nghị mới nhất của đợt")
    add(
        "--missed",
        metavar="BUỔI",
        action="append",
        default=[],
        help="buổi bị vắng được học thay; ghi được nhiều lần, không ghi lần nào là không thay buổi nào",
    )


def run(call: Call) -> Answer:
    said, wanted = call.options, chosen.the_round(call).id if call.options.round else None
    held = conferences.find_conference(call.store, said.conference, wanted)
    day = chosen.half_day(held, said.half_day)
    main = chosen.main_conference(call, held.round_id)
    if said.of:
        main = conferences.find_conference(call.store, said.of, held.round_id)
    missed = [chosen.half_day(main, text) for text in said.missed] if main else []
    covers = makeup_conferences.covers(call.store, held.id) | {day.id: tuple(each.id for each in missed)}
    makeup_conferences.cover(call.store, held.id, covers)
    lines = facts([("Buổi học bù", chosen.half_day_name(day)), ("Học thay", named(missed))])
    return Answer(data={"conference": as_json(call, held)}, lines=lines)


COMMAND = Command(
    words=("makeup-conference", "cover"),
    summary="xếp buổi được học thay của hội nghị học bù",
    arguments=arguments,
    run=run,
)
