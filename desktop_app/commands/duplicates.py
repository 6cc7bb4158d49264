"""Entries that may be one person: listed, compared, merged, told apart."""

from argparse import ArgumentParser
from enum import StrEnum
from typing import Any

from db.records import Member
from desktop_app.commands import people
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import Cell, facts, table
from desktop_app.domain.kept_columns import COLUMNS
from desktop_app.domain.masking import MASKED, mask
from desktop_app.domain.words import word
from desktop_app.services import duplicates, members
from desktop_app.services.duplicates import Comparison, Pair

CAPTIONS = {**COLUMNS, "cell": "Chi bộ"}


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--merge", nargs=2, metavar=("MÃ", "MÃ_BỎ"), help="gộp người thứ hai vào người thứ nhất")
    what.add_argument("--compare", nargs=2, metavar=("MÃ", "MÃ_KIA"), help="đặt hai người cạnh nhau")
    what.add_argument("--not-same", nargs=2, metavar=("MÃ", "MÃ_KIA"), help="ghi nhớ đây là hai người khác nhau")
    parser.add_argument(
        "--take", metavar="MỤC", nargs="+", default=[], help="những mục lấy theo người thứ hai, ví dụ birth_date cell"
    )
    parser.add_argument("--marks-of", metavar="MÃ", help="ở buổi hai người khác nhau thì giữ điểm danh của người này")


def run(call: Call) -> Answer:
    said = call.options
    if said.merge:
        return merged(call)
    if said.compare:
        return compared(duplicates.compare(call.store, *ids(call, said.compare)))
    if said.not_same:
        duplicates.not_same(call.store, *ids(call, said.not_same))
    return listed(duplicates.pairs(call.store))


def ids(call: Call, codes: list[str]) -> list[int]:
    return [members.find_member(call.store, code).id for code in codes]


def merged(call: Call) -> Answer:
    """Merge the two typed, in conflicts by the one person named."""
    kept, other = ids(call, call.options.merge)
    marks: dict[int, int] = {}
    if call.options.marks_of:
        winner = members.find_member(call.store, call.options.marks_of).id
        marks = {each.half_day_id: winner for each in duplicates.compare(call.store, kept, other).conflicts}
    person = duplicates.merge(call.store, kept, other, take=call.options.take, marks=marks)
    return Answer(data={"merged": people.as_json(person)}, lines=facts([("Đã gộp thành", shown(person))]))


def listed(found: list[Pair]) -> Answer:
    data = [as_json(pair.one, pair.other, pair.likeness.points, pair.likeness.reasons) for pair in found]
    rows = [
        (shown(pair.one), shown(pair.other), pair.likeness.points, ", ".join(pair.likeness.reasons)) for pair in found
    ]
    return Answer(data={"pairs": data}, lines=table(("Người thứ nhất", "Người thứ hai", "Điểm", "Vì sao"), rows))


def compared(found: Comparison) -> Answer:
    fields = [
        {"field": name, "one": cell(name, one), "other": cell(name, other), "same": one == other}
        for name, one, other in found.fields
    ]
    conflicts = [{"at": each.said, "one": each.kept, "other": each.other} for each in found.conflicts]
    data = as_json(found.one, found.other, found.likeness.points, found.likeness.reasons)
    rows = [(CAPTIONS[name], cell(name, one), cell(name, other)) for name, one, other in found.fields if one or other]
    rows += [(each.said, each.kept, each.other) for each in found.conflicts]
    lines = table(("Mục", shown(found.one), shown(found.other)), rows)
    return Answer(data=data | {"fields": fields, "conflicts": conflicts}, lines=lines)


def as_json(one: Member, other: Member, points: int, reasons: tuple[str, ...]) -> Json:
    return {"one": people.as_json(one), "other": people.as_json(other), "points": points, "reasons": list(reasons)}


def shown(person: Member) -> str:
    return f"{person.full_name} ({person.code})"


def cell(name: str, value: Any) -> Cell:
    """A value as it may be shown: numbers masked, kept values in words."""
    if isinstance(value, StrEnum):
        return word(value)
    return mask(value) if name in MASKED and value else value


COMMAND = Command(
    words=("duplicates",), summary="tìm, so sánh và gộp người bị ghi hai lần", arguments=arguments, run=run
)
