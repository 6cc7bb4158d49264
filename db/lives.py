"""The SQL about what is dated about a person: read whole, begun, ended, put right."""

from collections.abc import Callable
from typing import Any

from db.dated import CellStay, EssayFree, KindPeriod, Life, OfficeHeld, StatusPeriod, TemporaryStay
from db.store import Store
from db.values import FOREVER, Branch, Direction, LeavingForm, MemberKind, MemberStatus

NAME = """(select v.name from organization_version v where v.organization_id = p.organization_id
           and v.valid_from < p.valid_to order by v.valid_from desc limit 1) as cell"""
READ = {
    "membership": f"select p.*, p.organization_id as cell_id, {NAME} from membership p",
    "member_kind": "select p.* from member_kind p",
    "member_status": "select p.* from member_status p",
    "temporary_activity": f"select p.*, p.organization_id as cell_id, {NAME} from temporary_activity p",
    "essay_exemption": """select p.*, r.name as round_name from essay_exemption p
                          left join study_round r on r.id = p.round_id""",
    "office_held": "select p.* from office_held p",
}
SETS: dict[str, Callable[[str], Any]] = {
    "kind": MemberKind,
    "status": MemberStatus,
    "form": LeavingForm,
    "direction": Direction,
    "branch": Branch,
}


def life(store: Store, member_id: int) -> Life:
    """Everything dated about a person."""

    def part(table: str, record: Callable[..., Any]) -> tuple[Any, ...]:
        rows = store.all(READ[table] + " where p.member_id = :id order by p.valid_from, p.id", {"id": member_id})
        return tuple(as_record(row, record) for row in rows)

    return Life(
        member_id=member_id,
        cells=part("membership", CellStay),
        kinds=part("member_kind", KindPeriod),
        statuses=part("member_status", StatusPeriod),
        temporary=part("temporary_activity", TemporaryStay),
        essay_free=part("essay_exemption", EssayFree),
        offices=part("office_held", OfficeHeld),
    )


def as_record(row: dict[str, Any], record: Callable[..., Any]) -> Any:
    """A row as a record: columns it has no field for are left out, closed sets become themselves."""
    fields = record.__dataclass_fields__  # type: ignore[attr-defined]
    return record(**{name: SETS[name](v) if v and name in SETS else v for name, v in row.items() if name in fields})


def begin(store: Store, table: str, member_id: int, since: str, until: str = FOREVER, **values: Any) -> int:
    """From a day on something else holds: what holds then ends, what was to come later goes. The new row's id."""
    params = {"member": member_id, "since": since}
    store.execute(f"delete from {table} where member_id = :member and valid_from >= :since", params)
    store.execute(f"update {table} set valid_to = :since where member_id = :member and valid_to > :since", params)
    return add(store, table, member_id, since, until, **values)


def add(store: Store, table: str, member_id: int, since: str, until: str = FOREVER, **values: Any) -> int:
    """A row that holds beside the others; its id."""
    return store.add(table, member_id=member_id, valid_from=since, valid_to=until, **values)


def end(store: Store, table: str, row_id: int, on: str, **values: Any) -> None:
    """From a day on something no longer holds."""
    store.change(table, row_id, valid_to=on, **values)


def change(store: Store, table: str, row_id: int, **values: Any) -> None:
    """Put columns of one row right."""
    store.change(table, row_id, **values)


def strike(store: Store, table: str, row_id: int) -> None:
    """Delete a row that was never true."""
    store.execute(f"delete from {table} where id = :id", {"id": row_id})


def last_seen(store: Store, member_id: int) -> str | None:
    """The last day someone was marked present or handed in an essay, or None."""
    sql = """select max(day) from (
               select max(h.held_on) as day from mark k join half_day h on h.id = k.half_day_id
                 where k.member_id = :id and k.status = 'present'
               union all select max(received_on) from essay where member_id = :id)"""
    seen = store.value(sql, {"id": member_id})
    return None if seen is None else str(seen)
