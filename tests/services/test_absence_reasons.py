"""The office's own list of reasons."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.services import journal
from desktop_app.services.absence_reasons import USUAL, reasons, save_reasons
from desktop_app.services.store import Store


def test_the_usual_reasons_stand_until_the_office_has_its_own(store: Store) -> None:
    assert reasons(store) == USUAL
    assert save_reasons(store, [" Đi  biển ", "", "Ốm", "đi biển"]) == ("Đi biển", "Ốm")
    journal.undo(store)
    assert reasons(store) == USUAL


def test_an_empty_list_is_refused(store: Store) -> None:
    with pytest.raises(Refusal, match="ít nhất một dòng"):
        save_reasons(store, [" ", ""])
    assert reasons(store) == USUAL
