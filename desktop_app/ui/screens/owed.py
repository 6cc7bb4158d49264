"""What people still owe in the newest round, in words, for the list of members. Who owes what, the services know."""

from desktop_app.domain.obligations import EssayState
from desktop_app.services import essays, members, rounds
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store

LARGEST = 20_000
ESSAY_OWED = (EssayState.DUE, EssayState.LATE, EssayState.REWRITE)
NOTHING = "–"


def owed_words(store: Store, cell_id: int | None) -> dict[int, str]:
    """Member id → “học, thu hoạch”, or “–” for who owes nothing; people off the roll are not in it.

    Empty where no round is kept, and in an office too large to work everyone out before a cell is chosen.
    """
    newest = rounds.newest(store)
    if newest is None or (not cell_id and members.count(store, MemberFilter()) > LARGEST):
        return {}
    found = {}
    for each in essays.standings(store, newest.id, cell_id):
        owed = ["học"] * (not each.standing.studied) + ["thu hoạch"] * (each.state in ESSAY_OWED)
        found[each.standing.row.member_id] = ", ".join(owed) or NOTHING
    return found
