"""Grants a later last day to people, cells or the office; lists what was granted; takes it back."""

from argparse import ArgumentParser

from db.records import StudyRound
from desktop_app.commands import chosen, owed, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import day, table
from desktop_app.domain.refusal import Refusal
from desktop_app.services import extensions
from desktop_app.services.extensions import Grant


def arguments(parser: ArgumentParser) -> None:
    chosen.round_option(parser)
    chosen.members_option(parser, required=False)
    owed.units_options(parser)
    owed.deadline_option(parser, required=False)
    parser.add_argument("--until", metavar="NGÀY", type=typed.day, help="ngày cuối cùng còn đúng hạn")
    parser.add_argument("--reason", metavar="LÝ_DO", default="", help="lý do gia hạn")
    parser.add_argument("--remove", metavar="SỐ", type=typed.number, help="bỏ gia hạn có số này")


def run(call: Call) -> Answer:
    """Without --until and --remove it only lists."""
    found, said = chosen.the_round(call), call.options
    if said.remove:
        extensions.remove(call.store, found.id, [said.remove])
    elif said.until:
        grant(call, found)
    elif said.members or owed.the_units(call):
        raise Refusal("Chưa ghi gia hạn đến ngày nào; hãy ghi --until.")
    granted = extensions.extensions(call.store, found.id)
    rows = [(each.id, each.name, each.what, day(each.extension.due_on), each.extension.reason) for each in granted]
    data: Json = {"round": found.name, "extensions": [grant_json(each) for each in granted]}
    headers = ("Số", "Ai", "Việc", "Đến hết ngày", "Lý do")
    return Answer(data=data, lines=table(headers, rows) if rows else ["Đợt chưa gia hạn cho ai."])


def grant(call: Call, found: StudyRound) -> None:
    said, wanted = call.options, owed.the_deadline(call, found)
    units, people = owed.the_units(call), chosen.member_ids(call)
    if units and people:
        raise Refusal("Mỗi lần gia hạn cho người hoặc cho đơn vị; hãy bỏ --member hoặc --cell.")
    extensions.extend(
        call.store,
        found.id,
        said.until,
        said.reason,
        member_ids=people,
        organization_ids=units,
        deadline_id=wanted.id if wanted else None,
    )


def grant_json(each: Grant) -> Json:
    given = each.extension
    return {"id": each.id, "name": each.name, "what": each.what, "until": given.due_on, "reason": given.reason}


COMMAND = Command(words=("extend",), summary="gia hạn cho người hoặc đơn vị", arguments=arguments, run=run)
