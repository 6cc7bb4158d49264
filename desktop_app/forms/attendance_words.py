"""How many attended a round, in sentences: who was summoned, who came to all, to some, to none, who made up.

The same figures as the table's, which says them in columns.
"""

from desktop_app.domain.wording import grouped
from desktop_app.forms.phrases import rate, share
from desktop_app.services.reports import SummaryRow


def attendance(total: SummaryRow) -> list[str]:
    """The paragraphs of a report."""
    return [
        f"Tổng số đảng viên: {grouped(total.total)}{_off(total)}; số phải dự: {grouped(total.must_attend)}.",
        f"Dự đủ các buổi: {share(total.attended, total.must_attend, 'đảng viên phải dự')}.{_rest(total)}",
        f"{_made_up(total)}Tính cả dự hội nghị và học bù, đã học "
        f"{share(total.studied, total.must_attend, 'đảng viên phải dự')}; so với tổng số đảng viên là "
        f"{grouped(total.studied_of_total)}/{grouped(total.total)}, đạt {rate(total.studied_of_total, total.total)}.",
        *([f"Ngoài ra có {_guests(total)} (không tính vào số đảng viên)."] if total.guests else []),
    ]


def counts(*parts: tuple[int, str]) -> str:
    """“miễn sinh hoạt 3, lý do khác 1”: what there is none of is left out."""
    return ", ".join(f"{words} {grouped(count)}" for count, words in parts if count)


def missed_in_part(total: SummaryRow) -> str:
    """“12 lượt vắng có lý do”: the half-days missed by those who came to some; empty where none was marked."""
    missed = (
        (total.partial_excused, "vắng có lý do"),
        (total.partial_unexcused, "vắng không lý do"),
        (total.partial_absent, "vắng chưa rõ lý do"),
    )
    return ", ".join(f"{grouped(count)} lượt {words}" for count, words in missed if count)


def _off(total: SummaryRow) -> str:
    off = counts(
        (total.exempt, "miễn sinh hoạt"), (total.away, "sinh hoạt tạm thời nơi khác"), (total.other, "lý do khác")
    )
    hosted = f", cộng {grouped(total.hosted)} đồng chí nơi khác đến sinh hoạt tạm thời" if total.hosted else ""
    return (f", trừ {off}" if off else "") + hosted


def _rest(total: SummaryRow) -> str:
    missed = missed_in_part(total)
    partly = counts((total.partial, "dự một phần")) + (f" ({missed})" if missed else "")
    wholly = counts(
        (total.absent_excused, "có lý do"),
        (total.absent_unexcused, "không lý do"),
        (total.absent, "chưa rõ lý do"),
    )
    blank = counts((total.not_marked, "chưa điểm danh"))
    rest = "; ".join(filter(None, (partly, wholly and f"vắng cả hội nghị: {wholly}", blank)))
    return f" Còn lại: {rest}." if rest else ""


def _made_up(total: SummaryRow) -> str:
    return f"Đã học bù {grouped(total.made_up)} đồng chí. " if total.made_up else ""


def _guests(total: SummaryRow) -> str:
    return f"{grouped(total.guests_attended)}/{grouped(total.guests)} khách mời, quần chúng dự đủ các buổi"
