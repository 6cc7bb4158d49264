"""The printed sign-in pages of a conference: which have come back and been closed, which are missing."""

from argparse import ArgumentParser

from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.services import sheets
from desktop_app.services.sheets import PageState

TITLES = ("Mã trang", "Ngày", "Nơi ký", "Trang", "Lần lập", "Số người", "Tình trạng")


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    parser.add_argument("--missing", action="store_true", help="chỉ các trang chưa về")


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    found = sheets.pages(call.store, held.id)
    missing = [state for state in found if state.newest and not state.closed]
    shown = missing if call.options.missing else found
    rows = [
        (
            state.page.code,
            day(state.page.held_on),
            state.where,
            f"{state.page.page}/{state.page.pages}",
            state.page.version,
            len(state.page.member_ids),
            state_words(state),
        )
        for state in shown
    ]
    data: Json = {"conference": held.name, "missing": len(missing), "pages": [as_json(state) for state in shown]}
    return Answer(data=data, lines=[*table(TITLES, rows), f"Còn thiếu {len(missing)} trang."])


def state_words(state: PageState) -> str:
    if state.closed:
        return "đã khép"
    return "chưa về" if state.newest else "danh sách cũ"


def as_json(state: PageState) -> Json:
    page = state.page
    return {
        "code": page.code,
        "held_on": page.held_on,
        "place": state.where,
        "page": page.page,
        "pages": page.pages,
        "version": page.version,
        "people": len(page.member_ids),
        "closed": state.closed,
        "newest": state.newest,
    }


COMMAND = Command(words=("pages",), summary="các trang ký tên đã in, đã khép, còn thiếu", arguments=arguments, run=run)
