"""What every check is given, and what it answers with: one line of the table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from build_scripts.faults.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `told` explains what is bad."""

    name: str
    tried: str
    found: str
    good: bool
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Where a check may work: `base` in memory, `disk` where files are really flushed; both are empty and its own.

    `full`: as often as the program must show it, else only so often that the check itself is seen to work.
    """

    base: Path
    disk: Path
    stages: list[Stage]
    full: bool

    def times(self, full: int, short: int) -> int:
        return full if self.full else short


Check = Callable[[Setting], Iterator[Figure]]


def made(folder: Path, prepare: Callable[[Path], object]) -> Path:
    """A new folder with an office in it."""
    folder.mkdir(parents=True)
    prepare(folder)
    return folder


def seconds(value: float) -> str:
    """A time as a table shows it."""
    return f"{value:.2f} s" if value < 10 else f"{value:.0f} s"
