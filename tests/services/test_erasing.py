"""One person's data erased: nothing of it is left in the file, and nothing that was counted changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.values import LeavingForm, MemberStatus, OutputKind, Role
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusal import Refusal
from desktop_app.services import attachments, bin, drafts, history, journal, members, standing
from desktop_app.services.access import Gate, Holder
from desktop_app.services.erasing import erase
from desktop_app.services.figures import figures
from desktop_app.services.journal import record_output
from desktop_app.services.members import MemberFilter
from desktop_app.services.store import Store, open_office
from tests.cast import a_member
from tests.round_office import SmallRound, small_round

NAME, CARD, IDENTITY, NOTE = "Trần Thị Chim Hoàng Yến", "987654321098", "079187654321", "hay ốm, con gái đi xa"


@pytest.fixture
def held(store_path: Path) -> Iterator[Store]:
    store = open_office(store_path)
    yield store
    store.close()


def binned(store: Store) -> int:
    """Somebody with every kind of data, printed and put into the bin."""
    person = a_member(store, NAME, citizen_id=IDENTITY, party_card_no=CARD, note=NOTE, phone="0912345678")
    drafts.save(store, "Sửa thông tin", {"full_name": NAME})
    record_output(store, "Phiếu thông tin đảng viên", NAME, OutputKind.PRINT)
    members.remove(store, [person.id])
    return person.id


def raw(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def test_nothing_of_the_person_is_left_in_the_file(held: Store, store_path: Path) -> None:
    gone = binned(held)
    canaries = [each.encode() for each in (NAME, "chim hoang yen", "chim", CARD, IDENTITY, NOTE, "0912345678")]
    held.execute("pragma wal_checkpoint(truncate)")
    assert all(canary in raw(store_path) for canary in canaries)
    erase(held, gone)
    assert [canary for canary in canaries if canary in raw(store_path)] == []


def test_figures_of_the_round_stay(held: Store) -> None:
    made = small_round(held)
    gone = made.people["Nguyễn Văn An"]
    members.remove(held, [gone])
    before = counted(held, made)
    erase(held, gone)
    assert counted(held, made) == before and gone in before[Figure.STUDIED]


def counted(store: Store, made: SmallRound) -> dict[Figure, set[int]]:
    return {figure: set(people) for figure, people in figures(store, made.round_id).items()}


def test_the_files_of_the_person_go_too(held: Store, tmp_path: Path) -> None:
    small_round(held)
    essay_id, gone = held.execute("select id, member_id from essay").fetchone()
    file = tmp_path / f"Bài của {NAME}.pdf"
    file.write_bytes(b"%PDF-1.4 " + NOTE.encode())
    attachments.attach(held, file, essay_id=essay_id)
    members.remove(held, [gone])
    erase(held, gone)
    assert attachments.attachments(held, essay_id=essay_id) == []
    assert held.value("select count(*) from blob") == 0


def test_the_journal_still_says_that_something_was_done_and_by_whom(held: Store) -> None:
    gone = binned(held)
    code = held.value("select code from member where id = :id", {"id": gone})
    count = len(journal.history(held, 100))
    erase(held, gone)
    told = journal.history(held, 100)
    assert len(told) == count + 1 and code in told[0].summary
    assert NAME not in " ".join(gesture.summary for gesture in told)
    assert all(change.before != NAME for change in history.of_member(held, gone))


def test_nothing_done_before_is_undone(held: Store) -> None:
    erase(held, binned(held))
    with pytest.raises(Refusal, match="Không có thao tác"):
        journal.undo(held)


def test_others_are_left_as_they_are(held: Store) -> None:
    other = a_member(held, "Nguyễn Văn An", citizen_id="012345678901")
    erase(held, binned(held))
    assert members.member(held, other.id) == other
    assert list(members.list_ids(held, MemberFilter(text="nguyen van an"))) == [other.id]


def test_who_is_in_the_register_is_not_erased(held: Store) -> None:
    person = a_member(held)
    with pytest.raises(Refusal, match="còn trong sổ"):
        erase(held, person.id)
    assert members.member(held, person.id) == person


def test_nobody_is_erased_twice(held: Store) -> None:
    gone = binned(held)
    erase(held, gone)
    with pytest.raises(Refusal, match="từ trước"):
        erase(held, gone)


def test_the_erased_are_in_no_list_and_cannot_be_brought_back(held: Store) -> None:
    gone = binned(held)
    erase(held, gone)
    assert bin.binned(held) == []
    with pytest.raises(Refusal, match="không có trong thùng rác"):
        bin.restore(held, [gone])
    assert list(members.list_ids(held, MemberFilter())) == [] and members.count(held, MemberFilter(text="xóa")) == 0


def test_who_left_the_party_and_is_erased_is_in_no_list_either(held: Store) -> None:
    person = a_member(held, NAME)
    standing.left(held, person.id, "2021-01-05", LeavingForm.EXPELLED, "12-QĐ")
    erase(held, person.id)
    assert list(members.list_ids(held, MemberFilter())) == [] and bin.binned(held) == []
    assert members.count(held, MemberFilter(status=MemberStatus.LEFT)) == 0


def test_only_the_administrator_erases(held: Store) -> None:
    gone = binned(held)
    held.gate = Gate(Holder(name="Anh Hùng", role=Role.ENTRY))
    with pytest.raises(Refusal, match="quản trị"):
        erase(held, gone)
