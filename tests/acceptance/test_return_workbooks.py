"""Attendance workbooks out, into LibreOffice, and back: sorted, added to, torn, spoiled, overtaken, of another office.

All files are made once, edited by one run of LibreOffice, and compared with a fresh copy of the office in each test.
"""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from db.records import HalfDay
from db.values import DayPart, MarkStatus
from desktop_app.exchange.return_errors import write_return_errors
from desktop_app.exchange.return_reading import read_return
from desktop_app.exchange.return_workbook import HIDDEN_SHEET, NAME, SHEET, write_return
from desktop_app.services import attendance, closing, journal, makeup_conferences, return_sheets, returns
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.return_sheets import Target
from desktop_app.services.returned_files import recognised
from desktop_app.services.returns import Difference, LineKind
from desktop_app.services.store import Store, create_office, open_office
from tests.acceptance.libreoffice import SOFFICE, Calc
from tests.acceptance.refusals import refused
from tests.conftest import OFFICE
from tests.exchange.returned import header_row
from tests.round_office import SmallRound, small_round

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
DAYS = ("Sáng 27/03/2021", "Chiều 27/03/2021", "Sáng 28/03/2021", "Chiều 28/03/2021")
BLANK, THERE, OWING, STRANGER = "Ngô Văn Hòa", "Nguyễn Văn An", "Phan Thị Chi", "Lò Văn Lạ"
PRESENT, EXCUSED, UNEXCUSED, ABSENT = MarkStatus
Step = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """The office as it stood when its workbooks went out, and the folder the edited ones lie in."""

    store_path: Path
    folder: Path
    small: SmallRound
    makeup_days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Where things stand in a workbook that went out, counted from 0."""

    header: int
    names: list[str]
    columns: dict[str, int]

    @property
    def first(self) -> int:
        return self.header + 1

    @property
    def last(self) -> int:
        return self.header + len(self.names)

    def put(self, name: str, title: str, text: str) -> Step:
        """Type into a person's row; whoever has none gets the first free one."""
        at = self.names.index(name) if name in self.names else len(self.names)
        return ("type", self.first + at, self.columns[title], text)

    def sort(self, left: int) -> Step:
        """Sort all people by name, last letters first, from a column on to the last one."""
        by = self.columns[NAME]
        return ("sort", self.first, self.last, left, max(self.columns.values()) if not left else by, by - left)


def table(path: Path) -> Table:
    sheet = load_workbook(path)[SHEET]
    assert isinstance(sheet, Worksheet)
    top = header_row(sheet)
    columns = {str(cell.value): cell.column - 1 for cell in sheet[top] if cell.value}
    names = [sheet.cell(row, columns[NAME] + 1).value for row in range(top + 1, sheet.max_row + 1)]
    return Table(top - 1, [str(name) for name in names if name], columns)


def edits(at: Table) -> list[Step]:
    """What a cell does: marks of one person, another mark changed, a stranger added, all of it sorted."""
    return [
        ("sheet", SHEET),
        at.put(BLANK, DAYS[0], "Có mặt"),
        at.put(BLANK, DAYS[1], "Vắng có lý do"),
        at.put(BLANK, "Lý do vắng", "ốm"),
        at.put(THERE, DAYS[0], "Vắng không lý do"),
        at.sort(0),
        at.put(STRANGER, NAME, STRANGER),
        at.put(STRANGER, "Ngày sinh", "'01/02/1970"),
        at.put(STRANGER, DAYS[0], "Có mặt"),
    ]


def make_up(store: Store, small: SmallRound) -> int:
    """A make-up conference of one who was absent at all four half-days, before it is held."""
    days = tuple(
        HalfDay(held_on=day, part=part)
        for day in ("2021-04-10", "2021-04-11")
        for part in (DayPart.MORNING, DayPart.AFTERNOON)
    )
    draft = MakeUpDraft(name="Học bù", member_ids=(small.people[OWING],), half_days=days)
    return makeup_conferences.create(store, small.round_id, draft).id


