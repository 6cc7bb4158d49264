"""Admission, official membership, exemption, death and leaving as dated gestures; each refusal names the fact."""

from collections.abc import Callable

import pytest

from db.values import LeavingForm, MemberKind, MemberStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal, members, moves, positions, standing
from desktop_app.services.lives import life
from desktop_app.services.store import Store
from tests.cast import CELL, a_cell, a_member
from tests.services.roll_on import on_roll

PAPER = "15-QĐ/ĐU"


def a_guest(store: Store, cell: str | None = CELL) -> int:
    dates = {"admitted_on": None, "official_on": None, "birth_date": "1995-06-10"}
    return a_member(store, "Lê Thị Khách", cell, kind=MemberKind.GUEST, **dates).id


def kind_on(store: Store, member_id: int, day: str) -> MemberKind | None:
    return members.page(store, [member_id], day)[0].kind


def status_on(store: Store, member_id: int, day: str) -> MemberStatus | None:
    return members.page(store, [member_id], day)[0].status


def test_an_admitted_guest_is_on_probation_from_that_day(store: Store) -> None:
    guest = a_guest(store)
    admitted = standing.admit(store, guest, "2020-05-19", PAPER)
    assert (admitted.admitted_on, admitted.cell) == ("2020-05-19", CELL)
    assert [kind_on(store, guest, day) for day in ("2020-05-18", "2020-05-19")] == [
        MemberKind.GUEST,
        MemberKind.PROBATIONARY,
    ]
    assert life(store, guest).kinds[-1].decision_no == PAPER


def test_an_admission_is_one_gesture_and_is_taken_back_whole(store: Store) -> None:
    guest = a_guest(store)
    before = life(store, guest)
    standing.admit(store, guest, "2020-05-19", PAPER, a_cell(store, "Phố 2").id)
    assert journal.undo(store).summary == "Kết nạp Lê Thị Khách"
    assert life(store, guest) == before and members.member(store, guest).admitted_on is None


def test_a_guest_becomes_a_member_in_the_figures_of_the_roll(store: Store) -> None:
    guest = a_guest(store)
    standing.admit(store, guest, "2020-05-19", PAPER)
    assert [on_roll(store, day).total for day in ("2020-05-18", "2020-05-19")] == [0, 1]


@pytest.mark.parametrize(
    ("day", "paper", "said"),
    [
        ("2013-06-09", PAPER, "chưa đủ 18 tuổi"),
        ("2020-05-19", " ", "Chưa ghi số quyết định kết nạp"),
        ("2199-01-01", PAPER, "chưa đến"),
        ("1990-01-01", PAPER, "sớm hơn ngày sinh 10/06/1995"),
    ],
)
def test_an_admission_that_cannot_be_is_refused(store: Store, day: str, paper: str, said: str) -> None:
    guest = a_guest(store)
    with pytest.raises(Refusal, match=said):
        standing.admit(store, guest, day, paper)


def test_nobody_is_admitted_twice(store: Store) -> None:
    with pytest.raises(Refusal, match="đã là đảng viên chính thức từ ngày 19/05/1986"):
        standing.admit(store, a_member(store).id, "2020-05-19", PAPER)


def test_an_admission_needs_a_cell(store: Store) -> None:
    guest = a_guest(store, cell=None)
    with pytest.raises(Refusal, match="hãy chọn chi bộ"):
        standing.admit(store, guest, "2020-05-19", PAPER)


def test_who_left_may_be_admitted_again(store: Store) -> None:
    person = a_member(store)
    standing.left(store, person.id, "2010-03-01", LeavingForm.ASKED, "3-QĐ/ĐU")
    again = standing.admit(store, person.id, "2015-03-01", PAPER)
    assert (again.status, again.kind, again.official_on) == (MemberStatus.ACTIVE, MemberKind.PROBATIONARY, None)
    assert kind_on(store, person.id, "2009-01-01") is MemberKind.OFFICIAL


def test_probation_lasts_twelve_months(store: Store) -> None:
    guest = a_guest(store)
    standing.admit(store, guest, "2020-02-29", PAPER)
    with pytest.raises(Refusal, match="đủ mười hai tháng vào ngày 28/02/2021"):
        standing.make_official(store, guest, "2021-02-27", PAPER)
    assert standing.make_official(store, guest, "2021-02-28", PAPER).kind is MemberKind.OFFICIAL
    assert members.member(store, guest).official_on == "2021-02-28"


