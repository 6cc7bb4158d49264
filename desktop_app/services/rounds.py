"""Study rounds: what is studied, who must write what by when, which reports are due."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from db import rounds as kept
from db.keys import same_words, tidy
from db.records import Deadline, StudyDocument, StudyRound
from db.store import Store
from db.submissions import used_deadlines
from db.values import Audience, EssayScale
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.scores import tidied

DEFAULT_QUESTIONS = (
    "Nhận thức của bản thân về các nội dung Nghị quyết.",
    "Trách nhiệm của bản thân đối với việc triển khai, thực hiện Nghị quyết tại địa phương, cơ quan, đơn vị.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundDraft:
    """What the clerk says about a round; the fields of `StudyRound`. Dates are full ISO dates, the last day in time."""

    name: str
    chair: str | None = None
    responsible_head: str | None = None
    target_percent: int = 100
    study_by: str | None = None
    essay_required: bool = True
    essay_handwritten: bool = False
    essay_by: str | None = None
    essay_recipient: str | None = None
    makeup_essay_days: int = 7
    makeup_essay_recipient: str | None = None
    essay_scale: EssayScale = EssayScale.PASS_FAIL
    pass_score: str | None = None
    count_hosted: bool = True
    exempt_counts_if_present: bool = False
    note: str | None = None
    documents: tuple[StudyDocument, ...] = ()
    questions: tuple[str, ...] = DEFAULT_QUESTIONS
    deadlines: tuple[Deadline, ...] = ()
    required_half_days: tuple[tuple[Audience, int], ...] = ()


def rounds(store: Store) -> list[StudyRound]:
    """All rounds, newest first."""
    return kept.rounds(store)


def study_round(store: Store, round_id: int) -> StudyRound:
    """One round."""
    found = kept.rounds(store, round_id)
    if not found:
        raise Refusal("Không còn đợt học tập này; hãy tải lại danh sách.")
    return found[0]


def newest(store: Store) -> StudyRound | None:
    """The round made last, or None."""
    return next(iter(kept.rounds(store)), None)


def find_round(store: Store, text: str) -> StudyRound:
    """The round with this unique name or id."""
    known = rounds(store)
    found = [r for r in known if same_words(r.name) == same_words(text)] or [
        r for r in known if str(r.id) == text.strip()
    ]
    if len(found) != 1:
        raise Refusal(f"Không tìm thấy đúng một đợt học tập “{tidy(text)}”; hãy ghi số thứ tự của đợt.")
    return found[0]


def draft_of(kept_round: StudyRound) -> RoundDraft:
    """A round ready to be amended."""
    return RoundDraft(**{f.name: getattr(kept_round, f.name) for f in fields(RoundDraft)})


def days_of(draft: RoundDraft) -> tuple[object, ...]:
    """All in a round that a last day of people is worked out from."""
    return (draft.study_by, draft.essay_required, draft.essay_by, draft.makeup_essay_days)


def checked(draft: RoundDraft) -> RoundDraft:
    """The draft tidied. Refuses what cannot be: no name, a nameless document or question, an impossible target."""
    if not tidy(draft.name):
        raise Refusal("Chưa có tên đợt học tập; hãy ghi tên, ví dụ “Học tập Nghị quyết Đại hội XIII của Đảng”.")
    if not 1 <= draft.target_percent <= 100:
        raise Refusal("Chỉ tiêu học tập phải từ 1 đến 100 phần trăm.")
    if draft.makeup_essay_days < 0:
        raise Refusal("Số ngày nộp bài sau khi học bù không được âm.")
    if any(not tidy(document.title) for document in draft.documents):
        raise Refusal("Có văn bản chưa ghi tên; hãy ghi tên hoặc trích yếu của văn bản.")
    if any(not tidy(report.title) for report in draft.deadlines):
        raise Refusal("Có báo cáo phải nộp chưa ghi tên; hãy ghi tên, ví dụ “Báo cáo kết quả hội nghị”.")
    if any(half_days < 1 for _, half_days in draft.required_half_days):
        raise Refusal("Số buổi phải học của mỗi đối tượng phải từ 1 trở lên.")
    values = {f.name: getattr(draft, f.name) for f in fields(draft)}
    texts = {name: tidy(value) or None for name, value in values.items() if type(value) is str}
    if texts.get("pass_score"):
        texts["pass_score"] = tidied(str(texts["pass_score"]))
    return RoundDraft(**values | texts | {"questions": tuple(filter(None, map(tidy, draft.questions)))})


def create(store: Store, draft: RoundDraft) -> StudyRound:
    """A new round."""
    return save(store, 0, draft, "round.create", "Thêm")


def amend(store: Store, round_id: int, draft: RoundDraft) -> StudyRound:
    """Change a round."""
    return save(store, study_round(store, round_id).id, draft, "round.amend", "Sửa")


def check_reports(store: Store, round_id: int, deadlines: Sequence[Deadline]) -> None:
    """Refuse to drop a report that units have sent already, or to put it on other units."""
    used = used_deadlines(store, round_id) if round_id else {}
    if not used:
        return
    wanted = {each.id: each for each in deadlines}
    for each in study_round(store, round_id).deadlines:
        if each.id in used and each.id not in wanted:
            raise Refusal(f"“{each.title}” đã ghi {used[each.id]} đơn vị nộp hoặc lập nhiệm vụ; hãy bỏ ghi nộp trước.")
        if each.id in used and wanted[each.id].owed_by is not each.owed_by:
            raise Refusal(f"“{each.title}” đã có đơn vị nộp nên không đổi được nơi phải nộp; hãy bỏ ghi nộp trước.")


def save(store: Store, round_id: int, draft: RoundDraft, verb: str, said: str) -> StudyRound:
    """Write a round, new when `round_id` is 0."""
    draft = checked(draft)
    check_reports(store, round_id, draft.deadlines)
    values = {f.name: getattr(draft, f.name) for f in fields(draft)}
    with store.gesture(verb, f"{said} {said_of('đợt', draft.name)}"):
        round_id = kept.save(store, StudyRound(id=round_id, **values))
    return study_round(store, round_id)


def remove(store: Store, round_id: int) -> None:
    """Delete a round nothing hangs on."""
    found = study_round(store, round_id)
    check_reports(store, round_id, ())
    if kept.in_use(store, round_id):
        raise Refusal(
            f"Đợt “{found.name}” đã có hội nghị, bài thu hoạch hoặc hoạt động tuyên truyền; hãy xóa những mục ấy trước."
        )
    with store.gesture("round.remove", f"Xóa {said_of('đợt', found.name)}"):
        kept.remove(store, round_id)
