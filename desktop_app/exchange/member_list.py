"""A file of people read whole: every sheet with a header, guessed or given by the clerk. Writes nothing anywhere."""

from collections.abc import Mapping as ByName
from datetime import date
from pathlib import Path

from desktop_app.domain.listed import MemberList, Problem
from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.encodings import overruled
from desktop_app.exchange.headers import Mapping, guess_mapping
from desktop_app.exchange.members import read_sheet_members
from desktop_app.exchange.sheet import Sheet
from desktop_app.exchange.sheets import read_sheets

NO_LIST = (
    "Không tìm thấy dòng tiêu đề của danh sách trong tệp này (cần ít nhất cột “Họ và tên” và một cột khác). "
    "Hãy kiểm tra dòng tiêu đề rồi nhập lại."
)
NO_HEADER = "Trang tính này không có dòng tiêu đề với cột “Họ và tên” nên không được đọc."


def read_member_list(
    path: Path,
    sheet: str | None = None,
    mappings: ByName[str, Mapping | None] | None = None,
    today: date | None = None,
) -> MemberList:
    """All people of a workbook or csv, or of its one `sheet`.

    `mappings` overrules the guess for the sheets it names; None there leaves a sheet out. Raises Refusal where the file
    cannot be read or no sheet of it has a header.
    """
    return members_of(read_sheets(path, sheet), mappings, today)


def members_of(
    sheets: tuple[Sheet, ...], mappings: ByName[str, Mapping | None] | None = None, today: date | None = None
) -> MemberList:
    """The same for sheets already read, as a mapping screen holds them."""
    chosen = mappings or {}
    wanted = [_as_decided(sheet, chosen) for sheet in sheets if sheet.rows and chosen.get(sheet.name, ...) is not None]
    found = {sheet.name: chosen.get(sheet.name) or guess_mapping(sheet) for sheet in wanted}
    if not any(found.values()):
        raise Refusal(NO_LIST)
    lists = [_one_sheet(sheet, found[sheet.name], today) for sheet in wanted]
    return MemberList(
        rows=tuple(row for part in lists for row in part.rows),
        problems=tuple(problem for part in lists for problem in part.problems),
    )


def _one_sheet(sheet: Sheet, mapping: Mapping | None, today: date | None) -> MemberList:
    if mapping is None:
        return MemberList(rows=(), problems=(_about(sheet, NO_HEADER),))
    return read_sheet_members(sheet, mapping, today)


def _as_decided(sheet: Sheet, chosen: ByName[str, Mapping | None]) -> Sheet:
    """The sheet with the encodings a person decided in its mapping."""
    mapping = chosen.get(sheet.name)
    return overruled(sheet, mapping.encodings) if mapping and mapping.encodings else sheet


def _about(sheet: Sheet, text: str) -> Problem:
    return Problem(sheet=sheet.name, row=None, field=None, text=text)
