"""Essays by command: received, marked, checked by whom, confirmed, sent on, withdrawn, sheets out and in, files."""

from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from tests.commands.conftest import Typed
from tests.files_kept import PDF, PROGRAM, a_file


def in_state(practice: Typed, state: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = practice("essay", "list", "--state", state, "--json").data["essays"]
    return found


def codes_in(practice: Typed, state: str, count: int = 3) -> list[str]:
    return [each["code"] for each in in_state(practice, state)[:count]]


def test_essays_are_received_with_a_note_and_told_late_by_the_program(practice: Typed) -> None:
    [code] = codes_in(practice, "chưa nộp, còn hạn", 1)
    told = practice("essay", "receive", "--member", code, "--note", "Bí thư nộp thay", "--json").data
    assert told["received"] == 1
    assert code in [each["code"] for each in in_state(practice, "đã nộp, chưa chấm")]


def test_a_result_or_a_score_must_be_said(practice: Typed) -> None:
    [code] = codes_in(practice, "đã nộp, chưa chấm", 1)
    assert "Chưa ghi kết quả" in practice("essay", "mark", "--member", code).err
    assert "Đạt / Chưa đạt" in practice("essay", "mark", "--member", code, "--score", "8").err
    assert practice("essay", "mark", "--member", code, "--result", "đạt", "--json").data["result"] == "passed"


def test_cells_are_given_to_a_checker(practice: Typed) -> None:
    cell = in_state(practice, "đã nộp, chưa chấm")[0]["cell"]
    told = practice("essay", "checkers", "--checker", "Lê Văn Hai", "--cells", cell, "--json").data
    assert told["checkers"] == [{"cell": cell, "checker": "Lê Văn Hai"}]
    listed = practice("essay", "list", "--checker", "Lê Văn Hai", "--json").data["essays"]
    assert {each["cell"] for each in listed} == {cell}
    assert practice("essay", "checkers", "--clear", "--cells", cell, "--json").data["checkers"] == []
    assert practice("essay", "checkers", "--checker", "Lê Văn Hai").code == 1


def test_passed_essays_are_confirmed_sent_and_taken_back(practice: Typed) -> None:
    codes = codes_in(practice, "đạt")
    assert practice("essay", "confirm", "--member", *codes, "--json").data["confirmed"] == 3
    told = practice("essay", "forward", "--confirmed", "--number", "12-CV/ĐU", "--json").data
    [sent] = told["lists"]
    assert (sent["essays"], sent["document_no"], told["by_recipient"]) == (3, "12-CV/ĐU", {sent["recipient"]: 3})
    assert practice("essay", "confirm", "--undo", "--member", *codes).code == 1
    assert practice("essay", "forward", "--take-back", sent["id"], "--json").data["lists"] == []
    assert practice("essay", "confirm", "--undo", "--member", *codes, "--json").data["unconfirmed"] == 3


def test_an_essay_not_passed_is_not_confirmed(practice: Typed) -> None:
    told = practice("essay", "confirm", "--member", *codes_in(practice, "phải viết lại", 1))
    assert told.code == 1 and "chưa đạt" in told.err


def test_a_withdrawn_essay_is_owed_again(practice: Typed) -> None:
    [code] = codes_in(practice, "đạt", 1)
    assert practice("essay", "withdraw", "--member", code, "--json").data["withdrawn"] == 1
    assert practice("essay", "withdraw", "--member", code).code == 1


def test_marking_sheets_go_out_and_come_back(practice: Typed, tmp_path: Path) -> None:
    out = tmp_path / "phiếu"
    out.mkdir()
    sheets = practice("essay", "sheet-out", "--to", out, "--json").data["sheets"]
    assert len(sheets) == len(list(out.iterdir()))
    path = next(Path(each["file"]) for each in sheets)
    book = load_workbook(path)
    sheet = book["Phiếu chấm"]
    head = next(row for row in sheet.iter_rows() if "Kết quả" in [cell.value for cell in row])
    column = next(at for at, cell in enumerate(head) if cell.value == "Kết quả")
    other = {"Đạt": "Phải viết lại", "Phải viết lại": "Đạt", None: "Đạt"}
    cell = sheet.cell(int(head[0].row or 0) + 1, column + 1)
    cell.value = other[str(cell.value) if cell.value else None]
    book.save(path)
    [seen] = practice("essay", "sheet-in", path, "--json").data["sheets"]
    assert (len(seen["changes"]), seen["written"]) == (1, 0)
    assert practice("essay", "sheet-in", path, "--write", "--json").data["sheets"][0]["written"] == 1
    assert practice("essay", "sheet-in", path, "--json").data["sheets"][0]["changes"] == []


def test_sheets_sent_again_never_replace_what_lies_there(practice: Typed, tmp_path: Path) -> None:
    count = len(practice("essay", "sheet-out", "--to", tmp_path, "--json").data["sheets"])
    practice("essay", "sheet-out", "--to", tmp_path)
    assert len(list(tmp_path.glob("phieu-cham-*.xlsx"))) == 2 * count


def test_files_are_attached_saved_checked_and_removed(practice: Typed, tmp_path: Path) -> None:
    [code] = codes_in(practice, "đạt", 1)
    told = practice("attach", a_file(tmp_path), "--member", code, "--json").data["files"]
    assert (told[0]["name"], told[0]["size"]) == ("bài viết tay.pdf", len(PDF))
    out = tmp_path / "ra"
    out.mkdir()
    [saved] = practice("attach", "--member", code, "--save", out, "--json").data["saved"]
    assert Path(saved).read_bytes() == PDF
    assert practice("attach", "--check", "--json").data["damaged"] == []
    assert practice("attach", "--member", code, "--remove", told[0]["id"], "--json").data["files"] == []


def test_files_of_other_kinds_and_people_without_an_essay_are_refused(practice: Typed, tmp_path: Path) -> None:
    [code] = codes_in(practice, "đạt", 1)
    assert "không phải PDF" in practice("attach", a_file(tmp_path, content=PROGRAM), "--member", code).err
    [other] = codes_in(practice, "chưa nộp, còn hạn", 1)
    assert "chưa nộp bài" in practice("attach", a_file(tmp_path), "--member", other).err
    assert "--member" in practice("attach", a_file(tmp_path)).err


def test_a_round_is_marked_in_points_by_its_own_rules(practice: Typed) -> None:
    rules = ("--scale", "points", "--pass-score", "6", "--criterion", "Nhận thức | 6", "--criterion", "Trách nhiệm | 4")
    told = practice("essay", "rules", *rules, "--band", "Tốt | 8", "--band", "Đạt | 6", "--json").data
    assert (told["scale"], told["pass_score"], len(told["criteria"])) == ("ten_points", "6", 2)
    assert [each["name"] for each in told["bands"]] == ["Tốt", "Đạt"]
    one, other = codes_in(practice, "đã nộp, chưa chấm", 2)
    assert practice("essay", "mark", "--member", one, "--score", "5,5", "--json").data["result"] == "rewrite"
    assert practice("essay", "mark", "--member", other, "--score", "6.0", "--json").data["result"] == "passed"


def test_rules_that_cannot_be_change_nothing(practice: Typed) -> None:
    told = practice("essay", "rules", "--scale", "points", "--criterion", "Nhận thức | 12")
    assert told.code == 1 and practice("essay", "rules", "--json").data["scale"] == "pass_fail"
