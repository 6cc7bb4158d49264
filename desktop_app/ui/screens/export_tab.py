"""Members given out as a file: whom, which columns, in which layout, with the first rows in view. It writes no file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QTableView, QWidget

from db.records import Member
from db.values import MemberKind, MemberStatus
from desktop_app.domain.matching import DATES
from desktop_app.domain.wording import grouped
from desktop_app.exchange.exported import Exported
from desktop_app.exchange.member_export import COLUMNS, USUAL, export_list
from desktop_app.exchange.national_export import BLANK, LAYOUT, SAID, export_national
from desktop_app.services import members, organizations
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import today
from desktop_app.services.progress import Progress
from desktop_app.services.store import Store
from desktop_app.ui import ask, words
from desktop_app.ui.desk import Desk
from desktop_app.ui.filters import Filter, FilterBar
from desktop_app.ui.list_pane import Tab
from desktop_app.ui.parts import button, column, label, row
from desktop_app.ui.saved_line import SavedLine
from desktop_app.ui.screens.export_columns import ColumnChoice
from desktop_app.ui.screens.import_lines import MASKED, spoken
from desktop_app.ui.screens.member_fields import worded
from desktop_app.ui.screens.page_work import PageWork
from desktop_app.ui.settings import remember, remembered_text
from desktop_app.ui.style import GAP, ROW, scaled
from desktop_app.ui.table_model import Column, Listing, TableModel
from desktop_app.ui.wrap import wrapped

SIDE = 272
SHOWN = 40
ORDERS = (("list", "Theo tên"), ("cell", "Theo chi bộ"), ("birth_date", "Theo ngày sinh"), ("code", "Theo mã"))
XLSX, CSV = ".xlsx", ".csv"
PATTERNS = {XLSX: "Bảng tính (*.xlsx)", CSV: "Tệp CSV (*.csv)"}
FOLDER, KEPT_COLUMNS = "export/folder", "export/columns"
NOBODY = "Không có ai khớp với điều đang lọc."
NO_COLUMNS = "Chưa chọn cột nào; hãy đánh dấu ít nhất một cột."
SPOKEN = (*DATES, *MASKED)
Fact = Callable[[Member], str | None]


class ExportTab(Tab):
    """Two layouts: the office's own list, and the national data file."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.store = desk, desk.store
        self._layouts, self._kinds = QButtonGroup(self), QButtonGroup(self)
        self._own = self._choice(self._layouts, "Danh sách của văn phòng", "Chọn cột, lọc, xếp thứ tự")
        self._national = self._choice(self._layouts, "File nhập liệu 4.0", "Mẫu của cơ sở dữ liệu đảng viên")
        self._xlsx = self._choice(self._kinds, "Excel (.xlsx)", "Ô ngày là ngày, số thẻ là chữ")
        self._csv = self._choice(self._kinds, "Văn bản (.csv)", "Cho chương trình khác đọc")
        self._own.setChecked(True)
        self._xlsx.setChecked(True)
        self._columns = ColumnChoice({name: col.title for name, (col, _) in COLUMNS.items()}, USUAL)
        self._columns_told = label("Các cột", "subheading")
        self._blank = label(blank_told(), "quiet", wrap=True)
        self._filters = FilterBar(self._filter_list())
        self._count = label(name="subheading")
        self._problem = label(name="problem", wrap=True)
        self._saved = SavedLine()
        self._view, self._first = QTableView(), TableModel((), self)
        self._main = button("", self.advance, "main", "Ctrl+S")
        if kept := remembered_text(KEPT_COLUMNS):
            self._columns.choose(kept.split())
        self._jobs = PageWork(desk, self._say, self)
        self._lay_out()
        self._listen()

    def _choice(self, group: QButtonGroup, caption: str, tip: str) -> QRadioButton:
        made = QRadioButton(caption)
        made.setToolTip(tip)
        group.addButton(made)
        return made

    def _filter_list(self) -> tuple[Filter, ...]:
        statuses, kinds = worded(MemberStatus), worded(MemberKind)
        return (
            Filter(key="cell_id", label="Chi bộ", options=self._cells),
            Filter(key="status", label="Trạng thái", options=lambda: [(None, words.ALL), *statuses]),
            Filter(key="kind", label="Loại", options=lambda: [(None, words.ALL), *kinds]),
            Filter(key="order", label="Thứ tự", options=lambda: ORDERS),
        )

    def _cells(self) -> list[tuple[object, str]]:
        cells = organizations.cell_names(self.store)
        return [(None, words.ALL), (0, "Chưa có chi bộ"), *cells]

    def _lay_out(self) -> None:
        view = self._view
        view.setModel(self._first)
        view.setModel(self._first)
        view.setAccessibleName("Những dòng đầu của danh sách")
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setShowGrid(False)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(ROW)
        side = QWidget()
        side.setFixedWidth(scaled(SIDE))
        choices = column(
            label("Mẫu danh sách", "subheading"),
            self._own,
            self._national,
            label("Loại tệp", "subheading"),
            wrapped(self._xlsx, self._csv, None),
            self._columns_told,
            self._columns,
            self._blank,
            None,
        )
        choices.setStretch(6, 100)
        side.setLayout(choices)
        head = row(self._count, None, self._main)
        right = column(self._filters, head, self._problem, self._saved, view)
        right.setStretch(4, 1)
        outer = row(side, GAP, right)
        outer.setStretch(2, 1)
        outer.setContentsMargins(0, GAP, 0, 0)
        self.setLayout(outer)

    def _listen(self) -> None:
        self._filters.changed.connect(self.show_people)
        self._columns.changed.connect(self._chose_columns)
        for choice in (self._own, self._national):
            choice.clicked.connect(self._chose_layout)

    def load(self) -> None:
        self._filters.refill()
        self._chose_layout()

    def focus_start(self) -> None:
        self._own.setFocus()

    # --- choosing

    def _chose_layout(self) -> None:
        national = self._national.isChecked()
        for part in (self._columns_told, self._columns):
            part.setVisible(not national)
        self._blank.setVisible(national)
        self._csv.setEnabled(not national)
        if national:
            self._xlsx.setChecked(True)
        self.show_people()

    def _chose_columns(self) -> None:
        remember(KEPT_COLUMNS, " ".join(self._columns.chosen()))
        self.show_people()

    def wanted(self) -> MemberFilter:
        """Whom to give out, in which order."""
        chosen = self._filters.chosen()
        return MemberFilter(
            cell_id=chosen["cell_id"] or None,
            no_cell=chosen["cell_id"] == 0,
            status=chosen["status"],
            kind=chosen["kind"],
            order=chosen["order"] or "list",
        )

    def show_people(self) -> None:
        """Count whom it would be, and show the first of them."""
        wanted, national = self.wanted(), self._national.isChecked()
        ids = members.list_ids(self.store, wanted)
        people = len(ids) - (guests(self.store, wanted) if national else 0)
        shown = national_columns() if national else [own_column(name) for name in self._columns.chosen()]
        self._first.columns = tuple(shown)
        self._first.show(Listing(ids=ids[:SHOWN], fetch=lambda wanted: members.page(self.store, wanted)))
        for place, each in enumerate(shown):
            self._view.setColumnWidth(place, each.width)
        wrong = NOBODY if not people else NO_COLUMNS if not shown else ""
        self._problem.setText(wrong)
        self._problem.setVisible(bool(wrong))
        first = f" · {SHOWN} người đầu hiện bên dưới" if people > SHOWN else ""
        self._count.setText(f"{grouped(people)} người{first}")
        self._main.setText(f"Xuất {grouped(people)} người…")
        self._main.setEnabled(not wrong)

    # --- giving out

    def advance(self) -> None:
        """Ask where to, and write the file beside the window."""
        if not self._main.isEnabled():
            return
        kind = CSV if self._csv.isChecked() else XLSX
        out = ask.choose_file_save(self, "Xuất danh sách đảng viên", PATTERNS[kind], self._suggested(kind))
        if out is None:
            return
        remember(FOLDER, str(out.parent.resolve()))

        def told(result: Exported) -> None:
            self._saved.show_saved(out, f"Đã xuất {grouped(result.people)} người ra tệp {out.name}.")
            self.desk.said.emit(result.sentence, False)

        self._jobs.run(f"Xuất {out.name}", self._work(out), told)

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.show()

    def _work(self, out: Path) -> Callable[[Store, Progress], Exported]:
        wanted, columns = self.wanted(), self._columns.chosen()
        if self._national.isChecked():
            return lambda store, progress: export_national(store, out, wanted, progress)
        return lambda store, progress: export_list(store, out, wanted, columns, progress)

    def _suggested(self, kind: str) -> Path:
        """“Danh sách đảng viên 05-04-2026.xlsx” in the folder of the last one."""
        kept = Path(remembered_text(FOLDER)) if remembered_text(FOLDER) else None
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = kept if kept and kept.is_dir() else Path(documents)
        name = "File nhập liệu 4.0" if self._national.isChecked() else "Danh sách đảng viên"
        return folder / f"{name} {today(self.store):%d-%m-%Y}{kind}"


