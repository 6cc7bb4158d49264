"""What the register and the day of a conference may say against each other, and where each is mended."""

from enum import StrEnum


class ContradictionKind(StrEnum):
    LEFT_BEFORE = "left_before"
    NO_CELL = "no_cell"
    TWO_CONFERENCES = "two_conferences"
    TWO_VENUES = "two_venues"
    OFF_ROLL = "off_roll"
    AFTER_CLOSING = "after_closing"
    OVER_ROLL = "over_roll"
    SIGNED_DIFFERS = "signed_differs"
    COMPLETE_UNMARKED = "complete_unmarked"
    PAGE_DIFFERS = "page_differs"
    MAKEUP_EARLY = "makeup_early"
    MAKEUP_OF_PRESENT = "makeup_of_present"
    ESSAY_EARLY = "essay_early"


class MendPlace(StrEnum):
    """Where a contradiction can be put right."""

    MARKING = "marking"
    BOARD = "board"
    PERSON = "person"
    MAKEUPS = "makeups"
    ESSAYS = "essays"
    PAGE = "page"


MENDED_AT = {
    ContradictionKind.LEFT_BEFORE: MendPlace.MARKING,
    ContradictionKind.NO_CELL: MendPlace.PERSON,
    ContradictionKind.TWO_CONFERENCES: MendPlace.MARKING,
    ContradictionKind.TWO_VENUES: MendPlace.MARKING,
    ContradictionKind.OFF_ROLL: MendPlace.PERSON,
    ContradictionKind.AFTER_CLOSING: MendPlace.MARKING,
    ContradictionKind.OVER_ROLL: MendPlace.BOARD,
    ContradictionKind.SIGNED_DIFFERS: MendPlace.BOARD,
    ContradictionKind.COMPLETE_UNMARKED: MendPlace.MARKING,
    ContradictionKind.PAGE_DIFFERS: MendPlace.PAGE,
    ContradictionKind.MAKEUP_EARLY: MendPlace.MAKEUPS,
    ContradictionKind.MAKEUP_OF_PRESENT: MendPlace.MAKEUPS,
    ContradictionKind.ESSAY_EARLY: MendPlace.ESSAYS,
}
