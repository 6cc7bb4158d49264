"""Confirming passed essays and sending them on, list by list; taking both back."""

from dataclasses import replace

import pytest

from db.essay_records import Forwarding
from db.values import EssayResult
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essay_forwarding as forwarding
from desktop_app.services import essay_marking, essays, journal, rounds
from desktop_app.services.office import office, save_setting
from desktop_app.services.store import Store
from tests.round_office import SmallRound, small_round

AN, NGA, ANH = "Nguyễn Văn An", "Hồ Thị Nga", "Trần Thị Ánh"
BY = "Ban Thường vụ Đảng ủy"


@pytest.fixture
def known(store: Store) -> SmallRound:
    made = small_round(store)
    essays.assess(store, made.round_id, [made.people[NGA]], EssayResult.PASSED)
    return made


def state(store: Store, known: SmallRound, name: str) -> EssayState:
    found = essays.standings(store, known.round_id, member_ids=[known.people[name]])
    return found[0].state


def people(known: SmallRound, *names: str) -> list[int]:
    return [known.people[name] for name in names]


def sent(store: Store, known: SmallRound, *names: str) -> Forwarding:
    forwarding.confirm(store, known.round_id, people(known, *names), BY, "2021-04-10")
    draft = replace(forwarding.start(store, known.round_id), document_no=" 12-CV/ĐU ", forwarded_on="2021-04-12")
    return forwarding.forward(store, draft, people(known, *names))


def test_confirming_is_apart_from_marking(store: Store, known: SmallRound) -> None:
    assert forwarding.confirm(store, known.round_id, people(known, AN, NGA), f" {BY} ", "2021-04-10") == 2
    [found] = essays.standings(store, known.round_id, member_ids=people(known, AN))
    assert found.last is not None and found.state is EssayState.CONFIRMED
    assert (found.last.confirmed_by, found.last.confirmed_on) == (BY, "2021-04-10")
    assert forwarding.confirm(store, known.round_id, people(known, AN), BY) == 0


def test_only_passed_essays_are_confirmed(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match=f"{ANH} chưa đạt"):
        forwarding.confirm(store, known.round_id, people(known, AN, ANH), BY)
    assert state(store, known, AN) is EssayState.PASSED


def test_a_confirmation_says_by_whom(store: Store, known: SmallRound) -> None:
    with pytest.raises(Refusal, match="người xác nhận"):
        forwarding.confirm(store, known.round_id, people(known, AN), " ")


def test_what_is_confirmed_is_shut_until_the_confirmation_is_taken_off(store: Store, known: SmallRound) -> None:
    forwarding.confirm(store, known.round_id, people(known, AN), BY)
    for act in (essays.withdraw, essay_marking.put_back):
        with pytest.raises(Refusal, match="đã xác nhận"):
            act(store, known.round_id, people(known, AN))
    with pytest.raises(Refusal, match="đã xác nhận"):
        essays.assess(store, known.round_id, people(known, AN), None)
    assert forwarding.unconfirm(store, known.round_id, people(known, AN)) == 1
    assert essays.withdraw(store, known.round_id, people(known, AN)) == 1


def test_a_list_is_sent_to_the_higher_body_with_its_count(store: Store, known: SmallRound) -> None:
    found = sent(store, known, AN, NGA)
    assert (found.recipient, found.document_no, found.essays) == ("Thành ủy Thanh Hóa", "12-CV/ĐU", 2)
    assert state(store, known, AN) is EssayState.FORWARDED
    assert forwarding.by_recipient(store, known.round_id) == [("Thành ủy Thanh Hóa", 2)]
    assert forwarding.forwarded_members(store, found.id) == people(known, AN, NGA)


def test_an_unconfirmed_essay_is_sent_only_where_the_office_says_so(store: Store, known: SmallRound) -> None:
    draft = forwarding.start(store, known.round_id)
    with pytest.raises(Refusal, match=f"{AN} chưa xác nhận"):
        forwarding.forward(store, draft, people(known, AN))
    save_setting(store, forwarding.PASSED_SETTING, "1")
    assert forwarding.forward(store, draft, people(known, AN)).essays == 1


def test_an_essay_is_sent_once(store: Store, known: SmallRound) -> None:
    sent(store, known, AN)
    with pytest.raises(Refusal, match="đã có trong danh sách gửi"):
        forwarding.forward(store, forwarding.start(store, known.round_id), people(known, AN))
    with pytest.raises(Refusal, match="đã gửi cấp trên"):
        forwarding.unconfirm(store, known.round_id, people(known, AN))


@pytest.mark.parametrize(("recipient", "names"), [(" ", (AN,)), ("Thành ủy", ())])
def test_a_list_needs_a_recipient_and_essays(
    store: Store, known: SmallRound, recipient: str, names: tuple[str, ...]
) -> None:
    draft = replace(forwarding.start(store, known.round_id), recipient=recipient)
    with pytest.raises(Refusal, match=r"nơi nhận|Chưa chọn bài"):
        forwarding.forward(store, draft, people(known, *names))


def test_a_list_taken_back_leaves_its_essays_confirmed(store: Store, known: SmallRound) -> None:
    found = sent(store, known, AN, NGA)
    assert forwarding.take_back(store, found.id) == 2
    assert (state(store, known, AN), forwarding.forwardings(store, known.round_id)) == (EssayState.CONFIRMED, [])
    journal.undo(store)
    assert [each.essays for each in forwarding.forwardings(store, known.round_id)] == [2]
    with pytest.raises(Refusal, match="Không còn"):
        forwarding.take_back(store, found.id + 1)


def test_a_list_goes_to_whom_the_round_names(store: Store, known: SmallRound) -> None:
    draft = replace(rounds.draft_of(rounds.study_round(store, known.round_id)), essay_recipient="Thành ủy")
    rounds.amend(store, known.round_id, draft)
    assert forwarding.start(store, known.round_id).recipient == "Thành ủy"
    rounds.amend(store, known.round_id, replace(draft, essay_recipient=None))
    assert forwarding.start(store, known.round_id).recipient == office(store).parent
