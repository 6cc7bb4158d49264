"""How essays are marked: who checks which cell, what has been taken up, the rubric and bands, scores and part scores.

Results themselves are written by `essays.assess`; confirming and sending on comes after and is `essay_forwarding`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db import essay_marking as kept
from db import essays as rows
from db.essay_records import Criterion, ScoreBand
from db.keys import tidy
from db.store import Store
from db.values import EssayResult, EssayScale
from desktop_app.domain import scores
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services import essays
from desktop_app.services.office import today
from desktop_app.services.rounds import study_round


@dataclass(frozen=True, slots=True, kw_only=True)
class Rubric:
    """How a round is marked. `bands` are the office's usual ones until somebody sets others."""

    scale: EssayScale
    pass_score: str
    criteria: tuple[Criterion, ...]
    bands: tuple[ScoreBand, ...]

    @property
    def in_points(self) -> bool:
        return self.scale is EssayScale.TEN_POINTS

    def band(self, score: str | None) -> str:
        """“Khá”; empty without a score."""
        return scores.band_of(score, self.bands) if score and self.in_points else ""


def rubric(store: Store, round_id: int) -> Rubric:
    """How a round is marked."""
    found = study_round(store, round_id)
    return Rubric(
        scale=found.essay_scale,
        pass_score=found.pass_score or scores.DEFAULT_PASS,
        criteria=kept.criteria(store, round_id),
        bands=kept.bands(store, round_id) or scores.DEFAULT_BANDS,
    )


def save_criteria(store: Store, round_id: int, criteria: Sequence[Criterion]) -> None:
    """Set the rubric. Once essays are marked by it only titles may change: the scores stand by place."""
    new, old = scores.checked_criteria(criteria), rubric(store, round_id).criteria
    if kept.scored_by_parts(store, round_id) and [c.points for c in new] != [c.points for c in old]:
        raise Refusal("Đã có bài chấm theo các tiêu chí này; chỉ sửa được nội dung, không thêm, bớt hay đổi điểm.")
    with store.gesture("essay.rubric", "Sửa tiêu chí chấm thu hoạch"):
        kept.save_criteria(store, round_id, new)


def save_bands(store: Store, round_id: int, bands: Sequence[ScoreBand]) -> None:
    """Set what scores are called; none brings the usual bands back."""
    study_round(store, round_id)
    with store.gesture("essay.rubric", "Sửa mức xếp loại thu hoạch"):
        kept.save_bands(store, round_id, scores.checked_bands(bands))


def checkers(store: Store, round_id: int) -> dict[int, str]:
    """Cell → who checks its essays."""
    return kept.checkers(store, round_id)


def assign(store: Store, round_id: int, cell_ids: Sequence[int], checker: str | None) -> None:
    """Give the essays of cells to a checker; None or blank takes them back."""
    study_round(store, round_id)
    name = tidy(checker or "") or None
    said = f"Giao {name} chấm bài" if name else "Bỏ phân công chấm bài"
    with store.gesture("essay.checker", f"{said} của {grouped(len(set(cell_ids)))} chi bộ"):
        kept.assign(store, round_id, cell_ids, name)


def take_up(
    store: Store, round_id: int, member_ids: Sequence[int], checker: str | None = None, on: str | None = None
) -> int:
    """These essays are being checked now, by the checker of their cell unless another is named; how many."""
    found = essays.open_essays(store, round_id, member_ids)
    if any(essay.result is not None for essay in found):
        raise Refusal("Có bài đã ghi kết quả; hãy bỏ kết quả trước khi đưa chấm lại.")
    standings = essays.standings(store, round_id, member_ids=member_ids)
    usual = {each.standing.row.member_id: each.checker for each in standings}
    day, name = on or today(store).isoformat(), tidy(checker or "") or None
    with store.gesture("essay.take_up", f"Đưa chấm {grouped(len(found))} bài thu hoạch"):
        for essay in found:
            rows.change(store, essay.id, checking_from=day, checker=name or usual.get(essay.member_id))
    return len(found)


def put_back(store: Store, round_id: int, member_ids: Sequence[int]) -> int:
    """These essays are not being checked after all; how many."""
    found = essays.open_essays(store, round_id, member_ids)
    with store.gesture("essay.put_back", f"Thôi chấm {grouped(len(found))} bài thu hoạch"):
        for essay in found:
            rows.change(store, essay.id, checking_from=None, checker=None)
    return len(found)


def score(
    store: Store,
    round_id: int,
    member_ids: Sequence[int],
    points: str,
    marked_by: str | None = None,
    marked_on: str | None = None,
    result: EssayResult | None = None,
    parts: Mapping[int, str] | None = None,
) -> EssayResult:
    """Write a score out of ten; the result follows from the round's pass mark unless it is given. The result."""
    known = rubric(store, round_id)
    if not known.in_points:
        raise Refusal("Đợt này chấm Đạt / Chưa đạt; hãy đổi cách chấm của đợt sang thang điểm 10 rồi ghi điểm.")
    result = result or scores.result_of(points, known.pass_score)
    essays.assess(store, round_id, member_ids, result, points, marked_by, marked_on, parts)
    return result


def score_parts(
    store: Store,
    round_id: int,
    member_id: int,
    parts: Mapping[int, str],
    marked_by: str | None = None,
    marked_on: str | None = None,
) -> str:
    """Write an essay's scores by criterion, by place from 1; the total, which is its score."""
    worth = {place: each for place, each in enumerate(rubric(store, round_id).criteria, 1) if each.points}
    if not worth:
        raise Refusal("Đợt chưa có tiêu chí nào có điểm; hãy thêm tiêu chí ở trang đợt học tập, thẻ “Cách chấm”.")
    if set(parts) != set(worth):
        raise Refusal("Chưa ghi đủ điểm các tiêu chí; hãy ghi điểm cho từng tiêu chí.")
    kept_parts = {place: part_score(parts[place], worth[place]) for place in sorted(worth)}
    total = scores.total(kept_parts.values())
    score(store, round_id, [member_id], total, marked_by, marked_on, parts=kept_parts)
    return total


def part_score(text: str, criterion: Criterion) -> str:
    """A score of one criterion. Refuses more than the criterion may bring."""
    most = Decimal((criterion.points or "10").replace(",", "."))
    try:
        return scores.tidied(text, most)
    except Refusal as refusal:
        raise Refusal(f"Tiêu chí “{criterion.title}”: {str(refusal)[:1].lower()}{str(refusal)[1:]}") from None


def part_scores(store: Store, essay_ids: Sequence[int]) -> dict[int, dict[int, str]]:
    """Essay → place of the criterion, from 1 → its score."""
    return kept.part_scores(store, essay_ids)
