"""Essays: attempts in order, results, withdrawals, exemptions, and when each is due."""

import pytest

from db.values import EssayForm, EssayResult, MarkStatus
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, essays, journal, rounds
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.round_office import ESSAY_EXEMPT, EXEMPT, GUEST, SmallRound, small_round


@pytest.fixture
def known(store: Store) -> SmallRound:
    return small_round(store)


def of(store: Store, known: SmallRound, name: str, on: str = "2021-04-05") -> EssayStanding:
    found = essays.standings(store, known.round_id, on=on)
    return next(each for each in found if each.standing.row.full_name == name)


def receive(store: Store, known: SmallRound, name: str, on: str = "2021-04-03") -> int:
    return essays.receive(store, known.round_id, [known.people[name]], on)


@pytest.mark.parametrize(
    ("name", "state", "due_on"),
    [
        ("Nguyễn Văn An", EssayState.PASSED, "2021-04-04"),
        ("Trần Thị Ánh", EssayState.REWRITE, "2021-04-04"),
        ("Phạm Văn Ân", EssayState.LATE, "2021-04-04"),
        (ESSAY_EXEMPT, EssayState.EXEMPT, None),
        ("Phan Thị Chi", EssayState.NOT_DUE, None),
        ("Dương Thị Lan", EssayState.DUE, "2021-04-05"),
        ("Lý Văn Minh", EssayState.DUE, "2021-04-11"),
        ("Hồ Thị Nga", EssayState.RECEIVED, "2021-04-08"),
    ],
)
def test_each_essay_stands_as_it_was_handed_in(
    store: Store, known: SmallRound, name: str, state: EssayState, due_on: str | None
) -> None:
    found = of(store, known, name)
    assert (found.state, found.due_on) == (state, due_on)


@pytest.mark.parametrize(("on", "state"), [("2021-04-05", EssayState.DUE), ("2021-04-06", EssayState.LATE)])
def test_an_essay_is_late_from_the_day_after_its_last_day(
    store: Store, known: SmallRound, on: str, state: EssayState
) -> None:
    assert of(store, known, "Dương Thị Lan", on).state is state


def test_an_essay_of_who_has_not_studied_is_taken_and_told(store: Store, known: SmallRound) -> None:
    people = [known.people[name] for name in ("Phạm Văn Ân", "Phan Thị Chi")]
    essays.receive(store, known.round_id, people, "2021-04-03")
    assert summary_of_last(store) == "Nhận 2 bài thu hoạch, trong đó 1 đồng chí chưa học xong"
    essays.assess(store, known.round_id, people, EssayResult.PASSED)
    assert summary_of_last(store) == "Ghi “Đạt” cho 2 bài thu hoạch, trong đó 1 đồng chí chưa học xong"
    essays.assess(store, known.round_id, people, EssayResult.REWRITE)
    assert summary_of_last(store) == "Ghi “Phải viết lại” cho 2 bài thu hoạch"


def summary_of_last(store: Store) -> str:
    last = journal.last(store)
    assert last is not None
    return last.summary


def test_only_those_who_must_attend_must_write(store: Store, known: SmallRound) -> None:
    names = {each.standing.row.full_name for each in essays.standings(store, known.round_id)}
    assert not names & {EXEMPT, GUEST}


def test_a_second_essay_waits_for_the_first_to_be_returned(store: Store, known: SmallRound) -> None:
    receive(store, known, "Phạm Văn Ân")
    with pytest.raises(Refusal, match="Phạm Văn Ân đã nộp bài"):
        receive(store, known, "Phạm Văn Ân")


def test_a_returned_essay_is_written_again_as_the_next_attempt(store: Store, known: SmallRound) -> None:
    receive(store, known, "Trần Thị Ánh", "2021-04-12")
    found = of(store, known, "Trần Thị Ánh")
    assert [essay.attempt for essay in found.essays] == [1, 2]
    assert (found.state, found.handed_in_late) == (EssayState.RECEIVED_AGAIN, False)


