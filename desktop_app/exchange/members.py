"""The people of one sheet, row by row, with every row or cell that a person must look at. Writes nothing anywhere."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from db.keys import same_words
from db.values import MemberStatus
from desktop_app.domain.legacy import Encoding, with_capitals
from desktop_app.domain.listed import ListedMember, MemberList, Problem
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.exchange.columns import LABELS, ORDINAL
from desktop_app.exchange.headers import Mapping, is_header
from desktop_app.exchange.notes import notes
from desktop_app.exchange.rows import (
    Kind,
    Layout,
    at,
    cell_in_heading,
    cell_of_sheet,
    kind_of_row,
    layout_of,
    without_errors,
)
from desktop_app.exchange.sheet import ERRORS, NOT_COUNTED, Row, Sheet, Value
from desktop_app.exchange.values import BLANKS, X_MARKS, Read, day_in, part_of, readers, remark, text_of

NO_NAME = "Dòng này có dữ liệu nhưng không có họ tên nên không được nhập. Hãy điền họ tên rồi nhập lại."
LINE = "Dòng này chỉ có chữ “{}”, không phải đảng viên và không rõ có phải tên chi bộ không, nên đã bỏ qua."
NO_NAME_COLUMN = "Chưa chỉ ra cột họ và tên của trang tính “{}”. Hãy chọn cột đó rồi nhập lại."
IN_ERROR = "{} là ô lỗi “{}” nên {}; hãy sửa ô đó trong tệp rồi nhập lại."
NO_RESULT = "{0} là công thức chưa có kết quả trong tệp nên {2}; hãy mở tệp bằng Excel, lưu lại rồi nhập."
MOVED = "Tệp ghi đồng chí này đã chuyển đi (“{}”) nhưng dòng này vẫn được nhập, hãy xem lại có cần nhập không."
ENDED = {"deceased_on": MemberStatus.DECEASED, "left_on": MemberStatus.LEFT}
PART_OF = {
    "birth_male": "birth_date",
    "birth_female": "birth_date",
    "gender_male": "gender",
    "gender_female": "gender",
    "any_id": "citizen_id",
    "deceased_on": "status_date",
    "left_on": "status_date",
    "moved_on": "status",
}
JOINED = {"full_name": " ", "birth_date": "/", "position": "; "}
PLAIN = tuple(name for name in LABELS if name not in ("full_name", "gender", "cell"))

Reader = Callable[[Value | None], Read]


def read_sheet_members(sheet: Sheet, mapping: Mapping, today: date | None = None) -> MemberList:
    """The people below the header of one sheet. Nothing that may be a person is passed over without a problem.

    `today` (default: the clock's) bounds what a date can be. Raises Refusal for a mapping without a name column.
    """
    if not mapping.columns.get("full_name"):
        raise Refusal(NO_NAME_COLUMN.format(sheet.name))
    desk = Desk(sheet, mapping, today or date.today())
    signing = False
    skip_below = 0
    for row in sheet.rows:
        if row.number < max(mapping.first_data_row, skip_below):
            continue
        if is_header(row, mapping):
            skip_below = row.number + mapping.first_data_row - mapping.header_row
        kind = kind_of_row(row, desk.layout, signing=signing)
        signing = kind is Kind.SIGNATURE or (signing and kind is Kind.NOTHING)
        desk.take(row, kind)
    said = notes(sheet, mapping, desk.rows, desk.lost)
    return MemberList(rows=tuple(desk.rows), problems=(*said, *desk.problems))


@dataclass(slots=True)
class Desk:
    """One sheet being read: what was found so far and the cell the rows now stand under."""

    sheet: Sheet
    mapping: Mapping
    today: date
    layout: Layout = field(init=False)
    plain: list[tuple[str, int, Reader]] = field(init=False)
    joined: list[tuple[str, tuple[int, ...], Reader]] = field(init=False)
    readers: dict[str, Reader] = field(init=False)
    cell: str | None = field(init=False)
    merged_cells: dict[int, str] = field(init=False)
    women_marked: bool = field(init=False)
    without_capitals: bool = field(init=False)
    rows: list[ListedMember] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        columns = self.mapping.columns
        self.layout = layout_of(self.mapping)
        self.readers = readers(self.today)
        for name, place in self.mapping.parts.items():
            self.readers[name] = _part_reader(self.readers[name], name, place)
        given = [(name, columns[name], self.readers[name]) for name in PLAIN if columns.get(name)]
        self.plain = [(name, where[0], read) for name, where, read in given if len(where) == 1]
        self.joined = [(name, where, read) for name, where, read in given if len(where) > 1]
        self.cell = None if columns.get("cell") else cell_of_sheet(self.sheet, self.mapping)
        self.merged_cells = self._cells_merged_down()
        old = {told.column for told in self.sheet.conversions if told.encoding is Encoding.TCVN3}
        self.without_capitals = bool(old & set(self.layout.names))
        women = columns.get("gender_female", ())
        below = [row for row in self.sheet.rows if row.number >= self.mapping.first_data_row]
        self.women_marked = any(is_x(at(row, column)) for row in below for column in women)

    def take(self, row: Row, kind: Kind) -> None:
        in_error: set[str] = set()
        if kind in (Kind.PERSON, Kind.NAMELESS) and not ERRORS.isdisjoint(row.values):
            in_error = self._say_errors(row)
            row = without_errors(row)
        if kind is Kind.PERSON:
            self.rows.append(self._person(row))
        elif kind is Kind.ERRORS:
            self.lost.append(row.number)
        elif kind is Kind.CELL:
            self.cell = cell_in_heading(row)
        elif kind is Kind.NAMELESS and "full_name" not in in_error:
            self._say(row, "full_name", NO_NAME)
        elif kind is Kind.LINE and not self.mapping.columns.get("cell"):
            self._say(row, "cell", LINE.format(next(text_of(value) for value in row.values if isinstance(value, str))))

    def _say(self, row: Row, about: str, text: str) -> None:
        self.problems.append(Problem(sheet=self.sheet.name, row=row.number, field=about, text=text))

    def _say_errors(self, row: Row) -> set[str]:
        """The fields that are lost with the cells in error."""
        fields = ((name, at(row, column)) for name, columns in self.mapping.columns.items() for column in columns)
        errors = {PART_OF.get(name, name): text for name, text in fields if text in ERRORS and name != ORDINAL}
        for name, text in errors.items():
            sentence = NO_RESULT if text == NOT_COUNTED else IN_ERROR
            what = "dòng này không được nhập" if name == "full_name" else "để trống"
            self._say(row, name, sentence.format(LABELS[name], text, what))
        return set(errors)

    def _person(self, row: Row) -> ListedMember:
        values, facts = row.values, {}
        for name, column, read in self.plain:
            if column < len(values) and (value := values[column]) is not None:
                facts[name] = self._kept(row, name, read(value))
        for name, columns, read in self.joined:
            facts[name] = self._kept(row, name, read(self._join(row, name, columns)))
        self._split_id(row, facts)
        self._ended(row, facts)
        facts["gender"] = self._gender(row, facts)
        facts["cell"] = self._cell_of(row)
        written = at(row, self.layout.names[0])
        if len(self.layout.names) > 1:
            written = self._join(row, "full_name", self.layout.names)
        full_name = self._kept(row, "full_name", self.readers["full_name"](written))
        if full_name and self.without_capitals:
            full_name = with_capitals(full_name)
        if "other_name" in self.mapping.parts and same_words(facts.get("other_name") or "") == same_words(
            full_name or ""
        ):
            facts["other_name"] = None
        return ListedMember(sheet=self.sheet.name, row=row.number, full_name=full_name or "", **facts)

    def _kept(self, row: Row, name: str, read: Read) -> str | None:
        value, doubt = read
        if doubt:
            self._say(row, name, doubt)
        return value

    def _join(self, row: Row, name: str, columns: tuple[int, ...]) -> str:
        texts = (text_of(at(row, column)) for column in columns)
        return JOINED.get(name, " ").join(text for text in texts if text.casefold() not in BLANKS)

    def _cell_of(self, row: Row) -> str | None:
        for column in self.mapping.columns.get("cell", ()):
            if text := text_of(at(row, column)):
                return text
        return self.merged_cells.get(row.number) or self.cell

    def _cells_merged_down(self) -> dict[int, str]:
        """Row → cell for the rows that a merged cell of the cell column covers below its first."""
        texts = {
            row.number: text_of(at(row, column))
            for column in self.mapping.columns.get("cell", ())
            for row in self.sheet.rows
        }
        wanted = self.mapping.columns.get("cell", ())
        areas = [area for area in self.sheet.merged if area[1] in wanted and area[2] > area[0] and texts.get(area[0])]
        known = texts.keys()
        return {number: texts[top] for top, _, bottom, _ in areas for number in known if top < number <= bottom}

    def _split_id(self, row: Row, facts: dict[str, str | None]) -> None:
        """An old identity number stands where the new one is asked for, or a column takes either."""
        for column in self.mapping.columns.get("any_id", ()):
            value = at(row, column)
            for part in re.split(r"[/;,\n]", value) if isinstance(value, str) else [value]:
                digits = text_of(part).replace(" ", "").replace(".", "")
                name = "old_id_no" if len(digits) in (8, 9) and digits.isdigit() else "citizen_id"
                if not facts.get(name):
                    facts[name] = self._kept(row, name, self.readers[name](part))

    def _ended(self, row: Row, facts: dict[str, str | None]) -> None:
        """A day in the column of deaths or departures gives the status; who moved away is told."""
        for name, status in ENDED.items():
            for column in self.mapping.columns.get(name, ()):
                if text_of(value := at(row, column)).casefold() not in BLANKS and not facts.get("status"):
                    facts["status"] = word(status)
                    facts["status_date"] = self._kept(row, "status_date", self.readers["status_date"](day_in(value)))
        for column in self.mapping.columns.get("moved_on", ()):
            if (text := text_of(at(row, column))).casefold() not in BLANKS:
                self._say(row, "status", MOVED.format(text))

    def _gender(self, row: Row, facts: dict[str, str | None]) -> str | None:
        columns = self.mapping.columns
        found = {
            self._kept(row, "gender", self.readers["gender"](at(row, column))) for column in columns.get("gender", ())
        }
        found |= self._marked_gender(row) | self._gender_of_birth_year(row, facts)
        found.discard(None)
        if len(found) > 1:
            self._say(row, "gender", "Giới tính ghi cả nam và nữ nên để trống, hãy sửa lại.")
        return found.pop() if len(found) == 1 else None

    def _marked_gender(self, row: Row) -> set[str | None]:
        """An x under Nam or Nữ; where there is only Nữ and somebody has the x, who has none is a man."""
        columns, found = self.mapping.columns, set[str | None]()
        for name, gender in (("gender_male", "male"), ("gender_female", "female")):
            for column in columns.get(name, ()):
                if is_x(at(row, column)):
                    found.add(gender)
                elif text := text_of(at(row, column)):
                    self._say(
                        row,
                        "gender",
                        remark("gender", text, "không rõ là dấu của nam hay nữ nên để trống, hãy sửa lại"),
                    )
        if not found and self.women_marked and not columns.get("gender_male") and not columns.get("gender"):
            found.add("male")
        return found

    def _gender_of_birth_year(self, row: Row, facts: dict[str, str | None]) -> set[str | None]:
        """The year of birth stands in the column of its gender."""
        found = set[str | None]()
        for name, gender in (("birth_male", "male"), ("birth_female", "female")):
            for column in self.mapping.columns.get(name, ()):
                if text_of(at(row, column)).casefold() not in BLANKS:
                    facts["birth_date"] = self._kept(row, "birth_date", self.readers["birth_date"](at(row, column)))
                    found.add(gender)
        return found


def _part_reader(read: Reader, name: str, place: int) -> Reader:
    return lambda value: read(part_of(value, name, place))


def is_x(value: Value | None) -> bool:
    """A mark in a column for one gender: an x, a tick, a 1, or the word itself."""
    text = text_of(value).casefold()
    return text in X_MARKS or text in ("nam", "nữ")
