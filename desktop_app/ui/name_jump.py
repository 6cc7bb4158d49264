"""Finding a person in a long list by letters as they are typed. Pure text; the grid moves its own cursor.

Made for typing with UniKey: every accented letter comes as the bare letter, Backspace and the letter, so a Backspace
only takes the last letter back, and letters are compared without accents.
"""

import time
import unicodedata
from collections.abc import Callable, Sequence

from db.keys import fold

PAUSE_S = 1.5


def given_begins(name: str, wanted: str) -> bool:
    return name.rpartition(" ")[2].startswith(wanted)


def word_begins(name: str, wanted: str) -> bool:
    return f" {wanted}" in f" {name}"


def is_part(name: str, wanted: str) -> bool:
    return wanted in name


FITS: tuple[Callable[[str, str], bool], ...] = (given_begins, word_begins, is_part)


class NameJump:
    """What has been typed so far and where the search began; a pause begins a new word."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._names: list[str] = []
        self._last = 0.0
        self._from = 0
        self.text = ""

    def show(self, names: Sequence[str]) -> None:
        """The names to search, in the order shown."""
        self._names = [fold(name) for name in names]
        self.text = ""

    @property
    def active(self) -> bool:
        """Whether a word is being typed just now."""
        return bool(self.text) and self._clock() - self._last < PAUSE_S

    def typed(self, letters: str, row: int) -> int | None:
        """The row to go to after these letters, None when nobody fits; `row` is where the cursor stands."""
        if not self.active:
            self.text, self._from = "", max(row, 0)
        self._last = self._clock()
        self.text = unicodedata.normalize("NFC", self.text + letters)
        return self.found(self._from)

    def rubbed_out(self) -> int | None:
        """Backspace: the last letter is taken back."""
        self._last = self._clock()
        self.text = self.text[:-1]
        return self.found(self._from) if self.text else None

    def next(self, row: int) -> int | None:
        """The next person with what was typed, round from the end to the beginning."""
        self._last = self._clock()
        return self.found(row + 1)

    def forget(self) -> None:
        self.text = ""

    def found(self, start: int) -> int | None:
        """The first row from `start` on whose given name begins so; else any word of the name; else any part."""
        wanted = fold(self.text)
        if not wanted:
            return None
        order: list[int] = [*range(start, len(self._names)), *range(min(start, len(self._names)))]
        for fits in FITS:
            for row in order:
                if fits(self._names[row], wanted):
                    return row
        return None
