"""The office's own words of a form, by command."""

import pytest

from tests.commands.conftest import Typed


def said(typed: Typed, field: str) -> dict[str, object]:
    words = typed("wording", "summons", "--json").data["words"]
    return next(each for each in words if each["field"] == field)


def a_field(typed: Typed) -> str:
    return str(typed("wording", "summons", "--json").data["words"][-1]["field"])


def test_a_text_is_changed_and_had_back(practice: Typed) -> None:
    field = a_field(practice)
    before = said(practice, field)
    assert practice("wording", "summons", "--set", field, "--text", "Có mặt đúng giờ.").code == 0
    assert said(practice, field) == {**before, "text": "Có mặt đúng giờ.", "own": True}
    practice("wording", "summons", "--reset", field)
    assert said(practice, field) == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--set", "khong-co", "--text", "a"), "các chỗ sửa được"),
        (("--set", "FIELD", "--text", "Mời {ten} dự."), "không có trường {ten}"),
        (("--set", "FIELD"), "hãy ghi câu sau --text"),
    ],
)
def test_what_cannot_be_kept_is_refused(practice: Typed, arguments: tuple[str, ...], told: str) -> None:
    field = a_field(practice)
    given = practice("wording", "summons", *(field if each == "FIELD" else each for each in arguments))
    assert given.code == 1 and told in given.err
