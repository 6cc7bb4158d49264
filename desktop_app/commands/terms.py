"""The terms of the committee, through which the numbers of its documents run."""

from argparse import ArgumentParser

from db.paper_records import Term
from db.values import FOREVER
from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import day, table
from desktop_app.services import terms


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--add", metavar="TÊN", help="khai nhiệm kỳ này, ví dụ “2025 - 2030”, cần --from")
    parser.add_argument("--from", dest="starts_on", metavar="NGÀY", type=typed.day, help="ngày bắt đầu")
    parser.add_argument("--until", dest="ends_on", metavar="NGÀY", type=typed.day, help="ngày cuối, nếu đã biết")
    parser.add_argument("--remove", metavar="SỐ", type=int, help="xóa nhiệm kỳ này")


def run(call: Call) -> Answer:
    asked = call.options
    if asked.add:
        terms.save_term(
            call.store, Term(name=asked.add, starts_on=asked.starts_on or "", ends_on=asked.ends_on or FOREVER)
        )
    if asked.remove:
        terms.remove_term(call.store, asked.remove)
    known = terms.terms(call.store)
    rows = [
        (each.id, each.name, day(each.starts_on), "" if each.ends_on == FOREVER else day(each.ends_on))
        for each in known
    ]
    data = [{"id": t.id, "name": t.name, "starts_on": t.starts_on, "ends_on": t.ends_on} for t in known]
    return Answer(data={"terms": data}, lines=table(("Số", "Nhiệm kỳ", "Từ ngày", "Đến hết ngày"), rows))


COMMAND = Command(words=("terms",), summary="nhiệm kỳ cấp ủy để đánh số văn bản", arguments=arguments, run=run)
