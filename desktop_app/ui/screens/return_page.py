"""Attendance that came back in files, compared with the book: what will be written, what a person must decide.

Nothing is written before the clerk says so, and then all of it as one gesture.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.domain.wording import grouped
from desktop_app.exchange.return_errors import ASKED, reason, reasons_of, write_return_errors
from desktop_app.services import returns
from desktop_app.services.access import Right
from desktop_app.services.progress import Progress
from desktop_app.services.returns import Difference, Key, LineKind, Taken
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter
from desktop_app.ui.parts import label
from desktop_app.ui.screen import Action, Needs
from desktop_app.ui.screens.return_lines import (
    COLUMNS,
    EVERYTHING,
    KINDS,
    Shown,
    at_first,
    counts_words,
    of_kind,
    shown,
)
from desktop_app.ui.table_model import Listing, listing_of
from desktop_app.ui.table_screen import Query, TableScreen

NOTHING = "Không có dòng nào được chọn để ghi."


class ReturnPage(TableScreen):
    """`found` are the files as compared, `paths` where they lie, `refused` why others were not read."""

    title, name = "Phiếu gửi về", "returned_lines"
    search_hint = "Tìm trong các dòng (Ctrl+K)"
    empty = "Mọi dấu trong tệp đều giống như trong sổ; không có gì phải ghi."
    columns = COLUMNS

    def __init__(
        self,
        desk: Desk,
        found: Sequence[Difference],
        paths: Sequence[Path],
        refused: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.found, self.paths = tuple(found), tuple(paths)
        self.chosen_keys: set[Key] = at_first(found)
        super().__init__(desk, parent)
        self.advice = label("\n".join(refused), "problem", wrap=True)
        self.advice.setVisible(bool(refused))
        self.counts = label(counts_words(self.found), "quiet", wrap=True)
        self.body.insertWidget(0, self.advice)
        self.body.insertWidget(1, self.counts)
        self.why = label(name="quiet", wrap=True)
        self.body.addWidget(self.why)
        self.table.chosen.connect(self._explain)
        self.table.add_gesture("Ghi, không ghi", self.turn, QKeySequence(Qt.Key.Key_Space))

    def filters(self) -> Sequence[Filter]:
        kinds = tuple((kind, said) for kind, said in KINDS.items())
        first = "Cần xem" if any(row.line.kind in ASKED for row in shown(self.found, set())) else "Sẽ ghi"
        options = ((None, first), (EVERYTHING, words.ALL), *kinds)
        return (Filter(key="kind", label="Kết quả so", options=lambda: options),)

    def gestures(self) -> Sequence[Action]:
        some = Needs.SOME
        return (
            Action(caption="Ghi vào sổ", run=self.take, keys="Ctrl+S", main=True, right=Right.WRITE),
            Action(caption="Ghi, không ghi dòng này", run=self.turn, keys="Ctrl+M", needs=some, tip="Hoặc dấu cách"),
            Action(caption="Theo tệp mọi chỗ khác", run=self.prefer_files, keys="Ctrl+T"),
            Action(caption="Lưu bản gửi lại…", run=self.give_back, keys="Ctrl+R", tip="Có lý do màu đỏ bên từng dòng"),
        )

    def listing(self, query: Query) -> Listing:
        wanted, rows = query.chosen["kind"], shown(self.found, self.chosen_keys)
        return listing_of(of_kind(rows, wanted), self.columns, query.text, query.sorting)

    def counted(self, count: int) -> str:
        return f"{grouped(count)} dòng · sẽ ghi {grouped(len(self.chosen_keys))} lượt"

    def remedy(self) -> Action:
        return Action(caption=words.BACK, run=self.desk.back_wanted.emit)

    def _explain(self) -> None:
        """All of what the selected line is about, where its column has no room."""
        rows: list[Shown] = self.table.records()
        self.why.setText(reason(rows[0].line) if len(rows) == 1 else "")

    def open(self, record_id: int) -> None:
        self.turn()

    def turn(self) -> None:
        """Take the selected lines over, or leave them; all alike, as the first of them turns."""
        rows: list[Shown] = [row for row in self.table.records() if row.choosable]
        if not rows:
            return
        keys, kept = {row.key for row in rows}, self.table.selected_ids()
        self.chosen_keys = self.chosen_keys - keys if rows[0].taken else self.chosen_keys | keys
        self.load_now()
        self.table.select_ids(kept)

    def prefer_files(self) -> None:
        """Where a file and the book differ, the file is right."""
        differing = {each.key(line) for each in self.found for line in each.lines if line.kind is LineKind.CONFLICT}
        self.chosen_keys |= differing
        self.load_now()
        self.desk.said.emit(f"Đã chọn ghi theo tệp ở {grouped(len(differing))} chỗ khác với sổ.", False)

    def take(self) -> None:
        """Write what is chosen; the page is over then."""
        if not self.chosen_keys:
            self.desk.refused.emit(NOTHING)
            return
        found, chosen = self.found, frozenset(self.chosen_keys)

        def work(store: Store, progress: Progress) -> Taken:
            return returns.take(store, found, chosen)

        def then(taken: Taken) -> None:
            # going back takes the message line off, so what was written is told afterwards
            if isValid(self) and self.isVisible():
                self.desk.back_wanted.emit()
            self.desk.tell_written(told(taken))

        self.desk.run("Ghi điểm danh từ tệp", work, then, writes=True)

    def give_back(self) -> None:
        """A copy of each file that has something to mend, with the reasons in red, into a folder."""
        wanting = [(path, each) for path, each in zip(self.paths, self.found, strict=True) if reasons_of(each)]
        if not wanting:
            self.desk.said.emit("Không có dòng nào phải sửa nên không cần bản gửi lại.", False)
            return
        folder = ask.choose_folder(self, "Thư mục lưu bản gửi lại", self.paths[0].parent)
        if folder is None:
            return

        def work(store: Store, progress: Progress) -> int:
            for done, (path, each) in enumerate(wanting, 1):
                write_return_errors(path, each, folder / f"{path.stem}-gui-lai.xlsx")
                progress(done, len(wanting))
            return len(wanting)

        def then(count: int) -> None:
            self.desk.said.emit(f"Đã lưu {grouped(count)} bản gửi lại vào {words.shortened(str(folder))}.", False)

        self.desk.run("Lưu bản gửi lại", work, then)


def told(taken: Taken) -> str:
    """What was written, in a sentence."""
    more = f", ghi thêm {grouped(taken.written_in)} người" if taken.written_in else ""
    return f"Đã ghi {grouped(taken.marks)} lượt điểm danh{more}."
