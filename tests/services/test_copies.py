"""A round as the template of the next, and the venues of one conference in another."""

from dataclasses import replace

import pytest

from db.records import Venue
from db.values import Audience
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, copies, journal, rolls, rounds
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.cast import a_cell
from tests.round_office import SmallRound, small_round, two_days


@pytest.fixture
def made(store: Store) -> SmallRound:
    found = small_round(store)
    branch = Venue(name="Điểm cầu phố", parent_id=found.venue_ids[0], capacity=40, equipment="Máy chiếu")
    conferences.save_venue(store, found.conference_id, branch)
    return found


def test_every_date_is_as_many_days_later(store: Store, made: SmallRound) -> None:
    new = copies.copy_round(store, made.round_id, "Đợt mới", "2022-03-27")
    (held,) = conferences.conferences(store, new.id)
    assert [day.held_on for day in held.half_days] == ["2022-03-27", "2022-03-27", "2022-03-28", "2022-03-28"]
    assert (new.study_by, new.essay_by) == ("2022-06-30", "2022-04-04")
    assert [each.due_on for each in new.deadlines] == ["2022-06-30"]


def test_rules_topics_and_venues_come_along_and_documents_do_not(store: Store, made: SmallRound) -> None:
    pattern = rounds.study_round(store, made.round_id)
    rounds.amend(store, made.round_id, replace(rounds.draft_of(pattern), required_half_days=PROFILE))
    new = copies.copy_round(store, made.round_id, "Đợt mới", "2022-03-27")
    (held,) = conferences.conferences(store, new.id)
    assert (new.questions, new.required_half_days, new.documents) == (pattern.questions, PROFILE, ())
    assert held.half_days[0].topics == conferences.conference(store, made.conference_id).half_days[0].topics
    assert held.frozen_at is None
    old = conferences.venues(store, made.conference_id)
    assert [(v.name, v.cell_ids) for v in conferences.venues(store, held.id)] == [(v.name, v.cell_ids) for v in old]


PROFILE = ((Audience.MEMBERS, 4), (Audience.ARMED_FORCES, 3))


def test_a_copy_leaves_the_pattern_alone_and_is_taken_back_whole(store: Store, made: SmallRound) -> None:
    pattern, known = rounds.study_round(store, made.round_id), rounds.rounds(store)
    copies.copy_round(store, made.round_id, "Đợt mới", "2022-03-27")
    assert rounds.study_round(store, made.round_id) == pattern
    journal.undo(store)
    assert rounds.rounds(store) == known


def test_a_round_without_conferences_begins_with_its_first_deadline(store: Store) -> None:
    pattern = rounds.create(store, RoundDraft(name="Đợt cũ", study_by="2021-06-30", essay_by="2021-04-04"))
    new = copies.copy_round(store, pattern.id, "Đợt mới", "2021-04-14")
    assert (new.essay_by, new.study_by) == ("2021-04-14", "2021-07-10")


def test_a_copy_without_a_name_is_refused(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="Chưa có tên đợt"):
        copies.copy_round(store, made.round_id, " ", "2022-03-27")


def test_venues_are_copied_with_their_tree(store: Store, made: SmallRound) -> None:
    other = conferences.create(store, made.round_id, two_days())
    assert copies.copy_venues(store, made.conference_id, other.id) == 3
    branch = conferences.find_venue(store, other.id, "Điểm cầu phố")
    main = conferences.find_venue(store, other.id, "Hội trường Đảng ủy phường")
    assert (branch.parent_id, branch.capacity, branch.equipment) == (main.id, 40, "Máy chiếu")
    assert main.cell_ids == made.cell_ids[:2]


def test_venues_and_seats_that_are_there_already_stay(store: Store, made: SmallRound) -> None:
    other = conferences.create(store, made.round_id, two_days())
    own = Venue(name="Hội trường Đảng ủy phường", capacity=7)
    main = conferences.save_venue(store, other.id, own)
    far = conferences.save_venue(store, other.id, Venue(name="Nơi khác", cell_ids=made.cell_ids[2:]))
    assert copies.copy_venues(store, made.conference_id, other.id) == 2
    known = {venue.name: venue for venue in conferences.venues(store, other.id)}
    assert known[main.name] == main and known[far.name] == far
    assert known["Nhà văn hóa phố Đội Cung"].cell_ids == ()


def test_the_venues_of_a_conference_are_not_copied_into_itself(store: Store, made: SmallRound) -> None:
    with pytest.raises(Refusal, match="Hai hội nghị là một"):
        copies.copy_venues(store, made.conference_id, made.conference_id)


def test_on_a_frozen_roll_people_sit_at_the_copied_venues(store: Store, made: SmallRound) -> None:
    other = conferences.create(store, made.round_id, two_days())
    rolls.freeze(store, other.id)
    copies.copy_venues(store, made.conference_id, other.id)
    assert {row.venue for row in rolls.roll(store, other.id)} == {
        "Hội trường Đảng ủy phường",
        "Nhà văn hóa phố Đội Cung",
    }


def test_cells_without_a_venue_in_the_pattern_have_none_in_the_copy(store: Store, made: SmallRound) -> None:
    loose = a_cell(store, "Chi bộ chưa xếp")
    other = conferences.create(store, made.round_id, two_days())
    copies.copy_venues(store, made.conference_id, other.id)
    assert loose.id not in conferences.cell_places(store, other.id)


def test_a_venue_that_reported_is_not_removed(store: Store, made: SmallRound) -> None:
    with store.gesture("diary.add", "Ghi diễn biến"):
        store.add("venue_diary", venue_id=made.venue_ids[1], kind="line", happened_at="2021-03-27 08:00:00", text="mất")
    with pytest.raises(Refusal, match="đã có báo cáo, diễn biến"):
        conferences.remove_venue(store, made.conference_id, made.venue_ids[1])


def test_a_half_day_someone_reported_of_stays(store: Store, made: SmallRound) -> None:
    other = conferences.create(store, made.round_id, two_days())
    copies.copy_venues(store, made.conference_id, other.id)
    venue = conferences.venues(store, other.id)[0]
    with store.gesture("report.sign", "Ghi số ký"):
        values = {"venue": venue.id, "day": other.half_days[0].id}
        store.execute("insert into venue_report (venue_id, half_day_id) values (:venue, :day)", values)
    less = replace(conferences.draft_of(other), half_days=other.half_days[1:])
    with pytest.raises(Refusal, match="đã báo cáo"):
        conferences.amend(store, other.id, less)
