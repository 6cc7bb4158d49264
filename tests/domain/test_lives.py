"""The rules a life is held against, and how facts are worded."""

import pytest

from db.dated import CellStay, EssayFree, KindPeriod, Life, OfficeHeld, Period, StatusPeriod, TemporaryStay
from db.values import Branch, Direction, LeavingForm, MemberKind, MemberStatus
from desktop_app.domain import lives as rules
from desktop_app.domain.refusal import Refusal

HOME = CellStay(id=1, cell_id=1, cell="Phố 1")
ACTIVE = StatusPeriod(id=1, status=MemberStatus.ACTIVE)
TODAY = "2021-06-01"


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (HOME, "thuộc Chi bộ Phố 1"),
        (KindPeriod(id=1, kind=MemberKind.PROBATIONARY), "là đảng viên dự bị"),
        (StatusPeriod(id=1, status=MemberStatus.DECEASED), "từ trần"),
        (TemporaryStay(id=1, direction=Direction.AWAY, place="Ba Đình"), "sinh hoạt tạm thời tại Ba Đình"),
        (TemporaryStay(id=1, direction=Direction.AWAY), "sinh hoạt tạm thời tại nơi khác"),
        (
            TemporaryStay(id=1, direction=Direction.HERE, cell="Phố 2", place="Hà Nội"),
            "sinh hoạt tạm thời tại Chi bộ Phố 2, từ Hà Nội",
        ),
        (OfficeHeld(id=1, branch=Branch.PARTY, title="Bí thư"), "giữ chức vụ Bí thư"),
        (EssayFree(id=1, round_name="Đợt 1"), "được miễn viết thu hoạch trong đợt “Đợt 1”"),
    ],
)
def test_a_fact_has_its_words(fact: Period, said: str) -> None:
    assert rules.said(fact) == said


def test_a_fact_of_no_known_kind_is_a_bug() -> None:
    with pytest.raises(TypeError):
        rules.said(Period(id=1))


def test_a_fact_holds_on_its_first_day_and_not_on_its_last() -> None:
    stay = CellStay(id=1, cell_id=1, cell="Phố 1", valid_from="2021-01-01", valid_to="2021-03-01")
    assert [stay.holds(day) for day in ("2020-12-31", "2021-01-01", "2021-02-28", "2021-03-01")] == [
        False,
        True,
        True,
        False,
    ]


def test_what_is_only_planned_gives_way() -> None:
    planned = StatusPeriod(id=2, status=MemberStatus.ACTIVE, valid_from="2021-07-01")
    rules.check_last([ACTIVE, planned], "2021-05-01", TODAY)
    with pytest.raises(Refusal, match="sinh hoạt đảng từ ngày 01/07/2021"):
        rules.check_last([ACTIVE, planned], "2021-05-01", "2021-08-01")


def test_what_begins_on_the_same_day_is_in_the_way() -> None:
    stay = CellStay(id=2, cell_id=2, cell="Phố 2", valid_from="2021-05-01")
    with pytest.raises(Refusal, match="thuộc Chi bộ Phố 2 từ ngày 01/05/2021"):
        rules.check_last([HOME, stay], "2021-05-01", TODAY)


def test_a_death_without_a_day_is_told_without_one() -> None:
    dead = Life(member_id=1, statuses=(StatusPeriod(id=1, status=MemberStatus.DECEASED),))
    with pytest.raises(Refusal, match=r"^Đồng chí này đã từ trần; "):
        rules.check_alive(dead, TODAY)


@pytest.mark.parametrize(
    ("birth_date", "too_early", "early_enough"),
    [
        ("2002-05-19", "2020-05-18", "2020-05-19"),
        ("2002-05", "2020-04-30", "2020-05-01"),
        ("2002", "2019-12-31", "2020-01-01"),
    ],
)
def test_nobody_under_eighteen_is_admitted(birth_date: str, too_early: str, early_enough: str) -> None:
    rules.check_admission(Life(member_id=1), early_enough, birth_date)
    with pytest.raises(Refusal, match="chưa đủ 18 tuổi"):
        rules.check_admission(Life(member_id=1), too_early, birth_date)


def test_two_facts_at_once_contradict_each_other() -> None:
    other = CellStay(id=2, cell_id=2, cell="Phố 2", valid_from="2021-05-01")
    found = rules.contradiction(Life(member_id=1, cells=(HOME, other)))
    assert found == "“thuộc Chi bộ Phố 1” từ trước trùng thời gian với “thuộc Chi bộ Phố 2” từ ngày 01/05/2021"


def test_a_life_in_order_contradicts_nothing() -> None:
    offices = tuple(OfficeHeld(id=n, branch=Branch.PARTY, title=f"Chức vụ {n}") for n in (1, 2))
    assert rules.contradiction(Life(member_id=1, cells=(HOME,), statuses=(ACTIVE,), offices=offices)) is None


def test_leaving_is_told_with_its_form() -> None:
    left = StatusPeriod(id=1, status=MemberStatus.LEFT, form=LeavingForm.STRUCK_OFF)
    assert rules.reasoned(left) == "ra khỏi Đảng (Xóa tên)"
