"""The way to a person's page, from anywhere a person stands in a list. The page is loaded when it is first gone to."""

from collections.abc import Callable

from desktop_app.ui.desk import Desk
from desktop_app.ui.screen import Action, Needs


def open_person(desk: Desk, member_id: int) -> None:
    """Open the page of a person over the present screen."""
    from desktop_app.ui.screens.person_page import PersonPage

    desk.page_opened.emit(PersonPage(desk, member_id))


def person_action(desk: Desk, selected: Callable[[], int], button: bool = False, tip: str = "") -> Action:
    """The action that opens the page of whoever is selected; `selected` gives their id."""
    return Action(
        caption="Mở trang" if button else "Trang đảng viên",
        run=lambda: open_person(desk, selected()),
        keys="Ctrl+I",
        needs=Needs.ONE,
        button=button,
        tip=tip,
    )
