"""The dialog that records a make-up for some people. The absence it makes up for stays as it was marked."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from db.records import StudyRound
from db.values import MakeUpForm
from desktop_app.domain.dates import add_days, show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attendance, due, rounds
from desktop_app.services.office import today
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, TextField
from desktop_app.ui.record_dialog import fill_in

FIELDS: tuple[Field, ...] = (
    DateField(key="on", label="Ngày học bù", required=True, whole=True),
    ChoiceField(key="form", label="Hình thức", required=True, options=[(form, word(form)) for form in MakeUpForm]),
    TextField(key="by", label="Người xác nhận", hint="ví dụ: Bí thư chi bộ"),
)


def essay_rule(found: StudyRound) -> str:
    """When whoever makes up hands in, and that the date of the others is not theirs; empty where nobody writes."""
    if not found.essay_required:
        return ""
    rule = f"Người học bù nộp bài thu hoạch trong {found.makeup_essay_days} ngày sau ngày học bù"
    common = f", không theo hạn chung {show_date(found.essay_by)}" if found.essay_by else ""
    body = found.makeup_essay_recipient
    confirmed = f" Bài nộp về {body} để đánh giá, xác nhận." if body else ""
    return f"{rule}{common}.{confirmed}"


def ask_makeup(parent: QWidget, desk: Desk, round_id: int, people: Mapping[int, str]) -> None:
    """Ask when and how these people (member → name) made up all they missed in a round, and record it.

    Before a conference of the round has begun nobody has missed anything: that is told instead.
    """
    if not due.begun_by(desk.store, round_id, today(desk.store).isoformat()):
        desk.refused.emit("Hội nghị của đợt chưa diễn ra nên chưa ai phải học bù; ghi học bù từ sau buổi đầu tiên.")
        return
    found = rounds.study_round(desk.store, round_id)

    def advice(values: Values) -> dict[str, str]:
        on = values["on"]
        alone = values["form"] is MakeUpForm.SELF_STUDY and not values["by"]
        said = {"by": "Nên ghi ai xác nhận người này đã tự nghiên cứu."} if alone else {}
        if not on:
            return said
        due = f"Hạn nộp bài thu hoạch: {show_date(add_days(on, found.makeup_essay_days))}."
        late = f"Sau hạn học của đợt ({show_date(found.study_by)}). " if found.study_by and on > found.study_by else ""
        return said | {"on": late + (due if found.essay_required else "")}

    def keep(values: Values) -> None:
        desk.write(attendance.make_up, round_id, list(people), values["on"], values["form"], values["by"])

    who = next(iter(people.values())) if len(people) == 1 else f"{grouped(len(people))} người"
    start = {"on": today(desk.store).isoformat(), "form": MakeUpForm.SELF_STUDY}
    verb = f"Ghi học bù cho {grouped(len(people))} người"
    fill_in(parent, f"Ghi học bù cho {who}", verb, FIELDS, start, keep, advice, essay_rule(found))
