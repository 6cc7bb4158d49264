"""What the commands that carry out a decision about organizations have in common. Not a command."""

from argparse import ArgumentParser
from collections.abc import Sequence

from db.records import Organization
from db.values import FOREVER
from desktop_app.commands import typed
from desktop_app.commands.command import Answer, Call, Json
from desktop_app.commands.lines import day, facts
from desktop_app.domain.words import word
from desktop_app.services import organizations
from desktop_app.services.reorganization import Decision


def organization_argument(parser: ArgumentParser) -> None:
    parser.add_argument("organization", metavar="TỔ_CHỨC", help="số hoặc tên tổ chức")


def decision_options(parser: ArgumentParser) -> None:
    parser.add_argument("--decision", metavar="SỐ", required=True, help="số quyết định")
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, required=True, help="ngày quyết định có hiệu lực")


def decision(call: Call) -> Decision:
    return Decision(number=call.options.decision, on=call.options.on)


def organization_id(call: Call, text: str) -> int:
    """The organization typed, as it is named on the day of the decision."""
    return organizations.find_organization(call.store, text, call.options.on).id


def as_json(each: Organization) -> Json:
    return {
        "id": each.id,
        "kind": each.kind,
        "name": each.name,
        "code": each.code,
        "parent_id": each.parent_id,
        "members": each.member_count,
        "closed_on": None if each.closed_on == FOREVER else each.closed_on,
    }


def answer(call: Call, done: str, made: Sequence[Organization]) -> Answer:
    """What was done, by which decision, and the organizations as they are now."""
    said = call.options
    counted = {row.organization.id: row.organization for row in organizations.tree(call.store, said.on)}
    now = [counted.get(each.id, each) for each in made]
    pairs = [(word(each.kind), f"{each.name} ({each.member_count} đảng viên)") for each in now]
    lines = facts([("Đã làm", done), ("Quyết định", said.decision), ("Có hiệu lực", day(said.on)), *pairs])
    data: Json = {"done": done, "decision": said.decision, "on": said.on, "organizations": [*map(as_json, now)]}
    return Answer(data=data, lines=lines)
