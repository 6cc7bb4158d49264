"""Every form in the hands of a user limited to two cells: who is on the paper, and what the paper says of itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import FORMS
from desktop_app.forms.form import Form, Subject
from desktop_app.services.access import NUMBERS_MASKED, WHOLE_STORE
from desktop_app.services.store import Store
from tests.limited import CANARY, VIEWER, limited_office, opened, told

LABELS = ("member-cards", "member-cards-barcode", "member-labels-24", "member-labels-40")
NUMBERED = ("person-data",)
"""Numbers stand on it in full, which nobody sees who only looks."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """In the hands of the limited viewer."""
    made = opened(limited_office(tmp_path_factory.mktemp("limited") / "so.sht").path, VIEWER)
    yield made
    made.close()


@pytest.fixture(scope="module")
def subjects(store: Store) -> list[Subject]:
    """All cells and each of one inside and one outside; nobody, and each of one person inside and one outside."""
    ids = {
        "round_id": store.value("select max(id) from study_round"),
        "conference_id": store.value("select max(id) from conference"),
        "period": "2021",
    }
    inside = store.value("select id from temp.limit_cell")
    outside = store.value("select id from main.organization where kind = 'cell' and id <> :id", {"id": inside})
    own = store.value("select id from member where deleted = 0")
    other = store.value("select id from main.member where full_name like :name", {"name": f"{CANARY}%"})
    about = [Subject(**ids, cell_id=cell) for cell in (None, inside, outside)]
    return [*about, *(Subject(**ids, cell_id=inside, member_id=each) for each in (own, other))]


def drawn(store: Store, form: Form[Any], subject: Subject) -> str:
    """All that is on the paper, or the sentence that refuses it."""
    try:
        return repr(form.document(store, subject))
    except Refusal as refusal:
        return str(refusal)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_names_nobody_of_another_cell(form: Form[Any], store: Store, subjects: list[Subject]) -> None:
    for subject in subjects:
        assert not told(drawn(store, form, subject)), subject


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_form_says_of_which_cells_it_is_or_is_refused(form: Form[Any], store: Store, subjects: list[Subject]) -> None:
    said = [drawn(store, form, subject) for subject in subjects]
    if form.is_whole:
        assert set(said) == {WHOLE_STORE}
    elif form.id in NUMBERED:
        assert NUMBERS_MASKED in said and not any(text.startswith("Document(") for text in said)
    elif form.id not in LABELS:
        papers = [text for text in said if text.startswith("Document(")]
        assert papers and all("(Phạm vi: Chi bộ " in text for text in papers)