def test_only_a_member_on_probation_becomes_official(store: Store) -> None:
    with pytest.raises(Refusal, match="chưa là đảng viên"):
        standing.make_official(store, a_guest(store), "2021-01-01", PAPER)
    with pytest.raises(Refusal, match="đã là đảng viên chính thức"):
        standing.make_official(store, a_member(store).id, "2021-01-01", PAPER)


def test_an_official_member_needs_a_decision(store: Store) -> None:
    guest = a_guest(store)
    standing.admit(store, guest, "2020-01-01", PAPER)
    with pytest.raises(Refusal, match="Chưa ghi số quyết định công nhận chính thức"):
        standing.make_official(store, guest, "2021-02-01", "")


def test_an_exemption_holds_from_its_day_until_its_end(store: Store) -> None:
    person = a_member(store)
    standing.exempt(store, person.id, "2021-03-01", "tuổi cao", until="2021-06-01")
    days = ("2021-02-28", "2021-03-01", "2021-05-31", "2021-06-01")
    assert [on_roll(store, day).exempt for day in days] == [0, 1, 1, 0]
    assert life(store, person.id).statuses[1].reason == "tuổi cao"


def test_activity_is_resumed_before_a_planned_end(store: Store) -> None:
    person = a_member(store)
    standing.exempt(store, person.id, "2021-03-01", "ốm", until="2199-01-01")
    standing.resume(store, person.id, "2021-04-01")
    assert [status_on(store, person.id, day) for day in ("2021-03-31", "2021-04-01", "2199-02-01")] == [
        MemberStatus.EXEMPT,
        MemberStatus.ACTIVE,
        MemberStatus.ACTIVE,
    ]


def test_nobody_is_exempted_twice_or_without_a_reason(store: Store) -> None:
    person = a_member(store)
    with pytest.raises(Refusal, match="Chưa ghi lý do miễn"):
        standing.exempt(store, person.id, "2021-03-01", "")
    standing.exempt(store, person.id, "2021-03-01", "tuổi cao")
    with pytest.raises(Refusal, match="đã được miễn sinh hoạt đảng từ ngày 01/03/2021"):
        standing.exempt(store, person.id, "2021-04-01", "tuổi cao")


def test_an_end_before_its_beginning_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="phải sau ngày bắt đầu 01/03/2021"):
        standing.exempt(store, a_member(store).id, "2021-03-01", "ốm", until="2021-03-01")


def test_who_is_active_has_nothing_to_resume(store: Store) -> None:
    with pytest.raises(Refusal, match="đang sinh hoạt đảng bình thường"):
        standing.resume(store, a_member(store).id, "2021-04-01")


def test_a_suspended_member_still_counts_and_comes_back(store: Store) -> None:
    person = a_member(store)
    standing.suspend(store, person.id, "2021-03-01", "5-QĐ/UBKT")
    assert status_on(store, person.id, "2021-03-02") is MemberStatus.SUSPENDED
    assert on_roll(store, "2021-03-02").total == 1
    assert standing.resume(store, person.id, "2021-04-01").status is MemberStatus.ACTIVE


def test_an_interruption_is_no_exemption(store: Store) -> None:
    person = a_member(store)
    standing.interrupt(store, person.id, "2021-03-01", "đi làm xa")
    assert members.member(store, person.id).status is MemberStatus.INTERRUPTED
    with pytest.raises(Refusal, match="gián đoạn sinh hoạt đảng từ ngày 01/03/2021"):
        standing.exempt(store, person.id, "2021-04-01", "ốm")


def test_the_dead_are_on_no_later_roll(store: Store) -> None:
    person = a_member(store)
    standing.died(store, person.id, "2021-02-05")
    assert [on_roll(store, day).total for day in ("2021-02-04", "2021-02-05")] == [1, 0]


def test_death_ends_offices_and_activity_for_a_time(store: Store) -> None:
    person = a_member(store)
    positions.hold_office(store, person.id, "Bí thư chi bộ", "2020-01-01")
    moves.send_away(store, person.id, "2020-06-01", "Hà Nội")
    standing.died(store, person.id, "2021-02-05")
    known = life(store, person.id)
    assert (known.offices[0].valid_to, known.temporary[0].valid_to) == ("2021-02-05", "2021-02-05")


