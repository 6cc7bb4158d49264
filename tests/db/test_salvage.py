"""A damaged store: all that can be read comes over, nothing points at what is lost, the damaged file stays as it is."""

import random
from pathlib import Path

import pytest

from db.errors import NotAStore
from db.salvage import salvage
from db.store import connect
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store, open_office
from tests.cast import some_members
from tests.db.files import content, digest

PAGE = 4096


def quiet(done: int, total: int) -> None:
    """Nobody listens."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A practice office as one file."""
    path = tmp_path_factory.mktemp("salvage") / "p.sht"
    create_practice(path)
    store = connect(path, "", "delete")
    store.close()
    return path.read_bytes()


def of_schema(practice: bytes, page: int) -> bool:
    """Whether a page holds the text of a table or a trigger."""
    held = practice[page * PAGE : (page + 1) * PAGE]
    return any(word in held for word in (b"create ", b"CREATE ", b"json_object", b"old.", b"new.", b"not null"))


def torn(practice: bytes, path: Path, pages: int, seed: int) -> Path:
    """The office with some pages written over; those that say which tables there are are spared."""
    content, pick = bytearray(practice), random.Random(seed)
    for page in pick.sample([page for page in range(1, len(content) // PAGE) if not of_schema(practice, page)], pages):
        content[page * PAGE : (page + 1) * PAGE] = pick.randbytes(PAGE)
    path.write_bytes(content)
    return path


def test_a_whole_store_comes_over_whole(kept_store: Store, store_path: Path, tmp_path: Path) -> None:
    some_members(kept_store, 30)
    salvage(store_path, tmp_path / "mới.sht", None, quiet)
    fresh = open_office(tmp_path / "mới.sht")
    assert content(fresh) == content(kept_store)
    assert len(members.search(fresh, "nguyen")) == len(members.search(kept_store, "nguyen"))
    fresh.close()


@pytest.mark.parametrize("seed", range(3))
def test_most_of_a_torn_store_comes_over_and_holds_together(practice: bytes, tmp_path: Path, seed: int) -> None:
    damaged = torn(practice, tmp_path / "hỏng.sht", 12, seed)
    before = digest(damaged)
    found = salvage(damaged, tmp_path / "mới.sht", None, quiet)
    fresh = open_office(tmp_path / "mới.sht")
    assert fresh.value("pragma integrity_check") == "ok" and not fresh.all("pragma foreign_key_check")
    assert members.count(fresh, MemberFilter()) <= found["member"]
    assert found["member"] > 900 and found["mark"] > 3000
    fresh.close()
    assert digest(damaged) == before
    assert sorted(path.name for path in tmp_path.glob("*.sht*")) == ["hỏng.sht", "mới.sht"]


def test_a_file_nothing_can_be_read_of_is_told_and_leaves_nothing(practice: bytes, tmp_path: Path) -> None:
    (tmp_path / "hỏng.sht").write_bytes(random.Random(3).randbytes(100_000))
    with pytest.raises(NotAStore):
        salvage(tmp_path / "hỏng.sht", tmp_path / "mới.sht", None, quiet)
    assert not (tmp_path / "mới.sht").exists()
