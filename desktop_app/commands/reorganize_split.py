"""Splits an organization by decision: each part is named with the people, or the organizations, that go to it."""

from argparse import ArgumentParser
from collections.abc import Sequence

from db.values import OrganizationKind
from desktop_app.commands import decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.services import members, organizations, reorganization
from desktop_app.services.reorganization import Part


def arguments(parser: ArgumentParser) -> None:
    decided.organization_argument(parser)
    parser.add_argument(
        "--part",
        dest="parts",
        metavar="TÊN MÃ",
        action="append",
        nargs="+",
        required=True,
        help="tên tổ chức mới, rồi mã các đảng viên (hoặc tên các tổ chức trực thuộc) về đó; ghi được nhiều lần",
    )
    parser.add_argument("--keep", action="store_true", help="tổ chức cũ vẫn còn với những người không nêu")
    decided.decision_options(parser)


def run(call: Call) -> Answer:
    found = organizations.find_organization(call.store, call.options.organization, call.options.on)
    of_people = found.kind in (OrganizationKind.CELL, OrganizationKind.PARTY_GROUP)
    parts = [part(call, words, of_people) for words in call.options.parts]
    made = reorganization.split(call.store, found.id, parts, decided.decision(call), keep=call.options.keep)
    return decided.answer(call, f"Chia tách {found.name}", made)


def part(call: Call, words: Sequence[str], of_people: bool) -> Part:
    """One part as typed: its name, then codes of people or names of organizations."""
    name, *given = words
    if of_people:
        return Part(name=name, member_ids=[members.find_member(call.store, text).id for text in given])
    return Part(name=name, child_ids=[decided.organization_id(call, text) for text in given])


COMMAND = Command(words=("reorganize", "split"), summary="chia tách tổ chức đảng", arguments=arguments, run=run)
