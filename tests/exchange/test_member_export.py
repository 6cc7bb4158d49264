"""The office's own list is what is kept: read back by our own importer, no formula in it, nothing half written."""

import csv
import shutil
import subprocess
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.member_export import export_list
from desktop_app.services.members import MemberFilter
from desktop_app.services.progress import quiet
from desktop_app.services.store import Store, memory_office
from tests.cast import a_cell, a_member, some_members
from tests.exchange.given_out import EVERY, NASTY, counts, dangerous, formulas, read, sheet_of, three_people

# without the letters of which reading tells the old encodings: a column of nothing else is taken for TCVN3, and told
LATIN_1 = "".join(map(chr, range(0x80, 0x100)))
NASTY_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters=LATIN_1),
    min_size=1,
    max_size=40,
)
DATES = st.sampled_from(
    ["1900", "1905-06-11", "1909-12-31", "1910-01-01", "1955", "1955-03", "1955-03-12", "2001-02-28"]
)


@pytest.fixture
def people(store: Store) -> Store:
    return three_people(store)


@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_a_list_read_back_changes_nothing(people: Store, tmp_path: Path, name: str) -> None:
    done = export_list(people, tmp_path / name, columns=EVERY)
    assert done.people == 3
    assert counts(people, done.path) == (0, 0, 3, 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(NASTY_TEXTS | st.sampled_from(NASTY), min_size=1, max_size=6), born=DATES)
@pytest.mark.parametrize("name", ["ds.xlsx", "ds.csv"])
def test_whatever_people_write_comes_back_as_it_was(tmp_path: Path, name: str, texts: list[str], born: str) -> None:
    store = memory_office()
    for place, text in enumerate(texts):
        kept = {"note": text, "other_name": text, "party_position": text, "phone": text}
        a_member(store, f"Nguyễn Văn {'ABCDEF'[place]}", birth_date=born, **kept)
    export_list(store, tmp_path / name, columns=EVERY)
    assert counts(store, tmp_path / name) == (0, 0, len(texts), 0)
    store.close()


def test_no_text_starts_a_formula_in_a_csv(store: Store, tmp_path: Path) -> None:
    dangerous(store)
    export_list(store, tmp_path / "ds.csv", columns=EVERY)
    content = (tmp_path / "ds.csv").read_text(encoding="utf-8-sig")
    cells = [cell for row in csv.reader(content.splitlines(), delimiter=";") for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))] == []
    assert "'=1+1" in cells and "''=quoted" in cells


def test_ids_are_texts_and_full_dates_are_dates(people: Store, tmp_path: Path) -> None:
    out = export_list(people, tmp_path / "ds.xlsx", columns=["full_name", "citizen_id", "birth_date"]).path
    sheet = sheet_of(out)
    rows = {row[1].value: row for row in sheet.iter_rows(min_row=5)}
    an, binh, cuong = rows["Nguyễn Văn An"], rows["Trần Thị Bình"], rows["Lê Đức Cường"]
    assert (an[2].value, an[2].data_type, an[2].number_format) == ("038060000001", "s", "@")
    assert (an[3].value, an[3].number_format) == (datetime(1960, 2, 5), "dd/mm/yyyy")
    assert (binh[3].value, cuong[3].value) == ("03/1955", "11/06/1905")


def test_a_csv_opens_in_excel_as_utf_8(people: Store, tmp_path: Path) -> None:
    out = export_list(people, tmp_path / "ds.csv").path
    assert out.read_bytes().startswith("\ufeffSTT;Họ và tên;Ngày sinh;".encode())


def test_a_list_has_the_columns_filter_and_order_asked_for(store: Store, tmp_path: Path) -> None:
    some_members(store, 2)
    a_member(store, "Bùi Thị Xa", cell="Chi bộ Khác")
    chosen = MemberFilter(cell_id=a_cell(store).id, order="code", descending=True)
    out = export_list(store, tmp_path / "ds.csv", chosen, ["code", "full_name"]).path
    assert out.read_text(encoding="utf-8-sig").splitlines() == [
        "STT;Mã số;Họ và tên", "1;0000017;Trần Thị Bình", "2;0000009;Nguyễn Văn An",
    ]  # fmt: skip


def test_people_without_a_cell_column_come_back_to_the_cell_of_the_title(store: Store, tmp_path: Path) -> None:
    a_member(store)
    out = export_list(store, tmp_path / "ds.xlsx", MemberFilter(cell_id=a_cell(store).id), ["full_name"]).path
    assert [row.cell for row in read(out, store).rows] == ["CHI BỘ ĐỘI CUNG 1"]


@pytest.mark.parametrize("name", ["code", "kind"])
def test_our_own_columns_beside_the_name_are_not_taken_for_it(people: Store, tmp_path: Path, name: str) -> None:
    out = export_list(people, tmp_path / "ds.xlsx", columns=["full_name", name, "birth_date"]).path
    assert "Nguyễn Văn An" in [row.full_name for row in read(out, people).rows]


def test_a_cancelled_export_leaves_what_was_there(people: Store, tmp_path: Path) -> None:
    class Cancelled(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise Cancelled

    out = tmp_path / "ds.xlsx"
    out.write_text("cũ")
    with pytest.raises(Cancelled):
        export_list(people, out, progress=stop)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["ds.xlsx"]
    assert out.read_text() == "cũ"


@pytest.mark.parametrize(
    ("name", "columns", "said"),
    [
        ("ds.pdf", ["full_name"], "đuôi"),
        ("ds.csv", ["religion"], "không có cột"),
        ("no/ds.csv", ["note"], "thư mục"),
        ("no/ds.xlsx", ["note"], "thư mục"),
    ],
)
def test_what_cannot_be_written_is_refused(
    people: Store, tmp_path: Path, name: str, columns: list[str], said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        export_list(people, tmp_path / name, columns=columns, progress=quiet)


def test_nobody_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không có người nào"):
        export_list(store, tmp_path / "ds.xlsx")
    assert not (tmp_path / "ds.xlsx").exists()


def test_no_text_becomes_a_formula(store: Store, tmp_path: Path) -> None:
    dangerous(store)
    assert formulas(export_list(store, tmp_path / "ds.xlsx", columns=EVERY).path) == []


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
def test_another_spreadsheet_sees_the_same_texts_and_computes_nothing(store: Store, tmp_path: Path) -> None:
    dangerous(store)
    export_list(store, tmp_path / "ds.xlsx", columns=["full_name", "note"])
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,-1"
    command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(tmp_path), "ds.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    [seen] = tmp_path.glob("ds*.csv")
    rows = list(csv.reader(seen.read_text(encoding="utf-8").splitlines(), delimiter=";"))
    assert [row[2] for row in rows[-len(NASTY) :]] == list(NASTY)
