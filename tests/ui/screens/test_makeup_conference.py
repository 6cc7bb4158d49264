"""A make-up conference made for those who owe study, marked, and told what it makes up for."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from db.records import Conference
from db.values import ConferenceKind
from desktop_app.services import attendance, conferences, journal, makeup_conferences, rolls
from desktop_app.services.makeup_conferences import MakeUpDraft
from desktop_app.services.store import Store
from desktop_app.ui.attendance_model import FIRST
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.conference_page import ConferencePage
from desktop_app.ui.screens.coverage_pane import CoveragePane
from desktop_app.ui.screens.outstanding_page import OutstandingPage
from desktop_app.ui.screens.round_names import RoundNames
from desktop_app.ui.screens.round_page import RoundPage
from tests.round_office import SmallRound, small_round
from tests.services.test_makeup_conferences import sessions
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import opened

CHI, DUNG = "Phan Thị Chi", "Đặng Văn Dũng"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def a_makeup(store: Store, made: SmallRound) -> Conference:
    draft = MakeUpDraft(name="Học bù", member_ids=(made.people[CHI],), half_days=sessions("2021-04-10"))
    return makeup_conferences.create(store, made.round_id, draft)


def test_it_is_made_for_the_people_selected(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    page = OutstandingPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.show()
    page.table.select_ids([made.people[CHI], made.people[DUNG]])
    pressed(page, "Hội nghị học bù…")
    box = dialog(page)
    assert "sáng 27/3, chiều 27/3, sáng 28/3, chiều 28/3" in shown(box)
    day = named(box, QLineEdit, "Ngày đầu")
    day.selectAll()
    typed(day, "10/4/2021")
    named(box, QPlainTextEdit, "Báo cáo viên").setPlainText("Lê Thị Giảng, Phó Bí thư")
    pressed(box, "Lập cho 2 người")
    held = conferences.conferences(store, made.round_id)[-1]
    assert {row.full_name for row in rolls.roll(store, held.id)} == {CHI, DUNG}
    assert (held.kind, held.half_days[0].topics[0].speakers[0].name) == (ConferenceKind.MAKEUP, "Lê Thị Giảng")
    last = journal.last(store)
    assert last is not None and last.verb == "makeup.conference"


def test_its_conference_is_marked_by_the_same_keys(desk: Desk, store: Store, made: SmallRound, qtbot: QtBot) -> None:
    held = a_makeup(store, made)
    page = ConferencePage(desk, held.id)
    qtbot.addWidget(page)
    page.show()
    marking = opened(desk, qtbot, lambda: pressed(page, "Điểm danh"))
    assert isinstance(marking, AttendanceScreen)
    for column in (0, 1):
        marking.grid.setCurrentIndex(marking.grid.model().index(0, FIRST + column))
        QTest.keyClicks(marking.grid, "1")
    assert attendance.standings(store, made.round_id, member_ids=[made.people[CHI]])[0].studied


def test_what_a_half_day_makes_up_for_is_shown_and_changed(
    desk: Desk, store: Store, made: SmallRound, qtbot: QtBot
) -> None:
    page = ConferencePage(desk, a_makeup(store, made).id)
    qtbot.addWidget(page)
    page.show()
    assert page.covers is not None
    page.tabs.setCurrentWidget(page.covers)
    assert [row[1] for row in rows(page.covers)] == ["sáng 27/3, chiều 27/3", "sáng 28/3, chiều 28/3"]
    page.covers.table.selectRow(0)
    pressed(page.covers, "Sửa buổi được học thay…")
    named(dialog(page), QCheckBox, "Chiều 27/3").click()
    pressed(dialog(page), "Ghi")
    assert rows(page.covers)[0][1] == "sáng 27/3"


def test_every_figure_of_the_coverage_opens_its_names(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    page = RoundPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.show()
    pane = next(tab for at in range(page.tabs.count()) if isinstance(tab := page.tabs.widget(at), CoveragePane))
    page.tabs.setCurrentWidget(pane)
    assert rows(pane)[0][1:6] == ["13", "5", "3", "5", "61,54 %"]
    pane.table.selectRow(0)
    names = opened(desk, qtbot, lambda: pressed(pane, "Đã học bù"))
    assert isinstance(names, RoundNames)
    assert {row[0] for row in rows(names)} == {"Dương Thị Lan", "Hồ Thị Nga", "Lý Văn Minh"}


def test_the_list_narrows_to_who_owes_one_half_day(desk: Desk, made: SmallRound, qtbot: QtBot) -> None:
    page = OutstandingPage(desk, made.round_id)
    qtbot.addWidget(page)
    page.show()
    box = named(page, QComboBox, "Nợ")
    box.setCurrentIndex(box.findText("Sáng 27/3 (4 người)"))
    box.activated.emit(box.currentIndex())
    assert "Hoàng Văn Bình" not in {row[0] for row in rows(page)}
    assert len(rows(page)) == 4
