"""What a marking sheet that came back would change, row by row, before anything is written.

Rows whose results the book has changed since, and rows that cannot be taken, are told apart and left unchosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.domain.wording import grouped
from desktop_app.exchange.marking_sheet import write_problems
from desktop_app.services import marking_sheets
from desktop_app.services.access import Right
from desktop_app.services.marking_sheets import Difference
from desktop_app.ui import ask
from desktop_app.ui.desk import Desk
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.style import Tone
from desktop_app.ui.table_model import Column, Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

CHANGE, CONFLICT, PROBLEM = "Sẽ ghi", "Sổ đã đổi", "Không ghi được"
TONES = {CHANGE: Tone.GOOD, CONFLICT: Tone.WARN, PROBLEM: Tone.BAD}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the sheet; `id` is its number there."""

    id: int
    what: str
    name: str = ""
    cell: str = ""
    before: str = ""
    after: str = ""


def lines(found: Difference) -> list[Line]:
    """Changes, then conflicts, then what cannot be taken."""
    changes = [
        Line(
            id=each.number,
            what=CONFLICT if each.conflict else CHANGE,
            name=each.name,
            cell=each.cell,
            before=each.before.words,
            after=each.after.words,
        )
        for each in found.changes
    ]
    problems = [
        Line(id=row, what=PROBLEM, name=found.names.get(row, ""), after=why) for row, why in found.problems.items()
    ]
    return sorted([*changes, *problems], key=lambda line: list(TONES).index(line.what))


class EssaySheetPage(TableScreen):
    """`source` is the file that was read."""

    name = "essay_sheet"
    search_hint = "Tìm trong phiếu (Ctrl+K)"
    empty = "Phiếu này không thay đổi gì so với sổ."
    columns = (
        Column(key="row", title="Dòng", value=lambda c: str(c.id), width=56, figures=True, sort_key=lambda c: c.id),
        Column(key="what", title="Việc", value=lambda c: c.what, width=144, tone=lambda c: TONES[c.what]),
        Column(key="name", title="Họ và tên", value=lambda c: c.name, width=184, least=120),
        Column(key="cell", title="Chi bộ", value=lambda c: c.cell, width=176, least=104),
        Column(key="before", title="Trong sổ", value=lambda c: c.before, width=160, least=96),
        Column(key="after", title="Trong phiếu", value=lambda c: c.after, width=400, least=160),
    )

    def __init__(self, desk: Desk, found: Difference, source: Path) -> None:
        self._found, self._source, self._written = found, source, False
        super().__init__(desk)
        self._facts = label(name="quiet", wrap=True)
        self.body.insertWidget(0, self._facts)

    def gestures(self) -> Sequence[Action]:
        write = Action(
            caption="Ghi các dòng đã chọn", run=self.write, keys="Ctrl+S", needs=Needs.SOME, main=True, right=Right.CELL
        )
        if not self._found.problems:
            return (write,)
        return (write, Action(caption="Lưu phiếu kèm lý do…", run=self.save_problems, keys="Ctrl+Shift+S"))

    def remedy(self) -> Action | None:
        return None

    def load(self) -> None:
        self.set_title(f"Phiếu chấm “{self._found.file}”")
        kinds = [line.what for line in lines(self._found)]
        said = [
            f"{grouped(kinds.count(CHANGE))} dòng sẽ ghi",
            f"{grouped(kinds.count(CONFLICT))} dòng mà sổ đã đổi từ khi gửi phiếu",
            f"{grouped(kinds.count(PROBLEM))} dòng không ghi được",
            f"{grouped(self._found.unchanged)} dòng không đổi",
        ]
        self._facts.setText(" · ".join(said) + ". Các dòng “Sổ đã đổi” chỉ được ghi khi chọn thêm.")
        super().load()
        if not self.table.selected_count():
            self.table.select_ids([line.id for line in lines(self._found) if line.what == CHANGE])

    def listing(self, query: Query) -> Listing:
        shown = [] if self._written else lines(self._found)
        return listing_of(shown, self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} dòng"

    def write(self) -> None:
        """The chosen rows in one gesture; the page has then nothing more to say."""
        chosen = self.table.selected_ids()
        if self.perform(marking_sheets.write, self._found, chosen) is not None:
            self._written = True
            self.desk.back_wanted.emit()

    def save_problems(self) -> None:
        """The workbook again with a reason beside each row that was not taken, to be sent back."""
        suggested = self._source.with_name(f"{self._source.stem}-can-sua.xlsx")
        target = ask.choose_file_save(self, "Lưu phiếu kèm lý do", "Bảng tính (*.xlsx)", suggested)
        if target is None:
            return
        found, source = self._found, self._source
        self.desk.run(
            "Ghi phiếu kèm lý do",
            lambda store, progress: write_problems(source, found, target),
            lambda count: self.desk.said.emit(f"Đã lưu {target.name}: {grouped(count)} dòng cần sửa.", False),
        )
