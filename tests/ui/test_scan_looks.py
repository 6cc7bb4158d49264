"""Pictures and sounds of outcomes: one for each, told apart without colour, files that can be played."""

import wave
from pathlib import Path

from build_scripts.sounds import make
from db.values import ScanOutcome
from desktop_app.paths import resource
from desktop_app.ui.scan_looks import LOOKS, Shape, Sound, play


def test_every_outcome_has_its_look() -> None:
    assert set(LOOKS) == set(ScanOutcome)


def test_a_colour_never_stands_for_two_shapes() -> None:
    shapes: dict[object, set[Shape]] = {}
    for look in LOOKS.values():
        shapes.setdefault(look.tone, set()).add(look.shape)
    assert all(len(found) == 1 for found in shapes.values())


def test_whoever_is_marked_is_told_by_ear_from_whoever_is_not() -> None:
    marked = {LOOKS[outcome].sound for outcome in (ScanOutcome.MARKED,)}
    others = {LOOKS[outcome].sound for outcome in ScanOutcome if outcome is not ScanOutcome.MARKED}
    assert not marked & others


def test_the_sounds_that_come_with_the_program_are_those_the_script_makes(tmp_path: Path) -> None:
    make(tmp_path)
    for sound in Sound:
        assert (tmp_path / f"{sound}.wav").read_bytes() == resource("sounds", f"{sound}.wav").read_bytes()
        with wave.open(str(tmp_path / f"{sound}.wav")) as file:
            assert 0.05 < file.getnframes() / file.getframerate() < 0.6


def test_a_sound_without_a_device_disturbs_nobody(qapp: object) -> None:
    for sound in Sound:
        play(sound)
