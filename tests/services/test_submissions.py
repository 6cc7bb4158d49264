"""The board of units and deadlines: who sent what when, how it is taken back, and the tasks of plans."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.owed_records import PlanTask
from db.values import OrganizationKind
from desktop_app.domain.deadlines import SendState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import extensions, journal, organizations, rounds, submissions
from desktop_app.services.office import office
from desktop_app.services.organizations import OrganizationDraft, create
from desktop_app.services.rounds import draft_of, study_round
from desktop_app.services.store import Store
from tests.services.owed_round import ROUTE, Owed, dai_hoi_13


@pytest.fixture
def made(store: Store) -> Owed:
    return dai_hoi_13(store)


def states(store: Store, made: Owed, on: str) -> dict[tuple[str, str], SendState]:
    return {(line.unit, line.deadline.title): line.state for line in submissions.board(store, made.round_id, on)}


def send(store: Store, made: Owed, which: int, units: tuple[int, ...], on: str) -> int:
    return submissions.record(store, made.deadline_ids[which], units, on, "05-BC/ĐU", on)


def test_the_office_owes_its_reports_and_every_cell_its_plan(store: Store, made: Owed) -> None:
    lines = submissions.board(store, made.round_id, "2021-04-01")
    assert [line.deadline.route for line in lines if line.unit == office(store).name] == [ROUTE, ROUTE]
    assert {line.unit for line in lines if line.deadline.id == made.deadline_ids[2]} == {
        "Văn phòng",
        "Nội chính",
        "Kinh tế",
    }


@pytest.mark.parametrize(
    ("on", "april", "july"),
    [
        ("2021-04-30", SendState.SOON, SendState.NOT_DUE),
        ("2021-05-01", SendState.LATE, SendState.NOT_DUE),
        ("2021-07-31", SendState.LATE, SendState.SOON),
        ("2021-08-01", SendState.LATE, SendState.LATE),
    ],
)
def test_reports_of_april_and_july_are_late_from_the_first_of_the_next_month(
    store: Store, made: Owed, on: str, april: SendState, july: SendState
) -> None:
    found, name = states(store, made, on), office(store).name
    assert found[name, "Báo cáo kết quả hội nghị"] is april
    assert found[name, "Báo cáo kết quả đợt học tập"] is july


def test_what_is_late_stands_on_top(store: Store, made: Owed) -> None:
    send(store, made, 2, made.cell_ids[:1], "2021-06-01")
    found = [line.state for line in submissions.board(store, made.round_id, "2021-07-28")]
    assert found == [SendState.LATE] * 3 + [SendState.SOON, SendState.SENT]


def test_several_cells_are_recorded_by_one_gesture_and_undone_whole(store: Store, made: Owed) -> None:
    assert send(store, made, 2, made.cell_ids, "2021-06-30") == 3
    assert set(states(store, made, "2021-08-01").values()) == {SendState.LATE, SendState.SENT}
    journal.undo(store)
    assert SendState.SENT not in states(store, made, "2021-08-01").values()


def test_a_plan_sent_after_its_day_is_late_unless_more_time_was_granted(store: Store, made: Owed) -> None:
    send(store, made, 2, made.cell_ids[:2], "2021-07-05")
    cell, plan = made.cell_ids[0], made.deadline_ids[2]
    extensions.extend(store, made.round_id, "2021-07-05", "bận", organization_ids=[cell], deadline_id=plan)
    found = states(store, made, "2021-08-01")
    assert found["Văn phòng", "Kế hoạch hành động"] is SendState.SENT
    assert found["Nội chính", "Kế hoạch hành động"] is SendState.SENT_LATE


def test_completeness_and_timeliness_count_what_was_due(store: Store, made: Owed) -> None:
    own = (office(store).organization_id,)
    send(store, made, 0, own, "2021-05-03")
    lines = submissions.board(store, made.round_id, "2021-05-10")
    score = next(each for each in submissions.scores(lines, "2021-05-10") if each.unit_id == own[0])
    assert (score.asked, score.sent, score.in_time) == (1, 1, 0)
    assert (score.complete_percent, score.timely_percent) == ("100,00", "0,00")


def test_nothing_due_yet_has_no_percentage(store: Store, made: Owed) -> None:
    lines = submissions.board(store, made.round_id, "2021-04-01")
    assert {each.complete_percent for each in submissions.scores(lines, "2021-04-01")} == {"–"}


def test_what_was_sent_is_taken_back_and_its_tasks_stay(store: Store, made: Owed) -> None:
    cell, plan = made.cell_ids[0], made.deadline_ids[2]
    send(store, made, 2, (cell,), "2021-06-01")
    submissions.save_tasks(store, plan, cell, [PlanTask(title="Họp quán triệt")])
    assert submissions.take_back(store, plan, [cell]) == 1
    found = submissions.submission(store, plan, cell)
    assert found is not None and found.sent_on is None and len(found.tasks) == 1
    with pytest.raises(Refusal, match="không có gì để bỏ"):
        submissions.take_back(store, plan, [cell])


def test_without_tasks_nothing_stays_of_what_is_taken_back(store: Store, made: Owed) -> None:
    send(store, made, 2, made.cell_ids[:1], "2021-06-01")
    submissions.take_back(store, made.deadline_ids[2], made.cell_ids[:1])
    assert submissions.submission(store, made.deadline_ids[2], made.cell_ids[0]) is None


def test_tasks_of_plans_are_listed_with_who_is_late(store: Store, made: Owed) -> None:
    tasks = [
        PlanTask(title="Họp chi bộ", owner="Bí thư", due_on="2021-05-01", done_on="2021-05-02", result="Xong"),
        PlanTask(title="Phát động thi đua", due_on="2021-05-01"),
    ]
    submissions.save_tasks(store, made.deadline_ids[2], made.cell_ids[1], tasks)
    found = submissions.plans(store, made.round_id, "2021-05-03")
    assert [(line.unit, line.task, line.late) for line in found] == [
        ("Nội chính", tasks[0], False),
        ("Nội chính", tasks[1], True),
    ]


def test_a_report_that_was_sent_cannot_be_dropped_from_the_round(store: Store, made: Owed) -> None:
    send(store, made, 2, made.cell_ids[:1], "2021-06-01")
    draft = draft_of(study_round(store, made.round_id))
    with pytest.raises(Refusal, match="“Kế hoạch hành động” đã ghi 1 đơn vị nộp"):
        rounds.amend(store, made.round_id, replace(draft, deadlines=draft.deadlines[:2]))


def test_deadlines_keep_what_was_sent_when_the_round_is_edited(store: Store, made: Owed) -> None:
    send(store, made, 2, made.cell_ids[:1], "2021-06-01")
    draft = draft_of(study_round(store, made.round_id))
    rounds.amend(store, made.round_id, replace(draft, deadlines=tuple(reversed(draft.deadlines))))
    assert states(store, made, "2021-08-01")["Văn phòng", "Kế hoạch hành động"] is SendState.SENT


def test_a_cell_made_after_the_last_day_owes_nothing(store: Store, made: Owed) -> None:
    parent = office(store).organization_id
    create(store, OrganizationDraft(kind=OrganizationKind.CELL, name="Mới", parent_id=parent, opened_on="2021-08-01"))
    assert "Mới" not in {line.unit for line in submissions.board(store, made.round_id, "2021-09-01")}
    assert "Mới" in {each.name for each in organizations.cells(store)}


@pytest.mark.parametrize(
    ("which", "cells", "on", "said"),
    [
        (2, False, "2021-06-01", "không phải nộp"),
        (0, True, "2021-06-01", "không phải nộp"),
        (2, True, "2999-06-01", "ở sau hôm nay"),
    ],
)
def test_what_cannot_be_is_refused(store: Store, made: Owed, which: int, cells: bool, on: str, said: str) -> None:
    units = made.cell_ids[:1] if cells else (office(store).organization_id,)
    with pytest.raises(Refusal, match=said):
        submissions.record(store, made.deadline_ids[which], units, on)


def test_a_document_dated_after_it_was_sent_is_refused(store: Store, made: Owed) -> None:
    with pytest.raises(Refusal, match="Ngày văn bản ở sau ngày gửi"):
        submissions.record(store, made.deadline_ids[2], made.cell_ids, "2021-06-01", "01-KH", "2021-06-02")


def test_a_task_without_words_is_refused(store: Store, made: Owed) -> None:
    with pytest.raises(Refusal, match="chưa ghi nội dung"):
        submissions.save_tasks(store, made.deadline_ids[2], made.cell_ids[0], [PlanTask(title=" ")])


SENDS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["2021-06-29", "2021-06-30", "2021-07-01"]), st.booleans()), max_size=8
)


@given(SENDS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_board_is_what_was_last_written(store: Store, gestures: list[tuple[int, str, bool]]) -> None:
    made = dai_hoi_13_once(store)
    kept: dict[int, str] = {}
    for cell, day, back in gestures:
        if back and cell in kept:
            submissions.take_back(store, made.deadline_ids[2], [made.cell_ids[cell]])
            del kept[cell]
        elif not back:
            send(store, made, 2, (made.cell_ids[cell],), day)
            kept[cell] = day
    lines = {line.unit_id: line for line in submissions.board(store, made.round_id) if line.deadline.owed_by == "cells"}
    for place, cell_id in enumerate(made.cell_ids):
        sent_on = kept.get(place)
        expected = (
            SendState.LATE if sent_on is None else SendState.SENT if sent_on <= "2021-06-30" else SendState.SENT_LATE
        )
        assert lines[cell_id].state is expected
    for cell in kept:
        submissions.take_back(store, made.deadline_ids[2], [made.cell_ids[cell]])


def dai_hoi_13_once(store: Store) -> Owed:
    """The round of this store, made when first asked for."""
    known = rounds.newest(store)
    if known is None:
        return dai_hoi_13(store)
    return Owed(
        round_id=known.id,
        conference_id=0,
        half_day_ids=(),
        cell_ids=tuple(organizations.find_cell(store, name).id for name in ("Văn phòng", "Nội chính", "Kinh tế")),
        people={},
        deadline_ids=tuple(each.id for each in known.deadlines),
    )
