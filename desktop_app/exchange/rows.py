"""What a row of a list is: a person, a heading, a total, a signature. Not what its cells say: see members."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from desktop_app.exchange.columns import DATES, ORDINAL
from desktop_app.exchange.headers import Mapping, is_header, is_numbering
from desktop_app.exchange.sheet import ERRORS, Row, Sheet, Value
from desktop_app.exchange.values import text_of

MARKER = re.compile(r"\(?(\d{1,5}|[IVXLC]{1,6}|[A-ZĐa-z])[.):]?")
CELL_START = r"(chi bộ|chi đảng bộ|đảng bộ bộ phận|cb)\b"
CELL_HEADING = re.compile(rf"^(?:(?:[ivxlc]+|\d+|[a-zđ])\s*[.):/-]\s*)?({CELL_START}\s*:?\s*\S.*)$", re.IGNORECASE)
CELL_TITLE = re.compile(
    rf"^(?:danh sách\b.*?\b(?:đảng viên|đv)\b\s*(?:của\s+)?)?({CELL_START}\s*:?\s*\S.*)$", re.IGNORECASE
)
COUNTED = re.compile(r"\s*[:(–-]*\s*\(?\s*(có\s+)?\d+\s*(đảng viên|đ/c|đồng chí|đ\.c|đv|người)\b.*$", re.IGNORECASE)
SPAN = re.compile(r"\s*[,(–-]?\s*\b(năm|tháng|quý|tính đến|đến ngày)\s+\d.*$", re.IGNORECASE)
TOTAL = re.compile(
    r"^(tổng\s+(cộng|số|hợp)\b.*|(cộng|tổng)\s*([:.(\d].*)?|cộng\s+(toàn|dồn|trang|chi bộ|danh sách)\b.*"
    r"|(danh sách|tổng danh sách)\b.*\d.*|(ấn định|danh sách này|danh sách trên|danh sách gồm)\b.*"
    r"|trong đó\b.*|(ghi chú|chú thích|lưu ý|chú ý)\s*:.*"
    r"|[-–+*•\s]*((đảng viên|đv|số)\s*)?(nam|nữ|chính thức|dự bị|được miễn|miễn( sinh hoạt| sh)?|dân tộc|tôn giáo)"
    r"( thiểu số)?\s*[:=]\s*\d.*)$",
    re.IGNORECASE,
)
LETTERHEAD = re.compile(
    r"^(đảng cộng sản việt nam|cộng h(òa|oà) xã hội chủ nghĩa việt nam|độc lập\W+tự do\W+hạnh phúc|\*+)$", re.IGNORECASE
)
PARTY_GROUP = re.compile(r"^tổ đảng\b", re.IGNORECASE)
SIGNATURE = re.compile(
    r"^(người (lập|ghi|báo cáo|tổng hợp)\b.*|t/m\b.*|tm\..*|k/t\b.*|t/l\b.*|\(?\s*(đã )?ký\b.*"
    r"|xác nhận\b.*|thủ trưởng\b.*"
    r"|nơi nhận\b.*|lập (bảng|biểu)\b.*|.{0,40}\bngày\s*[\d.…_ ]*\s*tháng\s*[\d.…_ ]*\s*năm\s*[\d.…_ ]*)$",
    re.IGNORECASE,
)
SIGNING_OFFICE = re.compile(
    r"^(phó )?(bí thư|chủ tịch|chánh văn phòng)( (chi bộ|đảng ủy|đảng uỷ|chi ủy|chi uỷ))?$", re.IGNORECASE
)
GROUP = re.compile(
    r"^(khối|khu|tổ|phố|thôn|xóm|bản|làng|ấp|ban|hội|đoàn|trường|trạm|công an|quân sự|phòng|nhóm|cơ quan"
    r"|đảng viên|danh sách|đảng bộ|đảng ủy|đảng uỷ|chính thức|dự bị|[ivx]+\s*[.)/-]|\d)(\s|$|[.:])",
    re.IGNORECASE,
)
HEAD_WORDS = re.compile(rf"^({CELL_START}|(tổng|cộng)\b|t/m)", re.IGNORECASE)
IDENTITY = ("party_card_no", "old_party_card_no", "citizen_id", "old_id_no", "any_id", "phone")
SEXES = {"nam", "nữ"}


class Kind(Enum):
    PERSON = auto()
    NAMELESS = auto()
    CELL = auto()
    LINE = auto()
    SIGNATURE = auto()
    ERRORS = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Columns of a mapping by the part they play in telling people from everything else."""

    mapping: Mapping
    names: tuple[int, ...]
    ordinals: tuple[int, ...]
    hard: tuple[int, ...]


def layout_of(mapping: Mapping) -> Layout:
    hard = [*DATES, *IDENTITY, "gender", "birth_male", "birth_female", "deceased_on", "left_on", "moved_on"]
    return Layout(
        mapping=mapping,
        names=mapping.columns["full_name"],
        ordinals=mapping.columns.get(ORDINAL, ()),
        hard=tuple(column for field in hard for column in mapping.columns.get(field, ())),
    )


