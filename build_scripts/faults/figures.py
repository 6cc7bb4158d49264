"""Saves killed and cut off from power, imports that fail, flushes counted, works broken at their calls: their lines."""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from build_scripts.faults import importing, power
from build_scripts.faults.killing import kill_rounds
from build_scripts.faults.offices import STORE, office, with_list
from build_scripts.faults.setting import Figure, Setting, made
from build_scripts.faults.stage import Run, Stage
from build_scripts.faults.sweep import Sweeper, Tally
from build_scripts.faults.works import Work

SAVES = 40
CHECKPOINT = "wal_autocheckpoint = 40"
"""Pages after which the log is taken in: far fewer than in an office, so that cuts meet many a checkpoint."""
MUST_FAIL = (
    ("synchronous = normal",),
    ("synchronous = off",),
    ("journal_mode = off",),
    ("journal_mode = delete",),
    ("journal_mode = delete", "synchronous = off"),
)
"""Weaker ways of keeping a store."""
MUST_HOLD = (("journal_mode = delete", "synchronous = extra"),)
MOST_FLUSHES = {"person": 2, "file": 5}


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


def killed(setting: Setting) -> Iterator[Figure]:
    """kill -9 during saves."""
    folder = made(setting.base / "killed", office)
    result = kill_rounds(setting.stages[0], folder, setting.times(500, 20), seed=1)
    yield Figure(
        name="kill -9 during saves",
        tried=f"{result.rounds} rounds, {result.acknowledged} acknowledged",
        found=f"{result.lost} lost, {result.corrupt} corrupt",
        good=not (result.lost or result.corrupt or result.told),
        told=result.told,
    )


def cuts(setting: Setting) -> Iterator[Figure]:
    """The power cut as the program keeps its store, with stores that must fail the check, with another that holds."""
    stage, base, states = setting.stages[0], setting.base, setting.times(10_000, 300)
    yield cut_with(stage, base / "power", states, "power cut", (), must_hold=True)
    for number, pragmas in enumerate((*MUST_FAIL, *MUST_HOLD)):
        name, must_hold = f"control: {', '.join(pragmas)}", pragmas in MUST_HOLD
        yield cut_with(stage, base / f"control{number}", max(states // 10, 100), name, pragmas, must_hold=must_hold)


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


def flushed(setting: Setting) -> Iterator[Figure]:
    """What one save costs a disk that is slow to flush."""
    base = setting.base / "flushed"
    made(base / "before", office)
    costs = power.flushes(record(setting.stages[0], base, (), SAVES))
    for kind, most in MOST_FLUSHES.items():
        each = costs[kind]
        mean = f"{sum(each) / len(each):.2f}".replace(".", ",")
        yield Figure(
            name=f"flushes for one {kind}",
            tried=f"{len(each)} saves",
            found=f"{mean} (at most {most})",
            good=sum(each) <= most * len(each),
        )


def imported(setting: Setting) -> Iterator[Figure]:
    """Imports that fail at a random row."""
    times = setting.times(100, 10)
    wrong = importing.failed_imports(made(setting.base / "imports", with_list), times, seed=3)
    yield Figure(
        name="import failing at a random row",
        tried=f"{times} imports",
        found=f"{len(wrong)} bad",
        good=not wrong,
        told=wrong,
    )
