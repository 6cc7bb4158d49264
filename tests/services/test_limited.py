"""A user limited to cells: what they find, what they may write, and what they are told otherwise."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from db.day_records import DiaryEntry
from db.paper_records import Term
from db.values import DiaryKind, EssayResult, MarkStatus, Role
from desktop_app.domain.refusal import Refusal
from desktop_app.forms.documents import form
from desktop_app.forms.form import Subject
from desktop_app.forms.plain import plain_text
from desktop_app.services import (
    access,
    attachments,
    attendance,
    bin,
    board,
    drafts,
    duplicates,
    essays,
    history,
    import_history,
    issuing,
    journal,
    lives,
    members,
    moves,
    organizations,
    reorganization,
    reports,
    rolls,
    scanning,
    standing,
    terms,
    venue_diary,
)
from desktop_app.services.access import Gate, Holder
from desktop_app.services.issuing import Issue
from desktop_app.services.members import MemberFilter
from desktop_app.services.office import save_setting
from desktop_app.services.reorganization import Decision
from desktop_app.services.store import Store, create_office, open_office
from tests.conftest import OFFICE
from tests.round_office import CELLS, TODAY, SmallRound, small_round

OWN = {"Nguyễn Văn An", "Lê Thị Thủy", "Đặng Văn Dũng", "Dương Thị Lan", "Vũ Văn Miễn"}
NEIGHBOUR = "Phan Thị Chi"


@dataclass(frozen=True, kw_only=True)
class Limited:
    """The store in the hands of somebody who sees one cell, and the round that is going on in it."""

    store: Store
    made: SmallRound

    def place(self, name: str, at: int = 0) -> tuple[int, int]:
        return self.made.half_day_ids[at], self.made.people[name]

    def mark(self, *names: str) -> int:
        places = [self.place(name) for name in names]
        return attendance.mark(self.store, self.made.conference_id, places, MarkStatus.PRESENT, moved=True)


def limit(store: Store, role: Role, *cell_ids: int, user: str = "Anh Hùng") -> None:
    """Give the open store to somebody who sees only these cells."""
    uids = tuple(store.value("select uid from main.organization where id = :id", {"id": each}) for each in cell_ids)
    store.user, store.gate = user, Gate(Holder(name=user, role=role, cells=uids))
    access.limit(store, uids)


@pytest.fixture(scope="module")
def round_kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, SmallRound]:
    """The small round in a file, made once."""
    path = tmp_path_factory.mktemp("round") / "so.sht"
    store = create_office(path, OFFICE, practice_today=TODAY)
    made = small_round(store)
    store.close()
    return path, made


@pytest.fixture
def unlimited(round_kept: tuple[Path, SmallRound], tmp_path: Path) -> Iterator[Limited]:
    """Before anybody is limited."""
    kept, made = round_kept
    store = open_office(Path(shutil.copy(kept, tmp_path / "so.sht")))
    yield Limited(store=store, made=made)
    store.close()


@pytest.fixture
def limited(unlimited: Limited) -> Limited:
    """In the hands of a clerk of the first cell."""
    limit(unlimited.store, Role.ENTRY, unlimited.made.cell_ids[0])
    return unlimited


@contextmanager
def refused(*sentences: str) -> Iterator[None]:
    """What is tried is refused with one of these, which names nobody else."""
    with pytest.raises(Refusal) as told:
        yield
    assert str(told.value) in sentences
    assert NEIGHBOUR not in str(told.value)


def whole(store: Store, table: str) -> list[object]:
    """The rows of a table whoever holds the store."""
    return list(store.execute(f"select * from main.{table}").fetchall())


def test_lists_and_counts_hold_only_the_people_of_the_cell(limited: Limited) -> None:
    store = limited.store
    ids = members.list_ids(store, MemberFilter())
    assert {person.full_name for person in members.page(store, ids)} == OWN
    assert members.count(store, MemberFilter()) == len(OWN)
    assert [(each.name, each.member_count) for each in organizations.cells(store)] == [(CELLS[0], len(OWN))]


@pytest.mark.parametrize("text", [NEIGHBOUR, "phan thi chi", "chi", "PTC", CELLS[2]])
def test_somebody_of_another_cell_is_not_found_by_any_search(limited: Limited, text: str) -> None:
    assert NEIGHBOUR not in {person.full_name for person in members.search(limited.store, text)}


def test_nor_by_code_card_or_page(unlimited: Limited) -> None:
    store, chi = unlimited.store, unlimited.made.people[NEIGHBOUR]
    code = members.member(store, chi).code
    with store.gesture("member.amend", "Sửa"):
        store.change("member", chi, party_card_no="12345678", citizen_id="079187654321")
    limit(store, Role.VIEWER, unlimited.made.cell_ids[0])
    assert [members.search(store, text) for text in (code, "12345678", "079187654321")] == [[], [], []]
    with pytest.raises(Refusal):
        members.find_member(store, code)
    with pytest.raises(Refusal):
        members.member(store, chi)
    assert not history.of_member(store, chi)


def test_figures_are_those_the_office_has_for_the_cell(unlimited: Limited) -> None:
    store, round_id = unlimited.store, unlimited.made.round_id
    [before] = [row for row in reports.summary(store, round_id).rows if row.name == CELLS[0]]
    limit(store, Role.VIEWER, unlimited.made.cell_ids[0])
    seen = reports.summary(store, round_id)
    assert seen.rows == (before,)
    assert (seen.total.total, seen.total.attended) == (before.total, before.attended)


def test_the_roll_and_the_marks_are_those_of_the_cell(limited: Limited) -> None:
    sheet = attendance.sheet(limited.store, limited.made.conference_id)
    assert {row.full_name for row in sheet.rows} <= OWN
    assert {row.full_name for row in rolls.roll(limited.store, limited.made.conference_id)} == OWN


def test_the_board_names_nobody_at_other_venues(limited: Limited) -> None:
    shown = board.board(limited.store, limited.made.conference_id, limited.made.half_day_ids[0])
    assert "Trần Văn Chủ" not in repr(shown)


def test_journal_history_bin_imports_and_duplicates_tell_only_of_the_cell(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    members.remove(store, [made.people["Phạm Văn Ân"]])
    members.remove(store, [made.people["Lê Thị Thủy"]])
    limit(store, Role.VIEWER, made.cell_ids[0])
    assert [each.person.full_name for each in bin.binned(store)] == ["Lê Thị Thủy"]
    told = repr([journal.history(store, 1000), journal.output_log(store), import_history.history(store)])
    told += repr([history.of_gesture(store, gesture) for gesture in range(1, 80)])
    outside = made.people.keys() - OWN
    assert not [name for name in outside if name in told + repr(duplicates.pairs(store))]
    assert "Lê Thị Thủy" in told


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


def test_who_has_gone_is_seen_by_name_on_the_roll_of_then_and_nowhere_else(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    dung = made.people["Đặng Văn Dũng"]
    with store.gesture("member.amend", "Sửa"):
        store.change("member", dung, phone="0912345678")
    moves.move(store, dung, "2021-04-04", made.cell_ids[2])
    limit(store, Role.ENTRY, made.cell_ids[0])
    assert "Đặng Văn Dũng" in {row.full_name for row in rolls.roll(store, made.conference_id)}
    assert not members.search(store, "Đặng Văn Dũng")
    assert members.count(store, MemberFilter()) == len(OWN) - 1
    assert "0912345678" not in repr(store.all("select * from member"))
    assert not [each for each in bin.binned(store) if each.person.id == dung]


def test_who_has_come_is_seen_from_that_day_on(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    limited_to = made.cell_ids[0]
    moves.move(store, made.people[NEIGHBOUR], "2021-04-04", limited_to)
    limit(store, Role.ENTRY, limited_to)
    assert [person.full_name for person in members.search(store, NEIGHBOUR)] == [NEIGHBOUR]
    assert NEIGHBOUR not in {row.full_name for row in rolls.roll(store, made.conference_id)}


def test_cells_that_came_out_of_an_allowed_one_are_allowed(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    said = Decision(on="2021-04-03", number="01-QĐ/ĐU")
    reorganization.merge(store, list(made.cell_ids[:2]), said, "Đội Cung")
    limit(store, Role.VIEWER, made.cell_ids[0])
    assert access.cell_names(store) == ("Đội Cung",)
    assert "Trần Thị Ánh" in {person.full_name for person in members.search(store, "Ánh")}


def test_where_no_cell_is_left_the_door_stays_shut(unlimited: Limited) -> None:
    store = unlimited.store
    cell = organizations.create_cell(store, "Chi bộ sắp hết")
    reorganization.close(store, cell.id, Decision(on="2021-04-03", number="02-QĐ/ĐU"))
    with refused(access.NO_CELL_LEFT):
        limit(store, Role.VIEWER, cell.id)


def test_papers_say_of_which_cells_they_are_and_the_offices_own_are_refused(limited: Limited) -> None:
    subject = Subject(round_id=limited.made.round_id, conference_id=limited.made.conference_id)
    listed = plain_text(form("summary").document(limited.store, subject))
    assert f"(Phạm vi: Chi bộ {CELLS[0]})" in listed
    for name in ("result-report", "quick-report", "plan", "four-figures", "handover"):
        with refused(access.WHOLE_STORE):
            form(name).document(limited.store, subject)


def test_of_an_issued_document_only_number_and_day_are_seen(unlimited: Limited) -> None:
    store, made = unlimited.store, unlimited.made
    terms.save_term(store, Term(name="2020–2025", starts_on="2020-01-01"))
    going_out = Issue(
        kind="BC",
        number=1,
        issued_on="2021-04-05",
        title=f"Báo cáo về {NEIGHBOUR}",
        body=NEIGHBOUR,
        print_data=NEIGHBOUR.encode(),
        form_id="result-report",
        subject="{}",
        signer="",
        member_ids=(made.people[NEIGHBOUR],),
    )
    issuing.issue(store, going_out)
    limit(store, Role.VIEWER, made.cell_ids[0])
    [found] = issuing.documents(store)
    assert (found.number, found.issued_on) == (1, "2021-04-05") and NEIGHBOUR not in repr(found)
    with pytest.raises(Refusal):
        issuing.reprint(store, found.id)


def test_typing_of_others_is_not_offered_and_ones_own_is(unlimited: Limited) -> None:
    store = unlimited.store
    drafts.save(store, "khóa", {"name": NEIGHBOUR})
    limit(store, Role.ENTRY, unlimited.made.cell_ids[0])
    assert drafts.kept(store, "khóa") is None
    drafts.save(store, "khóa", {"name": "An"})
    kept = drafts.kept(store, "khóa")
    assert kept is not None and kept.texts == {"name": "An"}
    assert len(whole(store, "typing")) == 2


def test_lives_and_standing_of_others_are_refused(limited: Limited) -> None:
    chi = limited.made.people[NEIGHBOUR]
    with pytest.raises(Refusal):
        lives.case(limited.store, chi, "2021-04-05")
    with pytest.raises(Refusal):
        standing.died(limited.store, chi, "2021-04-05")


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