def at(row: Row, column: int) -> Value | None:
    return row.values[column] if column < len(row.values) else None


def kind_of_row(row: Row, layout: Layout, *, signing: bool) -> Kind:
    """`signing`: the signatures have begun, so that a bare name is who signs and no member."""
    if not ERRORS.isdisjoint(row.values):
        return _kind_with_errors(row, layout, signing=signing)
    name = " ".join(text for column in layout.names if (text := text_of(at(row, column))))
    numbered = any(_is_number(at(row, column)) for column in layout.ordinals)
    if name and numbered and not HEAD_WORDS.match(name):
        return Kind.PERSON
    if is_header(row, layout.mapping) or is_numbering(row):
        return Kind.NOTHING
    words = [text for value in row.values if isinstance(value, str) and not MARKER.fullmatch(text := text_of(value))]
    special = _special(row, layout, words, numbered=numbered, signing=signing)
    if special is not None:
        return special
    if name:
        return Kind.LINE if len(words) == 1 and GROUP.match(name) else Kind.PERSON
    return _without_name(row, layout, words, numbered=numbered)


def _kind_with_errors(row: Row, layout: Layout, *, signing: bool) -> Kind:
    """What the row is by its other cells; one with nothing else but its number, or whose name is lost, is told."""
    bare = without_errors(row)
    if all(value is None or place in layout.ordinals for place, value in enumerate(bare.values)):
        return Kind.ERRORS
    kind = kind_of_row(bare, layout, signing=signing)
    lost_name = any(at(row, column) in ERRORS for column in layout.names)
    return Kind.NAMELESS if lost_name and kind in (Kind.LINE, Kind.NOTHING) and not _is_foot(bare) else kind


def _is_foot(row: Row) -> bool:
    words = [text_of(value) for value in row.values if isinstance(value, str)]
    return any(TOTAL.match(word) or SIGNATURE.match(word) for word in words)


def without_errors(row: Row) -> Row:
    """The row with a blank for every cell in error."""
    return replace(row, values=tuple(None if value in ERRORS else value for value in row.values))


def _special(row: Row, layout: Layout, words: list[str], *, numbered: bool, signing: bool) -> Kind | None:
    own = [word for word in words if not LETTERHEAD.match(word)]
    if len(own) == 1 and (CELL_HEADING.match(own[0]) or CELL_TITLE.match(own[0])):
        return Kind.CELL
    if numbered or _has_hard_fact(row, layout):
        return None
    if own != words or (len(own) == 1 and PARTY_GROUP.match(own[0])):
        return Kind.NOTHING
    if any(TOTAL.match(word) for word in words):
        return Kind.NOTHING
    if any(SIGNATURE.match(word) for word in words) or (words and all(SIGNING_OFFICE.match(word) for word in words)):
        return Kind.SIGNATURE
    return Kind.SIGNATURE if signing else None


def _without_name(row: Row, layout: Layout, words: list[str], *, numbered: bool) -> Kind:
    facts = [place for place, value in enumerate(row.values) if value is not None and place not in layout.ordinals]
    if not facts:
        return Kind.LINE if words else Kind.NOTHING
    if len(facts) == 1 and not numbered and words and GROUP.match(words[0]):
        return Kind.LINE
    return Kind.NAMELESS


def _is_number(value: Value | None) -> bool:
    return isinstance(value, (int, float)) or (isinstance(value, str) and value.strip(" .)").isdigit())


def _has_hard_fact(row: Row, layout: Layout) -> bool:
    """A day, a number or a gender where one belongs; the place and date above the signatures is none."""
    for column in layout.hard:
        value = at(row, column)
        if isinstance(value, str):
            text = text_of(value)
            if text.casefold() in SEXES or (any(map(str.isdigit, text)) and not SIGNATURE.match(text)):
                return True
        elif value is not None and text_of(at(row, layout.names[0])):
            return True
    return False


def cell_in_heading(row: Row) -> str | None:
    """ "I. Chi bộ: Đội Cung 1 (25 đảng viên)" → "Chi bộ Đội Cung 1"."""
    for value in row.values:
        if isinstance(value, str):
            text = text_of(value)
            if found := CELL_HEADING.match(text) or CELL_TITLE.match(text):
                return _bare(found[1])
    return None


def cell_of_sheet(sheet: Sheet, mapping: Mapping) -> str | None:
    """The cell that the sheet's name or a title above the header gives to all its people."""
    titles = [value for row in sheet.rows if row.number < mapping.header_row for value in row.values]
    for text in (sheet.name, *(value for value in titles if isinstance(value, str))):
        if (found := CELL_TITLE.match(text_of(text))) and not re.search(r"chi bộ trực thuộc", found[1], re.IGNORECASE):
            return _bare(found[1])
    return None


def _bare(text: str) -> str:
    name = SPAN.sub("", COUNTED.sub("", text)).strip(" .,;:-–(")
    return re.sub(rf"^{CELL_START}\s*:\s*", lambda found: found[1] + " ", name, flags=re.IGNORECASE)
