"""A handover: one folder with a proven backup, minutes to sign and what to do first; all of it or nothing."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop_app.domain.refusal import Refusal
from desktop_app.domain.wording import size_words
from desktop_app.forms.documents.handover import Party
from desktop_app.forms.handing_over import MINUTES, NOTES, hand_over
from desktop_app.services import backups, journal
from desktop_app.services.passwords import PasswordWanted, backup_lock
from desktop_app.services.store import Store
from tests.cast import some_members


@pytest.fixture
def into(tmp_path: Path) -> Path:
    made = tmp_path / "Ổ bàn giao"
    made.mkdir()
    return made


def test_everything_lies_in_one_folder(kept_store: Store, into: Path) -> None:
    some_members(kept_store, 4)
    made = hand_over(kept_store, into)
    assert made.folder.parent == into and list(into.iterdir()) == [made.folder]
    assert sorted(path.name for path in made.folder.iterdir()) == sorted([made.backup.name, MINUTES, NOTES])
    assert backups.verify(made.backup).members == made.facts.members == 4


def test_the_minutes_are_printed_and_noted(kept_store: Store, into: Path) -> None:
    made = hand_over(kept_store, into)
    assert (made.folder / MINUTES).read_bytes().startswith(b"%PDF")
    assert "bàn giao" in journal.output_log(kept_store)[0].what.lower()


def test_the_notes_name_the_file_and_the_steps(kept_store: Store, into: Path) -> None:
    made = hand_over(kept_store, into)
    notes = (made.folder / NOTES).read_text(encoding="utf-8-sig")
    assert made.backup.name in notes and "Phục hồi từ bản sao lưu" in notes and "SHA-256" in notes


def test_a_second_handover_of_the_day_writes_over_nothing(kept_store: Store, into: Path) -> None:
    assert hand_over(kept_store, into).folder != hand_over(kept_store, into).folder
    assert len(list(into.iterdir())) == 2


def test_the_backup_of_a_handover_may_be_locked(kept_store: Store, into: Path) -> None:
    made = hand_over(kept_store, into, lock=backup_lock("hoa ban trắng"))
    with pytest.raises(PasswordWanted):
        backups.verify(made.backup)


def test_a_handover_that_cannot_be_written_leaves_nothing(kept_store: Store, into: Path) -> None:
    (into / "tệp").write_text("không phải thư mục", encoding="utf-8")
    with pytest.raises(Refusal, match="Không ghi được"):
        hand_over(kept_store, into / "tệp")
    assert [path.name for path in into.iterdir()] == ["tệp"]


def test_a_handover_that_is_stopped_leaves_nothing(kept_store: Store, into: Path) -> None:
    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        hand_over(kept_store, into, stop)
    assert list(into.iterdir()) == []


def test_the_minutes_are_one_page_with_the_names_of_both_parties(kept_store: Store, into: Path) -> None:
    parties = (Party(name="Nguyễn Thị Hồng", position="Chánh Văn phòng"), Party(name="Lê Văn Hùng"))
    made = hand_over(kept_store, into, parties=parties)
    (page,) = PdfReader(made.folder / MINUTES).pages
    text = page.extract_text()
    assert "Nguyễn Thị Hồng, Chánh Văn phòng" in text and text.count("Lê Văn Hùng") == 2


def test_sizes_are_told_alike_in_the_minutes_the_notes_and(kept_store: Store, into: Path) -> None:
    made = hand_over(kept_store, into)
    (page,) = PdfReader(made.folder / MINUTES).pages
    assert size_words(backups.present(kept_store).size) in page.extract_text()
    assert f": {size_words(made.backup.stat().st_size)} (" in (made.folder / NOTES).read_text(encoding="utf-8-sig")
