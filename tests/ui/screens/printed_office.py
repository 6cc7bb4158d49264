"""A desk over an office in a file, with a round in full swing and a term: what pages of issued documents stand on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from db.paper_records import Term
from desktop_app.forms import documents
from desktop_app.forms.form import Subject
from desktop_app.forms.issue import send_out
from desktop_app.services import terms
from desktop_app.services.issuing import IssuedDocument
from desktop_app.services.store import open_office
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Screen
from tests.round_office import SmallRound, small_round

TERM = Term(name="2020 - 2025", starts_on="2020-08-15")


@contextmanager
def printed_office(path: Path, term: bool = True) -> Iterator[tuple[Desk, SmallRound]]:
    """The desk with what was made; closed at the end."""
    store = open_office(path)
    made = small_round(store)
    if term:
        terms.save_term(store, TERM)
    desk = Desk(store, Background())
    yield desk, made
    desk.background.wait()
    store.close()


def sent_out(desk: Desk, made: SmallRound, form_id: str = "result-report") -> IssuedDocument:
    """A report of the round under the next number."""
    return send_out(desk.store, documents.form(form_id), Subject(round_id=made.round_id))


def opened(page: Screen, qtbot: QtBot) -> Screen:
    """The page on the screen, read."""
    qtbot.addWidget(page)
    page.resize(1100, 650)
    page.show()
    return page
