"""Files that several tests of reading start from."""

from collections.abc import Callable
from pathlib import Path

import pytest
import xlwt


@pytest.fixture
def old_workbook() -> Callable[[Path], Path]:
    """Writes an .xls with one sheet “Tờ 1”: a text in C4, a number in E5, a date in F6."""

    def write(path: Path) -> Path:
        book = xlwt.Workbook()
        sheet = book.add_sheet("Tờ 1")
        sheet.write(3, 2, "Nguyễn Văn An")
        sheet.write(4, 4, 1955)
        sheet.write(5, 5, 21951, xlwt.easyxf(num_format_str="DD/MM/YYYY"))
        book.save(str(path))
        return path

    return write
