"""What the search box answers: people surely meant, cells so named, people perhaps meant."""

from desktop_app.services.answers import answers
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member


def test_names_by_the_rule_stand_apart_from_wider_ones(store: Store) -> None:
    meant, perhaps = a_member(store, "Lê Thị Hòa"), a_member(store, "Lê Thị Hoa")
    found = answers(store, "hòa")
    assert [person.id for person in found.exact] == [meant.id]
    assert [person.id for person in found.wider] == [perhaps.id]


def test_a_number_is_always_exact(store: Store) -> None:
    person = a_member(store, phone="0912345678")
    assert [each.id for each in answers(store, person.code).exact] == [person.id]
    assert [each.id for each in answers(store, "0912345678").exact] == [person.id]


def test_a_cell_is_answered_with_its_people_after_it(store: Store) -> None:
    person = a_member(store, cell="Chi bộ Bến Thủy")
    found = answers(store, "bến thủy")
    assert [cell.id for cell in found.cells] == [a_cell(store, "Chi bộ Bến Thủy").id]
    assert [each.id for each in found.wider] == [person.id]


def test_nothing_is_asked_of_an_empty_text(store: Store) -> None:
    a_member(store)
    assert answers(store, " – ").exact == ()
