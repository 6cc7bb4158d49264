"""How each outcome of a scan looks and sounds: a tone, a shape and one of four sounds, never colour alone."""

import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtWidgets import QApplication

from db.values import ScanOutcome
from desktop_app.paths import resource
from desktop_app.ui.style import Tone


class Shape(StrEnum):
    """A tick in a circle, a bar in a circle, a bang in a triangle, a cross in a square."""

    TICK = "tick"
    BAR = "bar"
    BANG = "bang"
    CROSS = "cross"


class Sound(StrEnum):
    """The files of resources/sounds."""

    GOOD = "good"
    AGAIN = "again"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Look:
    tone: Tone
    shape: Shape
    sound: Sound


MARKED = Look(Tone.GOOD, Shape.TICK, Sound.GOOD)
AGAIN = Look(Tone.QUIET, Shape.BAR, Sound.AGAIN)
DOUBT = Look(Tone.WARN, Shape.BANG, Sound.LOOK)
REFUSED = Look(Tone.BAD, Shape.CROSS, Sound.BAD)
LOOKS = {
    ScanOutcome.MARKED: MARKED,
    ScanOutcome.ELSEWHERE: Look(Tone.GOOD, Shape.TICK, Sound.LOOK),
    ScanOutcome.ALREADY_MARKED: AGAIN,
    ScanOutcome.REPEATED: AGAIN,
    ScanOutcome.TWO_PLACES: DOUBT,
    ScanOutcome.WRONG_HALF_DAY: DOUBT,
    ScanOutcome.NOT_ON_LIST: REFUSED,
    ScanOutcome.UNKNOWN: REFUSED,
    ScanOutcome.BLOCKED: REFUSED,
}


def play(sound: Sound) -> None:
    """Sound it beside the work; a plain beep where there is no device for it, silence where there is none at all."""
    if sys.platform == "win32":
        import winsound

        flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
        try:
            winsound.PlaySound(str(resource("sounds", f"{sound}.wav")), flags)
        except RuntimeError:
            QApplication.beep()
    else:
        QApplication.beep()