def test_nothing_happens_to_the_dead(store: Store) -> None:
    person, other = a_member(store), a_cell(store, "Phố 2").id
    standing.died(store, person.id, "2021-02-05")
    gestures: tuple[Callable[[], object], ...] = (
        lambda: standing.died(store, person.id, "2021-03-01"),
        lambda: standing.exempt(store, person.id, "2021-03-01", "ốm"),
        lambda: standing.left(store, person.id, "2021-03-01", LeavingForm.ASKED, PAPER),
        lambda: standing.exempt_essay(store, person.id, "2021-03-01", "ốm"),
        lambda: standing.admit(store, person.id, "2021-03-01", PAPER),
        lambda: moves.move(store, person.id, "2021-03-01", other),
        lambda: moves.transfer_out(store, person.id, "2021-03-01", "Hà Nội"),
        lambda: moves.send_away(store, person.id, "2021-03-01", "Hà Nội"),
        lambda: positions.hold_office(store, person.id, "Bí thư", "2021-03-01"),
    )
    for gesture in gestures:
        with pytest.raises(Refusal, match="Đồng chí này đã từ trần ngày 05/02/2021"):
            gesture()


def test_what_came_before_a_death_may_still_be_recorded(store: Store) -> None:
    person = a_member(store)
    standing.died(store, person.id, "2021-02-05")
    assert moves.move(store, person.id, "2021-01-01", a_cell(store, "Phố 2").id).cell == "Phố 2"


def test_a_death_before_what_is_known_of_later_days_is_refused(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2021-03-01", a_cell(store, "Phố 2").id)
    with pytest.raises(Refusal, match="thuộc Chi bộ Phố 2 từ ngày 01/03/2021"):
        standing.died(store, person.id, "2021-02-05")


def test_leaving_keeps_its_form_and_decision(store: Store) -> None:
    person = a_member(store)
    standing.left(store, person.id, "2021-02-05", LeavingForm.STRUCK_OFF, PAPER)
    last = life(store, person.id).statuses[-1]
    assert (last.status, last.form, last.decision_no) == (MemberStatus.LEFT, LeavingForm.STRUCK_OFF, PAPER)
    with pytest.raises(Refusal, match="đã ra khỏi Đảng ngày 05/02/2021"):
        standing.exempt(store, person.id, "2021-03-01", "ốm")


def test_a_guest_cannot_leave_and_leaving_needs_a_decision(store: Store) -> None:
    with pytest.raises(Refusal, match="chưa là đảng viên"):
        standing.left(store, a_guest(store), "2021-02-05", LeavingForm.ASKED, PAPER)
    with pytest.raises(Refusal, match="Chưa ghi số quyết định cho ra khỏi Đảng"):
        standing.left(store, a_member(store).id, "2021-02-05", LeavingForm.ASKED, "")


def test_essays_are_not_owed_between_two_days(store: Store) -> None:
    person = a_member(store)
    standing.exempt_essay(store, person.id, "2021-01-01", "cao tuổi")
    with pytest.raises(Refusal, match="đã được miễn viết thu hoạch từ ngày 01/01/2021"):
        standing.exempt_essay(store, person.id, "2021-02-01", "cao tuổi")
    standing.require_essay(store, person.id, "2021-06-01")
    assert [(f.valid_from, f.valid_to) for f in life(store, person.id).essay_free] == [("2021-01-01", "2021-06-01")]
    with pytest.raises(Refusal, match="không ghi đồng chí này được miễn viết thu hoạch"):
        standing.require_essay(store, person.id, "2021-07-01")


def test_nothing_is_recorded_about_who_is_in_the_bin(store: Store) -> None:
    person = a_member(store)
    members.remove(store, [person.id])
    with pytest.raises(Refusal, match="đang ở thùng rác"):
        standing.died(store, person.id, "2021-02-05")


def test_a_refused_gesture_leaves_no_entry(store: Store) -> None:
    person = a_member(store)
    before = journal.history(store, 1)
    with pytest.raises(Refusal):
        standing.resume(store, person.id, "2021-02-05")
    assert journal.history(store, 1) == before
