"""Kept values in words, for reading history."""

import pytest

from db.values import FOREVER
from desktop_app.domain.captions import changed, say


def no_name(target: str, row_id: int) -> str | None:
    return {("organization", 1): "Phố 1"}.get((target, row_id))


@pytest.mark.parametrize(
    ("table", "column", "value", "said"),
    [
        ("member", "gender", "male", "Nam"),
        ("member", "birth_date", "1955-03", "03/1955"),
        ("mark", "status", "present", "Có mặt"),
        ("member_status", "status", "exempt", "Miễn sinh hoạt"),
        ("member_status", "form", "struck_off", "Xóa tên"),
        ("essay", "form", "typed", "Đánh máy"),
        ("conference", "kind", "makeup", "Hội nghị học bù"),
        ("membership", "organization_id", 1, "Phố 1"),
        ("membership", "organization_id", 2, "(đã xóa, số 2)"),
        ("membership", "valid_to", FOREVER, None),
        ("study_round", "essay_required", 0, "không"),
        ("venue", "capacity", 120, "120"),
    ],
)
def test_a_value_has_its_words(table: str, column: str, value: object, said: str | None) -> None:
    assert say(table, column, value, no_name) == said


def test_only_what_differs_is_told() -> None:
    before = {"id": 1, "full_name": "An", "name_key": "an", "note": None}
    told = changed("member", before, before | {"full_name": "Ân", "name_key": "an2"}, no_name)
    assert [(each.caption, each.before, each.after) for each in told] == [("Họ và tên", "An", "Ân")]


def test_a_row_that_came_tells_what_it_holds() -> None:
    told = changed("membership", None, {"id": 3, "organization_id": 1, "decision_no": None}, no_name)
    assert [(each.caption, each.before, each.after) for each in told] == [("Tổ chức", None, "Phố 1")]
