"""The licences, reached from the help page and read one by one."""

from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.ui.screens.licences_page import LicencesPage
from desktop_app.ui.window import Window
from tests.ui.hands import pressed, shown


def test_the_licences_are_one_press_behind_the_help(window: Window, qtbot: QtBot) -> None:
    window.show_help()
    pressed(window, "Phiên bản, giấy phép")
    assert isinstance(window.current(), LicencesPage)
    assert __version__ in shown(window)


def test_another_component_shows_its_own_licence(window: Window, qtbot: QtBot) -> None:
    assert window.desk is not None
    page = LicencesPage(window.desk)
    qtbot.addWidget(page)
    names = [page.names.item(row).text() for row in range(page.names.count())]
    page.names.setCurrentRow(names.index("ReportLab"))
    assert "ReportLab" in page.text.toPlainText()
    assert page.text.isReadOnly()
