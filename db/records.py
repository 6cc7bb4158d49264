"""The program's nouns, as plain records: what each is made of.

Dates are ISO text; `birth_date` and the Party dates are cut to their precision ("1955", "1955-03", "1955-03-12").
"""

from dataclasses import dataclass

from db.values import (
    ALWAYS,
    FOREVER,
    Audience,
    ConferenceKind,
    DayPart,
    DeadlineKind,
    Deduction,
    DocumentRole,
    EssayForm,
    EssayResult,
    EssayScale,
    Gender,
    HalfDayKind,
    MakeUpForm,
    MarkStatus,
    MemberKind,
    MemberStatus,
    OrganizationKind,
    OwedBy,
    VenueLevel,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """One organization as it stood on a day."""

    id: int
    kind: OrganizationKind
    name: str
    parent_id: int | None
    superior_line: str | None
    issuer_line: str | None
    audience: Audience
    code: str | None
    member_count: int = 0
    opened_on: str = ALWAYS
    closed_on: str = FOREVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """What is kept about one person, with cell, kind and status of the day it was asked for."""

    id: int
    code: str
    full_name: str
    sort_name: str | None = None
    other_name: str | None = None
    birth_date: str | None = None
    gender: Gender | None = None
    party_card_no: str | None = None
    old_party_card_no: str | None = None
    card_issued_on: str | None = None
    citizen_id: str | None = None
    old_id_no: str | None = None
    admitted_on: str | None = None
    official_on: str | None = None
    party_position: str | None = None
    government_position: str | None = None
    union_position: str | None = None
    phone: str | None = None
    note: str | None = None
    cell_id: int | None = None
    cell: str | None = None
    kind: MemberKind | None = None
    status: MemberStatus | None = None
    status_date: str | None = None

    @property
    def position(self) -> str | None:
        """All positions on one line, or None."""
        held = (self.party_position, self.government_position, self.union_position)
        return ", ".join(filter(None, held)) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyDocument:
    """A document a round studies or follows."""

    role: DocumentRole
    title: str
    number: str | None = None
    issued_on: str | None = None
    issuer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A report or plan owed by the last day in time, by the office or by each cell; `id` 0 = not kept yet.

    `recipient` is the body it goes to, `route` the one it goes through ("qua Ban Tuyên giáo Tỉnh ủy").
    """

    id: int = 0
    kind: DeadlineKind
    title: str
    due_on: str
    recipient: str | None = None
    route: str | None = None
    owed_by: OwedBy = OwedBy.OFFICE


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyRound:
    """A study round (đợt học tập) with all that belongs to it but its conferences."""

    id: int
    name: str
    chair: str | None = None
    responsible_head: str | None = None
    target_percent: int = 100
    study_by: str | None = None
    essay_required: bool = True
    essay_handwritten: bool = False
    essay_by: str | None = None
    essay_recipient: str | None = None
    makeup_essay_days: int = 7
    makeup_essay_recipient: str | None = None
    essay_scale: EssayScale = EssayScale.PASS_FAIL
    pass_score: str | None = None
    count_hosted: bool = True
    exempt_counts_if_present: bool = False
    note: str | None = None
    documents: tuple[StudyDocument, ...] = ()
    questions: tuple[str, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    required_half_days: tuple[tuple[Audience, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    name: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    title: str
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HalfDay:
    """One half-day (buổi), the unit of attendance. `id` 0 = not kept yet; times are "07:30"."""

    id: int = 0
    held_on: str
    part: DayPart
    kind: HalfDayKind = HalfDayKind.STUDY
    starts_at: str | None = None
    ends_at: str | None = None
    topics: tuple[Topic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """A conference (hội nghị) with its half-days in order."""

    id: int
    round_id: int
    name: str
    kind: ConferenceKind = ConferenceKind.MAIN
    place: str | None = None
    chair: str | None = None
    frozen_at: str | None = None
    closed_at: str | None = None
    half_days: tuple[HalfDay, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    """A venue (điểm cầu) of one conference and the cells it serves."""

    id: int = 0
    conference_id: int = 0
    name: str
    parent_id: int | None = None
    level: VenueLevel = VenueLevel.WARD
    place: str | None = None
    capacity: int | None = None
    person_in_charge: str | None = None
    phone: str | None = None
    follower: str | None = None
    equipment: str | None = None
    line_note: str | None = None
    note: str | None = None
    cell_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RollRow:
    """One person on the roll of a conference, as of that day. `deduction` None = must attend (or is a guest).

    `home_cell_id` is where someone is counted who attends with another cell of ours for a time (`hosted` then).
    `provisional` is someone written in at a venue whose identity is still to be found.
    """

    conference_id: int
    member_id: int
    full_name: str
    birth_date: str | None
    gender: Gender | None
    position: str | None
    code: str
    cell_id: int
    cell: str
    kind: MemberKind
    status: MemberStatus
    audience: Audience
    hosted: bool
    deduction: Deduction | None
    reason: str | None
    venue_id: int | None
    venue: str | None
    home_cell_id: int | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Attendance of one person at one half-day."""

    half_day_id: int
    member_id: int
    status: MarkStatus
    venue_id: int | None = None
    reason: str | None = None
    remark: str | None = None
    late: bool = False
    left_early: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUp:
    """A missed half-day studied afterwards; the absence stays."""

    half_day_id: int
    member_id: int
    made_up_on: str
    form: MakeUpForm
    makeup_half_day_id: int | None = None
    confirmed_by: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Essay:
    """One attempt at the essay (bài thu hoạch) of a round."""

    id: int
    round_id: int
    member_id: int
    attempt: int
    received_on: str
    form: EssayForm
    result: EssayResult | None = None
    score: str | None = None
    marked_on: str | None = None
    marked_by: str | None = None
    confirmed_on: str | None = None
    confirmed_by: str | None = None
    withdrawn_on: str | None = None
    note: str | None = None
    checking_from: str | None = None
    checker: str | None = None
    forwarding_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gesture:
    """One thing the clerk did, as the journal keeps it."""

    id: int
    done_at: str
    user: str
    verb: str
    summary: str
    bulk: bool
    undoes: int | None
    undone_by: int | None
