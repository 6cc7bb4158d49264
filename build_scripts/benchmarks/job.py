"""What is timed and how: ours, the barest way to the same end, a usual way; and the table they are shown in."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Work = Callable[[], object]
PATIENCE = 8.0
"""Seconds after which no further run of one work is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """At most so many times the limit, at most so many milliseconds, at most so many times the peer; None = unasked."""

    times: float | None = None
    ms: float | None = None
    peers: float | None = None

    def words(self) -> str:
        """The goal as the table shows it."""
        parts = ((self.times, "× limit"), (self.ms, " ms"), (self.peers, "× peer"))
        return ", ".join(f"≤ {number:g}{unit}" for number, unit in parts if number is not None) or "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`runs` counted runs of each at most; `limit` and `peer` are None where nothing is barer or usual."""

    name: str
    ours: Work
    limit: Work | None = None
    peer: Work | None = None
    goal: Goal = Goal()
    runs: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Medians of one job in seconds."""

    job: Job
    ours: float
    limit: float | None
    peer: float | None

    @property
    def held(self) -> bool:
        """Whether the goal is met in every part that could be measured."""
        goal = self.job.goal
        asked = ((goal.times, self.limit), (goal.peers, self.peer), (goal.ms, 0.001))
        return all(most is None or unit is None or self.ours <= most * unit for most, unit in asked)


def timed(work: Work, runs: int) -> float:
    """Median seconds of `runs` runs after one that does not count; a slow work is run less often, even once."""
    taken, began = [], time.perf_counter()
    for _ in range(runs + 1):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
        if time.perf_counter() - began > PATIENCE:
            break
    return statistics.median(taken[1:] or taken)


def measured(jobs: Iterable[Job]) -> Iterator[Timed]:
    """Time ours, limit and peer of each job in turn."""
    for job in jobs:
        limit, peer = (timed(work, job.runs) if work else None for work in (job.limit, job.peer))
        yield Timed(job=job, ours=timed(job.ours, job.runs), limit=limit, peer=peer)


HEAD = "| job | ours ms | limit ms | ours : limit | usual way ms | goal | met |\n|---|---:|---:|---:|---:|---|---|"


def line(result: Timed) -> str:
    """A row of the table in Markdown."""
    ratio = f"{result.ours / result.limit:.1f}" if result.limit else "–"
    goal = result.job.goal.words()
    met = "–" if goal == "–" else "yes" if result.held else "no"
    times = f"{shown(result.ours)} | {shown(result.limit)} | {ratio} | {shown(result.peer)}"
    return f"| {result.job.name} | {times} | {goal} | {met} |"


def shown(seconds: float | None) -> str:
    """Milliseconds to three figures."""
    if seconds is None:
        return "–"
    ms = seconds * 1000
    return f"{ms:,.0f}" if ms >= 100 else f"{ms:.3g}"
