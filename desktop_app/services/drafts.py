"""Typing that is not yet kept: saved every few seconds inside the store, offered when the same form opens again.

It is ciphered as the store is, and gone once the form was kept or left on purpose.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where something is typed: the title of the form or page, the place of the window, whose page it stands on."""

    title: str
    place: str = ""
    member_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfinished:
    """Typing somebody may want to come back to; `saved_at` is ISO, local."""

    where: Where
    saved_at: str


def form_key(title: str, start: Texts) -> str:
    """What a form is known by: its title and what it began with, so that no record gets the typing of another."""
    return hashlib.sha256(json.dumps([title, sorted(start.items())]).encode()).hexdigest()


def known_as(store: Store, key: str) -> str:
    """The key in the store: whoever has a password has typing of their own, which others neither get nor give."""
    return f"{store.user}/{key}" if store.key is not None or is_limited(store) else key


def save(store: Store, key: str, texts: Texts, where: Where | None = None) -> None:
    """Keep what stands in a form now, and how to come back to it; the oldest typing nobody came back for goes."""
    kept = {"texts": dict(texts), "where": asdict(where) if where else None}
    with store.atomic():
        typing_kept.forget_before(store, (datetime.now() - KEPT_FOR).isoformat(" ", "seconds"))
        typing_kept.save(store, known_as(store, key), json.dumps(kept, ensure_ascii=False))


def kept(store: Store, key: str) -> Draft | None:
    """What was typed into this form and never kept."""
    found = typing_kept.kept(store, known_as(store, key))
    return None if found is None else Draft(texts=texts_of(json.loads(found[0])), saved_at=found[1])


def forget(store: Store, key: str) -> None:
    """The form was kept or left on purpose."""
    with store.atomic():
        typing_kept.forget(store, known_as(store, key))


def texts_of(kept: dict[str, Any]) -> Texts:
    """The letters in a row of typing; before it was kept where they stood, there was nothing else in it."""
    texts = kept.get("texts")
    return texts if isinstance(texts, dict) else kept


def unfinished(store: Store) -> list[Unfinished]:
    """What was typed and not kept, of this user where each has a password; the latest first."""
    mine = known_as(store, "")
    found = []
    for key, kept, saved_at in typing_kept.every(store):
        where = json.loads(kept).get("where")
        if isinstance(where, dict) and (key.startswith(mine) if mine else "/" not in key):
            found.append(Unfinished(where=Where(**where), saved_at=saved_at))
    return found
