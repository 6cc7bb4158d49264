"""What the first page says and where its buttons lead: words for things to do, last days and figures. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.services.agenda import Agenda, Task, ToDo
from desktop_app.services.calendar import LastDay
from desktop_app.services.drafts import Unfinished
from desktop_app.services.due import DueKind
from desktop_app.services.first_run import Step
from desktop_app.services.reports import SummaryRow
from desktop_app.ui.facts import spoken
from desktop_app.ui.style import Tone
from desktop_app.ui.words import cut

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
SOON, ROUND_LENGTH = 7, 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A button: its caption, the place of the window it leads to, and how pressing the task is."""

    caption: str
    place: str
    tone: Tone = Tone.WARN


WAYS = {
    Task.ENROL: Way(caption="Nhập danh sách", place="importing"),
    Task.PLAN_ROUND: Way(caption="Lập đợt học tập", place="rounds"),
    Task.PLAN_CONFERENCE: Way(caption="Thêm hội nghị", place="rounds"),
    Task.FREEZE: Way(caption="Chốt danh sách", place="rounds"),
    Task.PREPARE: Way(caption="Mở hội nghị", place="rounds"),
    Task.MARK: Way(caption="Điểm danh", place="attendance"),
    Task.STUDY: Way(caption="Ghi học bù", place="attendance"),
    Task.COLLECT_ESSAYS: Way(caption="Nhận bài", place="essays"),
    Task.ASSESS_ESSAYS: Way(caption="Chấm bài", place="essays"),
    Task.REPORTS: Way(caption="Xem đơn vị", place="rounds"),
    Task.BACK_UP: Way(caption="Sao lưu", place="backups", tone=Tone.BAD),
    Task.BACKUP_BAD: Way(caption="Xem bản sao lưu", place="backups", tone=Tone.BAD),
}
FIRST_STEPS = (
    (
        "Xem lại thông tin văn phòng",
        "Tên cấp ủy, người ký và thể thức được in lên mọi văn bản.",
        Way(caption="Mở thiết lập", place="settings"),
    ),
    (
        "Đưa danh sách đảng viên vào sổ",
        "Lấy từ tệp Excel đang có; chi bộ được lập theo danh sách.",
        Way(caption="Nhập từ Excel", place="importing"),
    ),
    (
        "Lập đợt học tập và hội nghị",
        "Ghi nghị quyết, các buổi, điểm cầu và hạn nộp bài thu hoạch.",
        Way(caption="Lập đợt học tập", place="rounds"),
    ),
)


def heading(on: date) -> str:
    """“Hôm nay: Thứ hai, 05/04/2021”."""
    return f"Hôm nay: {WEEKDAYS[on.weekday()]}, {show_date(on.isoformat())}"


STEPS = {
    Step.OFFICE: "thông tin văn phòng",
    Step.PAPERS: "đầu văn bản và người ký",
    Step.PASSWORD: "mật khẩu",
    Step.BACKUPS: "nơi để bản sao lưu",
    Step.PEOPLE: "danh sách đảng viên",
}


def unready_words(left: Sequence[Step]) -> str:
    """“Sổ mới chưa chuẩn bị xong: nơi để bản sao lưu, danh sách đảng viên.”"""
    return f"Sổ mới chưa chuẩn bị xong: {', '.join(STEPS[step] for step in left)}."


def unfinished_words(found: Sequence[Unfinished], today: date) -> str:
    """“Còn nội dung gõ dở chưa ghi: Thêm đảng viên (15:45) và 2 chỗ khác.”"""
    latest = found[0]
    day = "" if latest.saved_at[:10] == today.isoformat() else f" ngày {show_date(latest.saved_at[:10])}"
    more = f" và {len(found) - 1} chỗ khác" if len(found) > 1 else ""
    return f"Còn nội dung gõ dở chưa ghi: {latest.where.title} ({latest.saved_at[11:16]}{day}){more}."


