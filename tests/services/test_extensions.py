"""Later last days: whom they help, which of several counts, and what is refused."""

import pytest

from db.records import Deadline
from db.values import DeadlineKind, OwedBy
from desktop_app.domain.obligations import EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essays, extensions, journal, reports, rounds
from desktop_app.services.office import office
from desktop_app.services.store import Store
from tests.round_office import ESSAY_EXEMPT, SmallRound, small_round

LATE = "Phạm Văn Ân"


@pytest.fixture
def made(store: Store) -> SmallRound:
    return small_round(store)


def due_of(store: Store, made: SmallRound, name: str, on: str = "2021-04-05") -> tuple[str | None, EssayState]:
    found = essays.standings(store, made.round_id, on=on, member_ids=[made.people[name]])[0]
    return found.due_on, found.state


def extend(store: Store, made: SmallRound, name: str, until: str, reason: str = "đi công tác") -> int:
    return extensions.extend(store, made.round_id, until, reason, member_ids=[made.people[name]])


def test_an_extension_moves_the_last_day_of_one_person_alone(store: Store, made: SmallRound) -> None:
    extend(store, made, LATE, "2021-04-09")
    assert due_of(store, made, LATE) == ("2021-04-09", EssayState.DUE)
    assert due_of(store, made, LATE, "2021-04-10") == ("2021-04-09", EssayState.LATE)
    assert due_of(store, made, "Trần Thị Ánh")[0] == "2021-04-04"


def test_of_the_persons_and_the_cells_day_the_later_counts(store: Store, made: SmallRound) -> None:
    cell = essays.standings(store, made.round_id, member_ids=[made.people[LATE]])[0].standing.row.cell_id
    extensions.extend(store, made.round_id, "2021-04-12", "chi bộ họp muộn", organization_ids=[cell])
    extend(store, made, LATE, "2021-04-09")
    assert due_of(store, made, LATE)[0] == "2021-04-12"
    extend(store, made, LATE, "2021-04-20")
    assert due_of(store, made, LATE)[0] == "2021-04-20"


def test_a_second_grant_takes_the_place_of_the_first(store: Store, made: SmallRound) -> None:
    extend(store, made, LATE, "2021-04-20")
    extend(store, made, LATE, "2021-04-09", "ghi nhầm ngày")
    assert due_of(store, made, LATE)[0] == "2021-04-09"
    assert [each.extension.reason for each in extensions.extensions(store, made.round_id)] == ["ghi nhầm ngày"]


def test_who_has_not_studied_owes_nothing_even_with_an_extension(store: Store, made: SmallRound) -> None:
    extend(store, made, "Phan Thị Chi", "2021-05-01")
    assert due_of(store, made, "Phan Thị Chi") == (None, EssayState.NOT_DUE)


def test_an_essay_within_the_day_granted_is_in_time_in_the_figures(store: Store, made: SmallRound) -> None:
    assert reports.summary(store, made.round_id).total.handed_in_late == 1
    extend(store, made, "Hồ Thị Nga", "2021-04-09")
    assert reports.summary(store, made.round_id).total.handed_in_late == 0


def test_undo_takes_an_extension_back(store: Store, made: SmallRound) -> None:
    extend(store, made, LATE, "2021-04-09")
    journal.undo(store)
    assert due_of(store, made, LATE)[0] == "2021-04-04"


def test_an_extension_is_taken_off(store: Store, made: SmallRound) -> None:
    extend(store, made, LATE, "2021-04-09")
    grant = extensions.extensions(store, made.round_id)[0]
    assert (grant.name, grant.what) == (LATE, extensions.ESSAY)
    assert extensions.remove(store, made.round_id, [grant.id]) == 1
    assert due_of(store, made, LATE)[0] == "2021-04-04"


@pytest.mark.parametrize(
    ("name", "until", "reason", "said"),
    [
        (LATE, "2021-04-04", "ốm", "phải sau hạn 04/04/2021"),
        (LATE, "2021-04-09", " ", "Chưa ghi lý do"),
        (ESSAY_EXEMPT, "2021-04-09", "ốm", "được miễn viết"),
        ("Dương Thị Lan", "2021-04-05", "ốm", "phải sau hạn 05/04/2021"),
        ("Vũ Văn Miễn", "2021-04-09", "ốm", "không phải học"),
    ],
)
def test_what_makes_no_sense_is_refused(
    store: Store, made: SmallRound, name: str, until: str, reason: str, said: str
) -> None:
    with pytest.raises(Refusal, match=said):
        extend(store, made, name, until, reason)


def test_a_report_is_granted_only_to_who_owes_it(store: Store, made: SmallRound) -> None:
    plan = Deadline(kind=DeadlineKind.PLAN, title="Kế hoạch hành động", due_on="2021-05-31", owed_by=OwedBy.CELLS)
    draft = rounds.draft_of(rounds.study_round(store, made.round_id))
    kept = rounds.amend(store, made.round_id, rounds.RoundDraft(name=draft.name, deadlines=(plan,))).deadlines[0]
    with pytest.raises(Refusal, match="không phải nộp"):
        extensions.extend(
            store,
            made.round_id,
            "2021-06-30",
            "bận",
            organization_ids=[office(store).organization_id],
            deadline_id=kept.id,
        )
    given = extensions.extend(
        store, made.round_id, "2021-06-30", "bận", organization_ids=made.cell_ids[:2], deadline_id=kept.id
    )
    assert given == 2
    assert {each.what for each in extensions.extensions(store, made.round_id)} == {"Kế hoạch hành động"}


def test_a_round_with_extensions_alone_can_be_removed(store: Store, made: SmallRound) -> None:
    empty = rounds.create(store, rounds.RoundDraft(name="Đợt nhập nhầm", essay_by="2021-04-04"))
    extensions.extend(store, empty.id, "2021-05-01", "bận", organization_ids=made.cell_ids[:1])
    rounds.remove(store, empty.id)
    assert [each.id for each in rounds.rounds(store)] == [made.round_id]


def test_who_handed_in_in_time_gains_nothing_by_more_time(store: Store, made: SmallRound) -> None:
    in_time = next(
        each for each in essays.standings(store, made.round_id) if each.last and not each.handed_in_late
    ).standing.row.full_name
    with pytest.raises(Refusal, match=f"{in_time} đã nộp bài đúng hạn"):
        extend(store, made, in_time, "2021-05-09")