def send(store: Store, conference_id: int, out: Path) -> Path:
    write_return(store, return_sheets.make(store, conference_id, Target()), out)
    return out


def edit_all(calc: Calc, path: Path, makeup: Path) -> None:
    at, other = table(path), table(makeup)
    for kind in ("xlsx", "ods", "xls"):
        calc.edit(path, f"sua.{kind}", *edits(at))
    calc.edit(path, "nguyen.xlsx")
    calc.edit(path, "roi.xlsx", ("sheet", SHEET), at.sort(at.columns[NAME]))
    calc.edit(path, "cot.xlsx", *edits(at)[:5], ("insert column", 4), ("delete rows", 0, at.header - 1))
    calc.edit(path, "hong.xlsx", ("sheet", HIDDEN_SHEET), ("type", 3, 1, "absent"))
    calc.edit(path, "mat.xlsx", ("remove sheet", HIDDEN_SHEET))
    came = (other.put(OWING, title, "Có mặt") for title in other.columns if "/" in title)
    calc.edit(makeup, "bu.xlsx", ("sheet", SHEET), *came)


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    folder = tmp_path_factory.mktemp("phieu")
    store = create_office(folder / "so.sht", OFFICE)
    small = small_round(store)
    held = make_up(store, small)
    path, makeup = send(store, small.conference_id, folder / "di.xlsx"), send(store, held, folder / "di-bu.xlsx")
    days = tuple(makeup_conferences.covers(store, held))
    store.close()
    calc = Calc(folder)
    edit_all(calc, path, makeup)
    calc.work()
    return Sent(store_path=folder / "so.sht", folder=folder, small=small, makeup_days=days)


@pytest.fixture
def store(sent: Sent, tmp_path: Path) -> Iterator[Store]:
    """A copy of the office that sent the workbooks."""
    opened = open_office(Path(shutil.copy(sent.store_path, tmp_path / "so.sht")))
    yield opened
    opened.close()


def back(store: Store, sent: Sent, name: str) -> Difference:
    return recognised(store, read_return(sent.folder / name))


def changes(found: Difference) -> Counter[LineKind]:
    return Counter(line.kind for line in found.lines if line.kind is not LineKind.UNCHANGED)


def status(store: Store, sent: Sent, name: str, half_day: int = 0) -> MarkStatus | None:
    place = (sent.small.half_day_ids[half_day], sent.small.people[name])
    mark = attendance.marks_at(store, [place]).get(place)
    return mark.status if mark else None


def test_a_workbook_only_opened_and_saved_says_nothing_new(store: Store, sent: Sent) -> None:
    found = back(store, sent, "nguyen.xlsx")
    assert changes(found) == {} and len(found.lines) == 52
    assert returns.take(store, [found]).marks == 0


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_sorted_and_added_to_it_says_just_what_was_typed(store: Store, sent: Sent, kind: str) -> None:
    found = back(store, sent, f"sua.{kind}")
    assert changes(found) == {LineKind.NEW: 2, LineKind.CHANGED: 1, LineKind.STRANGER: 1}
    (stranger,) = [line.row for line in found.lines if line.kind is LineKind.STRANGER]
    assert (stranger.name, stranger.birth_date) == (STRANGER, "1970-02-01")
    returns.take(store, [found], {found.key(line) for line in found.lines})
    assert [status(store, sent, BLANK, day) for day in range(3)] == [PRESENT, EXCUSED, None]
    assert status(store, sent, THERE) is UNEXCUSED


def test_a_file_taken_over_is_taken_back_whole_and_may_be_taken_again(store: Store, sent: Sent) -> None:
    before = attendance.sheet(store, sent.small.conference_id)
    for _ in range(2):
        found = back(store, sent, "sua.xlsx")
        assert returns.take(store, [found], {found.key(line) for line in found.lines}).written_in == 1
        journal.undo(store)
        assert attendance.sheet(store, sent.small.conference_id) == before


