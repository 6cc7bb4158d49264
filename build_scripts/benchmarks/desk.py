"""The desk of a conference and what is counted from it: marks, scans, the tables of figures."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle

from build_scripts.benchmarks.job import Goal, Job
from db.store import Store
from db.values import MarkStatus
from desktop_app.services import (
    agenda,
    attendance,
    board,
    conferences,
    contradictions,
    coverage,
    due,
    essays,
    figures,
    members,
    owing,
    reports,
    rolls,
    rounds,
    scanning,
    standings,
)

SCAN = "select half_day_id, status, count(*) from mark group by 1, 2"
FIGURES = Goal(ms=1500)


def jobs(store: Store) -> Iterator[Job]:
    """All jobs of the desk, on the practice office."""
    yield marking(store)
    yield scanned(store)
    yield from counted(store)


def bare(store: Store) -> str:
    """The barest durable write: one row of two columns."""
    store.execute("create table if not exists bench (a integer primary key, b text)")
    return "insert into bench (a, b) values (1, ?) on conflict (a) do update set b = excluded.b"


def marking(store: Store) -> Job:
    """One mark, on the disk and in the journal when it returns."""
    held, sql = conferences.conferences(store)[0], bare(store)
    cell = next(row.cell_id for row in rolls.roll(store, held.id) if row.cell_id)
    row = attendance.sheet(store, held.id, cell_id=cell).rows[0]
    place, status, other = (held.half_days[0].id, row.member_id), both(), both()
    return Job(
        name="mark one person, durable",
        ours=lambda: attendance.mark(store, held.id, [place], next(status)),
        limit=lambda: store.execute(sql, [next(other)]),
        goal=Goal(ms=10),
        runs=200,
    )


def both() -> Iterator[MarkStatus]:
    return cycle((MarkStatus.ABSENT, MarkStatus.PRESENT))


def scanned(store: Store) -> Job:
    """One card read at the door, judged, kept and marked."""
    held, sql, other = conferences.conferences(store)[0], bare(store), both()
    half_day = held.half_days[0]
    door = scanning.door(store, held.id, half_day.id, None)
    people = rolls.roll(store, held.id)[:200]
    codes = cycle([members.member(store, row.member_id).code for row in people])
    moments = (f"{half_day.held_on} {n // 3600 % 24:02}:{n // 60 % 60:02}:{n % 60:02}" for n in range(7 * 3600, 10**6))
    return Job(
        name="read one card at the door",
        ours=lambda: scanning.read_at(store, door, next(codes), next(moments)),
        limit=lambda: store.execute(sql, [next(other)]),
        goal=Goal(ms=50),
        runs=100,
    )


def counted(store: Store) -> Iterator[Job]:
    """The tables of figures, each against one pass over the marks."""
    held = conferences.conferences(store)[0]
    works = {
        "statistics of the round": lambda: reports.summary(store, 1),
        "coverage by cell and audience": lambda: coverage.coverage(store, 1),
        "board of the venues, one half-day": lambda: board.board(store, held.id, held.half_days[0].id),
        "contradictions of the round": lambda: contradictions.contradictions(store, 1),
        "who has not studied": lambda: standings.outstanding(store, 1),
        "who owes an essay": lambda: essays.standings(store, 1),
        "what is due": lambda: due.due(store),
        "the page Hôm nay": lambda: agenda.agenda(store),
        "who owes study, with what was missed": lambda: owing.owing(store, 1),
        "what to remind each cell of": lambda: due.dunning(store, 1),
        "the names behind every figure": lambda: figures.figures(store, 1),
        "whose last day a change would move": lambda: moved(store),
    }
    for name, work in works.items():
        yield Job(name=name, ours=work, limit=lambda: store.execute(SCAN).fetchall(), goal=FIGURES, runs=3)


def moved(store: Store) -> list[due.Moved]:
    """A month more for the essays, tried and undone."""
    found = rounds.study_round(store, 1)
    later = replace(rounds.draft_of(found), essay_by="2021-05-10")
    return due.moved_by(store, 1, lambda tried: rounds.amend(tried, 1, later))
