"""Taking back what was done: the last gesture, with everything it changed."""

from db import journal, rolls
from db.records import Gesture
from db.store import IntegrityError, Store
from desktop_app.domain.refusal import Refusal


def last(store: Store) -> Gesture | None:
    """The gesture "Hoàn tác" would take back now, or None."""
    return journal.last_undoable(store)


def undo(store: Store, gesture_id: int | None = None) -> Gesture:
    """Take back a gesture (the last one by default) as a gesture of its own; the one taken back."""
    gesture = last(store) if gesture_id is None else journal.gesture(store, gesture_id)
    if gesture is None:
        raise Refusal("Không có thao tác nào để hoàn tác.")
    if gesture.undone_by or gesture.undoes or gesture.id <= journal.closed_up_to(store):
        raise Refusal(f"Không hoàn tác được thao tác «{gesture.summary}»; hãy sửa trực tiếp trên sổ.")
    later = journal.later_touch(store, gesture.id)
    if later is not None:
        raise Refusal(f"Chưa hoàn tác được vì sau đó đã có thao tác «{later.summary}»; hãy hoàn tác thao tác đó trước.")
    try:
        with store.gesture("journal.undo", f"Hoàn tác: {gesture.summary}") as undo_id:
            journal.revert(store, gesture.id)
            if rolls.has_stray_marks(store):
                raise Refusal(f"Chưa hoàn tác được «{gesture.summary}» vì đã điểm danh; hãy xóa điểm danh trước.")
            journal.join_undo(store, undo_id, gesture.id)
    except IntegrityError:
        raise Refusal(f"Chưa hoàn tác được «{gesture.summary}» vì đã có dữ liệu khác dùng đến.") from None
    return gesture


def history(store: Store, limit: int = 100) -> list[Gesture]:
    """The latest gestures, newest first."""
    return journal.gestures(store, limit)
