"""What a check of contradictions leaves open: sign-in pages not returned, people not known."""

from desktop_app.services import contradictions, rolls, sheets
from desktop_app.services.store import Store
from tests.round_office import small_round

AN = "Nguyễn Văn An"


def test_a_round_with_everything_in_leaves_nothing_open(store: Store) -> None:
    assert contradictions.still_open(store, small_round(store).round_id) == []


def test_pages_not_returned_and_strangers_are_told_as_still_open(store: Store) -> None:
    made = small_round(store)
    rolls.write_in(store, made.conference_id, "Lê Thị Lạ", made.venue_ids[0])
    page = sheets.Printed(
        held_on="2021-03-27", venue_id=made.venue_ids[0], cell_id=None, page=1, pages=1, member_ids=(made.people[AN],)
    )
    sheets.register(store, made.conference_id, [page])
    assert contradictions.still_open(store, made.round_id) == ["1 trang ký tên chưa về", "1 người chưa rõ danh tính"]
