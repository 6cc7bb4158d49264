"""Places that open the print centre at the document of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store
from desktop_app.ui.background import Background
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.printing import PrintScreen
from tests.ui.hands import pressed


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Store]:
    made = create_practice(tmp_path / "p.sht", members=120)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("place", "caption", "title"),
    [
        ("essays", "In chưa nộp", "Danh sách chưa nộp bài thu hoạch"),
        ("attendance", "In danh sách ký tên", "Danh sách điểm danh, ký tên"),
    ],
)
def test_a_place_opens_its_own_document(practice: Store, qtbot: QtBot, place: str, caption: str, title: str) -> None:
    desk = Desk(practice, Background())
    opened: list[PrintScreen] = []
    desk.page_opened.connect(opened.append)
    made = next(each for each in SCREENS if each.key == place).screen_class()(desk)
    qtbot.addWidget(made)
    made.show()
    pressed(made, caption)
    (page,) = opened
    qtbot.addWidget(page)
    assert page.choice.documents.currentItem().text() == title
