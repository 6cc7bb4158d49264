"""A workbook sent out to be filled with marks: choices to pick from, and hidden what tells it again when it is back.

Column A holds the lasting id of each person, hidden, so that rows may be sorted and added; a hidden sheet holds what
the rows said when they went out, and a checksum. Reading one back is in return_reading.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from db.keys import fold
from db.values import OutputKind
from desktop_app.domain.dates import show_date, show_moment
from desktop_app.domain.mark_words import WRITTEN
from desktop_app.domain.words import word
from desktop_app.exchange.delivery import delivered, new_workbook
from desktop_app.services.journal import record_output
from desktop_app.services.office import office
from desktop_app.services.progress import Progress, quiet
from desktop_app.services.return_sheets import Outgoing, OutRow, Target, checksum, make
from desktop_app.services.store import Store

MAGIC = "so-hoc-tap-phieu-diem-danh-1"
HIDDEN_SHEET, SHEET = "so-hoc-tap", "Điểm danh"
ID, NUMBER, CODE, NAME = "Mã dòng (không sửa)", "STT", "Mã số", "Họ và tên"
BORN, CELL, REASON, REMARK = "Ngày sinh", "Chi bộ", "Lý do vắng", "Ghi chú"
BEFORE, AFTER = (ID, NUMBER, CODE, NAME, BORN, CELL), (REASON, REMARK)
WIDTHS = {ID: 8, NUMBER: 6, CODE: 10, NAME: 28, BORN: 12, CELL: 24, REASON: 26, REMARK: 26}
MARK_WIDTH, SPARE_ROWS, HEADER_HEIGHT, FIELD_MARK = 18, 15, 33, "|"
FONT = {"font_name": "Times New Roman", "font_size": 11}
HELP = (
    "Chọn trong từng ô: Có mặt, Vắng có lý do, Vắng không lý do hoặc Vắng chưa rõ lý do. Ô trống giữ nguyên như sổ.",
    "Được sắp xếp lại dòng (chọn cả bảng). Người chưa có tên: ghi vào dòng trống cuối bảng, có họ tên và ngày sinh.",
    "Không sửa họ tên, mã số đã in sẵn. Ghi xong, lưu lại dạng .xlsx và gửi trả nguyên tệp này.",
)


def file_name(outgoing: Outgoing) -> str:
    """“phieu-diem-danh-doi-cung-1-lan-2.xlsx”: letters and digits every system and mail takes."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(outgoing.where)).split()
    return "-".join(["phieu-diem-danh", *words[:10], f"lan-{outgoing.sheet.version}.xlsx"])


def write_return(store: Store, outgoing: Outgoing, out: Path) -> None:
    """Write the workbook. Raises Refusal where it cannot be written."""
    with delivered(out) as part, new_workbook(part) as book:
        sheet = book.add_worksheet(SHEET)
        looks = _looks(book)
        header = _head(sheet, outgoing, looks, office(store).name)
        _rows(sheet, outgoing, header + 1, looks)
        _lay_out(sheet, outgoing, header)
        _hidden(book.add_worksheet(HIDDEN_SHEET), outgoing)


def send(
    store: Store, conference_id: int, targets: Sequence[Target], folder: Path, progress: Progress = quiet
) -> list[tuple[Path, Outgoing]]:
    """A workbook for each place into a folder, all or none in the book; a file of the same name is replaced. What was
    sent is noted in the log of outputs."""
    written = []
    with store.gesture("sheet.send", f"Gửi {len(targets)} phiếu điểm danh"):
        for done, target in enumerate(targets, 1):
            outgoing = make(store, conference_id, target)
            path = folder / file_name(outgoing)
            write_return(store, outgoing, path)
            record_output(store, "Phiếu điểm danh", outgoing.where, OutputKind.EXPORT)
            written.append((path, outgoing))
            progress(done, len(targets))
    return written


def day_titles(outgoing: Outgoing) -> list[str]:
    """“Sáng 27/03/2021” over each half-day's column."""
    return [f"{word(day.part)} {show_date(day.held_on)}" for day in outgoing.half_days]


def _looks(book: Any) -> dict[str, Any]:
    grid = {**FONT, "border": 1, "valign": "top"}
    middle = {"align": "center", "valign": "vcenter", "text_wrap": True, "border": 1}
    return {
        "title": book.add_format({**FONT, "bold": True, "font_size": 14}),
        "plain": book.add_format(FONT),
        "help": book.add_format({**FONT, "italic": True, "font_color": "#8A1C14"}),
        "head": book.add_format({**FONT, **middle, "bold": True, "bg_color": "#E7EDF3"}),
        "text": book.add_format({**grid, "num_format": "@", "text_wrap": True}),
        "mark": book.add_format({**grid, "bg_color": "#FFF8E1"}),
        "number": book.add_format({**grid, "align": "center"}),
    }


