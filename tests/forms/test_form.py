"""What a form asks of the clerk before it prints."""

from typing import Any

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.blocks import Document, Paragraph
from desktop_app.forms.form import Form, Scope, Subject
from desktop_app.services.store import memory_office

CHOSEN = [scope for scope in Scope if scope is not Scope.PERIOD]


@pytest.mark.parametrize("scope", CHOSEN)
def test_every_scope_finds_its_own_choice(scope: Scope) -> None:
    chosen: dict[str, Any] = {f"{scope.value}_id": 7}
    assert Subject(**chosen).need(scope) == 7


@pytest.mark.parametrize("scope", CHOSEN)
def test_a_form_without_its_choice_asks_for_it(scope: Scope) -> None:
    with pytest.raises(Refusal, match="Hãy chọn một"):
        Subject().need(scope)


def test_a_form_composes_what_it_gathered() -> None:
    form = Form(
        id="thu",
        title="Thử",
        scopes=(Scope.MEMBER,),
        gather=lambda store, subject: subject.need(Scope.MEMBER),
        compose=lambda number: Document(title="Thử", blocks=(Paragraph(f"Số {number}"),)),
    )
    assert form.document(memory_office(), Subject(member_id=7)).blocks == (Paragraph("Số 7"),)
