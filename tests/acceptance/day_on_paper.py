"""What comes back to the office from two venues: signed pages of one, a workbook filled in by the other.

Not tests themselves. Faults: totals that do not agree, a line left blank, a workbook overtaken by a newer one, two
answers for one person.
"""

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.records import HalfDay, Mark, RollRow
from db.values import MarkStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word
from desktop_app.exchange.return_reading import read_return
from desktop_app.exchange.return_workbook import NAME, REASON, SHEET, write_return
from desktop_app.services import attendance, conferences, return_sheets, returns, rolls, sheets
from desktop_app.services.return_sheets import Target
from desktop_app.services.returned_files import recognised
from desktop_app.services.returns import Difference, LineKind
from desktop_app.services.sheets import PageSheet, Printed
from desktop_app.services.store import Store
from tests.acceptance.refusals import refused
from tests.acceptance.thousands import Thousands
from tests.exchange.returned import header_row

PER_PAGE = 25
PRESENT, EXCUSED = MarkStatus.PRESENT, MarkStatus.ABSENT_EXCUSED
Marks = dict[tuple[int, int], Mark | None]


def must_attend(store: Store, made: Thousands, venue_id: int) -> list[RollRow]:
    return [row for row in rolls.roll(store, made.conference_id, venue_id) if row.deduction is None]


def by_pages(store: Store, made: Thousands, venue_id: int) -> None:
    """The pages of the first day, entered one after another: all present but every ninth."""
    people = [row.member_id for row in must_attend(store, made, venue_id)]
    cut = [tuple(people[at : at + PER_PAGE]) for at in range(0, len(people), PER_PAGE)]
    day = conferences.conference(store, made.conference_id).half_days[0].held_on
    printed = [
        Printed(held_on=day, venue_id=venue_id, cell_id=None, page=at, pages=len(cut), member_ids=some)
        for at, some in enumerate(cut, 1)
    ]
    for page in sheets.register(store, made.conference_id, printed):
        enter(store, sheets.page_sheet(store, sheets.find_page(store, page.code).id))


def enter(store: Store, page: PageSheet) -> None:
    """One page: a wrong total and a blank line are refused, then it is closed."""
    given = signed_page(page)
    totals = {
        day.id: sum(mark is not None and mark.status is PRESENT for place, mark in given.items() if place[0] == day.id)
        for day in page.sheet.half_days
    }
    first = next(iter(totals))
    assert "lệch 1 người" in refused(sheets.close_page, store, page.page.id, given, totals | {first: totals[first] + 1})
    assert "chưa điểm danh" in refused(sheets.close_page, store, page.page.id, {}, totals)
    assert sheets.close_page(store, page.page.id, given, totals) == len(given)


def signed_page(page: PageSheet) -> Marks:
    absent = {row.member_id for row in page.sheet.rows[::9]}
    return {
        (day.id, row.member_id): Mark(
            half_day_id=day.id,
            member_id=row.member_id,
            status=EXCUSED if row.member_id in absent else PRESENT,
            reason="ốm" if row.member_id in absent else None,
        )
        for day in page.sheet.half_days
        for row in page.sheet.rows
    }


def title(day: HalfDay) -> str:
    return f"{word(day.part)} {show_date(day.held_on)}"


def by_workbook(store: Store, made: Thousands, venue_id: int, folder: Path) -> Difference:
    """A venue's workbook of all four half-days, filled in; the copy sent before it is refused. What was taken over."""
    target = Target(venue_id=venue_id)
    old, path = folder / "cu.xlsx", folder / "moi.xlsx"
    for out in (old, path):
        write_return(store, return_sheets.make(store, made.conference_id, target), out)
    assert "lần 1" in refused(recognised, store, read_return(old))
    place = (made.half_day_ids[0], must_attend(store, made, venue_id)[1].member_id)
    attendance.mark(store, made.conference_id, [place], MarkStatus.ABSENT)
    fill(path, [title(day) for day in conferences.conference(store, made.conference_id).half_days])
    found = recognised(store, read_return(path))
    assert [line.kind for line in found.lines].count(LineKind.CONFLICT) == 1
    returns.take(store, [found])
    return found


def fill(path: Path, titles: list[str]) -> None:
    """Everybody present but every seventh row, who has a reason; the last half-day of every eleventh is left blank."""
    book = load_workbook(path)
    sheet = book[SHEET]
    assert isinstance(sheet, Worksheet)
    top = header_row(sheet)
    columns = {str(cell.value): at for at, cell in enumerate(sheet[top], 1)}
    people = [row for row in range(top + 1, sheet.max_row + 1) if sheet.cell(row, columns[NAME]).value]
    for number, row in enumerate(people):
        absent = number % 7 == 3
        for each in titles[:-1] if number % 11 == 5 else titles:
            sheet.cell(row, columns[each]).value = "Vắng có lý do" if absent else "Có mặt"
        if absent:
            sheet.cell(row, columns[REASON]).value = "công tác"
    book.save(path)
