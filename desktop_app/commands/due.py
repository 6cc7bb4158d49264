"""Who and which unit owes what, by the last day in time."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.wording import grouped
from desktop_app.services import due
from desktop_app.services.due import DueItem
from desktop_app.services.office import today


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--round", metavar="ĐỢT", help="số hoặc tên đợt học tập; mặc định là mọi đợt")
    chosen.as_of_option(parser)
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này")


def run(call: Call) -> Answer:
    round_id = chosen.the_round(call).id if call.options.round else None
    cell, on = chosen.cell_id(call), call.options.on or today(call.store).isoformat()
    items = [each for each in due.due(call.store, on, round_id) if cell in (None, each.unit_id)]
    data: Json = {"on": on, "due": [item_json(each) for each in items]}
    headers = ("Hạn", "Còn", "Việc", "Ai", "Chi bộ, đơn vị", "Nơi nhận")
    rows = [(day(e.due_on), left(e), e.what, e.name, e.unit, recipient(e)) for e in items]
    count = f"Tính đến {day(on)}: {grouped(len(items))} việc còn nợ"
    return Answer(data=data, lines=[count, *table(headers, rows)] if items else [count])


def item_json(item: DueItem) -> Json:
    return asdict(item)


def left(item: DueItem) -> str | None:
    """ "86 ngày", "hôm nay", "quá 3 ngày"; None where no day is named."""
    if item.left is None:
        return None
    if item.left == 0:
        return "hôm nay"
    return f"{item.left} ngày" if item.left > 0 else f"quá {-item.left} ngày"


def recipient(item: DueItem) -> str | None:
    """The body it goes to, with the one it goes through."""
    return f"{item.recipient} (qua {item.route})" if item.recipient and item.route else item.recipient


COMMAND = Command(words=("due",), summary="xem ai, đơn vị nào còn nợ gì, đến hạn nào", arguments=arguments, run=run)
