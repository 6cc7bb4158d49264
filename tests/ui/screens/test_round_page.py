"""One study round in place, used as a clerk does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from db.records import Deadline, StudyDocument
from db.values import Audience, DeadlineKind, DocumentRole, MarkStatus, MemberKind
from desktop_app.services import attendance, conferences, journal, rolls, rounds
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.round_page import RoundPage
from tests.cast import a_member, some_members
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import ROUND, a_conference, a_round, opened


@pytest.fixture
def page(desk: Desk, store: Store, qtbot: QtBot) -> RoundPage:
    made = RoundPage(desk, a_round(store, chair="Ban Thường vụ", study_by="2026-06-30", questions=("Một", "Hai")).id)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def turned_to(page: RoundPage, caption: str) -> ListPane:
    """The list of a tab, after turning to it."""
    place = next(at for at in range(page.tabs.count()) if page.tabs.tabText(at) == caption)
    page.tabs.setCurrentIndex(place)
    return page.panes()[0]


def texts(pane: ListPane, column: int) -> list[str]:
    return [row[column] for row in rows(pane)]


def figure(page: QWidget, caption: str) -> QPushButton:
    return named(page, QPushButton, caption)


def test_the_facts_of_the_round_stand_on_top(page: RoundPage) -> None:
    page.show()
    assert ROUND in shown(page)
    assert "Chủ trì: Ban Thường vụ" in shown(page)
    assert "Hạn học xong: hết ngày 30/06/2026" in shown(page)


def test_the_facts_are_amended(page: RoundPage) -> None:
    page.show()
    pressed(page, "Sửa thông tin đợt")
    line = named(dialog(page), QLineEdit, "Phụ trách")
    typed(line, "Đồng chí Lê Văn An")
    pressed(dialog(page), "Ghi")
    assert "Phụ trách: Đồng chí Lê Văn An" in shown(page)


def test_a_conference_of_two_days_is_added_and_opened(page: RoundPage, store: Store, qtbot: QtBot) -> None:
    page.show()
    pressed(turned_to(page, "Hội nghị"), "Thêm hội nghị")
    box = dialog(page)
    typed(named(box, QLineEdit, "Tên hội nghị"), "Hội nghị toàn phường")
    typed(named(box, QLineEdit, "Ngày đầu"), "27/3/2026")
    opened(page.desk, qtbot, lambda: pressed(box, "Thêm hội nghị"))
    assert [row[0:4:2] for row in rows(page.panes()[0])] == [["Hội nghị toàn phường", "27–28/03/2026"]]
    assert len(conferences.conferences(store)[0].half_days) == 4


def test_a_document_is_added_edited_and_taken_back(page: RoundPage, store: Store) -> None:
    page.show()
    pane = turned_to(page, "Văn bản")
    pressed(pane, "Thêm văn bản")
    typed(named(dialog(page), QLineEdit, "Số, ký hiệu"), "01-CT/TW")
    typed(named(dialog(page), QPlainTextEdit, "Trích yếu"), "về học tập")
    pressed(dialog(page), "Thêm")
    assert rows(pane)[0] == ["Nghị quyết", "01-CT/TW", "", "", "về học tập"]
    page.desk.undo()
    assert rows(pane) == []


def test_documents_are_reordered_by_keys(page: RoundPage, store: Store, qtbot: QtBot) -> None:
    draft = rounds.draft_of(rounds.study_round(store, page.round_id))
    papers = tuple(StudyDocument(role=DocumentRole.OTHER, title=title) for title in ("A", "B", "C"))
    rounds.amend(store, page.round_id, type(draft)(name=draft.name, documents=papers))
    page.show()
    pane = turned_to(page, "Văn bản")
    with qtbot.waitActive(page):
        page.activateWindow()
    pane.table.select_ids([2])
    pane.table.setFocus()
    QTest.keyClick(pane.table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert texts(pane, 4) == ["A", "C", "B"]
    assert pane.table.selected_ids() == [1]


def test_the_first_document_stays_first_when_moved_up(page: RoundPage, store: Store) -> None:
    page.show()
    pane = turned_to(page, "Câu hỏi thu hoạch")
    before = journal.history(store, 1)
    pane.table.select_ids([0])
    pressed(pane, "Lên")
    assert texts(pane, 1) == ["Một", "Hai"]
    assert journal.history(store, 1) == before


def test_questions_are_removed(page: RoundPage, store: Store) -> None:
    page.show()
    pane = turned_to(page, "Câu hỏi thu hoạch")
    pane.table.select_ids([0])
    pressed(pane, "Xóa")
    assert texts(pane, 1) == ["Hai"]
    assert rounds.study_round(store, page.round_id).questions == ("Hai",)


def test_a_deadline_is_typed_in_words(page: RoundPage, store: Store) -> None:
    page.show()
    pane = turned_to(page, "Báo cáo phải nộp")
    pressed(pane, "Thêm báo cáo phải nộp")
    typed(named(dialog(page), QLineEdit, "Tên"), "Báo cáo kết quả cả đợt")
    typed(named(dialog(page), QLineEdit, "Hạn"), "trong tháng 7 năm 2026")
    pressed(dialog(page), "Thêm")
    assert rounds.study_round(store, page.round_id).deadlines[0].due_on == "2026-07-31"


def test_a_deadline_that_is_past_is_told(page: RoundPage, store: Store) -> None:
    draft = rounds.draft_of(rounds.study_round(store, page.round_id))
    due = Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch", due_on="2020-01-01")
    rounds.amend(store, page.round_id, type(draft)(name=draft.name, deadlines=(due,)))
    page.show()
    assert texts(turned_to(page, "Báo cáo phải nộp"), 3)[0].startswith("quá ")


def test_half_days_of_an_audience_are_set_and_cleared(page: RoundPage, store: Store, answers: Answers) -> None:
    page.show()
    pane = turned_to(page, "Số buổi phải học")
    pane.table.select_ids([1])
    answers.coming.append(3)
    pressed(pane, "Sửa số buổi")
    assert rounds.study_round(store, page.round_id).required_half_days == ((Audience.ARMED_FORCES, 3),)
    pressed(pane, "Tất cả các buổi")
    assert rounds.study_round(store, page.round_id).required_half_days == ()


def test_figures_follow_roll_and_marks(page: RoundPage, store: Store) -> None:
    people = some_members(store, 3)
    a_member(store, "Trần Khách", kind=MemberKind.GUEST)
    held = a_conference(store, rounds.study_round(store, page.round_id))
    rolls.freeze(store, held.id)
    attendance.mark(store, held.id, [(day.id, people[0].id) for day in held.half_days], MarkStatus.PRESENT)
    page.show()
    assert figure(page, "Phải học").accessibleDescription() == "3"
    assert figure(page, "Đã học").accessibleDescription() == "1 (33,33 %)"
    assert figure(page, "Chưa học").accessibleDescription() == "2"
    assert figure(page, "Khách mời, quần chúng").accessibleDescription() == "1"


@pytest.mark.parametrize(
    "caption", ["Phải học", "Đã học", "Chưa học", "Khách mời, quần chúng", "Đã nộp bài thu hoạch", "Chưa nộp bài"]
)
def test_a_figure_opens_as_many_names(page: RoundPage, store: Store, qtbot: QtBot, caption: str) -> None:
    people = some_members(store, 5)
    a_member(store, "Trần Khách", kind=MemberKind.GUEST)
    held = a_conference(store, rounds.study_round(store, page.round_id))
    rolls.freeze(store, held.id)
    attendance.mark(store, held.id, [(d.id, p.id) for d in held.half_days for p in people[:2]], MarkStatus.PRESENT)
    page.show()
    said = figure(page, caption).accessibleDescription().split(" ")[0]
    names = opened(page.desk, qtbot, figure(page, caption).click)
    assert str(len(rows(names))) == said


def test_progress_shows_a_line_a_cell_and_the_whole(page: RoundPage, store: Store) -> None:
    a_member(store, cell="Chi bộ Đội Cung 1")
    a_member(store, "Lê Thị Đào", cell="Chi bộ Đội Cung 2")
    rolls.freeze(store, a_conference(store, rounds.study_round(store, page.round_id)).id)
    page.show()
    pane = turned_to(page, "Tiến độ theo chi bộ")
    assert [row[:2] for row in rows(pane)] == [
        ["Chi bộ Đội Cung 1", "1"],
        ["Chi bộ Đội Cung 2", "1"],
        ["TỔNG CỘNG", "2"],
    ]


def test_ctrl_n_adds_what_the_tab_in_front_holds(page: RoundPage, qtbot: QtBot) -> None:
    page.show()
    turned_to(page, "Câu hỏi thu hoạch")
    with qtbot.waitActive(page):
        page.activateWindow()
    page.search_box.setFocus()
    QTest.keyClick(page.search_box, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert "Thêm câu hỏi" in shown(dialog(page))


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_PageDown])
def test_ctrl_tab_turns_the_tabs(page: RoundPage, qtbot: QtBot, key: Qt.Key) -> None:
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    page.search_box.setFocus()
    QTest.keyClick(page.search_box, key, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Tiến độ theo chi bộ"


def test_the_search_box_narrows_the_list_in_front(page: RoundPage) -> None:
    page.show()
    pane = turned_to(page, "Câu hỏi thu hoạch")
    typed(page.search_box, "hai")
    assert texts(pane, 1) == ["Hai"]
    turned_to(page, "Văn bản")
    assert page.search_box.text() == ""


def test_a_round_that_is_gone_sends_the_clerk_back(page: RoundPage, store: Store, qtbot: QtBot) -> None:
    page.show()
    with qtbot.waitSignals([page.desk.back_wanted, page.desk.refused]):
        page.desk.perform(rounds.remove, page.round_id)
