"""People as a list names them: what a file carries about a person, before it is held against the register."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMember:
    """One row of a member list. Texts are tidy; dates are ISO cut to their precision; None = blank or unknowable.

    `row` counts as the spreadsheet does, from 1, hidden rows counted. `status` is a `MemberStatus` value in Vietnamese
    as the national data file writes it ("Đang sinh hoạt Đảng").
    """

    sheet: str
    row: int
    full_name: str
    other_name: str | None = None
    birth_date: str | None = None
    gender: str | None = None
    cell: str | None = None
    position: str | None = None
    status: str | None = None
    party_card_no: str | None = None
    old_party_card_no: str | None = None
    card_issued_on: str | None = None
    citizen_id: str | None = None
    old_id_no: str | None = None
    admitted_on: str | None = None
    official_on: str | None = None
    status_date: str | None = None
    phone: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a list a person must look at. `row` None = the whole sheet or file; `field` a ListedMember field."""

    sheet: str | None
    row: int | None
    field: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberList:
    """All that was read from one file."""

    rows: tuple[ListedMember, ...]
    problems: tuple[Problem, ...]
