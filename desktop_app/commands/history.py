"""The journal: what was done, or field by field what changed about a person or in one gesture; what was printed."""

from argparse import ArgumentParser
from collections.abc import Iterable

from desktop_app.commands import gestures, typed
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.masking import MASKED, mask
from desktop_app.domain.words import word
from desktop_app.services import history, journal, members
from desktop_app.services.history import FieldChange

HEADERS = ("Lúc", "Người dùng", "Việc", "Về", "Mục", "Trước", "Sau")


def arguments(parser: ArgumentParser) -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--person", metavar="MÃ", help="mọi thay đổi về một người")
    what.add_argument("--gesture", metavar="SỐ", type=typed.number, help="mọi thay đổi của một việc")
    what.add_argument("--outputs", action="store_true", help="ai đã in, xuất tệp gì")
    parser.add_argument("--limit", metavar="SỐ", type=typed.number, default=100, help="nhiều nhất bao nhiêu dòng")


def run(call: Call) -> Answer:
    said = call.options
    if said.outputs:
        return outputs(call)
    if said.person:
        person = members.find_member(call.store, said.person)
        return changes(history.of_member(call.store, person.id, said.limit))
    if said.gesture:
        return changes(history.of_gesture(call.store, said.gesture, said.limit))
    return gestures.answer(journal.history(call.store, said.limit))


def changes(found: Iterable[FieldChange]) -> Answer:
    """Field changes, numbers of persons masked."""
    shown = [(each, masked(each, each.before), masked(each, each.after)) for each in found]
    rows = [(c.done_at, c.user, c.gesture, c.about, c.caption, before, after) for c, before, after in shown]
    data = [as_json(change, before, after) for change, before, after in shown]
    return Answer(data={"changes": data}, lines=table(HEADERS, rows))


def masked(change: FieldChange, text: str | None) -> str | None:
    return mask(text) if text is not None and change.field in MASKED else text


def as_json(change: FieldChange, before: str | None, after: str | None) -> Json:
    return {
        "gesture": change.gesture_id,
        "done_at": change.done_at,
        "user": change.user,
        "summary": change.gesture,
        "about": change.about,
        "field": change.field,
        "caption": change.caption,
        "before": before,
        "after": after,
        "undone": change.undone,
    }


def outputs(call: Call) -> Answer:
    """What left the program."""
    found = journal.output_log(call.store, call.options.limit)
    rows = [(each.done_at, each.user, word(each.kind), each.what, each.scope) for each in found]
    data = [{"done_at": e.done_at, "user": e.user, "kind": e.kind, "what": e.what, "scope": e.scope} for e in found]
    return Answer(data={"outputs": data}, lines=table(("Lúc", "Người dùng", "Loại", "Nội dung", "Phạm vi"), rows))


COMMAND = Command(words=("history",), summary="xem nhật ký", arguments=arguments, run=run)
