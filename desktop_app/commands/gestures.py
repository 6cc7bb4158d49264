"""Entries of the journal as the answers of commands show them."""

from collections.abc import Sequence

from db.records import Gesture
from desktop_app.commands.command import Answer, Json
from desktop_app.commands.lines import table

HEADERS = ("Số", "Lúc", "Người dùng", "Việc", "Đã hoàn tác")


def as_json(gesture: Gesture) -> Json:
    return {
        "id": gesture.id,
        "done_at": gesture.done_at,
        "user": gesture.user,
        "summary": gesture.summary,
        "undoes": gesture.undoes,
        "undone_by": gesture.undone_by,
    }


def answer(found: Sequence[Gesture]) -> Answer:
    """Entries as `gestures` and as a table."""
    rows = [(str(g.id), g.done_at, g.user, g.summary, "rồi" if g.undone_by else None) for g in found]
    return Answer(data={"gestures": [as_json(gesture) for gesture in found]}, lines=table(HEADERS, rows))
