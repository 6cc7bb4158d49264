"""Sentences of a report on the conferences held and the topics heard at them."""

from collections.abc import Sequence
from dataclasses import dataclass

from db.records import Conference, HalfDay, Topic
from db.values import ConferenceKind
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.blocks import Block, BulletLine, FillLine, Paragraph
from desktop_app.forms.phrases import comrade, conference_words, day, lowered, raised
from desktop_app.services import conferences
from desktop_app.services.rolls import roll
from desktop_app.services.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A conference of the round and at how many venues somebody sat, as the annex counts them."""

    conference: Conference
    venues: int


def held_of(store: Store, found: Conference) -> Held:
    return Held(conference=found, venues=len({row.venue_id for row in roll(store, found.id)} - {None}))


def makeups_by(store: Store, round_id: int, on: str) -> int:
    """How many conferences made up for absences by a day."""
    return sum(_is_makeup(each, on) for each in conferences.conferences(store, round_id))


def _is_makeup(each: Conference, on: str) -> bool:
    begun = any(half.held_on <= on for half in each.half_days)
    return each.kind is ConferenceKind.MAKEUP and each.frozen_at is not None and begun


def conferences_said(held: Sequence[Held], makeups: int) -> list[Block]:
    """How many were held, and each on a line."""
    venues = sum(each.venues for each in held)
    at_venues = f" với {grouped(venues)} điểm cầu" if venues else ""
    more = f", {grouped(makeups)} hội nghị học bù" if makeups else ""
    said = f"Đã tổ chức {grouped(len(held))} hội nghị{at_venues}{more}:"
    last = len(held) - 1
    lines = [f"{_held(each)}{'.' if at == last else ';'}" for at, each in enumerate(held)]
    return [Paragraph(said, keep_with_next=True), *map(BulletLine, lines)]


def _held(each: Held) -> str:
    found = each.conference
    words = conference_words(found.name)
    return ", ".join(
        filter(
            None,
            (
                f"{raised(words)}: {_period(found.half_days)} ({len(found.half_days)} buổi)",
                f"tại {found.place}" if found.place else "",
                f"{grouped(each.venues)} điểm cầu" if each.venues else "",
                f"chủ trì: {comrade(found.chair)}" if found.chair else "",
            ),
        )
    )


def _period(held: Sequence[HalfDay]) -> str:
    first, last = (f"{lowered(word(each.part))} ngày {day(each.held_on)}" for each in (held[0], held[-1]))
    return first if len(held) == 1 else f"từ {first} đến {last}"


def topics_said(held: Sequence[Held]) -> list[Block]:
    """The topics heard, and by whom they were spoken."""
    spoken = [(topic, half) for each in held for half in each.conference.half_days for topic in half.topics]
    if not spoken:
        return [FillLine("Chuyên đề, báo cáo viên:", more=1)]
    last = len(spoken) - 1
    lines = [f"{_topic(*each)}{'.' if at == last else ';'}" for at, each in enumerate(spoken)]
    said = f"Cán bộ, đảng viên đã nghe, nghiên cứu {grouped(len(spoken))} chuyên đề:"
    return [Paragraph(said, keep_with_next=True), *map(BulletLine, lines)]


def _topic(topic: Topic, held: HalfDay) -> str:
    speakers = ", ".join(
        comrade(speaker.name) + (f" ({speaker.title})" if speaker.title else "") for speaker in topic.speakers
    )
    by = f", do {speakers} truyền đạt" if speakers else ""
    return f"{topic.title.rstrip(' .;')} ({lowered(word(held.part))} {day(held.held_on)}){by}"
