"""The figures the checks come to, each with what it must be: one table."""

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.faults import importing, power
from build_scripts.faults.killing import kill_rounds
from build_scripts.faults.stage import Run, Stage
from build_scripts.faults.sweep import Sweeper, Tally
from build_scripts.faults.works import STORE, Work, office, with_list

SAVES = 40
CHECKPOINT = "wal_autocheckpoint = 40"
"""Pages after which the log is taken in: far fewer than in an office, so that cuts meet many a checkpoint."""
CONTROLS = {
    "synchronous = normal": ("synchronous = normal",),
    "synchronous = off": ("synchronous = off",),
    "journal_mode = delete, synchronous = off": ("journal_mode = delete", "synchronous = off"),
}
MOST_FLUSHES = {"person": 2, "file": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `told` explains what is bad."""

    name: str
    tried: str
    found: str
    good: bool
    told: list[str] = field(default_factory=list)


def sweeps(sweeper: Sweeper, works: Iterable[Work], faults: Iterable[str], points: int) -> Iterator[Figure]:
    """A line for every work and fault."""
    for work in works:
        ground = sweeper.ground(work)
        for fault in faults:
            tally = sweeper.sweep(ground, fault, points)
            name = f"{work.name}: {fault}"
            yield Figure(name=name, tried=tried(tally), found=found(tally), good=not tally.bad, told=tally.bad)


def tried(tally: Tally) -> str:
    return f"{tally.points} of {tally.calls} calls"


def found(tally: Tally) -> str:
    words = f"{len(tally.bad)} bad; {tally.old} old, {tally.new} new, {tally.refused} refused"
    return f"{words} ({tally.untold} of them done all the same)" if tally.untold else words


def killed(stage: Stage, base: Path, rounds: int) -> Figure:
    """kill -9 during saves."""
    folder = made(base / "killed", office)
    result = kill_rounds(stage, folder, rounds, seed=1)
    return Figure(
        name="kill -9 during saves",
        tried=f"{result.rounds} rounds, {result.acknowledged} acknowledged",
        found=f"{result.lost} lost, {result.corrupt} corrupt",
        good=not (result.lost or result.corrupt or result.told),
        told=result.told,
    )


def cuts(stage: Stage, base: Path, states: int) -> Iterator[Figure]:
    """The power cut as the program keeps its store, and with stores that must fail the check."""
    yield cut_with(stage, base / "power", states, "power cut", (), must_hold=True)
    for number, (name, pragmas) in enumerate(CONTROLS.items()):
        yield cut_with(stage, base / f"control{number}", states // 10, f"control: {name}", pragmas, must_hold=False)


def cut_with(stage: Stage, base: Path, states: int, name: str, pragmas: tuple[str, ...], *, must_hold: bool) -> Figure:
    """Record saves, then cut the power after them at random; a control that holds shows that the check is blind."""
    before = made(base / "before", office)
    calls = record(stage, base, (CHECKPOINT, *pragmas), SAVES)
    result = power.replay(calls, before, base, states, seed=2)
    held = not (result.corrupt or result.lost)
    return Figure(
        name=name,
        tried=f"{result.states} states of {len(calls)} calls",
        found=f"{result.lost} with a loss, {result.corrupt} corrupt",
        good=held is must_hold,
        told=result.told if must_hold else [],
    )


def record(stage: Stage, base: Path, pragmas: tuple[str, ...], saves: int) -> list[power.Call]:
    """Let the program save so often in a copy of `base`/before, and keep every call it made."""
    place, log = base / "live", base / "log"
    shutil.copytree(base / "before", place)
    argv = (str(place / STORE), *pragmas)
    run = Run(folder=str(place), argv=argv, said=str(base / "said"), fault="record", record=str(log), saves=saves)
    told = stage.run(run)
    assert told.code == 0, told.sentence
    return power.recorded(log)


def flushed(stage: Stage, base: Path) -> Iterator[Figure]:
    """What one save costs a disk that is slow to flush."""
    made(base / "before", office)
    costs = power.flushes(record(stage, base, (), SAVES))
    for kind, most in MOST_FLUSHES.items():
        each = costs[kind]
        mean = f"{sum(each) / len(each):.2f}".replace(".", ",")
        yield Figure(
            name=f"flushes for one {kind}",
            tried=f"{len(each)} saves",
            found=f"{mean} (at most {most})",
            good=sum(each) <= most * len(each),
        )


def imported(base: Path, times: int) -> Figure:
    """Imports that fail at a random row."""
    wrong = importing.failed_imports(made(base / "imports", with_list), times, seed=3)
    tried = f"{times} imports"
    return Figure(
        name="import failing at a random row", tried=tried, found=f"{len(wrong)} bad", good=not wrong, told=wrong
    )


def made(folder: Path, prepare: Callable[[Path], None]) -> Path:
    """A new folder with an office in it."""
    folder.mkdir(parents=True)
    prepare(folder)
    return folder
