"""The figures of a round counted one person after another in plain Python, straight from what the words mean.

It reads the bare rows and knows nothing of how the program counts: the oracle the SQL is held against.
"""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

from desktop_app.services.store import Store

Row = dict[str, Any]
CLASSES = ("attended", "partial", "absent_unexcused", "absent", "absent_excused", "not_marked")


def class_of(marks: list[str | None], required: int) -> str:
    """Present everywhere required, somewhere, or nowhere; the gravest absence names those who never came."""
    present = marks.count("present")
    if present >= required:
        return "attended"
    if present:
        return "partial"
    return next((name for name in CLASSES[2:5] if name in marks), "not_marked")


def person_at(store: Store, study: Row, conference: Row, row: Row) -> Row:
    """One person at one conference."""
    key = {"c": conference["id"], "m": row["member_id"]}
    days = store.all(
        """select m.status, u.made_up_on from half_day h
           left join mark m on m.half_day_id = h.id and m.member_id = :m
           left join makeup u on u.half_day_id = h.id and u.member_id = :m where h.conference_id = :c""",
        key,
    )
    rules = {r["audience"]: r["required_half_days"] for r in store.all("select * from round_audience")}
    required = min(len(days), rules.get(row["audience"], len(days)))
    marks = [day["status"] for day in days]
    made_up = [day["made_up_on"] for day in days if day["status"] != "present" and day["made_up_on"]]
    counts_anyway = row["deduction"] == "exempt" and "present" in marks and study["exempt_counts_if_present"]
    off = None if counts_anyway else row["deduction"]
    guest = row["kind"] == "guest"
    outcome = class_of(marks, required)
    return row | {
        "marks": marks,
        "guest": guest,
        "off": off,
        "must": not guest and off is None,
        "class": outcome,
        "studied": outcome == "attended" or marks.count("present") + len(made_up) >= required,
        "made_up_on": max(made_up, default=None),
        "day": conference["day"],
    }


def people(store: Store, round_id: int) -> list[Row]:
    """Everyone of the round once: where they must attend, attended, studied, else at the oldest conference."""
    study = store.one("select * from study_round where id = :id", {"id": round_id})
    assert study is not None
    conferences = store.all(
        """select c.id, min(h.held_on) as day from conference c join half_day h on h.conference_id = c.id
           where c.round_id = :id and c.kind = 'main' group by c.id order by c.id""",
        {"id": round_id},
    )
    found: dict[int, list[Row]] = defaultdict(list)
    for conference in conferences:
        for row in store.all("select * from roll_row where conference_id = :id", {"id": conference["id"]}):
            found[row["member_id"]].append(person_at(store, study, conference, row))
    best = [
        min(places, key=lambda p: (p["off"] is not None, p["class"] != "attended", not p["studied"]))
        for places in found.values()
    ]
    return [person | essay_of(store, study, person) for person in best]


def essay_of(store: Store, study: Row, person: Row) -> Row:
    """What became of a person's essay."""
    key = {"r": study["id"], "m": person["member_id"], "day": person["day"]}
    attempts = store.all(
        "select * from essay where round_id = :r and member_id = :m and withdrawn_on is null order by attempt", key
    )
    exempt = store.all(
        """select 1 from essay_exemption where member_id = :m and (round_id = :r
           or round_id is null and valid_from <= :day and :day < valid_to)""",
        key,
    )
    due = None
    if person["class"] == "attended":
        due = study["essay_by"]
    elif person["studied"]:
        due = str(date.fromisoformat(person["made_up_on"]) + timedelta(days=study["makeup_essay_days"]))
    if due is not None:
        due = max([due, *granted(store, study, person)])
    return {
        "due_on": due if not exempt and study["essay_required"] else None,
        "writes": person["must"] and bool(study["essay_required"]) and not exempt,
        "handed_in": bool(attempts),
        "late": bool(attempts) and due is not None and min(a["received_on"] for a in attempts) > due,
        "result": attempts[-1]["result"] if attempts else None,
    }


def granted(store: Store, study: Row, person: Row) -> list[str]:
    """The later days granted to a person or to the cell."""
    found = store.all("select * from extension where deadline_id is null and round_id = :r", {"r": study["id"]})
    mine = [row for row in found if row["member_id"] == person["member_id"]]
    ours = [row for row in found if row["organization_id"] == person["cell_id"]]
    return [row["due_on"] for row in (*mine, *ours)]


def add(figures: Counter[str], person: Row) -> None:
    """Count one person into a line."""
    member, must, writes = not person["guest"], person["must"], person["writes"]
    figures["total"] += member and not person["hosted"]
    for why in ("exempt", "away", "other"):
        figures[why] += member and person["off"] == why
    figures["hosted"] += member and bool(person["hosted"])
    figures["must_attend"] += must
    figures[person["class"]] += must
    for why in ("excused", "unexcused"):
        figures[f"partial_{why}"] += (must and person["class"] == "partial") * person["marks"].count(f"absent_{why}")
    figures["partial_absent"] += (must and person["class"] == "partial") * person["marks"].count("absent")
    figures["made_up"] += must and person["studied"] and person["class"] != "attended"
    figures["studied"] += must and person["studied"]
    figures["studied_of_total"] += must and person["studied"] and not person["hosted"]
    figures["guests"] += person["guest"]
    figures["guests_attended"] += person["guest"] and person["class"] == "attended"
    figures["must_write"] += writes
    figures["handed_in"] += writes and person["handed_in"]
    figures["essays_not_due"] += writes and not person["handed_in"] and not person["studied"]
    figures["handed_in_late"] += writes and person["late"]
    figures["passed"] += writes and person["result"] == "passed"
    figures["rewrite"] += writes and person["result"] == "rewrite"


def add_at_home(figures: Counter[str], person: Row) -> None:
    """Count someone who attends with another cell of ours into the line of the home cell."""
    figures["total"] += 1
    figures["away"] += 1
    figures["studied_of_total"] += person["must"] and person["studied"]


def counted(store: Store, round_id: int) -> dict[int | None, Counter[str]]:
    """Cell → figures; None → the whole round."""
    lines: dict[int | None, Counter[str]] = defaultdict(Counter)
    for person in people(store, round_id):
        for line in (None, person["cell_id"]):
            add(lines[line], person)
        if person.get("home_cell_id") is not None and not person["guest"]:
            for line in (None, person["home_cell_id"]):
                add_at_home(lines[line], person)
    rolls = store.all(
        """select r.* from roll_row r join conference c on c.id = r.conference_id
           where c.round_id = :id and c.kind = 'main'""",
        {"id": round_id},
    )
    for line, figures in lines.items():
        mine = [row for row in rolls if line in (None, row["cell_id"])]
        figures["conferences"] = len({row["conference_id"] for row in mine})
        figures["venues"] = len({row["venue_id"] for row in mine} - {None})
    return lines
