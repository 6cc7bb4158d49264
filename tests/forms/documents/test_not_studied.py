"""Who has not studied: whom the list names, which half-days, why, and how long there is left."""

from desktop_app.services.store import Store
from tests.forms.documents.conftest import Read, pages_of
from tests.round_office import MADE_UP, SmallRound, one_person


def test_those_who_still_owe_half_days_are_named(read: Read) -> None:
    text = read("not-studied")
    owing = ("Hoàng Văn Bình", "Phan Thị Chi", "Đặng Văn Dũng", "Bùi Thị Đào", "Ngô Văn Hòa")
    assert all(name in text for name in owing)
    assert "Tổng số: 5 đồng chí" in text and "Nguyễn Văn An" not in text


def test_whoever_made_everything_up_is_not_named(read: Read) -> None:
    text = read("not-studied")
    assert not any(name in text for name in MADE_UP)


def test_half_days_and_reason_stand_beside_the_name(read: Read) -> None:
    text = read("not-studied")
    assert "Sáng 28/3, Chiều 28/3" in text
    assert "Đi công tác" in text and "Chưa điểm" in text


def test_the_days_left_are_counted_from_today(read: Read) -> None:
    text = read("not-studied")
    assert "Tính đến ngày 05/4/2021, còn 5 đồng chí trong số 13 đảng viên phải dự chưa học đủ các buổi." in text
    assert "Hạn học xong: ngày 30/6/2021 (còn 86 ngày)." in text


def test_a_list_of_one_cell_names_the_cell_once(read: Read, small: SmallRound) -> None:
    text = read("not-studied", cell_id=small.cell_ids[1])
    assert "(Chi bộ Đội Cung 2)" in text and "còn 2 đồng chí trong số 5 đảng viên" in text
    assert "Phan Thị Chi" not in text


def test_nobody_left_is_said_in_a_sentence(blank: Store) -> None:
    one_person(blank, attended=True)
    text = " ".join(pages_of(blank, "not-studied"))
    assert "tất cả 1 đảng viên phải dự đã học đủ" in text and "STT" not in text
