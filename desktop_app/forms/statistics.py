"""The statistics table of a round, as the annex of a report and as a paper of its own: which figures, in which order,
under which titles, and how they add up. The figures themselves are counted in `services/reports.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.wording import grouped
from desktop_app.forms.attendance_words import missed_in_part
from desktop_app.forms.blocks import Align, Block, Column, Kind, Note, Row, Table, TotalRow
from desktop_app.services.reports import Summary, SummaryRow

SIZE = 8.5
NUMBER_MM = 7.0
NOTE_MM = 9.0
FIGURES_MM = 210.0
"""What all figures together may take of the 252 mm between the margins of a landscape page."""
LEAST_MM, SIDES_MM, DIGIT_MM, MARK_MM = 8.1, 2.4, 0.5 * SIZE * 25.4 / 72, 0.25 * SIZE * 25.4 / 72


@dataclass(frozen=True, slots=True)
class Figure:
    """A column: `field` of SummaryRow; an `optional` one is left out where it is zero everywhere."""

    field: str
    title: str
    group: str = ""
    optional: bool = False


SUMMONED, ATTENDED, STUDIED, ESSAYS = "Triệu tập", "Dự hội nghị", "Kết quả học tập", "Bài thu hoạch"
FIGURES = (
    Figure("conferences", "Số hội nghị"),
    Figure("venues", "Số điểm cầu"),
    Figure("total", "Tổng số đảng viên", SUMMONED),
    Figure("exempt", "Miễn sinh hoạt", SUMMONED),
    Figure("away", "Sinh hoạt tạm thời nơi khác", SUMMONED),
    Figure("other", "Giảm vì lý do khác", SUMMONED, True),
    Figure("hosted", "Nơi khác đến sinh hoạt tạm thời", SUMMONED, True),
    Figure("must_attend", "Phải dự", SUMMONED),
    Figure("attended", "Dự đủ các buổi", ATTENDED),
    Figure("attended_percent", "Tỷ lệ % trên số phải dự", ATTENDED),
    Figure("partial", "Dự một phần", ATTENDED),
    Figure("absent_excused", "Vắng có lý do", ATTENDED),
    Figure("absent_unexcused", "Vắng không lý do", ATTENDED),
    Figure("absent", "Vắng, chưa rõ lý do", ATTENDED, True),
    Figure("not_marked", "Chưa điểm danh", ATTENDED, True),
    Figure("made_up", "Đã học bù", STUDIED),
    Figure("studied", "Tổng đã học (dự + bù)", STUDIED),
    Figure("studied_percent", "Tỷ lệ % trên số phải dự", STUDIED),
    Figure("total_percent", "Tỷ lệ % trên tổng số đảng viên", STUDIED),
    Figure("guests_attended", "Quần chúng, khách dự"),
    Figure("must_write", "Phải viết", ESSAYS),
    Figure("handed_in", "Đã nộp", ESSAYS),
    Figure("essay_percent", "Tỷ lệ % trên số phải viết", ESSAYS),
    Figure("handed_in_late", "Trong đó nộp muộn", ESSAYS, True),
    Figure("passed", "Đạt", ESSAYS),
    Figure("rewrite", "Phải viết lại", ESSAYS),
    Figure("unmarked_essays", "Chưa chấm", ESSAYS, True),
)
# What each sum is made of, added and taken off; columns that are not printed are zero.
SUMS: tuple[tuple[str, str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]], ...] = (
    (
        "must_attend",
        "số phải dự",
        (
            (("total", "hosted"), ("exempt", "away", "other")),
            (("attended", "partial", "absent_excused", "absent_unexcused", "absent", "not_marked"), ()),
        ),
    ),
    ("studied", "tổng đã học", ((("attended", "made_up"), ()),)),
    ("handed_in", "đã nộp", ((("passed", "rewrite", "unmarked_essays"), ()),)),
)
RATES = (
    ("attended_percent", "attended", "must_attend"),
    ("studied_percent", "studied", "must_attend"),
    ("total_percent", "studied", "total"),
    ("essay_percent", "handed_in", "must_write"),
)


def statistics(summary: Summary) -> tuple[Block, ...]:
    """The table with a row a cell and the whole counted anew, and how its columns hang together."""
    figures = shown(summary)
    columns = (
        Column("STT", mm=NUMBER_MM, align=Align.CENTRE),
        Column("Đơn vị"),
        *_columns(figures, (*summary.rows, summary.total)),
        Column("Ghi chú", mm=NOTE_MM),
    )
    rows = [Row((str(at), row.name, *cells(row, figures), "")) for at, row in enumerate(summary.rows, 1)]
    numbers = ("", "", *(f"({at})" for at in range(1, len(figures) + 1)), "")
    total = TotalRow(summary.total.name, (*cells(summary.total, figures), ""))
    return Table(columns=columns, rows=(*rows, total), size=SIZE, numbers=numbers), _note(figures, summary.total)


def shown(summary: Summary) -> tuple[Figure, ...]:
    """The columns to print."""
    rows = (*summary.rows, summary.total)
    return tuple(each for each in FIGURES if not each.optional or any(getattr(row, each.field) for row in rows))


def cells(row: SummaryRow, figures: Sequence[Figure]) -> tuple[str, ...]:
    values = (getattr(row, figure.field) for figure in figures)
    return tuple(value if isinstance(value, str) else grouped(value) for value in values)


def _columns(figures: Sequence[Figure], rows: Sequence[SummaryRow]) -> list[Column]:
    """Each as wide as its longest figure, less where they are many; titles are turned so that columns may be narrow."""
    texts = [[_width(text) for text in cells(row, figures)] for row in rows]
    widths = [max(LEAST_MM, *column) for column in zip(*texts, strict=True)]
    scale = min(1.0, FIGURES_MM / sum(widths))
    return [
        Column(figure.title, mm=width * scale, align=Align.CENTRE, group=figure.group, turned=True, kind=_kind(figure))
        for figure, width in zip(figures, widths, strict=True)
    ]


def _kind(figure: Figure) -> Kind:
    return Kind.PERCENT if figure.field.endswith("_percent") else Kind.NUMBER


def _width(text: str) -> float:
    marks = text.count(".") + text.count(",")
    return SIDES_MM + (len(text) - marks) * DIGIT_MM + marks * MARK_MM


def _note(figures: Sequence[Figure], total: SummaryRow) -> Note:
    at = {figure.field: f"({place})" for place, figure in enumerate(figures, 1)}
    sums = [
        f"{words} {at[whole]} = " + " = ".join(_sum(at, plus, minus) for plus, minus in made)
        for whole, words, made in SUMS
    ]
    rates = [f"{at[rate]} = {at[part]} : {at[whole]}" for rate, part, whole in RATES]
    apart = f" (cột {at['total_percent']} không kể đảng viên nơi khác đến)" if total.hosted else ""
    return Note(
        f"Ghi chú: {'; '.join(sums)}; tỷ lệ % {', '.join(rates)}{apart}.{_partly(at, total)} Cột (2) chỉ kể điểm cầu "
        "có người dự; một điểm cầu có thể phục vụ nhiều chi bộ nên cột (1), (2) của dòng tổng cộng được đếm riêng."
    )


def _partly(at: Mapping[str, str], total: SummaryRow) -> str:
    """Whoever came to some half-days stands in one column; how the others were missed is said here."""
    if not total.partial:
        return ""
    missed = missed_in_part(total)
    counted = f", trong đó có {missed}" if missed else ""
    return f" Người vắng một số buổi đều ở cột {at['partial']}{counted}; các cột vắng chỉ kể người vắng cả hội nghị."


def _sum(at: Mapping[str, str], plus: Sequence[str], minus: Sequence[str]) -> str:
    return " + ".join(at[each] for each in plus if each in at) + "".join(
        f" – {at[each]}" for each in minus if each in at
    )
