"""The journal as a clerk reads it: what was done, what it changed, taken back and done again; the bin, the prints."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from db.values import OutputKind
from desktop_app.services import journal, members, rounds, standing
from desktop_app.services.members import MemberFilter
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.bin_page import BinPage
from desktop_app.ui.screens.history import HistoryScreen
from desktop_app.ui.screens.outputs_page import OutputsPage
from desktop_app.ui.style import ROW
from tests.cast import a_member
from tests.ui.hands import named, pressed, rows, shown, typed


@pytest.fixture
def screen(desk: Desk, qtbot: QtBot) -> HistoryScreen:
    made = HistoryScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def done(screen: HistoryScreen) -> list[str]:
    return [row[2] for row in rows(screen)]


def chosen(screen: HistoryScreen, label: str, words: str) -> None:
    box = named(screen, QComboBox, label)
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())


def selected(screen: HistoryScreen, summary: str) -> None:
    screen.table.selectRow(done(screen).index(summary))


def test_what_was_done_stands_with_the_latest_on_top(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    a_member(store, "Trần Văn Bình")
    screen.show()
    assert done(screen)[:2] == ["Thêm Trần Văn Bình", "Thêm Lê Thị Đào"]


def test_a_selected_gesture_tells_what_it_changed_in_words(screen: HistoryScreen, store: Store) -> None:
    person = a_member(store, "Lê Thị Đào")
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    screen.show()
    selected(screen, "Miễn sinh hoạt cho Lê Thị Đào")
    table = screen.changed
    told = [[table.rows.text(at, column) for column in range(3)] for at in range(table.rows.rowCount())]
    assert ["Trạng thái sinh hoạt: lý do", "–", "tuổi cao"] in told


def test_the_list_is_narrowed_by_what_it_was_about(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    rounds.create(store, RoundDraft(name="Nghị quyết Đại hội XIII"))
    screen.show()
    chosen(screen, "Về", "Đảng viên")
    assert done(screen) == ["Thêm Lê Thị Đào"]


def test_the_list_is_narrowed_by_day_and_by_who_did_it(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    chosen(screen, "Ngày", "hôm nay")
    chosen(screen, "Người làm", store.user)
    assert "Thêm Lê Thị Đào" in done(screen)


def test_words_find_what_says_them(screen: HistoryScreen, store: Store) -> None:
    members.remove(store, [a_member(store, "Lê Thị Đào").id])
    screen.show()
    typed(screen.search_box, "thung rac")
    screen.load_now()
    assert done(screen) == ["Đưa 1 người vào thùng rác"]


def test_people_are_found_by_what_was_done_about_them(screen: HistoryScreen, store: Store) -> None:
    person = a_member(store, "Lê Thị Đào")
    members.remove(store, [person.id])
    journal.undo(store)
    screen.show()
    typed(screen.search_box, "le thi dao")
    screen.load_now()
    assert "Đưa 1 người vào thùng rác" in done(screen)


def test_an_older_gesture_is_taken_back_and_marked(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    a_member(store, "Trần Văn Bình")
    screen.show()
    selected(screen, "Thêm Lê Thị Đào")
    pressed(screen, "Hoàn tác việc này")
    assert ["Thêm Lê Thị Đào", "Đã hoàn tác"] in [row[2:] for row in rows(screen)]
    assert members.count(store, MemberFilter()) == 1


def test_taking_back_from_under_a_later_gesture_is_refused_by_its_name(
    screen: HistoryScreen, store: Store, qtbot: QtBot
) -> None:
    person = a_member(store, "Lê Thị Đào")
    standing.exempt(store, person.id, "2020-05-01", "tuổi cao")
    screen.show()
    selected(screen, "Thêm Lê Thị Đào")
    with qtbot.waitSignal(screen.desk.refused) as refused:
        pressed(screen, "Hoàn tác việc này")
    assert "“Miễn sinh hoạt cho Lê Thị Đào”" in refused.args[0]


def test_what_was_taken_back_is_done_again(screen: HistoryScreen, store: Store, qtbot: QtBot) -> None:
    a_member(store, "Lê Thị Đào")
    journal.undo(store)
    screen.show()
    with qtbot.waitSignal(screen.desk.said) as said:
        pressed(screen, "Làm lại")
    assert said.args[0] == "Đã làm lại: Thêm Lê Thị Đào."
    assert members.count(store, MemberFilter()) == 1


def test_people_come_back_from_the_bin(desk: Desk, store: Store, qtbot: QtBot) -> None:
    members.remove(store, [a_member(store, "Lê Thị Đào").id])
    page = BinPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.table.selectRow(0)
    pressed(page, "Khôi phục")
    assert members.count(store, MemberFilter()) == 1
    assert "Thùng rác trống" in shown(page)


def test_what_was_printed_and_exported_is_listed(desk: Desk, store: Store, qtbot: QtBot) -> None:
    journal.record_output(store, "Danh sách triệu tập", "Đội Cung 1")
    journal.record_output(store, "Danh sách đảng viên", "", OutputKind.EXPORT)
    page = OutputsPage(desk)
    qtbot.addWidget(page)
    page.show()
    assert [row[2:] for row in rows(page)] == [
        ["Xuất tệp", "Danh sách đảng viên", ""],
        ["In", "Danh sách triệu tập", "Đội Cung 1"],
    ]


def test_the_latest_is_chosen_to_begin_with(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    assert "Thêm Lê Thị Đào" in shown(screen) and screen.changed.isVisible()


def test_the_list_ends_with_a_whole_row_at_any_height(screen: HistoryScreen, store: Store, qtbot: QtBot) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    for height in (563, 580, 607):
        screen.resize(1000, height)
        qtbot.waitUntil(lambda: screen.table.viewport().height() % ROW == 0, timeout=2_000)


def test_nothing_selected_asks_to_choose(screen: HistoryScreen, store: Store) -> None:
    a_member(store, "Lê Thị Đào")
    screen.show()
    screen.table.clearSelection()
    assert "Chọn một việc để xem" in "\n".join(each.text() for each in screen.findChildren(QLabel))
