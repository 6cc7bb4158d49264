"""A member list by command: the shape of the answer, what is held, what a dry run leaves alone."""

import json
from pathlib import Path

import pytest
import xlsxwriter

from tests.commands.conftest import Typed
from tests.commands.lists import PEOPLE, member_list

FIELDS = {
    *("sheet", "row", "full_name", "other_name", "birth_date", "gender", "cell", "position", "status"),
    *("party_card_no", "old_party_card_no", "card_issued_on", "citizen_id", "old_id_no", "admitted_on"),
    *("official_on", "status_date", "phone", "note"),
}
NEAR = [("Vũ Thị Hoa", "01/02/1990", "Nữ", "Đội Cungg 1", "")]


def test_the_answer_has_rows_problems_and_counts(office: Typed, tmp_path: Path) -> None:
    told = office("import", "members", member_list(tmp_path / "ds.xlsx"), "--json").data
    counts = [told[name] for name in ("created", "updated", "unchanged", "held")]
    assert counts == [4, 0, 0, 0]
    assert told["problems"] == []
    assert all(row.keys() == FIELDS for row in told["rows"])
    assert told["rows"][1]["row"] == 5 and told["rows"][1]["birth_date"] == "1955"
    assert told["rows"][1]["gender"] == "female" and told["rows"][1]["position"] is None


def test_the_same_list_again_changes_nothing(office: Typed, tmp_path: Path) -> None:
    path = member_list(tmp_path / "ds.xlsx")
    office("import", "members", path)
    before = office("members", "--json").data
    told = office("import", "members", path, "--json").data
    assert (told["created"], told["updated"], told["unchanged"], told["held"]) == (0, 0, 4, 0)
    assert office("members", "--json").data == before
    assert office("import", "members", path).out.startswith("Sổ không có gì thay đổi.")


def test_a_dry_run_writes_nothing(office: Typed, tmp_path: Path) -> None:
    told = office("import", "members", member_list(tmp_path / "ds.xlsx"), "--dry-run", "--json").data
    assert told["created"] == 4 and told["new_cells"] == ["Đội Cung 1", "Thọ Hạc 2"]
    assert office("members", "--json").data["members"] == []


def test_a_cell_name_nearly_known_is_held_and_said(office: Typed, tmp_path: Path) -> None:
    office("import", "members", member_list(tmp_path / "ds.xlsx"))
    told = office("import", "members", member_list(tmp_path / "moi.xlsx", NEAR), "--json").data
    assert (told["held"], told["created"]) == (1, 0)
    assert [(each["row"], each["field"]) for each in told["problems"]] == [(4, "cell")]


def test_a_held_cell_name_is_answered_with_a_known_cell(office: Typed, tmp_path: Path) -> None:
    office("import", "members", member_list(tmp_path / "ds.xlsx"))
    near = member_list(tmp_path / "moi.xlsx", NEAR)
    told = office("import", "members", near, "--cell-as", "Đội Cungg 1=Đội Cung 1", "--json").data
    assert told["created"] == 1
    assert office("search", "vu thi hoa", "--json").data["members"][0]["cell"] == "Đội Cung 1"


def test_a_held_cell_name_is_answered_as_new(office: Typed, tmp_path: Path) -> None:
    office("import", "members", member_list(tmp_path / "ds.xlsx"))
    told = office(
        "import", "members", member_list(tmp_path / "moi.xlsx", NEAR), "--new-cell", "Đội Cungg 1", "--json"
    ).data
    assert (told["created"], told["new_cells"]) == (1, ["Đội Cungg 1"])


def test_an_answer_with_an_unknown_cell_is_refused(office: Typed, tmp_path: Path) -> None:
    told = office("import", "members", member_list(tmp_path / "ds.xlsx"), "--cell-as", "Đội Cung 1=Không Có")
    assert told.code == 1 and "Không Có" in told.err
    assert office("members", "--json").data["members"] == []


def test_rows_with_problems_are_told_to_a_person_too(office: Typed, tmp_path: Path) -> None:
    people = [*PEOPLE, ("", "01/01/1970", "Nam", "Đội Cung 1", "")]
    told = office("import", "members", member_list(tmp_path / "ds.xlsx", people))
    assert told.code == 0
    assert "Trang Danh sách, dòng 8: " in told.out


def test_a_file_that_is_no_spreadsheet_is_one_sentence(office: Typed, tmp_path: Path) -> None:
    path = tmp_path / "ds.xlsx"
    path.write_bytes(b"%PDF-1.7 none of it a list")
    told = office("import", "members", path, "--json")
    assert (told.code, told.out) == (1, "")
    assert told.err.count("\n") == 1


