"""Organizations through time and residence blocks, as plain records. An organization on a day stands with the nouns."""

from dataclasses import dataclass

from db.values import Audience, SuccessionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationVersion:
    """What was true of an organization from `valid_from` up to but not including `valid_to`."""

    id: int
    organization_id: int
    name: str
    parent_id: int | None
    superior_line: str | None
    issuer_line: str | None
    audience: Audience
    decision_no: str | None
    valid_from: str
    valid_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationSuccession:
    """One organization became, or became part of, another by a decision."""

    old_id: int
    new_id: int
    kind: SuccessionKind
    decision_no: str | None
    effective_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResidenceBlock:
    """A residence block (phố, tổ dân phố) as of a day, with how many people of the register live there."""

    id: int
    name: str
    code: str | None
    opened_on: str
    closed_on: str
    people: int = 0
