"""Every dated fact about a person with its days and papers, and the ways to put right what was written down wrongly."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from db.dated import CellStay, EssayFree, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.values import ALWAYS, FOREVER, LeavingForm, MemberStatus
from desktop_app.domain.dated_words import KINDS, began, ended, reason
from desktop_app.domain.lifeline import capital
from desktop_app.domain.lives import said
from desktop_app.domain.words import word
from desktop_app.services import corrections, organizations
from desktop_app.services.access import Right
from desktop_app.services.person import PersonFacts
from desktop_app.ui.field_form import Values
from desktop_app.ui.fields import ChoiceField, DateField, Field, TextField
from desktop_app.ui.list_pane import ListPane, numbered
from desktop_app.ui.record_dialog import fill_in
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.table_model import Column

WHY = TextField(key="why", label="Lý do sửa", required=True, hint="ví dụ: ghi nhầm ngày")
ONLY_WRONG = "Chỉ dùng khi sổ ghi nhầm. Việc mới xảy ra thì ghi bằng nút “Ghi việc”."
PAPER = TextField(key="decision_no", label="Số quyết định")


class RecordsPane(ListPane):
    """`facts` are put in by the page; in the order of their days."""

    opening = Right.WRITE
    name, empty = "person_records", "Chưa ghi việc nào."
    columns: Sequence[Column] = (
        Column(key="kind", title="Về", value=lambda r: KINDS[type(r.item)], width=88),
        Column(key="said", title="Việc", value=lambda r: capital(said(r.item)), width=240, least=120),
        Column(key="since", title="Từ ngày", value=lambda r: began(r.item), width=88),
        Column(
            key="until", title="Đến trước", value=lambda r: ended(r.item), width=88, tip="Ngày đầu không còn như vậy"
        ),
        Column(key="paper", title="Số quyết định", value=lambda r: r.item.decision_no or "", width=112, least=72),
        Column(key="reason", title="Ghi thêm", value=lambda r: reason(r.item), width=160, least=56),
    )
    facts: PersonFacts | None = None

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Sửa ngày", run=self.redate, keys="Ctrl+D", needs=Needs.ONE, right=Right.WRITE),
            Action(caption="Sửa nội dung", run=self.restate, keys="Ctrl+R", needs=Needs.ONE, right=Right.WRITE),
            Action(
                caption="Bỏ ngày kết thúc", run=self.reopen, needs=Needs.ONE, tip="Việc này vẫn còn", right=Right.WRITE
            ),
            Action(
                caption="Xóa ghi nhầm",
                run=self.strike,
                keys="Delete",
                needs=Needs.ONE,
                tip="Việc không hề có",
                right=Right.WRITE,
            ),
        )

    def records(self) -> Iterable[Any]:
        if self.facts is None:
            return ()
        life = self.facts.life
        every: list[Period] = [
            *life.cells,
            *life.kinds,
            *life.statuses,
            *life.temporary,
            *life.essay_free,
            *life.offices,
        ]
        return numbered(sorted(every, key=lambda fact: fact.valid_from))

    def counted(self, count: int) -> str:
        return ""

    def open(self, record_id: int) -> None:
        self.redate()

    def redate(self) -> None:
        """Other days."""
        if (chosen := self.selected()) is None:
            return
        fact: Period = chosen.item
        fields: list[Field] = [DateField(key="since", label="Từ ngày", whole=True, half=True, hint="từ trước")]
        if fact.valid_to != FOREVER:
            fields.append(DateField(key="until", label="Đến trước ngày", required=True, whole=True, half=True))
        start = {"since": None if fact.valid_from == ALWAYS else fact.valid_from, "until": fact.valid_to}

        def keep(values: Values) -> None:
            changed = {key: day for key, day in values.items() if key in start and day != start[key] and day}
            self.desk.write(corrections.redate, self.member_id, fact, values["why"], **changed)

        self.ask("Sửa ngày", fact, fields, start, keep)

    def restate(self) -> None:
        """Another cell, place, title, number of the paper; the days stay."""
        if (chosen := self.selected()) is None:
            return
        fact: Period = chosen.item
        fields = self.parts(fact)
        start = {field.key: getattr(fact, field.key) for field in fields}

        def keep(values: Values) -> None:
            changed = {key: value for key, value in values.items() if key in start and value != start[key]}
            self.desk.write(corrections.restate, self.member_id, fact, values["why"], **changed)

        self.ask("Sửa nội dung", fact, fields, start, keep)

    def parts(self, fact: Period) -> list[Field]:
        """What can be said otherwise about a fact of its kind."""
        cells = organizations.cell_names(self.store)
        match fact:
            case CellStay():
                came = TextField(key="came_from", label="Chuyển từ")
                gone = [
                    TextField(key="went_to", label="Chuyển đến"),
                    TextField(key="left_decision_no", label="Giấy giới thiệu"),
                ]
                chosen = ChoiceField(key="cell_id", label="Chi bộ", options=cells, required=True)
                return [chosen, came, PAPER, *(gone if fact.went_to else [])]
            case StatusPeriod(status=MemberStatus.LEFT):
                forms = [(each, word(each)) for each in LeavingForm]
                return [ChoiceField(key="form", label="Hình thức", options=forms), PAPER]
            case StatusPeriod():
                return [TextField(key="reason", label="Lý do"), PAPER]
            case TemporaryStay(cell_id=None):
                return [TextField(key="place", label="Nơi", required=True), PAPER]
            case TemporaryStay():
                chosen = ChoiceField(key="cell_id", label="Chi bộ", options=cells, required=True)
                return [chosen, *([TextField(key="place", label="Từ nơi")] if fact.place else []), PAPER]
            case EssayFree():
                return [TextField(key="reason", label="Lý do")]
            case OfficeHeld():
                title = TextField(key="title", label="Chức vụ", required=True)
                return [title, TextField(key="term", label="Nhiệm kỳ"), PAPER]
        return [PAPER]

    def reopen(self) -> None:
        """The end was written down wrongly."""
        if (chosen := self.selected()) is None:
            return
        fact: Period = chosen.item
        if fact.valid_to == FOREVER:
            self.desk.said.emit("Việc này vẫn đang còn, không có ngày kết thúc.", False)
            return
        self.ask("Bỏ ngày kết thúc", fact, [], {}, self.keeper(corrections.reopen, fact))

    def strike(self) -> None:
        """It was never true."""
        if (chosen := self.selected()) is not None:
            self.ask("Xóa ghi nhầm", chosen.item, [], {}, self.keeper(corrections.strike, chosen.item))

    @property
    def member_id(self) -> int:
        assert self.facts is not None
        return self.facts.person.id

    def keeper(self, service: Callable[..., object], fact: Period) -> Callable[[Values], None]:
        def keep(values: Values) -> None:
            self.desk.write(service, self.member_id, fact, values["why"])

        return keep

    def ask(
        self, verb: str, fact: Period, fields: Sequence[Field], start: Values, keep: Callable[[Values], None]
    ) -> None:
        """The dialog of one correction; all of them ask why."""
        fill_in(self, f"{verb}: {capital(said(fact))}", verb, (*fields, WHY), start, keep, told=ONLY_WRONG)
