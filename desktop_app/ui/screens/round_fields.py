"""The entry form of a study round: which fields, and the draft they make. Its lists are kept elsewhere."""

from collections.abc import Callable
from dataclasses import asdict, replace

from PySide6.QtWidgets import QWidget

from db.values import EssayScale
from desktop_app.domain.words import word
from desktop_app.services.office import today
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from desktop_app.ui.deadline_field import DeadlineField
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import CheckField, ChoiceField, Field, LongTextField, NumberField, TextField
from desktop_app.ui.record_dialog import RecordDialog, fill_in

ESSAY_KEYS = (
    "essay_handwritten",
    "essay_by",
    "essay_scale",
    "essay_recipient",
    "makeup_essay_days",
    "makeup_essay_recipient",
)


def round_fields(year: int) -> tuple[Field, ...]:
    """The fields of a round in an office where it is this year."""
    scales = [(scale, word(scale)) for scale in EssayScale]
    return (
        TextField(key="name", label="Tên đợt", required=True, hint="Học tập, quán triệt Nghị quyết …"),
        TextField(key="chair", label="Chủ trì", hint="ví dụ: Ban Thường vụ Đảng ủy"),
        TextField(key="responsible_head", label="Phụ trách", hint="họ và tên, chức vụ người đứng đầu"),
        DeadlineField(key="study_by", label="Hạn học xong", half=True, year=year),
        NumberField(key="target_percent", label="Chỉ tiêu (%)", half=True, required=True, least=1, most=100),
        CheckField(key="essay_required", label="", sentence="Phải viết bài thu hoạch"),
        CheckField(key="essay_handwritten", label="", sentence="Bài thu hoạch phải viết tay"),
        DeadlineField(key="essay_by", label="Hạn nộp bài", half=True, year=year),
        ChoiceField(key="essay_scale", label="Cách chấm", half=True, required=True, options=scales),
        TextField(key="essay_recipient", label="Nơi nhận bài", hint="ví dụ: Đảng ủy phường"),
        NumberField(key="makeup_essay_days", label="Nộp sau học bù (ngày)", half=True, required=True, most=365),
        TextField(key="makeup_essay_recipient", label="Nơi nhận bài bù", half=True),
        CheckField(key="count_hosted", label="", sentence="Tính cả đảng viên sinh hoạt tạm thời tại đây"),
        CheckField(
            key="exempt_counts_if_present", label="", sentence="Người miễn sinh hoạt có dự thì tính là phải học"
        ),
        LongTextField(key="note", label="Ghi chú", lines=2),
    )


def draft_from(values: Values, before: RoundDraft) -> RoundDraft:
    """The draft of a filled-in form; documents, questions and deadlines stay as they were."""
    return replace(before, **{**values, "name": values["name"] or ""})


def ask_round(
    parent: QWidget, store: Store, title: str, verb: str, before: RoundDraft, keep: Callable[[RoundDraft], object]
) -> RecordDialog:
    """Open the form of a round; the fields about essays are shut while none has to be written."""
    dialog = fill_in(
        parent,
        title,
        verb,
        round_fields(today(store).year),
        asdict(before),
        lambda values: keep(draft_from(values, before)),
    )
    dialog.form.edited.connect(lambda: open_essay_fields(dialog))
    open_essay_fields(dialog)
    return dialog


def open_essay_fields(dialog: RecordDialog) -> None:
    wanted = bool(dialog.form.readable()["essay_required"])
    for key in ESSAY_KEYS:
        dialog.form.entry_widget(key).setEnabled(wanted)
