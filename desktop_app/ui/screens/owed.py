"""What people still owe in the newest round, in words, for the list of members. Who owes what, the services know."""

from collections.abc import Sequence

from desktop_app.services import rounds, tallies
from desktop_app.services.store import Store

NOTHING = "–"


def owed_words(store: Store, member_ids: Sequence[int]) -> dict[int, str]:
    """Of some people: member id → “học, thu hoạch”, or “–” for who owes nothing; people off the roll are not in it.

    Empty where no round is kept.
    """
    newest, found = rounds.newest(store), {}
    for each in tallies.writing(store, newest, member_ids=member_ids) if newest else ():
        owed = ["học"] * (not each.who.studied) + ["thu hoạch"] * each.owed
        found[each.who.member_id] = ", ".join(owed) or NOTHING
    return found
