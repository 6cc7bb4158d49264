"""What was written down wrongly about an organization is put right without a decision, and taken back."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal
from desktop_app.services.organization_corrections import correct_name, set_head_lines
from desktop_app.services.organizations import lines_of, organization
from desktop_app.services.store import Store
from tests.cast import a_cell


def test_a_mistyped_name_is_put_right_and_taken_back(store: Store) -> None:
    cell = a_cell(store, "Chi bộ Đội Cug 1")
    assert correct_name(store, cell.id, " Chi bộ  Đội Cung 1 ").name == "Chi bộ Đội Cung 1"
    journal.undo(store)
    assert organization(store, cell.id).name == "Chi bộ Đội Cug 1"


def test_a_name_another_has_is_refused(store: Store) -> None:
    a_cell(store, "Chi bộ Bến Thủy")
    cell = a_cell(store)
    with pytest.raises(Refusal, match="Bến Thủy"):
        correct_name(store, cell.id, "Chi bộ Bến Thủy")


def test_head_lines_are_kept_and_left_to_the_names_when_empty(store: Store) -> None:
    cell = a_cell(store)
    before = lines_of(store, cell.id)
    set_head_lines(store, cell.id, None, "CHI BỘ SỐ 1")
    assert lines_of(store, cell.id) == (before[0], "CHI BỘ SỐ 1")
    set_head_lines(store, cell.id, "", " ")
    assert lines_of(store, cell.id) == before
