"""The figures of a round by cell and in whole, as reports, screens and commands show them."""

from dataclasses import dataclass

from db import summary as figures
from db.records import StudyRound
from db.store import Store
from desktop_app.domain.wording import percent
from desktop_app.services.rounds import study_round


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRow:
    """Figures of one cell, or of the whole round (`cell_id` None).

    must_attend = total − exempt − away − other + hosted
                = attended + partial + absent_excused + absent_unexcused + absent + not_marked;
    studied = attended + made_up. `studied_of_total` leaves out those here for a time, who count at home.
    `partial_…` count the half-days, not the people, missed by those who came to some; `essays_not_due` those of the
    missing essays whose writers have not studied yet.
    """

    cell_id: int | None
    name: str
    conferences: int
    venues: int
    total: int
    exempt: int
    away: int
    other: int
    hosted: int
    must_attend: int
    attended: int
    partial: int
    partial_excused: int
    partial_unexcused: int
    partial_absent: int
    absent_excused: int
    absent_unexcused: int
    absent: int
    not_marked: int
    made_up: int
    studied: int
    studied_of_total: int
    guests: int
    guests_attended: int
    must_write: int
    handed_in: int
    essays_not_due: int
    handed_in_late: int
    passed: int
    rewrite: int

    @property
    def unmarked_essays(self) -> int:
        """Handed in and not assessed yet."""
        return self.handed_in - self.passed - self.rewrite

    @property
    def missing_essays(self) -> int:
        """Must write and have not handed in."""
        return self.must_write - self.handed_in

    @property
    def not_studied(self) -> int:
        """Must attend and have neither attended nor made up."""
        return self.must_attend - self.studied

    @property
    def attended_percent(self) -> str:
        """Attended, of those who must attend."""
        return percent(self.attended, self.must_attend)

    @property
    def studied_percent(self) -> str:
        """Attended or made up, of those who must attend."""
        return percent(self.studied, self.must_attend)

    @property
    def total_percent(self) -> str:
        """Attended or made up, of all members."""
        return percent(self.studied_of_total, self.total)

    @property
    def essay_percent(self) -> str:
        """Handed in, of those who must write."""
        return percent(self.handed_in, self.must_write)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The statistics table of a round: a row a cell, and the whole counted anew."""

    round: StudyRound
    rows: tuple[SummaryRow, ...]
    total: SummaryRow


def summary(store: Store, round_id: int) -> Summary:
    """The figures of a round. Cells without anyone on a frozen roll have no row."""
    found, (cells, whole) = study_round(store, round_id), figures.figures(store, round_id)
    rows = tuple(SummaryRow(**row) for row in cells)
    return Summary(round=found, rows=rows, total=SummaryRow(cell_id=None, name="TỔNG CỘNG", **whole))
