"""A mapping written down in a small file: read as meant, or refused with what is wrong."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.headers import Mapping
from desktop_app.exchange.limits import column_letters
from desktop_app.exchange.mapping_file import place, read_mapping


def test_rows_and_columns_are_read_as_on_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "cot.json"
    path.write_text('{"header_row": 3, "first_data_row": 5, "columns": {"full_name": ["B", "c"], "cell": "AA"}}')
    columns: dict[str, tuple[int, ...]] = {"full_name": (1, 2), "cell": (26,)}
    assert read_mapping(path) == Mapping(header_row=3, first_data_row=5, columns=columns)


@given(st.integers(0, 16_383))
def test_letters_name_the_column_they_name_on_the_sheet(column: int) -> None:
    assert place(column_letters(column)) == column


@pytest.mark.parametrize("content", ["", "[]", "{", '"full_name"', "{}", "\udcff"])
def test_what_is_no_mapping_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "cot.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(Refusal, match=r"[Tt]ệp chỉ cột"):
        read_mapping(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"không\.json"):
        read_mapping(tmp_path / "không.json")
