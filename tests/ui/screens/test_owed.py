"""What people still owe, in words, as the list of members shows it for the people of one block."""

from desktop_app.domain.obligations import OWED
from desktop_app.services import essays
from desktop_app.services.store import Store
from desktop_app.ui.screens.owed import NOTHING, owed_words
from tests.round_office import small_round


def test_some_people_are_told_what_they_owe_and_nobody_else(store: Store) -> None:
    made = small_round(store)
    listed = essays.standings(store, made.round_id)
    some = [each.standing.row.member_id for each in listed[::2]]
    assert owed_words(store, some) == {
        each.standing.row.member_id: ", ".join(
            ["học"] * (not each.standing.studied) + ["thu hoạch"] * (each.state in OWED)
        )
        or NOTHING
        for each in listed[::2]
    }


def test_nobody_owes_anything_where_no_round_is_kept(store: Store) -> None:
    assert owed_words(store, [1, 2]) == {}
