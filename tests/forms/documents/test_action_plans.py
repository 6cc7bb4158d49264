"""The list of action programmes and plans: every unit that owes one, what it sent and when, and the tasks in it."""

import pytest

from db.owed_records import PlanTask
from db.records import Deadline
from db.values import DeadlineKind, OwedBy
from desktop_app.domain.refusal import Refusal
from desktop_app.services import rounds, submissions
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import SmallRound, small_round


@pytest.fixture
def planned(blank: Store) -> SmallRound:
    """Every cell owes a plan by 1 April; the first sent it in time, the second late, the third not at all."""
    made = small_round(blank)
    wanted = Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch của chi bộ", due_on="2021-04-01", owed_by=OwedBy.CELLS)
    rounds.amend(blank, made.round_id, rounds.RoundDraft(name="Học tập Nghị quyết", deadlines=(wanted,)))
    plan = rounds.study_round(blank, made.round_id).deadlines[0].id
    submissions.record(blank, plan, [made.cell_ids[0]], "2021-03-30", "05-KH/CB", "2021-03-29")
    submissions.record(blank, plan, [made.cell_ids[1]], "2021-04-03")
    tasks = [PlanTask(title="Ra nghị quyết chi bộ", owner="Chi ủy", due_on="2021-04-02")]
    submissions.save_tasks(blank, plan, made.cell_ids[0], tasks)
    return made


def test_every_unit_stands_with_number_days_and_state(blank: Store, planned: SmallRound) -> None:
    text = " ".join(pages_of(blank, "action-plans"))
    assert "Chi bộ Đội Cung 1 05-KH/CB 29/03/2021 01/04/2021 30/03/2021 Đã gửi" in text
    assert "Chi bộ Đội Cung 2 01/04/2021 03/04/2021 Gửi muộn" in text
    assert "Chi bộ Trường Mầm non Đông Thọ 01/04/2021 Quá hạn, chưa gửi" in text


def test_sent_late_and_missing_are_counted(blank: Store, planned: SmallRound) -> None:
    text = " ".join(pages_of(blank, "action-plans"))
    assert "đã gửi 2/3 đơn vị (gửi muộn 1); chưa gửi 1 (quá hạn 1)." in text and "Tổng số: đã gửi 2/3" in text


def test_the_tasks_of_a_plan_follow(blank: Store, planned: SmallRound) -> None:
    text = " ".join(pages_of(blank, "action-plans"))
    assert "Ra nghị quyết chi bộ Chi ủy 02/04/2021 Chưa xong, quá hạn" in text


def test_one_cell_has_its_own_lines(blank: Store, planned: SmallRound) -> None:
    text = " ".join(pages_of(blank, "action-plans", cell_id=planned.cell_ids[1]))
    assert "Gửi muộn" in text and "05-KH/CB" not in text and "Ra nghị quyết" not in text


def test_what_the_office_owes_is_told_of_it(read: Read) -> None:
    assert "Chương trình hành động (hạn ngày 30/6/2021, gửi Thành ủy): chưa gửi." in read("action-plans")


def test_a_round_that_asks_for_no_plan_has_no_list(blank: Store) -> None:
    rounds.create(blank, rounds.RoundDraft(name="Học tập Nghị quyết"))
    with pytest.raises(Refusal, match="chưa ghi chương trình, kế hoạch nào"):
        pages_of(blank, "action-plans")
