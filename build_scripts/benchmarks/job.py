"""What is timed and how: ours, the barest way to the same end, a usual way; and the table they are shown in."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

Work = Callable[[], object]
Clock = Callable[[], float]
PATIENCE = 8.0
"""Seconds after which no further run of one work is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """At most so many times the limit, milliseconds (or `most` of another unit), times the peer; None = unasked."""

    times: float | None = None
    ms: float | None = None
    most: float | None = None
    peers: float | None = None

    def words(self, unit: str) -> str:
        """The goal as the table shows it."""
        parts = ((self.times, "× limit"), (self.ms, " ms"), (self.most, f" {unit}"), (self.peers, "× peer"))
        return ", ".join(f"≤ {number:g}{unit}" for number, unit in parts if number is not None) or "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """`runs` counted runs of each at most; `limit` and `peer` are None where nothing is barer or usual.

    With a `unit` other than ms the works themselves give the figure, and are run once.
    """

    name: str
    ours: Work
    limit: Work | None = None
    peer: Work | None = None
    goal: Goal = Goal()
    runs: int = 5
    unit: str = "ms"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """Medians of one job in seconds, or its figures in its own unit."""

    job: Job
    ours: float
    limit: float | None
    peer: float | None

    @property
    def held(self) -> bool:
        """Whether the goal is met in every part that could be measured."""
        goal = self.job.goal
        asked = ((goal.times, self.limit), (goal.peers, self.peer), (goal.ms, 0.001), (goal.most, 1.0))
        return all(most is None or unit is None or self.ours <= most * unit for most, unit in asked)


def computed() -> float:
    """Seconds the processors spent on this process and its ended children (Linux): a clock for a busy computer."""
    import resource

    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def timed(work: Work, runs: int, clock: Clock = time.perf_counter) -> float:
    """Median seconds of `runs` runs after one that does not count; a slow work is run less often, even once."""
    taken, began = [], time.perf_counter()
    for _ in range(runs + 1):
        start = clock()
        work()
        taken.append(clock() - start)
        if time.perf_counter() - began > PATIENCE:
            break
    return statistics.median(taken[1:] or taken)


def figure(job: Job, work: Work | None, clock: Clock) -> float | None:
    """What one work of a job takes; None where there is no such work, or it could not tell."""
    if work is None:
        return None
    if job.unit == "ms":
        return timed(work, job.runs, clock)
    told = work()
    return float(told) if isinstance(told, int | float) else None


def measured(jobs: Iterable[Job], clock: Clock = time.perf_counter) -> Iterator[Timed]:
    """Take ours, limit and peer of each job in turn."""
    for job in jobs:
        limit, peer, ours = (figure(job, work, clock) for work in (job.limit, job.peer, job.ours))
        if ours is not None:
            yield Timed(job=job, ours=ours, limit=limit, peer=peer)


HEAD = "| job | ours | limit | ours : limit | usual way | goal | met |\n|---|---:|---:|---:|---:|---|---|"
"""In milliseconds where the job names no other unit."""


def line(result: Timed) -> str:
    """A row of the table in Markdown."""
    job, ratio = result.job, f"{result.ours / result.limit:.1f}" if result.limit else "–"
    goal, unit = job.goal.words(job.unit), "" if job.unit == "ms" else f", {job.unit}"
    met = "–" if goal == "–" else "yes" if result.held else "no"
    ours, limit, peer = (
        shown(each, 1000 if job.unit == "ms" else 1) for each in (result.ours, result.limit, result.peer)
    )
    times = f"{ours} | {limit} | {ratio} | {peer}"
    return f"| {job.name}{unit} | {times} | {goal} | {met} |"


def shown(number: float | None, times: int) -> str:
    """So many times a number, to three figures."""
    if number is None:
        return "–"
    told = number * times
    return f"{told:,.0f}" if told >= 100 else f"{told:.3g}"
