"""Typing that is not yet kept: saved every few seconds inside the store, offered when the same form opens again.

It is ciphered as the store is, and gone once the form was kept or left on purpose.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from db import typing_kept
from db.store import Store
from desktop_app.services.access import is_limited

KEPT_FOR = timedelta(days=30)
Texts = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What stood in a form: field → its letters; when it was saved (ISO, local)."""

    texts: Texts
    saved_at: str


def form_key(title: str, start: Texts) -> str:
    """What a form is known by: its title and what it began with, so that no record gets the typing of another."""
    return hashlib.sha256(json.dumps([title, sorted(start.items())]).encode()).hexdigest()


def known_as(store: Store, key: str) -> str:
    """The key in the store: a user limited to cells has typing of their own, which others neither get nor give."""
    return f"{store.user}/{key}" if is_limited(store) else key


def save(store: Store, key: str, texts: Texts) -> None:
    """Keep what stands in a form now; the oldest typing nobody came back for goes."""
    with store.atomic():
        typing_kept.forget_before(store, (datetime.now() - KEPT_FOR).isoformat(" ", "seconds"))
        typing_kept.save(store, known_as(store, key), json.dumps(dict(texts), ensure_ascii=False))


def kept(store: Store, key: str) -> Draft | None:
    """What was typed into this form and never kept."""
    found = typing_kept.kept(store, known_as(store, key))
    return None if found is None else Draft(texts=json.loads(found[0]), saved_at=found[1])


def forget(store: Store, key: str) -> None:
    """The form was kept or left on purpose."""
    with store.atomic():
        typing_kept.forget(store, known_as(store, key))
