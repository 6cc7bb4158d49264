"""The lists that belong to a study round: documents, essay questions, half-days each audience needs.

They are kept with the round: every gesture here amends the round as a whole. Conferences and reports due have lists of
their own.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any, ClassVar

from db.records import StudyDocument
from db.values import Audience, DocumentRole
from desktop_app.domain.dates import show_date
from desktop_app.domain.words import word
from desktop_app.services import rounds
from desktop_app.services.access import Right
from desktop_app.services.rounds import RoundDraft
from desktop_app.ui import ask, words
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, LongTextField, NumberField, TextField
from desktop_app.ui.list_pane import ListPane, Numbered, numbered
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.table_model import Column


def shown(iso: str | None) -> str:
    return show_date(iso) if iso else ""


def half_days(required: int | None) -> str:
    return f"{required} buổi" if required else "tất cả các buổi của hội nghị"


class PartPane(ListPane):
    """A list inside a round that is added to, edited, reordered and cut; `part` is its field in the draft."""

    opening = Right.WRITE
    part = ""
    new = ""
    start: ClassVar[Values] = {}
    fields: Sequence[Field] = ()

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def made(self, values: Values) -> Any:
        """The thing kept, from a filled-in form."""
        raise NotImplementedError

    def values(self, item: Any) -> Values:
        """A kept thing, for the form."""
        return asdict(item)

    def form(self) -> Sequence[Field]:
        return self.fields

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption=f"Thêm {self.new}", run=self.add, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption=words.EDIT, run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Lên", run=lambda: self.shift(-1), keys="Alt+Up", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Xuống", run=lambda: self.shift(1), keys="Alt+Down", needs=Needs.ONE, right=Right.WRITE),
            Action(caption=words.REMOVE, run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def draft(self) -> RoundDraft:
        return rounds.draft_of(rounds.study_round(self.store, self.round_id))

    def items(self) -> list[Any]:
        return list(getattr(self.draft(), self.part))

    def records(self) -> Iterable[Numbered]:
        return numbered(self.items())

    def amended(self, items: Sequence[Any]) -> RoundDraft:
        """The round with the list as it is to be."""
        changed: dict[str, Any] = {self.part: tuple(items)}
        return replace(self.draft(), **changed)

    def add(self) -> None:
        def keep(values: Values) -> None:
            items = [*self.items(), self.made(values)]
            self.desk.write(rounds.amend, self.round_id, self.amended(items), done=f"Đã thêm {self.new}.")
            self.table.select_ids([len(items) - 1])

        fill_in(self, f"Thêm {self.new}", words.ADD, self.form(), self.start, keep)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        items = self.items()

        def keep(values: Values) -> None:
            items[record_id] = self.made(values)
            self.desk.write(rounds.amend, self.round_id, self.amended(items), done=f"Đã sửa {self.new}.")

        fill_in(self, f"Sửa {self.new}", words.SAVE, self.form(), self.values(items[record_id]), keep)

    def shift(self, step: int) -> None:
        """One place up or down; at the end of the list it stays."""
        place, items = self.table.selected_ids()[0], self.items()
        if not 0 <= place + step < len(items):
            return
        items.insert(place + step, items.pop(place))
        told = f"Đã chuyển {self.new} {'lên' if step < 0 else 'xuống'}."
        self.page.perform(rounds.amend, self.round_id, self.amended(items), done=told)
        self.table.select_ids([place + step])

    def remove(self) -> None:
        gone = set(self.table.selected_ids())
        kept = [item for place, item in enumerate(self.items()) if place not in gone]
        told = f"Đã xóa {len(gone)} {self.new}."
        self.page.perform(rounds.amend, self.round_id, self.amended(kept), done=told)


class DocumentsPane(PartPane):
    """What the round studies and by which papers, in the order they are named in reports."""

    name, part, new = "round_documents", "documents", "văn bản"
    start: ClassVar[Values] = {"role": DocumentRole.RESOLUTION}
    empty = "Chưa ghi văn bản nào. Thêm nghị quyết, chỉ thị phải học và hướng dẫn, kế hoạch, công văn kèm theo."
    columns: Sequence[Column] = (
        Column(key="role", title="Loại", value=lambda r: word(r.item.role), width=112),
        Column(key="number", title="Số, ký hiệu", value=lambda r: r.item.number or "", width=136),
        Column(key="issued", title="Ngày", value=lambda r: shown(r.item.issued_on), width=96),
        Column(key="issuer", title="Nơi ban hành", value=lambda r: r.item.issuer or "", width=232),
        Column(key="title", title="Tên, trích yếu", value=lambda r: r.item.title, width=480),
    )
    fields: Sequence[Field] = (
        ChoiceField(key="role", label="Loại", required=True, options=[(role, word(role)) for role in DocumentRole]),
        TextField(key="number", label="Số, ký hiệu", half=True, hint="ví dụ: 01-CT/TW"),
        DateField(key="issued_on", label="Ngày", half=True),
        TextField(key="issuer", label="Nơi ban hành", hint="ví dụ: Bộ Chính trị"),
        LongTextField(key="title", label="Trích yếu", required=True, hint="về học tập, quán triệt …"),
    )

    def made(self, values: Values) -> StudyDocument:
        return StudyDocument(**values)


class QuestionsPane(PartPane):
    """What the essay must answer."""

    name, part, new = "round_questions", "questions", "câu hỏi"
    empty = "Chưa có câu hỏi thu hoạch. Thêm từng câu theo công văn hướng dẫn viết thu hoạch."
    columns: Sequence[Column] = (
        Column(key="number", title="Câu", value=lambda r: str(r.id + 1), width=56, figures=True),
        Column(key="text", title="Nội dung", value=lambda r: r.item, width=960),
    )
    fields: Sequence[Field] = (LongTextField(key="text", label="Nội dung", required=True, lines=4),)

    def made(self, values: Values) -> str:
        return str(values["text"])

    def values(self, item: str) -> Values:
        return {"text": item}


class AudiencesPane(ListPane):
    """How many half-days someone of each audience must attend."""

    opening = Right.WRITE
    name = "round_audiences"
    columns: Sequence[Column] = (
        Column(key="audience", title="Đối tượng", value=lambda r: word(r.item[0]), width=420),
        Column(key="half_days", title="Số buổi phải học", value=lambda r: half_days(r.item[1]), width=240),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sửa số buổi", run=self.edit, keys="F2", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Tất cả các buổi", run=self.clear, keys="Delete", needs=Needs.ONE, right=Right.WRITE),
        )

    def records(self) -> Iterable[Numbered]:
        kept = dict(rounds.study_round(self.store, self.round_id).required_half_days)
        return numbered((audience, kept.get(audience)) for audience in Audience)

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        audience, before = next(each.item for each in self.records() if each.id == record_id)
        field = NumberField(key="half_days", label="Số buổi", required=True, least=1, most=20, hint="2 ngày là 4 buổi")
        answer = ask.ask_value(self, f"{word(audience)} phải học mấy buổi?", words.SAVE, field, before)
        if isinstance(answer, int):
            self.keep(audience, answer)

    def clear(self) -> None:
        self.keep(self.selected().item[0], None)

    def keep(self, audience: Audience, half_days: int | None) -> None:
        draft = rounds.draft_of(rounds.study_round(self.store, self.round_id))
        required = tuple((each, n) for each, n in draft.required_half_days if each is not audience)
        if half_days:
            required = (*required, (audience, half_days))
        self.page.perform(
            rounds.amend,
            self.round_id,
            replace(draft, required_half_days=required),
            done=f"Đã sửa số buổi phải học: {word(audience)}.",
        )


PARTS: tuple[tuple[str, Callable[[Screen, int], ListPane]], ...] = (
    ("Văn bản", DocumentsPane),
    ("Câu hỏi thu hoạch", QuestionsPane),
    ("Số buổi phải học", AudiencesPane),
)
