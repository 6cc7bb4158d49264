"""What the list of essays shows of one person, and the short words for states. Nothing is read or written here."""

from desktop_app.domain.dates import show_date
from desktop_app.domain.obligations import Attended, EssayState
from desktop_app.domain.words import word
from desktop_app.services.essays import EssayStanding
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column

SHORT = {
    EssayState.LATE: "Quá hạn",
    EssayState.DUE: "Còn hạn",
    EssayState.REWRITE: "Viết lại",
    EssayState.RECEIVED: "Chưa chấm",
    EssayState.RECEIVED_AGAIN: "Nộp lại",
    EssayState.CHECKING: "Đang chấm",
    EssayState.PASSED: "Đạt",
    EssayState.CONFIRMED: "Xác nhận",
    EssayState.FORWARDED: "Đã gửi",
    EssayState.NOT_DUE: "Chưa học",
    EssayState.EXEMPT: "Miễn viết",
}
TONES = {
    EssayState.LATE: Tone.BAD,
    EssayState.DUE: Tone.QUIET,
    EssayState.REWRITE: Tone.BAD,
    EssayState.RECEIVED: Tone.WARN,
    EssayState.RECEIVED_AGAIN: Tone.WARN,
    EssayState.CHECKING: Tone.WARN,
    EssayState.PASSED: Tone.GOOD,
    EssayState.CONFIRMED: Tone.GOOD,
    EssayState.FORWARDED: Tone.GOOD,
    EssayState.WITHDRAWN: Tone.QUIET,
    EssayState.NOT_DUE: Tone.QUIET,
    EssayState.EXEMPT: Tone.QUIET,
}


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def due(essay: EssayStanding) -> str:
    """The person's own last day; whoever made up has a day counted from the make-up. None for who need not write."""
    if essay.exempt or not essay.due_on:
        return ""
    made_up = essay.standing.outcome is not Attended.ATTENDED
    return shown(essay.due_on) + (" (học bù)" if made_up else "")


def received(essay: EssayStanding) -> str:
    """The day the standing attempt came in, and whether the first came too late."""
    late = " muộn" if essay.handed_in_late else ""
    return shown(essay.last.received_on) + late if essay.last else ""


def form(essay: EssayStanding) -> str:
    """Written how, and whether a copy is kept in the store."""
    files = f", {essay.files} tệp" if essay.files else ""
    return word(essay.last.form) + files if essay.last else ""


def state(essay: EssayStanding) -> str:
    """The state in words; that an essay was withdrawn is said beside what is owed."""
    withdrawn = ", bài đã rút" if essay.essays and essay.last is None and not essay.exempt else ""
    return word(essay.state) + withdrawn


def result(essay: EssayStanding) -> str:
    """Score and day of marking of the attempt that stands; its state says the rest."""
    last = essay.last
    if last is None or last.result is None:
        return ""
    return ", ".join(filter(None, (last.score, shown(last.marked_on))))


COLUMNS = (
    Column(key="name", title="Họ và tên", value=lambda e: e.standing.row.full_name, width=172, least=160, order="name"),
    Column(key="cell", title="Chi bộ", value=lambda e: e.standing.row.cell, width=176, least=104, order="cell"),
    Column(key="due", title="Hạn nộp", value=due, width=136, least=92, sort_key=lambda e: e.due_on or "9999"),
    Column(key="recipient", title="Nơi nhận", value=lambda e: e.recipient or "", width=100, least=64),
    Column(
        key="state",
        title="Trạng thái",
        value=state,
        width=176,
        least=158,
        tone=lambda e: TONES[e.state],
        sort_key=lambda e: list(SHORT).index(e.state),
    ),
    Column(
        key="received",
        title="Ngày nộp",
        value=received,
        width=112,
        least=92,
        tone=lambda e: Tone.WARN if e.handed_in_late else None,
        sort_key=lambda e: e.last.received_on if e.last else "9999",
    ),
    Column(key="form", title="Hình thức", value=form, width=84, least=76),
    Column(key="result", title="Điểm, ngày chấm", value=result, width=124, least=112),
    Column(key="checker", title="Người chấm", value=lambda e: e.checker or "", width=104, least=72),
    Column(key="attempts", title="Lần", value=lambda e: str(len(e.essays) or ""), width=48, figures=True),
)
