"""A workbook of marks that came back, read: told from others by its hidden sheet, its rows by their hidden ids.

Read in a child process like every foreign file. Whether it is ours and what it changes is not asked here: see
services.returned_files.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from db.keys import same_words, tidy
from db.values import MarkStatus
from desktop_app.domain.dates import parse_date
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.return_workbook import BORN, CELL, CODE, FIELD_MARK, ID, MAGIC, NAME, REASON, REMARK
from desktop_app.exchange.sheet import Row, Sheet, Value
from desktop_app.exchange.sheets import read_sheets
from desktop_app.services.return_sheets import BaseRow
from desktop_app.services.returned_files import DAMAGED, ReturnedFile, ReturnedRow

FACTS, FIRST_PERSON = 2, 3
NOT_OURS = (
    "Tệp “{}” không phải phiếu điểm danh do sổ này gửi đi; nếu là danh sách tự lập, "
    "hãy nhận bằng “Nhận danh sách điểm danh”."
)
NO_TABLE = "Tệp “{}” không còn hàng tiêu đề có “{}” và “{}”; hãy giữ nguyên tiêu đề của phiếu đã gửi."


def read_return(path: Path) -> ReturnedFile:
    """What a workbook that came back says. Raises Refusal for a file that cannot be read, is not ours or has lost its
    hidden sheet or its header."""
    sheets = read_sheets(path)
    hidden = next((sheet for sheet in sheets if _is_ours(sheet)), None)
    if hidden is None:
        raise Refusal(NOT_OURS.format(path.name))
    head = [texts(row) for row in hidden.rows]
    if len(head) < FIRST_PERSON or len(head[0]) < 2 or len(head[1]) < FIRST_PERSON:
        raise Refusal(DAMAGED.format(path.name))
    days = dict(each.partition(FIELD_MARK)[::2] for each in head[2])
    sheet, header = _table(path, [sheet for sheet in sheets if sheet is not hidden])
    return ReturnedFile(
        file=path.name,
        sheet=sheet.name,
        uid=head[1][0],
        conference_uid=head[1][1],
        facts=(*head[1][:FIRST_PERSON], *days),
        checksum=head[0][1],
        base=_base(path, head[FIRST_PERSON:], list(days)),
        rows=_rows(sheet, header, days),
    )


def texts(row: Row) -> list[str]:
    return [text(value) for value in row.values]


def text(value: Value | None) -> str:
    """A cell as a person would have typed it; a whole number without its point."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return tidy(str(value))


def _is_ours(sheet: Sheet) -> bool:
    return bool(sheet.rows) and sheet.rows[0].number == 1 and texts(sheet.rows[0])[:1] == [MAGIC]


def _base(path: Path, lines: Sequence[Sequence[str]], days: Sequence[str]) -> dict[str, BaseRow]:
    """What each row said when it went out. Refuses marks that are none."""
    base: dict[str, BaseRow] = {}
    for line in lines:
        padded = [*line, *("",) * (len(days) + 3 - len(line))]
        statuses = {day: said for day, said in zip(days, padded[1:], strict=False) if said}
        if not set(statuses.values()) <= set(MarkStatus):
            raise Refusal(DAMAGED.format(path.name))
        marks = {day: MarkStatus(said) for day, said in statuses.items()}
        base[padded[0]] = BaseRow(statuses=marks, reason=padded[len(days) + 1], remark=padded[len(days) + 2])
    return base


def _table(path: Path, sheets: Sequence[Sheet]) -> tuple[Sheet, Row]:
    """The sheet of marks and its header row, wherever they have moved to."""
    for sheet in sheets:
        for row in sheet.rows:
            said = texts(row)
            if ID in said and NAME in said:
                return sheet, row
    raise Refusal(NO_TABLE.format(path.name, ID, NAME))


def _rows(sheet: Sheet, header: Row, days: Mapping[str, str]) -> tuple[ReturnedRow, ...]:
    """The rows below the header that name somebody."""
    titles = {same_words(title): column for column, title in enumerate(texts(header)) if title}
    columns = {title: titles.get(same_words(title)) for title in (ID, CODE, NAME, BORN, CELL, REASON, REMARK)}
    day_columns = {uid: titles.get(same_words(title)) for uid, title in days.items()}
    found = []
    for row in sheet.rows:
        said = texts(row)

        def at(column: int | None, said: Sequence[str] = said) -> str:
            return said[column] if column is not None and column < len(said) else ""

        if row.number > header.number and (at(columns[NAME]) or at(columns[ID])):
            found.append(
                ReturnedRow(
                    number=row.number,
                    uid=at(columns[ID]),
                    code=at(columns[CODE]),
                    name=at(columns[NAME]),
                    birth_date=born(at(columns[BORN])),
                    cell=at(columns[CELL]),
                    marks={uid: at(column) for uid, column in day_columns.items()},
                    reason=at(columns[REASON]),
                    remark=at(columns[REMARK]),
                )
            )
    return tuple(found)


def born(said: str) -> str | None:
    """A birth date as far as it can be told."""
    try:
        return parse_date(said) if said else None
    except ValueError:
        return None
