"""The dialogs in which an essay gets its score: by criterion, or as one figure out of ten. They keep nothing.

The result follows from the round's pass mark; the services work it out.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.domain import scores
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import essay_marking, essays
from desktop_app.services.essay_marking import Rubric
from desktop_app.ui.desk import Desk
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import Field, TextField
from desktop_app.ui.record_dialog import fill_in

BY = TextField(key="by", label="Người chấm")


def ask_score(parent: QWidget, desk: Desk, round_id: int, member_ids: Sequence[int], checker: str = "") -> None:
    """One score for the essays of these people."""
    known = essay_marking.rubric(desk.store, round_id)
    fields = (TextField(key="score", label="Điểm", required=True, hint="ví dụ: 8,5"), BY)

    def keep(values: Values) -> None:
        desk.write(essay_marking.score, round_id, member_ids, values["score"], values["by"])

    fill_in(
        parent,
        f"Điểm của {grouped(len(member_ids))} bài đã chọn",
        "Ghi điểm",
        fields,
        {"by": checker},
        keep,
        lambda values: told(known, values["score"]),
        f"Thang điểm 10; đạt từ {known.pass_score} điểm.",
    )


def told(known: Rubric, score: str | None) -> dict[str, str]:
    """What a score typed means, said beside it while it can be read."""
    try:
        said = meaning(known, scores.tidied(score or ""))
    except Refusal:
        return {}
    return {"score": said}


def meaning(known: Rubric, score: str) -> str:
    """“8,5: Giỏi, đạt.”"""
    passed = "đạt" if scores.result_of(score, known.pass_score) == "passed" else "phải viết lại"
    return f"{score}: {', '.join(filter(None, (known.band(score), passed)))}."


def ask_parts(parent: QWidget, desk: Desk, round_id: int, member_id: int, checker: str = "") -> None:
    """The scores of one essay, criterion by criterion; their sum is its score."""
    known = essay_marking.rubric(desk.store, round_id)
    worth = {place: each for place, each in enumerate(known.criteria, 1) if each.points}
    [person] = essays.standings(desk.store, round_id, member_ids=[member_id])
    if person.last is None or not worth:
        why = "Đợt chưa có tiêu chí có điểm" if person.last else "Người này chưa nộp bài"
        desk.refused.emit(f"{why}; hãy ghi trước rồi chấm theo tiêu chí.")
        return
    fields: list[Field] = [
        TextField(key=str(place), label=f"Tiêu chí {place}", required=True, hint=f"tối đa {each.points}")
        for place, each in worth.items()
    ]
    before = essay_marking.part_scores(desk.store, [person.last.id]).get(person.last.id, {})
    start: Mapping[str, str | None] = {
        **{str(place): before.get(place) for place in worth},
        "by": person.last.marked_by or checker,
    }

    def keep(values: Values) -> None:
        parts = {place: str(values[str(place)]) for place in worth}
        desk.write(essay_marking.score_parts, round_id, member_id, parts, values["by"])

    name = person.standing.row.full_name
    told = "\n".join(f"{place}. {each.title} (tối đa {each.points})" for place, each in worth.items())
    fill_in(parent, f"Chấm bài của {name}", "Ghi điểm", [*fields, BY], start, keep, lambda v: summed(known, v), told)


def summed(known: Rubric, values: Values) -> dict[str, str]:
    """The sum so far, said at the last criterion once all are there."""
    places = [key for key in values if key.isdecimal()]
    try:
        total = scores.total([str(values[key] or "") for key in places])
    except Refusal:
        return {}
    return {places[-1]: f"Tổng điểm {meaning(known, total)}"}
