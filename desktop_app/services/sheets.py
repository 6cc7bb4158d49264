"""Printed sign-in pages: the code each is found by, what it lists, and closing it with the total signed at its foot.

Not how a page looks and not where it breaks: the printed document says which rows stand on which page.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from db import attendance as marked
from db import rolls as kept_rolls
from db import sheets as kept
from db.attendance import Place
from db.records import HalfDay, Mark, RollRow
from db.sheets import SheetPage, SignedTotal
from db.store import Store
from db.values import MarkStatus
from desktop_app.domain.dates import show_date
from desktop_app.domain.names import cell_title, is_page_code, page_code
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import conferences, organizations
from desktop_app.services.attendance import Sheet
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference, first_day
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.office import moment

__all__ = ["SheetPage", "SignedTotal"]
CODES = 10**8
UNKNOWN = "Không có trang ký tên nào mang mã “{}”; hãy kiểm tra lại mã ở chân trang hoặc chọn trang trong danh sách."
MISREAD = "Mã “{}” không phải mã của một trang ký tên (10 chữ số, bắt đầu bằng 9); hãy gõ lại mã ở chân trang."


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One page as it comes out of the printer, before it has a code. Pages of one place and day follow one another."""

    held_on: str
    venue_id: int | None
    cell_id: int | None
    page: int
    pages: int
    member_ids: tuple[int, ...]

    @property
    def scope(self) -> tuple[str, int | None, int | None]:
        return self.held_on, self.venue_id, self.cell_id


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """A page in the list of pages. `newest`: no newer list was printed for its place and day."""

    page: SheetPage
    where: str
    closed: bool
    newest: bool

    @property
    def id(self) -> int:
        return self.page.id


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSheet:
    """A page ready to be entered: `sheet` in the printed order. `joined` and `gone` are names: who must sign at this
    place now but is on none of its pages, and who is on this page but need not sign there any more."""

    page: SheetPage
    where: str
    sheet: Sheet
    totals: tuple[SignedTotal, ...]
    newest: bool
    joined: tuple[str, ...]
    gone: tuple[str, ...]


def register(store: Store, conference_id: int, printed: Sequence[Printed]) -> list[SheetPage]:
    """The pages with their codes, in the order given. A list printed before in the very same pages keeps its codes;
    another list of that place and day is its next version."""
    latest: dict[tuple[str, int | None, int | None], list[SheetPage]] = {}
    for page in kept.pages(store, conference_id):
        held = latest.setdefault((page.held_on, page.venue_id, page.cell_id), [])
        if not held or held[0].version == page.version:
            held.append(page)
    found: list[SheetPage] = []
    with store.atomic():
        for scope, run in groupby(printed, lambda each: each.scope):
            pages, before = list(run), latest.get(scope, [])
            if [(p.page, p.pages, p.member_ids) for p in before] == [(p.page, p.pages, p.member_ids) for p in pages]:
                found += before
            else:
                found += _new_version(store, conference_id, pages, before[0].version + 1 if before else 1)
    return found


def _new_version(store: Store, conference_id: int, printed: Sequence[Printed], version: int) -> list[SheetPage]:
    with store.gesture("sheet.print", f"In {len(printed)} trang ký tên, lần lập {version}"):
        codes, printed_at = _new_codes(store, len(printed)), moment(store)
        pages = [
            SheetPage(
                code=code,
                conference_id=conference_id,
                held_on=each.held_on,
                venue_id=each.venue_id,
                cell_id=each.cell_id,
                page=each.page,
                pages=each.pages,
                version=version,
                printed_at=printed_at,
                member_ids=each.member_ids,
            )
            for code, each in zip(codes, printed, strict=True)
        ]
        return [replace(page, id=kept.add(store, page)) for page in pages]


