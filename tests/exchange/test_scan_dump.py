"""Files of scanners: every order and separator, encodings, moments that do not exist, files that are none."""

from pathlib import Path

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.scan_dump import read_dump


def dump(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "may-1.txt"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    "line",
    [
        "0012347;27/03/2021 07:05:12",
        "0012347\t2021-03-27 07:05:12",
        '"0012347","2021-03-27T07:05:12.250"',
        "0012347 27-03-2021 07:05:12",
        "27/3/2021;7:05:12;0012347",
        "QR,0012347,27.03.2021,07:05:12",
    ],
)
def test_code_and_moment_are_found_in_every_shape(tmp_path: Path, line: str) -> None:
    assert read_dump(dump(tmp_path, line + "\r\n")).pairs == (("0012347", "2021-03-27 07:05:12"),)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "latin-1"])
def test_codes_alone_are_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    assert read_dump(dump(tmp_path, "Ma\n0012347\n\n0022341\n", encoding)).pairs == (
        ("0012347", None),
        ("0022341", None),
    )


def test_a_line_that_cannot_be_read_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    found = read_dump(dump(tmp_path, "0012347;31/02/2021 07:05\n0012347;27/03/2021 07:05\nabc\n"))
    assert found.pairs == (("0012347", "2021-03-27 07:05:00"),)
    assert [problem.split()[:2] for problem in found.problems] == [["Dòng", "1"], ["Dòng", "3"]]


def test_a_file_without_a_code_and_one_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="không có mã nào"):
        read_dump(dump(tmp_path, "xin chào\n"))
    with pytest.raises(Refusal, match="Không đọc được"):
        read_dump(tmp_path / "khong-co.txt")
