"""The office's own wording: fields checked when saved, the text a form came with never lost."""

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.wordings import Wording, save, texts
from desktop_app.services import journal
from desktop_app.services.store import Store

CALL = Wording(field="call", caption="Câu mời", text="Kính mời {name}.", names={"name": "họ và tên"})


def said(store: Store) -> str:
    return texts(store, "invitation", [CALL]).say("call", name="đồng chí An", place="không dùng")


def test_a_form_says_what_it_came_with(store: Store) -> None:
    assert said(store) == "Kính mời đồng chí An."


def test_the_office_says_it_its_own_way_until_it_is_undone(store: Store) -> None:
    save(store, "invitation", "Giấy mời", CALL, " Trân trọng kính mời {name} tới dự. ")
    assert said(store) == "Trân trọng kính mời đồng chí An tới dự."
    journal.undo(store)
    assert said(store) == "Kính mời đồng chí An."


@pytest.mark.parametrize("text", ["", "Kính mời {name}."])
def test_the_text_it_came_with_is_not_kept_twice(store: Store, text: str) -> None:
    save(store, "invitation", "Giấy mời", CALL, "Mời {name}")
    save(store, "invitation", "Giấy mời", CALL, text)
    assert said(store) == "Kính mời đồng chí An."


@pytest.mark.parametrize(
    "text", ["Mời {ten}", "Mời {name", "Mời name}", "Mời {name!r}", "Mời {name:>9}", "{name.x}", "{}"]
)
def test_a_text_with_a_wrong_field_is_refused(store: Store, text: str) -> None:
    with pytest.raises(Refusal):
        save(store, "invitation", "Giấy mời", CALL, text)
