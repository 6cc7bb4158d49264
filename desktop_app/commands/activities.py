"""The propaganda activities for the people in a round: listed with their totals, added, removed."""

from argparse import ArgumentParser
from dataclasses import asdict

from db.records import StudyRound
from desktop_app.commands import chosen, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import activities
from desktop_app.services.activities import Activity
from desktop_app.services.office import today

HEADERS = ("Số", "Ngày", "Nội dung", "Địa điểm", "Đối tượng", "Số người", "Đơn vị tổ chức")
SAID = ("place", "audience", "organizer", "note")


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NỘI_DUNG", help="thêm một buổi tuyên truyền về nội dung này")
    what.add_argument("--remove", metavar="SỐ", type=typed.number, nargs="+", help="xóa những buổi này")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="ngày tổ chức; mặc định là hôm nay")
    parser.add_argument("--place", metavar="NƠI", help="địa điểm")
    parser.add_argument("--audience", metavar="AI", help="đối tượng nghe")
    parser.add_argument("--count", metavar="SỐ", type=typed.seed, help="số người nghe")
    parser.add_argument("--organizer", metavar="ĐƠN_VỊ", help="đơn vị tổ chức")
    parser.add_argument("--note", metavar="GHI_CHÚ", help="ghi chú")


def run(call: Call) -> Answer:
    found, said = chosen.the_round(call), call.options
    if said.add:
        add(call, found)
    elif any(getattr(said, name) is not None for name in (*SAID, "on", "count")):
        raise Refusal("Chưa có nội dung buổi tuyên truyền; hãy ghi --add.")
    if said.remove:
        activities.remove(call.store, said.remove)
    held = activities.activities(call.store, found.id)
    totals = activities.add_up(held)
    rows = [(a.id, day(a.held_on), a.topic, a.place, a.audience, a.head_count, a.organizer) for a in held]
    lines = [*table(HEADERS, rows), f"Cộng: {totals.held} buổi, {totals.turnout} lượt người."]
    data: Json = {"round": found.name, "activities": [asdict(each) for each in held], "totals": asdict(totals)}
    return Answer(data=data, lines=lines)


def add(call: Call, found: StudyRound) -> None:
    said = call.options
    facts = {name: getattr(said, name) for name in SAID}
    on = said.on or today(call.store).isoformat()
    given = Activity(round_id=found.id, held_on=on, topic=said.add, head_count=said.count, **facts)
    activities.save(call.store, given)


COMMAND = Command(words=("activities",), summary="xem, ghi các buổi tuyên truyền", arguments=arguments, run=run)
