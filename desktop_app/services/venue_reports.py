"""The deliberate acts of a venue's report of a half-day: a number signed for, complete, not complete after all.

A report may be complete only when nobody is left unmarked and the signed number, if there is one, agrees with the
marks. Marks may still change afterwards: the report then stays complete and shows as contradictory.
"""

from dataclasses import replace

from db import venue_reports as kept
from db.day_records import VenueReport
from db.store import Store
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import grouped
from desktop_app.services.board import BoardLine, board_lines, of_conference, spoken
from desktop_app.services.closing import check_open
from desktop_app.services.conferences import conference, venues
from desktop_app.services.office import moment, today
from desktop_app.services.rolls import require_frozen


def sign(store: Store, conference_id: int, venue_id: int, half_day_id: int, signed: int | None) -> None:
    """Note how many signed as present at a venue, None = not told. Whether it agrees with the marks is shown."""
    before = report_of(store, conference_id, venue_id, half_day_id)
    if signed is not None and signed < 0:
        raise Refusal("Số người ký có mặt không thể nhỏ hơn 0; hãy sửa lại số.")
    with store.gesture("venue.sign", "Ghi số người ký có mặt của điểm cầu"):
        kept.write(store, replace(before, signed_present=signed))


def complete(
    store: Store, conference_id: int, venue_id: int, half_day_id: int, signed: int | None = None, early: bool = False
) -> None:
    """Say that a venue reported all of a half-day. `signed` None keeps the number that was told before.

    Refuses before the day, unless `early`; while people are unmarked; when the signed number differs.
    """
    before = report_of(store, conference_id, venue_id, half_day_id)
    found = conference(store, conference_id)
    day = of_conference(found, half_day_id)
    if day.held_on > today(store).isoformat() and not early:
        raise Refusal(f"Buổi {spoken(day)} chưa diễn ra; chỉ báo đủ được từ ngày ấy.")
    line = next(each for each in board_lines(store, found, half_day_id) if each.venue and each.venue.id == venue_id)
    told = before.signed_present if signed is None else signed
    check_complete(line, told)
    with store.gesture("venue.complete", f"Báo đủ {said_of('điểm cầu', line.name)}, {spoken(day)}"):
        report = replace(before, signed_present=told, completed_at=moment(store), completed_by=store.user)
        kept.write(store, report)


def check_complete(line: BoardLine, signed: int | None) -> None:
    """Refuse to call a report complete that is not."""
    count = line.figures
    if count.unmarked:
        raise Refusal(
            f"{line.name} còn {grouped(count.unmarked)} người chưa điểm danh; hãy điểm danh hết, kể cả người vắng, "
            "rồi báo đủ."
        )
    if signed is not None and signed != count.present:
        raise Refusal(
            f"{line.name} có {grouped(signed)} người ký nhưng điểm danh {grouped(count.present)} người có mặt; "
            "hãy đối chiếu rồi sửa điểm danh hoặc số người ký."
        )


def take_back(store: Store, conference_id: int, venue_id: int, half_day_id: int) -> None:
    """Say that a report called complete is not; the signed number stays."""
    before = report_of(store, conference_id, venue_id, half_day_id)
    if before.completed_at is None:
        raise Refusal("Điểm cầu này chưa báo đủ nên không có gì để bỏ.")
    with store.gesture("venue.incomplete", "Bỏ báo đủ của điểm cầu"):
        kept.write(store, replace(before, completed_at=None, completed_by=None))


def report_of(store: Store, conference_id: int, venue_id: int, half_day_id: int) -> VenueReport:
    """The report to change. Refuses what is closed, not frozen, or of another conference."""
    check_open(store, conference_id)
    require_frozen(store, conference_id)
    of_conference(conference(store, conference_id), half_day_id)
    check_venue(store, conference_id, venue_id)
    blank = VenueReport(venue_id=venue_id, half_day_id=half_day_id)
    return kept.reports(store, conference_id).get((venue_id, half_day_id), blank)


def check_venue(store: Store, conference_id: int, venue_id: int) -> None:
    """Refuse a venue of another conference."""
    if all(venue.id != venue_id for venue in venues(store, conference_id)):
        raise Refusal("Không còn điểm cầu này trong hội nghị; hãy tải lại danh sách điểm cầu.")
