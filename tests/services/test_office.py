"""The office itself: head lines, place, spelling, settings."""

from dataclasses import replace

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import office
from desktop_app.services.store import Store
from tests.conftest import OFFICE


def test_head_lines_and_place_come_from_the_names(store: Store) -> None:
    found = office.office(store)
    assert (found.superior_line, found.issuer_line) == ("ĐẢNG BỘ THÀNH PHỐ THANH HÓA", "ĐẢNG ỦY PHƯỜNG ĐÔNG THỌ")
    assert (found.place, found.parent) == ("Đông Thọ", "Thành ủy Thanh Hóa")


def test_lines_the_clerk_says_are_kept(store: Store) -> None:
    said = replace(OFFICE, superior_line="ĐẢNG BỘ TỈNH THANH HÓA", place="Phường Đông Thọ", recipients=("A ", "", " B"))
    found = office.save_office(store, said)
    assert (found.superior_line, found.place, found.recipients) == (
        "ĐẢNG BỘ TỈNH THANH HÓA",
        "Phường Đông Thọ",
        ("A", "B"),
    )


def test_the_old_spelling_is_used_everywhere(store: Store) -> None:
    said = replace(OFFICE, spelling="uỷ", signer_position="CHÁNH VĂN PHÒNG ĐẢNG ỦY", recipients=("Thành ủy",))
    found = office.save_office(store, said)
    texts = (found.name, found.parent, found.issuer_line, found.signer_authority, found.signer_position)
    assert all("uỷ" in text.lower() and "ủy" not in text.lower() for text in (*texts, *found.recipients))


@pytest.mark.parametrize("facts", [{"name": ""}, {"parent": " "}, {"layout": "1999"}, {"spelling": "uy"}])
def test_an_office_that_cannot_be_is_refused(store: Store, facts: dict[str, str]) -> None:
    before = office.office(store)
    with pytest.raises(Refusal):
        office.save_office(store, replace(OFFICE, **facts))  # type: ignore[arg-type]
    assert office.office(store) == before


def test_a_setting_is_kept_and_has_a_default(store: Store) -> None:
    assert office.setting(store, "table.members", "rộng") == "rộng"
    office.save_setting(store, "table.members", "hẹp")
    assert office.setting(store, "table.members", "rộng") == "hẹp"
