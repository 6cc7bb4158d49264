"""Boxes answered by someone who reads none of them: at random, and with no file and no printer ever chosen."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop_app.ui import ask
from desktop_app.ui.fields import Field


class Fileless(ask.Boxes):
    """Leaves every box that asks for a file or a printer, and hears what is told."""

    def tell(self, parent: QWidget | None, sentence: str) -> None:
        return None

    warn = tell

    def file_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> Path | None:
        return None

    def files_to_open(self, parent: QWidget | None, title: str, pattern: str, folder: Path | None) -> list[Path]:
        return []

    def file_to_save(self, parent: QWidget | None, title: str, pattern: str, suggested: Path) -> Path | None:
        return None

    def folder(self, parent: QWidget | None, title: str, start: Path | None) -> Path | None:
        return None

    def printer(self, parent: QWidget | None, printer: Any, pages: int) -> bool:
        return False


class Careless(Fileless):
    """Answers every other box at random."""

    def __init__(self, random: Random) -> None:
        self._random = random

    def confirm(self, parent: QWidget | None, sentence: str, verb: str, lasting: bool = False) -> bool:
        return self._random.random() < 0.5

    def confirm_list(
        self, parent: QWidget | None, sentence: str, lines: Sequence[str], verb: str, lasting: bool = False
    ) -> bool:
        return self._random.random() < 0.5

    def leave(self, parent: QWidget | None, sentence: str, save: str) -> ask.Leaving:
        ways = [ask.Leaving.DROP, ask.Leaving.STAY, *([ask.Leaving.SAVE] if save else [])]
        return ways[self._random.randrange(len(ways))]

    def value(self, parent: QWidget | None, sentence: str, field: Field, start: object, verb: str) -> object:
        return start if self._random.random() < 0.5 else None
