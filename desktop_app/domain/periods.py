"""Periods reports are made for: a month “2021-04”, a quarter “2021-Q2”, a year “2021”; their days and their names."""

import re
from calendar import monthrange
from dataclasses import dataclass

from desktop_app.domain.refusal import Refusal

WRITTEN = re.compile(r"(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?")
SPOKEN = (
    (re.compile(r"(?i)(?:tháng\s*)?(\d{1,2})\s*/\s*(\d{4})"), "{1}-{0:0>2}"),
    (re.compile(r"(?i)(?:quý|q)\s*([1-4])\s*/\s*(\d{4})"), "{1}-Q{0}"),
    (re.compile(r"(?i)(?:năm\s*)?(\d{4})"), "{0}"),
)
QUARTERS = ("I", "II", "III", "IV")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """`key` as kept; first and last day, ISO; `name` as in a report: “tháng 4/2021”, “quý II/2021”, “năm 2021”."""

    key: str
    first: str
    last: str
    name: str


def period(text: str) -> Period:
    """From “2021-04”, “2021-Q2”, “2021”, or as a clerk says it: “4/2021”, “tháng 4/2021”, “quý 2/2021”."""
    found = WRITTEN.fullmatch(spoken(text))
    if found is None:
        raise Refusal(f"Không hiểu kỳ báo cáo “{text.strip()}”; hãy ghi tháng 4/2021, quý 2/2021 hoặc năm 2021.")
    year, quarter, month = found.groups()
    if month:
        return _months(found[0], int(year), int(month), int(month), f"tháng {int(month)}/{year}")
    if quarter:
        end = 3 * int(quarter)
        return _months(found[0], int(year), end - 2, end, f"quý {QUARTERS[int(quarter) - 1]}/{year}")
    return _months(found[0], int(year), 1, 12, f"năm {year}")


def spoken(text: str) -> str:
    """What a clerk says, as it is kept; anything else as it came."""
    said = " ".join(text.split())
    for pattern, written in SPOKEN:
        found = pattern.fullmatch(said)
        if found:
            return written.format(*found.groups())
    return said


def _months(key: str, year: int, first: int, last: int, name: str) -> Period:
    days = monthrange(year, last)[1] if year else 31
    return Period(key=key, first=f"{year:04}-{first:02}-01", last=f"{year:04}-{last:02}-{days:02}", name=name)
