"""Marking: scores and bands, scores by criterion, checkers of cells, essays taken up."""

from dataclasses import replace

import pytest

from db.essay_records import Criterion, ScoreBand
from db.records import Essay
from db.values import EssayResult, EssayScale
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essay_marking, essays, journal, rounds
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round

NGA, AN, ANH = "Hồ Thị Nga", "Nguyễn Văn An", "Trần Thị Ánh"
CRITERIA = (
    Criterion(title="Nhận thức của bản thân", points="6"),
    Criterion(title="Trách nhiệm của bản thân", points="4"),
    Criterion(title="Trình bày"),
)


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def in_points(store: Store, known: SmallRound, pass_score: str | None = None) -> None:
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    rounds.amend(store, known.round_id, replace(draft, essay_scale=EssayScale.TEN_POINTS, pass_score=pass_score))


def of(store: Store, known: SmallRound, name: str) -> EssayStanding:
    found = essays.standings(store, known.round_id)
    return next(each for each in found if each.standing.row.full_name == name)


def last(store: Store, known: SmallRound, name: str) -> Essay:
    found = of(store, known, name).last
    assert found is not None
    return found


@pytest.mark.parametrize(("points", "result"), [("8.5", EssayResult.PASSED), ("4,5", EssayResult.REWRITE)])
def test_the_result_follows_from_the_score(store: Store, known: SmallRound, points: str, result: EssayResult) -> None:
    in_points(store, known)
    assert essay_marking.score(store, known.round_id, [known.people[NGA]], points, "Tổ chấm") is result
    found = last(store, known, NGA)
    assert (found.result, found.score, found.marked_by) == (result, points.replace(".", ","), "Tổ chấm")


def test_the_pass_mark_of_the_round_is_kept_through_edits(store: Store, known: SmallRound) -> None:
    in_points(store, known, pass_score="6.5")
    in_points(store, known, rounds.draft_of(rounds.study_round(store, known.round_id)).pass_score)
    assert essay_marking.rubric(store, known.round_id).pass_score == "6,5"
    assert essay_marking.score(store, known.round_id, [known.people[NGA]], "6") is EssayResult.REWRITE


def test_a_result_may_be_given_against_the_score(store: Store, known: SmallRound) -> None:
    in_points(store, known)
    essay_marking.score(store, known.round_id, [known.people[NGA]], "4", result=EssayResult.PASSED)
    assert last(store, known, NGA).result is EssayResult.PASSED


def test_points_need_a_round_marked_in_points(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="Đạt / Chưa đạt"):
        essay_marking.score(store, known.round_id, [known.people[NGA]], "8")


@pytest.mark.parametrize("points", ["11", "chín", "8,123"])
def test_a_score_that_cannot_be_is_refused(store: Store, known: SmallRound, points: str) -> None:
    in_points(store, known)
    with pytest.raises(Refusal, match="từ 0 đến 10"):
        essay_marking.score(store, known.round_id, [known.people[NGA]], points)


def test_scores_by_criterion_add_up(store: Store, known: SmallRound) -> None:
    in_points(store, known)
    essay_marking.save_criteria(store, known.round_id, CRITERIA)
    assert essay_marking.score_parts(store, known.round_id, known.people[NGA], {1: "5,5", 2: "3"}) == "8,5"
    essay = last(store, known, NGA)
    assert (essay.score, essay.result) == ("8,5", EssayResult.PASSED)
    assert essay_marking.part_scores(store, [essay.id]) == {essay.id: {1: "5,5", 2: "3"}}


@pytest.mark.parametrize(
    ("parts", "why"),
    [({1: "7", 2: "3"}, "Nhận thức của bản thân”: điểm phải là số từ 0 đến 6"), ({1: "5"}, "Chưa ghi đủ")],
)
def test_part_scores_that_cannot_be_are_refused(
    store: Store, known: SmallRound, parts: dict[int, str], why: str
) -> None:
    in_points(store, known)
    essay_marking.save_criteria(store, known.round_id, CRITERIA)
    with pytest.raises(Refusal, match=why):
        essay_marking.score_parts(store, known.round_id, known.people[NGA], parts)
    assert last(store, known, NGA).result is None


