"""Essays in the window: own due dates, receiving, results, exemptions, history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.services import essays
from desktop_app.services.essays import EssayStanding
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.essays import EssaysScreen
from tests.round_office import SmallRound, office, small_round
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown
from tests.ui.screens.study import opened

DUE, RECIPIENT, STATE, RECEIVED, FORM, RESULT = 2, 3, 4, 5, 6, 7


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Over a practice office, whose today is 5/4/2021."""
    return Desk(office(practice=True), Background())


@pytest.fixture
def made(desk: Desk) -> SmallRound:
    return small_round(desk.store)


@pytest.fixture
def screen(desk: Desk, made: SmallRound, qtbot: QtBot) -> EssaysScreen:
    screen = EssaysScreen(desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 700)
    screen.show()
    return screen


def line(screen: EssaysScreen, name: str) -> list[str]:
    return next(row for row in rows(screen) if row[0] == name)


def standing(store: Store, made: SmallRound, name: str) -> EssayStanding:
    return next(e for e in essays.standings(store, made.round_id) if e.standing.row.full_name == name)


def select(screen: EssaysScreen, made: SmallRound, *people: str) -> None:
    screen.table.select_ids([made.people[name] for name in people])


def test_who_attended_has_the_rounds_date_and_who_made_up_seven_days_more(screen: EssaysScreen) -> None:
    assert line(screen, "Phạm Văn Ân")[DUE] == "04/04/2021"
    assert line(screen, "Lý Văn Minh")[DUE] == "11/04/2021 (học bù)"
    assert line(screen, "Dương Thị Lan")[DUE] == "05/04/2021 (học bù)"


def test_nothing_is_due_from_who_has_not_studied(screen: EssaysScreen) -> None:
    assert line(screen, "Ngô Văn Hòa")[DUE : STATE + 1] == ["", "", "Chưa học, chưa nộp"]


def test_states_follow_from_day_and_results(screen: EssaysScreen) -> None:
    states = {row[0]: row[STATE] for row in rows(screen)}
    assert states["Phạm Văn Ân"] == "Chưa nộp, quá hạn"
    assert states["Lý Văn Minh"] == "Chưa nộp, còn hạn"
    assert (states["Nguyễn Văn An"], states["Trần Thị Ánh"]) == ("Đạt", "Phải viết lại")
    assert states["Lê Thị Thủy"] == "Miễn viết"


def test_an_essay_that_came_too_late_says_so(screen: EssaysScreen) -> None:
    assert line(screen, "Hồ Thị Nga")[RECEIVED] == "09/04/2021 muộn"
    assert line(screen, "Nguyễn Văn An")[RECEIVED] == "01/04/2021"


def test_a_figure_narrows_the_list_when_pressed(screen: EssaysScreen) -> None:
    chosen = named(screen, QPushButton, "Quá hạn")
    assert chosen.accessibleDescription() == "2"
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    assert {row[0] for row in rows(screen)} == {"Phạm Văn Ân", "Mai Văn Đến"}
    QTest.mouseClick(named(screen, QPushButton, "Tất cả"), Qt.MouseButton.LeftButton)
    assert len(rows(screen)) == 13


def test_essays_of_those_selected_are_received_today(screen: EssaysScreen, made: SmallRound) -> None:
    select(screen, made, "Phạm Văn Ân", "Lý Văn Minh")
    pressed(screen, "Nhận bài")
    pressed(dialog(screen), "Nhận 2 bài")
    assert line(screen, "Phạm Văn Ân")[STATE : FORM + 1] == ["Đã nộp, chưa chấm", "05/04/2021 muộn", "Đánh máy"]
    assert line(screen, "Lý Văn Minh")[RECEIVED] == "05/04/2021"


def test_people_are_typed_one_after_another_by_name_or_code(screen: EssaysScreen, desk: Desk, made: SmallRound) -> None:
    code = standing(desk.store, made, "Lý Văn Minh").standing.row.code
    pressed(screen, "Nhận bài")
    field = named(dialog(screen), QComboBox, "Người nộp").lineEdit()
    assert field is not None
    for text in ("pham van an", code):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)
        QTest.qWait(1)
    assert named(dialog(screen), QListWidget, "Những người nộp bài").count() == 2
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert line(screen, "Lý Văn Minh")[STATE] == "Đã nộp, chưa chấm"


def test_a_pile_typed_in_is_not_thrown_away_unasked(screen: EssaysScreen, answers: Answers) -> None:
    pressed(screen, "Nhận bài")
    box = dialog(screen)
    field = named(box, QComboBox, "Người nộp").lineEdit()
    assert field is not None
    QTest.keyClicks(field, "pham van an")
    QTest.keyClick(field, Qt.Key.Key_Return)
    answers.coming = [False]
    pressed(box, "Thôi")
    assert box.isVisible() and "Chưa ghi 1 bài" in answers.asked[0]


def test_a_pile_typed_in_is_offered_after_a_crash(screen: EssaysScreen, desk: Desk, qtbot: QtBot) -> None:
    pressed(screen, "Nhận bài")
    crashed = dialog(screen)
    field = named(crashed, QComboBox, "Người nộp").lineEdit()
    assert field is not None
    QTest.keyClicks(field, "pham van an")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.store.column("select texts from typing")), timeout=5_000)
    crashed.hide()
    pressed(screen, "Nhận bài")
    pressed(dialog(screen), "Dùng lại")
    assert named(dialog(screen), QListWidget, "Những người nộp bài").count() == 1
    pressed(dialog(screen), "Nhận 1 bài")
    assert desk.store.column("select texts from typing") == []


