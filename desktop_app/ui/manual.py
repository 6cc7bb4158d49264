"""The manual as text: the chapters of resources/manual, with what F1 says put in, and what is new. Not its pages.

A chapter's line `{{help:place}}` stands for what F1 says there and `{{keys}}` for the keys of the whole program, so
nothing is written twice; a line `![caption](place)` or `![caption](place/Tab)` is a picture of that place.
"""

import re
from collections.abc import Mapping, Sequence

from desktop_app.paths import changelog, resource
from desktop_app.ui.shortcuts import everywhere, line

PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
HELP = re.compile(r"\{\{help:(\w+)\}\}")
KEYS = "{{keys}}"


def chapters() -> list[str]:
    """The texts as they are written, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(resource("manual").glob("*.md"))]


def help_of(place: str) -> str:
    """What F1 says at a place."""
    return resource("help", f"{place}.md").read_text(encoding="utf-8").strip()


def filled(text: str) -> str:
    """A chapter with everything it stands for put in."""
    text = HELP.sub(lambda found: help_of(found[1]), text)
    return text.replace(KEYS, keys_by_screen(everywhere())) if KEYS in text else text


def keys_by_screen(found: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """One line a screen, under its title."""
    return "\n\n".join(f"**{title}**\n\n{line(keys)}" for title, keys in found.items())


def headings(texts: Sequence[str]) -> list[str]:
    """The title of each chapter: the first line, without its sign."""
    return [text.splitlines()[0].removeprefix("# ").strip() for text in texts]


def wanted(texts: Sequence[str]) -> list[str]:
    """The pictures the chapters ask for, each once."""
    return list(dict.fromkeys(found[2] for text in texts for found in PICTURE.finditer(text)))


def news() -> str:
    """What is new, version by version, the newest first; as it is written for the clerk."""
    return changelog().read_text(encoding="utf-8")
