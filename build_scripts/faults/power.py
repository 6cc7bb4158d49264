"""Power cuts, replayed: what was flushed is certain, the rest survives by chance, in sectors of 512 bytes.

The model takes the changes of names as ordered, and a disk that keeps what it was told to flush.
"""

import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.faults import proof
from build_scripts.faults.offices import STORE
from build_scripts.faults.saving import ACKNOWLEDGED, lost
from db.store import connect

SECTOR = 512
NOTHING, ALL = 0.25, 0.4
"""The share of cuts after which nothing, and everything, of a file's unflushed writes survives; else each by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One recorded call: W write, T truncate, S flush, U unlink, R rename, C create or empty."""

    kind: str
    path: str
    path2: str
    at: int
    content: bytes


@dataclass(kw_only=True, eq=False)
class Inode:
    """A file by its content at the start and its writes since; the first `sure` of them are on the disk."""

    start: bytes = b""
    writes: list[Call] = field(default_factory=list)
    sure: int = 0


@dataclass(kw_only=True)
class Cuts:
    """What was found after so many cuts."""

    states: int = 0
    corrupt: int = 0
    lost: int = 0
    told: list[str] = field(default_factory=list)


def recorded(log: Path) -> list[Call]:
    """The calls of a log of the shim."""
    content, calls, at = log.read_bytes(), [], 0
    while at < len(content):
        end = content.index(b"\n", at)
        kind, path, path2, offset, size = content[at:end].decode().split("\t")
        at = end + 1 + int(size)
        calls.append(Call(kind=kind, path=path, path2=path2, at=int(offset), content=content[end + 1 : at]))
    return calls


def cut(calls: Sequence[Call], before: Path, after: Path, chance: random.Random) -> list[str]:
    """Build in `after` what a cut after these calls leaves of the folder `before`; the saves acknowledged."""
    names = played(calls, before)
    shutil.rmtree(after, ignore_errors=True)
    after.mkdir(parents=True)
    for name, inode in chance.choice(names).items():
        (after / name).write_bytes(survivors(inode, chance))
    said = (call.content.decode() for call in calls if call.kind == "W" and call.path.endswith(ACKNOWLEDGED))
    return "".join(said).split("\n")[:-1]


def played(calls: Sequence[Call], before: Path) -> list[dict[str, Inode]]:
    """The names that may stand in the folder after the calls: one of these, from the last flush of it on."""
    names = {path.name: Inode(start=path.read_bytes()) for path in before.iterdir()}
    possible = [dict(names)]
    for call in calls:
        name, inode = Path(call.path).name, names.get(Path(call.path).name)
        match call.kind:
            case "S" if inode:
                inode.sure = len(inode.writes)
            case "S":
                possible = possible[-1:]
            case "U":
                names.pop(name, None)
            case "R":
                names[Path(call.path2).name] = names.pop(name)
            case _ if inode:
                inode.writes.append(call)
            case _:
                names[name] = Inode(writes=[call])
        if names != possible[-1]:
            possible.append(dict(names))
    return possible


def survivors(inode: Inode, chance: random.Random) -> bytes:
    """The content of a file after the cut."""
    content, luck = bytearray(inode.start), chance.random()
    for number, call in enumerate(inode.writes):
        sure = number < inode.sure or NOTHING <= luck < ALL
        if call.kind in "TC":
            if sure or (luck >= ALL and chance.random() < 0.5):
                resize(content, call.at)
            continue
        for place in range(0, len(call.content), len(call.content) if sure else SECTOR):
            part = call.content[place:] if sure else call.content[place : place + SECTOR]
            if sure or (luck >= ALL and chance.random() < 0.5):
                start = call.at + place
                resize(content, max(len(content), start))
                content[start : start + len(part)] = part
    return bytes(content)


def resize(content: bytearray, size: int) -> None:
    del content[size:]
    content.extend(bytes(size - len(content)))


def replay(calls: Sequence[Call], before: Path, base: Path, states: int, seed: int) -> Cuts:
    """Cut the power so often at random and open what is left."""
    chance, cuts = random.Random(seed), Cuts()
    for _ in range(states):
        at = chance.randint(1, len(calls))
        acknowledged = cut(calls[:at], before, base / "cut", chance)
        harm, missing = looked_at(base / "cut" / STORE, acknowledged)
        cuts.states += 1
        cuts.corrupt += bool(harm)
        cuts.lost += bool(missing)
        cuts.told += [f"cut after call {at}: {wrong}" for wrong in (*harm[:1], *missing[:1])]
    return cuts


def looked_at(path: Path, acknowledged: list[str]) -> tuple[list[str], list[str]]:
    """What is wrong with a store, and which acknowledged saves it lacks; of a corrupt store nothing is asked."""
    if harm := proof.harm(path):
        return harm, []
    store = connect(path, "")
    try:
        return [], lost(store, acknowledged)
    finally:
        store.close()


def flushes(calls: Sequence[Call]) -> dict[str, list[int]]:
    """How many flushes each acknowledged save cost, by kind of save; those of the opening are left out."""
    costs: dict[str, list[int]] = {}
    since = None
    for call in calls:
        if call.path.endswith(ACKNOWLEDGED):
            if since is not None and call.kind == "W":
                costs.setdefault(call.content.decode().split()[0], []).append(since)
            since = 0
        elif call.kind == "S" and since is not None:
            since += 1
    return costs