def test_a_name_that_several_have_is_asked_about(screen: EssaysScreen) -> None:
    pressed(screen, "Nhận bài")
    field = named(dialog(screen), QComboBox, "Người nộp").lineEdit()
    assert field is not None
    QTest.keyClicks(field, "van")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "người khớp với “van”" in shown(dialog(screen))
    assert named(dialog(screen), QListWidget, "Những người nộp bài").count() == 0


def test_a_second_essay_before_the_first_is_returned_is_told_at_once(screen: EssaysScreen, made: SmallRound) -> None:
    select(screen, made, "Nguyễn Văn An", "Phạm Văn Ân")
    pressed(screen, "Nhận bài")
    assert "Đồng chí Nguyễn Văn An đã nộp bài ngày 01/04/2021" in shown(dialog(screen))
    pressed(dialog(screen), "Nhận 1 bài")
    assert line(screen, "Phạm Văn Ân")[STATE] == "Đã nộp, chưa chấm"


@pytest.mark.parametrize("typed_text", ["Cả chi bộ Đội Cung 1 · 2 người chưa nộp", "doi cung 1", "Chi bộ Đội Cung 1"])
def test_a_whole_cell_is_received_by_one_line(screen: EssaysScreen, made: SmallRound, typed_text: str) -> None:
    pressed(screen, "Nhận bài")
    box = named(dialog(screen), QComboBox, "Người nộp")
    offered = [box.itemText(place) for place in range(box.count())]
    assert "Cả chi bộ Đội Cung 1 · 2 người chưa nộp" in offered
    box.setEditText(typed_text)
    field = box.lineEdit()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    pressed(dialog(screen), "Nhận 2 bài")
    assert line(screen, "Đặng Văn Dũng")[STATE] == "Đã nộp, chưa chấm"


def test_results_are_written_and_taken_off(screen: EssaysScreen, made: SmallRound) -> None:
    select(screen, made, "Hồ Thị Nga")
    pressed(screen, "Đạt")
    assert line(screen, "Hồ Thị Nga")[RESULT] == "05/04/2021"
    pressed(screen, "Phải viết lại")
    assert line(screen, "Hồ Thị Nga")[STATE] == "Phải viết lại"
    pressed(screen, "Bỏ kết quả")
    assert line(screen, "Hồ Thị Nga")[STATE] == "Đã nộp, chưa chấm"


def test_an_essay_written_anew_is_another_attempt(screen: EssaysScreen, desk: Desk, made: SmallRound) -> None:
    select(screen, made, "Trần Thị Ánh")
    pressed(screen, "Nhận bài")
    pressed(dialog(screen), "Nhận 1 bài")
    assert [essay.attempt for essay in standing(desk.store, made, "Trần Thị Ánh").essays] == [1, 2]
    assert line(screen, "Trần Thị Ánh")[STATE] == "Đã nộp lại, chưa chấm"


def test_a_withdrawn_essay_is_owed_again(screen: EssaysScreen, made: SmallRound) -> None:
    select(screen, made, "Nguyễn Văn An")
    pressed(screen, "Rút bài")
    assert line(screen, "Nguyễn Văn An")[STATE] == "Chưa nộp, quá hạn, bài đã rút"


def test_who_has_handed_in_nothing_cannot_be_assessed(
    screen: EssaysScreen, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    select(screen, made, "Phạm Văn Ân")
    with qtbot.waitSignal(desk.refused):
        pressed(screen, "Đạt")
    assert line(screen, "Phạm Văn Ân")[STATE] == "Chưa nộp, quá hạn"


def test_somebody_is_exempted_with_a_reason_and_required_again(
    screen: EssaysScreen, made: SmallRound, answers: Answers
) -> None:
    answers.coming = ["cao tuổi"]
    select(screen, made, "Phạm Văn Ân")
    pressed(screen, "Miễn viết…")
    assert line(screen, "Phạm Văn Ân")[DUE : STATE + 1 : 2] == ["", "Miễn viết"]
    pressed(screen, "Bỏ miễn")
    assert line(screen, "Phạm Văn Ân")[STATE] == "Chưa nộp, quá hạn"


def test_every_attempt_of_a_person_is_kept_in_order(
    screen: EssaysScreen, desk: Desk, made: SmallRound, qtbot: QtBot
) -> None:
    desk.write(essays.receive, made.round_id, [made.people["Trần Thị Ánh"]], "2021-04-06")
    page = opened(desk, qtbot, lambda: screen.table.opened.emit(made.people["Trần Thị Ánh"]))
    assert [row[:4] for row in rows(page)] == [
        ["1", "02/04/2021", "Đánh máy", "Phải viết lại"],
        ["2", "06/04/2021", "Đánh máy", "Đã nộp lại, chưa chấm"],
    ]


def test_without_a_round_the_way_to_one_is_shown(desk: Desk, qtbot: QtBot) -> None:
    empty = EssaysScreen(desk)
    qtbot.addWidget(empty)
    empty.show()
    assert "Chưa có đợt học tập" in shown(empty)
    with qtbot.waitSignal(desk.place_wanted):
        pressed(empty, "Đến đợt học tập")


def test_a_group_of_states_presses_no_figure(screen: EssaysScreen) -> None:
    box = named(screen, QComboBox, "Trạng thái")
    box.setCurrentIndex(box.findText("Chờ chấm"))
    box.activated.emit(box.currentIndex())
    assert {row[STATE] for row in rows(screen)} == {"Đã nộp, chưa chấm"}
    assert not any(each.isChecked() for each in screen.figures.findChildren(QPushButton))
