"""Columns of lists that the office renames or leaves out; the name always stays."""

import pytest

from desktop_app.forms.documents import form
from desktop_app.forms.list_columns import OFF
from desktop_app.forms.wordings import save
from desktop_app.services.store import Store
from tests.forms.documents.conftest import pages_of
from tests.round_office import office, small_round

every_list = pytest.mark.parametrize("form_id", ["roll", "not-studied", "essays-missing", "attended", "confirmed-list"])


def reworded(form_id: str, changes: dict[str, str]) -> str:
    """The text of a list of the small round after its columns were changed."""
    store: Store = office(practice=True)
    small_round(store)
    known = {each.field: each for each in form(form_id).words}
    for field, text in changes.items():
        save(store, form_id, form(form_id).title, known[field], text)
    text = " ".join(pages_of(store, form_id))
    store.close()
    return text


@every_list
def test_every_list_lets_its_columns_be_named_and_left_out(form_id: str) -> None:
    captions = [each.caption for each in form(form_id).words]
    assert "Cột “Họ và tên”" in captions and f"Cột “Ngày sinh” (ghi “{OFF}” để bỏ cột)" in captions


@pytest.mark.parametrize("form_id", ["roll", "not-studied", "essays-missing"])
def test_a_column_is_renamed_and_another_left_out(form_id: str) -> None:
    text = reworded(form_id, {"column.name": "Họ, tên đảng viên", "column.born": OFF})
    assert "Họ, tên đảng viên" in text and "Phan Thị Chi" in text
    assert text.count("Ngày sinh") == (2 if form_id == "roll" else 0)


@pytest.mark.parametrize("form_id", ["roll", "not-studied", "essays-missing"])
def test_all_columns_but_the_name_may_go(form_id: str) -> None:
    fields = [each.field for each in form(form_id).words]
    assert "Phan Thị Chi" in reworded(form_id, dict.fromkeys(fields, OFF))
