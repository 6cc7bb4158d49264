"""All the words of a document in the order of the paper, one block a line: for searching, not for reading."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from desktop_app.forms.blocks import Document


def plain_text(document: Document) -> str:
    return "\n".join(filter(None, (" ".join(words(block)) for block in document.blocks)))


def words(value: Any) -> Iterator[str]:
    """Every text inside a value, deep first."""
    if type(value) is str:
        if value.strip():
            yield value.strip()
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from words(each)
    elif is_dataclass(value) and not isinstance(value, (type, Enum)):
        for part in fields(value):
            yield from words(getattr(value, part.name))
