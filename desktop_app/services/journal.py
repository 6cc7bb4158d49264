"""Taking back what was done, and doing it again; and writing down what was printed and exported.

Undo and redo are gestures of their own and last over a restart. A new gesture empties the list of what can be redone.
"""

from db import journal, makeups, outputs, rolls
from db.outputs import Output
from db.records import Gesture
from db.store import IntegrityError, Store
from db.values import OutputKind
from desktop_app.domain.refusal import Refusal
from desktop_app.services import access
from desktop_app.services.makeup_conferences import follow_everywhere

__all__ = ["Output"]


def last(store: Store) -> Gesture | None:
    """The gesture "Hoàn tác" would take back now, or None."""
    return journal.last_undoable(store, mine(store))


def mine(store: Store) -> str | None:
    """Whose gestures alone may be taken back: a user limited to cells keeps to their own. None = everyone's."""
    return store.user if access.is_limited(store) else None


def undoable(store: Store, limit: int = 100) -> list[Gesture]:
    """The gestures that stand, newest first; an older one may still be refused because a later one needs it."""
    return journal.undoable(store, limit, mine(store))


def redoable(store: Store) -> list[Gesture]:
    """The gestures that were taken back and can be done again, the next one first."""
    undone = (journal.gesture(store, each.undoes) for each in journal.redoable(store, user=mine(store)) if each.undoes)
    return [gesture for gesture in undone if gesture is not None]


def undo(store: Store, gesture_id: int | None = None) -> Gesture:
    """Take back a gesture (the last one by default) as a gesture of its own; the one taken back.

    What was made up at a conference follows the marks as they stand then, later ones too.
    """
    gesture = last(store) if gesture_id is None else journal.gesture(store, gesture_id)
    if gesture is None:
        raise Refusal("Không có thao tác nào để hoàn tác.")
    if mine(store) not in (None, gesture.user):
        raise Refusal(f"“{gesture.summary}” do người khác làm; hãy nhờ văn phòng đảng ủy hoàn tác.")
    if gesture.verb in journal.LASTING:
        raise Refusal(
            f"“{gesture.summary}” không hoàn tác được vì số, mã đã cấp ra ngoài; với văn bản, hãy thu hồi văn bản."
        )
    if gesture.undone_by or gesture.undoes or gesture.id <= journal.closed_up_to(store):
        raise Refusal(f"Không hoàn tác được thao tác “{gesture.summary}”; hãy sửa trực tiếp trên sổ.")
    refuse_torn(store, gesture, journal.later_touch(store, gesture.id))
    try:
        with store.gesture("journal.undo", f"Hoàn tác: {gesture.summary}") as undo_id:
            journal.revert(store, gesture.id)
            follow_everywhere(store, makeups.touched(store, gesture.id))
            if rolls.has_stray_marks(store):
                raise Refusal(f"Chưa hoàn tác được “{gesture.summary}” vì đã điểm danh; hãy xóa điểm danh trước.")
            journal.join_undo(store, undo_id, gesture.id)
    except IntegrityError:
        refuse_torn(store, gesture, journal.later_use(store, gesture.id))
        raise Refusal(f"Chưa hoàn tác được “{gesture.summary}” vì đã có dữ liệu khác dùng đến.") from None
    return gesture


def refuse_torn(store: Store, gesture: Gesture, later: Gesture | None) -> None:
    """Refuse to take a gesture back from under a later one, which is not named to who may not see it."""
    if later is not None and journal.gesture(store, later.id) is None:
        raise Refusal(
            f"Chưa hoàn tác được “{gesture.summary}” vì văn phòng đã ghi việc khác sau đó; hãy nhờ văn phòng."
        )
    if later is not None:
        raise Refusal(
            f"Chưa hoàn tác được “{gesture.summary}” vì sau đó đã có thao tác “{later.summary}”; "
            "hãy hoàn tác thao tác đó trước."
        )


def redo(store: Store) -> Gesture:
    """Do again what was taken back last; the gesture that stands again."""
    taken_back = next(iter(journal.redoable(store, 1, mine(store))), None)
    gesture = None if taken_back is None or taken_back.undoes is None else journal.gesture(store, taken_back.undoes)
    if taken_back is None or gesture is None:
        raise Refusal("Không có thao tác nào để làm lại; sau khi ghi việc mới thì không làm lại việc cũ được nữa.")
    with store.gesture("journal.redo", f"Làm lại: {gesture.summary}") as redo_id:
        journal.revert(store, taken_back.id)
        journal.join_redo(store, redo_id, taken_back.id)
    return gesture


def history(store: Store, limit: int = 100) -> list[Gesture]:
    """The latest gestures, newest first."""
    return journal.gestures(store, limit)


def record_output(store: Store, what: str, scope: str = "", kind: OutputKind = OutputKind.PRINT) -> None:
    """Write down that something was printed, exported or shown in full: what, about what or whom. Never undone."""
    outputs.add(store, kind, what, scope)


def output_log(store: Store, limit: int = 100) -> list[Output]:
    """What was printed, exported and shown in full, newest first."""
    return outputs.latest(store, limit)