def test_taken_over_twice_it_changes_nothing_more(store: Store, sent: Sent) -> None:
    returns.take(store, [back(store, sent, "sua.xlsx")])
    again = back(store, sent, "sua.xlsx")
    assert changes(again) == {LineKind.STRANGER: 1}
    assert returns.take(store, [again]).marks == 0


def test_what_the_book_says_otherwise_by_now_is_for_the_clerk(store: Store, sent: Sent) -> None:
    place = (sent.small.half_day_ids[0], sent.small.people[THERE])
    attendance.mark(store, sent.small.conference_id, [place], ABSENT)
    found = back(store, sent, "sua.xlsx")
    assert changes(found)[LineKind.CONFLICT] == 1
    returns.take(store, [found])
    assert status(store, sent, THERE) is ABSENT


def test_a_column_put_in_and_the_head_taken_off_do_no_harm(store: Store, sent: Sent) -> None:
    assert changes(back(store, sent, "cot.xlsx")) == {LineKind.NEW: 2, LineKind.CHANGED: 1}


def test_names_sorted_away_from_their_hidden_ids_mark_nobody(store: Store, sent: Sent) -> None:
    found = back(store, sent, "roi.xlsx")
    assert changes(found)[LineKind.PROBLEM] > 5 and set(changes(found)) == {LineKind.PROBLEM}
    assert returns.take(store, [found]).marks == 0


def test_the_reasons_come_back_in_the_same_workbook(store: Store, sent: Sent, tmp_path: Path) -> None:
    found, out = back(store, sent, "roi.xlsx"), tmp_path / "loi.xlsx"
    assert write_return_errors(sent.folder / "roi.xlsx", found, out) == changes(found)[LineKind.PROBLEM]
    texts = [str(cell.value) for row in load_workbook(out)[SHEET].iter_rows() for cell in row]
    assert sum("Hãy xếp lại cả bảng" in text for text in texts) == changes(found)[LineKind.PROBLEM]


def test_a_workbook_whose_hidden_part_was_touched_is_refused(store: Store, sent: Sent) -> None:
    assert "đã bị sửa hoặc hỏng" in refused(back, store, sent, "hong.xlsx")


def test_a_workbook_that_lost_its_hidden_part_is_refused(store: Store, sent: Sent) -> None:
    assert "không phải phiếu điểm danh" in refused(back, store, sent, "mat.xlsx")


def test_a_workbook_overtaken_by_a_newer_one_is_refused(store: Store, sent: Sent, tmp_path: Path) -> None:
    send(store, sent.small.conference_id, tmp_path / "moi.xlsx")
    assert "đã gửi phiếu lần 2" in refused(back, store, sent, "sua.xlsx")


def test_a_workbook_of_another_office_is_refused(sent: Sent, tmp_path: Path) -> None:
    other = create_office(tmp_path / "khac.sht", OFFICE)
    small_round(other)
    assert "sổ khác" in refused(back, other, sent, "sua.xlsx")
    other.close()


def test_a_workbook_of_another_conference_is_refused(store: Store, sent: Sent) -> None:
    read = read_return(sent.folder / "bu.xlsx")
    assert "hội nghị khác" in refused(recognised, store, read, conference_id=sent.small.conference_id)


def test_nothing_is_taken_over_once_the_conference_is_closed(store: Store, sent: Sent) -> None:
    found = back(store, sent, "sua.xlsx")
    closing.close(store, sent.small.conference_id, absent=True)
    assert "đã kết thúc" in refused(returns.take, store, [found])
    assert status(store, sent, BLANK) is ABSENT


def test_a_workbook_of_a_make_up_conference_settles_what_was_missed(store: Store, sent: Sent) -> None:
    person = sent.small.people[OWING]
    (before,) = attendance.standings(store, sent.small.round_id, member_ids=[person])
    assert returns.take(store, [back(store, sent, "bu.xlsx")]).marks == len(sent.makeup_days) == 4
    (after,) = attendance.standings(store, sent.small.round_id, member_ids=[person])
    assert (before.studied, after.studied, len(after.missed)) == (False, True, 4)
