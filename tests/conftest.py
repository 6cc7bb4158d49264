"""What every test stands on: an office, folders of its own, a schema nobody changed, a quiet log."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import Store, create_office, memory_office, open_office

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
OFFICE = OfficeDraft(name="Đảng ủy phường Đông Thọ", parent="Thành ủy Thanh Hóa")


def schema(store: Store) -> list[tuple[str, str, str]]:
    """Everything the schema says, by name: sqlite-utils makes a table out of a mistyped name."""
    rows = store.execute("select type, name, coalesce(sql, '') from sqlite_master order by 1, 2").fetchall()
    return [(str(kind), str(name), str(sql)) for kind, name, sql in rows]


@pytest.fixture(scope="session")
def untouched_schema() -> list[tuple[str, str, str]]:
    store = memory_office(OFFICE)
    known = schema(store)
    store.close()
    return known


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders of this test alone; nothing is read from or left on the machine."""
    folder = tmp_path / "user"
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"):
        monkeypatch.setenv(name, str(folder))
    return folder


@pytest.fixture
def store(untouched_schema: list[tuple[str, str, str]]) -> Iterator[Store]:
    """An office in memory, empty of people."""
    made = memory_office(OFFICE)
    yield made
    assert schema(made) == untouched_schema
    made.close()


@pytest.fixture
def store_path(tmp_path: Path) -> Path:
    """The file of an office, closed."""
    path = tmp_path / "so-hoc-tap.sht"
    create_office(path, OFFICE).close()
    return path


@pytest.fixture
def kept_store(store_path: Path, untouched_schema: list[tuple[str, str, str]]) -> Iterator[Store]:
    """An office in a file: for jobs with a connection of their own, backups, restarts."""
    made = open_office(store_path)
    yield made
    assert schema(made) == untouched_schema
    made.close()


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning in the log nobody expected fails the test; one that expects it clears `caplog`."""
    yield
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
