"""A store in a synchronised folder: warned about once by a question, brought home on a yes, left there on a no."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.paths import data_folder
from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import create_office
from desktop_app.ui.opening import Opening
from desktop_app.ui.window import Window
from tests.cast import a_member
from tests.conftest import OFFICE
from tests.ui.conftest import Answers
from tests.ui.hands import shown


@pytest.fixture
def cloudy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store with one person in a folder the system synchronises."""
    (tmp_path / "mây").mkdir()
    monkeypatch.setenv("OneDrive", str(tmp_path / "mây"))
    store = create_office(tmp_path / "mây" / "sổ.sht", OFFICE)
    a_member(store)
    store.close()
    return tmp_path / "mây" / "sổ.sht"


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.leave_store()


@pytest.fixture
def opening(window: Window) -> Iterator[Opening]:
    made = Opening(window)
    yield made
    made.unlock()


def test_a_store_is_brought_home_whole(
    window: Window, opening: Opening, cloudy: Path, answers: Answers, qtbot: QtBot
) -> None:
    answers.coming.append(True)
    opening.begin(cloudy)
    qtbot.waitUntil(lambda: window.desk is not None and not window.background.busy, timeout=20_000)
    assert "OneDrive" in answers.asked[0] and "Chuyển sổ về máy này" in answers.asked[0]
    assert opening.opened() == (data_folder() / "sổ.sht").resolve()
    assert window.desk is not None and members.count(window.desk.store, MemberFilter()) == 1
    assert sorted(path.name for path in cloudy.parent.glob("*.sht")) == ["sổ-da-chuyen.sht"]


def test_a_clerk_who_stays_is_asked_once_and_warned_after(
    window: Window, opening: Opening, cloudy: Path, answers: Answers
) -> None:
    answers.coming.append(False)
    opening.begin(cloudy)
    assert opening.opened() == cloudy.resolve() and "tự đồng bộ lên mạng" in shown(window)
    window.leave_store()
    opening.begin(cloudy)
    assert len(answers.asked) == 1 and "tự đồng bộ lên mạng" in shown(window)


def test_a_store_that_cannot_be_moved_stays_open_where_it_is(
    window: Window, opening: Opening, cloudy: Path, answers: Answers, qtbot: QtBot
) -> None:
    data_folder().parent.mkdir(parents=True, exist_ok=True)
    answers.coming.append(True)
    (data_folder() / "sổ.sht.part").mkdir(parents=True)
    opening.begin(cloudy)
    qtbot.waitUntil(lambda: window.desk is not None and not window.background.busy, timeout=20_000)
    assert opening.opened() == cloudy.resolve()
    assert "Chưa chuyển được sổ" in shown(window)


def test_a_store_of_this_computer_is_not_asked_about(window: Window, opening: Opening, store_path: Path) -> None:
    opening.begin(store_path)
    assert opening.opened() == store_path.resolve()
