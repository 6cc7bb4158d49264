"""What was done, found by day, author, kind, words or by whom it is about. It takes nothing back."""

from array import array
from collections.abc import Sequence

from db import gestures, members
from db.gestures import GesturesWanted
from db.keys import fold
from db.records import Gesture
from db.store import Store
from desktop_app.services.members import MemberFilter, wanted

__all__ = ["GesturesWanted"]

MOST_PEOPLE = 50


def find(store: Store, asked: GesturesWanted, text: str = "") -> "array[int]":
    """Ids of the gestures asked for, newest first; with a text, those that say it or changed a person it finds."""
    found = gestures.summaries(store, asked)
    if not (words := fold(text)):
        return gestures.ids_of(found)
    people = members.list_ids(store, wanted(store, MemberFilter(text=text)), MOST_PEOPLE)
    theirs = gestures.about(store, people)
    return gestures.ids_of([(each, said) for each, said in found if each in theirs or words in fold(said)])


def page(store: Store, ids: Sequence[int]) -> list[Gesture]:
    """The gestures of these ids, in the same order."""
    return gestures.page(store, ids)


def users(store: Store) -> list[str]:
    """Everyone who ever did something."""
    return gestures.users(store)
