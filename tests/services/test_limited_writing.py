"""A user limited to cells: what they may write and take back, and what is refused."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from db.day_records import DiaryEntry
from db.values import DiaryKind, EssayResult, Role
from desktop_app.domain.refusal import Refusal
from desktop_app.services import (
    access,
    attachments,
    attendance,
    essays,
    issuing,
    journal,
    members,
    moves,
    organizations,
    rolls,
    scanning,
    venue_diary,
)
from desktop_app.services.office import save_setting
from tests.round_office import CELLS
from tests.services.limited_round import NEIGHBOUR, OWN, Limited, limit, refused, whole


def test_a_clerk_marks_their_own_people_and_nobody_else(limited: Limited) -> None:
    before = len(whole(limited.store, "mark"))
    assert limited.mark("Đặng Văn Dũng") == 1
    with pytest.raises(Refusal):
        limited.mark("Đặng Văn Dũng", NEIGHBOUR)
    assert len(whole(limited.store, "mark")) == before


def test_what_would_touch_somebody_else_is_taken_back_whole(limited: Limited) -> None:
    """Even where a screen would let it through: the rows are asked, not the caller."""
    store, before = limited.store, whole(limited.store, "mark")
    with refused(access.OUTSIDE), store.gesture("attendance.mark", "Điểm danh"):
        store.execute("update mark set remark = 'đã sửa' where member_id = :id", {"id": limited.made.people[NEIGHBOUR]})
    with refused(access.OUTSIDE), store.gesture("attendance.mark", "Điểm danh"):
        store.execute(
            "delete from mark where member_id in (:a, :b)",
            {
                "a": limited.made.people[NEIGHBOUR],
                "b": limited.made.people["Nguyễn Văn An"],
            },
        )
    with refused(access.OUTSIDE), store.gesture("attendance.mark", "Điểm danh"):
        store.execute("update study_round set note = 'đã sửa'")
    assert whole(store, "mark") == before


def test_essays_make_ups_and_particulars_of_own_people_are_written(limited: Limited) -> None:
    store, made = limited.store, limited.made
    dung = made.people["Đặng Văn Dũng"]
    essays.receive(store, made.round_id, [dung], "2021-04-03")
    essays.assess(store, made.round_id, [dung], EssayResult.PASSED)
    attendance.record_makeup(store, made.conference_id, [dung], "2021-04-03", confirmed_by="Bí thư")
    person = members.member(store, dung)
    draft = members.draft_of(person)
    members.amend(store, dung, replace(draft, phone="0912"))
    assert members.member(store, dung).phone == "0912"


def test_essays_of_others_are_not_received(limited: Limited) -> None:
    before = whole(limited.store, "essay")
    with pytest.raises(Refusal) as told:
        essays.receive(limited.store, limited.made.round_id, [limited.made.people[NEIGHBOUR]], "2021-04-03")
    assert NEIGHBOUR not in str(told.value)
    assert whole(limited.store, "essay") == before


def test_nobody_is_moved_out_of_sight(limited: Limited) -> None:
    store, dung = limited.store, limited.made.people["Đặng Văn Dũng"]
    person = members.draft_of(members.member(store, dung))
    with refused(access.OUTSIDE):
        members.amend(store, dung, replace(person, cell_id=limited.made.cell_ids[1]))
    assert members.member(store, dung).cell == CELLS[0]


@pytest.mark.parametrize(
    "work",
    [
        lambda x: moves.move(x.store, x.made.people["Đặng Văn Dũng"], "2021-04-05", x.made.cell_ids[1]),
        lambda x: organizations.create_cell(x.store, "Chi bộ lạ"),
        lambda x: rolls.freeze(x.store, x.made.conference_id),
        lambda x: members.remove(x.store, [x.made.people["Đặng Văn Dũng"]]),
        lambda x: save_setting(x.store, "x", "y"),
        lambda x: issuing.withdraw(x.store, 1, "2021-04-05", "nhầm"),
    ],
)
def test_what_is_the_offices_is_refused(limited: Limited, work: Callable[[Limited], object]) -> None:
    with pytest.raises(Refusal):
        work(limited)


def test_an_administrator_is_never_limited(limited: Limited) -> None:
    assert not access.is_administrator(limited.store)
    with pytest.raises(Refusal, match="quản trị"):
        access.require_administrator(limited.store)


def test_only_ones_own_gestures_are_taken_back(limited: Limited) -> None:
    store = limited.store
    assert journal.last(store) is None and not journal.undoable(store)
    limited.mark("Đặng Văn Dũng")
    mine = journal.last(store)
    assert mine is not None and mine.user == "Anh Hùng"
    journal.undo(store)
    assert journal.last(store) is None
    with pytest.raises(Refusal, match="Không có thao tác nào"):
        journal.undo(store)
    assert journal.redo(store).id == mine.id


def test_a_gesture_of_the_office_is_not_taken_back_by_number(limited: Limited) -> None:
    for gesture in range(1, 70):
        with pytest.raises(Refusal) as told:
            journal.undo(limited.store, gesture)
        assert not [name for name in limited.made.people.keys() - OWN if name in str(told.value)]


def test_what_the_office_wrote_later_on_the_same_row_holds_undo_back(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    first = limited_mark(unlimited)
    with store.gesture("attendance.mark", f"Điểm danh {NEIGHBOUR} và Dũng"):
        ids = {"a": made.people["Đặng Văn Dũng"], "b": made.people[NEIGHBOUR]}
        store.execute("update mark set remark = 'muộn' where member_id in (:a, :b)", ids)
    limit(store, Role.ENTRY, made.cell_ids[0])
    with pytest.raises(Refusal, match="văn phòng đã ghi việc khác") as told:
        journal.undo(store, first)
    assert NEIGHBOUR not in str(told.value)


def limited_mark(here: Limited) -> int:
    """A mark that the clerk made before; the id of its gesture."""
    here.store.user = "Anh Hùng"
    here.mark("Đặng Văn Dũng")
    here.store.user = "Văn phòng"
    return int(here.store.value("select max(id) from gesture"))


def test_a_card_of_ones_own_marks_and_another_is_refused_unread(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    codes = [members.member(store, made.people[name]).code for name in ("Đặng Văn Dũng", NEIGHBOUR)]
    limit(store, Role.ENTRY, made.cell_ids[0])
    before = len(whole(store, "scan"))
    at = (store, made.conference_id, made.half_day_ids[0], None)
    assert scanning.read(*at, codes[0], "2021-04-05 07:30:00").full_name == "Đặng Văn Dũng"
    with refused(access.OUTSIDE):
        scanning.read(*at, codes[1], "2021-04-05 07:31:00")
    assert len(whole(store, "scan")) == before + 1


def test_files_are_kept_beside_ones_own_essays_alone(limited: Limited, tmp_path: Path) -> None:
    store = limited.store
    file = tmp_path / "bài.pdf"
    file.write_bytes(b"%PDF-1.4 bai")
    own = store.value("select id from essay")
    other = store.value("select id from main.essay where id not in (select id from essay)")
    assert attachments.content(store, attachments.attach(store, file, essay_id=own).id) == b"%PDF-1.4 bai"
    file.write_bytes(b"%PDF-1.4 khac")
    with pytest.raises(Refusal):
        attachments.attach(store, file, essay_id=other)
    assert [len(whole(store, table)) for table in ("attachment", "blob")] == [1, 1]


def test_a_venue_where_others_sit_too_is_not_reported_for(limited: Limited) -> None:
    store, made = limited.store, limited.made
    entry = DiaryEntry(
        venue_id=made.venue_ids[0],
        half_day_id=made.half_day_ids[0],
        kind=DiaryKind.OTHER,
        happened_at="2021-04-05 08:00",
        text="mất tiếng",
    )
    with refused(access.OUTSIDE):
        venue_diary.write(store, made.conference_id, entry)
    assert not whole(store, "venue_diary")


def test_a_venue_of_ones_own_is_reported_for(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    limit(store, Role.ENTRY, made.cell_ids[2])
    entry = DiaryEntry(
        venue_id=made.venue_ids[1],
        half_day_id=made.half_day_ids[0],
        kind=DiaryKind.OTHER,
        happened_at="2021-04-05 08:00",
        text="mất tiếng",
    )
    venue_diary.write(store, made.conference_id, entry)
    assert len(venue_diary.diary(store, made.conference_id)) == 1


def test_bulk_work_is_not_for_a_limited_user(limited: Limited) -> None:
    with refused(access.OUTSIDE), limited.store.gesture("attendance.mark", "Ghi", bulk=True):
        pass
