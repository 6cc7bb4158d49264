"""The small round for tests of limits, made once and copied for each."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.values import Role
from desktop_app.services.store import create_office, open_office
from tests.conftest import OFFICE
from tests.round_office import TODAY, SmallRound, small_round
from tests.services.limited_round import Limited, limit


@pytest.fixture(scope="module")
def round_kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SmallRound]:
    """The small round in a file, made once."""
    path = tmp_path_factory.mktemp("round") / "so.sht"
    store = create_office(path, OFFICE, practice_today=TODAY)
    made = small_round(store)
    store.close()
    return path, made


@pytest.fixture
def unlimited(round_kept: tuple[Path, SmallRound], tmp_path: Path) -> Iterator[Limited]:
    """Before anybody is limited."""
    kept, made = round_kept
    store = open_office(Path(shutil.copy(kept, tmp_path / "so.sht")))
    yield Limited(store=store, made=made)
    store.close()


@pytest.fixture
def limited(unlimited: Limited) -> Limited:
    """In the hands of a clerk of the first cell."""
    limit(unlimited.store, Role.ENTRY, unlimited.made.cell_ids[0])
    return unlimited
