"""Who has not studied: what each owes, how a make-up settles it, and that the absence stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from db.values import MakeUpForm, MarkStatus
from desktop_app.services import attendance, conferences
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from tests.round_office import SmallRound, small_round
from tests.ui.hands import dialog, named, pressed, rows, shown, typed


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


@pytest.fixture
def page(desk: Desk, made: SmallRound, qtbot: QtBot) -> OutstandingPage:
    page = OutstandingPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.resize(1180, 700)
    page.show()
    return page


def names(page: OutstandingPage) -> set[str]:
    return {row[0] for row in rows(page)}


def line(page: OutstandingPage, name: str) -> list[str]:
    return next(row for row in rows(page) if row[0] == name)


def looked_at(page: OutstandingPage, label: str, text: str) -> None:
    box = named(page, QComboBox, label)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_only_those_who_owe_study_are_listed(page: OutstandingPage) -> None:
    assert names(page) == {"Hoàng Văn Bình", "Phan Thị Chi", "Đặng Văn Dũng", "Bùi Thị Đào", "Ngô Văn Hòa"}


def test_missed_half_days_are_named(page: OutstandingPage) -> None:
    assert line(page, "Hoàng Văn Bình")[3:5] == ["Dự một phần", "Sáng 28/3, Chiều 28/3"]
    assert line(page, "Ngô Văn Hòa")[3:5] == ["Chưa điểm danh", "Cả 4 buổi"]


def test_days_left_to_the_rounds_date_are_told(page: OutstandingPage) -> None:
    assert "30/06/2021" in shown(page)


def test_a_make_up_of_several_people_settles_their_debt(page: OutstandingPage, store: Store, made: SmallRound) -> None:
    page.table.select_ids([made.people["Phan Thị Chi"], made.people["Hoàng Văn Bình"]])
    pressed(page, "Ghi học bù")
    on = named(dialog(page), QLineEdit, "Ngày học bù")
    on.selectAll()
    typed(on, "12/4/2021")
    typed(named(dialog(page), QLineEdit, "Người xác nhận"), "Bí thư chi bộ")
    pressed(dialog(page), "Ghi học bù cho 2 người")
    assert names(page) == {"Đặng Văn Dũng", "Bùi Thị Đào", "Ngô Văn Hòa"}
    standing = next(s for s in attendance.standings(store, made.round_id) if s.row.full_name == "Phan Thị Chi")
    assert {(m.made_up_on, m.form, m.confirmed_by) for m in standing.made_up} == {
        ("2021-04-12", MakeUpForm.SELF_STUDY, "Bí thư chi bộ")
    }


def test_the_essays_last_day_is_told_while_the_make_up_is_written(page: OutstandingPage, made: SmallRound) -> None:
    page.table.select_ids([made.people["Phan Thị Chi"]])
    pressed(page, "Ghi học bù")
    on = named(dialog(page), QLineEdit, "Ngày học bù")
    on.selectAll()
    typed(on, "12/4/2021")
    on.editingFinished.emit()
    assert "Hạn nộp bài thu hoạch: 19/04/2021" in shown(dialog(page))
    assert "trong 7 ngày sau ngày học bù, không theo hạn chung 04/04/2021." in shown(dialog(page))


def test_a_make_up_before_the_absence_is_refused_in_the_dialog(
    page: OutstandingPage, store: Store, made: SmallRound
) -> None:
    page.table.select_ids([made.people["Phan Thị Chi"]])
    pressed(page, "Ghi học bù")
    on = named(dialog(page), QLineEdit, "Ngày học bù")
    on.selectAll()
    typed(on, "1/3/2021")
    pressed(dialog(page), "Ghi học bù cho 1 người")
    assert "sớm hơn buổi đã vắng" in shown(dialog(page))
    assert "Phan Thị Chi" in names(page)


def test_those_who_made_up_can_be_shown_with_their_absence(
    page: OutstandingPage, store: Store, made: SmallRound
) -> None:
    looked_at(page, "Xem", "Đã học bù")
    assert names(page) == {"Dương Thị Lan", "Lý Văn Minh", "Hồ Thị Nga"}
    assert line(page, "Dương Thị Lan")[3:6] == ["Vắng có lý do", "Cả 4 buổi", "29/03/2021, tự nghiên cứu"]


def test_a_make_up_is_taken_back_and_the_debt_returns(page: OutstandingPage, store: Store, made: SmallRound) -> None:
    looked_at(page, "Xem", "Đã học bù")
    page.table.select_ids([made.people["Dương Thị Lan"]])
    pressed(page, "Bỏ học bù")
    looked_at(page, "Xem", "Còn nợ học")
    assert "Dương Thị Lan" in names(page)
    marks = attendance.sheet(store, made.conference_id).marks
    assert marks[made.half_day_ids[0], made.people["Dương Thị Lan"]].status is MarkStatus.ABSENT_EXCUSED


def test_what_is_made_up_in_part_is_shown_as_part(page: OutstandingPage, desk: Desk, made: SmallRound) -> None:
    some = [made.half_day_ids[0]]
    person = [made.people["Phan Thị Chi"]]
    desk.write(attendance.record_makeup, made.conference_id, person, "2021-04-01", half_day_ids=some)
    looked_at(page, "Xem", "Học bù một phần")
    assert line(page, "Phan Thị Chi")[5] == "Một phần (Sáng 27/3): 01/04/2021, tự nghiên cứu"


def test_one_cell_is_shown_alone(page: OutstandingPage) -> None:
    looked_at(page, "Chi bộ", "Đội Cung 1")
    assert {row[2] for row in rows(page)} == {"Đội Cung 1"}


def test_ctrl_i_opens_the_page_of_the_selected_person(page: OutstandingPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.table.selectRow(0)
    page.table.setFocus()
    with qtbot.waitSignal(page.desk.page_opened) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert opened.args is not None and opened.args[0].member_id == page.table.selected_ids()[0]
    qtbot.addWidget(opened.args[0])


def test_nobody_makes_up_before_the_conference(
    page: OutstandingPage, store: Store, made: SmallRound, qtbot: QtBot
) -> None:
    held = conferences.conference(store, made.conference_id)
    later = tuple(replace(day, held_on=f"2999-01-0{at}") for at, day in enumerate(held.half_days, 1))
    for table in ("mark", "makeup"):
        with store.gesture("test", "Xóa"):
            store.execute(f"delete from {table}")
    conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=later))
    page.reload()
    page.table.selectRow(0)
    with qtbot.waitSignal(page.desk.refused) as refused:
        pressed(page, "Ghi học bù")
    assert "chưa diễn ra" in refused.args[0]
