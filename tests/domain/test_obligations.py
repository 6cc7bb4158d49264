"""What a person owes: study after an absence, an essay by a day."""

import pytest

from db.records import Essay, MakeUp, StudyRound
from db.values import Audience, EssayForm, EssayResult, MakeUpForm, MarkStatus
from desktop_app.domain.deadlines import Debt
from desktop_app.domain.obligations import (
    Attended,
    EssayState,
    attempt_state,
    attended,
    essay_debt,
    essay_state,
    handed_in_late,
    required_half_days,
    studied,
)

HELD_ROUND = StudyRound(
    id=1,
    name="Đợt 1",
    essay_by="2021-04-10",
    essay_recipient="Đảng ủy",
    makeup_essay_recipient="Ban Tuyên giáo",
    required_half_days=((Audience.ARMED_FORCES, 3), (Audience.MASS_ORGANIZATIONS, 9)),
)
DEBT = Debt(due_on="2021-04-10", recipient=None)
SIGNS: dict[str, MarkStatus | None] = {
    "1": MarkStatus.PRESENT,
    "2": MarkStatus.ABSENT_EXCUSED,
    "3": MarkStatus.ABSENT_UNEXCUSED,
    "4": MarkStatus.ABSENT,
    "0": None,
}


def marks(signs: str) -> list[MarkStatus | None]:
    return [SIGNS[sign] for sign in signs]


def makeups(signs: str) -> list[MakeUp | None]:
    one = MakeUp(half_day_id=1, member_id=1, made_up_on="2021-04-01", form=MakeUpForm.SELF_STUDY)
    return [one if sign == "x" else None for sign in signs]


def essay(attempt: int = 1, received_on: str = "2021-04-05", withdrawn: bool = False, **facts: object) -> Essay:
    return Essay(
        id=attempt,
        round_id=1,
        member_id=1,
        attempt=attempt,
        received_on=received_on,
        form=EssayForm.TYPED,
        withdrawn_on="2021-04-06" if withdrawn else None,
        **facts,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("signs", "required", "outcome"),
    [
        ("1111", 4, Attended.ATTENDED),
        ("1112", 4, Attended.PARTIAL),
        ("1000", 4, Attended.PARTIAL),
        ("1110", 3, Attended.ATTENDED),
        ("0111", 3, Attended.ATTENDED),
        ("1122", 3, Attended.PARTIAL),
        ("2222", 4, Attended.ABSENT_EXCUSED),
        ("2322", 4, Attended.ABSENT_UNEXCUSED),
        ("2422", 4, Attended.ABSENT),
        ("4300", 4, Attended.ABSENT_UNEXCUSED),
        ("2000", 4, Attended.ABSENT_EXCUSED),
        ("0000", 4, Attended.NOT_MARKED),
    ],
)
def test_marks_put_a_person_into_exactly_one_class(signs: str, required: int, outcome: Attended) -> None:
    assert attended(marks(signs), required) is outcome


@pytest.mark.parametrize(
    ("signs", "made_up", "required", "has"),
    [
        ("1111", "----", 4, True),
        ("1122", "--x-", 4, False),
        ("1122", "--xx", 4, True),
        ("0000", "xxxx", 4, True),
        ("1222", "-xx-", 3, True),
        ("2222", "xx--", 3, False),
        ("1111", "xxxx", 4, True),
    ],
)
def test_who_makes_up_every_half_day_owed_has_studied(signs: str, made_up: str, required: int, has: bool) -> None:
    assert studied(marks(signs), makeups(made_up), required) is has


@pytest.mark.parametrize(
    ("audience", "held", "required"),
    [
        (Audience.MEMBERS, 4, 4),
        (Audience.ARMED_FORCES, 4, 3),
        (Audience.ARMED_FORCES, 2, 2),
        (Audience.MASS_ORGANIZATIONS, 4, 4),
    ],
)
def test_an_audience_must_attend_what_the_round_says_but_no_more_than_is_held(
    audience: Audience, held: int, required: int
) -> None:
    assert required_half_days(HELD_ROUND, audience, held) == required


def test_who_attended_owes_the_essay_by_the_rounds_day() -> None:
    debt = essay_debt(HELD_ROUND, Attended.ATTENDED, True, None)
    assert debt == Debt(due_on="2021-04-10", recipient="Đảng ủy")


