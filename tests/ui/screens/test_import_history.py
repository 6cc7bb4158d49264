"""The imports done so far, taken back as a clerk does."""

from pathlib import Path

from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import members
from desktop_app.services.members import MemberFilter
from desktop_app.ui.screens.import_history import HistoryTab
from desktop_app.ui.screens.importing import ImportingScreen
from tests.ui.conftest import Answers
from tests.ui.hands import pressed, rows, shown
from tests.ui.screens.import_hands import PEOPLE, listed, rested, written


def turned(importing: ImportingScreen) -> HistoryTab:
    """The list of imports, brought to the front."""
    tabs = importing.findChild(QTabWidget)
    assert tabs is not None
    tab = next(page for at in range(tabs.count()) if isinstance(page := tabs.widget(at), HistoryTab))
    tabs.setCurrentWidget(tab)
    return tab


def test_without_an_import_the_list_says_what_to_do(importing: ImportingScreen, answers: Answers) -> None:
    turned(importing)
    assert "Chưa nhập danh sách nào." in shown(importing)
    answers.coming.append(None)
    pressed(importing, "Nhập danh sách…")
    assert answers.asked == ["Chọn danh sách đảng viên"]


def test_an_import_is_listed_and_taken_back_whole(importing: ImportingScreen, qtbot: QtBot, tmp_path: Path) -> None:
    written(importing, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    tab = turned(importing)
    assert rows(tab)[0][1:] == ["ds.xlsx", "Văn phòng", "3", "0", "Còn trong sổ"]
    tab.table.selectRow(0)
    pressed(tab, "Hoàn tác lần nhập")
    rested(importing, qtbot)
    assert rows(tab)[0][5] == "Đã hoàn tác"
    assert members.count(importing.store, MemberFilter()) == 0


def test_an_import_something_depends_on_says_why_it_stays(
    importing: ImportingScreen, qtbot: QtBot, tmp_path: Path
) -> None:
    written(importing, qtbot, listed(tmp_path, *PEOPLE), "Nhập 3 người")
    person = members.search(importing.store, PEOPLE[0][1])[0]
    members.remove(importing.store, [person.id])
    tab = turned(importing)
    tab.table.selectRow(0)
    pressed(tab, "Hoàn tác lần nhập")
    rested(importing, qtbot)
    assert "Chưa hoàn tác được" in shown(tab)
    assert rows(tab)[0][5] == "Còn trong sổ"
