"""The imports of member lists done so far, as the journal knows them. Undoing one is the journal's business."""

from dataclasses import dataclass

from db import imports
from db.store import Store
from desktop_app.services.import_writing import TITLE, VERB


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun:
    """One import. `created` and `updated` count people; `done_at` is local time, ISO."""

    id: int
    done_at: str
    user: str
    file_name: str
    created: int
    updated: int
    undone: bool


def history(store: Store, limit: int = 100) -> list[ImportRun]:
    """The latest imports, newest first, those taken back too; `journal.undo(store, id)` takes one back whole."""
    return [
        ImportRun(
            id=gesture.id,
            done_at=gesture.done_at,
            user=gesture.user,
            file_name=gesture.summary.removeprefix(TITLE),
            created=imports.members_made(store, gesture.id),
            updated=imports.members_changed(store, gesture.id),
            undone=gesture.undone_by is not None,
        )
        for gesture in imports.gestures(store, VERB, limit)
    ]
