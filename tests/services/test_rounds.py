"""Study rounds and their conferences: kept as said, found by name, not taken away under what hangs on them."""

from dataclasses import replace

import pytest

from db.records import Deadline, HalfDay, Speaker, StudyDocument, Topic, Venue
from db.values import Audience, DayPart, DeadlineKind, DocumentRole
from desktop_app.domain.refusal import Refusal
from desktop_app.services import conferences, essays, journal, rounds
from desktop_app.services.conferences import ConferenceDraft
from desktop_app.services.rounds import RoundDraft
from desktop_app.services.store import Store
from tests.cast import a_cell, a_member
from tests.db.files import content
from tests.round_office import small_round, two_days

FULL = RoundDraft(
    name="Đợt 1",
    target_percent=95,
    essay_by="2021-04-10",
    documents=(StudyDocument(role=DocumentRole.DIRECTIVE, title="Chỉ thị", number="01-CT/TW"),),
    questions=("Một", "Hai", "Ba"),
    deadlines=(Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch", due_on="2021-06-30"),),
    required_half_days=((Audience.ARMED_FORCES, 3),),
)
MORNING = HalfDay(held_on="2021-03-27", part=DayPart.MORNING)


@pytest.fixture
def round_id(store: Store) -> int:
    return rounds.create(store, RoundDraft(name="Đợt 1")).id


def test_a_round_is_kept_with_all_its_parts(store: Store) -> None:
    made = rounds.create(store, FULL)
    assert all(each.id for each in made.deadlines)
    kept = rounds.draft_of(rounds.study_round(store, made.id))
    assert replace(kept, deadlines=tuple(replace(each, id=0) for each in kept.deadlines)) == FULL


def test_an_amended_round_has_its_new_parts_only(store: Store) -> None:
    made = rounds.create(store, FULL)
    before = content(store)
    changed = rounds.amend(store, made.id, replace(FULL, documents=(), questions=("Hai",), deadlines=()))
    assert (changed.documents, changed.questions, changed.deadlines) == ((), ("Hai",), ())
    journal.undo(store)
    assert content(store) == before


@pytest.mark.parametrize(
    "facts",
    [
        {"name": " "},
        {"target_percent": 0},
        {"target_percent": 101},
        {"makeup_essay_days": -1},
        {"documents": (StudyDocument(role=DocumentRole.OTHER, title=" "),)},
        {"required_half_days": ((Audience.MEMBERS, 0),)},
    ],
)
def test_a_round_that_cannot_be_is_refused(store: Store, facts: dict[str, object]) -> None:
    with pytest.raises(Refusal):
        rounds.create(store, replace(FULL, **facts))  # type: ignore[arg-type]
    assert rounds.rounds(store) == []


def test_the_newest_round_comes_first(store: Store) -> None:
    for name in ("Đợt 1", "Đợt 2"):
        rounds.create(store, RoundDraft(name=name))
    assert [each.name for each in rounds.rounds(store)] == ["Đợt 2", "Đợt 1"]


def test_a_round_is_found_by_its_name_or_number(store: Store, round_id: int) -> None:
    assert rounds.find_round(store, "đợt 1").id == rounds.find_round(store, f" {round_id}").id == round_id
    with pytest.raises(Refusal, match="Đợt 9"):
        rounds.find_round(store, "Đợt 9")


def test_a_round_with_conferences_is_not_removed(store: Store) -> None:
    with pytest.raises(Refusal, match="đã có hội nghị"):
        rounds.remove(store, small_round(store).round_id)


def test_a_round_nothing_hangs_on_is_removed_with_its_exemptions(store: Store, round_id: int) -> None:
    essays.exempt(store, round_id, [a_member(store).id], "cao tuổi")
    rounds.remove(store, round_id)
    assert rounds.rounds(store) == []


def test_a_conference_is_kept_with_topics_and_speakers_in_order(store: Store, round_id: int) -> None:
    topics = tuple(Topic(title=f"Chuyên đề {n}", speakers=(Speaker(name="Lê A"), Speaker(name="Vũ B"))) for n in (2, 1))
    made = conferences.create(
        store, round_id, ConferenceDraft(name="Hội nghị", half_days=(replace(MORNING, topics=topics),))
    )
    assert made.half_days[0].topics == topics


def test_half_days_come_in_the_order_they_are_held(store: Store, round_id: int) -> None:
    parts = (DayPart.EVENING, DayPart.MORNING, DayPart.AFTERNOON)
    days = tuple(HalfDay(held_on=day, part=part) for day in ("2021-03-28", "2021-03-27") for part in parts)
    made = conferences.create(store, round_id, ConferenceDraft(name="Hội nghị", half_days=days))
    order = [(day.held_on[-2:], day.part) for day in made.half_days]
    assert order == [(day, part) for day in ("27", "28") for part in (parts[1], parts[2], parts[0])]


def test_a_conference_is_put_off_by_a_day_with_its_marks(store: Store) -> None:
    known = small_round(store)
    held, before = conferences.conference(store, known.conference_id), content(store)
    later = {"2021-03-27": "2021-03-28", "2021-03-28": "2021-03-29"}
    days = tuple(replace(day, held_on=later[day.held_on]) for day in held.half_days)
    moved = conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=days))
    assert [(day.id, day.held_on) for day in moved.half_days] == [(day.id, day.held_on) for day in days]
    journal.undo(store)
    assert content(store) == before


