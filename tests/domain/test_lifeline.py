"""Lines of a life: what begins, what ends, what always was."""

from db.dated import CellStay, EssayFree, KindPeriod, Life, OfficeHeld, StatusPeriod
from db.values import Branch, MemberKind, MemberStatus
from desktop_app.domain.lifeline import events


def told(life: Life) -> list[tuple[str | None, str]]:
    return [(event.on, event.text) for event in events(life)]


def test_whoever_was_always_active_has_no_line_of_it() -> None:
    assert told(Life(member_id=1, statuses=(StatusPeriod(id=1, status=MemberStatus.ACTIVE),))) == []


def test_a_status_of_unknown_day_comes_first() -> None:
    life = Life(
        member_id=1,
        kinds=(KindPeriod(id=1, kind=MemberKind.OFFICIAL, valid_from="1990-05-19"),),
        statuses=(StatusPeriod(id=1, status=MemberStatus.EXEMPT, reason="tuổi cao"),),
    )
    assert told(life) == [
        (None, "Được miễn sinh hoạt đảng (tuổi cao)"),
        ("1990-05-19", "Là đảng viên chính thức"),
    ]


def test_coming_from_elsewhere_and_between_cells_are_told_apart() -> None:
    life = Life(
        member_id=1,
        cells=(
            CellStay(id=1, cell_id=1, cell="Phố 1", came_from="Hà Nội", valid_from="2020-01-01", valid_to="2021-01-01"),
            CellStay(id=2, cell_id=2, cell="Phố 2", valid_from="2021-01-01"),
        ),
    )
    assert told(life) == [
        ("2020-01-01", "Chuyển đến Chi bộ Phố 1, từ Hà Nội"),
        ("2021-01-01", "Chuyển sang Chi bộ Phố 2"),
    ]


def test_what_has_ended_has_a_line_for_its_end_with_its_paper() -> None:
    office = OfficeHeld(
        id=1, branch=Branch.PARTY, title="Bí thư", valid_from="2020-01-01", valid_to="2021-01-01",
        decision_no="1-QĐ", ended_decision_no="2-QĐ",
    )  # fmt: skip
    assert [(e.text, e.paper) for e in events(Life(member_id=1, offices=(office,)))] == [
        ("Giữ chức vụ Bí thư", "1-QĐ"),
        ("Thôi chức vụ Bí thư", "2-QĐ"),
    ]


def test_an_exemption_from_essays_says_why_and_when_it_ended() -> None:
    free = EssayFree(id=1, reason="cao tuổi", valid_from="2020-01-01", valid_to="2021-01-01")
    assert told(Life(member_id=1, essay_free=(free,))) == [
        ("2020-01-01", "Được miễn viết thu hoạch (cao tuổi)"),
        ("2021-01-01", "Hết thời gian miễn viết thu hoạch"),
    ]
