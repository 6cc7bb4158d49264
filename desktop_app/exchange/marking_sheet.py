"""A marking sheet as a workbook: sent out with choices to pick from, and read again when it is back.

Column A holds the lasting id of each essay, hidden, so that rows may be sorted; a hidden sheet holds what the rows said
when they went out, and a checksum. It is read in a child process like every foreign file.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from db.keys import fold, same_words
from db.values import EssayResult
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.exchange.delivery import delivered, new_workbook
from desktop_app.exchange.error_workbook import write_errors
from desktop_app.exchange.return_reading import texts
from desktop_app.exchange.sheet import Row, Sheet
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services.attachments import free
from desktop_app.services.marking_sheets import (
    DAMAGED,
    Difference,
    MarkingSheet,
    ReturnedLine,
    ReturnedSheet,
    Said,
    SheetLine,
    checksum,
)
from desktop_app.services.progress import Progress, quiet

MAGIC, HIDDEN, VISIBLE = "so-hoc-tap-phieu-cham-1", "so-hoc-tap", "Phiếu chấm"
ID, NAME, SCORE, RESULT, CHECKER = "Mã bài (không sửa)", "Họ và tên", "Điểm", "Kết quả", "Người chấm"
WIDTHS = {ID: 8, "STT": 6, "Mã số": 10, NAME: 28, "Chi bộ": 26, "Ngày nộp": 12, "Lần": 6}
WIDTHS |= {SCORE: 9, RESULT: 18, CHECKER: 24}
FONT = {"font_name": "Times New Roman", "font_size": 12}
HELP = (
    "Chọn kết quả trong từng ô; ô để trống giữ nguyên như trong sổ. Được sắp xếp lại dòng.",
    "Không sửa họ tên và mã số. Ghi xong, lưu lại dạng .xlsx và gửi trả nguyên tệp này.",
)
POINTS = "Ghi điểm từ 0 đến 10, ví dụ 8,5; kết quả sẽ tính theo điểm nếu không chọn."
NOT_OURS = "Tệp “{}” không phải phiếu chấm do sổ này gửi đi; hãy chọn đúng tệp đã gửi trả."
NO_TABLE = "Phiếu “{}” không còn hàng tiêu đề có “{}” và “{}”; hãy giữ nguyên tiêu đề của phiếu đã gửi."


def file_name(sheet: MarkingSheet) -> str:
    """“phieu-cham-tran-van-chu.xlsx”."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(sheet.scope)).split()
    return "-".join(["phieu-cham", *words[:8]]) + ".xlsx"


def write_sheets(sheets: Sequence[MarkingSheet], folder: Path, progress: Progress = quiet) -> list[Path]:
    """A workbook each, under names that are free: what lies there may have been filled in already. The paths."""
    written: list[Path] = []
    for done, sheet in enumerate(sheets):
        progress(done, len(sheets))
        path = free(folder / file_name(sheet))
        write_sheet(sheet, path)
        written.append(path)
    return written


def titles(sheet: MarkingSheet) -> list[str]:
    """The headings; scores only where the round is marked in points."""
    return [title for title in WIDTHS if title != SCORE or sheet.in_points]


def write_sheet(sheet: MarkingSheet, out: Path) -> None:
    """Write the workbook. Raises Refusal where it cannot be written."""
    with delivered(out) as part, new_workbook(part) as book:
        page = book.add_worksheet(VISIBLE)
        looks = _looks(book)
        first = _head(page, sheet, looks)
        for at, line in enumerate(sheet.lines):
            _line(page, first + at, at + 1, _values(line), titles(sheet), looks)
        _choices(page, sheet, first)
        _hide(book.add_worksheet(HIDDEN), sheet)


