"""Moves between cells and offices, for good and for a time, and where people are counted meanwhile."""

import pytest

from db.rolls import without_cell
from db.values import MarkStatus
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attendance, conferences, members, moves, positions, reports, rolls, standing
from desktop_app.services.lives import life
from desktop_app.services.store import Store
from tests.cast import CELL, a_cell, a_member
from tests.round_office import make_round, two_days
from tests.services.roll_on import names_on_roll, on_roll


def cell_on(store: Store, member_id: int, day: str) -> str | None:
    return members.page(store, [member_id], day)[0].cell


def test_a_move_holds_from_its_day(store: Store) -> None:
    person, other = a_member(store), a_cell(store, "Phố 2").id
    moves.move(store, person.id, "2021-03-01", other, "7-QĐ/ĐU")
    assert [cell_on(store, person.id, day) for day in ("2021-02-28", "2021-03-01")] == [CELL, "Phố 2"]
    assert life(store, person.id).cells[-1].decision_no == "7-QĐ/ĐU"
    assert names_on_roll(store, "2021-03-01", other) == [person.full_name]


def test_a_move_to_the_same_cell_or_before_a_later_one_is_refused(store: Store) -> None:
    person, other, third = a_member(store), a_cell(store, "Phố 2").id, a_cell(store, "Phố 3").id
    with pytest.raises(Refusal, match="đã thuộc Chi bộ Đội Cung 1 từ trước; hãy chọn chi bộ khác"):
        moves.move(store, person.id, "2021-03-01", a_cell(store).id)
    moves.move(store, person.id, "2021-03-01", other)
    for day in ("2021-02-01", "2021-03-01"):
        with pytest.raises(Refusal, match="thuộc Chi bộ Phố 2 từ ngày 01/03/2021"):
            moves.move(store, person.id, day, third)


def test_who_moves_out_is_in_no_cell_and_no_gap_of_ours(store: Store) -> None:
    person = a_member(store)
    moves.transfer_out(store, person.id, "2021-03-01", "Đảng bộ phường Ba Đình", "21-GT")
    assert [on_roll(store, day).total for day in ("2021-02-28", "2021-03-01")] == [1, 0]
    stay = life(store, person.id).cells[0]
    assert (stay.went_to, stay.left_decision_no) == ("Đảng bộ phường Ba Đình", "21-GT")
    assert without_cell(store, "2021-04-01") == 0


def test_who_moved_out_does_not_wait_for_a_cell(store: Store) -> None:
    gone, waiting = a_member(store), a_member(store, "Trần Thị Bình", None)
    moves.transfer_out(store, gone.id, "2021-03-01", "Ba Đình")
    assert list(members.list_ids(store, members.MemberFilter(no_cell=True))) == [waiting.id]
    assert without_cell(store, "2021-04-01") == 1


def test_moving_out_needs_a_cell_and_a_place(store: Store) -> None:
    person = a_member(store)
    with pytest.raises(Refusal, match="Chưa ghi nơi chuyển đến"):
        moves.transfer_out(store, person.id, "2021-03-01", " ")
    moves.transfer_out(store, person.id, "2021-03-01", "Ba Đình")
    with pytest.raises(Refusal, match="không thuộc chi bộ nào"):
        moves.transfer_out(store, person.id, "2021-04-01", "Ba Đình")


def test_moving_out_ends_offices(store: Store) -> None:
    person = a_member(store)
    positions.hold_office(store, person.id, "Bí thư chi bộ", "2020-01-01")
    moves.transfer_out(store, person.id, "2021-03-01", "Ba Đình")
    assert life(store, person.id).offices[0].valid_to == "2021-03-01"


def test_who_comes_in_counts_from_that_day(store: Store) -> None:
    person = a_member(store, cell=None)
    moves.transfer_in(store, person.id, "2021-03-01", a_cell(store).id, "Đảng bộ phường Ba Đình", "22-GT")
    assert [on_roll(store, day).total for day in ("2021-02-28", "2021-03-01")] == [0, 1]
    assert without_cell(store, "2021-02-01") == 0
    with pytest.raises(Refusal, match="hãy dùng việc chuyển giữa các chi bộ"):
        moves.transfer_in(store, person.id, "2021-04-01", a_cell(store).id, "Ba Đình")


def test_who_went_away_may_come_back(store: Store) -> None:
    person = a_member(store)
    moves.transfer_out(store, person.id, "2020-03-01", "Ba Đình")
    moves.transfer_in(store, person.id, "2021-03-01", a_cell(store).id, "Ba Đình")
    days = ("2020-02-01", "2020-06-01", "2021-06-01")
    assert [cell_on(store, person.id, day) for day in days] == [CELL, None, CELL]


def test_who_is_elsewhere_for_a_time_counts_at_home_and_need_not_come(store: Store) -> None:
    person = a_member(store)
    moves.send_away(store, person.id, "2021-03-01", "Đảng bộ phường Ba Đình", until="2021-05-01")
    found = [on_roll(store, day) for day in ("2021-02-28", "2021-03-01", "2021-05-01")]
    assert [(each.total, each.away, each.must_attend) for each in found] == [(1, 0, 1), (1, 1, 0), (1, 0, 1)]


