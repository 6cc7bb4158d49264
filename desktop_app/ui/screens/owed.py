"""What people still owe in the newest round, in words, for the list of members. Who owes what, the services know."""

from desktop_app.services import members, rounds, tallies
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store

LARGEST = 20_000
NOTHING = "–"


def owed_words(store: Store, cell_id: int | None) -> dict[int, str]:
    """Member id → “học, thu hoạch”, or “–” for who owes nothing; people off the roll are not in it.

    Empty where no round is kept, and in an office too large to work everyone out before a cell is chosen.
    """
    newest = rounds.newest(store)
    if newest is None or (not cell_id and members.count(store, MemberFilter()) > LARGEST):
        return {}
    found = {}
    for each in tallies.writing(store, newest):
        if cell_id in (None, each.who.cell_id):
            owed = ["học"] * (not each.who.studied) + ["thu hoạch"] * each.owed
            found[each.who.member_id] = ", ".join(owed) or NOTHING
    return found
