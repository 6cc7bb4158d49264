"""Sheets of xlsx, xls and ods workbooks by calamine. Runs only in the child process: see child."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.parsers.expat import ExpatError

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
from desktop_app.exchange.marks import Marks


def workbook_sheets(path: Path, kind: Kind, only: str | None) -> Iterator[RawSheet]:
    """The sheets that can hold rows, in the workbook's order, or the one asked for. Raises Refusal."""
    try:
        marks = _marks(path, kind)
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            for name, hidden in _wanted(book, only):
                yield _sheet(
                    book.get_sheet_by_name(name),
                    hidden,
                    marks.get(name, Marks()) if marks is not None else Marks(unseen=True),
                )
    except PasswordError:
        raise Refusal(LOCKED) from None
    except (CalamineError, OSError, ParseError, ExpatError, *DAMAGE):
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
        raise Refusal(f"Tệp này không có trang tính “{only}”. Hãy chọn một trong các trang tính: {names}.")
    return wanted[:1]


def _marks(path: Path, kind: Kind) -> dict[str, Marks] | None:
    """Sheet name → what calamine does not tell of it, None where nothing can tell. Raises Refusal."""
    if kind is Kind.XLSX:
        from desktop_app.exchange.marks_xlsx import SIGNS, xlsx_marks

        return xlsx_marks(path, check_archive(path, SIGNS))
    if kind is Kind.ODS:
        from desktop_app.exchange.marks_ods import ods_marks

        check_archive(path)
        return ods_marks(path)
    from desktop_app.exchange.marks_xls import xls_marks

    return xls_marks(path)


def _sheet(sheet: CalamineSheet, hidden: bool, marks: Marks) -> RawSheet:
    merged = [(top[0] + 1, top[1], bottom[0] + 1, bottom[1]) for top, bottom in sheet.merged_cell_ranges or ()]
    return RawSheet(
        name=sheet.name, hidden=hidden, rows=_rows(sheet, marks), merged=merged or marks.merged, marks=marks
    )


def _rows(sheet: CalamineSheet, marks: Marks) -> Iterator[tuple[int, list[object]]]:
    """Rows from column A, with the words of errors where calamine leaves a blank."""
    left: list[object] = [""] * (sheet.start[1] if sheet.start else 0)
    for number, values in enumerate(sheet.iter_rows(), start=1):
        cells: list[object] = [*left, *values]
        for column, text in marks.texts.get(number, {}).items():
            cells += [""] * (column + 1 - len(cells))
            cells[column] = text
        yield number, cells
