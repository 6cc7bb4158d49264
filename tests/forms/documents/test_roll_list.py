"""The roll: the summoned, those who are not, and the sum that leads from all members to the summoned."""

from tests.forms.documents.conftest import Read
from tests.round_office import AWAY, EXEMPT, GUEST, MARKS, SmallRound


def test_everyone_summoned_is_listed_under_cell_and_venue(read: Read) -> None:
    text = read("roll")
    assert "Chi bộ Đội Cung 1 – Hội trường Đảng ủy phường (4 đồng chí)" in text
    assert all(name in text for name in MARKS)
    assert "Phải dự: 13 đồng chí" in text


def test_the_deductions_lead_from_the_members_to_the_summoned(read: Read) -> None:
    assert (
        "Số phải dự: 14 (tổng số đảng viên) – 1 (miễn sinh hoạt) – 1 (sinh hoạt tạm thời nơi khác) "
        "+ 1 (nơi khác đến sinh hoạt tạm thời) = 13 đồng chí."
    ) in read("roll")


def test_those_taken_off_are_named_apart_with_the_reason(read: Read) -> None:
    text = read("roll")
    apart = text[text.index("Đảng viên không thuộc diện phải dự: 2 người") :]
    assert f"{EXEMPT} 16/02/1965 Chi bộ Đội Cung 1 Miễn sinh hoạt" in apart
    assert AWAY in apart and AWAY not in text[: text.index("Phải dự")]


def test_guests_are_named_apart(read: Read) -> None:
    text = read("roll")
    assert text.index("Khách mời, quần chúng dự học: 1 người") < text.index(GUEST)


def test_a_cells_part_of_the_roll_adds_up_by_itself(read: Read, small: SmallRound) -> None:
    text = read("roll", cell_id=small.cell_ids[0])
    assert "(Chi bộ Đội Cung 1)" in text and "Trần Thị Ánh" not in text
    assert "Số phải dự: 5 (tổng số đảng viên) – 1 (miễn sinh hoạt) = 4 đồng chí." in text


def test_a_venues_part_of_the_roll_names_the_venue_once(read: Read, small: SmallRound) -> None:
    text = read("roll", venue_id=small.venue_ids[1])
    assert "(Điểm cầu Nhà văn hóa phố Đội Cung)" in text
    assert "Chi bộ Trường Mầm non Đông Thọ (4 đồng chí)" in text
