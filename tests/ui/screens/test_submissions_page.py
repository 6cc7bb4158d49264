"""The board of reports and plans, a unit's tasks and files, and extensions, used as a clerk does."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.deadlines import SendState
from desktop_app.services import extensions, submissions
from desktop_app.services.office import office
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.plan_page import PlanPage
from desktop_app.ui.screens.round_page import RoundPage
from desktop_app.ui.screens.submissions_page import SubmissionsPage
from tests.services.owed_round import Owed, dai_hoi_13
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import opened


@pytest.fixture
def made(store: Store) -> Owed:
    return dai_hoi_13(store)


@pytest.fixture
def page(desk: Desk, made: Owed, qtbot: QtBot) -> SubmissionsPage:
    page = SubmissionsPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    return page


def line(page: SubmissionsPage, unit: str) -> list[str]:
    return next(row for row in rows(page) if row[0] == unit)


def typed_over(box: QLineEdit, text: str) -> None:
    box.selectAll()
    typed(box, text)


def test_each_place_says_its_state_in_words(page: SubmissionsPage, store: Store) -> None:
    assert line(page, "Kinh tế")[1:3] == ["–", line(page, "Nội chính")[2]]
    assert line(page, "Kinh tế")[2].startswith("Quá hạn ")
    assert line(page, office(store).name)[2] == "–"
    assert "quá hạn 5" in shown(page)


def test_several_cells_are_recorded_at_once(page: SubmissionsPage, store: Store, made: Owed) -> None:
    page.table.select_ids(list(made.cell_ids[:2]))
    pressed(page, "Ghi đã nộp")
    typed_over(named(dialog(page), QLineEdit, "Ngày gửi"), "30/6/2021")
    pressed(dialog(page), "Ghi đã nộp")
    assert [line(page, unit)[2] for unit in ("Văn phòng", "Nội chính")] == ["Đã gửi 30/06/2021"] * 2
    assert line(page, "Kinh tế")[2].startswith("Quá hạn")


def test_what_was_recorded_is_shown_again_and_taken_back(page: SubmissionsPage, store: Store, made: Owed) -> None:
    page.desk.write(submissions.record, made.deadline_ids[2], made.cell_ids[:1], "2021-07-02", "01-KH/CB")
    page.table.select_ids(list(made.cell_ids[:1]))
    assert line(page, "Văn phòng")[2] == "Gửi muộn 02/07/2021"
    pressed(page, "Ghi đã nộp")
    assert named(dialog(page), QLineEdit, "Số, ký hiệu").text() == "01-KH/CB"
    dialog(page).close()
    pressed(page, "Bỏ ghi nộp")
    assert line(page, "Văn phòng")[2].startswith("Quá hạn")


def test_units_that_owe_nothing_alike_are_told_so(
    page: SubmissionsPage, store: Store, made: Owed, qtbot: QtBot
) -> None:
    page.table.select_ids([made.cell_ids[0], office(store).organization_id])
    with qtbot.waitSignal(page.desk.refused) as told:
        pressed(page, "Ghi đã nộp")
    assert told.args is not None and "không cùng phải nộp" in told.args[0]


def test_only_units_with_something_missing_are_shown_on_demand(page: SubmissionsPage, made: Owed) -> None:
    page.desk.write(submissions.record, made.deadline_ids[2], made.cell_ids[:1], "2021-06-02")
    box = named(page, QComboBox, "Xem")
    box.setCurrentIndex(box.findText("Còn thiếu"))
    box.activated.emit(box.currentIndex())
    assert "Văn phòng" not in [row[0] for row in rows(page)] and len(rows(page)) == 3


def test_a_cell_gets_more_time_for_its_plan(page: SubmissionsPage, store: Store, made: Owed) -> None:
    page.desk.write(submissions.record, made.deadline_ids[2], made.cell_ids[:1], "2021-07-02")
    page.table.select_ids(list(made.cell_ids[:1]))
    pressed(page, "Gia hạn")
    typed(named(dialog(page), QLineEdit, "Gia hạn đến hết ngày"), "15/7/2021")
    typed(named(dialog(page), QLineEdit, "Lý do"), "đại hội chi bộ")
    pressed(dialog(page), "Gia hạn")
    assert line(page, "Văn phòng")[2] == "Đã gửi 02/07/2021"


def test_cells_to_remind_are_listed_with_names(page: SubmissionsPage, desk: Desk, made: Owed, qtbot: QtBot) -> None:
    desk.write(submissions.record, made.deadline_ids[2], made.cell_ids[:1], "2021-06-02")
    found = opened(desk, qtbot, lambda: pressed(page, "Đôn đốc"))
    told = {row[0]: row[1:] for row in rows(found)}
    assert set(told) == {"Nội chính", "Kinh tế"}
    assert told["Nội chính"][1:] == ["1: Đào Văn Vắng", "–"]
    assert told["Kinh tế"][0].startswith("Kế hoạch hành động (quá hạn ")


def test_tasks_of_a_plan_are_added_and_finished(
    page: SubmissionsPage, desk: Desk, store: Store, made: Owed, qtbot: QtBot
) -> None:
    page.table.select_ids(list(made.cell_ids[:1]))
    plan = opened(desk, qtbot, lambda: pressed(page, "Nhiệm vụ, tệp kèm"))
    assert isinstance(plan, PlanPage)
    pane = plan.panes()[0]
    pressed(pane, "Thêm nhiệm vụ")
    typed(named(dialog(plan), QPlainTextEdit, "Nhiệm vụ"), "Họp quán triệt")
    typed(named(dialog(plan), QLineEdit, "Hạn"), "01/05/2021")
    pressed(dialog(plan), "Thêm")
    assert rows(pane)[0][1:5] == ["Họp quán triệt", "", "01/05/2021", "Quá hạn, chưa xong"]
    pressed(pane, "Đã xong")
    assert rows(pane)[0][4].startswith("Xong ")
    assert "Hạn: hết ngày 30/06/2021" in shown(plan)


def test_a_file_is_kept_with_a_plan_not_yet_sent(
    desk: Desk, store: Store, made: Owed, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    plan = PlanPage(desk, made.deadline_ids[2], made.cell_ids[0])
    qtbot.addWidget(plan)
    plan.show()
    plan.turn(1)
    path = tmp_path / "ke-hoach.pdf"
    path.write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")
    answers.coming = [path]
    pressed(plan.panes()[0], "Đính kèm tệp…")
    assert rows(plan.panes()[0])[0][0] == "ke-hoach.pdf"
    state = {e.unit: e.state for e in submissions.board(store, made.round_id, "2021-06-01")}
    assert state["Văn phòng"] is SendState.NOT_DUE


def turned_to(page: RoundPage, caption: str) -> ListPane:
    place = next(at for at in range(page.tabs.count()) if page.tabs.tabText(at) == caption)
    page.tabs.setCurrentIndex(place)
    return page.panes()[0]


@pytest.fixture
def round_page(desk: Desk, made: Owed, qtbot: QtBot) -> RoundPage:
    page = RoundPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    return page


def test_the_board_is_one_button_from_the_round(round_page: RoundPage, desk: Desk, qtbot: QtBot) -> None:
    found = opened(desk, qtbot, lambda: pressed(round_page, "Báo cáo, kế hoạch"))
    assert isinstance(found, SubmissionsPage) and len(rows(found)) == 4


def test_moving_a_report_names_the_units_first(round_page: RoundPage, store: Store, answers: Answers) -> None:
    pane = turned_to(round_page, "Báo cáo phải nộp")
    pane.table.selectRow(1)
    pressed(pane, "Sửa")
    typed_over(named(dialog(round_page), QLineEdit, "Hạn"), "15/7/2021")
    answers.coming = [False, True]
    pressed(dialog(round_page), "Ghi")
    assert "Hạn của mọi người giữ như cũ".lower() in shown(dialog(round_page)).lower()
    assert "Kinh tế · Kế hoạch hành động: 30/06/2021 → 15/07/2021" in answers.asked[0]
    assert "hạn của 3 đơn vị" in answers.asked[0]
    pressed(dialog(round_page), "Ghi")
    assert "15/07/2021" in [row[2] for row in rows(pane)]


def test_what_hangs_on_a_report_stays_when_it_is_edited(round_page: RoundPage, store: Store, made: Owed) -> None:
    round_page.desk.write(submissions.record, made.deadline_ids[2], made.cell_ids, "2021-06-02")
    pane = turned_to(round_page, "Báo cáo phải nộp")
    pane.table.selectRow(1)
    pressed(pane, "Sửa")
    typed_over(named(dialog(round_page), QLineEdit, "Tên"), "Kế hoạch của chi bộ")
    pressed(dialog(round_page), "Ghi")
    assert sum(line.sent for line in submissions.board(store, made.round_id)) == 3


def test_a_report_that_was_sent_stays_in_the_list(round_page: RoundPage, made: Owed, qtbot: QtBot) -> None:
    round_page.desk.write(submissions.record, made.deadline_ids[2], made.cell_ids, "2021-06-02")
    pane = turned_to(round_page, "Báo cáo phải nộp")
    pane.table.selectRow(1)
    with qtbot.waitSignal(round_page.desk.refused) as told:
        pressed(pane, "Xóa")
    assert told.args is not None and "đã ghi 3 đơn vị nộp" in told.args[0]
    assert len(rows(pane)) == 3


def test_grants_are_listed_and_taken_back(round_page: RoundPage, store: Store, made: Owed) -> None:
    extensions.extend(
        store, made.round_id, "2021-07-15", "bận", organization_ids=made.cell_ids[:1], deadline_id=made.deadline_ids[2]
    )
    pane = turned_to(round_page, "Gia hạn")
    assert rows(pane) == [["Văn phòng", "Kế hoạch hành động", "15/07/2021", "bận"]]
    pane.table.selectRow(0)
    pressed(pane, "Bỏ gia hạn")
    assert rows(pane) == []


def test_a_round_without_essays_has_nobody_to_grant(round_page: RoundPage, qtbot: QtBot) -> None:
    pane = turned_to(round_page, "Gia hạn")
    with qtbot.waitSignal(round_page.desk.refused):
        pressed(pane, "Gia hạn cho một đồng chí")


def test_a_unit_stays_where_it_stood_when_it_is_recorded(page: SubmissionsPage, made: Owed) -> None:
    before = [row[0] for row in rows(page)]
    late = page.table.rows.rows_of([made.cell_ids[0]])[0]
    page.table.setCurrentIndex(page.table.rows.index(late, 2))
    pressed(page, "Ghi đã nộp")
    assert "05-KH/CB" in named(dialog(page), QLineEdit, "Số, ký hiệu").placeholderText()
    pressed(dialog(page), "Ghi đã nộp")
    assert [row[0] for row in rows(page)] == before
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (late, 2)


def test_the_next_unit_takes_the_place_of_one_that_left_the_list(page: SubmissionsPage, made: Owed) -> None:
    box = named(page, QComboBox, "Xem")
    box.setCurrentIndex(box.findText("Còn thiếu"))
    box.activated.emit(box.currentIndex())
    at = page.table.rows.rows_of([made.cell_ids[0]])[0]
    page.table.selectRow(at)
    pressed(page, "Ghi đã nộp")
    pressed(dialog(page), "Ghi đã nộp")
    assert not page.table.rows.rows_of([made.cell_ids[0]])
    assert page.table.selected_count() == 1 and page.table.currentIndex().row() in (at, at - 1)
