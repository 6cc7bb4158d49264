"""The organizations as a tree, as of today or another day."""

from argparse import ArgumentParser

from desktop_app.commands import chosen, decided
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.words import word
from desktop_app.services import organizations

HEADERS = ("Số", "Tổ chức", "Loại", "Số đảng viên", "Mã tổ chức")


def arguments(parser: ArgumentParser) -> None:
    chosen.as_of_option(parser)


def run(call: Call) -> Answer:
    rows = organizations.tree(call.store, call.options.on)
    lines = table(
        HEADERS,
        [
            (str(o.id), "  " * row.depth + o.name, word(o.kind), o.member_count, o.code)
            for row in rows
            for o in (row.organization,)
        ],
    )
    data = [decided.as_json(row.organization) | {"depth": row.depth} for row in rows]
    return Answer(data={"on": call.options.on, "organizations": data}, lines=lines)


COMMAND = Command(words=("tree",), summary="xem sơ đồ tổ chức đảng", arguments=arguments, run=run)
