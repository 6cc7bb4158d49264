"""Printing by command: what is refused, and what is never written over."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from tests.commands.conftest import Typed


def a_form(practice: Typed) -> str:
    return str(practice("forms", "--json").data["forms"][0]["id"])


def test_forms_have_id_title_scopes_and_outputs(anywhere: Typed) -> None:
    forms = anywhere("forms", "--json").data["forms"]
    assert forms and all(form.keys() == {"id", "title", "group", "kind", "scopes", "outputs"} for form in forms)
    assert all(form["outputs"][0] == "pdf" for form in forms)


def test_an_unknown_form_is_refused_with_those_there_are(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", "khong-co", "--out", tmp_path / "a.pdf")
    assert told.code == 1 and a_form(practice) in told.err


def test_a_print_is_never_written_over_the_store(practice: Typed, practice_path: Path) -> None:
    before = practice_path.read_bytes()
    assert practice("print", a_form(practice), "--out", practice_path).code == 1
    assert practice_path.read_bytes() == before


def test_a_folder_that_is_not_there_is_refused(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", a_form(practice), "--out", tmp_path / "none" / "a.pdf")
    assert told.code == 1 and "a.pdf" in told.err


def test_a_print_may_be_of_one_cell(practice: Typed, tmp_path: Path) -> None:
    venue = practice("venues", "--json").data["venues"][-1]
    told = practice("print", a_form(practice), "--cell", venue["cells"][0], "--out", tmp_path / "a.pdf")
    assert told.code == 0 and (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(("name", "kind"), [("a.docx", "docx"), ("a.XLSX", "xlsx"), ("a.pdf", "pdf"), ("a", "pdf")])
def test_the_ending_of_the_file_says_what_is_printed(practice: Typed, tmp_path: Path, name: str, kind: str) -> None:
    told = practice("print", "summary", "--json", "--out", tmp_path / name)
    assert told.data["format"] == kind
    assert (tmp_path / name).read_bytes().startswith(b"%PDF" if kind == "pdf" else b"PK")


def test_a_format_that_is_typed_comes_before_the_ending(practice: Typed, tmp_path: Path) -> None:
    assert practice("print", "summary", "--format", "docx", "--out", tmp_path / "a.doc").code == 0
    assert "word/document.xml" in ZipFile(tmp_path / "a.doc").namelist()


def test_a_right_document_is_printed_without_a_remark_on_its_form(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", "result-report", "--out", tmp_path / "a.pdf")
    assert told.code == 0 and "Thể thức" not in told.out


def test_a_print_on_two_sides_is_another_print(practice: Typed, tmp_path: Path) -> None:
    assert practice("print", "roll", "--out", tmp_path / "a.pdf").code == 0
    assert practice("print", "roll", "--two-sided", "--out", tmp_path / "b.pdf").code == 0
    assert (tmp_path / "a.pdf").read_bytes() != (tmp_path / "b.pdf").read_bytes()


def test_a_form_of_cells_goes_into_one_file_with_an_outline(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", "not-studied", "--each-cell", "--json", "--out", tmp_path / "a.pdf")
    titles = [entry.title for entry in PdfReader(tmp_path / "a.pdf").outline if not isinstance(entry, list)]
    assert told.data["cells"] == len(titles) and str(titles[0]).startswith("Chi bộ")


def test_a_form_of_cells_goes_into_a_folder_file_by_file(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", "not-studied", "--each-cell", "--json", "--out", tmp_path)
    files = sorted(tmp_path.glob("Danh sách chưa học*.pdf"))
    assert told.data["cells"] == len(files) > 0


def test_a_form_of_the_whole_round_is_not_split_by_cells(practice: Typed, tmp_path: Path) -> None:
    told = practice("print", "result-report", "--each-cell", "--out", tmp_path / "a.pdf")
    assert told.code == 1 and "không in riêng theo chi bộ được" in told.err


def test_a_draft_says_so_on_its_head(practice: Typed, tmp_path: Path) -> None:
    marks = ("--draft", "Dự thảo lần 2", "--urgency", "khẩn")
    practice("print", "result-report", *marks, "--out", tmp_path / "a.pdf")
    said = PdfReader(tmp_path / "a.pdf").pages[0].extract_text()
    assert "Dự thảo lần 2" in said and "KHẨN" in said
