"""Screens that several files of tests stand on."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.importing import ImportingScreen


@pytest.fixture
def importing(kept_store: Store, qtbot: QtBot) -> Iterator[ImportingScreen]:
    """The place of imports and exports, over an office in a file."""
    desk = Desk(kept_store, Background())
    made = ImportingScreen(desk)
    qtbot.addWidget(made)
    made.resize(1180, 640)
    made.show()
    yield made
    desk.background.wait()
