"""The periods a figure sheet can be asked for, nearest first: months, quarters, years. No widgets."""

from datetime import date

from desktop_app.domain.periods import period

MONTHS, QUARTERS, YEARS = 12, 6, 4


def offered(on: date) -> list[tuple[str, str]]:
    """(key, “Tháng 4/2021”) from the period of a day back."""
    months = [divmod(on.year * 12 + on.month - 1 - back, 12) for back in range(MONTHS)]
    quarters = [divmod(on.year * 4 + (on.month - 1) // 3 - back, 4) for back in range(QUARTERS)]
    keys = [f"{year:04}-{month + 1:02}" for year, month in months]
    keys += [f"{year:04}-Q{quarter + 1}" for year, quarter in quarters]
    keys += [f"{on.year - back:04}" for back in range(YEARS)]
    return [(key, capital(period(key).name)) for key in keys]


def capital(name: str) -> str:
    return name[:1].upper() + name[1:]
