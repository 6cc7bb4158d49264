"""What a command is: its words, its arguments, what it does, the answer it gives. Not a parser, not a printer."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from desktop_app.commands.secret import present_password
from desktop_app.domain.refusal import Refusal
from desktop_app.services.passwords import enter, is_locked
from desktop_app.services.store import Store, open_office

Json = dict[str, object]
Parts = Mapping[str, Callable[[Path], Iterable[str]]]
"""Names of what only a higher floor can try on the store at a path, by kind: the screens."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command says: `data` with --json, else `lines`; `failed` is the sentence where that is bad news."""

    data: Json
    lines: Iterable[str]
    failed: str | None = None


@dataclass
class Call:
    """One use of a command: what was typed, where the store is. The store is opened when first asked for."""

    options: Namespace
    path: Path
    parts: Parts = field(default_factory=dict)

    @cached_property
    def store(self) -> Store:
        if not self.path.exists():
            raise Refusal(
                f"Không có tệp sổ “{self.path.name}”; hãy lập sổ mới bằng lệnh new hoặc sửa đường dẫn sau --store."
            )
        entrance = enter(self.path, present_password()) if is_locked(self.path) else None
        return open_office(self.path, entrance=entrance)

    def close(self) -> None:
        if "store" in self.__dict__:
            self.store.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command. `words` are what is typed ("round", "new");."""

    words: tuple[str, ...]
    summary: str
    run: Callable[[Call], Answer]
    arguments: Callable[[ArgumentParser], None] = lambda parser: None
