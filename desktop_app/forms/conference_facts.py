"""When, where and what of a conference in lines that several documents share."""

from collections.abc import Sequence

from db.keys import fold
from db.records import Conference, HalfDay, Topic, Venue
from desktop_app.domain.wording import grouped
from desktop_app.domain.words import word
from desktop_app.forms.phrases import comrade, day, lowered, part_of_day, raised, venue_words


def hour(time: str) -> str:
    """“7 giờ 30” from “07:30”; “14 giờ” from “14:00”."""
    hours, _, minutes = time.partition(":")
    return f"{int(hours)} giờ" + (f" {minutes}" if minutes not in ("", "00") else "")


def half_day_said(held: HalfDay) -> str:
    """“Buổi sáng ngày 27/3/2021, từ 7 giờ 30 đến 11 giờ 30”."""
    begins = f", từ {hour(held.starts_at)}" if held.starts_at else ""
    ends = f" đến {hour(held.ends_at)}" if held.starts_at and held.ends_at else ""
    return f"{raised(part_of_day(held.part))} ngày {day(held.held_on)}{begins}{ends}"


def days_said(held: Conference) -> str:
    """“4 buổi, buổi sáng ngày 27/3/2021; buổi chiều …”, empty where no half-day is planned."""
    said = "; ".join(dict.fromkeys(f"{part_of_day(each.part)} ngày {day(each.held_on)}" for each in held.half_days))
    return f"{len(held.half_days)} buổi, {said}" if said else ""


def place_said(held: Conference, venues: Sequence[Venue]) -> str:
    """Where a conference is held, with the number of its venues; empty where nobody knows."""
    at = held.place or (venue_place(venues[0]) if venues else "")
    return f"{at}, {grouped(len(venues))} điểm cầu" if at and len(venues) > 1 else at


def venue_place(venue: Venue) -> str:
    """“Điểm cầu Nhà văn hóa phố 1 (số 12 Đội Cung)”; a place the name says already is not said twice."""
    said = venue_words(venue)
    return said if not venue.place or fold(venue.place) in fold(said) else f"{said} ({venue.place})"


def topic_said(topic: Topic) -> str:
    """The title, and who speaks on it."""
    speakers = ", ".join(
        comrade(speaker.name) + (f", {speaker.title}" if speaker.title else "") for speaker in topic.speakers
    )
    by = f"; báo cáo viên: {speakers}" if speakers else ""
    return f"{topic.title.rstrip(' .;')}{by}"


def topic_lines(held: Conference) -> list[str]:
    """One line a topic, with its half-day."""
    return [
        f"{topic_said(topic)} ({lowered(word(each.part))} {day(each.held_on)})."
        for each in held.half_days
        for topic in each.topics
    ]
