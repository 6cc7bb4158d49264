"""Lines of files that came back, as they are looked at before anything is written. No widget, nothing of the store."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.records import Mark
from desktop_app.domain.mark_words import WRITTEN, is_tick
from desktop_app.domain.missed import half_day_words
from desktop_app.exchange.return_errors import ASKED, reason
from desktop_app.services.returns import Difference, Key, Line, LineKind
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column

KINDS = {
    LineKind.NEW: "Mới ghi",
    LineKind.CHANGED: "Sửa dấu cũ",
    LineKind.UNCHANGED: "Giữ nguyên",
    LineKind.CONFLICT: "Khác với sổ",
    LineKind.STRANGER: "Chưa có tên",
    LineKind.PROBLEM: "Cần sửa trong tệp",
}
TONES = {
    LineKind.NEW: Tone.GOOD,
    LineKind.CHANGED: Tone.GOOD,
    LineKind.UNCHANGED: Tone.QUIET,
    LineKind.CONFLICT: Tone.WARN,
    LineKind.STRANGER: Tone.WARN,
    LineKind.PROBLEM: Tone.BAD,
}
AT_FIRST = (LineKind.NEW, LineKind.CHANGED)
EVERYTHING = "everything"
CHOOSABLE = (*AT_FIRST, LineKind.CONFLICT, LineKind.STRANGER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A line with the file it stands in. `id` is its place among all lines."""

    id: int
    found: Difference
    line: Line
    taken: bool

    @property
    def key(self) -> Key:
        return self.found.key(self.line)

    @property
    def choosable(self) -> bool:
        return self.line.kind in CHOOSABLE


def shown(found: Sequence[Difference], chosen: set[Key]) -> list[Shown]:
    lines = [(each, line) for each in found for line in each.lines]
    return [
        Shown(id=at, found=each, line=line, taken=each.key(line) in chosen) for at, (each, line) in enumerate(lines)
    ]


def at_first(found: Iterable[Difference]) -> set[Key]:
    """What is taken over unless the clerk says otherwise."""
    return {each.key(line) for each in found for line in each.lines if line.kind in AT_FIRST}


def taken_words(row: Shown) -> str:
    return "Ghi" if row.taken else "Không ghi" if row.choosable else "–"


def stands_words(mark: Mark | None) -> str:
    """“Vắng có lý do: ốm”, or a dash where nothing stands."""
    if mark is None:
        return "–"
    return f"{WRITTEN[mark.status]}: {mark.reason}" if mark.reason else WRITTEN[mark.status]


def given_words(row: Shown) -> str:
    """What the file says."""
    given, line = row.line.given, row.line
    if given.status is None:
        return line.row.marks.get(line.half_day.id, "") if line.half_day else "–"
    said = f"{WRITTEN[given.status]}: {given.reason}" if given.reason else WRITTEN[given.status]
    written = line.row.marks.get(line.half_day.id, "") if line.half_day else ""
    return f"{said}, đến muộn" if given.late else f"{said} (ghi “{written.strip()}”)" if is_tick(written) else said


def of_kind(rows: Sequence[Shown], wanted: str | None) -> list[Shown]:
    """The lines of a kind, or of all; None: those a person must decide, or all that differ where there are none."""
    if wanted == EVERYTHING:
        return list(rows)
    if wanted is not None:
        return [row for row in rows if row.line.kind is wanted]
    asked = [row for row in rows if row.line.kind in ASKED]
    return asked or [row for row in rows if row.line.kind is not LineKind.UNCHANGED]


def half_day_of(row: Shown) -> str:
    return half_day_words(row.line.half_day) if row.line.half_day else "–"


COLUMNS = (
    Column(
        key="taken",
        title="Ghi vào sổ",
        value=taken_words,
        width=112,
        tone=lambda row: Tone.GOOD if row.taken else Tone.QUIET,
        tip="Dấu cách: đổi ghi, không ghi các dòng đang chọn",
    ),
    Column(key="name", title="Họ và tên", value=lambda row: row.line.row.name, width=152, least=112),
    Column(key="day", title="Buổi", value=half_day_of, width=88),
    Column(key="stands", title="Trong sổ", value=lambda row: stands_words(row.line.present), width=136, least=88),
    Column(key="given", title="Trong tệp", value=given_words, width=144, least=88),
    Column(
        key="kind",
        title="Kết quả so",
        value=lambda row: KINDS[row.line.kind],
        width=160,
        tone=lambda row: TONES[row.line.kind],
    ),
    Column(key="why", title="Cần làm", value=lambda row: reason(row.line), width=320, least=120),
    Column(key="row", title="Dòng", value=lambda row: str(row.line.row.number), width=56, figures=True),
    Column(key="file", title="Tệp", value=lambda row: row.found.file, width=96, least=64),
)


def counts_words(found: Sequence[Difference]) -> str:
    """“12 mới ghi · 3 khác với sổ …”, what there is none of left out."""
    counts = ((KINDS[kind].lower(), sum(each.count(kind) for each in found)) for kind in LineKind)
    return " · ".join(f"{count} {name}" for name, count in counts if count)
