"""Scores of essays out of ten: read from "8,5" or "8.5", shown with a comma, told by bands. Kept nowhere here."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation

from db.essay_records import Criterion, ScoreBand
from db.values import EssayResult
from desktop_app.domain.refusal import Refusal

MOST, DECIMALS = Decimal(10), 2
DEFAULT_PASS = "5"
DEFAULT_BANDS = (
    ScoreBand(name="Giỏi", from_score="8"),
    ScoreBand(name="Khá", from_score="7"),
    ScoreBand(name="Trung bình", from_score="5"),
    ScoreBand(name="Chưa đạt", from_score="0"),
)


def points(text: str, most: Decimal = MOST) -> Decimal:
    """A score of at most two decimals between 0 and `most`. Raises Refusal."""
    plain = "".join(text.split()).replace(",", ".")
    try:
        found = Decimal(plain) if plain.isascii() and plain.replace(".", "", 1).isdecimal() else None
    except InvalidOperation:
        found = None
    if found is None or not 0 <= found <= most or found != round(found, DECIMALS):
        raise Refusal(f"Điểm phải là số từ 0 đến {shown(most)}, nhiều nhất hai chữ số sau dấu phẩy, ví dụ 8,5.")
    return found


def shown(score: Decimal) -> str:
    """8.50 as “8,5”."""
    text = f"{score:.{DECIMALS}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def tidied(text: str, most: Decimal = MOST) -> str:
    """A score as it is kept and shown. Raises Refusal."""
    return shown(points(text, most))


def result_of(score: str, pass_score: str | None) -> EssayResult:
    """Passed from the pass mark on (5 unless the round says otherwise)."""
    enough = points(score) >= points(pass_score or DEFAULT_PASS)
    return EssayResult.PASSED if enough else EssayResult.REWRITE


def band_of(score: str, bands: Sequence[ScoreBand]) -> str:
    """“Khá”; empty below the lowest band."""
    reached = [band for band in bands if points(band.from_score) <= points(score)]
    return max(reached, key=lambda band: points(band.from_score)).name if reached else ""


def total(parts: Iterable[str]) -> str:
    """The sum of part scores. Raises Refusal where it is above ten."""
    return tidied(str(sum((points(part) for part in parts), Decimal(0))))


def checked_bands(bands: Sequence[ScoreBand]) -> tuple[ScoreBand, ...]:
    """The bands tidied, highest first. Refuses a nameless band and two from the same score."""
    found = sorted(
        (ScoreBand(name=" ".join(band.name.split()), from_score=tidied(band.from_score)) for band in bands),
        key=lambda band: points(band.from_score),
        reverse=True,
    )
    if any(not band.name for band in found):
        raise Refusal("Có mức xếp loại chưa có tên; hãy ghi tên, ví dụ “Khá”.")
    if len({band.from_score for band in found}) < len(found):
        raise Refusal("Hai mức xếp loại cùng bắt đầu từ một điểm; hãy sửa một trong hai.")
    return tuple(found)


def checked_criteria(criteria: Sequence[Criterion]) -> tuple[Criterion, ...]:
    """The rubric tidied, in its order. Refuses a nameless criterion, and points above ten together."""
    found = tuple(
        Criterion(title=" ".join(each.title.split()), points=tidied(each.points) if each.points else None)
        for each in criteria
    )
    if any(not each.title for each in found):
        raise Refusal("Có tiêu chí chưa có tên; hãy ghi nội dung của tiêu chí.")
    if sum((points(each.points) for each in found if each.points), Decimal(0)) > MOST:
        raise Refusal("Tổng điểm các tiêu chí vượt quá 10; hãy giảm điểm của một tiêu chí.")
    return found
