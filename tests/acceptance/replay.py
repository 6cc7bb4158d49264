"""The journal played back into plain rows, and nothing else read: what a store holds, told by what was done in it.

It knows only how a row of the journal is written and which columns name a row. Not tests themselves.
"""

import json
from collections import defaultdict
from typing import Any

from desktop_app.services.store import Store

Row = dict[str, Any]
Tables = dict[str, dict[tuple[Any, ...], Row]]
KEYS = {
    "mark": ("half_day_id", "member_id"),
    "roll_row": ("conference_id", "member_id"),
    "venue_report": ("venue_id", "half_day_id"),
    "venue_cell": ("venue_id", "organization_id"),
    "half_day_covers": ("half_day_id", "missed_half_day_id"),
    "sheet_row": ("page_id", "position"),
    "sheet_total": ("page_id", "half_day_id"),
}
"""The tables of a conference whose rows are not named by an id."""
PLAYED = (*KEYS, "study_round", "round_audience", "conference", "half_day", "venue", "member", "makeup", "scan")
PLAYED += ("head_count", "venue_diary", "conference_reopening", "sheet_page", "return_sheet")


def replay(store: Store) -> Tables:
    """Every table of a conference as the journal tells it: rows by their key."""
    tables: Tables = defaultdict(dict)
    for change in store.all("select tbl, before, after from journal_change order by id"):
        if change["tbl"] in PLAYED:
            play(tables[change["tbl"]], KEYS.get(change["tbl"], ("id",)), change)
    return tables


def play(rows: dict[tuple[Any, ...], Row], names: tuple[str, ...], change: Row) -> None:
    """One change: the row as it was goes, the row as it became comes."""
    if change["before"]:
        before = json.loads(change["before"])
        gone = rows.pop(tuple(before[name] for name in names))
        assert gone == before, "the journal says of a row what it was not"
    if change["after"]:
        after = json.loads(change["after"])
        key = tuple(after[name] for name in names)
        assert key not in rows, "the journal makes a row that is there"
        rows[key] = after


def kept(store: Store, table: str) -> dict[tuple[Any, ...], Row]:
    """The same rows as they lie in the store."""
    names = KEYS.get(table, ("id",))
    return {tuple(row[name] for name in names): row for row in store.all(f"select * from {table}")}
