"""Imports listed and taken back by their number."""

from pathlib import Path

from tests.commands.conftest import Typed
from tests.commands.lists import PEOPLE, member_list


def test_imports_are_listed_with_what_they_did_and_taken_back_whole(office: Typed, tmp_path: Path) -> None:
    office("import", "members", member_list(tmp_path / "một.xlsx"))
    changed = [(PEOPLE[0][0], *PEOPLE[0][1:4], "Phó Bí thư"), ("Vũ Thị Hoa", "01/02/1990", "Nữ", "Thọ Hạc 2", "")]
    office("import", "members", member_list(tmp_path / "hai.xlsx", changed))
    second, first = office("imports", "--json").data["imports"]
    assert (first["file_name"], first["created"], first["updated"], first["undone"]) == ("một.xlsx", 4, 0, False)
    assert (second["file_name"], second["created"], second["updated"], second["undone"]) == ("hai.xlsx", 1, 1, False)
    refused = office("undo", first["id"])
    assert refused.code == 1 and "Nhập danh sách hai.xlsx" in refused.err
    assert office("undo", second["id"]).code == office("undo", first["id"]).code == 0
    assert [each["undone"] for each in office("imports", "--json").data["imports"]] == [True, True]
    assert office("members", "--json").data["members"] == []
