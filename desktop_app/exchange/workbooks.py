"""Sheets of xlsx, xls and ods workbooks by calamine. Runs only in the child process: see child."""

from collections.abc import Iterator
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from db.keys import tidy
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.kinds import BROKEN, LOCKED, Kind
from desktop_app.exchange.limits import DAMAGE, RawSheet, check_archive


def workbook_sheets(path: Path, kind: Kind, only: str | None) -> Iterator[RawSheet]:
    """The sheets that can hold rows, in the workbook's order, or the one asked for. Raises Refusal."""
    try:
        if kind is not Kind.XLS:
            check_archive(path)
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            for name, hidden in _wanted(book, only):
                yield _sheet(book.get_sheet_by_name(name), hidden)
    except PasswordError:
        raise Refusal(LOCKED) from None
    except (CalamineError, OSError, *DAMAGE):
        raise Refusal(BROKEN) from None
    except RuntimeError as error:
        raise Refusal(LOCKED if "encrypted" in str(error) else BROKEN) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise Refusal(BROKEN) from None
        raise


def _wanted(book: CalamineWorkbook, only: str | None) -> list[tuple[str, bool]]:
    sheets = [
        (sheet.name, sheet.visible is not SheetVisibleEnum.Visible)
        for sheet in book.sheets_metadata
        if sheet.typ is SheetTypeEnum.WorkSheet
    ]
    if only is None:
        return sheets
    wanted = [sheet for sheet in sheets if tidy(sheet[0]).casefold() == tidy(only).casefold()]
    if not wanted:
        names = ", ".join(f"“{name}”" for name, _ in sheets)
        raise Refusal(f"Tệp này không có trang tính “{only}”. Xin chọn một trong các trang tính: {names}.")
    return wanted[:1]


def _sheet(sheet: CalamineSheet, hidden: bool) -> RawSheet:
    left = [""] * (sheet.start[1] if sheet.start else 0)
    rows = ((number, left + cells) for number, cells in enumerate(sheet.iter_rows(), start=1))
    merged = [(top[0] + 1, top[1], bottom[0] + 1, bottom[1]) for top, bottom in sheet.merged_cell_ranges or ()]
    return RawSheet(name=sheet.name, hidden=hidden, rows=rows, merged=merged)
