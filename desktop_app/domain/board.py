"""How a venue's report of a half-day stands. Pure; the figures are counted elsewhere.

Nothing reported, nobody came and everybody absent are three things: blank, zero and marks.
"""

from dataclasses import dataclass
from enum import StrEnum


class ReportState(StrEnum):
    NOT_REPORTED = "not_reported"
    PARTLY = "partly"
    COMPLETE = "complete"
    CONTRADICTORY = "contradictory"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One venue at one half-day, counted by people.

    `roll` sits here and is summoned; each of them is present here, present `elsewhere`, absent in one of three ways,
    `unmarked`, or `free`: not marked and not waited for, being a guest or having attended all their audience must.
    `present` are all who were present here: `visitors` are those of them who do not belong to `roll`, people seated
    elsewhere or written in.
    """

    roll: int = 0
    present: int = 0
    visitors: int = 0
    elsewhere: int = 0
    absent_excused: int = 0
    absent_unexcused: int = 0
    absent: int = 0
    unmarked: int = 0
    free: int = 0

    @property
    def marked(self) -> bool:
        """Whether anybody has a mark here."""
        return self.roll - self.unmarked - self.free + self.visitors > 0

    @property
    def own(self) -> int:
        """Those of `roll` who were present, here or elsewhere."""
        return self.present - self.visitors + self.elsewhere

    @property
    def absentees(self) -> int:
        return self.absent_excused + self.absent_unexcused + self.absent


def report_state(figures: Figures, signed: int | None, heads: int | None, completed: bool) -> ReportState:
    """The state of a report; `signed` and `heads` (people without names) are None where not told.

    A complete report stays complete when its marks change afterwards, but shows as contradictory as soon as they no
    longer agree with it.
    """
    if differs(figures, signed) or (completed and figures.unmarked):
        return ReportState.CONTRADICTORY
    if completed:
        return ReportState.COMPLETE
    if figures.marked or signed is not None or heads is not None:
        return ReportState.PARTLY
    return ReportState.NOT_REPORTED


def differs(figures: Figures, signed: int | None) -> bool:
    """Whether the signed number contradicts the marks: too many marks already, or all marked and not as many."""
    if signed is None:
        return False
    return figures.present > signed or (figures.unmarked == 0 and figures.present != signed)
