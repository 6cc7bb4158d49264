"""What comes in on the day of a conference beside the marks, as plain records."""

from dataclasses import dataclass

from db.values import DiaryKind, ScanOutcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """One reading of a person's code. `event_at` is when it was read, `entered_at` when it came into the store."""

    id: int = 0
    code: str
    event_at: str
    entered_at: str
    device: str
    conference_id: int
    half_day_id: int | None
    venue_id: int | None
    member_id: int | None
    outcome: ScanOutcome
    settled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueReport:
    """What a venue reported of a half-day; complete only by a deliberate act (`completed_at`)."""

    venue_id: int
    half_day_id: int
    signed_present: int | None = None
    completed_at: str | None = None
    completed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    id: int = 0
    venue_id: int
    half_day_id: int | None
    kind: DiaryKind
    happened_at: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount:
    """People without names at a venue's half-day; never added to marks."""

    id: int = 0
    venue_id: int
    half_day_id: int
    people: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A propaganda activity for the people, beside the conferences of a round."""

    id: int = 0
    round_id: int
    held_on: str
    topic: str
    place: str | None = None
    audience: str | None = None
    head_count: int | None = None
    organizer: str | None = None
    note: str | None = None
