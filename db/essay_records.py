"""How essays are marked and sent on, as plain records: criteria, bands, lists forwarded. Points are text: "8,5"."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A line of the rubric; `points` are the most it may bring, None where it is only looked at."""

    title: str
    points: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBand:
    """What a score from `from_score` on is called."""

    name: str
    from_score: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """One list of essays sent to the higher body, and how many essays are on it."""

    id: int = 0
    round_id: int
    forwarded_on: str
    recipient: str
    document_no: str | None = None
    note: str | None = None
    essays: int = 0
