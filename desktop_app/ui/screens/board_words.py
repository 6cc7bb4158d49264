"""How the board of venues words its figures and states. It knows no widget."""

from collections.abc import Sequence

from desktop_app.domain.board import Figures, ReportState
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped, percent
from desktop_app.domain.words import word
from desktop_app.services import board
from desktop_app.services.board import BoardLine
from desktop_app.ui.style import Tone

TONES = {
    ReportState.NOT_REPORTED: Tone.QUIET,
    ReportState.PARTLY: Tone.WARN,
    ReportState.COMPLETE: Tone.GOOD,
    ReportState.CONTRADICTORY: Tone.BAD,
}
BLANK = "—"


def told(number: int | None) -> str:
    """A figure that is told or not."""
    return BLANK if number is None else grouped(number)


def moved(line: BoardLine) -> str:
    """“+3 −1”: three came from elsewhere, one of here went elsewhere; nothing where nobody did."""
    came, went = line.figures.visitors, line.figures.elsewhere
    return " ".join(part for part, count in ((f"+{came}", came), (f"−{went}", went)) if count)


def last_diary(line: BoardLine) -> str:
    entry = line.last_diary
    return f"{entry.happened_at[11:16]} {entry.text}" if entry else ""


def last_entry(line: BoardLine) -> str:
    return short_moment(line.last_entry) if line.last_entry else ""


def short_moment(iso: str) -> str:
    """“27/03 10:42”."""
    return f"{show_date(iso[:10])[:5]} {iso[11:16]}"


def completed_words(line: BoardLine) -> str:
    """“ · báo đủ 27/03 10:42 (Văn phòng)”, or nothing."""
    return f" · báo đủ {short_moment(line.completed_at)} ({line.completed_by})" if line.completed_at else ""


def figures_words(count: Figures) -> str:
    """“Triệu tập 97 · có mặt 92, thêm 2 từ nơi khác hoặc ghi thêm · vắng 5 · chưa điểm danh 0”; the parts add up."""
    absent = f"vắng {grouped(count.absentees)}"
    more = f", thêm {grouped(count.visitors)} từ nơi khác hoặc ghi thêm" if count.visitors else ""
    elsewhere = f" (học tại điểm cầu khác {grouped(count.elsewhere)})" if count.elsewhere else ""
    free = f" · khách mời hoặc đã dự đủ, chưa ghi {grouped(count.free)}" if count.free else ""
    blank = f"chưa điểm danh {grouped(count.unmarked)}"
    here = f"có mặt {grouped(count.own)}{elsewhere}{more}"
    return f"Triệu tập {grouped(count.roll)} · {here} · {absent} · {blank}{free}"


def totals(lines: Sequence[BoardLine]) -> str:
    """The whole half-day in a sentence: how venues stand, then people."""
    if not lines:
        return ""
    count = board.total(lines)
    states = [line.state for line in lines if line.venue]
    venues = ", ".join(f"{grouped(states.count(s))} {word(s).lower()}" for s in TONES if s in states)
    heads = [line.heads for line in lines if line.heads is not None]
    unnamed = f" · không ghi tên {grouped(sum(heads))}" if heads else ""
    return f"{venues}. {figures_words(count)}{unnamed}. Tỷ lệ có mặt {percent(count.own, count.roll)} %."
