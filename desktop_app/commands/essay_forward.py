"""Sends essays to the higher body as one list; without people, the lists that were sent; takes a list back."""

from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace

from db.essay_records import Forwarding
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.obligations import EssayState
from desktop_app.services import essay_forwarding, essays

HEADERS = ("Số", "Ngày gửi", "Nơi nhận", "Số công văn", "Số bài")


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser, required=False)
    parser.add_argument("--confirmed", action="store_true", help="mọi bài đã xác nhận mà chưa gửi")
    parser.add_argument("--to", metavar="NƠI_NHẬN", help="cơ quan nhận; mặc định là cấp ủy cấp trên")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày gửi; mặc định là hôm nay")
    parser.add_argument("--number", metavar="SỐ", help="số công văn gửi kèm")
    parser.add_argument("--note", metavar="GHI_CHÚ", help="ghi chú")
    parser.add_argument("--take-back", metavar="SỐ", type=int, help="rút danh sách mang số này")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    people = chosen.member_ids(call)
    if said.take_back is not None:
        essay_forwarding.take_back(call.store, said.take_back)
    elif people or said.confirmed:
        if said.confirmed:
            listed = essays.standings(call.store, found.id)
            people += [e.standing.row.member_id for e in listed if e.state is EssayState.CONFIRMED]
        draft = essay_forwarding.start(call.store, found.id)
        draft = replace(draft, recipient=said.to or draft.recipient, forwarded_on=said.on or draft.forwarded_on)
        draft = replace(draft, document_no=said.number, note=said.note)
        essay_forwarding.forward(call.store, draft, list(dict.fromkeys(people)))
    lists = essay_forwarding.forwardings(call.store, found.id)
    counts = dict(essay_forwarding.by_recipient(call.store, found.id))
    data: Json = {"round": found.name, "lists": [as_json(each) for each in lists], "by_recipient": counts}
    return Answer(data=data, lines=as_lines(lists))


def as_json(each: Forwarding) -> Json:
    return {
        "id": each.id,
        "forwarded_on": each.forwarded_on,
        "recipient": each.recipient,
        "document_no": each.document_no,
        "note": each.note,
        "essays": each.essays,
    }


def as_lines(lists: list[Forwarding]) -> Iterator[str]:
    if not lists:
        yield "Chưa gửi danh sách nào."
        return
    yield from table(HEADERS, ((f.id, day(f.forwarded_on), f.recipient, f.document_no, f.essays) for f in lists))


COMMAND = Command(
    words=("essay", "forward"), summary="gửi bài thu hoạch lên cấp trên, xem và rút lại", arguments=arguments, run=run
)
