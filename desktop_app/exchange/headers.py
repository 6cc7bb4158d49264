"""Where the header of a list stands and which column holds which field. Not what the cells below it say: see rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop_app.domain.legacy import Encoding
from desktop_app.exchange.columns import COMPOSITE, IGNORED, MAX_HEADER, NAME_PARTS, field_of, field_under
from desktop_app.exchange.sheet import Row, Sheet

LOOK_AT = 30
SEVERAL = ("full_name", "birth_date", "position")
HEADER_SIGN = re.compile(r"\bt[eê]n\b|^\W*h[oọ]\b|đồng chí", re.IGNORECASE)
YEAR = re.compile(r"\b(19|20)\d\d\b")
NUMBERING = re.compile(r"\(?\[?(\d{1,2}|[A-ZĐ])\]?\)?|\d{1,2}=.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """What a mapping screen shows and corrects. Rows count from 1 as in the sheet, columns from 0.

    `columns`: field → its columns, in reading order; several only for a name, a position or a date cut into parts.
    Rows from `header_row` up to `first_data_row` are header. `parts`: field → its place among the facts of its cell,
    where a column holds several. `encodings`: columns whose old encoding a person decided, None for "as in the file".
    """

    header_row: int
    first_data_row: int
    columns: dict[str, tuple[int, ...]]
    parts: dict[str, int] = field(default_factory=dict)
    encodings: dict[int, Encoding | None] = field(default_factory=dict)


Fields = dict[int, tuple[int, str]]


def guess_mapping(sheet: Sheet) -> Mapping | None:
    """The likeliest header among the first rows of the sheet, in one row or two; None where no row names people."""
    best: tuple[float, Mapping] | None = None
    for place, row in enumerate(sheet.rows[:LOOK_AT]):
        for last, fields, surer in _readings(sheet, place, row):
            score = _score(fields)
            if score and surer:
                score += 0.05
            if score and (best is None or score > best[0]):
                best = (score, _mapping(sheet, row.number, last, fields))
    return best[1] if best else None


def is_header(row: Row, mapping: Mapping) -> bool:
    """Whether a row below the header repeats it, as lists that were printed page by page do."""
    name = _at(row, mapping.columns["full_name"][0])
    if not isinstance(name, str) or not HEADER_SIGN.search(name):
        return False
    found = field_of(name)
    return found is not None and found[1] in (*NAME_PARTS, "two_names")


def is_numbering(row: Row) -> bool:
    """A row that only numbers the columns: (1) (2) (3), or A B 1 2."""
    filled = [value for value in row.values if value is not None]
    marks = [f"{value:g}" if isinstance(value, float) else str(value).strip() for value in filled]
    return len(marks) >= 3 and all(NUMBERING.fullmatch(mark) for mark in marks)


def _readings(sheet: Sheet, place: int, row: Row) -> Iterator[tuple[int, Fields, bool]]:
    """The row as a header by itself, then together with the row below: (last row, column → field, every part known)."""
    texts = _texts(row)
    alone = {column: found for column, text in _spread(sheet, row, texts).items() if (found := field_of(text))}
    yield row.number, alone, False
    below = sheet.rows[place + 1] if place + 1 < len(sheet.rows) else None
    if not alone or below is None or below.number != row.number + 1:
        return
    if not (_is_words(row) and _is_words(below)) or _is_whole(below):
        return
    subs = _texts(below)
    groups = _groups(sheet, row, texts, subs)
    both = {column: field_under(groups.get(column, ""), subs.get(column, "")) for column in {**groups, **subs}}
    if all(both[column] or column not in texts for column in subs):
        known = {column: found for column, found in both.items() if found}
        yield below.number, known, subs.keys() <= known.keys()
        yield from _in_three(sheet, place, {**groups, **_spread(sheet, below, subs)})


def _in_three(sheet: Sheet, place: int, groups: dict[int, str]) -> Iterator[tuple[int, Fields, bool]]:
    """Two rows of groups with a third below them, every word of which is known under its group."""
    middle = sheet.rows[place + 1]
    third = sheet.rows[place + 2] if place + 2 < len(sheet.rows) else None
    if third is None or third.number != middle.number + 1 or not _is_words(third) or _is_whole(third):
        return
    subs = _texts(third)
    fields = {column: field_under(groups.get(column, ""), subs.get(column, "")) for column in {**groups, **subs}}
    known = {column: found for column, found in fields.items() if found}
    if subs.keys() <= known.keys():
        yield third.number, known, True


def _is_words(row: Row) -> bool:
    return all(value is None or (isinstance(value, str) and len(value) <= MAX_HEADER) for value in row.values)


def _is_whole(row: Row) -> bool:
    """A header by itself: a person above it is not the upper half of it."""
    fields = {found[1] for text in _texts(row).values() if (found := field_of(text))}
    return "ordinal" in fields and bool(fields & {"full_name", "two_names"})


def _texts(row: Row) -> dict[int, str]:
    return {place: value for place, value in enumerate(row.values) if isinstance(value, str)}


def _spread(sheet: Sheet, row: Row, texts: dict[int, str]) -> dict[int, str]:
    """Texts with those of merged cells in every column they cover."""
    spread = dict(texts)
    for top, left, bottom, right in sheet.merged:
        if top <= row.number <= bottom and left in texts and right - left < 40:
            spread.update(dict.fromkeys(range(left, right + 1), texts[left]))
    return spread


def _groups(sheet: Sheet, row: Row, texts: dict[int, str], subs: dict[int, str]) -> dict[int, str]:
    """What stands above each column: merged cells, or where nothing is said the group to the left that has parts."""
    groups = _spread(sheet, row, texts)
    if not any(top == row.number for top, *_ in sheet.merged):
        for column in sorted(subs):
            if column not in groups and column - 1 in groups and column - 1 in subs:
                groups[column] = groups[column - 1]
    return groups


def _score(fields: Fields) -> float:
    """Distinct fields, those kept nowhere counting little; 0 without a name or with nothing but a part of one."""
    names = {name for _, claimed in fields.values() for name in COMPOSITE.get(claimed, (claimed,))}
    if not names & {"full_name", "given_name"} or (names <= {"given_name", IGNORED}):
        return 0
    return len(names - {IGNORED}) + 0.1 * sum(name == IGNORED for _, name in fields.values())


def _mapping(sheet: Sheet, header_row: int, last: int, fields: Fields) -> Mapping:
    for top, _, bottom, _ in sheet.merged:
        if header_row <= top <= last and bottom - top < 4:
            last = max(last, bottom)
    below = [row for row in sheet.rows if row.number > last][:LOOK_AT]
    if below and is_numbering(below[0]):
        last = below.pop(0).number
    columns, parts = _columns(fields, below)
    return Mapping(header_row=header_row, first_data_row=last + 1, columns=columns, parts=parts)


def _columns(fields: Fields, below: list[Row]) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    columns: dict[str, tuple[int, ...]] = {}
    for wanted in {name: None for _, name in fields.values() if name != IGNORED}:
        claims = sorted((rank, column) for column, (rank, name) in fields.items() if name == wanted)
        columns[wanted] = _run(claims, apart=wanted == "position") if wanted in SEVERAL else (claims[0][1],)
    parts: dict[str, int] = {}
    for several in COMPOSITE.keys() & columns.keys():
        where = columns.pop(several)
        for place, name in enumerate(COMPOSITE[several]):
            if name not in columns:
                columns[name], parts[name] = where, place
    _settle_names(columns, fields, below)
    _settle_years(columns, below)
    return columns, parts


def _run(claims: list[tuple[int, int]], *, apart: bool) -> tuple[int, ...]:
    """The surest column and those of the same words that follow it without a gap; several positions need not touch."""
    rank, first = claims[0]
    run = [first]
    for other, column in claims[1:]:
        if other == rank and (apart or column == run[-1] + 1):
            run.append(column)
    return tuple(run)


def _settle_names(columns: dict[str, tuple[int, ...]], fields: Fields, below: list[Row]) -> None:
    """One `full_name` out of its parts, with the nameless column beside it that holds the given names."""
    family, given = columns.pop("family_name", ()), columns.pop("given_name", ())
    if "full_name" not in columns or (family and given):
        columns["full_name"] = family + given
    column = columns["full_name"][-1] + 1
    filled = [row for row in below if isinstance(_at(row, column - 1), str)]
    words = [row for row in filled if isinstance(_at(row, column), str)]
    if len(columns["full_name"]) == 1 and column not in fields and filled and len(words) * 2 > len(filled):
        columns["full_name"] += (column,)


def _settle_years(columns: dict[str, tuple[int, ...]], below: list[Row]) -> None:
    """Columns for men and for women that hold years are those of birth, whatever stood above them is gone."""
    pair = [columns.get(f"gender_{sex}", ()) for sex in ("male", "female")]
    values = [_at(row, column) for row in below for where in pair for column in where]
    if all(pair) and "birth_date" not in columns and any(YEAR.search(str(value)) for value in values):
        columns["birth_male"], columns["birth_female"] = columns.pop("gender_male"), columns.pop("gender_female")


def _at(row: Row, column: int) -> object:
    return row.values[column] if column < len(row.values) else None
