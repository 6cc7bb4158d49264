"""The fault checks checked themselves: they pass on the program, and see a fault where there is one."""

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from build_scripts.faults import power, proof
from build_scripts.faults.__main__ import possible, stages
from build_scripts.faults.offices import STORE, office
from build_scripts.faults.power import Call
from build_scripts.faults.stage import Stage
from build_scripts.faults.sweep import Sweeper, judged_words
from build_scripts.faults.works import WORKS

pytestmark = pytest.mark.skipif(not possible(), reason="needs Linux and gcc")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with stages(tmp_path, 1) as opened:
        yield opened[0]


@pytest.mark.parametrize("fault", ["kill", "eio"])
def test_a_broken_save_leaves_the_old_or_the_new_store(stage: Stage, tmp_path: Path, fault: str) -> None:
    sweeper = Sweeper(tmp_path, [stage])
    tally = sweeper.sweep(sweeper.ground(WORKS[0]), fault, 5)
    assert tally.bad == []
    assert tally.old and tally.old + tally.new == 5


@pytest.mark.parametrize("name", ["first store of an office", "handover", "repair of a torn store"])
def test_what_is_made_anew_is_whole_or_not_there_and_can_be_made_again(stage: Stage, tmp_path: Path, name: str) -> None:
    sweeper, work = Sweeper(tmp_path, [stage]), next(each for each in WORKS if each.name == name)
    tally = sweeper.sweep(sweeper.ground(work), "kill", 6)
    assert tally.bad == []
    assert tally.old > 1


def test_a_disk_that_fills_during_a_repair_loses_no_row_in_silence(stage: Stage, tmp_path: Path) -> None:
    sweeper, work = Sweeper(tmp_path, [stage]), next(each for each in WORKS if each.name == "repair of a torn store")
    assert sweeper.sweep(sweeper.ground(work), "enospc", 6).bad == []


@pytest.mark.parametrize("name", ["export of the list", "print of the register"])
def test_a_disk_that_fails_for_good_while_a_file_is_written_is_told(stage: Stage, tmp_path: Path, name: str) -> None:
    sweeper, work = Sweeper(tmp_path, [stage]), next(each for each in WORKS if each.name == name)
    assert sweeper.sweep(sweeper.ground(work), "eio+", 5).bad == []


def test_a_password_is_taken_off_with_few_flushes(stage: Stage, tmp_path: Path) -> None:
    sweeper, work = Sweeper(tmp_path, [stage]), next(each for each in WORKS if each.name == "password removed")
    assert sweeper.calls(sweeper.ground(work), "efsync") < 20


def test_one_flipped_byte_is_harm(tmp_path: Path) -> None:
    office(tmp_path)
    content = bytearray((tmp_path / STORE).read_bytes())
    content[4096 * 5 : 4096 * 5 + 100] = bytes(100)
    (tmp_path / STORE).write_bytes(content)
    assert proof.harm(tmp_path / STORE)


def test_what_was_flushed_survives_a_cut(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    calls = [written("C", b""), written("W", b"sure"), written("S", b""), folder_flushed(), written("W", b"not", at=4)]
    for seed in range(20):
        power.cut(calls, tmp_path / "before", tmp_path / "after", random.Random(seed))
        assert (tmp_path / "after" / "a").read_bytes()[:4] == b"sure"


def test_what_was_not_flushed_may_be_lost_in_a_cut(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    calls, left = [written("C", b""), folder_flushed(), written("W", b"gone")], set()
    for seed in range(20):
        power.cut(calls, tmp_path / "before", tmp_path / "after", random.Random(seed))
        left.add((tmp_path / "after" / "a").read_bytes())
    assert left == {b"", b"gone"}


def test_a_full_disk_is_told_in_a_sentence_and_a_traceback_is_not_one(stage: Stage, tmp_path: Path) -> None:
    sweeper = Sweeper(tmp_path, [stage])
    _, told = sweeper.perform(sweeper.ground(WORKS[0]), "enospc+", 1)
    assert list(judged_words("enospc+", told)) == []
    assert list(judged_words("enospc+", replace(told, code=70, sentence="OSError: [Errno 28]"))) != []


def written(kind: str, content: bytes, at: int = 0) -> Call:
    return Call(kind=kind, path="/live/a", path2="", at=at, content=content)


def folder_flushed() -> Call:
    return Call(kind="S", path="/live", path2="", at=0, content=b"")
