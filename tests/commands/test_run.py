"""Stores that cannot be used, and what stands on standard output."""

import json
import os
from pathlib import Path

import pytest

from db.store import connect
from tests.commands.conftest import Typed


def refused(told: object) -> str:
    """The one sentence of a refusal."""
    code, out, err = told.code, told.out, told.err  # type: ignore[attr-defined]
    assert (code, out) == (1, "")
    assert err.count("\n") == 1 and "Traceback" not in err
    return str(err)


def test_a_missing_store_says_how_to_make_one(anywhere: Typed) -> None:
    assert "lệnh new" in refused(anywhere("members", "--json"))


def test_a_file_of_another_kind_is_not_a_store(anywhere: Typed, tmp_path: Path) -> None:
    path = tmp_path / "anh.sht"
    path.write_bytes(b"\x89PNG not ours" * 20)
    assert "không phải là sổ" in refused(anywhere("members", "--store", path))
    assert path.read_bytes() == b"\x89PNG not ours" * 20


def test_a_store_of_a_newer_program_is_left_alone(practice: Typed, practice_path: Path) -> None:
    store = connect(practice_path, "")
    applied = "select migration_set, 'm9999_later', applied_at from _sqlite_migrations limit 1"
    store.execute(f"insert into _sqlite_migrations (migration_set, name, applied_at) {applied}")
    store.close()
    assert "chương trình mới hơn" in refused(practice("members"))


def test_a_damaged_store_is_told_as_damaged(practice: Typed, practice_path: Path) -> None:
    content = bytearray(practice_path.read_bytes())
    for page in range(4096, len(content) - 4096, 8192):
        content[page : page + 2000] = os.urandom(2000)
    practice_path.write_bytes(content)
    assert "bị hỏng" in refused(practice("members"))


def test_damage_met_on_the_way_is_a_sentence_too(
    practice: Typed, practice_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.store.QUICK_CHECK_UP_TO", 0)
    store = connect(practice_path, "")
    root = store.value("select rootpage from sqlite_schema where name = 'member'")
    size = store.value("pragma page_size")
    store.close()
    content = bytearray(practice_path.read_bytes())
    content[(root - 1) * size : root * size] = b"\xff" * size
    practice_path.write_bytes(content)
    assert "bị hỏng" in refused(practice("members"))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_store_is_refused(practice: Typed, practice_path: Path) -> None:
    practice_path.chmod(0o444)
    assert "Không ghi được" in refused(practice("members"))


def test_an_office_is_never_made_over_a_file(office: Typed, office_path: Path) -> None:
    before = office_path.read_bytes()
    for words in (("new", "--name", "A", "--parent", "B"), ("demo", "--members", 10)):
        assert "Đã có tệp" in refused(office(*words))
    assert office_path.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        "members",
        "search nguyen",
        "round list",
        "conference list",
        "venues",
        "roll",
        "essay list",
        "summary",
        "outstanding",
        "forms",
    ],
)
def test_standard_output_is_one_json_object(line: str, practice: Typed) -> None:
    told = practice(*line.split(), "--json")
    assert isinstance(json.loads(told.out), dict) and told.err == ""


def test_json_is_written_as_letters_not_escapes(practice: Typed) -> None:
    assert "Nghị quyết" in practice("round", "list", "--json").out


def test_a_round_without_a_name_is_refused(office: Typed) -> None:
    assert "tên đợt" in refused(office("round", "new", "--name", " "))


@pytest.mark.parametrize("line", ["summary", "venues", "roll", "outstanding"])
def test_an_office_without_a_round_says_what_comes_first(line: str, office: Typed) -> None:
    assert "round new" in refused(office(line))


def test_members_come_in_list_order(practice: Typed) -> None:
    told = practice("members", "--json").data["members"]
    assert len(told) == 150
    assert told[:3] == practice("members", "--limit", 3, "--json").data["members"]


def test_the_members_of_one_cell_are_asked_by_name_or_id(practice: Typed) -> None:
    venue = practice("venues", "--json").data["venues"][-1]
    listed = practice("members", "--cell", f"chi bộ {venue['cells'][0]}", "--json").data["members"]
    assert {person["cell"] for person in listed} == {venue["cells"][0]}


def test_the_last_thing_done_is_taken_back(office: Typed) -> None:
    office("round", "new", "--name", "Đợt một")
    assert office("undo", "--json").data["undone"] == "Thêm đợt một"
    assert office("round", "list", "--json").data["rounds"] == []
