"""What a print is about, from the scopes typed: without any, the newest round with its conference, all cells."""

from collections.abc import Sequence

from db.records import Conference
from desktop_app.commands import chosen
from desktop_app.commands.command import Call
from desktop_app.domain import periods
from desktop_app.forms.form import Scope, Subject
from desktop_app.services import members


def subject_of(call: Call, scopes: Sequence[Scope]) -> Subject:
    held = conference_of(call, scopes)
    round_id = held.round_id if held else round_of(call, scopes)
    code, period = call.options.member, vars(call.options).get("period")
    return Subject(
        round_id=round_id,
        conference_id=held.id if held else None,
        venue_id=chosen.venue_id(call, held.id) if held else None,
        cell_id=chosen.cell_id(call),
        member_id=members.find_member(call.store, code).id if code else None,
        period=periods.period(period).key if period else None,
    )


def round_of(call: Call, scopes: Sequence[Scope]) -> int | None:
    """The round typed, or the newest for a form of a round; None for a form that needs none."""
    return chosen.the_round(call).id if call.options.round or Scope.ROUND in scopes else None


def conference_of(call: Call, scopes: Sequence[Scope]) -> Conference | None:
    """The conference typed or needed; a form of a round alone does without."""
    typed = call.options
    if typed.conference or typed.venue or Scope.CONFERENCE in scopes or Scope.VENUE in scopes:
        return chosen.the_conference(call)
    return None
