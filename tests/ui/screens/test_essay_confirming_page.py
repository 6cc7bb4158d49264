"""Confirming and sending on in the window, attempts with their files, and how a round is marked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from db.values import EssayScale
from desktop_app.domain.obligations import EssayState
from desktop_app.services import attachments, essay_marking, essays, rounds
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.essay_confirming_page import EssayConfirmingPage
from desktop_app.ui.screens.essay_history import EssayHistory
from desktop_app.ui.screens.essay_rules_tab import EssayRulesTab
from desktop_app.ui.screens.files_pane import FilesPane
from desktop_app.ui.tabbed_page import TabbedPage
from tests.files_kept import PDF, PROGRAM, a_file
from tests.round_office import SmallRound, office, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown

AN = "Nguyễn Văn An"


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(office(practice=True), Background())


@pytest.fixture
def made(desk: Desk) -> SmallRound:
    return small_round(desk.store)


def on_screen(page: QWidget, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssayConfirmingPage:
    found = EssayConfirmingPage(desk, made.round_id)
    on_screen(found, qtbot)
    return found


@pytest.fixture
def history(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssayHistory:
    found = EssayHistory(desk, made.round_id, made.people[AN])
    on_screen(found, qtbot)
    return found


def state(desk: Desk, made: SmallRound) -> EssayState:
    return essays.standings(desk.store, made.round_id, member_ids=[made.people[AN]])[0].state


def test_a_passed_essay_is_confirmed_sent_and_taken_back(
    page: EssayConfirmingPage, desk: Desk, made: SmallRound
) -> None:
    page.panes()[0].table.selectAll()
    pressed(page, "Xác nhận…")
    pressed(dialog(page), "Xác nhận")
    assert state(desk, made) is EssayState.CONFIRMED
    pressed(page, "Gửi cấp trên…")
    pressed(dialog(page), "Gửi")
    assert state(desk, made) is EssayState.FORWARDED
    page.turn(1)
    assert [row[1:4] for row in rows(page)] == [["Thành ủy Thanh Hóa", "", "1"]]
    page.panes()[0].table.selectAll()
    pressed(page, "Rút danh sách")
    assert state(desk, made) is EssayState.CONFIRMED


def test_the_essays_of_a_list_are_shown_among_the_passed(page: EssayConfirmingPage, made: SmallRound) -> None:
    page.show_people([made.people[AN]])
    assert page.panes()[0].table.selected_ids() == [made.people[AN]]


def test_sending_before_confirming_is_refused_in_the_dialog(page: EssayConfirmingPage) -> None:
    page.panes()[0].table.selectAll()
    pressed(page, "Gửi cấp trên…")
    pressed(dialog(page), "Gửi")
    assert "chưa xác nhận; hãy xác nhận rồi gửi" in shown(dialog(page))


def files_of(page: QWidget) -> FilesPane:
    return page.findChildren(FilesPane)[0]


def test_a_file_is_attached_saved_out_and_taken_off(
    history: EssayHistory, desk: Desk, answers: Answers, tmp_path: Path
) -> None:
    answers.coming = [a_file(tmp_path), tmp_path / "bản sao.pdf"]
    pressed(files_of(history), "Đính kèm tệp…")
    files = files_of(history)
    assert files.table.rows.rowCount() == 1 and "1 tệp · 1 KB" in shown(history)
    files.table.selectAll()
    pressed(files, "Lưu bản sao…")
    assert (tmp_path / "bản sao.pdf").read_bytes() == PDF
    pressed(files, "Bỏ tệp")
    assert files.table.rows.rowCount() == 0


def test_a_file_of_another_kind_is_refused(
    history: EssayHistory, desk: Desk, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.coming = [a_file(tmp_path, "bài.pdf", PROGRAM)]
    with qtbot.waitSignal(desk.refused):
        pressed(files_of(history), "Đính kèm tệp…")
    assert attachments.check(desk.store).files == 0


def test_the_rubric_and_the_pass_mark_are_set_on_the_round(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    page = TabbedPage(desk)
    page.add_tab("Cách chấm", EssayRulesTab(page, made.round_id))
    on_screen(page, qtbot)
    draft = rounds.draft_of(rounds.study_round(desk.store, made.round_id))
    assert draft.essay_scale is EssayScale.PASS_FAIL
    pressed(page, "Đổi cách chấm…")
    named(dialog(page), QLineEdit, "Đạt từ điểm").setText("6.5")
    pressed(dialog(page), "Ghi")
    assert essay_marking.rubric(desk.store, made.round_id).pass_score == "6,5"
    assert [row[0] for row in rows_of(page, 1)] == ["Giỏi", "Khá", "Trung bình", "Chưa đạt"]


def rows_of(page: TabbedPage, place: int) -> list[list[str]]:
    model = page.panes()[place].table.model()
    columns = range(model.columnCount())
    return [[str(model.index(row, column).data()) for column in columns] for row in range(model.rowCount())]
