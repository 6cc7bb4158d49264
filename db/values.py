"""The closed sets the records draw their values from: English in the file, Vietnamese words elsewhere."""

from enum import StrEnum

ALWAYS = "0001-01-01"
FOREVER = "9999-12-31"


class Role(StrEnum):
    """What a user of the store may do."""

    ADMINISTRATOR = "administrator"
    ENTRY = "entry"
    VIEWER = "viewer"


class OrganizationKind(StrEnum):
    PROVINCE_COMMITTEE = "province_committee"
    WARD_COMMITTEE = "ward_committee"
    BASE_COMMITTEE = "base_committee"
    SUB_COMMITTEE = "sub_committee"
    CELL = "cell"
    PARTY_GROUP = "party_group"


class SuccessionKind(StrEnum):
    SPLIT = "split"
    MERGE = "merge"


class Audience(StrEnum):
    MEMBERS = "members"
    ARMED_FORCES = "armed_forces"
    MASS_ORGANIZATIONS = "mass_organizations"


class Gender(StrEnum):
    MALE = "male"
    FEMALE = "female"


class MemberKind(StrEnum):
    OFFICIAL = "official"
    PROBATIONARY = "probationary"
    GUEST = "guest"


class MemberStatus(StrEnum):
    ACTIVE = "active"
    DECEASED = "deceased"
    LEFT = "left"
    EXEMPT = "exempt"
    SUSPENDED = "suspended"
    INTERRUPTED = "interrupted"


class LeavingForm(StrEnum):
    """How someone left the Party."""

    ASKED = "asked"
    STRUCK_OFF = "struck_off"
    EXPELLED = "expelled"


class Direction(StrEnum):
    """Activity for a time: of our people elsewhere, or of others' people here."""

    AWAY = "away"
    HERE = "here"


class Branch(StrEnum):
    """Where an office is held."""

    PARTY = "party"
    GOVERNMENT = "government"
    UNION = "union"


class OutputKind(StrEnum):
    """What left the program: a print, a file, numbers shown in full; and who was given a key to it."""

    PRINT = "print"
    EXPORT = "export"
    REVEAL = "reveal"
    ACCESS = "access"


class DocumentRole(StrEnum):
    DIRECTIVE = "directive"
    GUIDANCE = "guidance"
    RESOLUTION = "resolution"
    LETTER = "letter"
    PLAN = "plan"
    OTHER = "other"


class DeadlineKind(StrEnum):
    ACTION_PROGRAMME = "action_programme"
    PLAN = "plan"
    QUICK_REPORT = "quick_report"
    RESULT_REPORT = "result_report"
    OTHER = "other"


class EssayScale(StrEnum):
    PASS_FAIL = "pass_fail"
    TEN_POINTS = "ten_points"


class ConferenceKind(StrEnum):
    MAIN = "main"
    MAKEUP = "makeup"


class DayPart(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class HalfDayKind(StrEnum):
    STUDY = "study"
    ACTION_PROGRAMME = "action_programme"


class VenueLevel(StrEnum):
    CENTRAL = "central"
    PROVINCIAL = "provincial"
    WARD = "ward"
    CELL = "cell"


class Deduction(StrEnum):
    EXEMPT = "exempt"
    AWAY = "away"
    OTHER = "other"


class ScanOutcome(StrEnum):
    """What came of reading a person's code."""

    MARKED = "marked"
    ALREADY_MARKED = "already_marked"
    ELSEWHERE = "elsewhere"
    NOT_ON_LIST = "not_on_list"
    WRONG_HALF_DAY = "wrong_half_day"
    UNKNOWN = "unknown"
    BLOCKED = "blocked"
    REPEATED = "repeated"
    TWO_PLACES = "two_places"


class DiaryKind(StrEnum):
    """What an entry of a venue's diary is about."""

    STARTED = "started"
    ENDED = "ended"
    LINE = "line"
    INCIDENT = "incident"
    OTHER = "other"


class OwedBy(StrEnum):
    """Who owes a deadline of a round: the office itself, or each of its cells."""

    OFFICE = "office"
    CELLS = "cells"


class MarkStatus(StrEnum):
    PRESENT = "present"
    ABSENT_EXCUSED = "absent_excused"
    ABSENT_UNEXCUSED = "absent_unexcused"
    ABSENT = "absent"


class MakeUpForm(StrEnum):
    CONFERENCE = "conference"
    SELF_STUDY = "self_study"


class EssayForm(StrEnum):
    HANDWRITTEN = "handwritten"
    TYPED = "typed"


class EssayResult(StrEnum):
    PASSED = "passed"
    REWRITE = "rewrite"
