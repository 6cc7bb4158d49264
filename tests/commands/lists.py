"""Member lists as offices keep them, written as spreadsheets."""

from collections.abc import Sequence
from pathlib import Path

import xlsxwriter

HEADER = ("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Chi bộ", "Chức vụ")
PEOPLE = (
    ("Nguyễn Văn An", "05/02/1960", "Nam", "Đội Cung 1", "Bí thư"),
    ("Trần Thị Bình", "1955", "Nữ", "Đội Cung 1", ""),
    ("Lê Đức Cường", "12/03/1971", "Nam", "Thọ Hạc 2", ""),
    ("Phạm Thị Ẩn", "30/11/1980", "Nữ", "Thọ Hạc 2", "Phó Bí thư"),
)


def member_list(path: Path, people: Sequence[Sequence[str]] = PEOPLE) -> Path:
    """A title, a header in row 3, people from row 4."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.write_row(0, 0, ["DANH SÁCH ĐẢNG VIÊN"])
        sheet.write_row(2, 0, HEADER)
        for place, person in enumerate(people):
            sheet.write_row(3 + place, 0, [place + 1, *person])
    return path
