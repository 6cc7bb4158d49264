"""The schema as all steps leave it, held against `tests/shape.sql`, and the stores of every released schema.

After a new step: `python -m tests.db.test_migrations` writes the shape anew and keeps a store of the newest schema
where there is none yet. A store of a released schema is never renewed.
"""

import shutil
from pathlib import Path

import pytest

from db.journal import kept_tables
from db.migrations import MIGRATIONS, STEPS
from db.store import Store, memory_store
from desktop_app.services import journal, members
from desktop_app.services.office import office
from desktop_app.services.store import create_office, open_office
from tests.cast import a_member
from tests.conftest import OFFICE

TESTS = Path(__file__).resolve().parents[1]
SHAPE = TESTS / "shape.sql"
STORES = sorted((TESTS / "stores").glob("*.sht"))


def shape(store: Store) -> str:
    """Tables and indexes by name; the triggers follow from the tables."""
    rows = store.all(
        "select sql from sqlite_master where sql is not null and type <> 'trigger' order by type desc, name"
    )
    return "\n\n".join(row["sql"] + ";" for row in rows) + "\n"


def test_the_schema_is_the_one_written_down() -> None:
    store = memory_store()
    assert shape(store) == SHAPE.read_text(encoding="utf-8")
    store.close()


def test_a_new_store_has_replayed_every_step() -> None:
    store = memory_store()
    assert [step.name for step in MIGRATIONS.applied(store)] == list(STEPS)
    assert not MIGRATIONS.pending(store)
    store.close()


def test_the_steps_are_numbered_in_order() -> None:
    assert [name[:5] for name in STEPS] == [f"m{number:04d}" for number in range(1, len(STEPS) + 1)]


def test_every_dated_table_says_from_when_to_when() -> None:
    store = memory_store()
    columns = {t: [c.name for c in store.table(t).columns] for t in kept_tables(store)}
    dated = {table for table, names in columns.items() if "valid_from" in names}
    assert dated == {table for table, names in columns.items() if "valid_to" in names}
    assert {"organization_version", "membership", "member_kind", "member_status", "temporary_activity"} <= dated
    store.close()


def test_there_is_a_store_of_a_released_schema() -> None:
    assert STORES


@pytest.mark.parametrize("path", STORES, ids=lambda path: path.stem)
def test_a_store_of_a_released_schema_opens_and_is_worked_in(path: Path, tmp_path: Path) -> None:
    store = open_office(Path(shutil.copy(path, tmp_path / path.name)))
    assert office(store).name == "Đảng ủy phường Đông Thọ"
    assert [person.full_name for person in members.search(store, "nguyen")] == ["Nguyễn Văn An"]
    assert a_member(store, "Người Mới", cell="Phố Mới").cell == "Phố Mới"
    assert not MIGRATIONS.pending(store)
    store.close()


@pytest.mark.parametrize("path", STORES, ids=lambda path: path.stem)
def test_a_store_of_a_released_schema_comes_to_the_shape_of_a_new_one(path: Path, tmp_path: Path) -> None:
    store = open_office(Path(shutil.copy(path, tmp_path / path.name)))
    assert shape(store) == SHAPE.read_text(encoding="utf-8")
    assert journal.last(store) is None or path.stem.endswith(list(STEPS)[-1])
    store.close()


def keep_store(path: Path) -> None:
    """An office with one cell and one person, in pages as small as can be."""
    store = create_office(path, OFFICE)
    a_member(store, "Nguyễn Văn An", cell="Đội Cung 1")
    for statement in ("pragma journal_mode = delete", "pragma page_size = 1024", "vacuum"):
        store.execute(statement)
    store.close()


if __name__ == "__main__":
    SHAPE.write_text(shape(memory_store()), encoding="utf-8")
    newest = TESTS / "stores" / f"{list(STEPS)[-1]}.sht"
    if not newest.exists():
        keep_store(newest)
