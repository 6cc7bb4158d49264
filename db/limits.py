"""Limits a connection to the people of named cells: it reads through views, and what it writes is held against them.

A name without a schema means a temporary view before it means a table. So every query of the program, also one yet to
be written, sees a limited store through views that stand in the way of the tables about people; statements that write
are aimed at the tables themselves, and a gesture that touched a row outside is taken back whole. What may be seen of
each table is told in `limited_tables`. Not a lock against whoever holds the key: that opens the file with any program.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NoReturn, Protocol

from db.limited_tables import MASKS, OWNED, SHOWN, UNWRITTEN

Gate = Callable[[str], None]
"""Asked with the verb of every gesture before it begins; raises where it may not be done."""


def open_gate(verb: str) -> None:
    """The gate of a store whose every holder may do everything."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The cells a store is limited to, by uid, and for whom; `refuse` raises what whoever goes beyond them is told."""

    cells: tuple[str, ...]
    user: str
    refuse: Callable[[], NoReturn]


class Connection(Protocol):
    """What is asked of a driver's connection."""

    def execute(self, sql: str, parameters: Any = ..., /) -> Any: ...


JOURNAL = ("journal_change", "gesture")
SHADOWED = frozenset({*OWNED, *UNWRITTEN, *MASKS, *JOURNAL})
"""The tables of which a limited store shows only a part."""
TARGET = re.compile(r"(\s*(?:insert(?: or \w+)? into|update(?: or \w+)?|delete from)\s+)(\w+)")
ROW = re.compile(r"\bt\.(\w+)")
DAY = "coalesce((select value from main.store_property where key = 'today'), date('now', 'localtime'))"
TABLES = ("limit_cell", "limit_own", "limit_seen", "limit_venue")
IN_CELLS = "organization_id in (select id from limit_cell)"
NOW = f"valid_from <= {DAY} and valid_to > {DAY}"
FILLING = (
    # cells that came out of an allowed one by a split or a merger are allowed from that day on
    f"""insert into limit_cell with recursive cell (id) as (
          select id from main.organization where uid in (select value from json_each(:cells))
          union select s.new_id from cell join main.organization_succession s on s.old_id = cell.id
            and s.effective_on <= {DAY})
        select id from cell""",
    f"""insert into limit_own
        select member_id from main.membership where {IN_CELLS} and {NOW}
        union
        select member_id from main.temporary_activity t where direction = 'here' and {IN_CELLS} and {NOW}
          and not exists (select 1 from main.membership m where m.member_id = t.member_id
                          and m.valid_from <= {DAY} and m.valid_to > {DAY})""",
    f"""insert into limit_seen
        select id from limit_own
        union
        select r.member_id from main.conference c cross join limit_cell l
          cross join main.roll_row r on r.conference_id = c.id and r.cell_id = l.id
        union
        select r.member_id from main.membership m cross join main.roll_row r on r.member_id = m.member_id
          where m.{IN_CELLS} and r.home_cell_id in (select id from limit_cell)""",
    """insert into limit_venue
       select v.id from main.venue v
       where exists (select 1 from main.venue_cell c where c.venue_id = v.id
                     and c.organization_id in (select id from limit_cell))
         and not exists (select 1 from main.venue_cell c where c.venue_id = v.id
                         and c.organization_id not in (select id from limit_cell))
         and not exists (select 1 from main.roll_row r where r.conference_id = v.conference_id and r.venue_id = v.id
                         and r.cell_id not in (select id from limit_cell))""",
)
MOVING = "tbl in ('membership', 'temporary_activity', 'roll_row')"
"""Changes after which others may be inside."""
NO_BULK = """create temp trigger limit_bulk before update of bulk on main.current_gesture when new.bulk = 1
             begin select raise(abort, 'no bulk gesture of a limited user'); end"""


def impose(connection: Connection, limits: Limits) -> None:
    """Put the views in the way of the tables."""
    for table in TABLES:
        connection.execute(f"create temp table {table} (id integer primary key)")
    connection.execute("create temp table limit_user (name text)")
    connection.execute("insert into limit_user values (:name)", {"name": limits.user})
    fill(connection, limits)
    for table in (*OWNED, *UNWRITTEN, *(name for name in MASKS if name not in OWNED)):
        connection.execute(view(connection, table))
    connection.execute(f"create temp view journal_change as select c.* from main.journal_change c where {within('c')}")
    connection.execute(
        """create temp view gesture as select g.* from main.gesture g where g.bulk = 0
           and exists (select 1 from main.journal_change c where c.gesture_id = g.id)
           and not """
        + strayed("g.id")
    )
    connection.execute(NO_BULK)


def fill(connection: Connection, limits: Limits) -> None:
    """Work out anew who is inside, as the store stands now."""
    for table in TABLES:
        connection.execute(f"delete from temp.{table}")
    for sql in FILLING:
        connection.execute(sql, {"cells": json.dumps(limits.cells)})


def state(connection: Connection) -> tuple[Any, ...]:
    """Another than before when somebody else has written, or a new day has begun."""
    (version,) = connection.execute("pragma data_version").fetchone()
    return version, *connection.execute(f"select {DAY}").fetchone()


def view(connection: Connection, table: str) -> str:
    """The view that stands in the way of a table."""
    masks = MASKS.get(table, {})
    names = [
        row[0] for row in connection.execute(f"select name from pragma_table_info('{table}', 'main') order by cid")
    ]
    if table == "member_words":
        names = ["rowid", *names]
    columns = ", ".join(f"{masks.get(name, f't.{name}')} as {name}" for name in names)
    condition = SHOWN.get(table) or OWNED.get(table) or UNWRITTEN.get(table) or "1"
    return f"create temp view {table} as select {columns} from main.{table} t where {condition}"


def within(change: str) -> str:
    """A condition: the row of a journal's change was inside before it and is after it."""

    def held(condition: str, side: str) -> str:
        at = ROW.sub(rf"json_extract({change}.{side}, '$.\1')", condition)
        return f"({change}.{side} is null or {at})"

    cases = " ".join(
        f"when '{table}' then {held(condition, 'before')} and {held(condition, 'after')}"
        for table, condition in OWNED.items()
    )
    return f"coalesce(case when {change}.after = 'created' then 0 else case {change}.tbl {cases} else 0 end end, 0)"


@lru_cache(maxsize=4)
def strayed(gesture: str) -> str:
    """A condition: a gesture changed something outside."""
    return f"exists (select 1 from main.journal_change c where c.gesture_id = {gesture} and not {within('c')})"


def goes_beyond(connection: Connection, limits: Limits, gesture_id: int) -> bool:
    """Whether a gesture that is about to end touched any row outside."""
    moved = f"select 1 from main.journal_change where gesture_id = :id and {MOVING}"
    if connection.execute(moved, {"id": gesture_id}).fetchone():
        fill(connection, limits)
    return bool(connection.execute(f"select {strayed(':id')}", {"id": gesture_id}).fetchone()[0])


@lru_cache(maxsize=4096)
def aimed(sql: str) -> str:
    """A statement that writes, aimed at the table behind the view; what it reads stays limited."""
    found = TARGET.match(sql)
    if found is None or found[2] not in SHADOWED:
        return sql
    return f"{found[1]}main.{sql[found.start(2) :]}"
