"""Scores out of ten: read, shown, told by bands, summed; what cannot be is refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.essay_records import Criterion, ScoreBand
from db.values import EssayResult
from desktop_app.domain import scores
from desktop_app.domain.refusal import Refusal

HUNDREDTHS = st.integers(0, 1000).map(lambda n: Decimal(n) / 100)


@given(score=HUNDREDTHS)
def test_what_is_shown_reads_back(score: Decimal) -> None:
    assert scores.points(scores.shown(score)) == score


@pytest.mark.parametrize(
    ("typed", "kept"), [("8.5", "8,5"), (" 10 ", "10"), ("0", "0"), ("7,50", "7,5"), ("6,25", "6,25"), ("08", "8")]
)
def test_scores_are_kept_with_a_comma(typed: str, kept: str) -> None:
    assert scores.tidied(typed) == kept


@pytest.mark.parametrize("typed", ["", "10,01", "-1", "8,555", "tám", "8,5,5", "1e1", "٨", "NaN", "."])
def test_what_is_no_score_is_refused(typed: str) -> None:
    with pytest.raises(Refusal, match="từ 0 đến 10"):
        scores.points(typed)


@pytest.mark.parametrize(
    ("score", "band"),
    [("10", "Giỏi"), ("8", "Giỏi"), ("7,99", "Khá"), ("7", "Khá"), ("5", "Trung bình"), ("4,99", "Chưa đạt")],
)
def test_each_score_has_its_band(score: str, band: str) -> None:
    assert scores.band_of(score, scores.DEFAULT_BANDS) == band


def test_below_the_lowest_band_a_score_has_no_name() -> None:
    assert scores.band_of("4", [ScoreBand(name="Khá", from_score="7")]) == ""


@pytest.mark.parametrize(
    ("score", "mark", "result"),
    [
        ("5", None, EssayResult.PASSED),
        ("4,99", None, EssayResult.REWRITE),
        ("5", "5,5", EssayResult.REWRITE),
        ("5,5", "5,5", EssayResult.PASSED),
    ],
)
def test_a_score_passes_from_the_pass_mark_on(score: str, mark: str | None, result: EssayResult) -> None:
    assert scores.result_of(score, mark) is result


@given(parts=st.lists(HUNDREDTHS.filter(lambda n: n <= 2), max_size=5))
def test_a_total_is_the_sum_of_its_parts(parts: list[Decimal]) -> None:
    assert scores.points(scores.total(map(scores.shown, parts))) == sum(parts, Decimal(0))


def test_a_total_above_ten_is_refused() -> None:
    with pytest.raises(Refusal):
        scores.total(["6", "4,01"])


def test_bands_are_kept_highest_first() -> None:
    found = scores.checked_bands([ScoreBand(name="Đạt", from_score="5"), ScoreBand(name=" Tốt ", from_score="9.0")])
    assert found == (ScoreBand(name="Tốt", from_score="9"), ScoreBand(name="Đạt", from_score="5"))


@pytest.mark.parametrize(
    ("bands", "why"), [([("Đạt", "5"), ("Khá", "5,0")], "cùng bắt đầu"), ([(" ", "5")], "chưa có tên")]
)
def test_bands_that_cannot_be_told_apart_are_refused(bands: list[tuple[str, str]], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        scores.checked_bands([ScoreBand(name=name, from_score=score) for name, score in bands])


@pytest.mark.parametrize(
    ("criteria", "why"), [([("Nhận thức", "6"), ("Trách nhiệm", "4,5")], "vượt quá 10"), ([("", "5")], "chưa có tên")]
)
def test_a_rubric_that_cannot_be_is_refused(criteria: list[tuple[str, str]], why: str) -> None:
    with pytest.raises(Refusal, match=why):
        scores.checked_criteria([Criterion(title=title, points=points) for title, points in criteria])
