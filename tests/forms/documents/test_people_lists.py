"""Lists of people of a round: whom they name is what the report counts, and their columns are the office's own."""

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.forms.absences import absences
from desktop_app.forms.documents import people_lists
from desktop_app.forms.wordings import save
from desktop_app.services import attendance, figures
from desktop_app.services.members import member
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import MADE_UP, SmallRound, small_round

every_list = pytest.mark.parametrize("listed", people_lists.LISTS, ids=lambda listed: listed.id)


@every_list
def test_a_list_names_exactly_the_people_behind_its_figures(
    small_store: Store, small: SmallRound, read: Read, listed: people_lists.ListOf
) -> None:
    known = figures.figures(small_store, small.round_id)
    counted = {each for figure in listed.figures for each in known[figure]}
    text = read(listed.id)
    named = {each for each in known[Figure.MUST_ATTEND] if member(small_store, each).full_name in text}
    assert named == counted
    assert (f"Tổng số: {len(counted)} đồng chí" in text) == bool(counted)


@every_list
def test_an_empty_list_says_so(blank: Store, listed: people_lists.ListOf, small: SmallRound) -> None:
    made = small_round(blank)
    empty = pages_of(blank, listed.id, round_id=made.round_id, cell_id=made.cell_ids[2])
    if "Tổng số" not in " ".join(empty):
        assert listed.none in " ".join(empty)


def test_the_made_up_stand_with_day_and_form(read: Read) -> None:
    text = read("made-up")
    assert all(name in text for name in MADE_UP) and "29/03/2021" in text and "Tự nghiên cứu" in text


def test_an_absence_tells_the_half_days_and_the_reason(small_store: Store, small: SmallRound) -> None:
    tell = absences(small_store, small.round_id)
    told = {each.row.full_name: tell(each) for each in attendance.standings(small_store, small.round_id)}
    assert told["Hoàng Văn Bình"].half_days == "Sáng 28/3, Chiều 28/3"
    assert any("Đi công tác" in each.why for each in told.values())


def test_a_column_is_renamed_and_another_left_out(blank: Store) -> None:
    small_round(blank)
    words = {each.field: each for each in people_lists.form_of(people_lists.LISTS[0]).words}
    save(blank, "attended", "Danh sách", words["column.name"], "Họ, tên đảng viên")
    save(blank, "attended", "Danh sách", words["column.position"], "-")
    text = " ".join(pages_of(blank, "attended"))
    assert "Họ, tên đảng viên" in text and "Chức vụ" not in text


def test_the_name_is_never_left_out(blank: Store) -> None:
    small_round(blank)
    words = {each.field: each for each in people_lists.form_of(people_lists.LISTS[0]).words}
    save(blank, "attended", "Danh sách", words["column.name"], "-")
    assert "Nguyễn Văn An" in " ".join(pages_of(blank, "attended"))
