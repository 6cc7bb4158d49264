"""The window in the hands of a user limited to two cells: what it says of itself, and that it shows nobody else."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import users
from desktop_app.ui.facts import facts
from desktop_app.ui.screens import SCREENS
from desktop_app.ui.screens.password_page import PasswordPage
from desktop_app.ui.screens.person_page import PersonPage
from desktop_app.ui.some_field import SomeOf
from desktop_app.ui.window import Window
from tests.limited import ADMINISTRATOR, CLERK, Office, limited_office, opened, told
from tests.ui.hands import dialog, pressed, shown, typed


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return limited_office(tmp_path_factory.mktemp("limited") / "so.sht")


@pytest.fixture
def limited(office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window of the limited clerk."""
    yield from window_of(office, CLERK, qtbot)


@pytest.fixture
def whole(office: Office, qtbot: QtBot) -> Iterator[Window]:
    """The window of the administrator."""
    yield from window_of(office, ADMINISTRATOR, qtbot)


def window_of(office: Office, password: str, qtbot: QtBot) -> Iterator[Window]:
    made = Window()
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    made.take(opened(office.path, password))
    yield made
    made.leave_store()


def said(root: QWidget) -> str:
    """All that stands in it, also in the rows and lists that would have to be scrolled or opened."""
    found = [shown(root)]
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        for row in range(model.rowCount(QModelIndex()) if model else 0):
            columns = range(model.columnCount(QModelIndex())) if hasattr(view, "horizontalHeader") else range(1)
            found += [str(model.index(row, column).data()) for column in columns]
    for box in root.findChildren(QComboBox):
        found += [box.itemText(at) for at in range(box.count())]
    return "\n".join(found)


def gone_to(window: Window, key: str, qtbot: QtBot) -> None:
    """Go to a place and wait until it shows all it has; the print centre draws a document first."""
    window.go_to(key)
    qtbot.wait(50)
    if key == "printing":
        printing = [each for each in window.findChildren(QPushButton) if each.text() == "In…" and each.isVisible()]
        qtbot.waitUntil(lambda: any(each.isEnabled() for each in printing), timeout=20_000)
    qtbot.waitUntil(lambda: not window.background.busy, timeout=20_000)


def everywhere(window: Window, qtbot: QtBot) -> Iterator[tuple[str, str]]:
    """Each place with all that stands in it."""
    for place in SCREENS:
        gone_to(window, place.key, qtbot)
        yield place.key, said(window)


def test_no_place_shows_anybody_else_and_each_says_whose_figures_they_are(
    limited: Window, office: Office, qtbot: QtBot
) -> None:
    names = ", ".join(each.name for each in office.cells)
    for key, text in everywhere(limited, qtbot):
        assert not told(text), key
        assert f"Chỉ chi bộ: {names}" in text, key


def test_the_administrator_sees_them_and_no_such_line(whole: Window, qtbot: QtBot) -> None:
    texts = dict(everywhere(whole, qtbot))
    assert told(texts["members"])
    assert not [key for key, text in texts.items() if "Chỉ chi bộ: " in text]


def test_the_bottom_line_begins_with_the_cells(limited: Window, office: Office) -> None:
    assert limited.desk is not None
    assert facts(limited.desk.store).lines[0] == "Chỉ chi bộ: " + ", ".join(each.name for each in office.cells)


def test_the_print_centre_offers_none_of_the_offices_own_papers(limited: Window, qtbot: QtBot) -> None:
    gone_to(limited, "printing", qtbot)
    text = said(limited)
    assert "Danh sách chưa học" in text and "Báo cáo kết quả đợt học tập" not in text


def test_the_page_of_somebody_of_ones_own_opens(limited: Window, qtbot: QtBot) -> None:
    assert limited.desk is not None
    own = limited.desk.store.value("select id from member where deleted = 0")
    limited.desk.page_opened.emit(PersonPage(limited.desk, own))
    qtbot.wait(50)
    assert limited.desk.store.value("select full_name from member where id = :id", {"id": own}) in said(limited)
    assert not told(said(limited))


def test_cells_are_ticked_in_a_list_one_types_to_narrow(whole: Window, office: Office, qtbot: QtBot) -> None:
    assert whole.desk is not None
    store, page = whole.desk.store, PasswordPage(whole.desk)
    whole.desk.page_opened.emit(page)
    qtbot.wait(50)
    page.table.select_ids([2])
    pressed(page, "Quyền, chi bộ…")
    box = dialog(page).findChild(SomeOf)
    assert box is not None and len(box.chosen()) == 2
    box.choose(())
    box.some.click()
    pressed(dialog(page), "Ghi")
    assert "đánh dấu ít nhất một chi bộ" in shown(dialog(page))
    typed(box.line, "ai son 1")
    assert [item.text() for item in box._items() if not item.isHidden()] == ["Ái Sơn 1"]
    box.choose((office.cells[0].id,))
    pressed(dialog(page), "Ghi")
    assert users.scope_words(store, users.user(store, "Anh Hùng")) == f"1 chi bộ: {office.cells[0].name}"
    users.set_rights(store, "Anh Hùng", users.user(store, "Anh Hùng").role, [each.id for each in office.cells])
