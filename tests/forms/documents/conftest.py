"""The small round in a practice office, printed and read back; nothing here is changed by a test."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from db import settings
from desktop_app.domain.figures import Figure
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.forms.pdf import print_pdf
from desktop_app.services import essay_forwarding, figures, rounds
from desktop_app.services.store import Store
from tests.round_office import SmallRound, office, small_round

Read = Callable[..., str]


@pytest.fixture(scope="session")
def studied() -> Iterator[tuple[Store, SmallRound]]:
    store = office(practice=True)
    made = small_round(store)
    send_on(store, made)
    with store.atomic():
        settings.set_properties(store, {"backed_up_at": "2021-04-05 16:30:00"})
    yield store, made
    store.close()


def send_on(store: Store, made: SmallRound) -> None:
    """What passed is confirmed and goes to the higher body, so that there is a list of it."""
    passed = figures.figures(store, made.round_id)[Figure.PASSED]
    essay_forwarding.confirm(store, made.round_id, passed, "Ban Thường vụ Đảng ủy")
    essay_forwarding.forward(store, essay_forwarding.start(store, made.round_id), passed)


@pytest.fixture(scope="session")
def small(studied: tuple[Store, SmallRound]) -> SmallRound:
    return studied[1]


@pytest.fixture(scope="session")
def small_store(studied: tuple[Store, SmallRound]) -> Store:
    return studied[0]


@pytest.fixture
def blank() -> Iterator[Store]:
    """A practice office without a round."""
    store = office(practice=True)
    yield store
    store.close()


def printed_bytes(store: Store, form_id: str, **chosen: Any) -> bytes:
    """A form about what was chosen; one that goes out for somebody only, for the first who attended."""
    if form_id in ("confirmation", "person-data", "person-sheet") and not chosen:
        newest = rounds.newest(store)
        chosen["member_id"] = figures.figures(store, newest.id)[Figure.ATTENDED][0] if newest else None
    out = BytesIO()
    print_pdf(form(form_id).document(store, Subject(**chosen)), out)
    return out.getvalue()


def pages_of(store: Store, form_id: str, **chosen: Any) -> list[str]:
    """The text of each page, every run of white space one blank."""
    with pdfplumber.open(BytesIO(printed_bytes(store, form_id, **chosen))) as pdf:
        return [" ".join(page.extract_text().split()) for page in pdf.pages]


@pytest.fixture
def read(small_store: Store) -> Read:
    """The text of a form of the small round."""

    def text(form_id: str, **chosen: Any) -> str:
        return " ".join(pages_of(small_store, form_id, **chosen))

    return text
