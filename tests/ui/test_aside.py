"""Reading at once in a small office, beside the window in a large one."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop_app.services import office
from desktop_app.services.store import Store
from desktop_app.ui import aside
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def name(store: Store) -> str:
    return office.office(store).name


def test_a_small_office_is_read_at_once(page: QWidget, desk: Desk) -> None:
    seen: list[str] = []
    aside.read_aside(page, desk, "Đọc sổ", name, seen.append)
    assert seen == ["Đảng ủy phường Đông Thọ"]


def test_a_large_office_is_read_beside_the_window(
    page: QWidget, kept_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "QUICK", -1)
    desk, seen = Desk(kept_store, Background()), list[str]()
    with qtbot.waitSignal(desk.background.ended):
        aside.read_aside(page, desk, "Đọc sổ", name, seen.append)
    qtbot.waitUntil(lambda: seen == ["Đảng ủy phường Đông Thọ"])


def test_a_page_that_was_left_is_shown_nothing(
    kept_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "QUICK", -1)
    desk, seen, page = Desk(kept_store, Background()), list[str](), QWidget()
    with qtbot.waitSignal(desk.background.ended):
        aside.read_aside(page, desk, "Đọc sổ", name, seen.append)
        delete(page)
    assert seen == []


def test_what_a_page_asks_last_while_a_job_runs_is_read_when_that_has_ended(
    page: QWidget, kept_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "QUICK", -1)
    desk, seen = Desk(kept_store, Background()), list[str]()
    aside.read_aside(page, desk, "Đọc sổ", name, lambda found: seen.append("first"))
    aside.read_aside(page, desk, "Đọc sổ", name, lambda found: seen.append("second"))
    aside.read_aside(page, desk, "Đọc sổ", name, lambda found: seen.append("last"))
    qtbot.waitUntil(lambda: seen == ["first", "last"])
    qtbot.waitUntil(lambda: not desk.background.busy)
    assert seen == ["first", "last"]


def test_a_page_left_before_its_turn_is_not_read(
    kept_store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "QUICK", -1)
    desk, seen, first, second = Desk(kept_store, Background()), list[str](), QWidget(), QWidget()
    with qtbot.waitSignal(desk.background.ended):
        aside.read_aside(first, desk, "Đọc sổ", name, seen.append)
        aside.read_aside(second, desk, "Đọc sổ", name, seen.append)
        delete(second)
    qtbot.waitUntil(lambda: not desk.background.busy)
    assert len(seen) == 1
    delete(first)
