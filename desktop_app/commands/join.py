"""Joins someone written in at a venue to the person of the register they are; or says who it may be."""

from argparse import ArgumentParser
from dataclasses import asdict

from desktop_app.commands import people, typed
from desktop_app.commands.command import Answer, Call, Command
from desktop_app.commands.lines import facts
from desktop_app.domain.refusal import Refusal
from desktop_app.services import members, unknown_people

KEPT, OTHER = "register", "written-in"


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("unknown", metavar="SỐ", type=typed.number, help="số của người ghi thêm, theo lệnh write-in")
    parser.add_argument("--to", metavar="MÃ", help="mã hoặc họ tên người trong sổ; không ghi thì chỉ xem có thể là ai")
    parser.add_argument(
        "--keep", choices=(KEPT, OTHER), help=f"nơi hai bên ghi khác nhau: giữ của người trong sổ ({KEPT}) hay ghi thêm"
    )


def run(call: Call) -> Answer:
    said = call.options
    asked = unknown_people.find_unknown(call.store, said.unknown)
    if not said.to:
        found = unknown_people.candidates(call.store, asked.id)
        return people.answer(found)
    person = members.find_member(call.store, said.to)
    differing = unknown_people.differences(call.store, asked.id, person.id)
    if differing and not said.keep:
        told = "; ".join(f"{each.said}: trong sổ {each.kept}, ghi thêm {each.other}" for each in differing)
        raise Refusal(f"Hai bên ghi khác nhau ở {told}. Hãy ghi thêm --keep {KEPT} hoặc --keep {OTHER}.")
    holder = asked.id if said.keep == OTHER else person.id
    kept = unknown_people.join(call.store, asked.id, person.id, {each.half_day_id: holder for each in differing})
    lines = facts([("Đã nối", asked.full_name), ("Với", f"{kept.full_name} ({kept.code})")])
    return Answer(data={"joined": asdict(asked), "member": people.as_json(kept)}, lines=lines)


COMMAND = Command(words=("join",), summary="nối người ghi thêm với người có trong sổ", arguments=arguments, run=run)
