"""One conference in place, used as a clerk does: programme, venues, seating, must-attend list."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from db.records import Conference, HalfDay, Speaker, Topic
from db.values import ConferenceKind, DayPart, Deduction, MemberKind, MemberStatus
from desktop_app.services import conferences, rolls
from desktop_app.services.store import Store
from desktop_app.ui.desk import Desk
from desktop_app.ui.list_pane import ListPane
from desktop_app.ui.screens.attendance import AttendanceScreen
from desktop_app.ui.screens.conference_page import ConferencePage
from tests.cast import CELL, a_cell, a_member, some_members
from tests.ui.conftest import Answers
from tests.ui.hands import dialog, named, pressed, rows, shown, typed
from tests.ui.screens.study import a_conference, a_venue, opened


@pytest.fixture
def held(store: Store) -> Conference:
    return a_conference(store)


@pytest.fixture
def page(desk: Desk, held: Conference, qtbot: QtBot) -> ConferencePage:
    made = ConferencePage(desk, held.id)
    qtbot.addWidget(made)
    made.resize(1180, 700)
    return made


def turned_to(page: ConferencePage, caption: str) -> list[ListPane]:
    """The lists of a tab, after turning to it."""
    page.show()
    place = next(at for at in range(page.tabs.count()) if page.tabs.tabText(at) == caption)
    page.tabs.setCurrentIndex(place)
    return page.panes()


def figure(page: ConferencePage, caption: str) -> QPushButton:
    return named(page, QPushButton, caption)


def names(pane: ListPane) -> list[str]:
    return [row[0] for row in rows(pane)]


def test_day_and_half_days_stand_on_top(page: ConferencePage) -> None:
    page.show()
    assert "27/03/2026 · 2 buổi · Chưa chốt danh sách" in shown(page)


def test_the_half_day_after_the_last_is_offered(page: ConferencePage) -> None:
    half_days, _ = turned_to(page, "Buổi và chuyên đề")
    pressed(half_days, "Thêm buổi")
    typed(named(dialog(page), QLineEdit, "Từ"), "7h30")
    pressed(dialog(page), "Thêm buổi")
    assert rows(half_days)[-1][:2] == ["Sáng 28/03/2026", "từ 07:30"]


def test_a_time_that_is_none_is_told_beside_the_field(page: ConferencePage) -> None:
    half_days, _ = turned_to(page, "Buổi và chuyên đề")
    pressed(half_days, "Thêm buổi")
    typed(named(dialog(page), QLineEdit, "Từ"), "27:80")
    pressed(dialog(page), "Thêm buổi")
    assert "Giờ không hợp lệ" in shown(dialog(page))
    assert len(rows(half_days)) == 2


def test_two_days_are_added_without_those_there_already(page: ConferencePage) -> None:
    half_days, _ = turned_to(page, "Buổi và chuyên đề")
    pressed(half_days, "Thêm nhiều buổi")
    typed(named(dialog(page), QLineEdit, "Ngày đầu"), "27/3/2026")
    pressed(dialog(page), "Thêm các buổi")
    assert names(half_days) == ["Sáng 27/03/2026", "Chiều 27/03/2026", "Sáng 28/03/2026", "Chiều 28/03/2026"]


def test_a_topic_is_added_to_the_half_day_chosen(page: ConferencePage, store: Store, held: Conference) -> None:
    half_days, topics = turned_to(page, "Buổi và chuyên đề")
    half_days.table.select_ids([held.half_days[1].id])
    pressed(topics, "Thêm chuyên đề")
    typed(named(dialog(page), QPlainTextEdit, "Chuyên đề"), "Chiến lược kinh tế")
    typed(named(dialog(page), QPlainTextEdit, "Báo cáo viên"), "Lê Văn An, Trưởng ban")
    pressed(dialog(page), "Thêm chuyên đề")
    assert rows(topics) == [["1", "Chiến lược kinh tế", "Lê Văn An, Trưởng ban"]]
    afternoon = conferences.conference(store, held.id).half_days[1]
    assert afternoon.topics == (
        Topic(title="Chiến lược kinh tế", speakers=(Speaker(name="Lê Văn An", title="Trưởng ban"),)),
    )


def test_the_last_half_day_is_not_removed(page: ConferencePage, qtbot: QtBot) -> None:
    half_days, _ = turned_to(page, "Buổi và chuyên đề")
    half_days.table.selectAll()
    with qtbot.waitSignal(page.desk.refused) as refused:
        pressed(half_days, "Xóa")
    assert "chưa có buổi nào" in refused.args[0]
    assert len(rows(half_days)) == 2


def test_branches_stand_indented_under_their_main_venue(page: ConferencePage, store: Store, held: Conference) -> None:
    main = a_venue(store, held, "Hội trường phường")
    house = a_venue(store, held, "Nhà văn hóa Đội Cung", parent_id=main.id)
    a_venue(store, held, "Phòng họp Đội Cung", parent_id=house.id)
    (venues,) = turned_to(page, "Điểm cầu")
    assert [name.lstrip("\u2003") for name in names(venues)] == [
        "Hội trường phường",
        "└ Nhà văn hóa Đội Cung",
        "└ Phòng họp Đội Cung",
    ]
    assert names(venues)[2].startswith("\u2003")


def test_a_new_venue_is_a_branch_of_the_main_one(page: ConferencePage, store: Store, held: Conference) -> None:
    main = a_venue(store, held, "Hội trường phường")
    (venues,) = turned_to(page, "Điểm cầu")
    pressed(venues, "Thêm điểm cầu")
    typed(named(dialog(page), QLineEdit, "Tên điểm cầu"), "Nhà văn hóa")
    typed(named(dialog(page), QLineEdit, "Số chỗ"), "80")
    pressed(dialog(page), "Thêm điểm cầu")
    added = conferences.find_venue(store, held.id, "Nhà văn hóa")
    assert (added.parent_id, added.capacity) == (main.id, 80)


def test_a_venue_name_used_twice_is_refused_in_the_dialog(page: ConferencePage, store: Store, held: Conference) -> None:
    a_venue(store, held, "Hội trường phường")
    (venues,) = turned_to(page, "Điểm cầu")
    pressed(venues, "Thêm điểm cầu")
    typed(named(dialog(page), QLineEdit, "Tên điểm cầu"), "Hội trường phường")
    pressed(dialog(page), "Thêm điểm cầu")
    assert "hãy ghi tên khác" in shown(dialog(page))


def test_several_venues_are_removed_and_brought_back(page: ConferencePage, store: Store, held: Conference) -> None:
    a_venue(store, held, "Hội trường A")
    a_venue(store, held, "Hội trường B")
    (venues,) = turned_to(page, "Điểm cầu")
    venues.table.selectAll()
    pressed(venues, "Xóa")
    assert rows(venues) == []
    page.desk.undo()
    assert names(venues) == ["Hội trường A", "Hội trường B"]


def test_cells_without_a_venue_come_first(page: ConferencePage, store: Store, held: Conference) -> None:
    seated = a_cell(store, "Chi bộ A")
    a_cell(store, "Chi bộ B")
    a_venue(store, held, "Hội trường", cell_ids=(seated.id,))
    cells, _ = turned_to(page, "Xếp chỗ")
    assert [row[0::2] for row in rows(cells)] == [["Chi bộ B", "Chưa có điểm cầu"], ["Chi bộ A", "Hội trường"]]
    assert "1 chi bộ chưa có điểm cầu" in shown(cells)


def test_chosen_cells_are_seated_together_and_overflow_is_told(
    page: ConferencePage, store: Store, held: Conference, answers: Answers
) -> None:
    some_members(store, 5)
    a_cell(store, "Chi bộ B")
    venue = a_venue(store, held, "Hội trường", capacity=3)
    cells, room = turned_to(page, "Xếp chỗ")
    cells.table.selectAll()
    answers.coming.append(venue.id)
    pressed(cells, "Xếp vào điểm cầu")
    assert [row[2] for row in rows(cells)] == ["Hội trường", "Hội trường"]
    assert rows(room) == [["Hội trường", "5", "3", "thiếu 2 chỗ"]]


def test_a_cell_that_was_seated_stays_in_its_line_until_the_page_is_opened_anew(
    page: ConferencePage, store: Store, held: Conference, answers: Answers
) -> None:
    for name in ("Chi bộ A", "Chi bộ B", "Chi bộ C"):
        a_cell(store, name)
    hall = a_venue(store, held, "Hội trường")
    cells, _ = turned_to(page, "Xếp chỗ")
    before = names(cells)
    cells.table.selectRow(0)
    answers.coming = [hall.id]
    pressed(cells, "Xếp vào điểm cầu")
    assert rows(cells)[0][2] == "Hội trường"
    assert names(cells) == before


def test_seating_without_venues_says_what_to_do(page: ConferencePage, store: Store, qtbot: QtBot) -> None:
    a_cell(store)
    cells, _ = turned_to(page, "Xếp chỗ")
    cells.table.selectAll()
    with qtbot.waitSignal(page.desk.refused) as refused:
        pressed(cells, "Xếp vào điểm cầu")
    assert "hãy thêm điểm cầu" in refused.args[0]


def test_the_must_attend_list_is_a_sum_and_each_figure_shows_its_names(page: ConferencePage, store: Store) -> None:
    a_member(store, "Nguyễn Văn An")
    a_member(store, "Lê Thị Đào", status=MemberStatus.EXEMPT)
    a_member(store, "Trần Khách", kind=MemberKind.GUEST)
    a_member(store, "Phạm Chưa Xếp", cell=None)
    (roll,) = turned_to(page, "Danh sách triệu tập")
    seen = {}
    for caption in ("Đảng viên", "Miễn sinh hoạt", "Phải dự", "Khách mời", "Chưa có chi bộ"):
        figure(page, caption).click()
        seen[caption] = (figure(page, caption).accessibleDescription(), names(roll))
    assert seen == {
        "Đảng viên": ("2", ["Nguyễn Văn An", "Lê Thị Đào"]),
        "Miễn sinh hoạt": ("1", ["Lê Thị Đào"]),
        "Phải dự": ("1", ["Nguyễn Văn An"]),
        "Khách mời": ("1", ["Trần Khách"]),
        "Chưa có chi bộ": ("1", ["Phạm Chưa Xếp"]),
    }
    assert "1 người chưa có chi bộ" in shown(roll)


def test_before_freezing_people_stand_by_cell_then_by_name(
    page: ConferencePage, store: Store, held: Conference
) -> None:
    for cell, name in (("Chi bộ B", "Lê Văn An"), ("Chi bộ A", "Lê Văn Xuân"), ("Chi bộ A", "Lê Văn Bình")):
        a_member(store, name, cell, party_position="Bí thư" if cell == "Chi bộ B" else None)
    a_venue(store, held, "Hội trường", cell_ids=(a_cell(store, "Chi bộ B").id,))
    (roll,) = turned_to(page, "Danh sách triệu tập")
    assert names(roll) == ["Lê Văn Bình", "Lê Văn Xuân", "Lê Văn An"]


def test_the_list_is_frozen_only_after_it_was_agreed_to(
    page: ConferencePage, store: Store, held: Conference, answers: Answers
) -> None:
    some_members(store, 2)
    (roll,) = turned_to(page, "Danh sách triệu tập")
    answers.coming += [False, True]
    pressed(roll, "Chốt danh sách triệu tập")
    assert conferences.conference(store, held.id).frozen_at is None
    pressed(roll, "Chốt danh sách triệu tập")
    assert conferences.conference(store, held.id).frozen_at is not None
    assert "gồm 2 đảng viên phải dự và 0 khách mời" in answers.asked[0]
    assert "Đã chốt lúc" in shown(roll)


def test_later_moves_do_not_change_a_frozen_list(page: ConferencePage, store: Store, held: Conference) -> None:
    a_member(store, "Nguyễn Văn An")
    rolls.freeze(store, held.id)
    a_member(store, "Lê Thị Đào")
    (roll,) = turned_to(page, "Danh sách triệu tập")
    assert names(roll) == ["Nguyễn Văn An"]


def test_one_person_of_a_frozen_list_is_corrected_with_a_reason(
    page: ConferencePage, store: Store, held: Conference
) -> None:
    people = some_members(store, 2)
    rolls.freeze(store, held.id)
    (roll,) = turned_to(page, "Danh sách triệu tập")
    roll.table.select_ids([people[0].id])
    assert roll.press("F2")
    box = dialog(page)
    named(box, QComboBox, "Xếp vào").setCurrentText("Lý do khác")
    typed(named(box, QLineEdit, "Lý do"), "đi công tác")
    pressed(box, "Ghi")
    assert figure(page, "Phải dự").accessibleDescription() == "1"
    corrected = next(row for row in rolls.roll(store, held.id) if row.member_id == people[0].id)
    assert (corrected.deduction, corrected.reason) == (Deduction.OTHER, "đi công tác")


def test_a_correction_without_a_reason_is_not_kept(page: ConferencePage, store: Store, held: Conference) -> None:
    (person,) = some_members(store, 1)
    rolls.freeze(store, held.id)
    (roll,) = turned_to(page, "Danh sách triệu tập")
    roll.table.select_ids([person.id])
    assert roll.press("F2")
    pressed(dialog(page), "Ghi")
    assert "hãy điền vào" in shown(dialog(page))


def test_marking_opens_on_this_conference(page: ConferencePage, store: Store, held: Conference, qtbot: QtBot) -> None:
    a_member(store)
    rolls.freeze(store, held.id)
    later = a_conference(store, name="Hội nghị sau", half_days=(HalfDay(held_on="2026-05-05", part=DayPart.MORNING),))
    page.show()
    marking = opened(page.desk, qtbot, lambda: pressed(page, "Điểm danh"))
    assert isinstance(marking, AttendanceScreen)
    assert marking.filter_bar.chosen()["conference"] == held.id != later.id


def test_a_make_up_conference_is_marked_like_any_other(desk: Desk, store: Store, qtbot: QtBot) -> None:
    page = ConferencePage(desk, a_conference(store, kind=ConferenceKind.MAKEUP).id)
    qtbot.addWidget(page)
    page.show()
    assert isinstance(opened(desk, qtbot, lambda: pressed(page, "Điểm danh")), AttendanceScreen)


def test_who_sits_where_shows_in_the_frozen_list(page: ConferencePage, store: Store, held: Conference) -> None:
    a_member(store)
    a_venue(store, held, "Hội trường", cell_ids=(a_cell(store, CELL).id,))
    rolls.freeze(store, held.id)
    (roll,) = turned_to(page, "Danh sách triệu tập")
    assert rows(roll)[0][4] == "Hội trường"
