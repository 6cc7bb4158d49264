"""Numbers of a person, hidden but for their end."""

import pytest

from db.records import Member
from desktop_app.domain.masking import mask, masked


@pytest.mark.parametrize(
    ("number", "shown"), [("038060001234", "•••••••••234"), ("12345678", "•••••678"), ("123456", "••••••"), ("", "")]
)
def test_a_number_shows_its_last_three_digits_at_most(number: str, shown: str) -> None:
    assert mask(number) == shown


def test_every_number_of_a_person_is_masked_and_nothing_else() -> None:
    person = Member(id=1, code="0000017", full_name="An", citizen_id="038060001234", phone="0912345678")
    hidden = masked(person)
    assert (hidden.citizen_id, hidden.phone, hidden.party_card_no) == ("•••••••••234", "•••••••678", None)
    assert (hidden.code, hidden.full_name) == ("0000017", "An")