def todo_words(todo: ToDo) -> str:
    """A thing to do as one sentence; where several rounds run, of which one."""
    count = grouped(todo.count)
    said = {
        Task.ENROL: "Sổ chưa có đảng viên nào.",
        Task.PLAN_ROUND: "Chưa có đợt học tập nào.",
        Task.PLAN_CONFERENCE: "Đợt học tập chưa có hội nghị.",
        Task.FREEZE: f"Chưa chốt danh sách triệu tập: {todo.name}.",
        Task.PREPARE: f"Chuẩn bị {todo.name}: in giấy mời, danh sách ký, kiểm tra điểm cầu.",
        Task.MARK: f"{count} người chưa được điểm danh.",
        Task.STUDY: f"{count} người phải học mà chưa học đủ.",
        Task.COLLECT_ESSAYS: f"{count} người chưa nộp bài thu hoạch{not_due_words(todo)}.",
        Task.ASSESS_ESSAYS: f"{count} bài thu hoạch đã nộp, chưa chấm.",
        Task.REPORTS: f"{count} đơn vị chưa nộp “{todo.name}”.",
        Task.BACK_UP: f"Đã {count} ngày chưa sao lưu ra USB." if todo.count else "Sổ chưa được sao lưu ra USB.",
        Task.BACKUP_BAD: f"Bản sao lưu {todo.name} phục hồi thử không được; hãy sao lưu lại.",
    }[todo.task]
    return f"{said.removesuffix('.')} ({cut(todo.round, ROUND_LENGTH)})." if todo.round else said


def not_due_words(todo: ToDo) -> str:
    """“, trong đó 5 chưa học nên chưa đến hạn”."""
    return f", trong đó {grouped(todo.not_due)} chưa học nên chưa đến hạn" if todo.not_due else ""


def stage_words(todo: ToDo) -> str:
    """“còn 5 ngày”, “hạn hôm nay”, “quá hạn 3 ngày”; empty while the day is far or none is named."""
    return "" if todo.left is None or todo.stage is None else days_words(todo.left)


def todo_tone(todo: ToDo) -> Tone:
    return Tone.BAD if todo.left is not None and todo.left < 0 else WAYS[todo.task].tone


def due_words(due: LastDay) -> str:
    """What falls due."""
    named = {DueKind.STUDY: "Mọi đảng viên học xong", DueKind.ESSAY: "Nộp bài thu hoạch"}
    return named.get(due.kind) or due.title


def open_words(due: LastDay) -> str:
    """“còn 12/37 đơn vị”, “còn 60/1.852 người”, “chưa gửi”; empty where nobody is counted."""
    if due.kind is DueKind.CONFERENCE or not due.open:
        return ""
    if due.kind is DueKind.REPORT and due.whole == 1:
        return "chưa gửi"
    of = "đơn vị" if due.kind is DueKind.REPORT else "người"
    return f"còn {grouped(due.open)}/{grouped(due.whole)} {of}"


def left_words(due: LastDay) -> str:
    """“đã xong”, “còn 86 ngày”, “hạn hôm nay”, “quá hạn 3 ngày”."""
    if due.settled:
        return "đã họp" if due.kind is DueKind.CONFERENCE else "đã xong"
    return "hôm nay" if due.kind is DueKind.CONFERENCE and due.left == 0 else days_words(due.left)


def days_words(left: int) -> str:
    if left == 0:
        return "hạn hôm nay"
    return f"còn {grouped(left)} ngày" if left > 0 else f"quá hạn {grouped(-left)} ngày"


def when_words(due: LastDay) -> str:
    """The heading a last day stands under."""
    if due.left < 0:
        return "Đã qua"
    return f"Trong {SOON} ngày tới" if due.left <= SOON else "Sau đó"


def week_things(dues: Sequence[LastDay]) -> dict[str, list[str]]:
    """What still falls due, by day."""
    found: dict[str, list[str]] = {}
    for due in dues:
        if not due.settled:
            found.setdefault(due.due_on, []).append(due_words(due))
    return found


def due_tone(due: LastDay) -> Tone:
    if due.settled:
        return Tone.GOOD
    if due.left < 0:
        return Tone.BAD
    return Tone.WARN if due.left <= SOON else Tone.QUIET


def study_figures(total: SummaryRow) -> str:
    """Both percentages, each with its own denominator."""
    return (
        f"{grouped(total.studied)}/{grouped(total.must_attend)} người phải học, đạt {total.studied_percent}\u00a0% · "
        f"{grouped(total.studied_of_total)}/{grouped(total.total)} tổng số đảng viên, đạt {total.total_percent}\u00a0%"
    )


def essay_figures(total: SummaryRow) -> str:
    of_all = f"{grouped(total.handed_in)}/{grouped(total.must_write)}"
    return f"{of_all} người phải viết đã nộp, đạt {total.essay_percent}\u00a0%"


def waiting_words(total: SummaryRow) -> str:
    """“ (5 chưa học)”, of those who have not handed in."""
    return f" ({grouped(total.essays_not_due)} chưa học)" if total.essays_not_due else ""


def backup_words(shown: Agenda) -> str:
    return f"Sao lưu gần nhất: {spoken(shown.backed_up_at, date.today())}"