def _new_codes(store: Store, count: int) -> list[str]:
    """Codes no page has; drawn by lot, so that pages of two copies of a store are not mistaken for one another."""
    codes: set[str] = set()
    while len(codes) < count:
        drawn = {page_code(secrets.randbelow(CODES)) for _ in range(count - len(codes))}
        codes |= drawn - kept.codes_taken(store, drawn)
    return sorted(codes)


def find_page(store: Store, code: str) -> SheetPage:
    """The page with the code that stands at its foot; blanks and dots between digits do not matter. Refuses others."""
    digits = "".join(sign for sign in code if sign not in " .-")
    if not is_page_code(digits):
        raise Refusal(MISREAD.format(code.strip()))
    found = kept.by_code(store, digits)
    if found is None:
        raise Refusal(UNKNOWN.format(code.strip()))
    return found


def pages(store: Store, conference_id: int) -> list[PageState]:
    """The pages of a conference by day and place, the newest version first."""
    listed = kept.pages(store, conference_id)
    totals = kept.totals(store, [page.id for page in listed])
    days = half_days_by_date(store, conference_id)
    newest: dict[tuple[str, int | None, int | None], int] = {}
    for page in listed:
        scope = (page.held_on, page.venue_id, page.cell_id)
        newest[scope] = max(newest.get(scope, 0), page.version)
    names = _places(store, conference_id)
    return [
        PageState(
            page=page,
            where=_where(names, page),
            closed=is_closed(totals.get(page.id, ()), days.get(page.held_on, ())),
            newest=page.version == newest[page.held_on, page.venue_id, page.cell_id],
        )
        for page in listed
    ]


def half_days_by_date(store: Store, conference_id: int) -> dict[str, tuple[HalfDay, ...]]:
    """The half-days of a conference by the day they are held on."""
    days = conference(store, conference_id).half_days
    return {on: tuple(parts) for on, parts in groupby(days, lambda day: day.held_on)}


def is_closed(totals: Sequence[SignedTotal], days: Sequence[HalfDay]) -> bool:
    """Whether a page was closed for every half-day of its day."""
    closed = {total.half_day_id for total in totals if total.closed_at}
    return bool(days) and {day.id for day in days} <= closed


def _places(store: Store, conference_id: int) -> dict[tuple[str, int], str]:
    on = first_day(conference(store, conference_id))
    venues = {("venue", venue.id): venue.name for venue in conferences.venues(store, conference_id)}
    cells = {("cell", cell_id): cell_title(name) for cell_id, name in organizations.cell_names(store, on)}
    return {**venues, **cells}


def _where(names: Mapping[tuple[str, int], str], page: SheetPage) -> str:
    if page.venue_id is not None:
        return names.get(("venue", page.venue_id), "")
    if page.cell_id is not None:
        return names.get(("cell", page.cell_id), "")
    return "Cả hội nghị hoặc chưa xếp điểm cầu"


def page_sheet(store: Store, page_id: int) -> PageSheet:
    """A page ready to be entered, with the marks its people have and what has become of the list since."""
    page = kept.by_id(store, page_id)
    if page is None:
        raise Refusal("Không còn trang ký tên này; hãy tải lại danh sách.")
    held = conference(store, page.conference_id)
    on = first_day(held)
    found = {row.member_id: row for row in kept_rolls.frozen(store, page.conference_id, on, member_ids=page.member_ids)}
    rows = tuple(found[member] for member in page.member_ids if member in found)
    marks = marked.marks(store, held.round_id, page.conference_id, list(found))
    days = tuple(day for day in held.half_days if day.held_on == page.held_on)
    ids = {day.id for day in days}
    joined, gone = _changes(store, page, on, rows)
    return PageSheet(
        page=page,
        where=_where(_places(store, page.conference_id), page),
        sheet=Sheet(half_days=days, rows=rows, marks={place: mark for place, mark in marks.items() if place[0] in ids}),
        totals=kept.totals(store, [page.id]).get(page.id, ()),
        newest=kept.is_newest(store, page.id),
        joined=joined,
        gone=gone,
    )


