"""The make-up conferences of a round, and what each of their half-days makes up for."""

from collections.abc import Iterator

from db.records import Conference
from db.values import ConferenceKind, MarkStatus
from desktop_app.commands import chosen
from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.domain.missed import named
from desktop_app.services import attendance, conferences, makeup_conferences


def run(call: Call) -> Answer:
    found = chosen.the_round(call)
    held = [c for c in conferences.conferences(call.store, found.id) if c.kind is ConferenceKind.MAKEUP]
    listed = [as_json(call, each) for each in held]
    return Answer(data={"round": found.name, "conferences": listed}, lines=as_lines(call, held))


def as_json(call: Call, held: Conference) -> Json:
    """A make-up conference: the people summoned, and each half-day with those it stands for and how many came."""
    covers = makeup_conferences.covers(call.store, held.id)
    missed = {day.id: day for day in makeup_conferences.main_half_days(call.store, held.round_id)}
    sheet = attendance.sheet(call.store, held.id) if held.frozen_at else None
    came = [m.half_day_id for m in sheet.marks.values() if m.status is MarkStatus.PRESENT] if sheet else []
    days = [
        {
            "held_on": day.held_on,
            "part": day.part,
            "stands_for": [
                {"held_on": missed[each].held_on, "part": missed[each].part} for each in covers.get(day.id, ())
            ],
            "present": came.count(day.id),
        }
        for day in held.half_days
    ]
    people = [{"code": row.code, "full_name": row.full_name} for row in sheet.rows] if sheet else []
    return {"id": held.id, "name": held.name, "place": held.place, "half_days": days, "summoned": people}


def as_lines(call: Call, held: list[Conference]) -> Iterator[str]:
    if not held:
        yield "Đợt chưa có hội nghị học bù."
    for each in held:
        covers = makeup_conferences.covers(call.store, each.id)
        missed = {day.id: day for day in makeup_conferences.main_half_days(call.store, each.round_id)}
        yield f"{each.id}. {each.name}"
        for place, day in enumerate(each.half_days, 1):
            stands_for = named([missed[one] for one in covers.get(day.id, ())])
            yield f"   Buổi {place}, {chosen.half_day_name(day)}: học thay {stands_for or '–'}"


COMMAND = Command(
    words=("makeup-conference", "list"),
    summary="xem các hội nghị học bù của đợt",
    arguments=chosen.round_option,
    run=run,
)
