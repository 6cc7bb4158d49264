"""Conferences that make up for missed half-days: made for the very people who owe, and what their marks settle.

Presence at one of its half-days makes up the missed half-days that one stands for; absence there takes that back. The
marks of the conference that was missed are never touched.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from db import attendance as kept
from db import conferences as kept_conferences
from db import makeups as kept_makeups
from db import rolls as kept_rolls
from db.attendance import Place
from db.keys import tidy
from db.records import Conference, HalfDay, Speaker, Venue
from db.store import Store
from db.values import ConferenceKind, DayPart, VenueLevel
from desktop_app.domain.missed import named, shared_out
from desktop_app.domain.names import said_of
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences
from desktop_app.services.conferences import ConferenceDraft, conference, first_day
from desktop_app.services.office import moment
from desktop_app.services.rounds import study_round
from desktop_app.services.standings import Standing, standings

Covers = Mapping[int, Sequence[int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpDraft:
    """What the clerk says about a make-up conference: who comes, when, who speaks, where.

    Half-days without topics take those of the half-days they make up for, spoken by `speakers` where some are named.
    """

    name: str
    member_ids: tuple[int, ...]
    half_days: tuple[HalfDay, ...]
    speakers: tuple[Speaker, ...] = ()
    place: str | None = None
    chair: str | None = None


def create(store: Store, round_id: int, draft: MakeUpDraft) -> Conference:
    """A make-up conference with a frozen roll of exactly these people; its half-days share out what they missed.

    The place, if named, is also its only venue. Refuses whoever owes nothing, and a day before what was missed.
    """
    if not draft.half_days:
        raise Refusal("Hội nghị học bù chưa có buổi nào; hãy thêm ít nhất một buổi.")
    missed, name = owed_half_days(store, round_id, draft.member_ids), tidy(draft.name)
    shares = shared_out([day.id for day in missed], len(draft.half_days))
    given = programme(draft, [[day for day in missed if day.id in share] for share in shares])
    with store.gesture(
        "makeup.conference", f"Lập {said_of('hội nghị học bù', name)} cho {len(set(draft.member_ids))} người"
    ):
        made = conferences.create(
            store,
            round_id,
            ConferenceDraft(
                name=name,
                kind=ConferenceKind.MAKEUP,
                place=draft.place,
                chair=draft.chair,
                half_days=given,
            ),
        )
        summon(store, made, draft.member_ids)
        cover(store, made.id, {day.id: share for day, share in zip(made.half_days, shares, strict=True)})
    return conference(store, made.id)


def programme(draft: MakeUpDraft, stands_for: Sequence[Sequence[HalfDay]]) -> tuple[HalfDay, ...]:
    """The half-days in the order held, each with topics."""
    order = list(DayPart)
    held = sorted(draft.half_days, key=lambda day: (day.held_on, order.index(day.part)))
    missed = [[topic for day in those for topic in day.topics] for those in stands_for]
    spoken = [[replace(t, speakers=draft.speakers or t.speakers) for t in topics] for topics in missed]
    return tuple(
        day if day.topics else replace(day, topics=tuple(topics)) for day, topics in zip(held, spoken, strict=True)
    )


def summon(store: Store, made: Conference, member_ids: Sequence[int]) -> None:
    """Freeze the roll of these people as of the conference's first day, seated at its place."""
    venue_id = None
    if made.place:
        venue = Venue(name=made.place, level=VenueLevel.CELL, place=made.place)
        venue_id = conferences.save_venue(store, made.id, venue).id
    hosted = study_round(store, made.round_id).count_hosted
    if kept_makeups.write_roll(store, made.id, first_day(made), hosted, member_ids, venue_id):
        raise Refusal(
            "Có người đến ngày học bù không còn sinh hoạt ở chi bộ nào; hãy bỏ người đó ra hoặc ghi tự nghiên cứu."
        )
    kept_rolls.set_frozen(store, made.id, moment(store))