def _looks(book: Any) -> dict[str, Any]:
    head = {**FONT, "bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
    return {
        "title": book.add_format({**FONT, "bold": True, "font_size": 14}),
        "plain": book.add_format(FONT),
        "help": book.add_format({**FONT, "italic": True, "font_color": "#8A1C14"}),
        "head": book.add_format({**head, "bg_color": "#E7EDF3"}),
        "cell": book.add_format({**FONT, "border": 1, "num_format": "@"}),
        "number": book.add_format({**FONT, "border": 1}),
        "mark": book.add_format({**FONT, "border": 1, "bg_color": "#FFF8E1"}),
    }


def _head(page: Any, sheet: MarkingSheet, looks: dict[str, Any]) -> int:
    """What stands above the rows; the first row below, from 0."""
    told = [("PHIẾU CHẤM BÀI THU HOẠCH", "title"), (f"{sheet.round_name} · {sheet.scope}", "plain")]
    told += [(text, "help") for text in (*HELP, *([POINTS] if sheet.in_points else []))]
    for at, (text, look) in enumerate(told):
        page.write_string(at, 1, text, looks[look])
    for column, title in enumerate(titles(sheet)):
        page.write_string(len(told), column, title, looks["head"])
        page.set_column(column, column, WIDTHS[title], None, {"hidden": title == ID})
    page.freeze_panes(len(told) + 1, titles(sheet).index(NAME) + 1)
    page.repeat_rows(len(told))
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    return len(told) + 1


def _values(line: SheetLine) -> dict[str, str]:
    person, last, said = line.essay.standing.row, line.essay.last, line.said
    assert last is not None, "only essays handed in go out"
    return {
        ID: line.uid,
        "Mã số": person.code,
        NAME: person.full_name,
        "Chi bộ": person.cell,
        "Ngày nộp": show_date(last.received_on),
        "Lần": str(last.attempt),
        SCORE: said.score,
        RESULT: word(said.result) if said.result else "",
        CHECKER: last.marked_by or line.essay.checker or "",
    }


def _line(
    page: Any, at: int, number: int, values: Mapping[str, str], columns: Sequence[str], looks: dict[str, Any]
) -> None:
    for column, title in enumerate(columns):
        look = looks["mark" if title in (SCORE, RESULT, CHECKER) else "cell"]
        if title == "STT":
            page.write_number(at, column, number, looks["number"])
        elif title == SCORE and values[title]:
            page.write_number(at, column, float(values[title].replace(",", ".")), look)
        else:
            page.write_string(at, column, values[title], look)


def _choices(page: Any, sheet: MarkingSheet, first: int) -> None:
    """What may be picked or typed in the cells to fill."""
    last, columns = first + len(sheet.lines) - 1, titles(sheet)
    results = [word(result) for result in EssayResult]
    page.data_validation(
        first,
        columns.index(RESULT),
        last,
        columns.index(RESULT),
        {"validate": "list", "source": results, "error_message": "Hãy chọn một kết quả có sẵn, hoặc để trống."},
    )
    if sheet.in_points:
        within = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 10}
        told = {"error_message": "Điểm là số từ 0 đến 10.", "error_type": "warning"}
        page.data_validation(first, columns.index(SCORE), last, columns.index(SCORE), within | told)


def _hide(page: Any, sheet: MarkingSheet) -> None:
    """What tells the workbook when it is back."""
    base = {line.uid: line.said for line in sheet.lines}
    lines = [
        (MAGIC, checksum(sheet.round_uid, sheet.made_at, sheet.in_points, base)),
        (sheet.round_uid, sheet.made_at, "1" if sheet.in_points else "0"),
        *((uid, said.result or "", said.score) for uid, said in base.items()),
    ]
    for at, values in enumerate(lines):
        for column, value in enumerate(values):
            page.write_string(at, column, value)
    page.hide()


def read_sheet(path: Path) -> ReturnedSheet:
    """A marking sheet that came back. Raises Refusal for a file that cannot be read, is not ours, or lost its parts."""
    pages = read_sheets(path)
    hidden = next((page for page in pages if page.rows and texts(page.rows[0])[:1] == [MAGIC]), None)
    if hidden is None:
        raise Refusal(NOT_OURS.format(path.name))
    head = [texts(row) for row in hidden.rows]
    if len(head) < 2 or len(head[0]) < 2 or len(head[1]) < 3:
        raise Refusal(DAMAGED.format(path.name))
    page, header = _table(path, [each for each in pages if each is not hidden])
    return ReturnedSheet(
        file=path.name,
        sheet=page.name,
        round_uid=head[1][0],
        made_at=head[1][1],
        in_points=head[1][2] == "1",
        checksum=head[0][1],
        base={line[0]: _said(path, line) for line in head[2:]},
        lines=_lines(page, header),
    )


def _said(path: Path, line: Sequence[str]) -> Said:
    result, score = [*line, "", ""][1:3]
    if result not in ("", *EssayResult):
        raise Refusal(DAMAGED.format(path.name))
    return Said(result=EssayResult(result) if result else None, score=score)


def _table(path: Path, pages: Sequence[Sheet]) -> tuple[Sheet, Row]:
    """The page with the table and its header row, wherever they have moved to."""
    for page in pages:
        for row in page.rows:
            if {ID, NAME, RESULT} <= set(texts(row)):
                return page, row
    raise Refusal(NO_TABLE.format(path.name, NAME, RESULT))


def _lines(page: Sheet, header: Row) -> tuple[ReturnedLine, ...]:
    """The rows below the header that name somebody."""
    places = {same_words(title): column for column, title in enumerate(texts(header)) if title}
    columns = [places.get(same_words(title), -1) for title in (ID, NAME, RESULT, SCORE, CHECKER)]
    found = []
    for row in page.rows:
        said = texts(row)
        uid, name, result, score, checker = (said[at] if 0 <= at < len(said) else "" for at in columns)
        if row.number > header.number and (uid or name):
            found.append(
                ReturnedLine(number=row.number, uid=uid, name=name, result=result, score=score, checker=checker)
            )
    return tuple(found)


def write_problems(source: Path, found: Difference, out: Path) -> int:
    """The same workbook with the reason beside each row that could not be taken; how many."""
    return write_errors(source, {(found.sheet, row): [why] for row, why in found.problems.items()}, out)