def test_another_score_takes_the_part_scores_with_it(store: Store, known: SmallRound) -> None:
    in_points(store, known)
    essay_marking.save_criteria(store, known.round_id, CRITERIA)
    essay_marking.score_parts(store, known.round_id, known.people[NGA], {1: "5", 2: "3"})
    essay_marking.score(store, known.round_id, [known.people[NGA]], "9")
    assert essay_marking.part_scores(store, [last(store, known, NGA).id]) == {}
    journal.undo(store)
    assert essay_marking.part_scores(store, [last(store, known, NGA).id]) != {}


def test_a_rubric_in_use_changes_only_its_words(store: Store, known: SmallRound) -> None:
    in_points(store, known)
    essay_marking.save_criteria(store, known.round_id, CRITERIA)
    essay_marking.score_parts(store, known.round_id, known.people[NGA], {1: "5", 2: "3"})
    with pytest.raises(Refusal, match="chỉ sửa được nội dung"):
        essay_marking.save_criteria(store, known.round_id, CRITERIA[:2])
    essay_marking.save_criteria(store, known.round_id, (replace(CRITERIA[0], title="Nhận thức"), *CRITERIA[1:]))
    assert essay_marking.rubric(store, known.round_id).criteria[0].title == "Nhận thức"


def test_bands_are_the_usual_ones_until_others_are_set(store: Store, known: SmallRound) -> None:
    in_points(store, known)
    assert essay_marking.rubric(store, known.round_id).band("7,5") == "Khá"
    essay_marking.save_bands(store, known.round_id, [ScoreBand(name="Tốt", from_score="7")])
    assert essay_marking.rubric(store, known.round_id).band("7,5") == "Tốt"
    essay_marking.save_bands(store, known.round_id, [])
    assert essay_marking.rubric(store, known.round_id).band("7,5") == "Khá"


def test_the_checker_of_a_cell_is_the_checker_of_its_essays(store: Store, known: SmallRound) -> None:
    here = of(store, known, NGA).standing.row.cell_id
    essay_marking.assign(store, known.round_id, [here, here], " Trần Văn  Chủ ")
    assert of(store, known, NGA).checker == "Trần Văn Chủ"
    essay_marking.take_up(store, known.round_id, [known.people[NGA]])
    assert last(store, known, NGA).checker == "Trần Văn Chủ"
    essay_marking.assign(store, known.round_id, [here], "")
    assert essay_marking.checkers(store, known.round_id) == {}


def test_an_essay_taken_up_is_being_checked_until_put_back(store: Store, known: SmallRound) -> None:
    person = [known.people[NGA]]
    essay_marking.take_up(store, known.round_id, person, "Lê Văn Hai")
    assert (of(store, known, NGA).state, of(store, known, NGA).checker) == (EssayState.CHECKING, "Lê Văn Hai")
    essay_marking.put_back(store, known.round_id, person)
    assert (of(store, known, NGA).state, of(store, known, NGA).checker) == (EssayState.RECEIVED, None)


def test_an_essay_with_a_result_is_not_taken_up(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="đã ghi kết quả"):
        essay_marking.take_up(store, known.round_id, [known.people[AN]])


def test_a_round_with_a_rubric_and_checkers_can_be_removed(store: Store, known: SmallRound) -> None:
    empty = rounds.create(store, rounds.RoundDraft(name="Đợt khác"))
    essay_marking.save_criteria(store, empty.id, CRITERIA)
    essay_marking.save_bands(store, empty.id, [ScoreBand(name="Tốt", from_score="7")])
    essay_marking.assign(store, empty.id, known.cell_ids, "Lê Văn Hai")
    rounds.remove(store, empty.id)
    assert [each.id for each in rounds.rounds(store)] == [known.round_id]