def _changes(
    store: Store, page: SheetPage, on: str, rows: Sequence[RollRow]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that joined the list of the page's place since it was printed, and names on the page that left it."""
    place = kept_rolls.frozen(store, page.conference_id, on, page.venue_id, page.cell_id)
    if page.venue_id is None and page.cell_id is None and conferences.venues(store, page.conference_id):
        place = [row for row in place if row.venue_id is None]
    due = [row for row in place if row.deduction is None]
    listed = {
        member
        for other in kept.pages(store, page.conference_id)
        if (other.held_on, other.venue_id, other.cell_id, other.version)
        == (page.held_on, page.venue_id, page.cell_id, page.version)
        for member in other.member_ids
    }
    here = {row.member_id for row in due}
    gone = tuple(row.full_name for row in rows if row.member_id not in here)
    return tuple(row.full_name for row in due if row.member_id not in listed), gone


def close_page(store: Store, page_id: int, given: Mapping[Place, Mark | None], signed: Mapping[int, int]) -> int:
    """Write the marks of a page (None = not marked) and close it with the totals signed at its foot, by half-day.

    Refuses where a total is not the number marked present, and where someone who must attend is left blank. How many
    marks are other than before.
    """
    found = page_sheet(store, page_id)
    check_open(store, found.page.conference_id)
    _agreed(found, given, signed)
    people = {row.member_id for row in found.sheet.rows}
    changed = {
        place: mark
        for place, mark in given.items()
        if place[1] in people and not _same(mark, found.sheet.marks.get(place))
    }
    with store.gesture("sheet.close", f"Khép trang ký tên {page_words(found)}"):
        marked.clear_marks(store, [place for place, mark in changed.items() if mark is None])
        written = (_seen(found.page, mark) for mark in changed.values() if mark is not None)
        marked.write_marks(store, written, moment(store))
        follow_marks(store, conference(store, found.page.conference_id), list(changed))
        kept.set_totals(store, page_id, signed, moment(store))
    return len(changed)


def _same(one: Mark | None, other: Mark | None) -> bool:
    """Whether two marks say the same; where somebody was is not asked on a page."""
    return one == other or bool(one and other and replace(one, venue_id=other.venue_id) == other)


def _seen(page: SheetPage, mark: Mark) -> Mark:
    """Whoever signed was at the venue of the page, unless another one stands with the mark."""
    here = mark.venue_id or page.venue_id
    return replace(mark, venue_id=here if mark.status is MarkStatus.PRESENT else None)


def _agreed(found: PageSheet, given: Mapping[Place, Mark | None], signed: Mapping[int, int]) -> None:
    """Refuses totals that are missing or are not what the page was marked with."""
    for day in found.sheet.half_days:
        words = f"{word(day.part).lower()} {show_date(day.held_on)}"
        here = {row.member_id: given.get((day.id, row.member_id)) for row in found.sheet.rows}
        blank = [row for row in found.sheet.rows if here[row.member_id] is None and row.deduction is None]
        if blank:
            raise Refusal(f"Buổi {words} còn {len(blank)} người chưa điểm danh; hãy ghi đủ rồi khép trang.")
        if day.id not in signed:
            raise Refusal(f"Chưa ghi tổng số có mặt đã ký của buổi {words}; hãy ghi số ở chân trang.")
        present = sum(mark is not None and mark.status is MarkStatus.PRESENT for mark in here.values())
        if present != signed[day.id]:
            raise Refusal(
                f"Buổi {words}: chân trang ký {signed[day.id]} người có mặt, trên màn hình là {present}, "
                f"lệch {abs(signed[day.id] - present)} người; hãy soát lại từng dòng hoặc sửa tổng số đã ký."
            )


def page_words(found: PageSheet) -> str:
    """“2/5, Nhà văn hóa, 27/03/2021”."""
    page = found.page
    return ", ".join(filter(None, (f"{page.page}/{page.pages}", found.where, show_date(page.held_on))))
