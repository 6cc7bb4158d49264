"""The key file beside a store: the store's key, wrapped once for every password and for the recovery code.

A ring holds all slots of one key; a file holds several rings only while one store takes the place of another. Whom a
slot is for stands in it sealed by the store's key: a lost file names nobody. Not a judge of passwords.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from db.crypto import Cost, DataKey, drawn, new_salt, sealed, unsealed
from db.errors import DamagedKeys
from db.files import replace, sync_folder

FORMAT = 1
STORE_ENDING, ENDING = ".sht", ".keys"
DEAREST = Cost(memory=1024 * 1024, passes=32)
"""A file that asks for more than this was made to stop the machine."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One wrapped copy of the key. `wrapped` opens with what is typed, `label` with the key itself."""

    kind: SlotKind
    salt: bytes
    cost: Cost
    wrapped: bytes
    label: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """All slots of the key with this id."""

    key_id: bytes
    slots: tuple[Slot, ...]


Label = dict[str, Any]


def beside(store: Path) -> Path:
    """Where the key file of a store stands."""
    return store.with_name(store.name + ENDING)


def make_slot(key: DataKey, kind: SlotKind, typed: str, label: Label, cost: Cost) -> Slot:
    """Wrap the key for what is typed."""
    salt = new_salt()
    wrapped = sealed(drawn(typed, salt, cost), key.secret, key.id + salt)
    slot = Slot(kind=kind, salt=salt, cost=cost, wrapped=wrapped, label=b"")
    return labelled(slot, key, label)


def labelled(slot: Slot, key: DataKey, label: Label) -> Slot:
    """The slot, saying of itself what `label` says."""
    text = sealed(key.secret, json.dumps(label, ensure_ascii=False).encode(), b"label" + key.id + slot.salt)
    return Slot(kind=slot.kind, salt=slot.salt, cost=slot.cost, wrapped=slot.wrapped, label=text)


def label_of(slot: Slot, key: DataKey) -> Label:
    """Whom a slot is for. Errors: DamagedKeys when it was not written with this key."""
    text = unsealed(key.secret, slot.label, b"label" + key.id + slot.salt)
    if text is None:
        raise DamagedKeys("label")
    found: Label = json.loads(text)
    return found


def opened_by(ring: Ring, kind: SlotKind, typed: str) -> tuple[DataKey, Slot] | None:
    """The key and the slot what is typed opens; None takes as long as all slots of that kind together."""
    for slot in (each for each in ring.slots if each.kind is kind):
        secret = unsealed(drawn(typed, slot.salt, slot.cost), slot.wrapped, ring.key_id + slot.salt)
        if secret is not None:
            return DataKey(id=ring.key_id, secret=secret), slot
    return None


def as_text(rings: Iterable[Ring]) -> str:
    """Rings as a key file holds them."""
    rows = [{"key": ring.key_id.hex(), "slots": [row(slot) for slot in ring.slots]} for ring in rings]
    return json.dumps({"format": FORMAT, "rings": rows}, indent=1)


def row(slot: Slot) -> dict[str, Any]:
    return {
        "kind": slot.kind.value,
        "salt": slot.salt.hex(),
        "memory": slot.cost.memory,
        "passes": slot.cost.passes,
        "wrapped": slot.wrapped.hex(),
        "label": slot.label.hex(),
    }


def from_text(text: str) -> dict[bytes, Ring]:
    """The rings of a key file by the id of their key. Errors: DamagedKeys."""
    try:
        held = json.loads(text)
        if held["format"] != FORMAT:
            raise DamagedKeys("format")
        rings = [Ring(key_id=bytes.fromhex(each["key"]), slots=slots_of(each["slots"])) for each in held["rings"]]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DamagedKeys("text") from error
    return {ring.key_id: ring for ring in rings}


def slots_of(rows: list[dict[str, Any]]) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            kind=SlotKind(each["kind"]),
            salt=bytes.fromhex(each["salt"]),
            cost=bearable(Cost(memory=int(each["memory"]), passes=int(each["passes"]))),
            wrapped=bytes.fromhex(each["wrapped"]),
            label=bytes.fromhex(each["label"]),
        )
        for each in rows
    )


def bearable(cost: Cost) -> Cost:
    """The cost, where a machine can pay it."""
    if not (8 <= cost.memory <= DEAREST.memory and 1 <= cost.passes <= DEAREST.passes):
        raise DamagedKeys("cost")
    return cost


def read(store: Path) -> dict[bytes, Ring]:
    """The rings in the key file beside a store; none where there is no such file. Errors: DamagedKeys, OSError."""
    path = beside(store)
    return from_text(path.read_bytes().decode("utf-8", "replace")) if path.is_file() else {}


def write(store: Path, rings: Iterable[Ring]) -> None:
    """Exchange the key file beside a store at one blow, flushed to the disk. Errors: OSError."""
    path = beside(store)
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(as_text(rings))
        file.flush()
        os.fsync(file.fileno())
    replace(part, path)
    sync_folder(path.parent)
