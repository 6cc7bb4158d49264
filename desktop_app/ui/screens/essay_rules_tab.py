"""How the essays of a round are marked: the rubric, what scores are called, and from which score an essay passes."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtWidgets import QSplitter

from db.essay_records import Criterion, ScoreBand
from db.values import EssayScale
from desktop_app.domain.words import word
from desktop_app.services import essay_marking, rounds
from desktop_app.services.access import Right
from desktop_app.ui import words
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, Field, LongTextField, TextField
from desktop_app.ui.list_pane import ListPane, Numbered, Tab, numbered
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.table_model import Column


class LinesPane(ListPane):
    """A short list of the round that is written anew as a whole at every gesture."""

    opening = Right.WRITE
    new = ""
    keys: tuple[str, str, str] = ("", "", "")
    first = True
    fields: Sequence[Field] = ()

    def __init__(self, page: Screen, round_id: int) -> None:
        self.round_id = round_id
        super().__init__(page)

    def items(self) -> list[Any]:
        raise NotImplementedError

    def made(self, values: Values) -> Any:
        raise NotImplementedError

    def keep(self, items: Sequence[Any]) -> None:
        """Write the whole list; raises Refusal."""
        raise NotImplementedError

    def gestures(self) -> Sequence[Action]:
        add, edit, remove = self.keys
        return (
            Action(caption=f"Thêm {self.new}", run=self.add, keys=add, main=self.first, right=Right.WRITE),
            Action(
                caption=words.EDIT,
                run=self.edit,
                keys=edit,
                needs=Needs.ONE,
                tip="Enter hoặc bấm đúp",
                right=Right.WRITE,
            ),
            Action(caption=words.REMOVE, run=self.remove, keys=remove, needs=Needs.SOME, right=Right.WRITE),
        )

    def records(self) -> Iterable[Numbered]:
        return numbered(self.items())

    def add(self) -> None:
        fill_in(
            self,
            f"Thêm {self.new}",
            words.ADD,
            self.fields,
            {},
            lambda values: self.keep([*self.items(), self.made(values)]),
        )

    def edit(self) -> None:
        self.open(self.table.selected_ids()[0])

    def open(self, record_id: int) -> None:
        items = self.items()

        def keep(values: Values) -> None:
            self.keep([self.made(values) if at == record_id else each for at, each in enumerate(items)])

        fill_in(self, f"Sửa {self.new}", words.SAVE, self.fields, asdict(items[record_id]), keep)

    def remove(self) -> None:
        gone = set(self.table.selected_ids())
        kept = [each for at, each in enumerate(self.items()) if at not in gone]
        self.page.perform(lambda store: self.write(store, kept))

    def write(self, store: Any, items: Sequence[Any]) -> None:
        """The service's own gesture."""
        raise NotImplementedError


class CriteriaPane(LinesPane):
    """What is looked at, and the most points it brings."""

    name, heading, new = "essay_criteria", "Tiêu chí chấm", "tiêu chí"
    keys = ("Ctrl+N", "F2", "Delete")
    empty = "Chưa có tiêu chí. Thêm từng tiêu chí với số điểm, hoặc để trống nếu chỉ chấm điểm chung."
    columns: Sequence[Column] = (
        Column(key="place", title="STT", value=lambda r: str(r.id + 1), width=48, figures=True),
        Column(key="title", title="Tiêu chí", value=lambda r: r.item.title, width=480, least=200),
        Column(key="points", title="Điểm tối đa", value=lambda r: r.item.points or "", width=104, figures=True),
    )
    fields: Sequence[Field] = (
        LongTextField(key="title", label="Tiêu chí", required=True, lines=2),
        TextField(key="points", label="Điểm tối đa", hint="ví dụ: 4"),
    )

    def items(self) -> list[Criterion]:
        return list(essay_marking.rubric(self.store, self.round_id).criteria)

    def made(self, values: Values) -> Criterion:
        return Criterion(**values)

    def keep(self, items: Sequence[Criterion]) -> None:
        self.desk.write(essay_marking.save_criteria, self.round_id, items)

    def write(self, store: Any, items: Sequence[Criterion]) -> None:
        essay_marking.save_criteria(store, self.round_id, items)


class BandsPane(LinesPane):
    """What a score is called."""

    name, heading, new = "essay_bands", "Mức xếp loại", "mức"
    keys, first = ("Ctrl+Shift+N", "F2", "Delete"), False
    columns: Sequence[Column] = (
        Column(key="name", title="Xếp loại", value=lambda r: r.item.name, width=176, least=112),
        Column(key="from", title="Từ điểm", value=lambda r: r.item.from_score, width=88, figures=True),
    )
    fields: Sequence[Field] = (
        TextField(key="name", label="Xếp loại", required=True, hint="ví dụ: Khá"),
        TextField(key="from_score", label="Từ điểm", required=True, hint="ví dụ: 7"),
    )

    def items(self) -> list[ScoreBand]:
        return list(essay_marking.rubric(self.store, self.round_id).bands)

    def made(self, values: Values) -> ScoreBand:
        return ScoreBand(**values)

    def keep(self, items: Sequence[ScoreBand]) -> None:
        self.desk.write(essay_marking.save_bands, self.round_id, items)

    def write(self, store: Any, items: Sequence[ScoreBand]) -> None:
        essay_marking.save_bands(store, self.round_id, items)


SCALE: tuple[Field, ...] = (
    ChoiceField(key="essay_scale", label="Cách chấm", required=True, options=[(s, word(s)) for s in EssayScale]),
    TextField(key="pass_score", label="Đạt từ điểm", hint="để trống: 5"),
)


class EssayRulesTab(Tab):
    """Stands on the page of a round."""

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__()
        self.page, self.round_id = page, round_id
        self.criteria, self.bands = CriteriaPane(page, round_id), BandsPane(page, round_id)
        self._scale = label(name="subheading")
        split = QSplitter()
        split.addWidget(self.criteria)
        split.addWidget(self.bands)
        split.setStretchFactor(0, 2)
        split.setChildrenCollapsible(False)
        change = button("Đổi cách chấm…", self.change_scale)
        page.guard(Right.WRITE, change)
        head = row(self._scale, change, None)
        laid = column(head, split)
        laid.setStretch(1, 1)
        self.setLayout(laid)

    def load(self) -> None:
        known = essay_marking.rubric(self.page.store, self.round_id)
        passing = f" · đạt từ {known.pass_score} điểm" if known.in_points else " · mức xếp loại chỉ dùng khi chấm điểm"
        self._scale.setText(word(known.scale) + passing)
        self.criteria.load()
        self.bands.load()

    def panes(self) -> list[ListPane]:
        return [self.criteria, self.bands]

    def change_scale(self) -> None:
        """Points or passed/to rewrite, and the pass mark."""
        before = rounds.draft_of(rounds.study_round(self.page.store, self.round_id))
        start = {"essay_scale": before.essay_scale, "pass_score": before.pass_score}

        def keep(values: Values) -> None:
            self.page.desk.write(rounds.amend, self.round_id, replace(before, **values), done="Đã đổi cách chấm.")

        fill_in(self, "Cách chấm bài thu hoạch của đợt", words.SAVE, SCALE, start, keep)
