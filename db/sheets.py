"""The SQL about printed sign-in pages: which page lists whom in which order, and the totals signed at its foot."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from db.store import Store

FIELDS = "p.id, p.code, p.conference_id, p.held_on, p.venue_id, p.cell_id, p.page, p.pages, p.version, p.printed_at"
SAME_SCOPE = "o.conference_id = p.conference_id and o.held_on = p.held_on and o.venue_id is p.venue_id"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage:
    """One printed sign-in page. `page` of `pages` counts the sheets of its venue or cell and day; `member_ids` stand in
    the printed order. `version` grows whenever the list printed for the same place and day has become another."""

    id: int = 0
    code: str
    conference_id: int
    held_on: str
    venue_id: int | None
    cell_id: int | None
    page: int
    pages: int
    version: int
    printed_at: str
    member_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedTotal:
    """How many present the foot of a page says for a half-day, and when the page was closed with it."""

    half_day_id: int
    signed_total: int
    closed_at: str | None


def pages(store: Store, conference_id: int) -> list[SheetPage]:
    """The pages of a conference by day, place, version and page."""
    rows = store.all(
        f"""select {FIELDS} from sheet_page p where p.conference_id = :id
            order by p.held_on, p.venue_id is null, p.venue_id, p.cell_id, p.version desc, p.page""",
        {"id": conference_id},
    )
    return as_pages(store, rows)


def by_code(store: Store, code: str) -> SheetPage | None:
    """The page of a code, or None."""
    found = as_pages(store, store.all(f"select {FIELDS} from sheet_page p where p.code = :code", {"code": code}))
    return found[0] if found else None


def by_id(store: Store, page_id: int) -> SheetPage | None:
    """The page of an id, or None."""
    found = as_pages(store, store.all(f"select {FIELDS} from sheet_page p where p.id = :id", {"id": page_id}))
    return found[0] if found else None


def as_pages(store: Store, rows: list[dict[str, Any]]) -> list[SheetPage]:
    people: dict[int, list[int]] = defaultdict(list)
    listed = store.all(
        """select page_id, member_id from sheet_row where page_id in (select value from json_each(:ids))
           order by page_id, position""",
        {"ids": json.dumps([row["id"] for row in rows])},
    )
    for each in listed:
        people[each["page_id"]].append(each["member_id"])
    return [SheetPage(**row, member_ids=tuple(people[row["id"]])) for row in rows]


def is_newest(store: Store, page_id: int) -> bool:
    """Whether no newer list was printed for the same place and day."""
    sql = f"""select not exists (select 1 from sheet_page p join sheet_page o on {SAME_SCOPE} and o.cell_id is p.cell_id
              and o.version > p.version where p.id = :id)"""
    return bool(store.value(sql, {"id": page_id}))


def codes_taken(store: Store, codes: Iterable[str]) -> set[str]:
    """Those of these codes that a page already has."""
    sql = "select code from sheet_page where code in (select value from json_each(:codes))"
    return set(store.column(sql, {"codes": json.dumps(list(codes))}))


def add(store: Store, page: SheetPage) -> int:
    """Keep a printed page with its rows; its id."""
    page_id = store.add(
        "sheet_page",
        code=page.code,
        conference_id=page.conference_id,
        held_on=page.held_on,
        venue_id=page.venue_id,
        cell_id=page.cell_id,
        page=page.page,
        pages=page.pages,
        version=page.version,
        printed_at=page.printed_at,
    )
    rows = ((page_id, position, member) for position, member in enumerate(page.member_ids, 1))
    store.many("insert into sheet_row (page_id, position, member_id) values (?, ?, ?)", rows)
    return page_id


def totals(store: Store, page_ids: Iterable[int]) -> dict[int, tuple[SignedTotal, ...]]:
    """The signed totals of these pages, by page."""
    found: dict[int, list[SignedTotal]] = defaultdict(list)
    rows = store.all(
        "select * from sheet_total where page_id in (select value from json_each(:ids))",
        {"ids": json.dumps(list(page_ids))},
    )
    for row in rows:
        page_id = row.pop("page_id")
        found[page_id].append(SignedTotal(**row))
    return {page: tuple(given) for page, given in found.items()}


def set_totals(store: Store, page_id: int, given: Mapping[int, int], closed_at: str) -> None:
    """Keep what the foot of a page says by half-day, and that the page is closed with it."""
    store.many(
        """insert into sheet_total (page_id, half_day_id, signed_total, closed_at) values (?, ?, ?, ?)
           on conflict (page_id, half_day_id) do update set signed_total = excluded.signed_total,
             closed_at = excluded.closed_at""",
        ((page_id, half_day, total, closed_at) for half_day, total in given.items()),
    )
