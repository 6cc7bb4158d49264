"""What the clerk chose of the window's looks: light, dark or as the system, and how large its words are.

It belongs to the machine and its user, not to a store. It draws nothing.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from desktop_app.paths import data_folder
from desktop_app.ui.settings import remember, remembered_text

USUAL = 100
SIZES = (90, 100, 110, 125, 150)
"""Percent of 10 pt."""


class Theme(StrEnum):
    """Which of the two palettes."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """`size` is one of SIZES."""

    theme: Theme = Theme.SYSTEM
    size: int = USUAL


def looks() -> Looks:
    """As chosen; what was never chosen or cannot be read is as usual. Cheap enough to ask for every cell painted."""
    return kept_looks(data_folder())


@lru_cache(maxsize=1)
def kept_looks(_folder: Path) -> Looks:
    """What is kept in the user's folder, read once."""
    theme, size = remembered_text("look/theme"), remembered_text("look/size")
    return Looks(
        theme=Theme(theme) if theme in list(Theme) else Theme.SYSTEM,
        size=int(size) if size in map(str, SIZES) else USUAL,
    )


def choose(chosen: Looks) -> None:
    remember("look/theme", chosen.theme.value)
    remember("look/size", str(chosen.size))
    kept_looks.cache_clear()
