"""What takes the whole register away, or unmasks somebody, is refused to who only looks; what runs by itself is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.values import Role
from desktop_app.domain.refusal import Refusal
from desktop_app.domain.rotation import Reason
from desktop_app.forms.handing_over import hand_over
from desktop_app.services import access, backups, members, person
from desktop_app.services.access import Gate, Holder, Right
from desktop_app.services.practice import create_practice
from desktop_app.services.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = create_practice(tmp_path / "so.sht", 30)
    yield made
    made.close()


def held_by(store: Store, role: Role) -> None:
    store.gate = Gate(Holder(name="Bác Tư", role=role))


def test_who_only_looks_backs_up_nothing_by_hand(store: Store, tmp_path: Path) -> None:
    held_by(store, Role.VIEWER)
    with pytest.raises(Refusal, match="sao lưu, bàn giao là đưa cả sổ ra ngoài"):
        backups.back_up(store, tmp_path / "a.sht-backup")
    assert not list(tmp_path.glob("a.*"))


def test_the_backup_at_the_end_of_the_day_is_made_whoever_holds_the_store(store: Store, tmp_path: Path) -> None:
    held_by(store, Role.VIEWER)
    backups.back_up(store, tmp_path / "a.sht-backup", reason=Reason.EXIT)
    assert backups.verify(tmp_path / "a.sht-backup").members == 30


def test_who_only_looks_hands_nothing_over(store: Store, tmp_path: Path) -> None:
    held_by(store, Role.VIEWER)
    before = set(tmp_path.iterdir())
    with pytest.raises(Refusal, match="đưa cả sổ ra ngoài"):
        hand_over(store, tmp_path)
    assert set(tmp_path.iterdir()) == before


@pytest.mark.parametrize("role", [Role.ENTRY, Role.ADMINISTRATOR])
def test_data_entry_and_the_administrator_back_up_and_see_numbers(store: Store, tmp_path: Path, role: Role) -> None:
    held_by(store, role)
    backups.back_up(store, tmp_path / "a.sht-backup")
    someone = members.member(store, 1)
    assert person.reveal(store, someone) == someone


def test_who_only_looks_sees_no_number_in_full_and_nothing_is_noted(store: Store) -> None:
    someone = members.member(store, 1)
    before = store.value("select count(*) from output_log")
    held_by(store, Role.VIEWER)
    with pytest.raises(Refusal, match="số đã che"):
        person.reveal(store, someone)
    assert store.value("select count(*) from output_log") == before


@pytest.mark.parametrize(
    ("role", "refused"),
    [
        (Role.ADMINISTRATOR, set()),
        (Role.ENTRY, {Right.ADMINISTRATE}),
        (Role.VIEWER, set(Right) - {Right.LOOK}),
    ],
)
def test_each_role_is_told_beforehand_what_it_may_not(store: Store, role: Role, refused: set[Right]) -> None:
    held_by(store, role)
    assert {right for right in Right if access.why_not(store, right)} == refused
