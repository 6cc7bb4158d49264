"""A mapping written down as a small JSON file, for lists that are imported by command. Not the layouts the store keeps.

{"header_row": 3, "first_data_row": 4, "columns": {"full_name": ["B", "C"], "birth_date": "D", "cell": "F"}}
"""

import json
from pathlib import Path
from typing import Any

from desktop_app.domain.refusal import Refusal
from desktop_app.exchange.columns import IGNORED
from desktop_app.exchange.correct import FIELDS
from desktop_app.exchange.headers import Mapping

NAMES = tuple(name for name in FIELDS if name != IGNORED)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
UNREADABLE = "Không đọc được tệp chỉ cột “{}”; hãy kiểm tra tệp có thật và là JSON đúng cách viết."
ROWS = "Tệp chỉ cột phải ghi header_row và first_data_row là số dòng, dòng đầu của danh sách đứng sau dòng tiêu đề."
COLUMNS = 'Tệp chỉ cột phải ghi columns, trong đó có full_name; mỗi cột ghi bằng chữ như trên bảng tính, ví dụ "B".'
UNKNOWN = "Tệp chỉ cột có trường “{}” không dùng được; các trường là: {}."


def read_mapping(path: Path) -> Mapping:
    """The mapping in a file. Raises Refusal that says what is wrong with it."""
    try:
        said = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        raise Refusal(UNREADABLE.format(path.name)) from None
    if not isinstance(said, dict):
        raise Refusal(UNREADABLE.format(path.name))
    header_row, first = said.get("header_row"), said.get("first_data_row")
    if type(header_row) is not int or type(first) is not int or not 0 < header_row < first:
        raise Refusal(ROWS)
    columns = said.get("columns")
    if not isinstance(columns, dict) or "full_name" not in columns:
        raise Refusal(COLUMNS)
    for name in columns:
        if name not in NAMES:
            raise Refusal(UNKNOWN.format(name, ", ".join(NAMES)))
    return Mapping(header_row=header_row, first_data_row=first, columns={n: places(w) for n, w in columns.items()})


def places(said: Any) -> tuple[int, ...]:
    """Columns from 0 of "B" or ["B", "C"]."""
    letters = [said] if isinstance(said, str) else said
    if not isinstance(letters, list) or not letters:
        raise Refusal(COLUMNS)
    return tuple(map(place, letters))


def place(letters: Any) -> int:
    """A → 0, AA → 26."""
    if not isinstance(letters, str) or not 0 < len(letters) <= 3 or set(letters.upper()) - set(LETTERS):
        raise Refusal(COLUMNS)
    number = 0
    for letter in letters.upper():
        number = number * len(LETTERS) + LETTERS.index(letter) + 1
    return number - 1
