"""Which columns of a sheet are in TCVN3 or VNI, and the sheet with them as Unicode. The codes are in domain.legacy.

A column is converted when the fonts of its cells say so, else when its words are Vietnamese only after conversion. A
text that holds a letter only Unicode has is never converted. The clerk may overrule either way: `overruled`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from desktop_app.domain.legacy import Encoding, from_tcvn3, from_vni
from desktop_app.domain.syllables import is_syllable
from desktop_app.exchange.sheet import (
    OTHER_FONT,
    TCVN3_CAPITAL_FONT,
    TCVN3_FONT,
    VNI_FONT,
    By,
    Conversion,
    Row,
    Sheet,
    Value,
)

UNICODE_ONLY = re.compile("[\u1ea0-\u1ef9đĐơƠưƯăĂĩĨũŨ\u0300\u0301\u0303\u0306\u0309\u031b\u0323]")
LEGACY_WORD = re.compile("[A-Za-z]*[\u00a1-\u00ff\u03bc][A-Za-z\u00a1-\u00ff\u03bc]*")
ENCODING_OF_FONT = {
    TCVN3_FONT: Encoding.TCVN3,
    TCVN3_CAPITAL_FONT: Encoding.TCVN3,
    VNI_FONT: Encoding.VNI,
}
WORDS_LOOKED_AT = 2_000
FEWEST_WORDS = 3
VIETNAMESE, GAIN = 0.7, 0.3
SAMPLES = 3

Found = dict[int, tuple[Encoding, By]]
Texts = list[tuple[str, str]]


def with_unicode(sheet: Sheet) -> Sheet:
    """The sheet with every column that is in an old encoding converted and told; the same sheet where none is."""
    return _converted(sheet, sheet.rows, _found(sheet.rows))


def overruled(sheet: Sheet, chosen: Mapping[int, Encoding | None]) -> Sheet:
    """The sheet read anew with the encoding a person chose for some columns, None for "leave as in the file"."""
    rows = sheet.original or sheet.rows
    found = {told.column: (told.encoding, told.by) for told in sheet.conversions}
    kept = {column: about for column, about in found.items() if column not in chosen}
    wanted = {column: (encoding, By.CHOICE) for column, encoding in chosen.items() if encoding}
    return _converted(replace(sheet, conversions=(), original=()), rows, {**kept, **wanted})


@lru_cache(maxsize=50_000)
def unicode_text(text: str, encoding: Encoding, font: str = OTHER_FONT) -> str:
    """One text converted; one that is Unicode already stays."""
    if (text.isascii() and font != TCVN3_CAPITAL_FONT) or UNICODE_ONLY.search(text):
        return text
    if encoding is Encoding.VNI:
        return from_vni(text)
    return from_tcvn3(text, capitals=font == TCVN3_CAPITAL_FONT)


def share_of_syllables(texts: Iterable[str]) -> float:
    """Share of the words with a letter beyond ASCII that are spelled as Vietnamese syllables; 1 without such words."""
    words = {word for text in texts for word in re.findall(r"[^\W\d_]*[^\x00-\x7f]+[^\W\d_]*", text)}
    return sum(map(is_syllable, words)) / len(words) if words else 1.0


def encoding_of_words(words: Iterable[str]) -> Encoding | None:
    """The old encoding in which most of these words are Vietnamese, where as they stand they are not."""
    seen = list(islice({word for word in words if word}, WORDS_LOOKED_AT))
    if len(seen) < FEWEST_WORDS:
        return None
    before = share_of_syllables(seen)
    after = {each: share_of_syllables(unicode_text(word, each) for word in seen) for each in Encoding}
    best = max(after, key=lambda each: after[each])
    return best if after[best] >= VIETNAMESE and after[best] - before >= GAIN else None


def legacy_words(text: str) -> list[str]:
    """Words of a text that hold a character of the upper half of Latin-1, where both encodings have their letters."""
    return LEGACY_WORD.findall(text)


def _found(rows: tuple[Row, ...]) -> Found:
    columns = {column: texts for column, texts in _columns(rows) if texts}
    fonts = {column: encoding for column, texts in columns.items() if (encoding := _by_font(texts))}
    found: Found = {column: (encoding, By.FONT) for column, encoding in fonts.items()}
    rest = {column: texts for column, texts in columns.items() if column not in fonts}
    known = Counter(fonts.values()).most_common(1)
    look = known[0][0] if known else encoding_of_words(_words(rest.values()))
    if look:
        found |= {column: (look, By.LOOK) for column, texts in rest.items() if _better(texts, look)}
    return found


def _columns(rows: tuple[Row, ...]) -> Iterator[tuple[int, Texts]]:
    """Column → its different texts beyond ASCII with their fonts; nothing for a Unicode column under ordinary fonts."""
    fonts = any(row.fonts for row in rows)
    for column in range(max((len(row.values) for row in rows), default=0)):
        texts: dict[tuple[str, str], None] = {}
        for row in rows:
            if column < len(row.values) and isinstance(text := row.values[column], str) and not text.isascii():
                if not fonts and UNICODE_ONLY.search(text):
                    texts = {}
                    break
                texts[text, row.fonts[column : column + 1] or OTHER_FONT] = None
        yield column, list(texts)


def _by_font(texts: Texts) -> Encoding | None:
    """What the fonts say, unless a text under them is Unicode or reads worse for it: fonts are put on later too."""
    own = [text for text in texts if text[1] != OTHER_FONT]
    if not own or any(UNICODE_ONLY.search(text) for text, _ in own):
        return None
    encoding = Counter(ENCODING_OF_FONT[font] for _, font in own).most_common(1)[0][0]
    return encoding if _better(own, encoding) else None


def _better(texts: Texts, encoding: Encoding) -> bool:
    if any(UNICODE_ONLY.search(text) for text, font in texts if font == OTHER_FONT):
        texts = [text for text in texts if text[1] != OTHER_FONT]
    after = share_of_syllables(unicode_text(text, encoding, font) for text, font in texts)
    return bool(texts) and after >= share_of_syllables(text for text, _ in texts)


def _words(columns: Iterable[Texts]) -> Iterator[str]:
    for texts in columns:
        if not any(UNICODE_ONLY.search(text) for text, _ in texts):
            for text, _ in texts:
                yield from legacy_words(text)


def _converted(sheet: Sheet, rows: tuple[Row, ...], found: Found) -> Sheet:
    if not found:
        return replace(sheet, rows=rows) if rows is not sheet.rows else sheet
    mixed = {column for column in found if _is_mixed(rows, column)}
    changed = tuple(_row(row, found, mixed) for row in rows)
    told = (
        Conversion(column=column, encoding=encoding, by=by, samples=_samples(rows, changed, column))
        for column, (encoding, by) in sorted(found.items())
    )
    return replace(sheet, rows=changed, original=rows, conversions=tuple(each for each in told if each.samples))


def _is_mixed(rows: tuple[Row, ...], column: int) -> bool:
    """Whether a text of the column is Unicode: then only what stands under a telling font, or was chosen, is not."""
    return any(isinstance(text := _at(row, column), str) and UNICODE_ONLY.search(text) for row in rows)


def _row(row: Row, found: Found, mixed: set[int]) -> Row:
    values = list(row.values)
    for column, (encoding, by) in found.items():
        text = _at(row, column)
        font = row.fonts[column : column + 1] or OTHER_FONT
        if isinstance(text, str) and not (column in mixed and by is not By.CHOICE and font == OTHER_FONT):
            own = encoding if by is By.CHOICE else ENCODING_OF_FONT.get(font, encoding)
            values[column] = unicode_text(text, own, font)
    return replace(row, values=tuple(values)) if values != list(row.values) else row


def _samples(before: tuple[Row, ...], after: tuple[Row, ...], column: int) -> tuple[tuple[str, str], ...]:
    """A few different texts that changed, the first of them last: it is most often the header."""
    pairs = ((_at(old, column), _at(new, column)) for old, new in zip(before, after, strict=True))
    changed = {(str(old), str(new)): None for old, new in pairs if old != new}
    first = list(islice(changed, SAMPLES + 1))
    return tuple((first[1:] + first[:1])[:SAMPLES])


def _at(row: Row, column: int) -> Value | None:
    return row.values[column] if column < len(row.values) else None
