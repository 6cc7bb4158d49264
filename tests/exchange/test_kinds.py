"""The kind of a file is told by its content; what is no spreadsheet gets a sentence of its own."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.kinds import Kind, kind_of
from desktop_app.exchange.sheets import read_sheets
from tests.exchange import files


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read_sheets(path)
    return str(refusal.value)


def test_a_workbook_under_a_wrong_name_is_still_a_workbook(tmp_path: Path) -> None:
    assert kind_of(files.workbook(tmp_path / "a.xlsx", ("DS", [["x"]])).rename(tmp_path / "a.csv")) is Kind.XLSX


def test_an_old_workbook_is_told(tmp_path: Path, old_workbook: Callable[[Path], Path]) -> None:
    assert kind_of(old_workbook(tmp_path / "a.xls")) is Kind.XLS


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").touch()
    assert "rỗng" in refused(tmp_path / "a.xlsx")


def test_a_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    assert "bỏ mật khẩu" in refused(files.locked_workbook(tmp_path / "a.xlsx"))


@pytest.mark.parametrize("start", ["<html><table>", "<!DOCTYPE html>\n<html>", "\ufeff  <HTML>", "MIME-Version: 1.0\n"])
def test_a_web_page_named_as_a_workbook_is_refused(tmp_path: Path, start: str) -> None:
    path = tmp_path / "a.xls"
    path.write_text(start + "<tr><td>Họ và tên</td></tr>", encoding="utf-8")
    assert "trang web" in refused(path)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n...", b"\x89PNG\r\n\x1a\n", b"{\\rtf1 x}", b"a\x00b\x01c" * 100])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert "không phải bảng tính" in refused(path)


def test_a_text_document_in_a_zip_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert "không phải bảng tính" in refused(tmp_path / "a.xlsx")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "Không thấy tệp" in refused(tmp_path / "a.xlsx")