def own_column(name: str) -> Column:
    """A column of the office's list as it is looked at here: numbers of a person only by their last signs."""
    given, fact = COLUMNS[name]
    return Column(key=name, title=given.title, value=looked_at(name, fact), width=width(given.width))


def national_columns() -> list[Column]:
    """The columns of the national file, those that stay blank too."""
    return [
        Column(key=f"{place}", title=title, value=looked_at(name, fact_of(name)), width=width(float(wide)))
        for place, (title, name, _, wide) in enumerate(LAYOUT)
        if name != "ordinal"
    ]


def fact_of(name: str) -> Fact:
    """A fact as the national file says it; nothing where nothing is kept."""
    return SAID.get(name) or (lambda person: str(getattr(person, name) or "") if name else "")


def looked_at(name: str, fact: Fact) -> Callable[[Member], str]:
    return lambda person: spoken(name, said) if (said := fact(person)) and name in SPOKEN else said or ""


def width(characters: float) -> int:
    return max(72, round(characters * 8))


def guests(store: Store, wanted: MemberFilter) -> int:
    """How many of the people wanted are guests, who are in no national file."""
    if wanted.kind not in (None, MemberKind.GUEST):
        return 0
    return members.count(store, replace(wanted, kind=MemberKind.GUEST))


def blank_told() -> str:
    """Which columns of the national file stay blank."""
    return f"Mẫu này có các cột để trống vì sổ không lưu: {', '.join(BLANK)}."
