"""Where a thing to do is done: the place of the window, or the page opened over the present one."""

from desktop_app.services.agenda import Task, ToDo
from desktop_app.services.drafts import Where
from desktop_app.ui.desk import Desk
from desktop_app.ui.screens.today_words import WAYS

ESSAYS = {Task.COLLECT_ESSAYS: "owing", Task.ASSESS_ESSAYS: "waiting"}


def follow(desk: Desk, todo: ToDo, round_id: int | None) -> None:
    """Go where this is done; `round_id` is the round it belongs to, None before there is one."""
    round_id = todo.round_id or round_id
    if todo.task in (Task.FREEZE, Task.PREPARE) and todo.id is not None:
        open_conference(desk, todo.id)
    elif todo.task is Task.REPORTS and round_id is not None:
        open_board(desk, round_id)
    elif todo.task is Task.PLAN_CONFERENCE and round_id is not None:
        open_round(desk, round_id)
    elif todo.task in ESSAYS and round_id is not None:
        open_essays(desk, round_id, ESSAYS[todo.task])
    elif todo.task is Task.MARK and round_id is not None:
        open_blank(desk, round_id)
    elif todo.task is Task.STUDY and round_id is not None:
        open_outstanding(desk, round_id)
    else:
        desk.place_wanted.emit(WAYS[todo.task].place, "")


def open_essays(desk: Desk, round_id: int, group: str) -> None:
    """The essays of a round, narrowed to who still owes one or to those waiting to be marked."""
    from desktop_app.ui.screens.essays import EssaysScreen

    desk.page_opened.emit(EssaysScreen(desk, {"round": round_id, "state": group}))


def open_blank(desk: Desk, round_id: int) -> None:
    """The grid of a round with only those not marked yet."""
    from desktop_app.ui.screens.attendance import AttendanceScreen

    desk.page_opened.emit(AttendanceScreen(desk, unmarked_of=round_id))


def open_conference(desk: Desk, conference_id: int) -> None:
    from desktop_app.ui.screens.conference_page import ConferencePage

    desk.page_opened.emit(ConferencePage(desk, conference_id))


def open_round(desk: Desk, round_id: int) -> None:
    from desktop_app.ui.screens.round_page import RoundPage

    desk.page_opened.emit(RoundPage(desk, round_id))


def open_board(desk: Desk, round_id: int) -> None:
    """Which unit sent which report of a round."""
    from desktop_app.ui.screens.submissions_page import SubmissionsPage

    desk.page_opened.emit(SubmissionsPage(desk, round_id))


def open_calendar(desk: Desk) -> None:
    """All last days of all running rounds."""
    from desktop_app.ui.screens.due_page import DuePage

    desk.page_opened.emit(DuePage(desk))


def open_outstanding(desk: Desk, round_id: int, cell_id: int | None = None) -> None:
    """Who of a round, or of one cell in it, has not studied yet."""
    from desktop_app.ui.screens.outstanding_page import OutstandingPage

    desk.page_opened.emit(OutstandingPage(desk, round_id, cell_id))


def open_unfinished(desk: Desk, where: Where) -> None:
    """Where something was typed and not kept: its form where a gesture opens it, else its page or place."""
    from desktop_app.ui.screens.first_run_page import FirstRunPage
    from desktop_app.ui.screens.person_page import PersonPage

    if where.title == FirstRunPage.title:
        desk.page_opened.emit(FirstRunPage(desk))
        return
    if where.member_id is None:
        desk.wanted = where.title
        desk.place_wanted.emit(where.place, "")
        return
    desk.place_wanted.emit(where.place, "")
    desk.wanted = where.title
    desk.page_opened.emit(PersonPage(desk, where.member_id))