def test_who_made_up_owes_the_essay_seven_days_later_to_another_body() -> None:
    debt = essay_debt(HELD_ROUND, Attended.ABSENT_EXCUSED, True, "2021-04-25")
    assert debt == Debt(due_on="2021-05-02", recipient="Ban Tuyên giáo", confirmer="Ban Tuyên giáo")


def test_a_make_up_of_part_of_the_conference_counts_from_its_own_day() -> None:
    assert essay_debt(HELD_ROUND, Attended.PARTIAL, True, "2021-04-01").due_on == "2021-04-08"


def test_nothing_is_due_before_a_person_has_studied() -> None:
    for outcome in (Attended.PARTIAL, Attended.ABSENT, Attended.NOT_MARKED):
        assert essay_debt(HELD_ROUND, outcome, False, None).due_on is None


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2021-04-07", EssayState.DUE),
        ("2021-04-08", EssayState.DUE),
        ("2021-04-09", EssayState.LATE),
    ],
)
def test_an_essay_after_a_make_up_is_late_from_the_eighth_day(day: str, state: EssayState) -> None:
    debt = essay_debt(HELD_ROUND, Attended.ABSENT_EXCUSED, True, "2021-04-01")
    assert essay_state([], debt, False, True, day) is state


@pytest.mark.parametrize(("received_on", "late"), [("2021-04-09", False), ("2021-04-10", False), ("2021-04-11", True)])
def test_an_essay_on_the_last_day_is_in_time(received_on: str, late: bool) -> None:
    assert handed_in_late([essay(received_on=received_on)], DEBT) is late


def test_a_rewritten_essay_is_as_early_as_its_first_attempt() -> None:
    attempts = [essay(1, "2021-04-09", result=EssayResult.REWRITE), essay(2, "2021-04-20")]
    assert not handed_in_late(attempts, DEBT)


def test_a_withdrawn_attempt_does_not_count() -> None:
    attempts = [essay(1, "2021-04-09", withdrawn=True), essay(2, "2021-04-20")]
    assert handed_in_late(attempts, DEBT)
    assert essay_state(attempts[:1], DEBT, False, True, "2021-04-11") is EssayState.LATE


def test_without_a_due_date_no_essay_is_late() -> None:
    none = Debt(due_on=None, recipient=None)
    assert essay_state([], none, False, True, "2030-01-01") is EssayState.DUE
    assert not handed_in_late([essay(received_on="2030-01-01")], none)


@pytest.mark.parametrize(
    ("results", "state"),
    [
        ([None], EssayState.RECEIVED),
        ([EssayResult.PASSED], EssayState.PASSED),
        ([EssayResult.REWRITE], EssayState.REWRITE),
        ([EssayResult.REWRITE, None], EssayState.RECEIVED_AGAIN),
        ([EssayResult.REWRITE, EssayResult.PASSED], EssayState.PASSED),
    ],
)
def test_the_last_attempt_says_how_an_essay_stands(results: list[EssayResult | None], state: EssayState) -> None:
    attempts = [essay(place, result=result) for place, result in enumerate(results, 1)]
    assert essay_state(attempts, DEBT, False, True, "2021-05-01") is state


def test_whoever_is_exempt_owes_nothing() -> None:
    assert essay_state([], DEBT, True, True, "2030-01-01") is EssayState.EXEMPT


def test_whoever_has_not_studied_owes_no_essay_yet() -> None:
    assert essay_state([], Debt(due_on=None, recipient=None), False, False, "2030-01-01") is EssayState.NOT_DUE


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        ({"checking_from": "2021-04-06"}, EssayState.CHECKING),
        ({"result": EssayResult.PASSED, "checking_from": "2021-04-06"}, EssayState.PASSED),
        ({"result": EssayResult.PASSED, "confirmed_on": "2021-04-07"}, EssayState.CONFIRMED),
        ({"result": EssayResult.PASSED, "confirmed_on": "2021-04-07", "forwarding_id": 1}, EssayState.FORWARDED),
        ({"result": EssayResult.PASSED, "forwarding_id": 1}, EssayState.FORWARDED),
        ({"result": EssayResult.PASSED, "withdrawn": True}, EssayState.WITHDRAWN),
    ],
)
def test_an_attempt_goes_from_the_desk_to_the_higher_body(facts: dict[str, object], state: EssayState) -> None:
    assert attempt_state(essay(**facts), again=False) is state  # type: ignore[arg-type]
