"""The texts of a table read back as the figures and dates they say, for a workbook that is counted on.

The one place where this is done: a text that is not of its column's kind stays a text.
"""

import re
from datetime import date
from decimal import Decimal

from desktop_app.forms.blocks import Column, Kind

FIGURE = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")

ORDINALS = ("STT", "TT")

Value = str | int | float | date


def kind_of(column: Column) -> Kind:
    """As the column says; one that counts its rows holds figures without saying so."""
    return Kind.NUMBER if column.title in ORDINALS else column.kind


def value_of(text: str, kind: Kind) -> Value:
    """“1.976” as 1976 and “05/9/2026” as a date; “99,16 %” as 0.9916, exactly as printed and never rounded again."""
    said = text.replace("\u00a0", " ").strip()
    if kind is Kind.DATE:
        return _day(said) or text
    if kind is Kind.TEXT:
        return text
    if kind is Kind.PERCENT:
        said = said.removesuffix("%").rstrip()
    if not FIGURE.fullmatch(said):
        return text
    figure = Decimal(said.replace(".", "").replace(",", "."))
    if kind is Kind.PERCENT:
        return float(figure / 100)
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def _day(text: str) -> date | None:
    found = DAY.fullmatch(text)
    if not found:
        return None
    day, month, year = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
