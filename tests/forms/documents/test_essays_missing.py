"""Who owes an essay: whom the list names, by when, and in what state it is."""

from desktop_app.services import rounds
from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import ESSAY_EXEMPT, SmallRound, one_person


def test_each_state_stands_beside_the_name_and_due_date(read: Read) -> None:
    text = read("essays-missing")
    assert "Phạm Văn Ân 03/02/1952 Dự hội nghị 04/04/2021 Quá hạn 1 ngày" in text
    assert "Lý Văn Minh 11/02/1960 Học bù 04/4/2021 11/04/2021 Còn hạn 6 ngày" in text
    assert "Học bù 29/3/2021 05/04/2021" in text and "Hết hạn hôm" in text
    assert "Phải viết lại bài" in text and "Chưa học nên" in text


def test_the_total_counts_every_state_once(read: Read) -> None:
    said = "Tổng số: 10 đồng chí; trong đó quá hạn 2, còn hạn 2, chưa học nên chưa đến hạn 5, phải viết lại 1."
    assert said in read("essays-missing")


def test_exempt_and_handed_in_are_not_named(read: Read) -> None:
    text = read("essays-missing")
    assert not any(name in text for name in (ESSAY_EXEMPT, "Nguyễn Văn An", "Hồ Thị Nga"))
    assert "còn 10 đồng chí trong số 12 đảng viên phải viết" in text


def test_a_list_of_one_cell_names_the_cell_once(read: Read, small: SmallRound) -> None:
    text = read("essays-missing", cell_id=small.cell_ids[2])
    assert "(Chi bộ Trường Mầm non Đông Thọ)" in text
    assert "còn 3 đồng chí trong số 4 đảng viên" in text and "Trần Thị Ánh" not in text


def test_nobody_left_is_said_in_a_sentence(blank: Store) -> None:
    one_person(blank, attended=True)
    assert "tất cả 1 đảng viên phải viết bài thu hoạch đã nộp bài" in " ".join(pages_of(blank, "essays-missing"))


def test_a_round_without_an_essay_says_so(blank: Store) -> None:
    made = one_person(blank, attended=False)
    rounds.amend(blank, made.round_id, rounds.RoundDraft(name="Học tập", essay_required=False))
    assert "Đợt học tập này không yêu cầu viết bài thu hoạch." in " ".join(pages_of(blank, "essays-missing"))
