"""What stands in the way of the tables: every table has an answer, and statements that write find their table."""

from random import Random

import pytest

from db.limited_tables import FREE, MASKS, OWNED, UNWRITTEN
from db.limits import SHADOWED, Limits, aimed
from db.store import Store
from desktop_app.services.access import outside
from desktop_app.services.practice import fill
from desktop_app.services.store import memory_office
from tests.limited import CANARY, told

TABLES = """select name from pragma_table_list where schema = 'main' and type in ('table', 'virtual')
            and name not like 'sqlite_%'"""


def test_every_table_is_limited_or_says_nothing_about_people(store: Store) -> None:
    named = set(store.column(TABLES))
    assert named == SHADOWED | FREE, "a new table must be told in db/limited_tables.py"
    assert not SHADOWED & FREE


def test_no_table_that_is_shown_whole_points_at_a_person(store: Store) -> None:
    for table in FREE:
        assert "member" not in store.column(f"select \"table\" from pragma_foreign_key_list('{table}')"), table


def test_every_column_that_says_something_else_is_a_column(store: Store) -> None:
    for table, masks in MASKS.items():
        assert masks.keys() <= set(store.column(f"select name from pragma_table_info('{table}')")), table


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("insert into member (id) values (1)", "insert into main.member (id) values (1)"),
        ("insert or ignore into mark select * from mark", "insert or ignore into main.mark select * from mark"),
        ("\n  update essay set note = 1", "\n  update main.essay set note = 1"),
        ("update or ignore scan set code = 1", "update or ignore main.scan set code = 1"),
        ("delete from makeup where 1", "delete from main.makeup where 1"),
        ("update counter set value = 1", "update counter set value = 1"),
        ("select * from member", "select * from member"),
    ],
)
def test_a_statement_that_writes_is_aimed_at_the_table_and_reads_through_the_view(written: str, meant: str) -> None:
    assert aimed(written) == meant


def test_a_store_nobody_is_limited_in_has_nothing_in_the_way(kept_store: Store) -> None:
    assert kept_store.value("select count(*) from sqlite_temp_master") == 0


@pytest.mark.parametrize("seed", range(4))
def test_whatever_the_cells_no_table_tells_of_anybody_outside(seed: int) -> None:
    random, store = Random(seed), memory_office()
    with store.gesture("practice.create", "Lập", bulk=True):
        fill(store, 200, random, lambda done, total: None)
    cells = store.column("select uid from organization where kind = 'cell'")
    allowed = tuple(random.sample(cells, random.randint(1, 6)))
    inside = set(store.column(people_in(allowed)))
    with store.gesture("member.amend", f"Sửa {CANARY}"):
        store.execute(f"update member set full_name = '{CANARY} ' || id where id not in ({people_in(allowed)})")
    store.limit(Limits(allowed, "Bác Tư", outside))
    assert set(store.column("select id from member where deleted = 0")) == inside
    for table in SHADOWED:
        assert not told(repr(store.execute(f"select * from {table}").fetchall())), table
    store.close()


def people_in(cells: tuple[str, ...]) -> str:
    """The SQL of who belongs to these cells."""
    known = ", ".join(f"'{each}'" for each in cells)
    return f"""select member_id from membership m join organization o on o.id = m.organization_id
               where o.uid in ({known}) and valid_to = '9999-12-31'"""


def test_rows_that_are_only_looked_at_are_not_written(store: Store) -> None:
    assert not OWNED.keys() & UNWRITTEN.keys()