def _head(sheet: Any, outgoing: Outgoing, looks: dict[str, Any], office_name: str) -> int:
    """What stands above the table; the row of the header, from 0."""
    made = f"Lần gửi {outgoing.sheet.version}, lập lúc {show_moment(outgoing.sheet.made_at)}"
    lines = [
        ("PHIẾU ĐIỂM DANH " + outgoing.where.upper(), "title"),
        (f"{outgoing.held.name} · {office_name}", "plain"),
        (f"{made} · {len(outgoing.rows)} người", "plain"),
        *((text, "help") for text in HELP),
    ]
    for at, (text, look) in enumerate(lines):
        sheet.write_string(at, 1, text, looks[look])
    for column, title in enumerate((*BEFORE, *day_titles(outgoing), *AFTER)):
        sheet.write_string(len(lines), column, title, looks["head"])
    return len(lines)


def _rows(sheet: Any, outgoing: Outgoing, first: int, looks: dict[str, Any]) -> None:
    for at, row in enumerate(outgoing.rows):
        _row(sheet, first + at, at + 1, row, outgoing.half_day_uids, looks)
    last = first + len(outgoing.rows) + SPARE_ROWS - 1
    marks = range(len(BEFORE), len(BEFORE) + len(outgoing.half_days))
    for at in range(first + len(outgoing.rows), last + 1):
        for column in range(1, len(BEFORE) + len(outgoing.half_days) + len(AFTER)):
            sheet.write_blank(at, column, None, looks["mark" if column in marks else "text"])
    choice = {
        "validate": "list",
        "source": list(WRITTEN.values()),
        "error_title": "Điểm danh",
        "error_message": "Hãy chọn một trong các mục có sẵn, hoặc để trống.",
    }
    if len(marks):
        sheet.data_validation(first, marks[0], last, marks[-1], choice)


def _row(sheet: Any, at: int, number: int, row: OutRow, days: Sequence[str], looks: dict[str, Any]) -> None:
    person, base = row.person, row.base
    born = show_date(person.birth_date) if person.birth_date else ""
    texts = (row.uid, None, person.code, person.full_name, born, person.cell)
    for column, text in enumerate(texts):
        if text is None:
            sheet.write_number(at, column, number, looks["number"])
        else:
            sheet.write_string(at, column, text, looks["text"])
    for column, day in enumerate(days, len(BEFORE)):
        status = base.statuses.get(day)
        sheet.write_string(at, column, WRITTEN[status] if status else "", looks["mark"])
    for column, text in enumerate((base.reason, base.remark), len(BEFORE) + len(days)):
        sheet.write_string(at, column, text, looks["text"])


def _lay_out(sheet: Any, outgoing: Outgoing, header: int) -> None:
    """Widths, the hidden first column, the frozen header, A4 pages that repeat it."""
    widths = [WIDTHS[title] for title in BEFORE] + [MARK_WIDTH] * len(outgoing.half_days)
    for column, width in enumerate([*widths, *(WIDTHS[title] for title in AFTER)]):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    sheet.set_row(header, HEADER_HEIGHT)
    sheet.freeze_panes(header + 1, len((ID, NUMBER, CODE, NAME)))
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(header)
    sheet.set_footer("&CTrang &P/&N")


def _hidden(sheet: Any, outgoing: Outgoing) -> None:
    """What tells the workbook when it is back: facts with a checksum, then a row for each person as it went out."""
    base = {row.uid: row.base for row in outgoing.rows}
    told = [outgoing.sheet.uid, outgoing.conference_uid, str(outgoing.sheet.version), *outgoing.half_day_uids]
    days = zip(outgoing.half_day_uids, day_titles(outgoing), strict=True)
    lines = [
        (MAGIC, checksum(told, base)),
        tuple(told[:3]),
        tuple(f"{uid}{FIELD_MARK}{title}" for uid, title in days),
        *((uid, *(row.statuses.get(day, "") for day in told[3:]), row.reason, row.remark) for uid, row in base.items()),
    ]
    for at, texts in enumerate(lines):
        for column, text in enumerate(texts):
            sheet.write_string(at, column, text)
    sheet.hide()
