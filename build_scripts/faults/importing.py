"""An import that fails at a random row: nothing of it may be left, and done again it must succeed."""

import random
from pathlib import Path

from build_scripts.faults import proof
from build_scripts.faults.offices import LIST, LISTED, NEW_CELL, STORE
from db.store import IntegrityError, Store, open_store
from desktop_app.exchange.member_list import members_of
from desktop_app.exchange.remembered import known_mappings
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services import import_layouts, import_writing, imports
from desktop_app.services.import_plan import ImportPlan
from desktop_app.services.office import today

ROWS = {"member": "id", "membership": "member_id", "member_kind": "member_id", "member_status": "member_id"}


def failed_imports(folder: Path, times: int, seed: int) -> list[str]:
    """Import the list of the folder so often, each time failing at another row of some table; what was left behind."""
    store, chance = open_store(folder / STORE), random.Random(seed)
    try:
        plan, before = planned(store, folder), proof.digest(folder / STORE)
        first, wrong = store.value("select max(id) + 1 from member"), []
        for _ in range(times):
            table, row = chance.choice(list(ROWS)), first + chance.randrange(LISTED)
            if not refused_at(store, plan, table, row):
                wrong.append(f"{table} {row}: the import did not fail")
            if proof.digest(folder / STORE) != before:
                wrong.append(f"{table} {row}: something is left")
        import_writing.write(store, plan, LIST)
        return wrong if store.value("select max(id) + 1 from member") == first + LISTED else [*wrong, "not imported"]
    finally:
        store.close()


def planned(store: Store, folder: Path) -> ImportPlan:
    """The plan of the list, as the command makes it."""
    sheets = read_sheets(folder / LIST, None)
    listed = members_of(sheets, known_mappings(sheets, import_layouts.recall(store), {}), today(store))
    return imports.plan(store, listed, {NEW_CELL: None})


def refused_at(store: Store, plan: ImportPlan, table: str, row: int) -> bool:
    """Write the plan while this row cannot be written; whether that ended it."""
    fails = "select raise(abort, 'the row cannot be written')"
    store.execute(
        f"create temp trigger failing before insert on main.{table} when new.{ROWS[table]} = {row} begin {fails}; end"
    )
    try:
        import_writing.write(store, plan, LIST)
    except IntegrityError:
        return True
    finally:
        store.execute("drop trigger temp.failing")
    return False
