"""What the clerk does in the window only, done without one and told as the window tells it: a sentence, or a bug."""

import sys
from collections.abc import Callable
from pathlib import Path

from db.store import DatabaseError, Store
from desktop_app.domain.refusal import Refusal
from desktop_app.services import members
from desktop_app.services.store import open_office, tell_damage

DONE, REFUSED = 0, 1


def put_in_bin(store: Store, code: str) -> object:
    return members.remove(store, [members.find_member(store, code).id])


DEEDS: dict[str, Callable[[Store, str], object]] = {"bin": put_in_bin}


def done(deed: str, path: Path, said: str) -> int:
    """Open the store, do it, close the store; the exit code."""
    try:
        try:
            store = open_office(path)
            try:
                DEEDS[deed](store, said)
            finally:
                store.close()
        except DatabaseError as error:
            refusal = tell_damage(error, path)
            if refusal is None:
                raise
            raise refusal from error
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return REFUSED
    return DONE
