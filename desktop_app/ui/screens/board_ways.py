"""The ways between the board of venues, marking, the diary, closing and the contradictions. Pages load when gone to."""

from db.records import Conference
from desktop_app.ui.desk import Desk


def open_board(desk: Desk, conference_id: int, half_day_id: int | None = None) -> None:
    """The board of a conference, at a half-day or at the one held now."""
    from desktop_app.ui.screens.board_page import BoardPage

    desk.page_opened.emit(BoardPage(desk, conference_id, half_day_id))


def open_marking(desk: Desk, held: Conference, venue_id: int | None = None, name: str = "") -> None:
    """The attendance grid of a conference, of one venue, at a person."""
    from desktop_app.ui.screens.attendance import AttendanceScreen

    marking = AttendanceScreen(desk)
    for chosen in ({"round": held.round_id}, {"conference": held.id}, {"venue": venue_id}):
        marking.filter_bar.refill()
        marking.filter_bar.choose(chosen)
    desk.page_opened.emit(marking)
    if name:
        marking.look_for(name)


def open_diary(desk: Desk, conference_id: int, venue_id: int | None = None, half_day_id: int | None = None) -> None:
    """The diary and unnamed head counts of a venue, or of all venues; what is added stands at this half-day."""
    from desktop_app.ui.screens.board_diary import DiaryPage

    desk.page_opened.emit(DiaryPage(desk, conference_id, venue_id, half_day_id))


def open_closing(desk: Desk, conference_id: int) -> None:
    from desktop_app.ui.screens.closing_page import ClosingPage

    desk.page_opened.emit(ClosingPage(desk, conference_id))


def open_contradictions(desk: Desk, round_id: int) -> None:
    from desktop_app.ui.screens.contradictions_page import ContradictionsPage

    desk.page_opened.emit(ContradictionsPage(desk, round_id))
