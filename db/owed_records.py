"""What is owed and handed in beside the essays, as plain records. Dates are ISO text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A later due date for the essay (`deadline_id` None) or a deadline, for one person or one organization."""

    id: int = 0
    round_id: int
    deadline_id: int | None = None
    member_id: int | None = None
    organization_id: int | None = None
    due_on: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    title: str
    owner: str | None = None
    due_on: str | None = None
    done_on: str | None = None
    result: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """What one organization did about one deadline of a round."""

    id: int = 0
    deadline_id: int
    organization_id: int
    sent_on: str | None = None
    document_no: str | None = None
    document_date: str | None = None
    note: str | None = None
    tasks: tuple[PlanTask, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file kept inside the store, `size` in bytes; it belongs to exactly one of the three."""

    id: int = 0
    essay_id: int | None = None
    submission_id: int | None = None
    venue_diary_id: int | None = None
    name: str
    hash: str
    size: int
    added_at: str
