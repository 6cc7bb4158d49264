"""Backups by command: by itself where something changed, listed, tried out, and a damaged store repaired on a copy."""

from pathlib import Path

from desktop_app.services.store import open_office
from tests.cast import a_member, some_members
from tests.commands.conftest import Typed


def test_a_backup_without_a_name_goes_to_the_folder_of_its_own(office: Typed, office_path: Path) -> None:
    made = office("backup", "--json").data["file"]
    assert Path(str(made)).parent == office_path.parent / "sao-luu"
    assert office("backup", "--json").data["file"] is None


def test_the_backups_are_listed_and_the_newest_tried_out(office: Typed) -> None:
    office("backup")
    told = office("backups", "--try", "--json")
    (row,) = told.data["backups"]
    assert (row["number"], row["holds"]["reason"], told.data["tried"]["fault"]) == (1, "timed", "")


def test_a_bad_backup_is_told_by_the_exit_code(office: Typed) -> None:
    path = Path(str(office("backup", "--json").data["file"]))
    path.write_bytes(path.read_bytes()[:-9])
    told = office("backups", "--try")
    assert told.code == 1 and "hãy sao lưu lại" in told.err


def test_another_folder_is_chosen(office: Typed, tmp_path: Path) -> None:
    (tmp_path / "ổ D").mkdir()
    assert office("backups", "--folder", tmp_path / "ổ D", "--json").data["folder"] == str(tmp_path / "ổ D")
    assert office("backups", "--folder", tmp_path / "không có").code == 1


def test_a_store_is_repaired_on_a_copy(office: Typed, office_path: Path) -> None:
    store = open_office(office_path)
    some_members(store, 3)
    a_member(store)
    store.close()
    told = office("repair", "--json")
    assert told.data["members"] == 4 and Path(str(told.data["path"])).name == f"{office_path.stem}-da-sua.sht"


def test_a_handover_is_written(office: Typed, tmp_path: Path) -> None:
    (tmp_path / "ra").mkdir()
    told = office("handover", tmp_path / "ra", "--json")
    assert Path(str(told.data["backup"])).is_file()
    assert office("handover", tmp_path / "không có").code == 1
