"""The essay of everyone who must attend: its state, due date and last attempt."""

from argparse import ArgumentParser

from db.keys import tidy
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.words import word
from desktop_app.services import essays
from desktop_app.services.essays import EssayStanding

HEADERS = ("Mã", "Họ và tên", "Chi bộ", "Tình trạng", "Hạn nộp", "Ngày nộp", "Điểm", "Người chấm")


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này")
    parser.add_argument("--checker", metavar="HỌ_TÊN", help="chỉ bài của người chấm này")
    parser.add_argument("--state", metavar="TÌNH_TRẠNG", type=state, help="chỉ tình trạng này, ví dụ “đã xác nhận”")


def state(text: str) -> EssayState:
    """A state by its word."""
    return typed.kept(EssayState, text)


def run(call: Call) -> Answer:
    found, cell = chosen.the_round(call), chosen.cell_id(call)
    checker, wanted = tidy(call.options.checker or ""), call.options.state
    listed = [
        each
        for each in essays.standings(call.store, found.id, cell)
        if checker in ("", each.checker) and wanted in (None, each.state)
    ]
    data: Json = {"round": found.name, "essays": [as_json(each) for each in listed]}
    return Answer(data=data, lines=table(HEADERS, (as_row(each) for each in listed)))


def as_json(each: EssayStanding) -> Json:
    person, last = each.standing.row, each.last
    return {
        "code": person.code,
        "full_name": person.full_name,
        "cell": person.cell,
        "state": each.state,
        "due_on": each.due_on,
        "received_on": last and last.received_on,
        "late": each.handed_in_late,
        "result": last and last.result,
        "score": last and last.score,
        "attempts": len(each.essays),
        "checker": each.checker,
        "confirmed_on": last and last.confirmed_on,
        "files": each.files,
    }


def as_row(each: EssayStanding) -> tuple[str | None, ...]:
    person, last = each.standing.row, each.last
    handed_in = day(last.received_on) if last else None
    told = (last.score if last else None, each.checker)
    return (person.code, person.full_name, person.cell, word(each.state), day(each.due_on), handed_in, *told)


COMMAND = Command(words=("essay", "list"), summary="xem tình trạng bài thu hoạch", arguments=arguments, run=run)