def test_who_attends_with_another_cell_stands_there_and_counts_at_home(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    a_member(store, "Trần Thị Bình", "Phố 2")
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    totals = on_roll(store, "2021-03-10")
    assert (totals.total, totals.away, totals.hosted, totals.must_attend) == (2, 1, 1, 2)
    assert names_on_roll(store, "2021-03-10", host) == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_a_round_that_counts_nobody_hosted_leaves_them_at_home(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    totals = on_roll(store, "2021-03-10", person.cell_id, count_hosted=False)
    assert (totals.total, totals.away, totals.hosted, totals.must_attend) == (1, 0, 0, 1)


def test_an_exempt_member_is_exempt_at_home_wherever_they_attend(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    standing.exempt(store, person.id, "2021-04-01", "ốm")
    totals = on_roll(store, "2021-04-10", person.cell_id)
    assert (totals.total, totals.exempt, totals.hosted) == (1, 1, 0)


def test_the_summary_counts_who_attends_with_another_cell_once(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    a_member(store, "Trần Thị Bình", "Phố 2")
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    round_id = make_round(store)
    held = conferences.create(store, round_id, two_days())
    frozen = rolls.freeze(store, held.id)
    attendance.mark(store, held.id, [(day.id, person.id) for day in held.half_days], MarkStatus.PRESENT)
    found = reports.summary(store, round_id)
    lines = {row.name: (row.total, row.away, row.hosted, row.must_attend, row.studied) for row in found.rows}
    assert lines == {CELL: (1, 1, 0, 0, 0), "Phố 2": (1, 0, 1, 2, 1)}
    total = found.total
    assert (total.total, total.away, total.hosted, total.must_attend, total.studied) == (2, 1, 1, 2, 1)
    assert (frozen.total, frozen.away, frozen.hosted, frozen.must_attend) == (2, 1, 1, 2)
    assert [row.studied_of_total for row in found.rows] == [1, 0] and total.studied_of_total == 1


def test_the_frozen_roll_knows_the_home_of_who_is_hosted(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    held = conferences.create(store, make_round(store), two_days())
    rolls.freeze(store, held.id)
    row = rolls.roll(store, held.id)[0]
    assert (row.cell_id, row.home_cell_id, row.hosted, row.deduction) == (host, person.cell_id, True, None)


def test_nobody_is_away_twice_at_once_or_in_their_own_cell(store: Store) -> None:
    person = a_member(store)
    with pytest.raises(Refusal, match="hãy chọn chi bộ khác để sinh hoạt tạm thời"):
        moves.send_away(store, person.id, "2021-03-01", cell_id=person.cell_id)
    with pytest.raises(Refusal, match="Chưa ghi nơi chuyển đến"):
        moves.send_away(store, person.id, "2021-03-01")
    moves.send_away(store, person.id, "2021-03-01", "Ba Đình", until="2021-05-01")
    with pytest.raises(Refusal, match="đã sinh hoạt tạm thời tại Ba Đình từ ngày 01/03/2021"):
        moves.send_away(store, person.id, "2021-04-01", "Hà Nội")
    assert moves.send_away(store, person.id, "2021-05-01", "Hà Nội").cell == CELL


def test_who_is_exempt_is_not_sent_away(store: Store) -> None:
    person = a_member(store)
    standing.exempt(store, person.id, "2021-03-01", "ốm")
    with pytest.raises(Refusal, match="đã được miễn sinh hoạt đảng từ ngày 01/03/2021"):
        moves.send_away(store, person.id, "2021-04-01", "Ba Đình")


def test_a_hosted_member_attends_here_and_counts_nowhere_here(store: Store) -> None:
    person = a_member(store, cell=None)
    moves.host(store, person.id, "2021-03-01", a_cell(store).id, "Đảng bộ phường Ba Đình", until="2021-05-01")
    found = [on_roll(store, day) for day in ("2021-02-28", "2021-03-01", "2021-05-01")]
    assert [(each.total, each.hosted, each.must_attend) for each in found] == [(0, 0, 0), (0, 1, 1), (0, 0, 0)]


def test_only_who_has_no_cell_here_is_hosted(store: Store) -> None:
    with pytest.raises(Refusal, match="đã thuộc Chi bộ Đội Cung 1 từ trước"):
        moves.host(store, a_member(store).id, "2021-03-01", a_cell(store).id, "Ba Đình")
    with pytest.raises(Refusal, match="Chưa ghi nơi chuyển đi"):
        moves.host(store, a_member(store, cell=None).id, "2021-03-01", a_cell(store).id, "")


def test_a_hosted_member_who_moves_in_is_hosted_no_longer(store: Store) -> None:
    person = a_member(store, cell=None)
    moves.host(store, person.id, "2021-03-01", a_cell(store).id, "Ba Đình")
    moves.transfer_in(store, person.id, "2021-06-01", a_cell(store).id, "Ba Đình")
    assert life(store, person.id).temporary[0].valid_to == "2021-06-01"
    assert (on_roll(store, "2021-07-01").total, on_roll(store, "2021-07-01").hosted) == (1, 0)


def test_the_return_ends_the_time_away(store: Store) -> None:
    person = a_member(store)
    moves.send_away(store, person.id, "2021-03-01", "Ba Đình")
    moves.return_home(store, person.id, "2021-04-01")
    assert [on_roll(store, day).must_attend for day in ("2021-03-31", "2021-04-01")] == [0, 1]
    with pytest.raises(Refusal, match="Trước ngày 01/05/2021 không ghi đồng chí này sinh hoạt tạm thời"):
        moves.return_home(store, person.id, "2021-05-01")


def test_moving_for_good_to_the_host_cell_ends_the_time_there(store: Store) -> None:
    person, host = a_member(store), a_cell(store, "Phố 2").id
    moves.send_away(store, person.id, "2021-03-01", cell_id=host)
    moves.move(store, person.id, "2021-06-01", host)
    assert life(store, person.id).temporary[0].valid_to == "2021-06-01"
