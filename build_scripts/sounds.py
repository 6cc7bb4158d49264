"""Makes the four short sounds of the scanner into resources/sounds: run once, when a sound is to be another.

Each is told from the others by its pattern: one high beep, two beeps, three beeps, one long and low.
"""

import math
import struct
import wave
from pathlib import Path

RATE, LOUD, FADE = 16_000, 0.6, 0.008
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
# (hertz, seconds) one after another; 0 hertz is a pause.
SOUNDS = {
    "good": ((1320, 0.12),),
    "again": ((880, 0.07), (0, 0.05), (880, 0.07)),
    "look": ((660, 0.09), (0, 0.05), (880, 0.09), (0, 0.05), (660, 0.09)),
    "bad": ((220, 0.45),),
}


def samples(hertz: float, seconds: float) -> list[int]:
    """One tone, faded in and out so that it does not click."""
    count = int(RATE * seconds)
    fade = FADE * RATE
    level = (min(1.0, at / fade, (count - at) / fade) for at in range(count))
    return [int(32767 * LOUD * each * math.sin(2 * math.pi * hertz * at / RATE)) for at, each in enumerate(level)]


def make(folder: Path = FOLDER) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, tones in SOUNDS.items():
        heard = [sample for tone in tones for sample in samples(*tone)]
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(heard)}h", *heard))


if __name__ == "__main__":
    make()
