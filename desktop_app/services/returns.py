"""Attendance that comes back on paper of others: compared with the marks that stand, taken over as one gesture.

A row says marks; the difference is shown before anything is written. Blank never clears a mark. Where both sides have
changed since a workbook went out, or a foreign list says other than the book, a person decides. How a file is read is
not asked here.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from db import attendance as marked
from db import return_sheets as kept_sheets
from db.attendance import Place
from db.keys import same_words, tidy
from db.records import HalfDay, Mark, RollRow
from db.store import Store
from db.values import MarkStatus
from desktop_app.domain.mark_words import MarkWord, doubtful, mark_word
from desktop_app.domain.matching import agree
from desktop_app.domain.names import bare_cell_name
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.services import backup_rota, rolls
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference
from desktop_app.services.makeup_conferences import follow_marks
from desktop_app.services.office import moment
from desktop_app.services.return_lines import BaseMarks, Difference, Key, Line, LineKind, SaidRow, Taken

__all__ = ["BaseMarks", "Difference", "Key", "Line", "LineKind", "SaidRow", "Taken"]
UNREAD = "Không hiểu “{}” là có mặt hay vắng; hãy ghi “Có mặt”, “Vắng có lý do” hoặc “Vắng không lý do”."
SEVERAL = "Danh sách triệu tập có nhiều người tên này; hãy ghi thêm ngày sinh hoặc mã số."
TWICE = "Người này đã có ở dòng {} của cùng tệp; hãy giữ lại một dòng."
STRANGER = "Không có ai tên này trong danh sách triệu tập; chọn dòng này nếu muốn ghi thêm người."
SAME_NAME = "Có hai tệp cùng tên “{}”; hãy nhận từng tệp một, hoặc đổi tên một tệp."
AT_ODDS = "Tệp “{}” và tệp “{}” ghi khác nhau về {}; hãy bỏ chọn một trong hai chỗ rồi ghi."
MOVED = "Điểm danh vừa được người khác sửa trong lúc xem; hãy đọc lại tệp rồi ghi."

Answers = Mapping[str, MarkStatus]


def doubts(rows: Sequence[SaidRow]) -> tuple[str, ...]:
    """The words of two meanings in these rows, to be asked about once."""
    found = (doubtful(text) for row in rows for text in row.marks.values() if text)
    return tuple(sorted({word for word in found if word}))


def compare(
    store: Store, conference_id: int, rows: Sequence[SaidRow], answers: Answers | None = None
) -> tuple[Line, ...]:
    """Every mark the rows say, compared with the marks that stand. `answers`: what a word of two meanings means."""
    held = conference(store, conference_id)
    days = {day.id: day for day in held.half_days}
    roll = rolls.roll(store, conference_id)
    standing = marked.marks(store, held.round_id, conference_id)
    finder, seen = Finder(roll), dict[int, int]()
    lines: list[Line] = []
    for row in rows:
        person, problem = (None, row.problem) if row.problem else finder.find(row)
        if person is not None and person.member_id in seen:
            problem = TWICE.format(seen[person.member_id])
        if problem:
            lines.append(Line(row=row, kind=LineKind.PROBLEM, problem=problem))
            continue
        if person is not None:
            seen[person.member_id] = row.number
        said = {day: word_of(text, answers or {}) for day, text in row.marks.items() if tidy(text)}
        member_id = person.member_id if person else None
        for day, given in said.items():
            present = standing.get((day, member_id)) if member_id is not None else None
            lines.append(_line(row, member_id, days[day], present, given))
    return tuple(lines)


def word_of(text: str, answers: Answers) -> MarkWord:
    """What a cell means, with what a person said of its doubtful words."""
    word = doubtful(text)
    return MarkWord(status=answers[word]) if word is not None and word in answers else mark_word(text)


def _line(row: SaidRow, member_id: int | None, day: HalfDay, present: Mark | None, given: MarkWord) -> Line:
    """One mark beside the one that stands; see `Line`."""
    given = _with_texts(row, given)
    kind, problem = LineKind.UNCHANGED, ""
    if given.status is None:
        kind, problem = LineKind.PROBLEM, UNREAD.format(tidy(row.marks[day.id]))
    elif member_id is None:
        kind, problem = LineKind.STRANGER, STRANGER
    elif not _says_more(row, day.id, given) or _stands(row, given, present):
        kind = LineKind.UNCHANGED
    elif present is None:
        kind = LineKind.NEW
    elif row.base is not None and row.base.statuses.get(day.id) is present.status:
        kind = LineKind.CHANGED
    else:
        kind = LineKind.CONFLICT
    return Line(row=row, kind=kind, member_id=member_id, half_day=day, present=present, given=given, problem=problem)


def _with_texts(row: SaidRow, given: MarkWord) -> MarkWord:
    """The reason of the row goes with its absences, unless the mark says one of its own."""
    absent = given.status is not None and given.status is not MarkStatus.PRESENT
    return replace(given, reason=given.reason or tidy(row.reason) or None) if absent else given


def _new_texts(row: SaidRow) -> tuple[str, str]:
    """Reason and remark where the row says others than when it went out."""
    base = row.base or BaseMarks()
    reason, remark = tidy(row.reason), tidy(row.remark)
    return reason if reason != tidy(base.reason) else "", remark if remark != tidy(base.remark) else ""


def _says_more(row: SaidRow, half_day_id: int, given: MarkWord) -> bool:
    """Whether a row that went out says something of a half-day that it did not say then."""
    if row.base is None:
        return True
    reason, remark = _new_texts(row)
    absent = given.status is not MarkStatus.PRESENT
    return row.base.statuses.get(half_day_id) is not given.status or bool(remark) or bool(reason and absent)


def _stands(row: SaidRow, given: MarkWord, present: Mark | None) -> bool:
    """Whether the mark that stands says all that is given."""
    if present is None or present.status is not given.status or (given.late and not present.late):
        return False
    _, remark = _new_texts(row)
    return given.reason in (None, present.reason) and (not remark or remark == present.remark)


class Finder:
    """Who of a roll a row means: by hidden id, code, or name with birth date and cell."""

    def __init__(self, roll: Sequence[RollRow]) -> None:
        self.by_id = {row.member_id: row for row in roll}
        self.by_code = {row.code: row for row in roll}
        self.by_name: defaultdict[str, list[RollRow]] = defaultdict(list)
        for row in roll:
            self.by_name[same_words(row.full_name)].append(row)

    def find(self, row: SaidRow) -> tuple[RollRow | None, str]:
        """The person and no problem, nobody and no problem for a stranger, or why it cannot be told."""
        known = self.by_id.get(row.member_id) if row.member_id is not None else self.by_code.get(row.code or "")
        if known is not None and same_words(known.full_name) == same_words(row.name):
            return known, ""
        named = [each for each in self.by_name[same_words(row.name)] if agree(row.birth_date, each.birth_date)]
        cell = same_words(bare_cell_name(row.cell)) if row.cell else ""
        if len(named) > 1 and cell:
            named = [each for each in named if same_words(bare_cell_name(each.cell)) == cell] or named
        if len(named) > 1 and row.birth_date:
            named = [each for each in named if each.birth_date == row.birth_date] or named
        return (named[0] if len(named) == 1 else None), SEVERAL if len(named) > 1 else ""


def take(store: Store, differences: Sequence[Difference], chosen: Collection[Key] | None = None) -> Taken:
    """Write the chosen lines of these files as one gesture; by default all that are new or changed.

    A chosen conflict is decided for the file, a chosen stranger is written into the roll. Refuses a closed conference,
    and lines whose mark is no longer the one they were compared with.
    """
    _refuse_same(differences)
    wanted = {LineKind.NEW, LineKind.CHANGED} if chosen is None else set(LineKind)
    lines = [[line for line in each.lines if _is_wanted(each, line, wanted, chosen)] for each in differences]
    marks, written_in = 0, 0
    backup_rota.before(store, Reason.IMPORT)
    with store.gesture("sheet.take", f"Nhận {len(differences)} tệp điểm danh"):
        for each, some in zip(differences, lines, strict=True):
            check_open(store, each.conference_id)
            _refuse_moved(store, each.conference_id, some)
        _refuse_at_odds(differences, lines)
        for each, some in zip(differences, lines, strict=True):
            strangers = _write_in(store, each, some)
            given = [_mark(each, line, strangers.get(line.row.number)) for line in some]
            marked.write_marks(store, given, moment(store))
            follow_marks(store, conference(store, each.conference_id), [(m.half_day_id, m.member_id) for m in given])
            if each.returned is not None:
                kept_sheets.set_returned(store, each.returned.id, moment(store))
            marks, written_in = marks + len(given), written_in + len(strangers)
    return Taken(marks=marks, written_in=written_in)


def _refuse_same(differences: Sequence[Difference]) -> None:
    """Refuses two files of one name: which of them a line stands in could not be told."""
    names = [each.file for each in differences]
    for name in names:
        if names.count(name) > 1:
            raise Refusal(SAME_NAME.format(name))


def _is_wanted(each: Difference, line: Line, kinds: Collection[LineKind], chosen: Collection[Key] | None) -> bool:
    said = line.given.status is not None and line.kind in kinds
    return said and (chosen is None or each.key(line) in chosen)


def _refuse_at_odds(differences: Sequence[Difference], lines: Sequence[Sequence[Line]]) -> None:
    """Refuses two files that say different things of one person at one half-day."""
    said: dict[Place, tuple[str, MarkStatus | None]] = {}
    for each, some in zip(differences, lines, strict=True):
        for line in some:
            if line.member_id is not None:
                file, status = said.setdefault(_place(line, line.member_id), (each.file, line.given.status))
                if status is not line.given.status:
                    raise Refusal(AT_ODDS.format(file, each.file, line.row.name))


def _refuse_moved(store: Store, conference_id: int, lines: Sequence[Line]) -> None:
    standing = marked.marks(store, conference(store, conference_id).round_id, conference_id)
    for line in lines:
        if line.member_id is not None and standing.get(_place(line, line.member_id)) != line.present:
            raise Refusal(MOVED)


def _write_in(store: Store, each: Difference, lines: Sequence[Line]) -> dict[int, int]:
    """Row number → id of the strangers that were written into the roll."""
    found: dict[int, int] = {}
    for line in lines:
        row = line.row
        if line.kind is LineKind.STRANGER and row.number not in found:
            note = tidy(row.cell or "") or None
            found[row.number] = rolls.write_in(store, each.conference_id, row.name, each.venue_id, note, row.birth_date)
    return found


def _mark(each: Difference, line: Line, stranger: int | None) -> Mark:
    """The mark that stands, as the line changes it."""
    status, member_id = line.given.status, stranger if line.member_id is None else line.member_id
    assert status is not None and member_id is not None
    place = _place(line, member_id)
    _, remark = _new_texts(line.row)
    before = line.present or Mark(half_day_id=place[0], member_id=place[1], status=status)
    here = status is MarkStatus.PRESENT
    same = before.status is status
    return replace(
        before,
        status=status,
        venue_id=(before.venue_id or each.venue_id) if here else None,
        reason=None if here else line.given.reason or (before.reason if same else None),
        remark=remark or before.remark,
        late=here and (line.given.late or before.late),
        left_early=here and before.left_early,
    )


def _place(line: Line, member_id: int) -> Place:
    assert line.half_day is not None
    return line.half_day.id, member_id
