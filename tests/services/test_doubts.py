"""What is told before a person is kept: an entry like it, a number someone bears, no cell, capitals."""

from desktop_app.services import members
from desktop_app.services.doubts import doubts
from desktop_app.services.members import MemberDraft
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member


def test_an_entry_of_the_same_name_and_birth_date_is_named_with_its_cell(store: Store) -> None:
    cell = a_cell(store)
    a_member(store, "Vũ Quốc An", birth_date="1987-04-19", cell_id=cell.id)
    told = doubts(store, MemberDraft(full_name="vũ quốc An", birth_date="1987-04-19", cell_id=cell.id))
    assert f"Đã có Vũ Quốc An, 19/04/1987, ở {cell.name}; hãy xem có phải cùng một người." in told["full_name"]


def test_a_namesake_born_on_another_day_is_somebody_else(store: Store) -> None:
    a_member(store, "Vũ Quốc An", birth_date="1987-04-19")
    assert "full_name" not in doubts(store, MemberDraft(full_name="Vũ Quốc An", birth_date="1990-01-01"))


def test_who_is_amended_is_no_double_of_themselves(store: Store) -> None:
    person = a_member(store, "Vũ Quốc An", party_card_no="12345678")
    assert not {"full_name", "party_card_no"} & doubts(store, members.draft_of(person), person.id).keys()


def test_a_card_somebody_bears_is_told(store: Store) -> None:
    a_member(store, "Vũ Quốc An", party_card_no="12345678")
    told = doubts(store, MemberDraft(full_name="Lê Thị Đào", party_card_no="12345678"))
    assert "Vũ Quốc An" in told["party_card_no"]


def test_a_card_that_is_no_number_is_told(store: Store) -> None:
    assert "8 hoặc 12" in doubts(store, MemberDraft(full_name="Lê Thị Đào", party_card_no="1/1/1980"))["party_card_no"]


def test_a_person_without_a_cell_is_told(store: Store) -> None:
    assert "Chưa chọn chi bộ" in doubts(store, MemberDraft(full_name="Lê Thị Đào"))["cell_id"]


def test_the_usual_capitals_of_a_name_are_offered(store: Store) -> None:
    assert doubts(store, MemberDraft(full_name="phạm thị MAI"))["full_name"] == "Tên thường viết là “Phạm Thị Mai”."
    assert "full_name" not in doubts(store, MemberDraft(full_name="H'Hen Niê"))
