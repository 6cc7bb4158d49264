"""Marking sheets for those who check essays elsewhere: what goes out, what its return changes, and writing that.

A row that came back is held against what it said when it went out and against the book of today; blank changes
nothing. Not the file itself: see exchange.marking_sheet.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db import essays as kept
from db.keys import fold
from db.records import Essay
from db.store import Store
from db.values import EssayResult
from desktop_app.domain import scores
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.services import backup_rota, essay_marking, essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.office import moment
from desktop_app.services.rounds import study_round

DAMAGED = "Phiếu “{}” đã bị sửa ở phần ẩn nên không nhận được; hãy gửi lại phiếu mới."
OTHER_STORE = "Phiếu “{}” thuộc đợt học tập không có trong sổ này; hãy mở đúng sổ đã gửi phiếu."
RESULTS = {fold(word(result)): result for result in EssayResult} | {
    "dat": EssayResult.PASSED,
    "viet lai": EssayResult.REWRITE,
    "chua dat": EssayResult.REWRITE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a row says of an essay; a score is text, empty where there is none."""

    result: EssayResult | None = None
    score: str = ""

    @property
    def words(self) -> str:
        return ", ".join(filter(None, (self.score, word(self.result) if self.result else ""))) or "chưa chấm"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """`uid` is the essay's."""

    uid: str
    essay: EssayStanding
    said: Said


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingSheet:
    """All that is in one workbook; `scope` says whose it is."""

    round_uid: str
    round_name: str
    scope: str
    made_at: str
    in_points: bool
    lines: tuple[SheetLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedLine:
    """A row as it was read, nothing understood yet; `number` counts from 1 as the spreadsheet does."""

    number: int
    uid: str
    name: str
    result: str
    score: str
    checker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedSheet:
    """A workbook that came back; `base` = what each essay's row said when it went out."""

    file: str
    sheet: str
    round_uid: str
    made_at: str
    in_points: bool
    checksum: str
    base: Mapping[str, Said]
    lines: tuple[ReturnedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that says something else than the book; `conflict`: the book was changed since the sheet went out."""

    number: int
    member_id: int
    name: str
    cell: str
    before: Said
    after: Said
    checker: str
    conflict: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a returned sheet would change. `problems`: row number → why it cannot be written; `names` by row number."""

    file: str
    sheet: str
    round_id: int
    changes: tuple[Change, ...]
    unchanged: int
    problems: Mapping[int, str]
    names: Mapping[int, str]


def outgoing(store: Store, round_id: int, cell_ids: Sequence[int] | None = None, scope: str = "") -> MarkingSheet:
    """Every essay handed in and not yet confirmed, of some cells or all. Refuses where there is none."""
    rubric = essay_marking.rubric(store, round_id)
    uid_of = {essay_id: uid for uid, essay_id in kept.uids(store, round_id).items()}
    lines = tuple(
        SheetLine(uid=uid_of[each.last.id], essay=each, said=said_of(each.last))
        for each in essays.standings(store, round_id)
        if each.last is not None and each.last.confirmed_on is None and each.last.forwarding_id is None
        if cell_ids is None or each.standing.row.cell_id in cell_ids
    )
    if not lines:
        raise Refusal(
            f"Không có bài nào để chấm{f' ở {scope}' if scope else ''}; hãy nhận bài trước khi gửi phiếu chấm."
        )
    return MarkingSheet(
        round_uid=kept.round_uid(store, round_id),
        round_name=study_round(store, round_id).name,
        scope=scope or "cả đợt",
        made_at=moment(store),
        in_points=rubric.in_points,
        lines=lines,
    )


def by_checker(store: Store, round_id: int, cells: Mapping[int, str]) -> list[MarkingSheet]:
    """A sheet a checker for these cells (id → name), a sheet a cell where nobody is named, none without essays."""
    checkers = essay_marking.checkers(store, round_id)
    scopes: dict[str, list[int]] = {}
    for cell_id, name in cells.items():
        scopes.setdefault(checkers.get(cell_id, name), []).append(cell_id)
    here = {e.standing.row.cell_id for e in essays.standings(store, round_id) if e.last and not e.last.confirmed_on}
    wanted = {scope: ids for scope, ids in scopes.items() if here & set(ids)}
    if not wanted:
        raise Refusal("Không có bài nào để chấm ở các chi bộ đã chọn; hãy nhận bài trước khi gửi phiếu chấm.")
    return [outgoing(store, round_id, ids, scope) for scope, ids in wanted.items()]


def said_of(essay: Essay) -> Said:
    return Said(result=essay.result, score=essay.score or "")


def checksum(round_uid: str, made_at: str, in_points: bool, base: Mapping[str, Said]) -> str:
    """Over all that is hidden in a workbook."""
    rows = (f"{uid} {said.result or ''} {said.score}" for uid, said in sorted(base.items()))
    return hashlib.sha256("\n".join([round_uid, made_at, str(int(in_points)), *rows]).encode()).hexdigest()


def difference(store: Store, returned: ReturnedSheet) -> Difference:
    """What the sheet would change today. Refuses a sheet whose hidden part was touched, or of another store."""
    if checksum(returned.round_uid, returned.made_at, returned.in_points, returned.base) != returned.checksum:
        raise Refusal(DAMAGED.format(returned.file))
    round_id = kept.round_of(store, returned.round_uid)
    if round_id is None:
        raise Refusal(OTHER_STORE.format(returned.file))
    rubric, ids = essay_marking.rubric(store, round_id), kept.uids(store, round_id)
    standing = {each.last.id: each for each in essays.standings(store, round_id) if each.last}
    changes, problems, seen, unchanged = [], {}, set[str](), 0
    for line in returned.lines:
        try:
            if line.uid in seen:
                raise Refusal("Bài này đã có ở một dòng phía trên; hãy bỏ một trong hai dòng.")
            seen.add(line.uid)
            found = change(line, standing.get(ids.get(line.uid, 0)), returned.base.get(line.uid), rubric)
        except Refusal as refusal:
            problems[line.number] = str(refusal)
            continue
        unchanged += found is None
        changes += [found] if found else []
    return Difference(
        file=returned.file,
        sheet=returned.sheet,
        round_id=round_id,
        changes=tuple(changes),
        unchanged=unchanged,
        problems=problems,
        names={line.number: line.name for line in returned.lines},
    )


def change(
    line: ReturnedLine, found: EssayStanding | None, base: Said | None, rubric: essay_marking.Rubric
) -> Change | None:
    """What one row changes, None = nothing. Raises Refusal with what is wrong in it."""
    if not line.uid or base is None:
        raise Refusal("Dòng thêm vào không có mã của bài; hãy nhận bài của người này trong sổ rồi gửi phiếu mới.")
    if found is None or found.last is None:
        raise Refusal("Bài này đã rút hoặc đã có bài nộp lại; hãy chấm bài mới trong sổ.")
    before, after = said_of(found.last), understood(line, base, rubric)
    if after in (before, base):
        return None
    if found.last.confirmed_on or found.last.forwarding_id:
        raise Refusal("Bài đã xác nhận hoặc đã gửi cấp trên; hãy bỏ xác nhận trong sổ rồi nhận lại phiếu.")
    return Change(
        number=line.number,
        member_id=found.standing.row.member_id,
        name=found.standing.row.full_name,
        cell=found.standing.row.cell,
        before=before,
        after=after,
        checker=line.checker or found.checker or "",
        conflict=before != base,
    )


def understood(line: ReturnedLine, base: Said, rubric: essay_marking.Rubric) -> Said:
    """What a row means: blanks stay as they went out; a new score brings its own result unless one is chosen."""
    result = base.result
    if line.result:
        if fold(line.result) not in RESULTS:
            raise Refusal(f"“{line.result}” không phải kết quả; hãy chọn “Đạt” hoặc “Phải viết lại”.")
        result = RESULTS[fold(line.result)]
    score = scores.tidied(line.score) if line.score and rubric.in_points else base.score
    if score != base.score and result is base.result:
        result = scores.result_of(score, rubric.pass_score)
    return Said(result=result, score=score)


def write(store: Store, found: Difference, numbers: Iterable[int]) -> int:
    """Write the chosen rows as one gesture; how many. Refuses when the book changed since they were compared."""
    wanted = set(numbers)
    chosen = [each for each in found.changes if each.number in wanted]
    today = {e.standing.row.member_id: e for e in essays.standings(store, found.round_id)}
    for each in chosen:
        last = today[each.member_id].last if each.member_id in today else None
        if last is None or said_of(last) != each.before:
            raise Refusal("Sổ vừa thay đổi sau khi so sánh; hãy nhận lại phiếu để xem khác biệt mới.")
    backup_rota.before_many(store, len(chosen))
    with store.gesture("essay.sheet", f"Nhận phiếu chấm “{found.file}”: ghi kết quả {grouped(len(chosen))} bài"):
        for each in chosen:
            after = each.after
            essays.assess(store, found.round_id, [each.member_id], after.result, after.score or None, each.checker)
    return len(chosen)
