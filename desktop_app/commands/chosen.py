"""Which round, conference, half-days and people a command is about, from what was typed or left out."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence

from db.keys import tidy
from db.records import Conference, HalfDay, StudyRound
from db.values import ConferenceKind
from desktop_app.commands import typed
from desktop_app.commands.command import Call
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.words import word
from desktop_app.services import attendance, conferences, members, organizations, rounds


def round_option(parser: ArgumentParser) -> None:
    parser.add_argument("--round", metavar="ĐỢT", help="số hoặc tên đợt học tập; mặc định là đợt mới nhất")


def conference_options(parser: ArgumentParser) -> None:
    round_option(parser)
    parser.add_argument("--conference", metavar="HỘI_NGHỊ", help="số hoặc tên hội nghị; mặc định là hội nghị mới nhất")


def half_days_option(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--half-day",
        dest="half_days",
        metavar="BUỔI",
        action="append",
        default=[],
        help="buổi thứ mấy hoặc “27/03/2021 sáng”; ghi được nhiều lần, mặc định là mọi buổi",
    )


def members_option(parser: ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument(
        "--member",
        dest="members",
        metavar="MÃ",
        action="extend",
        nargs="+",
        default=[],
        required=required,
        help="mã đảng viên; ghi được nhiều mã",
    )


def the_round(call: Call) -> StudyRound:
    """The round typed, else the newest."""
    if call.options.round:
        return rounds.find_round(call.store, call.options.round)
    newest = rounds.newest(call.store)
    if newest is None:
        raise Refusal("Sổ chưa có đợt học tập nào; hãy tạo đợt bằng lệnh round new.")
    return newest


def the_conference(call: Call) -> Conference:
    """The conference typed, of the round if one is typed too; else the newest main one of the round."""
    if call.options.conference:
        wanted = the_round(call).id if call.options.round else None
        return conferences.find_conference(call.store, call.options.conference, wanted)
    study_round = the_round(call)
    found = main_conference(call, study_round.id)
    if found is None:
        raise Refusal(f"Đợt “{study_round.name}” chưa có hội nghị; hãy tạo hội nghị bằng lệnh conference new.")
    return found


def main_conference(call: Call, round_id: int) -> Conference | None:
    """The newest main conference of a round, or None."""
    held = conferences.conferences(call.store, round_id)
    return next((found for found in reversed(held) if found.kind is ConferenceKind.MAIN), None)


def venue_id(call: Call, conference_id: int) -> int | None:
    """The venue typed, or None."""
    text = call.options.venue
    return conferences.find_venue(call.store, conference_id, text).id if text else None


def cell_id(call: Call, on: str | None = None) -> int | None:
    """The cell typed, by its name of a day (today by default), or None."""
    return organizations.find_cell(call.store, call.options.cell, on).id if call.options.cell else None


def as_of_option(parser: ArgumentParser) -> None:
    """The day a list is asked for."""
    parser.add_argument("--on", metavar="NGÀY", type=typed.day, help="tính đến ngày này; mặc định là hôm nay")


def member_ids(call: Call) -> list[int]:
    """The people whose codes were typed."""
    return [members.find_member(call.store, text).id for text in call.options.members]


def half_days(held: Conference, texts: Sequence[str]) -> list[HalfDay]:
    """The half-days typed, or all."""
    return [half_day(held, text) for text in texts] or list(held.half_days)


def half_day(held: Conference, text: str) -> HalfDay:
    """The half-day of a conference with this ordinal number, or on this day and part of day."""
    if text.strip().isdigit() and len(text.strip()) < 3:
        found = held.half_days[int(text) - 1 : int(text)] if int(text) else ()
    else:
        found = tuple(d for d in held.half_days if (d.held_on, d.part) == slot(text))
    if not found:
        known = ", ".join(half_day_name(each) for each in held.half_days)
        raise Refusal(f"Hội nghị không có buổi “{tidy(text)}”; các buổi là: {known}.")
    return found[0]


def slot(text: str) -> tuple[str, str] | None:
    """Day and part of day of a text, or None."""
    try:
        said = typed.half_day(text)
    except ArgumentTypeError:
        return None
    return said.held_on, said.part


def half_day_name(each: HalfDay) -> str:
    """ "sáng 27/03/2021"."""
    return f"{word(each.part).lower()} {show_date(each.held_on)}"


def on_the_sheet(call: Call, held: Conference) -> list[int]:
    """The people to mark: those typed, else everyone on the sheet of the venue, cell or whole conference."""
    if call.options.members:
        return member_ids(call)
    sheet = attendance.sheet(call.store, held.id, venue_id(call, held.id), cell_id(call))
    return [row.member_id for row in sheet.rows if row.deduction is None]
