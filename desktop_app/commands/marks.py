"""The marks of a conference as they stand: whom, which half-day, where, late or early, why."""

from argparse import ArgumentParser

from db.records import HalfDay, Mark, RollRow
from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table
from desktop_app.domain.words import word
from desktop_app.services import attendance
from desktop_app.services.attendance import Sheet

HEADERS = ("Mã", "Họ và tên", "Buổi", "Trạng thái", "Học tại", "Lý do, ghi chú")


def arguments(parser: ArgumentParser) -> None:
    chosen.conference_options(parser)
    chosen.half_days_option(parser)
    parser.add_argument("--venue", metavar="ĐIỂM_CẦU", help="chỉ điểm cầu này, kể cả người nơi khác đến học")
    parser.add_argument("--cell", metavar="CHI_BỘ", help="chỉ chi bộ này")


def run(call: Call) -> Answer:
    held = chosen.the_conference(call)
    days = chosen.half_days(held, call.options.half_days)
    sheet = attendance.sheet(call.store, held.id, chosen.venue_id(call, held.id), chosen.cell_id(call))
    places = [(day, row) for row in (*sheet.rows, *sheet.visitors) for day in days]
    listed = [as_json(sheet, day, row, sheet.marks.get((day.id, row.member_id))) for day, row in places]
    rows = [as_row(sheet, day, row, sheet.marks.get((day.id, row.member_id))) for day, row in places]
    return Answer(data={"conference": held.name, "marks": listed}, lines=table(HEADERS, rows))


def as_json(sheet: Sheet, day: HalfDay, row: RollRow, mark: Mark | None) -> Json:
    """One place; `status` null = not marked, `visitor` = seated at another venue."""
    return {
        "code": row.code,
        "full_name": row.full_name,
        "cell": row.cell,
        "half_day": {"held_on": day.held_on, "part": day.part},
        "status": mark.status if mark else None,
        "venue": sheet.venues.get(mark.venue_id or 0) if mark else None,
        "seat": row.venue,
        "visitor": row in sheet.visitors,
        "late": bool(mark and mark.late),
        "left_early": bool(mark and mark.left_early),
        "reason": mark.reason if mark else None,
        "remark": mark.remark if mark else None,
    }


def as_row(sheet: Sheet, day: HalfDay, row: RollRow, mark: Mark | None) -> tuple[str | None, ...]:
    """One line of the table."""
    status = word(mark.status).lower() if mark else "chưa điểm danh"
    if mark:
        status += ", đến muộn" * mark.late + ", về sớm" * mark.left_early
    where = sheet.venues.get(mark.venue_id or 0) if mark else None
    why = "; ".join(filter(None, (mark.reason, mark.remark))) if mark else None
    return row.code, row.full_name, chosen.half_day_name(day), status, where or row.venue, why


COMMAND = Command(words=("marks",), summary="xem điểm danh của hội nghị", arguments=arguments, run=run)