def test_a_withdrawn_essay_stays_in_the_history_and_counts_no_more(store: Store, known: SmallRound) -> None:
    person = known.people["Nguyễn Văn An"]
    essays.withdraw(store, known.round_id, [person])
    assert of(store, known, "Nguyễn Văn An").state is EssayState.LATE
    receive(store, known, "Nguyễn Văn An", "2021-04-09")
    found = of(store, known, "Nguyễn Văn An")
    assert ([essay.attempt for essay in found.essays], found.handed_in_late) == ([1, 2], True)
    assert found.last is not None and found.last.attempt == 2


def test_many_essays_are_received_in_one_gesture_each_person_once(store: Store, known: SmallRound) -> None:
    people = [known.people[name] for name in ("Phạm Văn Ân", "Dương Thị Lan", "Phạm Văn Ân")]
    assert essays.receive(store, known.round_id, people, "2021-04-03", EssayForm.HANDWRITTEN) == 2


def test_one_who_already_handed_in_stops_the_whole_pile(store: Store, known: SmallRound) -> None:
    people = [known.people[name] for name in ("Phạm Văn Ân", "Nguyễn Văn An")]
    with pytest.raises(Refusal):
        essays.receive(store, known.round_id, people, "2021-04-03")
    assert of(store, known, "Phạm Văn Ân").essays == ()


def test_essays_of_strangers_are_not_received(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="không thuộc danh sách triệu tập"):
        essays.receive(store, known.round_id, [a_member(store, "Người Lạ").id], "2021-04-03")


def test_a_result_is_written_with_who_and_when_and_taken_off_again(store: Store, known: SmallRound) -> None:
    person = known.people["Hồ Thị Nga"]
    essays.assess(store, known.round_id, [person], EssayResult.PASSED, " 8,5 ", " Tổ chấm ", "2021-04-10")
    last = of(store, known, "Hồ Thị Nga").last
    assert last is not None
    assert (last.result, last.score, last.marked_by, last.marked_on) == (
        EssayResult.PASSED,
        "8,5",
        "Tổ chấm",
        "2021-04-10",
    )
    essays.assess(store, known.round_id, [person], None)
    last = of(store, known, "Hồ Thị Nga").last
    assert last is not None and (last.result, last.score, last.marked_on) == (None, None, None)


@pytest.mark.parametrize("act", ["assess", "withdraw"])
def test_who_has_handed_in_nothing_has_nothing_to_mark_or_withdraw(store: Store, known: SmallRound, act: str) -> None:
    person = [known.people["Phạm Văn Ân"]]
    with pytest.raises(Refusal, match="chưa nộp bài"):
        if act == "assess":
            essays.assess(store, known.round_id, person, EssayResult.PASSED)
        else:
            essays.withdraw(store, known.round_id, person)


def test_an_exemption_needs_a_reason_and_is_given_once(store: Store, known: SmallRound) -> None:
    person = known.people["Phạm Văn Ân"]
    with pytest.raises(Refusal, match="lý do miễn"):
        essays.exempt(store, known.round_id, [person], " ")
    assert essays.exempt(store, known.round_id, [person, person], "cao tuổi") == 1
    assert essays.exempt(store, known.round_id, [person], "cao tuổi") == 0
    assert of(store, known, "Phạm Văn Ân").state is EssayState.EXEMPT


def test_an_exemption_is_taken_off_again(store: Store, known: SmallRound) -> None:
    essays.require(store, known.round_id, [known.people[ESSAY_EXEMPT]])
    assert not of(store, known, ESSAY_EXEMPT).exempt


def test_a_round_without_essays_asks_none_of_anybody(store: Store, known: SmallRound) -> None:
    draft = rounds.draft_of(rounds.study_round(store, known.round_id))
    values = {name: getattr(draft, name) for name in draft.__dataclass_fields__}
    rounds.amend(store, known.round_id, rounds.RoundDraft(**values | {"essay_required": False}))
    assert {each.state for each in essays.standings(store, known.round_id)} == {EssayState.EXEMPT}


def test_a_mark_put_right_moves_the_due_date(store: Store, known: SmallRound) -> None:
    places = [(day, known.people["Lý Văn Minh"]) for day in known.half_day_ids]
    attendance.mark(store, known.conference_id, places, MarkStatus.PRESENT)
    assert of(store, known, "Lý Văn Minh").due_on == "2021-04-04"
