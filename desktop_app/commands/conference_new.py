"""Makes a conference of a round: half-days in order, each with its topics and speakers."""

from argparse import Action, ArgumentParser
from dataclasses import asdict, replace
from typing import Any

from db.records import HalfDay, Topic
from db.values import ConferenceKind
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences
from desktop_app.services.conferences import ConferenceDraft


class InOrder(Action):
    """Keeps half-days and topics in the order they were typed: a topic belongs to the half-day before it."""

    def __call__(self, parser: ArgumentParser, typed_so_far: Any, value: Any, option: str | None = None) -> None:
        typed_so_far.programme = [*typed_so_far.programme, value]


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    programme_options(parser)
    parser.add_argument("--makeup", action="store_true", help="là hội nghị học bù")


def programme_options(parser: ArgumentParser) -> None:
    """Name, half-days with topics, place and chair."""
    add = parser.add_argument
    add("--name", metavar="TÊN", required=True, help="tên hội nghị")
    shared: dict[str, Any] = {"dest": "programme", "action": InOrder, "default": []}
    add(
        "--half-day",
        **shared,
        metavar="BUỔI",
        type=typed.half_day,
        required=True,
        help="“27/03/2021 sáng”; ghi được nhiều lần, theo thứ tự",
    )
    add(
        "--topic",
        **shared,
        metavar="CHUYÊN_ĐỀ",
        type=typed.topic,
        help="“tên chuyên đề | báo cáo viên, chức danh”; thuộc về buổi ghi ngay trước nó",
    )
    add("--place", metavar="NƠI", help="địa điểm")
    add("--chair", metavar="HỌ_TÊN", help="người chủ trì")


def run(call: Call) -> Answer:
    said = call.options
    draft = ConferenceDraft(
        name=said.name,
        kind=ConferenceKind.MAKEUP if said.makeup else ConferenceKind.MAIN,
        place=said.place,
        chair=said.chair,
        half_days=half_days(said.programme),
    )
    made = conferences.create(call.store, chosen.the_round(call).id, draft)
    days = ", ".join(chosen.half_day_name(each) for each in made.half_days)
    lines = facts([("Đã tạo hội nghị", made.name), ("Số", made.id), ("Các buổi", days)])
    return Answer(data={"conference": asdict(made)}, lines=lines)


def half_days(programme: list[HalfDay | Topic]) -> tuple[HalfDay, ...]:
    """The half-days, each with the topics typed after it."""
    days: list[HalfDay] = []
    for item in programme:
        if isinstance(item, HalfDay):
            days.append(item)
        elif not days:
            raise Refusal(f"Chuyên đề “{item.title}” chưa có buổi; hãy ghi --half-day trước --topic của buổi đó.")
        else:
            days[-1] = replace(days[-1], topics=(*days[-1].topics, item))
    return tuple(days)


COMMAND = Command(words=("conference", "new"), summary="tạo hội nghị của đợt", arguments=arguments, run=run)
