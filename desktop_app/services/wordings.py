"""The office's own wording of what forms say, in place of the text they came with; and documents being prepared."""

from db import papers
from db.paper_records import Draft
from db.store import Store, now

__all__ = ["Draft"]


def wording(store: Store, form_id: str) -> dict[str, str]:
    """The office's own texts of a form, by field."""
    return papers.wording(store, form_id)


def save(store: Store, form_id: str, title: str, field: str, text: str | None) -> None:
    """Keep the text of a field of a form, None = back to the one it came with. The text has been checked."""
    with store.gesture("wording.save", f"Sửa câu chữ của mẫu “{title}”"):
        papers.save_wording(store, form_id, field, text)


def draft(store: Store, form_id: str, subject: str) -> Draft | None:
    """What was edited in a document not yet issued, or None."""
    return papers.draft(store, form_id, subject)


def save_draft(store: Store, form_id: str, subject: str, name: str, edits: str) -> None:
    """Keep what was edited, in place of the former draft of this form and subject."""
    kept = Draft(form_id=form_id, subject=subject, name=name, edits=edits, saved_at=now())
    with store.gesture("draft.save", f"Soạn “{name}”"):
        papers.save_draft(store, kept)


def discard_draft(store: Store, kept: Draft) -> None:
    """Go back to the text as the program prepares it."""
    with store.gesture("draft.remove", f"Bỏ phần đã sửa của “{kept.name}”"):
        papers.remove_draft(store, kept.id)
