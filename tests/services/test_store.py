"""Opening and making offices: one sentence for every way a file can be wrong."""

import sqlite3
from pathlib import Path

import pytest

from db import errors
from db.store import create_store
from desktop_app.domain.refusal import Refusal
from desktop_app.services.office import OfficeDraft, is_practice, office, today
from desktop_app.services.store import SENTENCES, create_office, memory_office, open_office, sentence
from tests.conftest import OFFICE
from tests.db.files import digest


def kinds(kind: type[errors.StoreError]) -> set[type[errors.StoreError]]:
    return {kind, *(each for sub in kind.__subclasses__() if sub.__module__ == "db.errors" for each in kinds(sub))}


def test_every_trouble_with_a_store_has_its_sentence() -> None:
    assert kinds(errors.StoreError) - {errors.StoreError} == SENTENCES.keys()


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_sentence_says_what_to_do(kind: type[errors.StoreError]) -> None:
    told = sentence(kind("x"), Path("/nhà/sổ.sht"))
    assert "hãy " in told and told.endswith(".") and "/nhà" not in told


@pytest.mark.parametrize("text", [b"", b"\x00" * 200, "không phải sổ".encode(), b"SQLite format 3\x00" + b"\x00" * 84])
def test_what_is_no_store_is_told_and_left_alone(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "ảnh.sht"
    path.write_bytes(text)
    before = digest(path)
    with pytest.raises(Refusal, match="không phải là sổ"):
        open_office(path)
    assert digest(path) == before


def test_a_store_of_a_newer_program_is_told(store_path: Path) -> None:
    with sqlite3.connect(store_path) as newer:
        newer.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('x', 'm9999', '')")
    newer.close()
    with pytest.raises(Refusal, match="mới hơn"):
        open_office(store_path)


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không có tệp sổ"):
        open_office(tmp_path / "mất.sht")


def test_a_store_without_its_office_is_told(tmp_path: Path) -> None:
    create_store(tmp_path / "dở.sht").close()
    with pytest.raises(Refusal, match="chưa được lập xong"):
        open_office(tmp_path / "dở.sht")


def test_an_office_never_takes_the_place_of_a_file(store_path: Path) -> None:
    before = digest(store_path)
    with pytest.raises(Refusal, match="không ghi đè"):
        create_office(store_path, OFFICE)
    assert digest(store_path) == before


@pytest.mark.parametrize(
    "office_said", [OfficeDraft(name=" ", parent="Tỉnh ủy"), OfficeDraft(name="Đảng ủy xã A", parent="")]
)
def test_an_office_without_name_or_superior_leaves_no_file(tmp_path: Path, office_said: OfficeDraft) -> None:
    with pytest.raises(Refusal, match="Chưa có"):
        create_office(tmp_path / "sổ.sht", office_said)
    assert not list(tmp_path.glob("sổ*"))


def test_a_practice_office_is_so_for_good_and_has_its_own_day(tmp_path: Path) -> None:
    create_office(tmp_path / "sổ.sht", OFFICE, "2021-04-05").close()
    store = open_office(tmp_path / "sổ.sht")
    assert is_practice(store) and office(store).practice
    assert today(store).isoformat() == "2021-04-05"
    store.close()


def test_an_office_in_memory_needs_no_file() -> None:
    store = memory_office()
    assert store.path is None and office(store).name == "Đảng ủy phường Đông Thọ"
    store.close()
