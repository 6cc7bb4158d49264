"""Layouts of lists as the clerk once said, found again in other sheets by the words of their header.

Not how layouts are kept: see services.import_layouts. Not how a header nobody has seen is guessed: see headers.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as ByName

from desktop_app.exchange.columns import header_words
from desktop_app.exchange.headers import LOOK_AT, Mapping, guess_mapping, is_numbering
from desktop_app.exchange.sheet import Row, Sheet
from desktop_app.services.import_layouts import KeptLayout

Known = ByName[frozenset[str], KeptLayout]
NEXT = ">"
"""After the words of a column: the column to the right of it, which has no words of its own."""


def known_mapping(sheet: Sheet, known: Known) -> Mapping | None:
    """The mapping the clerk once gave a sheet with this header, else the guess; None where neither finds one."""
    return recalled(sheet, known) or guess_mapping(sheet)


def known_mappings(
    sheets: Iterable[Sheet], known: Known, chosen: ByName[str, Mapping | None] | None = None
) -> dict[str, Mapping | None]:
    """Sheet → mapping for `member_list.members_of`: as chosen, else as once given; the rest is left to the guess."""
    found = {sheet.name: mapping for sheet in sheets if known and (mapping := recalled(sheet, known))}
    return {**found, **(chosen or {})}


def recalled(sheet: Sheet, known: Known) -> Mapping | None:
    """The mapping the clerk once gave a sheet with the very words of this one's header, or None."""
    for height in sorted({layout.height for layout in known.values()}, reverse=True):
        for row in sheet.rows[:LOOK_AT]:
            words = column_words(sheet, row.number, height)
            if (layout := known.get(frozenset(words.values()))) and layout.height == height:
                return _mapping(sheet, row.number, layout, words)
    return None


def lessons(sheets: Iterable[Sheet], chosen: ByName[str, Mapping | None], known: Known) -> list[KeptLayout]:
    """What the clerk's mappings teach: the layouts of sheets that would have been read otherwise without them."""
    taught = ((sheet, mapping) for sheet in sheets if (mapping := chosen.get(sheet.name)))
    found = (layout_of(sheet, mapping) for sheet, mapping in taught if _differs(mapping, known_mapping(sheet, known)))
    return [layout for layout in found if layout]


def layout_of(sheet: Sheet, mapping: Mapping) -> KeptLayout | None:
    """A mapping by the words of its header; None where a column of it can be named by no words."""
    header = [row for row in sheet.rows if mapping.header_row <= row.number < mapping.first_data_row]
    worded = [row.number for row in header if not is_numbering(row)]
    height = max(worded, default=mapping.header_row) - mapping.header_row + 1
    words = column_words(sheet, mapping.header_row, height)
    columns = {name: tuple(_named(words, c) for c in where) for name, where in mapping.columns.items()}
    if not words or any("" in where for where in columns.values()):
        return None
    return KeptLayout(words=frozenset(words.values()), height=height, columns=columns, parts=dict(mapping.parts))


def column_words(sheet: Sheet, header_row: int, height: int) -> dict[int, str]:
    """Column → the folded words above it, those of merged cells for all they cover, repeated ones numbered."""
    texts: dict[int, list[str]] = {}
    for row in sheet.rows:
        if header_row <= row.number < header_row + height:
            for column, text in _spread(sheet, row).items():
                texts.setdefault(column, []).append(text)
    said = {column: header_words(" ".join(parts)) for column, parts in sorted(texts.items())}
    seen: Counter[str] = Counter()
    numbered = {}
    for column, words in said.items():
        if words:
            seen[words] += 1
            numbered[column] = f"{words} #{seen[words]}" if seen[words] > 1 else words
    return numbered


def _spread(sheet: Sheet, row: Row) -> dict[int, str]:
    texts = {column: value for column, value in enumerate(row.values) if isinstance(value, str)}
    for top, left, _, right in sheet.merged:
        if top == row.number and left in texts:
            texts.update(dict.fromkeys(range(left, right + 1), texts[left]))
    return texts


def _named(words: dict[int, str], column: int) -> str:
    """The words of a column, or of the nearest one to the left and how far it is; "" where there is none."""
    left = max((place for place in words if place <= column), default=None)
    return "" if left is None else words[left] + NEXT * (column - left)


def _mapping(sheet: Sheet, header_row: int, layout: KeptLayout, words: dict[int, str]) -> Mapping:
    place = {name: column for column, name in words.items()}
    first = header_row + layout.height
    below = next((row for row in sheet.rows if row.number >= first), None)
    if below is not None and is_numbering(below):
        first = below.number + 1
    columns = {
        name: tuple(place[where.rstrip(NEXT)] + where.count(NEXT) for where in named)
        for name, named in layout.columns.items()
    }
    return Mapping(header_row=header_row, first_data_row=first, columns=columns, parts=dict(layout.parts))


def _differs(one: Mapping, other: Mapping | None) -> bool:
    return other is None or (one.columns, one.parts) != (other.columns, other.parts)