def owed_half_days(store: Store, round_id: int, member_ids: Sequence[int]) -> list[HalfDay]:
    """The half-days at least one of these people still owes, in the order they were held."""
    found = standings(store, round_id, member_ids=member_ids)
    if not member_ids or set(member_ids) - {each.row.member_id for each in found if still_owed(each)}:
        raise Refusal("Có người không nợ buổi học nào của đợt; hãy chỉ chọn những người chưa học.")
    owed = {half_day for each in found for half_day in still_owed(each)}
    return [day for day in main_half_days(store, round_id) if day.id in owed]


def still_owed(standing: Standing) -> list[int]:
    """The half-days a person missed and has not made up; none once they have studied."""
    settled = {each.half_day_id for each in standing.made_up}
    return [] if standing.studied else [day for day in standing.missed if day not in settled]


def main_half_days(store: Store, round_id: int) -> list[HalfDay]:
    """Every half-day of the main conferences of a round, in the order they were held."""
    held = kept_conferences.conferences(store, round_id)
    days = [day for each in held if each.kind is ConferenceKind.MAIN for day in each.half_days]
    return sorted(days, key=lambda day: day.held_on)


def covers(store: Store, conference_id: int) -> dict[int, tuple[int, ...]]:
    """Half-day of a make-up conference → the missed half-days it stands for."""
    return kept_makeups.covers(store, conference_id)


def cover(store: Store, conference_id: int, given: Covers) -> None:
    """Say which missed half-days each half-day stands for; those not named stand for nothing.

    What was marked there already counts accordingly. Refuses a half-day of another conference, and one held before
    what it is to make up for.
    """
    held = conference(store, conference_id)
    if held.kind is not ConferenceKind.MAKEUP:
        raise Refusal(f"“{held.name}” không phải là hội nghị học bù; hãy chọn hội nghị học bù.")
    own = {day.id: day for day in held.half_days}
    main = {day.id: day for day in main_half_days(store, held.round_id)}
    if given.keys() - own.keys() or {missed for those in given.values() for missed in those} - main.keys():
        raise Refusal("Có buổi không thuộc đợt học tập này; hãy tải lại trang.")
    for half_day_id, those in given.items():
        check_later(own[half_day_id], [main[missed] for missed in those])
    with store.gesture("makeup.cover", f"Xếp buổi học bù của {held.name}"):
        kept_makeups.write_covers(store, conference_id, given)
        follow(store, conference_id, [member for _, member in kept.marks(store, held.round_id, conference_id)])


def check_later(day: HalfDay, missed: Sequence[HalfDay]) -> None:
    """Refuse to make up before it was missed."""
    early = [each for each in missed if each.held_on > day.held_on]
    if early:
        raise Refusal(f"Buổi học bù {named([day])} sớm hơn buổi đã vắng ({named(early)}); hãy sửa ngày học bù.")


def follow_marks(store: Store, held: Conference, places: Sequence[Place]) -> None:
    """After marks were written: what they settle, or settle no more. Part of the gesture that wrote them."""
    people = list(dict.fromkeys(member for _, member in places))
    if held.kind is ConferenceKind.MAKEUP:
        follow(store, held.id, people)
        return
    for conference_id in kept_makeups.covering(store, {half_day for half_day, _ in places}, people):
        follow(store, conference_id, people)


def follow(store: Store, conference_id: int, member_ids: Iterable[int]) -> None:
    """Bring the make-ups of these people in line with their presence at a make-up conference."""
    people = list(dict.fromkeys(member_ids))
    wanted = {
        (each.half_day_id, each.member_id): each for each in kept_makeups.follow_from(store, conference_id, people)
    }
    given = {(each.half_day_id, each.member_id): each for each in kept_makeups.given_by(store, conference_id, people)}
    gone = [place for place, each in given.items() if wanted.get(place) != each]
    kept.clear_makeups(store, gone)
    taken = {(each.half_day_id, each.member_id) for each in kept_makeups.of_people(store, people)} if wanted else set()
    kept.write_makeups(store, [each for place, each in wanted.items() if place not in taken])


def follow_everywhere(store: Store, member_ids: Iterable[int]) -> None:
    """As `follow`, at every make-up conference: after marks of people became those of others, or came to count."""
    people = list(member_ids)
    for held in kept_conferences.conferences(store) if people else ():
        if held.kind is ConferenceKind.MAKEUP:
            follow(store, held.id, people)
