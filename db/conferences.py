"""The SQL about conferences, their half-days with topics, and their venues with the cells they serve."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from db.keys import text_key
from db.records import Conference, HalfDay, Speaker, Topic, Venue
from db.store import Store
from db.values import ConferenceKind, DayPart, HalfDayKind, VenueLevel

OF_PEOPLE = ("mark", "makeup", "scan", "venue_report", "sheet_total")
"""Tables whose rows say of people on the roll that a half-day has been held."""
HELD = (*OF_PEOPLE, "venue_diary", "head_count")
"""Tables whose rows say that a half-day has been held, of people on the roll or of nobody by name."""
PART_ORDER = "case part when 'morning' then 1 when 'afternoon' then 2 else 3 end"


def conferences(store: Store, round_id: int | None = None, conference_id: int | None = None) -> list[Conference]:
    """Conferences of a round (or all, or one), oldest first, with half-days and topics."""
    rows = store.all(
        """select * from conference where (:round is null or round_id = :round) and (:id is null or id = :id)
           order by id""",
        {"round": round_id, "id": conference_id},
    )
    return [as_conference(row, half_days(store, row["id"])) for row in rows]


def as_conference(row: dict[str, Any], days: tuple[HalfDay, ...]) -> Conference:
    values = {name: value for name, value in row.items() if name != "uid"}
    return Conference(**values | {"kind": ConferenceKind(row["kind"]), "half_days": days})


def half_days(store: Store, conference_id: int) -> tuple[HalfDay, ...]:
    """The half-days of a conference in the order they are held."""
    rows = store.all(
        f"select * from half_day where conference_id = :id order by held_on, {PART_ORDER}", {"id": conference_id}
    )
    topics = topics_of(store, conference_id)
    return tuple(
        HalfDay(
            id=row["id"],
            held_on=row["held_on"],
            part=DayPart(row["part"]),
            kind=HalfDayKind(row["kind"]),
            starts_at=row["starts_at"],
            ends_at=row["ends_at"],
            topics=tuple(topics[row["id"]]),
        )
        for row in rows
    )


def topics_of(store: Store, conference_id: int) -> dict[int, list[Topic]]:
    """Topics by half-day, in order, with their speakers."""
    speakers = defaultdict(list)
    rows = store.all(
        """select s.* from topic_speaker s join topic t on t.id = s.topic_id join half_day h on h.id = t.half_day_id
           where h.conference_id = :id order by s.topic_id, s.position""",
        {"id": conference_id},
    )
    for row in rows:
        speakers[row["topic_id"]].append(Speaker(name=row["name"], title=row["title"]))
    topics = defaultdict(list)
    rows = store.all(
        """select t.* from topic t join half_day h on h.id = t.half_day_id
           where h.conference_id = :id order by t.half_day_id, t.position""",
        {"id": conference_id},
    )
    for row in rows:
        topics[row["half_day_id"]].append(Topic(title=row["title"], speakers=tuple(speakers[row["id"]])))
    return topics


def save(store: Store, kept: Conference) -> int:
    """Write a conference (id 0 = new); half-days keep their ids, topics are written anew. Its id."""
    values = {"round_id": kept.round_id, "name": kept.name, "kind": kept.kind, "place": kept.place, "chair": kept.chair}
    if kept.id:
        store.change("conference", kept.id, **values)
    conference_id = kept.id or store.add("conference", **values)
    former = {day.id: (day.held_on, day.part) for day in half_days(store, conference_id)}
    for half_day_id in former.keys() - {day.id for day in kept.half_days}:
        clear_topics(store, half_day_id)
        covers = "delete from half_day_covers where half_day_id = :id or missed_half_day_id = :id"
        store.execute(covers, {"id": half_day_id})
        store.execute("delete from half_day where id = :id", {"id": half_day_id})
    # Out of each other's way first: half-days put off by a day take the dates their neighbours still hold.
    moved = [(day.id,) for day in kept.half_days if day.id and former[day.id] != (day.held_on, day.part)]
    store.many("update half_day set held_on = '~' || id where id = ?", moved)
    for day in kept.half_days:
        save_half_day(store, conference_id, day)
    return conference_id


def save_half_day(store: Store, conference_id: int, day: HalfDay) -> None:
    """Write one half-day with its topics."""
    values = {name: value for name, value in asdict(day).items() if name not in ("id", "topics")}
    if day.id:
        store.change("half_day", day.id, **values)
    half_day_id = day.id or store.add("half_day", conference_id=conference_id, **values)
    clear_topics(store, half_day_id)
    for place, topic in enumerate(day.topics, 1):
        topic_id = store.add("topic", half_day_id=half_day_id, position=place, title=topic.title)
        for rank, speaker in enumerate(topic.speakers, 1):
            store.add("topic_speaker", topic_id=topic_id, position=rank, name=speaker.name, title=speaker.title)


def clear_topics(store: Store, half_day_id: int) -> None:
    """Delete the topics of a half-day and their speakers."""
    of_day = "(select id from topic where half_day_id = :id)"
    store.execute(f"delete from topic_speaker where topic_id in {of_day}", {"id": half_day_id})
    store.execute("delete from topic where half_day_id = :id", {"id": half_day_id})


def marked_half_days(store: Store, conference_id: int, tables: Sequence[str] = HELD) -> set[int]:
    """Half-days with marks, make-ups or reports, which cannot be taken off the conference."""
    kept = " or ".join(f"exists (select 1 from {table} where half_day_id = h.id)" for table in tables)
    sql = f"""select id from half_day h where conference_id = :id
              and ({kept} or exists (select 1 from makeup where makeup_half_day_id = h.id))"""
    return set(store.column(sql, {"id": conference_id}))


def written_on(store: Store, half_day_id: int) -> tuple[int, int]:
    """(marks of a half-day, sign-in pages printed with its date)."""
    row = store.one(
        """select (select count(*) from mark where half_day_id = h.id) as marks,
                  (select count(*) from sheet_page p where p.conference_id = h.conference_id
                     and p.held_on = h.held_on) as pages
           from half_day h where h.id = :id""",
        {"id": half_day_id},
    )
    return (row["marks"], row["pages"]) if row else (0, 0)


def venue_reported(store: Store, venue_id: int) -> bool:
    """Whether a venue has reported, kept a diary, been scanned at, or sent paper out."""
    tables = ("venue_report", "venue_diary", "head_count", "scan", "sheet_page", "return_sheet")
    kept = " or ".join(f"exists (select 1 from {table} where venue_id = :id)" for table in tables)
    return bool(store.value(f"select {kept}", {"id": venue_id}))


def remove(store: Store, conference_id: int) -> None:
    """Delete a conference without marks or reports, with its half-days, venues, roll and papers sent out."""
    for day in half_days(store, conference_id):
        clear_topics(store, day.id)
    half_day_ids = "(select id from half_day where conference_id = :id)"
    pages = "(select id from sheet_page where conference_id = :id)"
    for statement in (
        "delete from roll_row where conference_id = :id",
        f"delete from half_day_covers where half_day_id in {half_day_ids} or missed_half_day_id in {half_day_ids}",
        f"delete from sheet_row where page_id in {pages}",
        f"delete from sheet_total where page_id in {pages}",
        "delete from sheet_page where conference_id = :id",
        "delete from return_sheet where conference_id = :id",
        "delete from conference_reopening where conference_id = :id",
        "delete from scan where conference_id = :id",
        "delete from venue_cell where venue_id in (select id from venue where conference_id = :id)",
        "update venue set parent_id = null where conference_id = :id",
        "delete from venue where conference_id = :id",
        "delete from half_day where conference_id = :id",
        "delete from conference where id = :id",
    ):
        store.execute(statement, {"id": conference_id})


def venues(store: Store, conference_id: int) -> list[Venue]:
    """The venues of a conference, in order, with the cells they serve."""
    served = defaultdict(list)
    rows = store.all(
        "select c.* from venue_cell c join venue v on v.id = c.venue_id where v.conference_id = :id",
        {"id": conference_id},
    )
    for row in rows:
        served[row["venue_id"]].append(row["organization_id"])
    rows = store.all(
        "select * from venue where conference_id = :id order by parent_id is not null, order_key, id",
        {"id": conference_id},
    )
    return [as_venue(row, tuple(served[row["id"]])) for row in rows]


def as_venue(row: dict[str, Any], cell_ids: tuple[int, ...]) -> Venue:
    values = {name: value for name, value in row.items() if name not in ("uid", "order_key")}
    return Venue(**values | {"level": VenueLevel(row["level"]), "cell_ids": cell_ids})


def save_venue(store: Store, venue: Venue) -> int:
    """Write a venue (id 0 = new) and the cells it serves; its id."""
    values = {name: value for name, value in asdict(venue).items() if name not in ("id", "cell_ids")}
    values["order_key"] = text_key(venue.name)
    if venue.id:
        store.change("venue", venue.id, **values)
    venue_id = venue.id or store.add("venue", **values)
    seat(store, venue_id, venue.cell_ids)
    return venue_id


def seat(store: Store, venue_id: int, cell_ids: tuple[int, ...]) -> None:
    """The cells a venue serves, in place of those it served."""
    store.execute("delete from venue_cell where venue_id = :id", {"id": venue_id})
    store.many("insert into venue_cell (venue_id, organization_id) values (?, ?)", [(venue_id, c) for c in cell_ids])


def remove_venue(store: Store, venue_id: int) -> None:
    """Delete a venue; its branches lose their parent, seats at it become unseated."""
    for statement in (
        "delete from venue_cell where venue_id = :id",
        "update venue set parent_id = null where parent_id = :id",
        "update roll_row set venue_id = null where venue_id = :id",
        "update mark set venue_id = null where venue_id = :id",
        "delete from venue where id = :id",
    ):
        store.execute(statement, {"id": venue_id})
