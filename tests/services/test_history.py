"""Who changed what from what to what, in words."""

from dataclasses import replace

from db.journal import kept_tables
from desktop_app.domain.kept import TABLES, UNTOLD
from desktop_app.domain.kept_columns import COLUMNS
from desktop_app.services import history, journal, members, moves
from desktop_app.services.members import draft_of
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.round_office import small_round


def renamed(store: Store, member_id: int, full_name: str) -> None:
    members.amend(store, member_id, replace(draft_of(members.member(store, member_id)), full_name=full_name))


def test_a_corrected_name_is_told_from_what_to_what(store: Store) -> None:
    person = a_member(store)
    renamed(store, person.id, "Nguyễn Văn Ân")
    change = history.of_member(store, person.id)[0]
    assert (change.about, change.caption, change.before, change.after) == (
        "Thông tin đảng viên",
        "Họ và tên",
        "Nguyễn Văn An",
        "Nguyễn Văn Ân",
    )
    assert (change.gesture, change.user) == ("Sửa Nguyễn Văn Ân", "Văn phòng")


def test_kept_values_dates_and_names_are_in_words(store: Store) -> None:
    person = a_member(store)
    moves.move(store, person.id, "2021-03-01", a_cell(store, "Phố 2").id)
    told = {(c.caption, c.before, c.after) for c in history.of_gesture(store, journal.history(store, 1)[0].id)}
    assert ("Tổ chức", None, "Phố 2") in told and ("Từ ngày", None, "01/03/2021") in told
    assert ("Đến trước ngày", None, "01/03/2021") in told


def test_the_history_of_one_row_is_its_own(store: Store) -> None:
    person, other = a_member(store), a_member(store, "Trần Thị Bình")
    renamed(store, person.id, "Nguyễn Văn Ân")
    renamed(store, other.id, "Trần Thị Bích")
    found = history.of_row(store, "member", (other.id,))
    assert [c.after for c in found if c.before == "Trần Thị Bình"] == ["Trần Thị Bích"]
    assert not any(c.after == "Nguyễn Văn Ân" for c in found)


def test_marks_and_rolls_are_part_of_a_persons_history(store: Store) -> None:
    made = small_round(store)
    told = {(c.about, c.caption, c.after) for c in history.of_member(store, made.people["Phan Thị Chi"])}
    assert ("Điểm danh", "Trạng thái", "Vắng có lý do") in told and ("Điểm danh", "Lý do", "Đi công tác") in told
    assert ("Điểm danh", "Buổi", "sáng 27/03/2021") in told
    assert ("Danh sách triệu tập", "Chi bộ", "Trường Mầm non Đông Thọ") in told


def test_an_undone_change_says_so(store: Store) -> None:
    person = a_member(store)
    renamed(store, person.id, "Nguyễn Văn Ân")
    journal.undo(store)
    latest, former = history.of_member(store, person.id)[:2]
    assert (latest.gesture, latest.undone, latest.after) == ("Hoàn tác: Sửa Nguyễn Văn Ân", False, "Nguyễn Văn An")
    assert (former.gesture, former.undone) == ("Sửa Nguyễn Văn Ân", True)


def test_a_number_used_again_brings_no_strange_history(store: Store) -> None:
    first = a_member(store, cell=None)
    renamed(store, first.id, "Nguyễn Văn Ân")
    journal.undo(store)
    journal.undo(store)
    second = a_member(store, "Trần Thị Bình", cell=None)
    assert second.id == first.id
    assert {c.gesture for c in history.of_member(store, second.id)} == {"Thêm Trần Thị Bình"}


def test_everything_kept_has_a_caption(store: Store) -> None:
    assert set(kept_tables(store)) <= TABLES.keys()
    columns = {c.name for table in kept_tables(store) for c in store.table(table).columns}
    assert columns - UNTOLD <= COLUMNS.keys()
