"""Slips of reminders: half a page a cell, only what it still owes, several slips where it owes much."""

from desktop_app.forms.blocks import PageSize
from desktop_app.forms.documents import form
from desktop_app.forms.form import Paper, Subject
from desktop_app.forms.owed_lines import owed_by_cells
from desktop_app.services import conferences, due, rolls
from desktop_app.services.office import today
from desktop_app.services.store import Store
from tests.cast import a_member
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import SmallRound, make_round, one_person, two_days


def test_a_slip_names_only_who_still_owes(read: Read) -> None:
    text = read("reminder-slips")
    assert "Phan Thị Chi Chưa học tập, quán triệt 30/06/2021 Còn 86 ngày" in text
    assert "Hoàng Văn Bình Chưa học đủ các buổi" in text
    assert "Nguyễn Văn An" not in text


def test_essays_are_asked_for_with_their_day(read: Read) -> None:
    text = read("reminder-slips")
    assert "Trần Thị Ánh Viết lại bài thu hoạch" in text
    assert "Phạm Văn Ân Chưa nộp bài thu hoạch 04/04/2021 Quá hạn 1 ngày" in text


def test_the_slips_hold_exactly_what_the_cells_owe(small_store: Store, small: SmallRound) -> None:
    cells = owed_by_cells(small_store, small.round_id, "2021-06-30", today(small_store))
    owed = due.dunning(small_store, small.round_id)
    assert [len(each.lines) for each in cells] == [len(d.study) + len(d.essays) + len(d.reports) for d in owed]


def test_one_cell_gets_its_own_slip(small_store: Store, small: SmallRound) -> None:
    (page,) = pages_of(small_store, "reminder-slips", cell_id=small.cell_ids[0])
    assert "gửi Chi bộ Đội Cung 1" in page and "Đội Cung 2" not in page


def test_two_slips_are_cut_from_one_sheet(small_store: Store, small: SmallRound) -> None:
    assert form("reminder-slips").document(small_store, Subject()).page_size is PageSize.HALF
    pages = pages_of(small_store, "reminder-slips")
    assert [page.count("PHIẾU NHẮC") for page in pages] == [2, 1]


def test_a_cell_that_owes_much_gets_slips_that_are_each_whole(blank: Store) -> None:
    for at in range(17):
        a_member(blank, f"Lê Văn {chr(65 + at)}", "Đội Cung 9")
    held = conferences.create(blank, make_round(blank), two_days())
    rolls.freeze(blank, held.id)
    text = " ".join(pages_of(blank, "reminder-slips"))
    assert [text.count(f"gửi Chi bộ Đội Cung 9 (tờ {at}/3)") for at in (1, 2, 3)] == [1, 1, 1]


def test_a_day_before_the_conference_asks_for_nothing(small_store: Store, small: SmallRound) -> None:
    early = Paper(on=today(small_store).replace(month=3, day=1))
    document = form("reminder-slips").document(small_store, Subject(paper=early))
    assert "không còn việc nào phải nhắc" in str(document.blocks)


def test_a_cell_that_owes_nothing_is_told_so(blank: Store) -> None:
    made = one_person(blank, attended=True)
    assert "Chi bộ Đội Cung 1 không còn việc nào phải nhắc" in " ".join(
        pages_of(blank, "reminder-slips", cell_id=made.cell_ids[0])
    )
