"""Sentences of a report on essays, programmes, propaganda and people without names; attendance has words of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.day_records import Activity, HeadCount
from db.records import StudyRound
from desktop_app.domain.wording import grouped
from desktop_app.forms.attendance_words import counts
from desktop_app.forms.blocks import Block, BulletLine, FillLine, Paragraph
from desktop_app.forms.phrases import day, lowered, share
from desktop_app.forms.programmes import Sent, sent_said
from desktop_app.services.activities import add_up
from desktop_app.services.essay_marking import Rubric
from desktop_app.services.essays import EssayStanding
from desktop_app.services.reports import SummaryRow

LISTED_AT_MOST = 8


def bands(rubric: Rubric, standings: Iterable[EssayStanding]) -> tuple[tuple[str, int], ...]:
    """(“Giỏi”, how many essays) from the best band down; empty where the round is not marked in points."""
    if not rubric.in_points:
        return ()
    found = Counter(rubric.band(each.last.score) for each in standings if each.last and not each.exempt)
    return tuple((band.name, found[band.name]) for band in rubric.bands)


def essays_said(found: StudyRound, total: SummaryRow, late: int, banded: Sequence[tuple[str, int]]) -> list[str]:
    """The paragraph on essays; `late` counts those past their day."""
    if not found.essay_required:
        return ["Đợt học tập này không yêu cầu viết bài thu hoạch."]
    after = f", trong đó nộp muộn {grouped(total.handed_in_late)}" if total.handed_in_late else ""
    results = counts((total.passed, "đạt"), (total.rewrite, "phải viết lại"), (total.unmarked_essays, "chưa chấm"))
    lines = [f"Đã nộp {share(total.handed_in, total.must_write, 'đảng viên phải viết')}{after}."]
    if results:
        lines.append(f"Kết quả: {results}.")
    if ranked := counts(*((count, lowered(name)) for name, count in banded)):
        lines.append(f"Xếp loại: {ranked}.")
    if total.missing_essays:
        parts = counts((late, "quá hạn"), (total.essays_not_due, "chưa học nên chưa đến hạn"))
        lines.append(f"Chưa nộp: {grouped(total.missing_essays)} đồng chí{f', trong đó {parts}' if parts else ''}.")
    return [" ".join(lines)]


def programmes_said(programmes: Iterable[Sent]) -> list[Block]:
    """What was sent of each programme and plan, and room for what they hold."""
    lines = [BulletLine(f"{sent_said(each)}.") for each in programmes]
    return [*lines, FillLine("Kết quả xây dựng, ban hành:", more=1)]


def busiest(heads: Iterable[HeadCount]) -> dict[str, int]:
    """Kind of people → how many there were at the half-day, of one conference, that most of them came to."""
    counted: dict[str, Counter[int]] = defaultdict(Counter)
    for each in heads:
        counted[each.people][each.half_day_id] += each.count
    return {people: max(by_half_day.values()) for people, by_half_day in counted.items()}


def unnamed_said(counted: Mapping[str, int]) -> list[Block]:
    """People counted without names stand apart and are never added to the members."""
    said = counts(*((count, lowered(people)) for people, count in counted.items()))
    told = "Ngoài ra còn có người dự không ghi tên (tính riêng, lấy buổi đông nhất của mỗi hội nghị)"
    return [Paragraph(f"{told}: {said}.")] if said else []


def activities_said(held: Sequence[Activity]) -> list[Block]:
    """How many propaganda activities there were and how many listened; the activities where they are few."""
    if not held:
        return [FillLine("Kết quả tuyên truyền:", more=1)]
    total = add_up(held)
    open_ones = f" ({grouped(total.uncounted)} buổi chưa rõ số người)" if total.uncounted else ""
    turnout = f", {grouped(total.turnout)} lượt người nghe" if total.turnout else ""
    lines = map(_activity, held) if len(held) <= LISTED_AT_MOST else ()
    return [
        Paragraph(f"Đã tổ chức {grouped(total.held)} buổi tuyên truyền{turnout}{open_ones}."),
        *(BulletLine(f"{line}.") for line in lines),
    ]


def _activity(held: Activity) -> str:
    parts = (
        f"Ngày {day(held.held_on)}: {held.topic.rstrip(' .;')}",
        f"tại {held.place}" if held.place else "",
        f"đối tượng: {lowered(held.audience)}" if held.audience else "",
        f"{grouped(held.head_count)} người nghe" if held.head_count is not None else "",
    )
    return ", ".join(filter(None, parts))


def essays_pressed_for(total: SummaryRow) -> str:
    """Who is pressed for the essay, those not due yet told apart; empty for nobody."""
    if not total.missing_essays:
        return ""
    waiting = total.essays_not_due
    apart = f", trong đó {grouped(waiting)} đồng chí chưa học xong nên chưa đến hạn" if waiting else ""
    return f"Đôn đốc {grouped(total.missing_essays)} đồng chí chưa nộp bài thu hoạch{apart}"
