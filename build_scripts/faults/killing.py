"""kill -9 in the middle of saving, again and again in one store: what was acknowledged must be there afterwards."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.faults import proof
from build_scripts.faults.offices import STORE
from build_scripts.faults.saving import ACKNOWLEDGED, lost
from build_scripts.faults.stage import Run, Stage
from db.store import connect

SHORTEST, LONGEST = 0.1, 0.6
"""Seconds a writer lives, from before it opens the store."""


@dataclass(kw_only=True)
class Killed:
    """What so many rounds came to."""

    rounds: int = 0
    acknowledged: int = 0
    corrupt: int = 0
    lost: int = 0
    told: list[str] = field(default_factory=list)


def kill_rounds(stage: Stage, folder: Path, rounds: int, seed: int) -> Killed:
    """Start a writer, kill it at a random moment, look at the store; so often."""
    chance, killed, answers = random.Random(seed), Killed(), folder / ACKNOWLEDGED
    answers.touch()
    for _ in range(rounds):
        said = str(folder.parent / "said")
        life = chance.uniform(SHORTEST, LONGEST)
        told = stage.run(Run(folder=str(folder), argv=(str(folder / STORE),), said=said, saves=0, life=life))
        killed.told += [f"ended by itself: {told.sentence}"] if told.code >= 0 else []
        acknowledged = answers.read_text().splitlines()
        look(folder / STORE, acknowledged, killed)
        killed.rounds += 1
        killed.acknowledged = len(acknowledged)
    return killed


def look(path: Path, acknowledged: list[str], killed: Killed) -> None:
    """Hold the store against itself and against what was acknowledged."""
    if harm := proof.harm(path):
        killed.corrupt += 1
        killed.told += harm
        return
    store = connect(path, "")
    try:
        missing = lost(store, acknowledged)
    finally:
        store.close()
    killed.lost += len(missing)
    killed.told += missing
