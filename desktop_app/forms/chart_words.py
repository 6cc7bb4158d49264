"""A chart in words and as a table, for printers that draw no bars and readers who want the figures."""

from desktop_app.domain.wording import grouped, percent
from desktop_app.forms.blocks import Align, Bar, Chart, Column, Kind, Row, Table

NO_BREAK = "\u00a0"
RATE = "Tỷ lệ %"


def figures(bar: Bar) -> str:
    """“48/52 (92,31 %)”."""
    return f"{grouped(bar.part)}/{grouped(bar.whole)}{NO_BREAK}({percent(bar.part, bar.whole)}{NO_BREAK}%)"


def share(bar: Bar) -> float:
    """How much of the whole is there, from 0 to 1."""
    return min(1.0, bar.part / bar.whole) if bar.whole > 0 else 0.0


def as_table(chart: Chart) -> Table:
    name, part, whole = chart.columns
    columns = (
        Column(name, weight=3),
        Column(part, align=Align.CENTRE, kind=Kind.NUMBER),
        Column(whole, align=Align.CENTRE, kind=Kind.NUMBER),
        Column(RATE, align=Align.CENTRE, kind=Kind.PERCENT),
    )
    rows = (Row((bar.label, grouped(bar.part), grouped(bar.whole), percent(bar.part, bar.whole))) for bar in chart.bars)
    return Table(columns=columns, rows=tuple(rows))
