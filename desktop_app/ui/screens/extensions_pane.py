"""The later last days granted in a round: to whom, for what, until when, why."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.domain.dates import show_date
from desktop_app.services import essays, extensions, organizations
from desktop_app.services.access import Right
from desktop_app.services.essays import EssayStanding
from desktop_app.services.extensions import ESSAY, Grant
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.fields import ChoiceField
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screen import Action, Needs, Screen
from desktop_app.ui.screens.extension_dialog import ask_people, ask_units
from desktop_app.ui.table_model import Column


class ExtensionsPane(ListPane):
    """The newest grant first."""

    name = "extensions"
    empty = (
        "Chưa gia hạn cho ai. Gia hạn nộp bài cho một đồng chí hoặc cả chi bộ; báo cáo, kế hoạch thì gia hạn ở bảng "
    )
    empty += "“Báo cáo, kế hoạch”."
    columns: Sequence[Column] = (
        Column(key="who", title="Cho ai", value=lambda g: g.name, width=224, least=144),
        Column(key="what", title="Việc", value=lambda g: g.what, width=280),
        Column(key="until", title="Đến hết ngày", value=lambda g: show_date(g.extension.due_on), width=120),
        Column(key="reason", title="Lý do", value=lambda g: g.extension.reason, width=400, least=160),
    )

    def __init__(self, page: Screen, round_id: int) -> None:
        super().__init__(page)
        self.round_id = round_id

    def gestures(self) -> Sequence[Action]:
        return (
            Action(caption="Gia hạn cho một đồng chí", run=self.person, keys="Ctrl+N", main=True, right=Right.WRITE),
            Action(caption="Gia hạn cho chi bộ", run=self.cell, right=Right.WRITE),
            Action(caption="Bỏ gia hạn", run=self.remove, keys="Delete", needs=Needs.SOME, right=Right.WRITE),
        )

    def records(self) -> Iterable[Grant]:
        return extensions.extensions(self.store, self.round_id)

    def counted(self, count: int) -> str:
        return f"{count} gia hạn" if count else ""

    def person(self) -> None:
        """Ask who, then until when."""
        asking = QWidget(self)  # the list itself may be read at the same time
        read_aside(asking, self.desk, "Tìm người còn phải nộp", partial(may_gain, self.round_id), self._of_these)

    def _of_these(self, people: dict[int, str]) -> None:
        """Nobody is asked over a page that was left meanwhile."""
        if not self.isVisible():
            return
        chosen = self.picked("Gia hạn nộp bài thu hoạch cho ai?", "Đồng chí", people)
        if chosen is not None:
            ask_people(self, self.desk, self.round_id, {chosen: people[chosen].split(" · ")[0]})

    def cell(self) -> None:
        """Ask which cell, then until when."""
        cells = dict(organizations.cell_names(self.store))
        chosen = self.picked("Gia hạn nộp bài thu hoạch cho chi bộ nào?", "Chi bộ", cells)
        if chosen is not None:
            ask_units(self, self.desk, self.round_id, {chosen: cells[chosen]}, None, ESSAY)

    def picked(self, sentence: str, caption: str, offered: dict[int, str]) -> int | None:
        """The one chosen of what is offered; None when left, or when there is nobody to choose."""
        if not offered:
            self.desk.refused.emit(
                "Không có ai còn phải nộp bài thu hoạch; nếu chưa chốt danh sách triệu tập thì hãy chốt trước."
            )
            return None
        field = ChoiceField(
            key="who", label=caption, required=True, hint="gõ vài chữ của tên", options=list(offered.items())
        )
        answer = ask.ask_value(self, sentence, "Tiếp tục", field)
        return answer if isinstance(answer, int) else None

    def remove(self) -> None:
        self.page.perform(extensions.remove, self.round_id, self.table.selected_ids())


def may_gain(round_id: int, store: Store) -> dict[int, str]:
    """Everyone to whom more time makes a difference, in words, by id."""
    found = essays.standings(store, round_id)
    return {each.standing.row.member_id: described(each) for each in found if extensions.may_gain(each)}


def described(essay: EssayStanding) -> str:
    """One person told apart from namesakes."""
    row = essay.standing.row
    due = f"hạn {show_date(essay.due_on)}" if essay.due_on else words.NONE
    return " · ".join((row.full_name, row.cell, due))
