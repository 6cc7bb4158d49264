"""Which part of the office's work a gesture belongs to, and the sentence that says what was taken back."""

from datetime import date

from db.records import Gesture
from desktop_app.ui.facts import spoken

KINDS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("member.", "standing.", "move.", "office.hold", "office.end", "correction."), "Đảng viên"),
    (("cell.", "organization", "residence", "block"), "Chi bộ, tổ chức"),
    (("round.", "conference.", "roll.", "venue.", "provisional.", "activity."), "Đợt học, hội nghị"),
    (("attendance.", "makeup.", "scan."), "Điểm danh, học bù"),
    (("essay.",), "Thu hoạch"),
    (("attachment.",), "Tệp kèm theo"),
    (("import",), "Nhập dữ liệu"),
    (("settings.", "office.save", "office.found"), "Thiết lập"),
)


def kind_of(gesture: Gesture) -> str:
    """“Thu hoạch”; empty for what belongs to no part."""
    return next((said for verbs, said in KINDS if gesture.verb.startswith(verbs)), "")


def taken_back(gesture: Gesture) -> str:
    """What was undone, in which part of the work and when it had been done: it may lie on another page."""
    where = f" thuộc phần {kind_of(gesture)}," if kind_of(gesture) else ""
    when = spoken(gesture.done_at, date.today())
    return f"Đã hoàn tác: {gesture.summary}. Việc này{where} ghi lúc {when}; Ctrl+Y để làm lại."
