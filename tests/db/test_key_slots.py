"""The key file: what opens a slot, what a lost file tells, what a damaged or hostile one does."""

import json
from pathlib import Path
from typing import Any

import pytest

from db import key_slots
from db.crypto import new_key
from db.errors import DamagedKeys
from db.key_slots import Ring, SlotKind, from_text, label_of, labelled, make_slot, opened_by
from tests.db.locked import CHEAP, a_ring


def test_each_password_opens_its_own_slot() -> None:
    key = new_key()
    ring = a_ring(key, "mật khẩu một", "mật khẩu hai")
    found = opened_by(ring, SlotKind.PASSWORD, "mật khẩu hai")
    assert found is not None and found[0] == key
    assert label_of(found[1], key) == {"name": "mật khẩu hai"}


def test_a_wrong_password_opens_nothing() -> None:
    assert opened_by(a_ring(new_key(), "đúng"), SlotKind.PASSWORD, "sai") is None


def test_a_password_does_not_open_the_slot_of_the_recovery_code() -> None:
    key = new_key()
    ring = Ring(key_id=key.id, slots=(make_slot(key, SlotKind.RECOVERY, "1234", {}, CHEAP),))
    assert opened_by(ring, SlotKind.PASSWORD, "1234") is None
    assert opened_by(ring, SlotKind.RECOVERY, "1234") is not None


def test_a_file_comes_back_as_it_was_written(tmp_path: Path) -> None:
    rings = [a_ring(new_key(), "a", "b"), a_ring(new_key(), "c")]
    key_slots.write(tmp_path / "sổ.sht", rings)
    assert list(key_slots.read(tmp_path / "sổ.sht").values()) == rings
    assert [path.name for path in tmp_path.iterdir()] == ["sổ.sht.keys"]


def test_a_lost_file_names_nobody(tmp_path: Path) -> None:
    key = new_key()
    slot = make_slot(key, SlotKind.PASSWORD, "x", {"name": "Nguyễn Thị Canary"}, CHEAP)
    key_slots.write(tmp_path / "sổ.sht", [Ring(key_id=key.id, slots=(slot,))])
    held = key_slots.beside(tmp_path / "sổ.sht").read_bytes()
    assert b"Canary" not in held and key.secret.hex().encode() not in held


def test_a_label_of_another_slot_is_not_taken() -> None:
    key = new_key()
    one, other = a_ring(key, "a", "b").slots
    forged = key_slots.Slot(kind=one.kind, salt=one.salt, cost=one.cost, wrapped=one.wrapped, label=other.label)
    with pytest.raises(DamagedKeys):
        label_of(forged, key)
    assert label_of(labelled(one, key, {"name": "Lan"}), key) == {"name": "Lan"}


@pytest.mark.parametrize("changed", [{"memory": 1 << 40}, {"passes": 10_000}, {"salt": "zz"}, {"kind": "ai"}])
def test_a_file_made_to_stop_the_machine_is_damaged(changed: dict[str, Any]) -> None:
    held = json.loads(key_slots.as_text([a_ring(new_key())]))
    held["rings"][0]["slots"][0] |= changed
    with pytest.raises(DamagedKeys):
        from_text(json.dumps(held))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 2, "rings": []}', "\x00", '{"format": 1, "rings": [1]}'])
def test_what_is_no_key_file_is_damaged(text: str) -> None:
    with pytest.raises(DamagedKeys):
        from_text(text)


def test_no_file_holds_no_ring(tmp_path: Path) -> None:
    assert key_slots.read(tmp_path / "sổ.sht") == {}
