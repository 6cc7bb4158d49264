"""What the picture of a life holds: only what lies between its two days, each thing in its lane."""

from db.dated import CellStay, KindPeriod, Life, StatusPeriod
from db.values import MemberKind, MemberStatus
from desktop_app.ui.life_bands import beginning, lanes

CELL = CellStay(id=1, cell_id=1, cell="Chi bộ Đội Cung 1")
JOINED = KindPeriod(id=1, kind=MemberKind.PROBATIONARY, valid_from="1985-05-19", valid_to="1986-05-19")
OFFICIAL = KindPeriod(id=2, kind=MemberKind.OFFICIAL, valid_from="1986-05-19")
EXEMPT = StatusPeriod(id=1, status=MemberStatus.EXEMPT, valid_from="2020-05-01", valid_to="2021-01-01", reason="ốm")
LIFE = Life(member_id=1, cells=(CELL,), kinds=(JOINED, OFFICIAL), statuses=(EXEMPT,))


def test_a_life_begins_with_the_first_day_known() -> None:
    assert beginning(LIFE, ("1984-03", None)) == "1984-03-01"
    assert beginning(LIFE, ()) == "1985-05-19"
    assert beginning(Life(member_id=1, cells=(CELL,)), (None,)) is None


def test_only_lanes_with_something_in_them_are_drawn() -> None:
    drawn = lanes(LIFE, "1985-05-19", "2026-01-01")
    assert [lane.name for lane in drawn] == ["Đảng viên", "Chi bộ", "Sinh hoạt"]
    assert [band.text for band in drawn[0].bands] == ["Dự bị", "Chính thức"]


def test_what_always_was_begins_at_the_edge_and_what_still_is_ends_today() -> None:
    (band,) = lanes(LIFE, "1985-05-19", "2026-01-01")[1].bands
    assert (band.since, band.until) == ("1985-05-19", "2026-01-01")
    assert band.tip == "Thuộc Chi bộ Đội Cung 1, từ trước đến nay"


def test_what_is_over_before_the_picture_begins_is_not_in_it() -> None:
    assert [band.text for band in lanes(LIFE, "1990-01-01", "2026-01-01")[0].bands] == ["Chính thức"]
    assert [lane.name for lane in lanes(LIFE, "2022-01-01", "2026-01-01")] == ["Đảng viên", "Chi bộ"]


def test_a_pause_tells_its_reason() -> None:
    (band,) = lanes(LIFE, "1985-05-19", "2026-01-01")[2].bands
    assert band.tip == "Được miễn sinh hoạt đảng (ốm), từ 01/05/2020 đến trước 01/01/2021"
