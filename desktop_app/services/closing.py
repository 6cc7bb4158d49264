"""Closing a conference: from then on nothing of it is marked, until it is opened again with a reason."""

from db import closing as kept
from db.store import Store
from desktop_app.domain.dates import show_moment
from desktop_app.domain.refusal import Refusal


def check_open(store: Store, conference_id: int) -> None:
    """Refuse to mark at a closed conference."""
    closed = kept.closed_at(store, conference_id)
    if closed is not None:
        raise Refusal(
            f"Hội nghị đã kết thúc điểm danh lúc {show_moment(closed)}; muốn sửa, hãy mở lại hội nghị và ghi lý do."
        )