def test_an_unknown_sheet_is_refused(office: Typed, tmp_path: Path) -> None:
    told = office("import", "members", member_list(tmp_path / "ds.xlsx"), "--sheet", "Tờ khác")
    assert told.code == 1


def test_a_dry_run_needs_a_store_as_well(anywhere: Typed, tmp_path: Path) -> None:
    told = anywhere("import", "members", member_list(tmp_path / "ds.xlsx"), "--dry-run")
    assert told.code == 1 and "lệnh new" in told.err


ODD = ("TT", "Người được triệu tập", "Năm", "Nơi")


def odd_list(path: Path) -> Path:
    """A list whose header says nothing the program knows."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("DS")
        sheet.write_row(1, 1, ODD)
        sheet.write_row(2, 1, [1, "Nguyễn Văn An", 1960, "Đội Cung 1"])
    return path


def mapping(path: Path, **changed: object) -> Path:
    columns = {"full_name": "C", "birth_date": ["d"], "cell": "E", "ordinal": "B"}
    path.write_text(json.dumps({"header_row": 2, "first_data_row": 3, "columns": columns} | changed), encoding="utf-8")
    return path


def test_a_mapping_reads_a_header_nobody_can_guess_and_is_remembered(office: Typed, tmp_path: Path) -> None:
    path = odd_list(tmp_path / "la.xlsx")
    assert office("import", "members", path).code == 1
    told = office("import", "members", path, "--map", mapping(tmp_path / "cot.json"), "--json").data
    assert (told["created"], told["rows"][0]["birth_date"], told["rows"][0]["cell"]) == (1, "1960", "Đội Cung 1")
    assert office("import", "members", path, "--json").data["unchanged"] == 1


def test_a_dry_run_learns_nothing(office: Typed, tmp_path: Path) -> None:
    path = odd_list(tmp_path / "la.xlsx")
    assert office("import", "members", path, "--map", mapping(tmp_path / "cot.json"), "--dry-run").code == 0
    assert office("import", "members", path).code == 1


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"header_row": 3}, "first_data_row"),
        ({"columns": {"cell": "B"}}, "full_name"),
        ({"columns": {"full_name": 2}}, "chữ"),
        ({"columns": {"full_name": "Ă"}}, "chữ"),
        ({"columns": {"full_name": "B", "religion": "C"}}, "religion"),
    ],
)
def test_a_mapping_that_makes_no_sense_is_refused(
    office: Typed, tmp_path: Path, changed: dict[str, object], said: str
) -> None:
    told = office("import", "members", odd_list(tmp_path / "la.xlsx"), "--map", mapping(tmp_path / "c.json", **changed))
    assert told.code == 1 and said in told.err


@pytest.mark.parametrize(
    ("mode", "positions"),
    [("skip", {None, "Bí thư"}), ("fill", {"Thủ quỹ", "Bí thư"}), ("update", {"Thủ quỹ", "Phó Bí thư"})],
)
def test_the_mode_says_what_becomes_of_people_already_kept(
    office: Typed, tmp_path: Path, mode: str, positions: set[str | None]
) -> None:
    office("import", "members", member_list(tmp_path / "ds.xlsx", PEOPLE[::2]))
    changed = [(*PEOPLE[0][:4], "Phó Bí thư"), (*PEOPLE[2][:4], "Thủ quỹ")]
    office("import", "members", member_list(tmp_path / "ds2.xlsx", changed), "--mode", mode)
    assert {person["position"] for person in office("members", "--json").data["members"]} == positions


def test_rows_to_mend_go_back_with_their_reasons(office: Typed, tmp_path: Path) -> None:
    path, out = (
        member_list(tmp_path / "ds.xlsx", [*PEOPLE, ("Lê Văn Sai", "31/02/1990", "Nam", "Thọ Hạc 2", "")]),
        tmp_path / "ra.xlsx",
    )
    told = office("import", "members", path, "--errors", out)
    assert "Đã ghi tệp gửi lại ra.xlsx, 1 dòng có lý do." in told.out
    again = office("import", "members", out, "--json").data
    assert (again["unchanged"], [each["row"] for each in again["problems"]]) == (5, [8])


def test_nothing_goes_back_of_a_clean_list(office: Typed, tmp_path: Path) -> None:
    told = office("import", "members", member_list(tmp_path / "ds.xlsx"), "--errors", tmp_path / "ra.xlsx")
    assert "Không có dòng nào cần sửa" in told.out and not (tmp_path / "ra.xlsx").exists()
