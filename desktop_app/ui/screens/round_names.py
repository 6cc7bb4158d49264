"""The people behind one figure of a round, by name. Marking and essays have places of their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from db.keys import person_key
from desktop_app.domain.dates import show_date
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import attendance, essays, rolls
from desktop_app.services.attendance import Standing
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store
from desktop_app.ui import words
from desktop_app.ui.aside import read_aside
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.person_way import open_person, person_action
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One person behind a figure; `essay` None where the figure is not about essays."""

    id: int
    standing: Standing
    essay: EssayStanding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who is behind a figure: told by how a person stands, or by how their essay does."""

    title: str
    stands: Callable[[Standing], bool] | None = None
    writes: Callable[[EssayStanding], bool] | None = None


NAMED = {
    "must_attend": Group(title="Phải học", stands=lambda s: s.must_attend),
    "studied": Group(title="Đã học", stands=lambda s: s.must_attend and s.studied),
    "guests": Group(title="Khách mời, quần chúng dự học", stands=lambda s: rolls.behind("guests", s.row)),
    "handed_in": Group(title="Đã nộp bài thu hoạch", writes=lambda e: not e.exempt and e.last is not None),
    "missing_essays": Group(title="Chưa nộp bài thu hoạch", writes=lambda e: not e.exempt and e.last is None),
}


def people(store: Store, round_id: int, group: Group) -> list[Named]:
    """Everyone of a group, in cell order then list order."""
    if group.writes is not None:
        found = [each for each in essays.standings(store, round_id) if group.writes(each)]
        return [Named(id=e.standing.row.member_id, standing=e.standing, essay=e) for e in found]
    stands = group.stands or (lambda standing: True)
    return [
        Named(id=each.row.member_id, standing=each, essay=None)
        for each in attendance.standings(store, round_id)
        if stands(each)
    ]


def studied_how(named: Named) -> str:
    """“Đã dự đủ”, “Vắng có lý do, học bù 02/04/2021”."""
    standing = named.standing
    made_up = f", học bù {show_date(standing.made_up_on)}" if standing.made_up_on else ""
    return word(standing.outcome) + made_up


def essay_how(named: Named) -> str:
    """“Đạt”, “Chưa nộp, còn hạn đến 10/04/2021”."""
    if named.essay is None:
        return ""
    due = named.essay.due_on if named.essay.last is None else None
    return f"{word(named.essay.state)} (hạn {show_date(due)})" if due else word(named.essay.state)


class RoundNames(TableScreen):
    """`group` is one of NAMED."""

    title = "Tên từng người"
    search_hint = "Tìm trong danh sách này (Ctrl+K)"
    empty = "Không có ai."
    people_columns: Sequence[Column] = (
        Column(
            key="name",
            title="Họ và tên",
            value=lambda n: n.standing.row.full_name,
            width=184,
            sort_key=lambda n: person_key(n.standing.row.full_name),
        ),
        Column(
            key="birth",
            title="Ngày sinh",
            value=lambda n: show_date(n.standing.row.birth_date or ""),
            width=92,
            sort_key=lambda n: n.standing.row.birth_date or "",
        ),
        Column(key="cell", title="Chi bộ", value=lambda n: n.standing.row.cell, width=168),
        Column(key="position", title="Chức vụ", value=lambda n: n.standing.row.position or "", width=120),
        Column(key="studied", title="Học tập", value=studied_how, width=264, sort_key=studied_how),
    )
    essay_columns: Sequence[Column] = (
        Column(key="essay", title="Bài thu hoạch", value=essay_how, width=232, sort_key=essay_how),
    )

    def __init__(self, desk: Desk, round_id: int, group: Group, parent: QWidget | None = None) -> None:
        self.columns = (*self.people_columns, *self.essay_columns) if group.writes else self.people_columns
        self.name = "round_essay_names" if group.writes else "round_names"
        super().__init__(desk, parent)
        self.round_id, self.group = round_id, group
        self._people: Sequence[Named] = ()
        self.set_title(group.title)

    def load(self) -> None:
        work = partial(people, round_id=self.round_id, group=self.group)
        read_aside(self, self.desk, f"Lập danh sách {self.group.title.lower()}", work, self.show_people)

    def show_people(self, found: Sequence[Named]) -> None:
        self._people = found
        super().load()

    def listing(self, query: Query) -> Listing:
        return listing_of(self._people, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} người"

    def gestures(self) -> Sequence[Action]:
        return (
            person_action(self.desk, lambda: self.table.selected_ids()[0], button=True, tip="Enter hoặc bấm đúp"),
            Action(
                caption=words.COPY,
                run=self.copy,
                needs=Needs.SOME,
                tip="Chép để dán vào Excel (Ctrl+C); Ctrl+A để chọn tất cả",
            ),
        )

    def copy(self) -> None:
        self.table.copy_rows()
        self.desk.said.emit(f"Đã chép {grouped(self.table.selected_count())} dòng; dán vào Excel bằng Ctrl+V.", False)

    def open(self, record_id: int) -> None:
        open_person(self.desk, record_id)
