"""The list of study rounds, used as a clerk does."""

import pytest
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import StudyDocument
from db.values import DocumentRole
from desktop_app.services import rolls, rounds
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.rounds import RoundsScreen
from tests.cast import a_member
from tests.round_office import small_round
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import ROUND, a_conference, a_round, opened


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> RoundsScreen:
    made = RoundsScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def test_no_round_yet_says_what_to_do_next(screen: RoundsScreen) -> None:
    screen.show()
    assert "Chưa có đợt học tập nào." in shown(screen)


def test_a_round_is_added_and_opened(screen: RoundsScreen, desk: Desk, store: Store, qtbot: QtBot) -> None:
    screen.show()
    pressed(screen, "Thêm đợt học tập")
    box = dialog(screen)
    typed(named(box, QLineEdit, "Tên đợt"), "Nghị quyết Trung ương 8")
    typed(named(box, QLineEdit, "Hạn học xong"), "30/6/2026")
    page = opened(desk, qtbot, lambda: pressed(box, "Thêm đợt"))
    assert "Nghị quyết Trung ương 8" in shown(page)
    assert rows(screen)[0][:2] == ["Nghị quyết Trung ương 8", "30/06/2026"]


def test_a_new_round_asks_the_two_usual_questions(screen: RoundsScreen, desk: Desk, store: Store, qtbot: QtBot) -> None:
    screen.show()
    pressed(screen, "Thêm đợt học tập")
    box = dialog(screen)
    typed(named(box, QLineEdit, "Tên đợt"), "Đợt mới")
    opened(desk, qtbot, lambda: pressed(box, "Thêm đợt"))
    assert rounds.rounds(store)[0].questions == rounds.DEFAULT_QUESTIONS


def test_essay_fields_are_shut_while_no_essay_is_asked(screen: RoundsScreen) -> None:
    screen.show()
    pressed(screen, "Thêm đợt học tập")
    box = dialog(screen)
    wanted = next(each for each in box.findChildren(QCheckBox) if each.text() == "Phải viết bài thu hoạch")
    wanted.click()
    assert not named(box, QLineEdit, "Hạn nộp bài").isEnabled()


def test_the_share_who_have_studied_stands_in_the_list(screen: RoundsScreen, store: Store, qtbot: QtBot) -> None:
    a_member(store)
    held = a_conference(store)
    rolls.freeze(store, held.id)
    screen.show()
    qtbot.waitUntil(lambda: rows(screen)[0][3] == "0,00 %")
    assert rows(screen)[0][2] == "1"


def test_a_copied_round_keeps_rules_and_moves_dates(
    screen: RoundsScreen, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    paper = StudyDocument(role=DocumentRole.RESOLUTION, title="Nghị quyết")
    before = a_round(store, chair="Đồng chí Bí thư", study_by="2025-06-30", documents=(paper,), questions=("Câu một",))
    screen.show()
    screen.table.select_ids([before.id])
    pressed(screen, "Lập đợt mới theo đợt này")
    typed(named(dialog(screen), QLineEdit, "Tên đợt mới"), "Đợt sau")
    typed(named(dialog(screen), QLineEdit, "Ngày bắt đầu"), "30/6/2026")
    opened(desk, qtbot, lambda: pressed(dialog(screen), "Lập đợt"))
    after = rounds.newest(store)
    assert after is not None
    assert (after.chair, after.questions, after.study_by, after.documents) == (
        "Đồng chí Bí thư",
        ("Câu một",),
        "2026-06-30",
        (),
    )


def test_a_copied_round_says_what_it_still_calls_as_before(
    screen: RoundsScreen, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    small_round(store)
    screen.show()
    screen.table.selectRow(0)
    pressed(screen, "Lập đợt mới theo đợt này")
    typed(named(dialog(screen), QLineEdit, "Tên đợt mới"), "Đợt sau")
    typed(named(dialog(screen), QLineEdit, "Ngày bắt đầu"), "30/6/2026")
    said: list[str] = []
    desk.said.connect(lambda sentence, _: said.append(sentence))
    opened(desk, qtbot, lambda: pressed(dialog(screen), "Lập đợt"))
    assert "in lên giấy tờ: tên 1 hội nghị, " in said[-1] and "chuyên đề, tên các báo cáo, kế hoạch" in said[-1]


def test_a_round_with_a_conference_is_not_removed(screen: RoundsScreen, store: Store, qtbot: QtBot) -> None:
    a_conference(store)
    screen.show()
    screen.table.selectRow(0)
    with qtbot.waitSignal(screen.desk.refused) as refused:
        pressed(screen, "Xóa")
    assert ROUND in refused.args[0]
    assert len(rows(screen)) == 1


def test_an_empty_round_is_removed_and_can_be_brought_back(screen: RoundsScreen, store: Store) -> None:
    a_round(store)
    screen.show()
    screen.table.selectRow(0)
    pressed(screen, "Xóa")
    assert rows(screen) == []
    screen.desk.undo()
    assert rows(screen)[0][0] == ROUND
