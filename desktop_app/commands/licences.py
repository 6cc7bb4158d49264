"""The components of other people in this program, and the licence of one of them."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app import __version__
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import table
from desktop_app.domain.refusal import Refusal
from desktop_app.services.components import Component, components, licence_text


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="THÀNH_PHẦN", nargs="?", help="tên thành phần, để đọc trọn giấy phép của nó")


def run(call: Call) -> Answer:
    listed = components()
    if call.options.name:
        found = named(listed, call.options.name)
        text = licence_text(found)
        return Answer(data={**asdict(found), "text": text}, lines=[text])
    rows = ((each.name, each.licence, each.use) for each in listed)
    data: dict[str, object] = {"version": __version__, "components": [asdict(each) for each in listed]}
    return Answer(data=data, lines=table(("Thành phần", "Giấy phép", "Dùng để"), rows))


def named(listed: list[Component], name: str) -> Component:
    """The component of this name. Refuses an unknown one."""
    found = next((each for each in listed if each.name.casefold() == name.strip().casefold()), None)
    if found is None:
        raise Refusal(f"Không có thành phần “{name.strip()}”; lệnh licences không kèm tên cho biết mọi thành phần.")
    return found


COMMAND = Command(words=("licences",), summary="xem giấy phép của các thành phần", arguments=arguments, run=run)