def test_a_half_day_with_marks_is_not_dropped(store: Store) -> None:
    known = small_round(store)
    held = conferences.conference(store, known.conference_id)
    with pytest.raises(Refusal, match="đã điểm danh"):
        conferences.amend(store, held.id, replace(conferences.draft_of(held), half_days=held.half_days[1:]))
    with pytest.raises(Refusal, match="đã có điểm danh"):
        conferences.remove(store, held.id)


@pytest.mark.parametrize(
    "draft",
    [
        ConferenceDraft(name=" ", half_days=(MORNING,)),
        ConferenceDraft(name="Hội nghị"),
        ConferenceDraft(name="Hội nghị", half_days=(MORNING, MORNING)),
    ],
)
def test_a_conference_that_cannot_be_is_refused(store: Store, round_id: int, draft: ConferenceDraft) -> None:
    with pytest.raises(Refusal):
        conferences.create(store, round_id, draft)


def test_a_conference_without_marks_is_removed_whole_and_brought_back_whole(store: Store) -> None:
    known = small_round(store, freeze=False)
    before = content(store)
    conferences.remove(store, known.conference_id)
    assert conferences.conferences(store) == []
    journal.undo(store)
    assert content(store) == before


def test_two_venues_of_one_name_are_refused(store: Store) -> None:
    known = small_round(store, freeze=False)
    with pytest.raises(Refusal, match="đã có điểm cầu"):
        conferences.save_venue(store, known.conference_id, Venue(name="hội trường đảng uỷ phường"))


def test_a_venue_is_not_under_itself(store: Store) -> None:
    known = small_round(store, freeze=False)
    top, below = conferences.venues(store, known.conference_id)
    conferences.save_venue(store, known.conference_id, replace(below, parent_id=top.id))
    with pytest.raises(Refusal, match="điểm cầu"):
        conferences.save_venue(store, known.conference_id, replace(top, parent_id=below.id))


def test_seating_tells_of_every_cell_where_it_sits(store: Store, round_id: int) -> None:
    one, other = a_cell(store, "Đội Cung 1"), a_cell(store, "Đội Cung 2")
    a_member(store, "Người Một", "Đội Cung 1")
    held = conferences.create(store, round_id, two_days())
    venue = conferences.save_venue(store, held.id, Venue(name="Hội trường", cell_ids=(one.id,)))
    told = {cell.id: (people, venues) for cell, people, venues in conferences.seating(store, held.id)}
    assert told == {one.id: (1, (venue.id,)), other.id: (0, ())}
    conferences.seat(store, held.id, venue.id, (other.id,))
    assert conferences.find_venue(store, held.id, "hội trường").cell_ids == (other.id,)
