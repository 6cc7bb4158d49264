"""Backups as the office asks for them: told in one sentence when they fail, practice and real never mixed."""

from pathlib import Path

import pytest

from db.store import open_store
from desktop_app.domain.dates import show_date
from desktop_app.domain.refusal import Refusal
from desktop_app.services import backups, members, places
from desktop_app.services.journal import output_log
from desktop_app.services.office import OfficeDraft
from desktop_app.services.store import Store, create_office, open_office
from tests.cast import a_member, some_members
from tests.conftest import OFFICE
from tests.db.files import content, digest


@pytest.fixture
def copy(kept_store: Store, tmp_path: Path) -> Path:
    """A backup of an office with five people."""
    some_members(kept_store, 5)
    target = tmp_path / "Sao lưu.sht-backup"
    backups.back_up(kept_store, target)
    return target


def test_a_backup_says_what_it_holds(kept_store: Store, copy: Path) -> None:
    facts = backups.verify(copy)
    assert (facts.office, facts.practice, facts.members, facts.rounds) == (OFFICE.name, False, 5, 0)
    assert backups.last_backup(kept_store) == facts.made_at


def test_a_restored_store_is_the_one_backed_up(kept_store: Store, copy: Path, tmp_path: Path) -> None:
    into = tmp_path / "mới" / "sổ.sht"
    facts, aside = backups.restore(copy, into)
    store = open_office(into)
    assert (facts.members, aside) == (5, None)
    assert content(store) == content(kept_store)
    store.close()


def test_a_restore_keeps_the_former_store_aside(copy: Path, tmp_path: Path) -> None:
    into = tmp_path / "sổ.sht"
    other = create_office(into, OFFICE)
    a_member(other, "Người Cũ")
    before = content(other)
    other.close()
    _, aside = backups.restore(copy, into)
    assert aside is not None
    former = open_store(aside)
    assert content(former) == before
    former.close()


def test_a_store_that_can_no_longer_be_read_is_restored_over(copy: Path, tmp_path: Path) -> None:
    into = tmp_path / "sổ.sht"
    into.write_bytes(b"rubbish" * 999)
    _, aside = backups.restore(copy, into)
    assert aside is not None and aside.read_bytes() == b"rubbish" * 999
    store = open_office(into)
    assert members.count(store, members.MemberFilter()) == 5
    store.close()


@pytest.mark.parametrize("practice_into_real", [True, False])
def test_practice_and_real_are_never_mixed(tmp_path: Path, practice_into_real: bool) -> None:
    days = ("2021-04-05", None) if practice_into_real else (None, "2021-04-05")
    source, target = (create_office(tmp_path / f"{n}.sht", OFFICE, day) for n, day in enumerate(days))
    backups.back_up(source, tmp_path / "a.sht-backup")
    target.close()
    before = digest(tmp_path / "1.sht")
    with pytest.raises(Refusal, match="thực hành"):
        backups.restore(tmp_path / "a.sht-backup", tmp_path / "1.sht")
    assert digest(tmp_path / "1.sht") == before
    source.close()


def test_an_open_store_is_not_replaced(kept_store: Store, copy: Path, store_path: Path) -> None:
    before = content(kept_store)
    with pytest.raises(Refusal, match="đang mở"):
        backups.restore(copy, store_path)
    assert content(kept_store) == before


@pytest.mark.parametrize("place", [0, 40, 5000, -1, -70])
def test_a_damaged_backup_is_refused_and_the_store_untouched(copy: Path, tmp_path: Path, place: int) -> None:
    into = tmp_path / "sổ.sht"
    create_office(into, OFFICE).close()
    damaged, before = bytearray(copy.read_bytes()), digest(into)
    damaged[place] ^= 4
    copy.write_bytes(damaged)
    for act in (lambda: backups.verify(copy), lambda: backups.restore(copy, into)):
        with pytest.raises(Refusal, match="không phải bản sao lưu nguyên vẹn"):
            act()
    assert digest(into) == before
    assert not list(tmp_path.glob("*.moi"))


def test_a_backup_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không có tệp sao lưu “mất"):
        backups.verify(tmp_path / "mất.sht-backup")


def test_a_place_that_cannot_be_written_is_told(kept_store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Không ghi được"):
        backups.back_up(kept_store, tmp_path / "không có" / "a.sht-backup")


def test_a_backup_never_takes_the_place_of_the_store(kept_store: Store, store_path: Path, copy: Path) -> None:
    with pytest.raises(Refusal, match="trùng"):
        backups.back_up(kept_store, store_path)
    with pytest.raises(Refusal, match="là một"):
        backups.restore(copy, copy)
    assert backups.verify(copy).members == 5


def test_a_newer_backup_of_the_same_name_takes_the_place_of_the_older(kept_store: Store, copy: Path) -> None:
    a_member(kept_store, "Người Mới")
    assert backups.back_up(kept_store, copy).members == backups.verify(copy).members == 6


def test_a_backup_tells_how_far_it_is(kept_store: Store, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    backups.back_up(kept_store, tmp_path / "a.sht-backup", lambda done, total: told.append((done, total)))
    assert told[0][0] == 0 and told[-1][0] == told[-1][1]


def test_the_office_of_a_backup_is_named_in_its_own_words(tmp_path: Path) -> None:
    office = OfficeDraft(name="Đảng uỷ xã Nga Sơn", parent="Tỉnh uỷ Thanh Hoá", spelling="uỷ")
    store = create_office(tmp_path / "sổ.sht", office)
    assert backups.back_up(store, tmp_path / "a.sht-backup").office == "Đảng uỷ xã Nga Sơn"
    store.close()


def test_a_file_of_another_kind_is_told_from_a_backup_that_was_cut(copy: Path, tmp_path: Path) -> None:
    other, cut = tmp_path / "ảnh.sht-backup", tmp_path / "cụt.sht-backup"
    other.write_bytes(b"\x89PNG" * 99)
    cut.write_bytes(copy.read_bytes()[:3000])
    with pytest.raises(Refusal, match="không phải bản sao lưu của Sổ Học Tập"):
        backups.verify(other)
    with pytest.raises(Refusal, match="bị cắt cụt hoặc hỏng; hãy chép lại từ USB"):
        backups.verify(cut)


def test_only_a_backup_off_the_disk_of_the_store_counts_as_away(
    kept_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.back_up(kept_store, tmp_path / "cùng ổ.sht-backup")
    assert backups.last_backup(kept_store) and backups.last_away(kept_store) is None
    monkeypatch.setattr(places, "kind", lambda path: places.Kind.NETWORK)
    made = backups.back_up(kept_store, tmp_path / "mạng.sht-backup")
    assert backups.last_away(kept_store) == made.made_at


def test_another_volume_of_the_computer_is_away(tmp_path: Path) -> None:
    shared = Path("/dev/shm")
    if not shared.is_dir() or shared.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("only one volume here")
    assert places.away(shared / "a.sht-backup", tmp_path / "so.sht")
    assert not places.away(tmp_path / "a.sht-backup", tmp_path / "so.sht")


def test_a_restored_store_says_that_it_was_restored(kept_store: Store, tmp_path: Path) -> None:
    some_members(kept_store, 3)
    made = backups.back_up(kept_store, tmp_path / "một.sht-backup")
    backups.restore(tmp_path / "một.sht-backup", tmp_path / "mới.sht")
    restored = open_office(tmp_path / "mới.sht")
    assert [(each.what, each.scope) for each in output_log(restored)] == [
        ("Phục hồi từ bản sao lưu", f"bản lập lúc {made.made_at[11:16]} ngày {show_date(made.made_at[:10])}")
    ]
    restored.close()
