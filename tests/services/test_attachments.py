"""Files inside the store: kept once, bounded, undone, proven, carried by backups."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db import backup
from db.store import open_store
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import size_words
from desktop_app.services import attachments, essays, journal, return_sheets
from desktop_app.services.office import save_setting
from desktop_app.services.progress import quiet
from desktop_app.services.return_sheets import Target
from desktop_app.services.store import Store
from tests.files_kept import PDF, PNG, a_file
from tests.round_office import TODAY, office, one_person, small_round


def an_essay(store: Store) -> int:
    """The id of the only essay of the least office."""
    made = one_person(store, attended=True)
    [standing] = essays.standings(store, made.round_id)
    return standing.essays[0].id


def test_a_file_comes_out_as_it_went_in(store: Store, tmp_path: Path) -> None:
    kept = attachments.attach(store, a_file(tmp_path), essay_id=an_essay(store))
    assert (kept.name, kept.size) == ("bài viết tay.pdf", len(PDF))
    out = tmp_path / "ra"
    out.mkdir()
    assert attachments.save_copy(store, kept.id, out).read_bytes() == PDF
    assert attachments.save_copy(store, kept.id, out).name == "bài viết tay (2).pdf"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.binary(max_size=2000))
def test_any_bytes_survive(store: Store, tmp_path: Path, tail: bytes) -> None:
    essay = essays_of(store) or an_essay(store)
    known = {each.hash for each in attachments.attachments(store, essay_id=essay)}
    path = a_file(tmp_path, content=PNG + tail)
    try:
        kept = attachments.attach(store, path, essay_id=essay)
    except Refusal:
        assert attachments.attachments(store, essay_id=essay)
        return
    assert kept.hash not in known and attachments.content(store, kept.id) == PNG + tail


def essays_of(store: Store) -> int:
    return store.value("select max(id) from essay") or 0


def test_one_content_is_kept_once_for_two_essays(store: Store, tmp_path: Path) -> None:
    made = small_round(store)
    found = [each.last.id for each in essays.standings(store, made.round_id) if each.last]
    for essay in found[:2]:
        attachments.attach(store, a_file(tmp_path), essay_id=essay)
    assert attachments.total_words(store) == "1 tệp, 1 KB"
    assert [len(attachments.attachments(store, essay_id=essay)) for essay in found[:2]] == [1, 1]


def test_the_same_file_twice_at_one_essay_is_refused(store: Store, tmp_path: Path) -> None:
    essay = an_essay(store)
    attachments.attach(store, a_file(tmp_path), essay_id=essay)
    with pytest.raises(Refusal, match="đã được đính kèm"):
        attachments.attach(store, a_file(tmp_path, "tên khác.pdf"), essay_id=essay)


def test_a_file_over_the_bound_is_refused_by_its_size(store: Store, tmp_path: Path) -> None:
    essay = an_essay(store)
    save_setting(store, attachments.LIMIT_SETTING, "1")
    with pytest.raises(Refusal, match="nặng 1,5 MB, quá mức 1 MB"):
        attachments.attach(store, a_file(tmp_path, content=PDF + b"\0" * 1_600_000), essay_id=essay)
    assert attachments.attach(store, a_file(tmp_path, content=PDF + b"\0" * 900_000), essay_id=essay).id


@pytest.mark.parametrize("name", ["không có.pdf", "."])
def test_what_is_no_file_is_refused(store: Store, tmp_path: Path, name: str) -> None:
    with pytest.raises(Refusal, match="Không có tệp"):
        attachments.attach(store, tmp_path / name, essay_id=an_essay(store))


def test_an_empty_file_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="trống"):
        attachments.attach(store, a_file(tmp_path, content=b""), essay_id=an_essay(store))


def test_a_thing_that_is_gone_takes_no_file(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="không còn"):
        attachments.attach(store, a_file(tmp_path), submission_id=99)
    assert attachments.check(store).unnamed == 0


def test_taking_off_is_undone_with_the_content(store: Store, tmp_path: Path) -> None:
    essay = an_essay(store)
    kept = attachments.attach(store, a_file(tmp_path), essay_id=essay)
    attachments.detach(store, kept.id)
    assert attachments.attachments(store, essay_id=essay) == []
    journal.undo(store)
    assert attachments.content(store, kept.id) == PDF


def test_attaching_is_undone_and_done_again(store: Store, tmp_path: Path) -> None:
    essay = an_essay(store)
    kept = attachments.attach(store, a_file(tmp_path), essay_id=essay)
    journal.undo(store)
    assert attachments.check(store).unnamed == 1
    journal.redo(store)
    assert attachments.attachments(store, essay_id=essay) == [kept]


def test_a_check_names_what_is_damaged(store: Store, tmp_path: Path) -> None:
    kept = attachments.attach(store, a_file(tmp_path), essay_id=an_essay(store))
    assert attachments.check(store).whole
    store.execute("update blob set content = :other", {"other": PDF + b"x"})
    found = attachments.check(store)
    assert (found.damaged, found.lost) == ((kept,), ())
    with pytest.raises(Refusal, match="bị hỏng"):
        attachments.content(store, kept.id)


def test_a_check_names_what_is_lost(store: Store, tmp_path: Path) -> None:
    kept = attachments.attach(store, a_file(tmp_path), essay_id=an_essay(store))
    store.execute("pragma foreign_keys = off")
    store.execute("delete from blob")
    assert [each.id for each in attachments.check(store).lost] == [kept.id]
    with pytest.raises(Refusal, match="bị hỏng"):
        attachments.save_copy(store, kept.id, tmp_path / "ra.pdf")
    assert not (tmp_path / "ra.pdf").exists()


def test_a_backup_carries_every_file_whole(kept_store: Store, tmp_path: Path) -> None:
    kept = attachments.attach(kept_store, a_file(tmp_path), essay_id=an_essay(kept_store))
    backup.back_up(kept_store, tmp_path / "sao.sht-backup", {}, quiet)
    backup.verify(tmp_path / "sao.sht-backup", tmp_path / "ra.sht", quiet)
    again = open_store(tmp_path / "ra.sht")
    assert attachments.content(again, kept.id) == PDF and attachments.check(again).whole
    again.close()


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 KB"), (1, "1 KB"), (1024 * 340, "340 KB"), (1024 * 1024, "1 MB"), (3_600_000, "3,4 MB")]
)
def test_sizes_are_told_as_people_read_them(size: int, words: str) -> None:
    assert size_words(size) == words


def test_a_file_is_kept_on_the_day_of_a_practice_office(tmp_path: Path) -> None:
    practice = office(practice=True)
    kept = attachments.attach(practice, a_file(tmp_path), essay_id=an_essay(practice))
    assert kept.added_at[:10] == TODAY
    practice.close()


def test_a_workbook_is_made_on_the_day_of_a_practice_office() -> None:
    practice = office(practice=True)
    made = small_round(practice)
    sheet = return_sheets.make(practice, made.conference_id, Target(cell_id=made.cell_ids[0])).sheet
    assert sheet.made_at[:10] == TODAY
    practice.close()
