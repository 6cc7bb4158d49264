"""One work, one fault, every call it can strike: afterwards the store must be the old or the new one, and say which."""

import re
import shutil
import zipfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue

from build_scripts.faults import proof
from build_scripts.faults.offices import STORE, people
from build_scripts.faults.stage import NOTHING, Run, Stage, Told
from build_scripts.faults.works import Work
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backups

KILLED, DONE, REFUSED = 137, 0, 1
FAULTS = ("kill", "torn", "eio", "eio+", "enospc", "enospc+", "efsync", "efsync+")
SENTENCE = re.compile(r"^[A-ZĐÀ-Ỹ].*[à-ỹđ].*\.$")


@dataclass(kw_only=True)
class Tally:
    """What became of the runs of one work under one fault. `untold`: done, but told as not done."""

    calls: int = 0
    points: int = 0
    old: int = 0
    new: int = 0
    refused: int = 0
    untold: int = 0
    bad: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A work ready to be broken: the folder as it is before, and the content of its store before and after."""

    work: Work
    folder: Path
    who: Mapping[str, str]
    old: str
    new: str = ""


class Sweeper:
    """Runs works on stages side by side, in a folder of its own."""

    def __init__(self, base: Path, stages: list[Stage]) -> None:
        self.base, self.stages = base, stages
        self.free: SimpleQueue[Stage] = SimpleQueue()
        for stage in stages:
            self.free.put(stage)

    def ground(self, work: Work) -> Ground:
        """Prepare a work; without a fault it must succeed."""
        folder = self.base / "ground" / str(abs(hash(work.name)))
        folder.mkdir(parents=True)
        work.prepare(folder)
        ground = Ground(work=work, folder=folder, who=people(folder), old=proof.digest(folder / work.store))
        place, told = self.perform(ground, NOTHING, 0)
        assert told.code == DONE, f"{work.name}: exit {told.code}, {told.sentence}"
        new = proof.digest(place / work.store)
        shutil.rmtree(place.parent)
        return replace(ground, new=new)

    def perform(self, ground: Ground, fault: str, at: int) -> tuple[Path, Told]:
        """Run a work in a copy of its folder; the copy and how the run ended."""
        place = self.base / "runs" / f"{abs(hash((ground.work.name, fault, at)))}" / "so"
        shutil.copytree(ground.folder, place)
        return place, self.run_in(ground, place, fault, at)

    def run_in(self, ground: Ground, place: Path, fault: str = NOTHING, at: int = 0, said: Path | None = None) -> Told:
        """Run a work in this folder as it is; what it says goes beside the folder, or into `said`."""
        stage = self.free.get()
        argv, answers = ground.work.argv(place, ground.who), str(said or place.parent / "said")
        kind, lasting = fault.removesuffix("+"), fault.endswith("+")
        try:
            return stage.run(
                Run(
                    folder=str(place),
                    argv=argv,
                    deed=ground.work.deed,
                    said=answers,
                    fault=kind,
                    at=at,
                    lasting=lasting,
                )
            )
        finally:
            self.free.put(stage)

    def calls(self, ground: Ground, fault: str) -> int:
        """How many calls of the work this fault can strike: a run whose fault lies beyond its end."""
        place, told = self.perform(ground, fault, 10**9)
        shutil.rmtree(place.parent)
        return told.calls

    def sweep(self, ground: Ground, fault: str, most: int) -> Tally:
        """Strike every call, or `most` of them spread evenly."""
        calls = self.calls(ground, fault)
        points = (
            sorted({1 + (2 * place + 1) * (calls - 1) // (2 * most) for place in range(most)})
            if calls > most
            else range(1, calls + 1)
        )
        tally = Tally(calls=calls)
        with ThreadPoolExecutor(len(self.stages)) as pool:
            for at, found in zip(points, pool.map(lambda at: self.strike(ground, fault, at), points), strict=True):
                count(tally, fault, at, found)
        return tally

    def strike(self, ground: Ground, fault: str, at: int) -> "Struck":
        """Break one call and look at what is left; then do the same again without a fault."""
        place, told = self.perform(ground, fault, at)
        seen = place.parent / "seen"
        shutil.copytree(place, seen)
        bad = list(self.judged(ground, seen, fault, told))
        state = "" if bad else proof.digest(seen / ground.work.store)
        bad += self.repeated(ground, place, state) if not bad else []
        shutil.rmtree(place.parent)
        return Struck(told=told, new=state == ground.new and state != ground.old, bad=bad)

    def judged(self, ground: Ground, place: Path, fault: str, told: Told) -> Iterator[str]:
        """What is wrong with the store or with what was said of it."""
        store = place / ground.work.store
        if store.exists():
            yield from proof.harm(store)
        state = proof.digest(store)
        if state not in (ground.old, ground.new):
            yield "a mix of old and new"
        if told.code == DONE and state != ground.new:
            yield "said done, is not"
        yield from judged_words(fault, told)
        written = list(place.glob(ground.work.files)) if ground.work.files else []
        if told.code == DONE and ground.work.files and not written:
            yield "said done, nothing is written"
        for path in written:
            yield from judged_file(path)
        if ground.work.store != STORE and (place / STORE).read_bytes() != (ground.folder / STORE).read_bytes():
            yield "what the work only reads was changed"

    def repeated(self, ground: Ground, place: Path, state: str) -> list[str]:
        """A plain second try must succeed, unless the first one did."""
        if state == ground.new and not ground.work.repeatable:
            return []
        told = self.run_in(ground, place)
        if told.code != DONE:
            return [f"retry: exit {told.code}, {told.sentence}"]
        store = place / ground.work.store
        return proof.harm(store) if proof.digest(store) == ground.new else ["retry: another content"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Struck:
    """What one broken call led to."""

    told: Told
    new: bool
    bad: list[str]


def judged_words(fault: str, told: Told) -> Iterator[str]:
    """A process that lived to tell must have said done, or refused in one Vietnamese sentence."""
    if fault in ("kill", "torn"):
        if told.code not in (KILLED, DONE):
            yield f"exit {told.code}: {told.sentence}"
    elif told.code == REFUSED and not SENTENCE.match(told.sentence):
        yield f"refused without a sentence: {told.sentence!r}"
    elif told.code not in (DONE, REFUSED):
        yield f"exit {told.code}: {told.sentence}"


def judged_file(path: Path) -> Iterator[str]:
    """Under the name of what the clerk asked for there is always a whole one."""
    match path.suffix:
        case ".sht-backup":
            try:
                backups.verify(path)
            except Refusal as refusal:
                yield f"backup: {refusal}"
        case ".xlsx":
            if not zipfile.is_zipfile(path) or zipfile.ZipFile(path).testzip() is not None:
                yield f"{path.name} is not whole"
        case ".pdf":
            if not path.read_bytes().rstrip().endswith(b"%%EOF"):
                yield f"{path.name} is not whole"


def count(tally: Tally, fault: str, at: int, found: Struck) -> None:
    tally.points += 1
    tally.new += found.new
    tally.old += not found.new
    tally.refused += found.told.code == REFUSED
    tally.untold += found.told.code == REFUSED and found.new
    tally.bad += [f"{fault} at call {at}: {wrong}" for wrong in found.bad]
